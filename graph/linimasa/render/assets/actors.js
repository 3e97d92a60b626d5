// The actor network: a line a pair, type and standing; its width counts the events that pass the filters. How it is
// drawn hangs on its size: by vis-network (network.js) or, of hundreds and more, on a canvas (canvas.js).
"use strict";
(() => {
  const { data, state, parts, h, t, name, typeName, css, passes, line } = linimasa;
  const left = linimasa.left("actors");
  const view = { net: data.start, over: null, size: "events", communities: false, community: 0, physics: false, chosen: null };
  let drawing = null, stage = null, corner = null, empty = null, shown = new Map();

  const nets = Object.fromEntries(["open", "rolled"].map((key) => [key, data.nets[key]]).map(([key, net]) => [key, {
    ...net, byNode: new Map(net.nodes.map((node) => [node.id, node])), byEdge: new Map(net.edges.map((edge) => [edge.id, edge])),
    byEvent: new Map(net.edges.flatMap((edge) => edge.events.map((event) => [event, edge.id])).reverse()),
  }]));
  const net = () => nets[view.net];

  function measure(found) {
    const most = net().nodes.reduce((high, node) => Math.max(high, node.brokerage), 1e-9);
    return (node) => view.size === "broker" ? 9 + 24 * Math.sqrt(node.brokerage / most) : 9 + Math.min(24, 4.2 * Math.sqrt(found.get(node.id) || 0));
  }
  function fill(node) {
    return view.communities ? data.communities[state.theme][node.community - 1] || css("--soft") : css("--ink");
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
    if (view.chosen && view.chosen.kind === "edge" && !shown.has(view.chosen.id)) view.chosen = null;
    drawing.update(shown, touched, measure(found));
    empty(shown.size ? "" : !Object.keys(data.events).length ? t("blank") : net().edges.length ? t("no_match") : t("actors_empty"));
    linimasa.drawHead(t("actors_sub", { actors: touched.size, ties: shown.size, events: events.size }));
    drawPanel();
  }

  const tie = (edge) => `${name(edge.from)} ${edge.arrows === "to" ? "→" : "–"} ${name(edge.to)}`;
  const lead = (edge, count) => `${typeName(edge.type)} · ${t("standing_" + edge.standing)} · ${count}`;
  function rows(list) {
    return list.sort((a, b) => shown.get(b.id).length - shown.get(a.id).length || (a.id < b.id ? -1 : 1)).map((edge) => ({
      key: edge.id, sample: line(edge.quad, edge.standing, 4), who: tie(edge), what: `${typeName(edge.type)} · ${t("standing_" + edge.standing)}`,
      count: String(shown.get(edge.id).length), open: () => chooseEdge(edge.id, true),
    }));
  }
  const back = (to) => parts.panel.prepend(h("button.back", { type: "button", onclick: to }, "← ", t("back")));
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
      return back(clear);
    }
    if (drawing.gathered()) {
      return linimasa.list(t("communities_list"), t("communities_help"), [...drawing.heaps()].sort((a, b) => b.count - a.count || a.number - b.number).map((heap) => ({
        key: String(heap.number), sample: null, who: leaders(heap.number), count: String(heap.count), what: t("actors_n", { n: heap.count }), open: () => openCommunity(heap.number),
      })));
    }
    linimasa.list(t("ties"), t("net_help"), rows(all));
    if (view.community && net().singly && net().nodes.length > net().singly) back(() => openCommunity(0));
  }
  function facts(id, count) {
    const node = net().byNode.get(id);
    return [t("kind_" + node.kind), t("ties_n", { n: count }), t("community", { n: node.community })].join(" · ");
  }
  function clear() { view.chosen = null; drawing.select(null); drawPanel(); }
  function chooseEdge(id, move) { choosing({ kind: "edge", id }, move); }
  function chooseNode(id) { choosing({ kind: "node", id }); }
  function choosing(chosen, move) { view.chosen = chosen; drawing.select(chosen, move); drawPanel(); }
  function openCommunity(number) { view.community = number; view.chosen = null; refresh(); linimasa.drawSide(); drawing.fit(false); }

  function tipEdge(id, x, y) {
    const edge = net().byEdge.get(id), keys = shown.get(id) || [];
    if (keys.length) linimasa.showTip(x, y, h("div", null, h("b", null, tie(edge))), h("div.by", null, lead(edge, keys.length)), linimasa.brief(data.events[keys[0]]).slice(1));
  }
  function tipNode(id, x, y) {
    linimasa.showTip(x, y, h("b", null, name(id)), h("div.by", null, facts(id, net().edges.filter((e) => shown.has(e.id) && (e.from === id || e.to === id)).length)));
  }
  function build() {
    if (drawing) drawing.destroy();
    view.over = null;
    drawing = linimasa.drawings[net().islands ? "canvas" : "vis"](stage, {
      net: net(), view, fill, chooseEdge, chooseNode, openCommunity, clear, tipEdge, tipNode, edge: (id) => net().byEdge.get(id),
      community: (number, count) => name(groups().get(number).ids[0]) + (count > 1 ? ` +${count - 1}` : ""),
    });
  }

  // Communities by their two most tied members; those of one actor are none to look at alone.
  const first = new Map();
  function groups() {
    if (!first.has(view.net)) {
      const found = new Map();
      for (const node of net().nodes) found.set(node.community, [...(found.get(node.community) || []), node]);
      first.set(view.net, new Map([...found].map(([number, list]) => [number, { count: list.length, ids: list.sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1)).slice(0, 2).map((node) => node.id) }])));
    }
    return first.get(view.net);
  }
  const leaders = (number) => groups().get(number).ids.map(name).join(", ");
  function only() {
    const box = h("select", { "aria-label": t("only_community"), id: "community", onchange: () => { view.community = Number(box.value); view.chosen = null; refresh(); drawing.fit(false); } },
      h("option", { value: "0" }, t("all_communities")),
      [...groups()].filter(([, one]) => one.count > 1).sort((a, b) => a[0] - b[0]).map(([number, one]) => h("option", { value: String(number) }, t("community_of", { n: number, count: one.count, who: leaders(number) }))));
    box.value = String(view.community);
    return box;
  }
  function side() {
    const cut = net().cut, many = nets.open.nodes.length + nets.open.cut;
    const size = h("select", { "aria-label": t("size_by"), onchange: () => { view.size = size.value; refresh(); } },
      h("option", { value: "events" }, t("size_events")), h("option", { value: "broker" }, t("size_broker")));
    size.value = view.size;
    const roll = linimasa.check(t("roll"), view.net === "rolled", (on) => { view.net = on ? "rolled" : "open"; view.chosen = null; view.community = 0; build(); linimasa.drawSide(); refresh(); });
    roll.querySelector("input").id = "roll";
    const physics = drawing.physics && linimasa.check(t("physics"), view.physics, (on) => { view.physics = on; drawing.physics(on); });
    if (physics) physics.querySelector("input").id = "physics";
    return [
      h("fieldset", null, h("legend", null, t("view")), roll,
        linimasa.check(t("communities"), view.communities, (on) => { view.communities = on; refresh(); }), physics),
      h("fieldset", null, h("legend", null, t("size_by")), size), h("fieldset", null, h("legend", null, t("only_community")), only()), linimasa.kinds(),
      data.start === "rolled" && view.net === "rolled" ? h("p.note", null, t("rolled_note", { n: many })) : null,
      net().islands ? h("p.note", null, t(net().nodes.length > net().singly ? "gathered_note" : "islands_note", { n: net().nodes.length, most: net().singly })) : null,
      left.spoken ? h("p.note", null, t("spoken_note", { n: left.spoken })) : null,
      left.events > 0 ? h("p.note", null, t("events_cut", { n: left.events })) : null,
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
    corner.replaceChildren(h("button.plain", { type: "button", onclick: () => drawing.fit(true) }, t("fit")));
  }
  const has = (key) => net().byEvent.has(key);
  function choose(key) {
    if (has(key)) chooseEdge(net().byEvent.get(key), true);
  }
  linimasa.register("actors", { start, words, side, refresh, clear, choose, has }, { chooseEdge, chooseNode, openCommunity, shown: () => Object.fromEntries(shown), view });
})();
