// The panel: statements behind an event with quote, source, date and standing; and lists to choose from.
"use strict";
(() => {
  const { data, h, t, pick, name, typeName, dayName, line, parts } = linimasa;

  function voice(claim) {
    if (!claim.source) return [h("b", null, t("document_voice"))];
    const said = [h("b", null, claim.source.map(name).join(", "))];
    if (claim.for) said.push(" ", t("speaks_for", { who: claim.for.map(name).join(", ") }));
    if (claim.to) said.push(" ", t("told_to", { who: claim.to.map(name).join(", ") }));
    if (claim.channel) said.push(` (${claim.channel})`);
    return said;
  }
  const speaker = (claim) => (claim.source ? claim.source.map(name).join(", ") : t("document_voice"));

  // "happened" isn't said plainly of what only one of the parties tells.
  const stands = (event) => t("status_" + event.status) + (event.standing === "claimed" && event.status !== "disputed" ? `, ${t("one_side")}` : "");

  // Who contradicts is contradicted.
  const against = new Map(Object.keys(data.claims).map((key) => [key, new Set()]));
  for (const [key, claim] of Object.entries(data.claims)) for (const other of claim.against || []) {
    if (against.has(other)) { against.get(key).add(other); against.get(other).add(key); }
  }

  function claimBox(key) {
    const claim = data.claims[key], doc = data.documents[claim.document], others = [...against.get(key)];
    const inText = linimasa.inText && linimasa.inText(key);
    const by = [voice(claim)];
    if (claim.said) by.push([" · ", t("said_on", { date: dayName(claim.said) })]);
    if (claim.polarity === "negative") by.push([" · ", h("span.bad", null, t("denies"))]);
    if (claim.certainty && claim.certainty !== "certain") by.push([" · ", t("certainty_" + claim.certainty)]);
    return h("div.claim" + (others.length ? ".against" : ""), null,
      h("blockquote", { lang: claim.lang || null, dir: "auto" }, claim.quote),
      h("p.by", null, by),
      claim.condition ? h("p.by", null, t("condition_words"), " ", h("q", { lang: claim.lang || null, dir: "auto" }, claim.condition)) : null,
      others.length ? h("p.by.bad", null, "⚡ ", t("contradicted", { who: others.map((other) => speaker(data.claims[other])).join(", ") })) : null,
      doc ? h("p.by", null, h("cite", null, doc.label), doc.publisher ? ` · ${doc.publisher}` : "",
        doc.issued ? ` · ${t("published", { date: dayName(doc.issued) })}` : "",
        claim.span ? ` · ${claim.span[0]}–${claim.span[1]}` : "",
        doc.url ? [" · ", h("code", null, doc.url)] : null,
        inText ? [" · ", h("button", { type: "button", "data-claim": key, onclick: inText }, t("in_text"))] : null) : null);
  }
  // Claims that contradict each other stand side by side, those of other events with the event's name.
  function claimsOf(event, open) {
    const done = new Set();
    return event.claims.map((key) => {
      if (done.has(key)) return null;
      const others = [...against.get(key)].sort();
      if (!others.length) return claimBox(key);
      for (const other of others) if (event.claims.includes(other)) done.add(other);
      const box = (other) => [data.claims[other].event === event.key || !open ? null
        : h("p.rel", null, h("button", { type: "button", onclick: () => open(data.claims[other].event) }, pick(data.events[data.claims[other].event].label))), claimBox(other)];
      return h("div.sides", { role: "group", "aria-label": t("against_label") }, h("div", null, claimBox(key)), h("div", null, others.map(box)));
    });
  }

  function eventBox(key, open) {
    const event = data.events[key];
    const related = ["content", "condition", "after", "partOf"].filter((field) => event[field]).map((field) =>
      h("p.rel", null, t("named_" + field), ": ", event[field].map((other, i) => [i ? "; " : "",
        data.events[other] && open ? h("button", { type: "button", onclick: () => open(other) }, pick(data.events[other].label))
          : data.events[other] ? pick(data.events[other].label) : other])));
    const disputed = event.claims.some((one) => against.get(one).size);
    const elsewhere = linimasa.others(event.key);
    return h("article.event", { "data-event": key }, h("div.when", null,
      h("span.date", null, pick(event.when)), line(event.quad, event.standing, 4),
      h("span", null, typeName(event.type)), h("span.chip." + event.standing, null, stands(event))),
    h("h3", null, pick(event.label)),
    event.place ? h("p.rel", null, "◎ ", pick(data.places[event.place].label)) : null,
    disputed ? h("p.rel", { style: { color: "var(--warn)" } }, "⚡ ", t("in_dispute")) : null,
    related, claimsOf(event, open),
    elsewhere.length ? h("p.rel.else", null, t("show_in"), elsewhere.map((kind) => [" ", h("button", { type: "button", "data-go": kind, onclick: () => linimasa.go(kind, key) }, t(kind + "_tab"))])) : null);
  }

  let shown = "";
  // Put events into the panel; `back` returns to what was there before. On a phone the panel lies below what was
  // chosen, so the page moves to it.
  function show(title, lead, keys, back, open) {
    const order = [...keys].sort((a, b) => {
      const x = data.events[a].date || "9", y = data.events[b].date || "9";
      return x < y ? -1 : x > y ? 1 : a < b ? -1 : 1;
    });
    parts.panel.replaceChildren(
      h("button.back", { type: "button", onclick: back }, "← ", t("back")),
      h("h2", null, title), h("p.lead", null, lead), ...pieces(h("div"), order, 60, (key) => eventBox(key, open)));
    parts.panel.scrollTop = 0;
    if (shown !== keys.join() && matchMedia("(max-width: 860px)").matches) parts.panel.scrollIntoView({ block: "start" });
    shown = keys.join();
  }
  function list(title, lead, rows) {
    shown = "";
    const made = (row) => h("li", null, h("button", { type: "button", "data-key": row.key, onclick: row.open },
      row.sample || h("span"), h("span.who", null, row.who), h("span.n", null, row.count), h("span.what", null, row.what)));
    parts.panel.replaceChildren(h("h2", null, title), h("p.lead", null, lead), ...pieces(h("ul.list"), rows, 200, made));
  }
  // Long lists come a piece at a time: what nobody has scrolled to need not be made.
  function pieces(box, items, size, made) {
    const more = h("button.more", { type: "button", onclick: () => { const first = grow(); (first.querySelector("button") || first).focus(); } });
    function grow() {
      const at = box.children.length;
      box.append(...items.slice(at, at + size).map(made));
      more.hidden = box.children.length >= items.length;
      more.textContent = t("more_rows", { n: items.length - box.children.length });
      return box.children[at];
    }
    grow();
    return [box, more];
  }

  // A short form for hovering: what, when, how it stands, the first quote and who says it.
  function brief(event) {
    const claim = data.claims[event.claims[0]];
    return [h("b", null, pick(event.label)), h("div.by", null, `${pick(event.when)} · ${stands(event)}`),
      claim ? [h("q", { lang: claim.lang || null, dir: "auto" }, claim.quote.length > 180 ? claim.quote.slice(0, 180) + "…" : claim.quote),
        h("div.by", null, "— ", speaker(claim), event.claims.length > 1 ? ` · ${t("claims_n", { n: event.claims.length })}` : "")] : null];
  }

  Object.assign(linimasa, { show, list, brief, eventBox, stands });
})();
