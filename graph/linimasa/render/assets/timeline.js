// The timeline: lanes by party or type; a mark says how exactly a date is known and how an event stands.
"use strict";
(() => {
  const { data, state, parts, h, svg, t, pick, name, typeName, colour, passes, line, days, events, dayName } = linimasa;
  const left = linimasa.left("timeline");
  const view = { lanes: "actor", zoom: 1, chosen: null };
  const HEAD = innerWidth > 860 ? 170 : 112, ROW = 34, MOST = 14, OPEN = "9999-12-31", COLUMN = 380;
  let scroller = null, corner = null, empty = null, visible = [];

  const stamp = (day) => { const [y, m, d] = day.split("-").map(Number); return Date.UTC(y, m - 1, d) / 864e5; };
  // Days are set apart by the logarithm of the time between, so that a quiet decade doesn't push a busy week together.
  function scale() {
    const at = [HEAD + 40];
    for (let i = 1; i < days.length; i += 1) at.push(at[i - 1] + view.zoom * 30 * Math.log2(1 + stamp(days[i]) - stamp(days[i - 1])));
    const index = new Map(days.map((day, i) => [day, i]));
    const end = days.length ? at.at(-1) : HEAD + 40;
    return { at, end, x: (day) => (index.has(day) ? at[index.get(day)] : end) };
  }

  function lanes(keys) {
    const found = new Map();
    for (const event of keys) {
      const homes = view.lanes === "type" ? [event.root] : event.doers.length ? event.doers : event.parties;
      for (const home of homes) { if (!found.has(home)) found.set(home, []); found.get(home).push(event); }
    }
    const rank = [...found].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    const title = (key) => (view.lanes === "type" ? typeName(key) : name(key));
    const kept = rank.slice(0, MOST).map(([key, list]) => ({ title: title(key), list }));
    const rest = [...new Set(rank.slice(MOST).flatMap(([, list]) => list))];
    if (rest.length) kept.push({ title: t("others_n", { n: rank.length - MOST }), list: rest });
    return kept;
  }

  // Where an event begins and ends on the axis, and how its ends are drawn.
  function extent(event, axis) {
    if (!event.window) return { from: axis.end + 90, to: axis.end + 90, kind: "undated" };
    const [low, high] = event.window, from = axis.x(low);
    if (high === OPEN) return { from, to: axis.end + 46, kind: "open" };
    if (event.precision === "notAfter") return { from: from - 44, to: from, kind: "before" };
    if (event.precision === "notBefore") return { from, to: from + 44, kind: "after" };
    if (low !== high) return { from, to: Math.max(axis.x(high), from + 16), kind: event.exact ? "span" : "within" };
    return { from, to: from, kind: event.exact ? "day" : "about" };
  }
  const DASH = { planned: "4 3", claimed: "1.5 2.5", spoken: "1 3" };
  function mark(event, place) {
    const wide = Math.max(14, place.to - place.from + 14), paint = colour(event.quad);
    const box = svg("svg", { width: wide, height: 16, "aria-hidden": "true", class: place.kind });
    const solid = event.standing === "held" ? paint : "none";
    const pen = { stroke: paint, "stroke-width": 2, fill: solid, "stroke-dasharray": DASH[event.standing] || "" };
    const last = wide - 7;
    if (place.kind === "day" || place.kind === "undated") box.append(svg("circle", { cx: 7, cy: 8, r: 5.5, ...pen }));
    else if (place.kind === "about") box.append(svg("circle", { cx: 7, cy: 8, r: 6, fill: paint, opacity: 0.25 }), svg("circle", { cx: 7, cy: 8, r: 3.5, ...pen }));
    else if (place.kind === "within") {
      box.append(svg("rect", { x: 7, y: 3, width: last - 7, height: 10, rx: 5, fill: paint, opacity: 0.16 }),
        svg("rect", { x: 7, y: 3, width: last - 7, height: 10, rx: 5, ...pen, fill: "none", "stroke-width": 1.5, "stroke-dasharray": DASH[event.standing] || "5 3" }));
    } else if (place.kind === "span") box.append(svg("rect", { x: 7, y: 4, width: last - 7, height: 8, rx: 4, ...pen }));
    else {
      // Known on one side only: the line thins out where the text is silent.
      const steps = 6, fade = place.kind === "before" ? (i) => (i + 1) / steps : (i) => 1 - i / steps;
      const tail = place.kind === "open" ? Math.min(60, last - 7) : last - 7, start = place.kind === "open" ? last - tail : 7;
      if (place.kind === "open") box.append(svg("line", { x1: 7, x2: start, y1: 8, y2: 8, ...pen, "stroke-width": 5 }));
      for (let i = 0; i < steps; i += 1) box.append(svg("line", { x1: start + (tail * i) / steps, x2: start + (tail * (i + 0.72)) / steps, y1: 8, y2: 8, stroke: paint, "stroke-width": 5, opacity: fade(i) }));
      const bar = place.kind === "before" ? last : 7;
      box.append(svg("line", { x1: bar, x2: bar, y1: 1, y2: 15, stroke: paint, "stroke-width": 2.5 }));
    }
    return box;
  }

  // Each mark goes into the first row that has room for its words. Where a lane has grown high, words give way: the
  // mark before it in its row is cut short, down to the mark alone.
  const CALM = 12;
  function dated(list, axis) {
    const rows = [], items = list.filter((event) => event.window).map((event) => ({ event, place: extent(event, axis) }))
      .sort((a, b) => a.place.from - b.place.from || (a.event.key < b.event.key ? -1 : 1));
    for (const item of items) {
      const { from, to } = item.place;
      item.left = from - 7;
      item.bare = to - from + 14;
      item.wide = to - from + Math.min(330, 30 + pick(item.event.label).length * 7.1);
      const free = (last) => last.left + last.wide + 10 < item.left, apart = (last) => last.left + last.bare + 4 < item.left;
      let row = rows.findIndex(free);
      if (row < 0 && rows.length >= CALM) {
        row = rows.reduce((best, last, i) => (apart(last) && (best < 0 || last.left < rows[best].left) ? i : best), -1);
        if (row >= 0) rows[row].wide = item.left - rows[row].left - 4;
      }
      if (row < 0) row = rows.length;
      rows[row] = item;
      item.row = row;
    }
    return { items, rows };
  }
  // What has no date stands behind the axis, in columns no higher than the lane is by its dates.
  function places(list, axis) {
    const { items, rows } = dated(list, axis), deep = Math.max(CALM, rows.length), left = axis.end + 83;
    for (const last of rows) last.wide = Math.min(last.wide, Math.max(last.bare, left - last.left - 10));
    const undated = list.filter((event) => !event.window).sort((a, b) => (a.key < b.key ? -1 : 1)).map((event, i) => (
      { event, place: extent(event, axis), left: left + Math.floor(i / deep) * COLUMN, row: i % deep, bare: 14, wide: Math.min(COLUMN - 20, 30 + pick(event.label).length * 7.1) }));
    return { items: [...items, ...undated], rows: Math.max(rows.length, Math.min(deep, undated.length)), columns: Math.ceil(undated.length / deep) };
  }
  function draw(lane, axis, rowsOf) {
    const { items, rows } = lane.places;
    const nodes = items.map(({ event, place, left, row, bare, wide }) => {
      const text = pick(event.label), room = wide - bare > 36;
      return h("button.item." + event.standing, {
        type: "button", "data-key": event.key, style: { left: `${left}px`, top: `${4 + row * ROW}px`, "max-width": `${Math.ceil(wide) + (room ? 0 : 1)}px` },
        "aria-label": `${text}. ${pick(event.when)}. ${linimasa.stands(event)}`, onclick: () => choose(event.key),
        onmouseenter: (e) => tip(e, event), onfocus: null, onmouseleave: linimasa.hideTip,
      }, mark(event, place), room ? h("span.text", null, event.standing === "spoken" && event.status === "ruledOut" ? h("s", null, text) : text) : null);
    });
    return h("section.lane", { style: { height: `${Math.max(48, rows * ROW + 8)}px`, width: `${rowsOf}px` }, "aria-label": lane.title },
      h("div.head", null, lane.title, h("small", null, String(lane.list.length))), nodes);
  }
  function tip(e, event) {
    const room = parts.stage.getBoundingClientRect();
    linimasa.showTip(e.clientX - room.left, e.clientY - room.top, linimasa.brief(event));
  }

  function ticks(axis, width) {
    const made = [];
    let free = -Infinity, year = "", freeYear = -Infinity;
    const shown = days.slice(state.from, state.to + 1);
    for (const day of shown) {
      const x = axis.x(day);
      if (day.slice(0, 4) !== year) {
        if (x >= freeYear) { made.push(h("span.major", { style: { left: `${x}px` } }, day.slice(0, 4))); freeYear = x + 46; }
        year = day.slice(0, 4);
      }
      if (x < free) continue;
      const [, month, number] = day.split("-").map(Number);
      made.push(h("span", { style: { left: `${x}px` } }, `${number} ${data.months[state.lang][month - 1].slice(0, 3)}`));
      free = x + 62;
    }
    if (visible.some((event) => !event.window)) made.push(h("span.major", { style: { left: `${axis.end + 84}px` } }, t("undated")));
    return h("div.axis", { style: { width: `${width}px` }, "aria-hidden": "true" }, made);
  }

  function refresh() {
    visible = events.filter(passes);
    const axis = scale(), list = lanes(visible).map((lane) => ({ ...lane, places: places(lane.list, axis) }));
    const width = axis.end + 90 + COLUMN * Math.max(1, ...list.map((lane) => lane.places.columns));
    const chart = h("div.chart", { style: { width: `${width}px` } }, ticks(axis, width), list.map((lane) => draw(lane, axis, width)));
    const { scrollLeft, scrollTop } = scroller;
    scroller.replaceChildren(chart);
    scroller.scrollTo(scrollLeft, scrollTop);
    empty(visible.length ? "" : events.length ? t("timeline_empty") : t("blank"));
    linimasa.drawHead(t("timeline_sub", { events: visible.length, lanes: list.length }));
    if (view.chosen && !visible.some((event) => event.key === view.chosen)) view.chosen = null;
    mind();
    if (state.query) reveal();
    drawPanel();
  }
  // What a search finds may lie out of sight: move to the first of it.
  function reveal() {
    const room = scroller.getBoundingClientRect(), items = [...scroller.querySelectorAll(".item")];
    const inside = (box) => box.right > room.left + HEAD && box.left < room.right && box.bottom > room.top + 42 && box.top < room.bottom;
    if (items.length && !items.some((item) => inside(item.getBoundingClientRect()))) items[0].scrollIntoView({ block: "nearest", inline: "center" });
  }
  function mind() {
    for (const item of scroller.querySelectorAll(".item")) {
      if (item.dataset.key === view.chosen) item.setAttribute("aria-current", "true");
      else item.removeAttribute("aria-current");
    }
  }
  function choose(key, move) {
    view.chosen = key;
    mind();
    if (move) scroller.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "center", inline: "center" });
    drawPanel();
  }
  function clear() { view.chosen = null; mind(); drawPanel(); }
  function drawPanel() {
    if (view.chosen) {
      const event = data.events[view.chosen];
      return linimasa.show(typeName(event.type), t("claims_n", { n: event.claims.length }), [view.chosen], clear, (key) => choose(key, true));
    }
    const order = [...visible].sort((a, b) => ((a.date || "9") + a.key < (b.date || "9") + b.key ? -1 : 1));
    linimasa.list(t("events_list"), t("timeline_help"), order.map((event) => ({
      key: event.key, sample: line(event.quad, event.standing, 4), who: pick(event.label), count: String(event.claims.length),
      what: `${pick(event.when)} · ${linimasa.stands(event)}`, open: () => choose(event.key, true),
    })));
  }

  function side() {
    const by = h("select", { "aria-label": t("lanes"), id: "lanes", onchange: () => { view.lanes = by.value; refresh(); } },
      h("option", { value: "actor" }, t("by_actor")), h("option", { value: "type" }, t("by_type")));
    by.value = view.lanes;
    const sample = (kind, standing, label) => h("li", null, mark({ quad: 0, standing }, { from: 0, to: kind === "day" || kind === "about" ? 0 : 26, kind }), label);
    return [
      h("fieldset", null, h("legend", null, t("lanes")), by),
      h("fieldset", null, h("legend", null, t("marks")), h("ul.keys.marks", null,
        sample("day", "held", t("mark_day")), sample("day", "planned", t("standing_planned")), sample("within", "held", t("mark_within")),
        sample("before", "held", t("mark_before")), sample("open", "held", t("mark_open")), sample("about", "held", t("mark_about")))),
      h("p.note", null, t("timeline_scale")),
      left.cut > 0 ? h("p.note", null, t("cut", { limit: left.limit, n: left.cut })) : null];
  }
  function zoom(by) {
    const middle = (scroller.scrollLeft + scroller.clientWidth / 2 - HEAD) / view.zoom;
    view.zoom = Math.min(8, Math.max(0.2, view.zoom * by));
    refresh();
    scroller.scrollLeft = middle * view.zoom + HEAD - scroller.clientWidth / 2;
  }

  function start(room) {
    scroller = h("div.lanes", { tabIndex: 0, role: "region" });
    corner = h("div.corner");
    room.append(scroller, corner);
    empty = linimasa.emptyNote(room);
    refresh();
    // Open where most happens in the lane on top.
    const axis = scale(), top = lanes(visible)[0], wide = scroller.clientWidth - HEAD - 60;
    const at = (top ? top.list : []).filter((event) => event.date).map((event) => extent(event, axis).from).sort((a, b) => a - b);
    let best = 0, start = 0;
    for (let i = 0, j = 0; i < at.length; i += 1) {
      while (j < at.length && at[j] <= at[i] + wide) j += 1;
      if (j - i > best) { best = j - i; start = at[i]; }
    }
    if (best) scroller.scrollLeft = start - HEAD - 60;
  }
  function words() {
    scroller.setAttribute("aria-label", t("timeline_title"));
    corner.replaceChildren(
      h("button.plain", { type: "button", "aria-label": t("zoom_out"), title: t("zoom_out"), onclick: () => zoom(1 / 1.5) }, "−"),
      h("button.plain", { type: "button", "aria-label": t("zoom_in"), title: t("zoom_in"), onclick: () => zoom(1.5) }, "+"));
  }
  const has = () => true;
  linimasa.register("timeline", { start, words, side, refresh, clear, choose, has }, { choose, visible: () => visible.map((event) => event.key), view });
})();
