// The calendar: meetings by month, what was planned against what is known to have been held.
"use strict";
(() => {
  const { data, state, h, t, pick, typeName, passes, line, events } = linimasa;
  const left = linimasa.left("calendar");
  const view = { all: false, chosen: null };
  const PLANS = new Set(["planned", "committed", "postponed", "cancelled"]);
  let scroller = null, empty = null, visible = [];

  const claims = (event) => event.claims.map((key) => data.claims[key]);
  const announced = (event) => claims(event).filter((claim) => PLANS.has(claim.modality));
  // The first day on which it was said to be going to happen, as far as the documents are dated.
  function since(event) {
    const days = announced(event).map((claim) => claim.said || data.documents[claim.document]?.issued).filter(Boolean).sort();
    return days[0] || null;
  }
  // planned: nothing is known of it yet; held: planned and known to have happened; unplanned: only known as held;
  // claimed: held by the word of one side alone, or disputed.
  function outcome(event) {
    if (event.status === "cancelled" || event.status === "ruledOut") return "off";
    if (event.status === "postponed") return "postponed";
    if (event.status === "planned") return "planned";
    if (event.standing === "claimed") return "claimed";
    if (event.status === "occurred" || event.status === "ongoing") return announced(event).length ? "held" : "unplanned";
    return null;
  }
  const meeting = (event) => event.root === "consult";
  const belongs = (event) => outcome(event) !== null && (meeting(event) || (view.all && !["unplanned", "claimed"].includes(outcome(event)))) && event.root !== "statement";
  const MARKS = { planned: "○", held: "●", unplanned: "●", claimed: "◐", postponed: "◌", off: "×" };

  function grid(key, list) {
    const [year, number] = key.split("-").map(Number), first = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
    const last = new Date(Date.UTC(year, number, 0)).getUTCDate(), byDay = new Map();
    for (const event of list) if (event.exact) { const day = Number(event.date.slice(8)); byDay.set(day, [...(byDay.get(day) || []), event]); }
    const cells = [...Array(first).fill(0), ...Array.from({ length: last }, (_, i) => i + 1)];
    return h("div.days", { "aria-hidden": "true" }, data.weekdays[state.lang].map((text) => h("i", null, text)), cells.map((day) => {
      const own = byDay.get(day) || [], kind = own.some((event) => ["held", "unplanned"].includes(outcome(event))) ? ".done" : own.length ? ".plan" : "";
      return h("span" + kind, null, day ? String(day) : "");
    }));
  }
  function row(event) {
    const kind = outcome(event), day = since(event);
    return h("li", null, h("button.entry." + kind, {
      type: "button", "data-key": event.key, "aria-current": view.chosen === event.key ? "true" : null, onclick: () => choose(event.key),
    }, h("span.mark", { "aria-hidden": "true" }, MARKS[kind]), h("span.day", null, pick(event.when)), h("span.what", null, kind === "off" ? h("s", null, pick(event.label)) : pick(event.label)),
    h("span.state", null, t("outcome_" + kind), day ? ` · ${t("announced", { date: linimasa.dayName(day) })}` : "")));
  }
  function refresh() {
    visible = events.filter((event) => belongs(event) && passes(event))
      .sort((a, b) => ((a.date || "9") + a.key < (b.date || "9") + b.key ? -1 : 1));
    const months = new Map();
    for (const event of visible) { const key = event.date ? event.date.slice(0, 7) : ""; months.set(key, [...(months.get(key) || []), event]); }
    const { scrollTop } = scroller;
    scroller.replaceChildren(...[...months].map(([key, list]) => {
      const heading = key ? `${data.months[state.lang][Number(key.slice(5)) - 1]} ${key.slice(0, 4)}` : t("undated");
      return h("section.month", { "aria-label": heading }, h("h2", null, heading), key ? grid(key, list) : null, h("ul", null, list.map(row)));
    }));
    scroller.scrollTop = scrollTop;
    empty(visible.length ? "" : events.length ? t("no_match") : t("blank"));
    const count = (kind) => visible.filter((event) => outcome(event) === kind).length;
    linimasa.drawHead(t("calendar_sub", { planned: count("planned"), held: count("held"), unplanned: count("unplanned") + count("claimed"), off: count("off") + count("postponed") }));
    drawPanel();
  }
  function drawPanel() {
    if (view.chosen) {
      const event = data.events[view.chosen];
      return linimasa.show(typeName(event.type), t("claims_n", { n: event.claims.length }), [view.chosen], clear, choose);
    }
    const ahead = visible.filter((event) => outcome(event) !== "unplanned");
    linimasa.list(t("plans"), t("calendar_help"), (ahead.length ? ahead : visible).map((event) => ({
      key: event.key, sample: line(event.quad, event.standing, 4), who: pick(event.label), count: MARKS[outcome(event)], what: `${pick(event.when)} · ${t("outcome_" + outcome(event))}`, open: () => choose(event.key, true),
    })));
  }
  function mind(move) {
    for (const node of scroller.querySelectorAll(".entry")) {
      if (node.dataset.key !== view.chosen) { node.removeAttribute("aria-current"); continue; }
      node.setAttribute("aria-current", "true");
      if (move) node.scrollIntoView({ block: "center" });
    }
  }
  function choose(key, move) { view.chosen = key; mind(move); drawPanel(); }
  function clear() { view.chosen = null; mind(); drawPanel(); }

  function start(room) {
    scroller = h("div.diary", { tabIndex: 0, role: "region" });
    room.append(scroller);
    empty = linimasa.emptyNote(room);
  }
  function words() { scroller.setAttribute("aria-label", t("calendar_title")); }
  function side() {
    const all = linimasa.check(t("all_plans"), view.all, (on) => { view.all = on; refresh(); });
    all.querySelector("input").id = "all-plans";
    return [h("fieldset", null, h("legend", null, t("view")), all),
      h("fieldset", null, h("legend", null, t("marks")), h("ul.keys.outcomes", null, ["planned", "held", "unplanned", "claimed", "postponed", "off"].map((kind) => h("li", null, h("span.mark." + kind, { "aria-hidden": "true" }, MARKS[kind]), t("outcome_" + kind))))),
      h("p.note", null, t("calendar_note")), left.cut > 0 ? h("p.note", null, t("cut", { limit: left.limit, n: left.cut })) : null];
  }
  linimasa.register("calendar", { start, words, side, refresh, clear, choose: (key) => choose(key, true), has: (key) => belongs(data.events[key]) },
    { choose, view, visible: () => visible.map((event) => event.key), outcome: (key) => outcome(data.events[key]) });
})();
