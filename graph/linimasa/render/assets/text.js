// The texts: what each document says, the words behind statements marked and linked to their events, and back.
"use strict";
(() => {
  const { data, h, t, pick, name, colour, dayName, line, events, passes } = linimasa;
  const left = linimasa.left("text");
  const view = { chosen: null };
  const DASH = { held: "solid", planned: "dashed", claimed: "dotted", spoken: "dotted" };
  let scroller = null, empty = null, visible = [];

  const eventOf = new Map(events.flatMap((event) => event.claims.map((key) => [key, event])));
  const homes = new Map();
  for (const [doc, text] of Object.entries(data.texts)) for (const piece of text.pieces) for (const [key] of piece[3]) homes.set(key, doc);
  const order = Object.keys(data.texts).sort((a, b) => {
    const [x, y] = [a, b].map((key) => data.documents[key].issued || "9999");
    return x < y ? -1 : x > y ? 1 : a < b ? -1 : 1;
  });

  // A piece is cut where a claim begins or ends; each part links to the events of all claims over it.
  function parts([start, end, text, spans]) {
    const live = spans.filter(([key]) => passes(eventOf.get(key)));
    const letters = Array.from(text), cuts = [...new Set([start, end, ...live.flatMap(([, a, b]) => [a, b])])].filter((at) => at >= start && at <= end).sort((a, b) => a - b);
    return cuts.slice(0, -1).map((from, i) => {
      const to = cuts[i + 1], words = letters.slice(from - start, to - start).join(""), keys = live.filter(([, a, b]) => a <= from && b >= to).map(([key]) => key);
      return keys.length ? link(words, keys, live.filter(([, a]) => a === from).map(([key]) => key)) : words;
    });
  }
  function link(words, keys, begin) {
    const event = eventOf.get(keys.at(-1)), chosen = keys.some((key) => eventOf.get(key).key === view.chosen);
    return h("a.mark", {
      href: "#text", "data-claims": keys.join(" "), "data-begin": begin.join(" ") || null, "aria-current": chosen ? "true" : null,
      title: keys.map((key) => pick(eventOf.get(key).label)).join("\n"), style: { "--ink-of": colour(event.quad), "--line-of": DASH[event.standing] },
      onclick: (e) => { e.preventDefault(); open(keys); },
    }, words);
  }
  function piece(one) {
    const [start, end, text, spans] = one, live = spans.filter(([key]) => passes(eventOf.get(key)));
    if (text !== null) return h("p", null, h("span.at", { "aria-hidden": "true" }, String(start)), parts(one));
    // Words withheld: where they stand and which events follow from them.
    return live.length ? h("p.bare", null, h("span.at", { "aria-hidden": "true" }, String(start)), live.map(([key], i) => [i ? "; " : "", link(`[${start}–${end}] ${pick(eventOf.get(key).label)}`, [key], [key])])) : null;
  }
  function article(key) {
    const text = data.texts[key], doc = data.documents[key], shown = text.pieces.filter((one) => !one[4] && (text.whole || one[3].some(([claim]) => passes(eventOf.get(claim)))));
    const titles = text.pieces.filter((one) => one[4] && one[2] !== null), bare = text.pieces.filter((one) => one[4] && one[2] === null);
    if (!shown.length && ![...titles, ...bare].some((one) => one[3].some(([claim]) => passes(eventOf.get(claim))))) return null;
    const body = [];
    shown.forEach((one, i) => {
      const gap = !text.whole && (i ? one[0] - shown[i - 1][1] > 2 : one[0] > 2);
      if (gap) body.push(h("p.gap", { "aria-hidden": "true" }, "⋯"));
      body.push(piece(one));
    });
    return h("article.doc", { "data-doc": key },
      h("h2", { lang: doc.lang || null, dir: "auto" }, titles.length ? parts(titles[0]) : doc.label),
      h("p.meta", null, [doc.publisher, doc.issued ? dayName(doc.issued) : t("undated"), text.length === null ? null : t("letters_n", { n: text.length })].filter(Boolean).join(" · "),
        text.hash ? [" · ", h("code", { title: text.hash }, `sha256 ${text.hash.slice(0, 12)}`)] : null, doc.url ? [" · ", h("code", null, doc.url)] : null),
      h("div.body", { lang: doc.lang || null, dir: "auto" }, bare.map(piece), body));
  }
  function refresh() {
    visible = events.filter((event) => passes(event));
    const { scrollTop } = scroller, made = order.map(article).filter(Boolean);
    const page = h("div.page", null, made);
    scroller.replaceChildren(page);
    scroller.scrollTop = scrollTop;
    empty(made.length ? "" : events.length ? t("no_match") : t("blank"));
    linimasa.drawHead(t("text_sub", { docs: made.length, statements: visible.reduce((sum, event) => sum + event.claims.length, 0), events: visible.length }));
    drawPanel();
  }
  function drawPanel() {
    if (view.chosen && data.events[view.chosen]) return linimasa.show(pick(data.events[view.chosen].label), t("claims_n", { n: data.events[view.chosen].claims.length }), [view.chosen], clear, (key) => choose(key));
    if (view.keys) return linimasa.show(t("statements"), t("events_n", { n: view.keys.length }), view.keys, clear, (key) => choose(key));
    const order = [...visible].sort((a, b) => ((a.date || "9") + a.key < (b.date || "9") + b.key ? -1 : 1));
    linimasa.list(t("events_list"), t("text_help"), order.map((event) => ({
      key: event.key, sample: line(event.quad, event.standing, 4), who: pick(event.label), count: String(event.claims.length),
      what: `${pick(event.when)} · ${linimasa.stands(event)}`, open: () => choose(event.key, true),
    })));
  }
  // From words to their events.
  function open(claims) {
    const keys = [...new Set(claims.map((key) => eventOf.get(key).key))];
    Object.assign(view, keys.length === 1 ? { chosen: keys[0], keys: null } : { chosen: null, keys });
    mind(keys);
    drawPanel();
  }
  // From an event to its words.
  function choose(key, move) {
    Object.assign(view, { chosen: key, keys: null });
    mind([key]);
    if (move) scroller.querySelector('.mark[aria-current="true"]')?.scrollIntoView({ block: "center" });
    drawPanel();
  }
  function showClaim(key) {
    choose(eventOf.get(key).key);
    const mark = [...scroller.querySelectorAll(".mark")].find((node) => node.dataset.claims.split(" ").includes(key));
    mark?.scrollIntoView({ block: "center" });
    mark?.focus({ preventScroll: true });
  }
  function mind(keys) {
    for (const node of scroller.querySelectorAll(".mark")) {
      if (node.dataset.claims.split(" ").some((key) => keys.includes(eventOf.get(key).key))) node.setAttribute("aria-current", "true");
      else node.removeAttribute("aria-current");
    }
  }
  function clear() { Object.assign(view, { chosen: null, keys: null }); mind([]); drawPanel(); }

  function start(room) {
    scroller = h("div.texts", { tabIndex: 0, role: "region" });
    room.append(scroller);
    empty = linimasa.emptyNote(room);
  }
  function words() { scroller.setAttribute("aria-label", t("text_title")); }
  function side() {
    const whole = Object.values(data.texts).some((text) => text.whole), bare = Object.values(data.texts).every((text) => text.pieces.every((one) => one[2] === null));
    return [h("p.note", null, t(whole ? "text_whole" : bare ? "text_bare" : "text_sentences")),
      left.cut > 0 ? h("p.note", null, t("cut", { limit: left.limit, n: left.cut })) : null];
  }
  linimasa.inText = (key) => (homes.has(key) ? () => { linimasa.go("text"); showClaim(key); } : null);
  linimasa.register("text", { start, words, side, refresh, clear, choose: (key) => choose(key, true), has: () => true },
    { choose, showClaim, view, visible: () => visible.map((event) => event.key) });
})();
