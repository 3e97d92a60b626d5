// The actor network: a line a pair, type and standing; its width counts the events that pass the filters.
"use strict";
(() => {
  const { data, state, parts, h, t, pick, name, typeName, colour, css, passes, line } = linimasa;
  const left = linimasa.left("actors");
  const view = { net: data.start, over: null, size: "events", communities: false, community: 0, physics: false, chosen: null };
  let network = null, nodes = null, edges = null, stage = null, corner = null, empty = null, shown = new Map();

  const nets = Object.fromEntries(["open", "rolled"].map((key) => [key, data.nets[key]]).map(([key, net]) => [key, {
    ...net, byNode: new Map(net.nodes.map((node) => [node.id, node])), byEdge: new Map(net.edges.map((edge) => [edge.id, edge])),
  }]));
  const net = () => nets[view.net];
  const wrap = (text) => text.replace(/(.{14,22}?)\s+/g, "$1\n");

  function measure(found) {
    const most = Math.max(1e-9, ...net().nodes.map((node) => node.brokerage));
    return (node) => view.size === "broker" ? 9 + 24 * Math.sqrt(node.brokerage / most) : 9 + Math.min(24, 4.2 * Math.sqrt(found.get(node.id) || 0));
  }
  function nodeStyle(node, size) {
    const palette = data.communities[state.theme];
    const fill = view.communities ? palette[node.community - 1] || css("--soft") : css("--ink");
    const hollow = node.kind === "UnnamedActor" || node.kind === "Group";
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

  function refresh() {
    const found = new Map(), events = new Set(), touched = new Set();
    shown = new Map();
    const inside = (id) => !view.community || net().byNode.get(id).community === view.community;
    for (const edge of net().edges) {
      const passed = inside(edge.from) && inside(edge.to) ? edge.events.filter((key) => passes(data.events[key])) : [];
      if (passed.length) shown.set(edge.id, passed);
      for (const key of passed) {
        events.add(key);
        for (const end of [edge.from, edge.to]) { found.set(end, (found.get(end) || 0) + 1); touched.add(end); }
      }
    }
    const size = measure(found);
    nodes.update(net().nodes.map((node) => ({ ...nodeStyle(node, size(node)), hidden: !touched.has(node.id) })));
    edges.update(net().edges.map((edge) => edgeStyle(edge, (shown.get(edge.id) || []).length)));
    empty(shown.size ? "" : !Object.keys(data.events).length ? t("blank") : net().edges.length ? t("no_match") : t("actors_empty"));
    linimasa.drawHead(t("actors_sub", { actors: touched.size, ties: shown.size, events: events.size }));
    if (view.chosen && view.chosen.kind === "edge" && !shown.has(view.chosen.id)) view.chosen = null;
    drawPanel();
  }

  const tie = (edge) => `${name(edge.from)} ${edge.arrows === "to" ? "→" : "–"} ${name(edge.to)}`;
  const lead = (edge, count) => `${typeName(edge.type)} · ${t("standing_" + edge.standing)} · ${count}`;
  function rows(list) {
    return list.sort((a, b) => shown.get(b.id).length - shown.get(a.id).length || (a.id < b.id ? -1 : 1)).map((edge) => ({
      key: edge.id, sample: line(edge.quad, edge.standing, 4), who: tie(edge), what: `${typeName(edge.type)} · ${t("standing_" + edge.standing)}`,
      count: String(shown.get(edge.id).length), open: () => chooseEdge(edge.id),
    }));
  }
  function drawPanel() {
    const chosen = view.chosen;
    if (chosen && chosen.kind === "edge") {
      const edge = net().byEdge.get(chosen.id), keys = shown.get(chosen.id) || [];
      return linimasa.show(tie(edge), lead(edge, keys.length), keys, clear);
    }
    const all = net().edges.filter((edge) => shown.has(edge.id));
    if (chosen) {
      const own = all.filter((edge) => edge.from === chosen.id || edge.to === chosen.id);
      linimasa.list(t("of_actor", { who: name(chosen.id) }), facts(chosen.id, own.length), rows(own));
      parts.panel.prepend(h("button.back", { type: "button", onclick: clear }, "← ", t("back")));
      return;
    }
    linimasa.list(t("ties"), t("net_help"), rows(all));
  }
  function facts(id, count) {
    const node = net().byNode.get(id);
    return [t("kind_" + node.kind), t("ties_n", { n: count }), t("community", { n: node.community })].join(" · ");
  }
  function clear() { view.chosen = null; network.unselectAll(); drawPanel(); }
  function chooseEdge(id) { view.chosen = { kind: "edge", id }; network.setSelection({ nodes: [], edges: [id] }, { highlightEdges: false }); drawPanel(); }
  function chooseNode(id) { view.chosen = { kind: "node", id }; network.setSelection({ nodes: [id], edges: [] }); drawPanel(); }

  // Names are written like those of a map: at one size on the screen, the most tied first, none over another.
  function names(context) {
    const at = network.getPositions(), ratio = 1 / network.getScale(), font = 13.5 * ratio, taken = [];
    const chosen = view.chosen && view.chosen.kind === "node" ? view.chosen.id : view.over;
    const order = net().nodes.filter((node) => nodes.get(node.id) && !nodes.get(node.id).hidden)
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
      const { x, y } = at[node.id], top = y + nodes.get(node.id).size + 5 * ratio, high = lines.length * font * 1.18;
      const box = [x - wide / 2 - 3 * ratio, top, x + wide / 2 + 3 * ratio, top + high];
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

  function build() {
    if (network) network.destroy();
    nodes = new vis.DataSet(net().nodes.map((node) => ({ ...nodeStyle(node, node.size), x: node.x, y: node.y })));
    edges = new vis.DataSet(net().edges.map((edge) => edgeStyle(edge, edge.events.length)));
    network = new vis.Network(stage, { nodes, edges }, {
      physics: { enabled: view.physics, barnesHut: { springLength: 170, avoidOverlap: 0.4 } },
      layout: { randomSeed: 1, improvedLayout: false },
      interaction: { hover: true, hoverConnectedEdges: false, selectConnectedEdges: false, keyboard: { enabled: true, bindToWindow: false }, tooltipDelay: 1e9 },
    });
    network.on("click", (hit) => {
      if (hit.nodes.length) chooseNode(hit.nodes[0]);
      else if (hit.edges.length) chooseEdge(hit.edges[0]);
      else clear();
    });
    network.on("afterDrawing", names);
    network.on("hoverEdge", (hit) => {
      const edge = net().byEdge.get(hit.edge), keys = shown.get(hit.edge) || [];
      if (!keys.length) return;
      linimasa.showTip(hit.pointer.DOM.x, hit.pointer.DOM.y, h("div", null, h("b", null, tie(edge))), h("div.by", null, lead(edge, keys.length)),
        linimasa.brief(data.events[keys[0]]).slice(1));
    });
    network.on("hoverNode", (hit) => {
      view.over = hit.node;
      linimasa.showTip(hit.pointer.DOM.x, hit.pointer.DOM.y, h("b", null, name(hit.node)),
        h("div.by", null, facts(hit.node, net().edges.filter((e) => shown.has(e.id) && (e.from === hit.node || e.to === hit.node)).length)));
    });
    network.on("blurNode", () => { view.over = null; });
    for (const name of ["blurEdge", "blurNode", "dragStart", "zoom"]) network.on(name, linimasa.hideTip);
    network.fit({ animation: false, maxZoomLevel: 1.3 });
    linimasa.expose("actors", { network, nodes, edges });
  }

  // Communities by their two most tied members; those of one actor are none to look at alone.
  function groups() {
    const found = new Map();
    for (const node of net().nodes) found.set(node.community, [...(found.get(node.community) || []), node]);
    const only = h("select", { "aria-label": t("only_community"), id: "community", onchange: () => { view.community = Number(only.value); view.chosen = null; refresh(); network.fit({ animation: false, maxZoomLevel: 1.3, nodes: net().nodes.filter((node) => !nodes.get(node.id).hidden).map((node) => node.id) }); } },
      h("option", { value: "0" }, t("all_communities")),
      [...found].filter(([, list]) => list.length > 1).sort((a, b) => a[0] - b[0]).map(([number, list]) => h("option", { value: String(number) },
        t("community_of", { n: number, count: list.length, who: [...list].sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1)).slice(0, 2).map((node) => name(node.id)).join(", ") }))));
    only.value = String(view.community);
    return only;
  }
  function side() {
    const cut = net().cut;
    const size = h("select", { "aria-label": t("size_by"), onchange: () => { view.size = size.value; refresh(); } },
      h("option", { value: "events" }, t("size_events")), h("option", { value: "broker" }, t("size_broker")));
    size.value = view.size;
    const roll = linimasa.check(t("roll"), view.net === "rolled", (on) => { view.net = on ? "rolled" : "open"; view.chosen = null; view.community = 0; build(); linimasa.drawSide(); refresh(); });
    roll.querySelector("input").id = "roll";
    const physics = linimasa.check(t("physics"), view.physics, (on) => { view.physics = on; network.setOptions({ physics: { enabled: on } }); });
    physics.querySelector("input").id = "physics";
    return [
      h("fieldset", null, h("legend", null, t("view")), roll,
        linimasa.check(t("communities"), view.communities, (on) => { view.communities = on; refresh(); }), physics),
      h("fieldset", null, h("legend", null, t("size_by")), size), h("fieldset", null, h("legend", null, t("only_community")), groups()), linimasa.kinds(),
      data.start === "rolled" && view.net === "rolled" ? h("p.note", null, t("rolled_note", { n: nets.open.nodes.length + nets.open.cut })) : null,
      left.spoken ? h("p.note", null, t("spoken_note", { n: left.spoken })) : null,
      cut > 0 ? h("p.note", null, t("cut", { limit: left.limit, n: cut })) : null,
      net().loose ? h("p.note", null, t("alone", { n: net().loose })) : null];
  }

  function start(room) {
    stage = h("div.canvas");
    corner = h("div.corner");
    room.append(stage, corner);
    empty = linimasa.emptyNote(room);
    build();
  }
  function words() {
    corner.replaceChildren(h("button.plain", { type: "button", onclick: () => network.fit({ animation: true, maxZoomLevel: 1.3 }) }, t("fit")));
  }
  const has = (key) => net().edges.some((edge) => edge.events.includes(key));
  function choose(key) {
    const edge = net().edges.find((one) => one.events.includes(key));
    if (edge) chooseEdge(edge.id);
  }
  linimasa.register("actors", { start, words, side, refresh, clear, choose, has }, { chooseEdge, chooseNode, shown: () => Object.fromEntries(shown), view });
})();
