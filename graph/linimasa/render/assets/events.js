// The event graph: events in columns by day, actors above and below, links between events with their names.
"use strict";
(() => {
  const { data, state, parts, h, t, pick, name, typeName, colour, css, passes, line, svg } = linimasa;
  const net = data.nets.events, left = linimasa.left("events");
  const view = { actors: true, relations: new Set(), physics: false, chosen: null };
  let network = null, nodes = null, edges = null, stage = null, corner = null, empty = null, visible = new Set();
  const FONT = "Inter, Segoe UI, system-ui, sans-serif";
  const isActor = new Set(net.nodes.filter((node) => node.node === "actor").map((node) => node.id));
  const byEdge = new Map(net.edges.map((edge) => [edge.id, edge]));

  function nodeStyle(node) {
    if (node.node === "actor") {
      return {
        id: node.id, label: name(node.id), shape: node.shape, size: node.size, borderWidth: 1.5,
        color: { background: css("--soft"), border: css("--soft"), highlight: { background: css("--accent"), border: css("--accent") }, hover: { background: css("--ink"), border: css("--ink") } },
        scaling: { label: { enabled: false, drawThreshold: 2 } },
        font: { color: css("--soft"), size: 15, face: FONT, strokeWidth: 4, strokeColor: css("--paper") },
      };
    }
    const event = data.events[node.id], edge = colour(node.quad), fact = node.standing !== "spoken";
    const back = node.standing === "held" ? css("--raised") : css("--paper");
    return {
      id: node.id, label: pick(event.label), shape: "box", margin: 9, borderWidth: node.standing === "held" ? 2.5 : 2, borderWidthSelected: 4,
      widthConstraint: node.widthConstraint, shapeProperties: node.shapeProperties,
      color: { background: back, border: edge, highlight: { background: css("--wash"), border: edge }, hover: { background: css("--wash"), border: edge } },
      font: { color: fact ? css("--ink") : css("--soft"), size: 13, face: FONT, align: "left" },
    };
  }
  function edgeStyle(edge) {
    const between = edge.relation !== "actor" && edge.relation !== "recipient";
    const paint = edge.relation === "contradicts" ? css("--warn") : between ? css("--soft") : css("--line");
    return {
      id: edge.id, from: edge.from, to: edge.to, smooth: edge.smooth, width: between ? 1.8 : 1, dashes: edge.dashes ? [8, 4] : false,
      label: between ? t("relation_" + edge.relation) : undefined, hoverWidth: 1, selectionWidth: 2,
      font: { size: 11, color: css("--soft"), face: FONT, strokeWidth: 4, strokeColor: css("--paper"), align: "middle" },
      color: { color: paint, opacity: edge.relation === "contradicts" ? 1 : between ? 0.55 : net.edges.length > 300 ? 0.5 : 1, hover: css("--accent"), highlight: css("--accent"), inherit: false },
      arrows: { to: { enabled: edge.arrows === "to", scaleFactor: between ? 0.6 : 0.45 } },
    };
  }

  function refresh() {
    visible = new Set(net.nodes.filter((node) => node.node === "event" && passes(data.events[node.id])).map((node) => node.id));
    const count = visible.size, touched = new Set();
    for (const edge of net.edges) {
      if (isActor.has(edge.from) && visible.has(edge.to)) touched.add(edge.from);
      if (isActor.has(edge.to) && visible.has(edge.from)) touched.add(edge.to);
    }
    const on = (id) => visible.has(id) || (view.actors && touched.has(id));
    nodes.update(net.nodes.map((node) => ({ ...nodeStyle(node), hidden: !on(node.id) })));
    edges.update(net.edges.map((edge) => ({ ...edgeStyle(edge), hidden: !on(edge.from) || !on(edge.to) || view.relations.has(edge.relation) })));
    empty(count ? "" : net.nodes.length ? t("events_empty") : t("blank"));
    linimasa.drawHead(t("events_sub", { events: count, actors: touched.size }));
    if (view.chosen && !visible.has(view.chosen) && !touched.has(view.chosen)) view.chosen = null;
    drawPanel();
  }

  function rows(keys) {
    return keys.map((key) => {
      const event = data.events[key];
      return {
        key, sample: line(event.quad, event.standing, 4), who: pick(event.label), count: String(event.claims.length),
        what: `${pick(event.when)} · ${linimasa.stands(event)}`, open: () => choose(key, true),
      };
    });
  }
  const inOrder = (keys) => keys.sort((a, b) => ((data.events[a].date || "9") + a < (data.events[b].date || "9") + b ? -1 : 1));
  function drawPanel() {
    const chosen = view.chosen;
    if (chosen && data.events[chosen]) {
      const event = data.events[chosen];
      return linimasa.show(typeName(event.type), t("claims_n", { n: event.claims.length }), [chosen], clear, (key) => choose(key, true));
    }
    if (chosen) {
      const own = net.edges.filter((e) => e.from === chosen || e.to === chosen).map((e) => (e.from === chosen ? e.to : e.from));
      linimasa.list(name(chosen), t("kind_" + data.actors[chosen].kind), rows(inOrder([...new Set(own)].filter((key) => visible.has(key)))));
      parts.panel.prepend(h("button.back", { type: "button", onclick: clear }, "← ", t("back")));
      return;
    }
    linimasa.list(t("events_list"), t("events_help"), rows(inOrder([...visible])));
  }
  function clear() { view.chosen = null; network.unselectAll(); drawPanel(); }
  function choose(key, move) {
    view.chosen = key;
    network.selectNodes([key]);
    if (move) network.focus(key, { scale: Math.max(0.7, network.getScale()), animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 350 } });
    drawPanel();
  }

  // Days are written along the upper edge of the view, whatever part of the graph is in it, over all that lies there.
  const corners = () => [network.DOMtoCanvas({ x: 0, y: 0 }), network.DOMtoCanvas({ x: stage.clientWidth, y: stage.clientHeight })];
  function stripes(context) {
    const [low, high] = corners();
    context.save();
    context.fillStyle = css("--wash");
    context.globalAlpha = 0.6;
    data.columns.forEach((column, i) => { if (i % 2 === 0) context.fillRect(column.from - 14, low.y, column.to - column.from + 28, high.y - low.y); });
    context.restore();
  }
  function axis(context) {
    const ratio = 1 / network.getScale(), [low, high] = corners();
    context.save();
    context.font = `600 ${12 * ratio}px ${FONT}`;
    context.textBaseline = "middle";
    context.fillStyle = css("--paper");
    context.globalAlpha = 0.92;
    context.fillRect(low.x, low.y, high.x - low.x, 32 * ratio);
    context.globalAlpha = 1;
    context.fillStyle = css("--line");
    context.fillRect(low.x, low.y + 32 * ratio, high.x - low.x, ratio);
    let free = -Infinity;
    for (const column of data.columns) {
      const left = column.from - 14, text = linimasa.dayName(column.day), wide = context.measureText(text).width;
      if (left < free) continue;
      context.fillStyle = css("--ink");
      context.fillText(text, left + 6 * ratio, low.y + 17 * ratio);
      free = left + wide + 18 * ratio;
    }
    context.restore();
  }

  function build() {
    nodes = new vis.DataSet(net.nodes.map((node) => ({ ...nodeStyle(node), x: node.x, y: node.y })));
    edges = new vis.DataSet(net.edges.map(edgeStyle));
    network = new vis.Network(stage, { nodes, edges }, {
      physics: { enabled: false, barnesHut: { springLength: 160, avoidOverlap: 0.6 } }, layout: { randomSeed: 1, improvedLayout: false },
      interaction: { hover: true, selectConnectedEdges: true, keyboard: { enabled: true, bindToWindow: false }, tooltipDelay: 1e9 },
    });
    network.on("beforeDrawing", stripes);
    network.on("afterDrawing", axis);
    network.on("click", (hit) => (hit.nodes.length ? choose(hit.nodes[0]) : clear()));
    network.on("hoverNode", (hit) => {
      const { x, y } = hit.pointer.DOM;
      if (data.events[hit.node]) linimasa.showTip(x, y, ...linimasa.brief(data.events[hit.node]));
      else linimasa.showTip(x, y, h("b", null, name(hit.node)), h("div.by", null, t("kind_" + data.actors[hit.node].kind)));
    });
    network.on("hoverEdge", (hit) => {
      const edge = byEdge.get(hit.edge);
      const end = (key) => (data.events[key] ? pick(data.events[key].label) : name(key));
      linimasa.showTip(hit.pointer.DOM.x, hit.pointer.DOM.y, h("div", null, end(edge.from)), h("div", null, h("b", null, t("relation_" + edge.relation))), h("div", null, end(edge.to)));
    });
    for (const name of ["blurEdge", "blurNode", "dragStart", "zoom"]) network.on(name, linimasa.hideTip);
    open();
    linimasa.expose("events", { network, nodes, edges });
  }
  // Long stories open where most happens, at a readable size; short ones whole.
  function open() {
    network.fit({ animation: false, maxZoomLevel: 1.1 });
    if (network.getScale() >= 0.55 || !data.columns.length) return;
    const scale = 0.75, wide = stage.clientWidth / scale - 220;
    const at = net.nodes.filter((node) => node.node === "event" && data.events[node.id].date).map((node) => node.x).sort((a, b) => a - b);
    let best = 0, middle = data.columns.at(-1).from;
    for (let i = 0, j = 0; i < at.length; i += 1) {
      while (j < at.length && at[j] <= at[i] + wide) j += 1;
      if (j - i > best) { best = j - i; middle = (at[i] + at[j - 1]) / 2; }
    }
    network.moveTo({ scale, position: { x: middle, y: 0 }, animation: false });
  }

  function side() {
    const between = ["after", "content", "condition", "partOf", "contradicts"].filter((kind) => net.edges.some((edge) => edge.relation === kind));
    const physics = linimasa.check(t("physics"), view.physics, (on) => { view.physics = on; network.setOptions({ physics: { enabled: on } }); });
    physics.querySelector("input").id = "physics";
    const actors = linimasa.check(t("show_actors"), view.actors, (on) => { view.actors = on; refresh(); });
    actors.querySelector("input").id = "show-actors";
    return [
      between.length ? h("fieldset", null, h("legend", null, t("relations")), between.map((kind) => linimasa.check(t("relation_" + kind), !view.relations.has(kind),
        (on) => { on ? view.relations.delete(kind) : view.relations.add(kind); refresh(); }, null, net.edges.filter((edge) => edge.relation === kind).length))) : null,
      h("fieldset", null, h("legend", null, t("view")), actors, physics), linimasa.kinds(),
      left.cut > 0 ? h("p.note", null, t("cut", { limit: left.limit, n: left.cut })) : null];
  }

  function start(room) {
    stage = h("div.canvas");
    corner = h("div.corner");
    room.append(stage, corner);
    empty = linimasa.emptyNote(room);
    build();
  }
  function words() {
    corner.replaceChildren(h("button.plain", { type: "button", onclick: () => network.fit({ animation: true, maxZoomLevel: 1.1 }) }, t("fit")));
  }
  const has = (key) => nodes ? nodes.get(key) !== null : net.nodes.some((node) => node.id === key);
  linimasa.register("events", { start, words, side, refresh, clear, choose, has }, { choose, visible: () => [...visible], view });
})();
