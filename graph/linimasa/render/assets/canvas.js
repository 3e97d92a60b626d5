// Actor networks of hundreds and thousands, drawn by force-graph on a canvas: each community an island, its place
// computed before. Where even that is too much, each community is one disc that opens when it is chosen.
"use strict";
linimasa.drawings.canvas = (stage, hooks) => {
  const { state, h, t, name, colour, css } = linimasa;
  const { net, view } = hooks;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const FONT = 'Inter, "Segoe UI", system-ui, sans-serif', DASH = { planned: [7, 4], claimed: [1.5, 4], spoken: [1, 5] };
  const byId = new Map(net.nodes.map((node) => [node.id, node])), discs = new Map(net.islands.map((island) => [island.community, island]));
  let shown = new Map(), touched = new Set(), size = () => 9, gathered = null, query = "", paint = {}, order = [], dash = {}, near = false, crowded = 1, there = new Set(), pointer = [0, 0];

  const dots = net.nodes.map((node) => ({ id: node.id, node, x: node.x, y: node.y, fx: node.x, fy: node.y }));
  const ties = net.edges.map((edge) => ({ id: edge.id, edge, source: edge.from, target: edge.to, far: byId.get(edge.from).community !== byId.get(edge.to).community }));

  // ---- communities as discs
  let heaps = [], bridges = [];
  function gather() {
    const members = new Map(), links = new Map();
    for (const node of net.nodes) if (touched.has(node.id)) members.set(node.community, (members.get(node.community) || 0) + 1);
    for (const [id, keys] of shown) {
      const edge = hooks.edge(id), ends = [byId.get(edge.from).community, byId.get(edge.to).community].sort((a, b) => a - b);
      if (ends[0] === ends[1]) continue;
      const key = `${ends[0]}-${ends[1]}-${edge.quad}`;
      const one = links.get(key) || { id: key, source: `#${ends[0]}`, target: `#${ends[1]}`, quad: edge.quad, count: 0 };
      one.count += keys.length;
      links.set(key, one);
    }
    heaps = [...members].map(([number, count]) => { const { x, y, radius } = discs.get(number); return { id: `#${number}`, number, count, radius: Math.max(40, radius * 0.7), x, y, fx: x, fy: y }; });
    bridges = [...links.values()];
    let place = new Map();
    for (const one of bridges) { const pair = one.source + one.target, at = place.get(pair) || 0; one.bend = 0.1 * at; place.set(pair, at + 1); }
  }

  // ---- what is drawn
  const lit = () => (view.chosen ? view.chosen : view.over ? { kind: "node", id: view.over } : null);
  const touches = (edge, one) => (one.kind === "edge" ? edge.id === one.id : edge.from === one.id || edge.to === one.id);
  // Each line's look is settled once a change, not once a frame.
  function settle() {
    const one = lit(), few = shown.size < 400, alphas = near ? ["aa", "66"] : ["70", "2e"];
    for (const tie of gathered ? [] : ties) {
      const keys = shown.get(tie.id);
      if (!keys) continue;
      tie.lit = one ? touches(tie.edge, one) : false;
      tie.ink = colour(tie.edge.quad) + (one ? (tie.lit ? "ff" : "14") : few ? "cc" : alphas[Number(tie.far)]);
      tie.wide = Math.min(6, 0.4 + 0.6 * Math.sqrt(keys.length)) + (tie.lit ? 0.8 : 0);
    }
    for (const tie of gathered ? bridges : []) { tie.ink = colour(tie.quad) + "99"; tie.wide = Math.min(9, 0.4 + 0.5 * Math.sqrt(tie.count)); }
  }
  const arrow = (tie) => (tie.edge && tie.edge.arrows === "to" && (tie.lit || near) ? 7 / graph.zoom() : 0);
  const radius = (node, scale) => (node.node ? Math.min(Math.max(0.8 * size(node.node), crowded * (0.5 + (size(node.node) / 12) ** 1.5) / scale), (4 + size(node.node) / 2) / scale) : Math.max(node.radius, 5 / scale));
  const PATHS = {
    Organization: (pen, x, y, r) => pen.rect(x - 0.85 * r, y - 0.85 * r, 1.7 * r, 1.7 * r),
    Person: (pen, x, y, r) => corners(pen, [[x, y - r], [x + r, y], [x, y + r], [x - r, y]]),
    Group: (pen, x, y, r) => corners(pen, [[x - r / 2, y - 0.87 * r], [x + r / 2, y - 0.87 * r], [x + r, y], [x + r / 2, y + 0.87 * r], [x - r / 2, y + 0.87 * r], [x - r, y]]),
    UnnamedActor: (pen, x, y, r) => corners(pen, [[x, y - r], [x + r, y + 0.8 * r], [x - r, y + 0.8 * r]]),
  };
  function corners(pen, points) {
    points.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
    pen.closePath();
  }
  function dot(node, pen, scale) {
    const r = radius(node, scale), kind = node.node ? node.node.kind : "State", one = lit();
    pen.beginPath();
    (PATHS[kind] || ((ctx, x, y, wide) => ctx.arc(x, y, wide, 0, 2 * Math.PI)))(pen, node.x, node.y, r);
    const fill = one && one.kind === "node" && one.id === node.id ? paint.accent : node.node ? hooks.fill(node.node) : paint.disc;
    pen.fillStyle = kind === "Group" || kind === "UnnamedActor" ? paint.paper : fill;
    pen.fill();
    if (kind === "Group" || kind === "UnnamedActor" || !node.node) { pen.strokeStyle = node.node ? fill : paint.soft; pen.lineWidth = Math.min(2, 0.3 * r * scale) / scale; pen.stroke(); }
  }
  function hit(node, ink, pen, scale) {
    pen.fillStyle = ink;
    pen.beginPath();
    pen.arc(node.x, node.y, Math.max(radius(node, scale), 6 / scale), 0, 2 * Math.PI);
    pen.fill();
  }
  function ground(pen, scale) {
    if (near !== scale > 0.32) { near = !near; settle(); }
    for (const standing of Object.keys(DASH)) dash[standing] = DASH[standing].map((part) => part / scale);
    if (gathered) return;
    pen.fillStyle = paint.wash;
    for (const island of net.islands) {
      if (island.actors < 4 || !there.has(island.community)) continue;
      pen.beginPath();
      pen.arc(island.x, island.y, island.radius, 0, 2 * Math.PI);
      pen.fill();
    }
  }
  // Names like those of a map: at one size on the screen, the most tied first, none over another.
  function names(pen, scale) {
    const font = 13 / scale, taken = [], [low, high] = [graph.screen2GraphCoords(0, 0), graph.screen2GraphCoords(graph.width(), graph.height())];
    const one = lit(), first = one && one.kind === "node" ? order.filter((node) => node.id === one.id) : [];
    if (one && one.kind === "edge") first.push(...order.filter((node) => [hooks.edge(one.id).from, hooks.edge(one.id).to].includes(node.id)));
    pen.font = `${font}px ${FONT}`;
    pen.textAlign = "center";
    pen.textBaseline = "top";
    pen.lineJoin = "round";
    pen.lineWidth = 3.5 / scale;
    pen.strokeStyle = paint.paper;
    pen.fillStyle = paint.ink;
    view.named = [];
    let tries = 120 + 900 * scale;
    for (const node of [...first, ...order]) {
      if (node.x < low.x || node.x > high.x || node.y < low.y || node.y > high.y) continue;
      if ((tries -= 1) < 0 || taken.length > 50) break;
      const text = node.node ? name(node.id) : hooks.community(node.number, node.count), short = text.length > 34 ? text.slice(0, 32) + "…" : text;
      const wide = pen.measureText(short).width, top = node.y + radius(node, scale) + 3 / scale;
      const box = [node.x - wide / 2 - 4 / scale, top, node.x + wide / 2 + 4 / scale, top + 1.2 * font];
      if (box[0] < low.x || box[2] > high.x || box[3] > high.y) continue;
      if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
      taken.push(box);
      view.named.push(node.id);
      pen.strokeText(short, node.x, top);
      pen.fillText(short, node.x, top);
    }
  }

  // ---- the graph itself: nothing moves, no text goes through its own tooltip, which would read it as markup
  const room = h("div.force", { tabIndex: 0, role: "group", "aria-label": t("canvas_label") });
  stage.replaceChildren(room);
  const graph = new ForceGraph(room)
    .width(stage.clientWidth).height(stage.clientHeight).cooldownTicks(0).autoPauseRedraw(true).enableNodeDrag(false).minZoom(0.005).maxZoom(6)
    .nodeLabel(() => "").linkLabel(() => "").nodeCanvasObject(dot).nodePointerAreaPaint(hit)
    .nodeVisibility((node) => !node.node || touched.has(node.id)).linkVisibility((tie) => !tie.edge || shown.has(tie.id))
    .linkColor("ink").linkWidth("wide").linkLineDash((tie) => (tie.edge ? dash[tie.edge.standing] || null : null)).linkCurvature((tie) => (tie.edge ? tie.edge.bend : tie.bend))
    .linkDirectionalArrowLength(arrow).linkDirectionalArrowRelPos(0.92).linkDirectionalArrowColor("ink")
    .onRenderFramePre(ground).onRenderFramePost(names)
    .onNodeClick((node) => (node.node ? hooks.chooseNode(node.id) : hooks.openCommunity(node.number)))
    .onLinkClick((tie) => { if (tie.edge) hooks.chooseEdge(tie.id); })
    .onBackgroundClick(hooks.clear)
    .onNodeHover((node) => {
      view.over = node && node.node ? node.id : null;
      if (!node) linimasa.hideTip();
      else if (node.node) hooks.tipNode(node.id, ...pointer);
      else linimasa.showTip(...pointer, h("b", null, hooks.community(node.number, node.count)), h("div.by", null, t("open_it")));
      redraw();
    })
    .onLinkHover((tie) => { if (tie && tie.edge) hooks.tipEdge(tie.id, ...pointer); else if (!view.over) linimasa.hideTip(); });
  const redraw = () => { settle(); graph.linkColor("ink"); };
  room.addEventListener("pointermove", (e) => { const box = room.getBoundingClientRect(); pointer = [e.clientX - box.left, e.clientY - box.top]; }, { capture: true });
  room.addEventListener("keydown", (e) => {
    const { x, y } = graph.centerAt(), step = 60 / graph.zoom(), way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[e.key];
    if (way) graph.centerAt(x + way[0] * step, y + way[1] * step);
    else if (e.key === "+" || e.key === "=") graph.zoom(graph.zoom() * 1.4);
    else if (e.key === "-") graph.zoom(graph.zoom() / 1.4);
    else return;
    e.preventDefault();
  });
  const watch = new ResizeObserver(() => { if (stage.clientWidth) graph.width(stage.clientWidth).height(stage.clientHeight); });
  watch.observe(stage);

  const pace = (animated) => (animated && !still ? 350 : 0);
  // Untied islands stand below; the view opens on the others.
  function fit(animated) {
    const tied = gathered ? null : new Set(net.islands.filter((island) => island.actors > 3).map((island) => island.community));
    const inside = (node) => (node.node ? touched.has(node.id) && (tied.has(node.node.community) || touched.size < 50) : true);
    const box = graph.getGraphBbox(inside);
    if (!box) return;
    const wide = box.x[1] - box.x[0] + 80, high = box.y[1] - box.y[0] + 80;
    graph.centerAt((box.x[0] + box.x[1]) / 2, (box.y[0] + box.y[1]) / 2, pace(animated));
    graph.zoom(Math.min(1.6, (graph.width() - 24) / wide, (graph.height() - 40) / high), pace(animated));
  }
  function colours() {
    paint = Object.fromEntries(["paper", "ink", "soft", "wash", "accent", "line"].map((key) => [key, css("--" + key)]));
    paint.disc = paint.line;
  }
  linimasa.expose("actors", { network: graph, nodes: null, edges: null });
  return {
    update(ties_, touched_, size_) {
      shown = ties_; touched = touched_; size = size_;
      crowded = Math.max(0.5, Math.min(1, Math.sqrt(1000 / touched.size)));
      there = new Set([...touched].map((id) => byId.get(id).community));
      colours();
      const before = gathered;
      gathered = !view.community && touched.size > net.singly;
      if (gathered) { gather(); graph.graphData({ nodes: heaps, links: bridges }); order = [...heaps].sort((a, b) => b.count - a.count || a.number - b.number); }
      else {
        if (before !== false) graph.graphData({ nodes: dots, links: ties });
        order = dots.filter((node) => touched.has(node.id)).sort((a, b) => b.node.strength - a.node.strength || (a.id < b.id ? -1 : 1));
      }
      room.setAttribute("aria-label", t("canvas_label"));
      redraw();
      if (before !== gathered || query !== state.query) fit(false);
      query = state.query;
    },
    select(chosen, move) {
      redraw();
      if (!chosen || !move || gathered) return;
      const ends = chosen.kind === "node" ? [byId.get(chosen.id)] : [byId.get(hooks.edge(chosen.id).from), byId.get(hooks.edge(chosen.id).to)];
      const [xs, ys] = [ends.map((node) => node.x), ends.map((node) => node.y)];
      const wide = Math.max(...xs) - Math.min(...xs) + 240, high = Math.max(...ys) - Math.min(...ys) + 200;
      graph.centerAt((Math.max(...xs) + Math.min(...xs)) / 2, (Math.max(...ys) + Math.min(...ys)) / 2, pace(true));
      graph.zoom(Math.min(chosen.kind === "node" ? Math.max(0.5, graph.zoom()) : 0.9, graph.width() / wide, graph.height() / high), pace(true));
    },
    physics: null,
    gathered: () => Boolean(gathered),
    heaps: () => heaps,
    fit,
    destroy() { watch.disconnect(); graph._destructor(); room.remove(); },
  };
};
