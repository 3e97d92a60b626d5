// The map: a mark a place, its slices what kinds of acts; states shaded by the events that they take part in.
"use strict";
(() => {
  const { data, state, parts, h, svg, t, pick, name, colour, passes, line, events } = linimasa;
  const left = linimasa.left("map");
  const view = { x: 0, y: 0, scale: 1, shade: true, chosen: null };
  let room = null, sea = null, lands = null, marks = null, corner = null, empty = null, visible = [];

  // Equal Earth (Šavrič, Patterson, Jenny 2018): areas stay true. Returns units of the earth's radius, y downwards.
  const A = [1.340264, -0.081106, 0.000893, 0.003796], M = Math.sqrt(3) / 2;
  function project([lon, lat]) {
    const p = Math.asin(M * Math.sin((lat * Math.PI) / 180)), q = p * p, r = q * q * q;
    return [(lon * Math.PI / 180) * Math.cos(p) / (M * (A[0] + 3 * A[1] * q + r * (7 * A[2] + 9 * A[3] * q))), -p * (A[0] + A[1] * q + r * (A[2] + A[3] * q))];
  }
  function outline(ring) {
    let x = 0, y = 0, text = "";
    for (let i = 0; i < ring.length; i += 2) {
      x += ring[i]; y += ring[i + 1];
      const [a, b] = project([x / 10, y / 10]);
      text += `${i ? "L" : "M"}${(a * 100).toFixed(2)} ${(b * 100).toFixed(2)}`;
    }
    return text + "z";
  }
  // Where a place is: its own point, else the middle of its state; null where neither is known.
  function spot(key) {
    const place = data.places[key];
    const at = place && (place.at || data.world.points[place.state]);
    return at ? project(at).map((value) => value * 100) : null;
  }
  const spots = new Map(Object.keys(data.places).map((key) => [key, spot(key)]));
  const placed = (event) => Boolean(event.place && spots.get(event.place));
  const stateName = (code) => name("actor/" + code.toLowerCase());
  const codes = (event) => event.parties.map((key) => key.replace("actor/", "").toUpperCase()).filter((code) => code in data.world.states || code in data.world.points);

  function byPlace() {
    const found = new Map();
    for (const event of visible) {
      if (!placed(event)) continue;
      if (!found.has(event.place)) found.set(event.place, []);
      found.get(event.place).push(event);
    }
    return [...found].map(([key, list]) => ({ keys: [key], at: spots.get(key), list }))
      .sort((a, b) => b.list.length - a.list.length || (a.keys[0] < b.keys[0] ? -1 : 1));
  }
  const radius = (count) => Math.min(26, 5 + 2.6 * Math.sqrt(count));
  const toScreen = ([x, y]) => [(x - view.x) * view.scale + room.clientWidth / 2, (y - view.y) * view.scale + room.clientHeight / 2];
  // Places that would cover each other at this scale share a mark.
  function gathered(places) {
    const kept = [];
    for (const place of places) {
      const [x, y] = toScreen(place.at), size = radius(place.list.length);
      const near = kept.find((one) => Math.hypot(one.x - x, one.y - y) < 0.75 * (one.size + size));
      if (near) { near.keys.push(...place.keys); near.list = near.list.concat(place.list); near.size = radius(near.list.length); }
      else kept.push({ keys: [...place.keys], list: place.list, x, y, size });
    }
    return kept;
  }
  const title = (mark) => pick(data.places[mark.keys[0]].label) + (mark.keys.length > 1 ? ` +${mark.keys.length - 1}` : "");

  const DASH = { planned: "4 3", claimed: "1.5 2.5", spoken: "1 3" };
  function pie(list, size) {
    const wide = 2 * size + 4, middle = size + 2, box = svg("svg", { width: wide, height: wide, "aria-hidden": "true" });
    const stands = new Set(list.map((event) => event.standing));
    const facts = list.filter((event) => event.standing === "held");
    if (!facts.length) {
      // Nothing here is known to have happened: a ring, never a disc.
      box.append(svg("circle", { cx: middle, cy: middle, r: size - 1, class: "ring", stroke: colour(list[0].quad), "stroke-width": 2.5, "stroke-dasharray": stands.size === 1 ? DASH[list[0].standing] : DASH.spoken }));
      return box;
    }
    let turn = 0;
    const half = size / 2, round = 2 * Math.PI * half;
    for (const quad of [1, 2, 3, 4, 0]) {
      const share = facts.filter((event) => event.quad === quad).length / facts.length;
      if (!share) continue;
      box.append(svg("circle", { cx: middle, cy: middle, r: half, fill: "none", stroke: colour(quad), "stroke-width": size, "stroke-dasharray": `${share * round} ${round}`, transform: `rotate(${turn * 360 - 90} ${middle} ${middle})` }));
      turn += share;
    }
    box.append(svg("circle", { cx: middle, cy: middle, r: size, class: "edge" }));
    return box;
  }

  function place() {
    const wide = room.clientWidth, high = room.clientHeight;
    sea.setAttribute("viewBox", `${view.x - wide / 2 / view.scale} ${view.y - high / 2 / view.scale} ${wide / view.scale} ${high / view.scale}`);
    const list = gathered(byPlace()), taken = [];
    const free = (box) => !taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);
    for (const mark of list) taken.push([mark.x - mark.size, mark.y - mark.size, mark.x + mark.size, mark.y + mark.size]);
    const focus = document.activeElement?.dataset?.place;
    marks.replaceChildren(...list.map((mark) => {
      const text = title(mark), long = 6 + text.length * 7, { x, y, size } = mark;
      const side = Object.entries({
        right: [x + size + 3, y - 9, x + size + 3 + long, y + 9], left: [x - size - 3 - long, y - 9, x - size - 3, y + 9],
        above: [x - long / 2, y - size - 19, x + long / 2, y - size - 1], below: [x - long / 2, y + size + 1, x + long / 2, y + size + 19],
      }).find(([, box]) => box[0] > 2 && box[2] < wide - 2 && free(box));
      if (side) taken.push(side[1]);
      const chosen = view.chosen && view.chosen.kind === "place" && mark.keys.includes(view.chosen.key);
      return h("button.spot", {
        type: "button", "data-place": mark.keys[0], "aria-label": `${mark.keys.map((key) => pick(data.places[key].label)).join(", ")}: ${t("events_n", { n: mark.list.length })}`,
        "aria-current": chosen ? "true" : null, style: { left: `${mark.x - mark.size - 2}px`, top: `${mark.y - mark.size - 2}px` },
        onclick: () => (mark.keys.length > 1 && view.scale < 40 ? closer(mark) : choosePlaces(mark.keys)),
        onmouseenter: () => hover(mark), onmouseleave: linimasa.hideTip,
      }, pie(mark.list, mark.size), side ? h("span." + side[0], { "aria-hidden": "true" }, text) : null);
    }));
    if (focus) [...marks.children].find((node) => node.dataset.place === focus)?.focus();
  }
  function hover(mark) {
    linimasa.showTip(mark.x, mark.y, h("b", null, mark.keys.map((key) => pick(data.places[key].label)).join(", ")),
      mark.list.slice(0, 5).map((event) => h("div.by", null, `${pick(event.when)} · ${pick(event.label)}`)), mark.list.length > 5 ? h("div.by", null, "…") : null);
  }
  // A mark of several places opens: the map goes nearer until they part.
  function closer(mark) {
    const at = mark.keys.map((key) => spots.get(key));
    fit(at, 90);
    const names = new Set(mark.keys);
    if (gathered(byPlace()).some((one) => mark.keys.every((key) => one.keys.includes(key)))) return choosePlaces([...names]);
    place();
  }

  function paint() {
    const count = new Map();
    for (const event of visible) for (const code of new Set(codes(event))) count.set(code, (count.get(code) || 0) + 1);
    const most = Math.log1p(Math.max(1, ...count.values()));
    for (const path of lands.children) {
      const share = view.shade ? Math.log1p(count.get(path.dataset.code) || 0) / most : 0;
      path.style.fill = share ? `color-mix(in srgb, var(--accent) ${Math.round(8 + 42 * share)}%, var(--land))` : "";
    }
  }
  function refresh() {
    visible = events.filter(passes);
    const here = visible.filter(placed), places = new Set(here.map((event) => event.place));
    empty(visible.length ? "" : events.length ? t("no_match") : t("blank"));
    linimasa.drawHead(t("map_sub", { events: here.length, places: places.size, rest: visible.length - here.length }));
    paint();
    place();
    drawPanel();
  }

  const inOrder = (list) => [...list].sort((a, b) => ((a.date || "9") + a.key < (b.date || "9") + b.key ? -1 : 1)).map((event) => event.key);
  function drawPanel() {
    const chosen = view.chosen;
    if (chosen && chosen.kind === "event") return linimasa.show(pick(data.events[chosen.key].label), t("claims_n", { n: data.events[chosen.key].claims.length }), [chosen.key], clear, (key) => choose(key));
    if (chosen && chosen.kind === "place") {
      const own = visible.filter((event) => chosen.keys.includes(event.place));
      return linimasa.show(chosen.keys.map((key) => pick(data.places[key].label)).join(", "), t("events_n", { n: own.length }), inOrder(own), clear, (key) => choose(key));
    }
    if (chosen && chosen.kind === "state") return rows(stateName(chosen.key), visible.filter((event) => codes(event).includes(chosen.key)), clear);
    if (chosen) return rows(t("unplaced"), visible.filter((event) => !placed(event)), clear);
    const rest = visible.filter((event) => !placed(event)).length;
    linimasa.list(t("places"), t("map_help"), [
      ...byPlace().map((one) => ({
        key: one.keys[0], sample: pie(one.list, 6), who: title(one), count: String(one.list.length), open: () => { choosePlaces(one.keys, true); },
        what: span(one.list),
      })),
      ...(rest ? [{ key: "unplaced", sample: h("span"), who: t("unplaced"), count: String(rest), what: t("unplaced_what"), open: () => { view.chosen = { kind: "unplaced" }; place(); drawPanel(); } }] : []),
    ]);
  }
  function span(list) {
    const dates = list.map((event) => event.date).filter(Boolean).sort();
    if (!dates.length) return t("undated");
    return dates[0] === dates.at(-1) ? linimasa.dayName(dates[0]) : `${linimasa.dayName(dates[0])} – ${linimasa.dayName(dates.at(-1))}`;
  }
  function rows(heading, list, back) {
    linimasa.list(heading, t("events_n", { n: list.length }), inOrder(list).map((key) => {
      const event = data.events[key];
      return { key, sample: line(event.quad, event.standing, 4), who: pick(event.label), count: String(event.claims.length), what: `${pick(event.when)} · ${linimasa.stands(event)}`, open: () => choose(key) };
    }));
    parts.panel.prepend(h("button.back", { type: "button", onclick: back }, "← ", t("back")));
  }
  function choosePlaces(keys, move) {
    view.chosen = { kind: "place", key: keys[0], keys };
    if (move) { const [x, y] = spots.get(keys[0]); Object.assign(view, { x, y, scale: Math.max(view.scale, 3.5) }); }
    place();
    drawPanel();
  }
  function chooseState(code) { view.chosen = { kind: "state", key: code }; place(); drawPanel(); }
  function choose(key) {
    const event = data.events[key];
    view.chosen = { kind: "event", key };
    if (placed(event)) { const [x, y] = spots.get(event.place); Object.assign(view, { x, y }); place(); }
    drawPanel();
  }
  function clear() { view.chosen = null; place(); drawPanel(); }

  // ---- moving
  function fit(points, margin) {
    const xs = points.map((point) => point[0]), ys = points.map((point) => point[1]);
    const [x1, x2, y1, y2] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const wide = Math.max(60, room.clientWidth - 2 * margin), high = Math.max(60, room.clientHeight - 2 * margin);
    view.x = (x1 + x2) / 2; view.y = (y1 + y2) / 2;
    view.scale = Math.min(60, wide / Math.max(x2 - x1, 1e-3), high / Math.max(y2 - y1, 1e-3));
  }
  function whole() {
    const points = visible.filter(placed).map((event) => spots.get(event.place));
    if (points.length) { fit(points, 60); view.scale = Math.min(view.scale, 8); }
    else fit([project([-180, 0]).map((v) => v * 100), project([180, 0]).map((v) => v * 100)], 10);
  }
  function zoom(by, [px, py] = [room.clientWidth / 2, room.clientHeight / 2]) {
    const dx = (px - room.clientWidth / 2) / view.scale, dy = (py - room.clientHeight / 2) / view.scale;
    const scale = Math.min(60, Math.max(0.6, view.scale * by)), part = 1 - view.scale / scale;
    view.x += dx * part; view.y += dy * part; view.scale = scale;
    place();
  }
  function pan(dx, dy) { view.x -= dx / view.scale; view.y -= dy / view.scale; place(); }
  const STEPS = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
  function moves() {
    let last = null, dragged = false;
    room.addEventListener("wheel", (e) => { e.preventDefault(); linimasa.hideTip(); const box = room.getBoundingClientRect(); zoom(Math.exp(-e.deltaY / 400), [e.clientX - box.left, e.clientY - box.top]); }, { passive: false });
    sea.addEventListener("pointerdown", (e) => { last = [e.clientX, e.clientY]; dragged = false; sea.setPointerCapture(e.pointerId); });
    sea.addEventListener("pointermove", (e) => {
      if (!last) return;
      const [dx, dy] = [e.clientX - last[0], e.clientY - last[1]];
      if (!dragged && Math.hypot(dx, dy) < 4) return;
      dragged = true;
      last = [e.clientX, e.clientY];
      pan(dx, dy);
    });
    for (const kind of ["pointerup", "pointercancel"]) sea.addEventListener(kind, () => { last = null; });
    sea.addEventListener("click", (e) => {
      if (dragged) return;
      const code = document.elementsFromPoint(e.clientX, e.clientY).map((node) => node.dataset?.code).find(Boolean);
      if (code && visible.some((event) => codes(event).includes(code))) chooseState(code);
      else clear();
    });
    room.addEventListener("keydown", (e) => {
      if (e.target !== room) return;
      if (e.key in STEPS) { e.preventDefault(); pan(...STEPS[e.key]); }
      if (e.key === "+" || e.key === "=") zoom(1.5);
      if (e.key === "-") zoom(1 / 1.5);
    });
    new ResizeObserver(() => { if (room.clientWidth) place(); }).observe(room);
  }

  function start(stage) {
    room = h("div.map", { tabIndex: 0, role: "region" });
    lands = svg("g", { class: "lands" });
    for (const [code, rings] of Object.entries(data.world.states)) {
      const path = svg("path", { d: rings.map(outline).join("") });
      path.dataset.code = code;
      lands.append(path);
    }
    sea = svg("svg", { class: "sea", "aria-hidden": "true" }, lands);
    marks = h("div.spots");
    corner = h("div.corner");
    room.append(sea, marks);
    stage.append(room, corner);
    empty = linimasa.emptyNote(stage);
    visible = events.filter(passes);
    whole();
    moves();
  }
  function words() {
    room.setAttribute("aria-label", t("map_title"));
    corner.replaceChildren(
      h("button.plain", { type: "button", "aria-label": t("zoom_out"), title: t("zoom_out"), onclick: () => zoom(1 / 1.5) }, "−"),
      h("button.plain", { type: "button", "aria-label": t("zoom_in"), title: t("zoom_in"), onclick: () => zoom(1.5) }, "+"),
      h("button.plain", { type: "button", onclick: () => { whole(); place(); } }, t("fit")));
  }
  function side() {
    const shade = linimasa.check(t("shade"), view.shade, (on) => { view.shade = on; paint(); });
    shade.querySelector("input").id = "shade";
    return [
      h("fieldset", null, h("legend", null, t("view")), shade), h("p.note", null, t("map_marks")), h("p.note", null, t("map_borders")),
      left.cut > 0 ? h("p.note", null, t("cut", { limit: left.limit, n: left.cut })) : null];
  }
  linimasa.register("map", { start, words, side, refresh, clear, choose, has: (key) => placed(data.events[key]) },
    { choose, choosePlaces, view, visible: () => visible.map((event) => event.key), spots: () => [...marks.children].map((node) => node.dataset.place) });
})();
