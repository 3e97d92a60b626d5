// The actor network drawn by vis-network: up to some 300 actors, each line a tie, with a switch that lets them move.
"use strict";
linimasa.drawings.vis = (stage, hooks) => {
  const { state, name, colour, css } = linimasa;
  const { net, view } = hooks;
  const wrap = (text) => text.replace(/(.{14,22}?)\s+/g, "$1\n");

  function nodeStyle(node, size) {
    const fill = hooks.fill(node), hollow = node.kind === "UnnamedActor" || node.kind === "Group";
    return {
      id: node.id, shape: node.shape, size, borderWidth: 2,
      color: { background: hollow ? css("--paper") : fill, border: fill, highlight: { background: css("--accent"), border: css("--accent") }, hover: { background: fill, border: css("--accent") } },
    };
  }
  function edgeStyle(edge, count) {
    const paint = colour(edge.quad);
    return {
      id: edge.id, from: edge.from, to: edge.to, smooth: edge.smooth, dashes: edge.dashes,
      width: Math.min(12, 1.4 + 1.5 * Math.sqrt(count) * (count > 1 ? 1.3 : 1)), hidden: count === 0,
      color: { color: paint, highlight: paint, hover: paint, inherit: false }, selectionWidth: 3, hoverWidth: 1.5,
      arrows: { to: { enabled: edge.arrows === "to", scaleFactor: 0.62 } },
    };
  }

  // Names are written like those of a map: at one size on the screen, the most tied first, none over another, and
  // moved in where the edge of the drawing would cut them.
  function names(context) {
    const at = network.getPositions(), ratio = 1 / network.getScale(), font = 13.5 * ratio, taken = [];
    const low = network.DOMtoCanvas({ x: 0, y: 0 }), high = network.DOMtoCanvas({ x: stage.clientWidth, y: stage.clientHeight });
    const inside = (x, half) => (x < low.x || x > high.x ? x : Math.max(low.x + half, Math.min(high.x - half, x)));
    const chosen = view.chosen && view.chosen.kind === "node" ? view.chosen.id : view.over;
    const order = net.nodes.filter((node) => nodes.get(node.id) && !nodes.get(node.id).hidden)
      .sort((a, b) => (b.id === chosen) - (a.id === chosen) || b.strength - a.strength || (a.id < b.id ? -1 : 1));
    context.save();
    context.font = `${font}px Inter, "Segoe UI", system-ui, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    context.lineWidth = 4 * ratio;
    view.named = [];
    for (const node of order) {
      const lines = wrap(name(node.id)).split("\n"), wide = Math.max(...lines.map((text) => context.measureText(text).width));
      const half = wide / 2 + 3 * ratio, x = inside(at[node.id].x, half);
      const top = at[node.id].y + nodes.get(node.id).size + 5 * ratio, box = [x - half, top, x + half, top + lines.length * font * 1.18];
      if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
      taken.push(box);
      view.named.push(node.id);
      lines.forEach((text, i) => {
        context.strokeStyle = css("--paper");
        context.strokeText(text, x, top + i * font * 1.18);
        context.fillStyle = css("--ink");
        context.fillText(text, x, top + i * font * 1.18);
      });
    }
    context.restore();
  }

  const nodes = new vis.DataSet(net.nodes.map((node) => ({ ...nodeStyle(node, node.size), x: node.x, y: node.y })));
  const edges = new vis.DataSet(net.edges.map((edge) => edgeStyle(edge, edge.events.length)));
  const network = new vis.Network(stage, { nodes, edges }, {
    physics: { enabled: view.physics, barnesHut: { springLength: 170, avoidOverlap: 0.4 } },
    layout: { randomSeed: 1, improvedLayout: false },
    interaction: { hover: true, hoverConnectedEdges: false, selectConnectedEdges: false, keyboard: { enabled: true, bindToWindow: false }, tooltipDelay: 1e9 },
  });
  network.on("click", (hit) => {
    if (hit.nodes.length) hooks.chooseNode(hit.nodes[0]);
    else if (hit.edges.length) hooks.chooseEdge(hit.edges[0]);
    else hooks.clear();
  });
  network.on("afterDrawing", names);
  network.on("hoverEdge", (hit) => hooks.tipEdge(hit.edge, hit.pointer.DOM.x, hit.pointer.DOM.y));
  network.on("hoverNode", (hit) => { view.over = hit.node; hooks.tipNode(hit.node, hit.pointer.DOM.x, hit.pointer.DOM.y); });
  network.on("blurNode", () => { view.over = null; });
  for (const event of ["blurEdge", "blurNode", "dragStart", "zoom"]) network.on(event, linimasa.hideTip);

  function fit(animation) {
    network.fit({ animation, maxZoomLevel: 1.3, nodes: net.nodes.filter((node) => !nodes.get(node.id).hidden).map((node) => node.id) });
  }
  network.fit({ animation: false, maxZoomLevel: 1.3 });
  linimasa.expose("actors", { network, nodes, edges });
  return {
    update(shown, touched, size) {
      nodes.update(net.nodes.map((node) => ({ ...nodeStyle(node, size(node)), hidden: !touched.has(node.id) })));
      edges.update(net.edges.map((edge) => edgeStyle(edge, (shown.get(edge.id) || []).length)));
    },
    select(chosen) {
      if (!chosen) network.unselectAll();
      else if (chosen.kind === "edge") network.setSelection({ nodes: [], edges: [chosen.id] }, { highlightEdges: false });
      else network.setSelection({ nodes: [chosen.id], edges: [] });
    },
    physics: (on) => network.setOptions({ physics: { enabled: on } }),
    gathered: () => false,
    fit,
    destroy: () => network.destroy(),
  };
};
