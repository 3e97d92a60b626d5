// The matrix: who does what to whom by month, or each party to each; people and bodies stand for their states.
"use strict";
(() => {
  const { data, state, parts, h, svg, t, pick, name, typeName, colour, passes, line, events } = linimasa;
  const left = linimasa.left("matrix");
  const view = { by: "month", chosen: null };
  const MOST = { month: 60, party: 24 }, HIGH = 26, WIDE = 30;
  let scroller = null, empty = null, found = new Map(), hidden = 0;

  // What isn't a fact or a plan is no tie, as in the actor network.
  const counts = (event) => event.root !== "statement" && event.standing !== "spoken" && passes(event);
  function pairs(event) {
    if (data.types[event.type]?.mutual) {
      const all = [...new Set([...event.doers, ...event.targets])].sort();
      return all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b, true]));
    }
    return event.doers.flatMap((a) => event.targets.filter((b) => b !== a).map((b) => [a, b, false]));
  }
  const month = (event) => (event.date ? event.date.slice(0, 7) : "");
  const monthName = (key) => (key ? `${data.months[state.lang][Number(key.slice(5)) - 1]} ${key.slice(0, 4)}` : t("undated"));
  const tie = (row) => `${name(row.a)} ${row.mutual ? "–" : "→"} ${name(row.b)}`;

  function collect() {
    found = new Map();
    for (const event of events.filter(counts)) {
      for (const [a, b, mutual] of pairs(event)) {
        const key = `${a}${mutual ? "=" : ">"}${b}`;
        if (!found.has(key)) found.set(key, { key, a, b, mutual, list: [] });
        found.get(key).list.push(event);
      }
    }
    return [...found.values()].sort((x, y) => y.list.length - x.list.length || (x.key < y.key ? -1 : 1));
  }

  // A cell is a pile, its height the number of events; what only is planned or claimed by one side is hollow.
  const ORDER = ["held", "claimed", "planned"], DASH = { claimed: "1.5 1.5", planned: "4 2" };
  function pile(list, most) {
    const high = Math.max(6, HIGH * Math.sqrt(list.length / most)), box = svg("svg", { width: WIDE, height: HIGH, "aria-hidden": "true" });
    let y = HIGH;
    for (const stand of ORDER) for (const quad of [2, 1, 3, 4]) {
      const share = list.filter((event) => event.quad === quad && event.standing === stand).length / list.length;
      if (!share) continue;
      const part = share * high, hollow = stand !== "held", paint = colour(quad);
      y -= part;
      box.append(svg("rect", hollow
        ? { x: 1, y: y + 0.75, width: WIDE - 2, height: Math.max(1, part - 1.5), fill: "none", stroke: paint, "stroke-width": 1.5, "stroke-dasharray": DASH[stand] }
        : { x: 0, y, width: WIDE, height: Math.max(1, part - 0.75), fill: paint }));
    }
    return box;
  }
  function spoken(list) {
    return [1, 2, 3, 4].map((quad) => [quad, list.filter((event) => event.quad === quad).length]).filter(([, n]) => n)
      .map(([quad, n]) => `${t("quad_" + quad)} ${n}`).join(", ");
  }
  function cell(heading, list, most) {
    if (!list.length) return h("td");
    const chosen = view.chosen && view.chosen.heading === heading;
    return h("td", null, h("button.cell", {
      type: "button", "aria-label": `${heading}: ${t("events_n", { n: list.length })} (${spoken(list)})`, "aria-current": chosen ? "true" : null,
      onclick: () => choose(heading, list), onmouseenter: (e) => hover(e, heading, list), onmouseleave: linimasa.hideTip,
    }, pile(list, most), h("span", { "aria-hidden": "true" }, String(list.length))));
  }
  function hover(e, heading, list) {
    const room = parts.stage.getBoundingClientRect();
    linimasa.showTip(e.clientX - room.left, e.clientY - room.top, h("b", null, heading), h("div.by", null, spoken(list)),
      list.slice(0, 4).map((event) => h("div.by", null, `${pick(event.when)} · ${pick(event.label)}`)));
  }

  function byMonth(rows) {
    const shown = rows.slice(0, MOST.month), months = [...new Set(shown.flatMap((row) => row.list.map(month)))].sort((a, b) => (a === "") - (b === "") || (a < b ? -1 : 1));
    const cells = shown.map((row) => months.map((key) => row.list.filter((event) => month(event) === key)));
    const most = Math.max(1, ...cells.flat().map((list) => list.length));
    const gap = (i) => i > 0 && months[i] && !follows(months[i - 1], months[i]);
    return h("table.matrix", null, h("caption", null, h("span", null, t("matrix_caption"))),
      h("thead", null, h("tr", null, h("th", { scope: "col" }, t("pair")), months.map((key, i) => h("th" + (gap(i) ? ".gap" : ""), { scope: "col", "aria-label": monthName(key) },
        key ? [h("b", null, i === 0 || months[i - 1].slice(0, 4) !== key.slice(0, 4) ? key.slice(0, 4) : " "), data.months[state.lang][Number(key.slice(5)) - 1].slice(0, 3)] : t("undated_short"))))),
      h("tbody", null, shown.map((row, r) => h("tr", null, h("th", { scope: "row" }, h("button", { type: "button", onclick: () => choose(tie(row), row.list) }, tie(row))),
        cells[r].map((list, c) => { const made = cell(`${tie(row)}, ${monthName(months[c])}`, list, most); if (gap(c)) made.classList.add("gap"); return made; })))));
  }
  function follows(a, b) {
    const at = (key) => Number(key.slice(0, 4)) * 12 + Number(key.slice(5));
    return a !== "" && at(b) - at(a) === 1;
  }
  function byParty(rows) {
    const weight = new Map();
    for (const row of rows) for (const key of [row.a, row.b]) weight.set(key, (weight.get(key) || 0) + row.list.length);
    const shown = [...weight].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).slice(0, MOST.party).map(([key]) => key);
    const between = (a, b) => (a === b ? [] : [...new Set(rows.filter((row) => (row.a === a && row.b === b) || (row.mutual && row.a === b && row.b === a)).flatMap((row) => row.list))]);
    const cells = shown.map((a) => shown.map((b) => between(a, b)));
    const most = Math.max(1, ...cells.flat().map((list) => list.length));
    return h("table.matrix.parties", null, h("caption", null, h("span", null, t("matrix_caption_party"))),
      h("thead", null, h("tr", null, h("th", { scope: "col" }, t("doer_target")), shown.map((key) => h("th", { scope: "col" }, h("span", null, name(key)))))),
      h("tbody", null, shown.map((a, r) => h("tr", null, h("th", { scope: "row" }, name(a)),
        shown.map((b, c) => (a === b ? h("td.self") : cell(`${name(a)} → ${name(b)}`, cells[r][c], most)))))));
  }

  function refresh() {
    const rows = collect(), total = new Set(rows.flatMap((row) => row.list.map((event) => event.key))).size;
    const parties = new Set(rows.flatMap((row) => [row.a, row.b])).size;
    hidden = view.by === "month" ? Math.max(0, rows.length - MOST.month) : Math.max(0, parties - MOST.party);
    const { scrollLeft, scrollTop } = scroller, focus = document.activeElement?.getAttribute?.("aria-label");
    scroller.replaceChildren(...(rows.length ? [view.by === "month" ? byMonth(rows) : byParty(rows)] : []), ...(hidden ? [h("p.note", null, t("rows_cut", { n: hidden }))] : []));
    scroller.scrollTo(scrollLeft, scrollTop);
    if (!settled && rows.length) { settled = true; settle(rows); }
    if (focus) [...scroller.querySelectorAll(".cell")].find((node) => node.getAttribute("aria-label") === focus)?.focus();
    empty(rows.length ? "" : events.length ? t("no_match") : t("blank"));
    linimasa.drawHead(t("matrix_sub", { pairs: rows.length, events: total }));
    if (view.chosen && view.chosen.keys) view.chosen.keys = view.chosen.keys.filter((key) => passes(data.events[key]));
    drawPanel(rows);
  }
  // Open at the months in which most happens.
  let settled = false;
  function settle(rows) {
    const heads = [...scroller.querySelectorAll("thead th")], months = [...new Set(rows.slice(0, MOST.month).flatMap((row) => row.list.map(month)))].sort((a, b) => (a === "") - (b === "") || (a < b ? -1 : 1));
    const fit = Math.max(1, Math.floor((scroller.clientWidth - heads[0].offsetWidth) / 46)), counts = new Map(months.map((key) => [key, 0]));
    for (const row of rows.slice(0, MOST.month)) for (const event of row.list) counts.set(month(event), counts.get(month(event)) + 1);
    const sum = (i) => months.slice(i, i + fit).reduce((all, key) => all + counts.get(key), 0);
    const best = months.reduce((high, _, i) => (sum(i) > sum(high) ? i : high), 0);
    scroller.scrollLeft = best ? heads[best + 1].offsetLeft - heads[0].offsetWidth : 0;
  }
  function drawPanel(rows) {
    if (view.chosen) return linimasa.show(view.chosen.heading, t("events_n", { n: view.chosen.keys.length }), view.chosen.keys, clear, (key) => open(key));
    linimasa.list(t("pairs"), t("matrix_help"), (rows || collect()).map((row) => {
      const main = [...row.list].sort((a, b) => count(row, b) - count(row, a))[0];
      return { key: row.key, sample: line(main.quad, main.standing, 4), who: tie(row), count: String(row.list.length), what: spoken(row.list), open: () => choose(tie(row), row.list) };
    }));
  }
  const count = (row, one) => row.list.filter((event) => event.quad === one.quad && event.standing === one.standing).length;
  function choose(heading, list) { view.chosen = { heading, keys: list.map((event) => event.key) }; mind(); drawPanel(); }
  function open(key) { choose(typeName(data.events[key].type), [data.events[key]]); }
  function mind() {
    for (const node of scroller.querySelectorAll(".cell")) {
      if (view.chosen && node.getAttribute("aria-label").startsWith(view.chosen.heading + ": ")) node.setAttribute("aria-current", "true");
      else node.removeAttribute("aria-current");
    }
  }
  function clear() { view.chosen = null; mind(); drawPanel(); }

  function start(room) {
    scroller = h("div.tables", { tabIndex: 0, role: "region" });
    room.append(scroller);
    empty = linimasa.emptyNote(room);
  }
  function words() { scroller.setAttribute("aria-label", t("matrix_title")); }
  function side() {
    const by = h("select", { "aria-label": t("columns"), id: "columns", onchange: () => { view.by = by.value; view.chosen = null; refresh(); } },
      h("option", { value: "month" }, t("by_month")), h("option", { value: "party" }, t("by_party")));
    by.value = view.by;
    return [h("fieldset", null, h("legend", null, t("columns")), by), h("p.note", null, t("matrix_note")),
      left.cut > 0 ? h("p.note", null, t("cut", { limit: left.limit, n: left.cut })) : null];
  }
  linimasa.register("matrix", { start, words, side, refresh, clear, choose: open, has: (key) => pairs(data.events[key]).length > 0 && data.events[key].standing !== "spoken" && data.events[key].root !== "statement" },
    { view, pairs: () => collect().map((row) => [row.key, row.list.map((event) => event.key)]), visible: () => [...new Set(collect().flatMap((row) => row.list.map((event) => event.key)))] });
})();
