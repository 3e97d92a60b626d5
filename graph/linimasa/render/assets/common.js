// What every page shares: its data, words, theme, filters, period and frame. Texts are set as text nodes only.
"use strict";
const linimasa = (window.linimasa = {});
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const state = {
    lang: data.lang,
    theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    types: new Set(), standings: new Set(), from: 0, to: 0, undated: true, query: "", publisher: "", tongue: "",
  };
  const OPEN = "9999-12-31";

  // h("p.note", {title: "x"}, "text", child): an element; strings become text nodes, never markup.
  function h(spec, props, ...kids) {
    const [tag, ...classes] = spec.split(".");
    const node = document.createElement(tag || "div");
    if (classes.length) node.className = classes.join(" ");
    for (const [name, value] of Object.entries(props || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (name === "style") for (const [k, v] of Object.entries(value)) node.style.setProperty(k, v);
      else if (name in node && typeof value !== "string") node[name] = value;
      else node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...kids.flat(9).filter((kid) => kid !== null && kid !== undefined && kid !== false));
    return node;
  }
  function svg(tag, props, ...kids) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(props || {})) node.setAttribute(name, value);
    node.append(...kids);
    return node;
  }

  const t = (key, values) => {
    const text = data.words[state.lang][key] ?? key;
    return values ? text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole)) : text;
  };
  const pick = (pair) => pair[state.lang === "id" ? 0 : 1];
  const name = (key) => (data.actors[key] ? pick(data.actors[key].label) : key);
  const typeName = (local) => (data.types[local] ? pick(data.types[local].label) : local);
  function dayName(iso) {
    if (!iso) return t("undated");
    const [year, month, day] = iso.split("-").map(Number);
    return `${day} ${data.months[state.lang][month - 1]} ${year}`;
  }
  const colour = (quad) => data.quads[state.theme][quad || 0];
  const css = (variable) => getComputedStyle(document.documentElement).getPropertyValue(variable).trim();

  // ---- filters
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const events = Object.entries(data.events).map(([key, event]) => Object.assign(event, { key }));
  for (const event of events) {
    const people = [...event.actors, ...event.recipients, ...event.parties];
    const claims = event.claims.map((key) => data.claims[key]);
    for (const claim of claims) people.push(...(claim.source || []), ...(claim.for || []));
    const names = people.flatMap((key) => (data.actors[key] ? [...data.actors[key].label, ...data.actors[key].alias] : []));
    event.told = claims.map((claim) => data.documents[claim.document]).filter(Boolean);
    event.haystack = fold([...event.label, ...names, ...claims.map((claim) => claim.quote)].join("\n"));
  }
  const days = [...new Set(events.flatMap((event) => (event.window ? [event.date, ...event.window] : [])))]
    .filter((day) => day !== OPEN).sort();
  state.to = Math.max(0, days.length - 1);

  function passes(event) {
    if (state.types.has(event.root) || state.standings.has(event.standing)) return false;
    if ((state.publisher || state.tongue) && !event.told.some((doc) => (!state.publisher || doc.publisher === state.publisher) && (!state.tongue || doc.lang === state.tongue))) return false;
    if (!event.window) { if (!state.undated) return false; }
    else if (days.length && (event.window[0] > days[state.to] || event.window[1] < days[state.from])) return false;
    return terms.every((term) => event.haystack.includes(term));
  }
  let terms = [];
  let queued = false;
  function changed() {
    if (queued) return;
    queued = true;
    requestAnimationFrame(() => { queued = false; active.refresh(); });
  }

  // ---- small drawings
  const DASH = { held: "", planned: "7 4", claimed: "1.5 4", spoken: "1 5" };
  const line = (quad, standing, width) => {
    const box = svg("svg", { class: "sample", viewBox: "0 0 30 12", "aria-hidden": "true" });
    box.append(svg("line", {
      x1: 1, x2: 29, y1: 6, y2: 6, stroke: quad === null ? css("--soft") : colour(quad),
      "stroke-width": width || 3, "stroke-dasharray": DASH[standing] || "",
    }));
    return box;
  };
  const MARKS = {
    State: "M8 1a7 7 0 1 0 .01 0z", Organization: "M2 2h12v12H2z", Person: "M8 0l8 8-8 8-8-8z",
    Group: "M4 1h8l4 7-4 7H4L0 8z", UnnamedActor: "M8 1l8 14H0z",
  };

  // ---- frame
  const app = document.getElementById("app");
  const parts = {};
  function frame() {
    document.documentElement.dataset.theme = state.theme;
    document.documentElement.lang = state.lang;
    parts.head = h("header");
    parts.side = h("details.side", { open: innerWidth > 860 });
    parts.stage = h("main.stage");
    parts.time = h("section.time");
    parts.panel = h("aside.panel", { id: "panel", tabIndex: -1 });
    parts.tip = h("div.tip", { hidden: true });
    parts.dock = h("div.dock", { role: "search" }, parts.side);
    parts.tabs = many() ? h("nav.tabs") : null;
    app.classList.toggle("many", many());
    app.append(h("a.skip", { href: "#panel" }), parts.head, ...(parts.tabs ? [parts.tabs] : []), parts.dock, parts.stage, parts.time, parts.panel);
  }
  function choice(options, current, choose, label) {
    return h("div.switch", { role: "group", "aria-label": label }, options.map(([value, text]) =>
      h("button", { type: "button", "aria-pressed": String(value === current()), onclick: () => choose(value) }, text)));
  }
  function drawHead(summary) {
    document.title = data.title || t(data.page + "_title");
    const out = left(active.kind).cut || left(active.kind).events;
    const heading = data.title || t((many() ? active.kind : data.page) + "_title");
    app.querySelector(".skip").textContent = t("skip");
    parts.panel.setAttribute("aria-label", t("statements"));
    parts.dock.setAttribute("aria-label", t("filters"));
    parts.head.replaceChildren(
      h("span.brand", null, "linimasa"),
      h("div", null, h("h1", null, heading), h("p.sub", { "aria-live": "polite" }, summary, out ? ` · ${t("left_out", { n: out })}` : null)),
      h("div.tools", null,
        choice([["id", "ID"], ["en", "EN"]], () => state.lang, setLang, t("language")),
        choice([["light", t("light")], ["dark", t("dark")]], () => state.theme, setTheme, t("theme"))));
  }
  function setLang(lang) { state.lang = lang; document.documentElement.lang = lang; redraw(); }
  function setTheme(theme) { state.theme = theme; document.documentElement.dataset.theme = theme; redraw(); }

  function check(label, on, change, sample, count) {
    const box = h("input", { type: "checkbox", checked: on, onchange: () => { row.classList.toggle("off", !box.checked); change(box.checked); } });
    const row = h("label.row" + (on ? "" : ".off") + (count === undefined ? "" : ".key"), null, box, sample, h("span.name", null, label), count === undefined ? null : h("span.count", null, String(count)));
    return row;
  }
  function toggle(set, value) { return (on) => { on ? set.delete(value) : set.add(value); changed(); }; }

  // The legend is the filter: each line shows how it is drawn, and its box takes it out.
  function legend() {
    const quads = [1, 2, 3, 4, 0].map((quad) => {
      const roots = [...new Set(events.filter((e) => e.quad === quad).map((e) => e.root))].sort();
      if (!roots.length) return null;
      const number = events.filter((e) => e.quad === quad).length;
      const rows = roots.map((root) => check(typeName(root), !state.types.has(root), toggle(state.types, root), null,
        events.filter((e) => e.root === root).length));
      const all = check(t("quad_" + quad), roots.some((root) => !state.types.has(root)), (on) => {
        for (const root of roots) on ? state.types.delete(root) : state.types.add(root);
        for (const row of rows) { row.querySelector("input").checked = on; row.classList.toggle("off", !on); }
        changed();
      }, line(quad, "held", 4), number);
      all.querySelector("input").dataset.quad = quad;
      rows.forEach((row, i) => { row.querySelector("input").dataset.type = roots[i]; });
      return [all, h("div.types", null, rows)];
    });
    const stands = ["held", "planned", "claimed", "spoken"].map((stand) => {
      const number = events.filter((e) => e.standing === stand).length;
      if (!number) return null;
      const row = check(t("standing_" + stand), !state.standings.has(stand), toggle(state.standings, stand), line(null, stand, 3), number);
      row.querySelector("input").dataset.standing = stand;
      return row;
    });
    return [
      h("fieldset", null, h("legend", null, t("legend_type")), quads),
      h("fieldset", null, h("legend", null, t("legend_standing")), stands),
    ];
  }
  // Who tells of it: the publishers and the languages of the documents, where there are several.
  function tellers() {
    const choose = (field, key, every, label) => {
      const found = [...new Set(Object.values(data.documents).map((doc) => doc[field]).filter(Boolean))].sort();
      if (found.length < 2) return null;
      const box = h("select", { "aria-label": t(every), "data-told": field, onchange: () => { state[key] = box.value; changed(); } },
        h("option", { value: "" }, t(every)), found.map((value) => h("option", { value }, label(value))));
      box.value = state[key];
      return box;
    };
    const boxes = [choose("publisher", "publisher", "any_source", (value) => value), choose("lang", "tongue", "any_language", (value) => (value in data.words ? t("language_" + value) : value))].filter(Boolean);
    return boxes.length ? h("fieldset.told", null, h("legend", null, t("told_by")), boxes) : null;
  }
  function kinds() {
    const present = new Set(events.flatMap((e) => [...e.actors, ...e.recipients]).map((key) => data.actors[key]?.kind));
    return h("fieldset", null, h("legend", null, t("kinds")), h("ul.keys", null, Object.keys(MARKS).filter((kind) => present.has(kind)).map((kind) =>
      h("li", null, svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: MARKS[kind] })), t("kind_" + kind)))));
  }
  function drawSide() {
    const search = h("input.search", {
      type: "search", placeholder: t("search"), "aria-label": t("search"), value: state.query,
      oninput: () => { state.query = search.value; terms = fold(search.value).split(/\s+/).filter(Boolean); changed(); },
    });
    search.value = state.query;
    parts.search = search;
    parts.side.replaceChildren(h("summary", null, t("filters")), search, ...legend(), ...[tellers()].filter(Boolean), ...active.side().flat(9).filter(Boolean));
  }

  // ---- period
  function drawTime() {
    parts.time.hidden = days.length < 2;
    if (parts.time.hidden) return;
    const slider = (which, label) => h("input", {
      type: "range", min: "0", max: String(days.length - 1), step: "1", "aria-label": label, "data-end": which,
      oninput: (e) => {
        const value = Number(e.target.value);
        state[which] = which === "from" ? Math.min(value, state.to) : Math.max(value, state.from);
        e.target.value = state[which];
        mark(); changed();
      },
    });
    const from = slider("from", t("range_from")), to = slider("to", t("range_to"));
    const counts = days.map((day) => events.filter((e) => e.date === day).length);
    const most = Math.max(1, ...counts);
    // One box of as many units as there are days: however many, the bars keep to the track.
    const bars = svg("svg", { class: "bars", viewBox: `0 0 ${days.length} 28`, preserveAspectRatio: "none", "aria-hidden": "true" });
    counts.forEach((n, i) => {
      const high = n ? 4 + (24 * n) / most : 0;
      bars.append(svg("rect", { x: i + 0.1, width: 0.8, y: 28 - high, height: high }));
    });
    const undated = events.some((e) => !e.window)
      ? check(t("undated_too"), state.undated, (on) => { state.undated = on; changed(); }) : null;
    const rail = h("span"), span = h("div.span", { "aria-live": "polite" });
    let timer = null;
    const play = h("button.plain", { type: "button", onclick: () => (timer ? stop() : start()) }, t("play"));
    function stop() { clearInterval(timer); timer = null; play.textContent = t("play"); }
    function start() {
      if (state.to >= days.length - 1) state.to = state.from;
      play.textContent = t("pause");
      mark(); changed();
      timer = setInterval(() => {
        if (state.to >= days.length - 1 || !play.isConnected) return stop();
        state.to += 1;
        mark(); changed();
      }, 700);
    }
    function mark() {
      from.value = state.from; to.value = state.to;
      from.setAttribute("aria-valuetext", dayName(days[state.from]));
      to.setAttribute("aria-valuetext", dayName(days[state.to]));
      from.style.zIndex = state.from > days.length / 2 ? 2 : 1;
      const last = days.length - 1;
      rail.style.left = `${(100 * state.from) / last}%`;
      rail.style.width = `${(100 * (state.to - state.from)) / last}%`;
      [...bars.children].forEach((bar, i) => bar.classList.toggle("in", i >= state.from && i <= state.to));
      span.replaceChildren(...(undated ? [] : [h("b", null, t("dates"))]), `${dayName(days[state.from])} – ${dayName(days[state.to])}`);
    }
    parts.time.setAttribute("aria-label", t("dates"));
    parts.time.replaceChildren(play, h("div.period", null, span, undated), h("div.track", null, bars, h("div.rail", null, rail), from, to));
    mark();
  }

  // ---- hover
  function showTip(x, y, ...kids) {
    parts.tip.replaceChildren(...kids.flat(9).filter(Boolean));
    parts.tip.hidden = false;
    if (!parts.tip.isConnected) parts.stage.append(parts.tip);
    const room = parts.stage.getBoundingClientRect(), size = parts.tip.getBoundingClientRect();
    parts.tip.style.left = `${Math.max(6, Math.min(x + 14, room.width - size.width - 6))}px`;
    parts.tip.style.top = `${y + 18 + size.height > room.height ? Math.max(6, y - size.height - 10) : y + 18}px`;
  }
  const hideTip = () => { parts.tip.hidden = true; };

  // ---- views
  // A view draws the same events in its own way. It gives `start(stage)`, called when it is first shown, `words()`
  // for what depends on the language, `side()` for its own filters and notes, `refresh()` after any change, `clear()`
  // and `choose(event)`. A page has one view or, with tabs to switch between them, several.
  const views = {};
  let active = null;
  const many = () => Object.keys(views).length > 1;
  function register(kind, methods, open) {
    views[kind] = { kind, stage: null, open: open || {}, ...methods };
    Object.assign(linimasa.views, { [kind]: views[kind].open });
    if (kind === data.page) Object.assign(linimasa, views[kind].open);
  }
  const expose = (kind, found) => {
    Object.assign(views[kind].open, found);
    if (kind === data.page) Object.assign(linimasa, found);
  };
  function drawTabs() {
    if (!parts.tabs) return;
    parts.tabs.setAttribute("aria-label", t("views"));
    parts.tabs.replaceChildren(...Object.keys(views).map((kind) => h("button", {
      type: "button", "data-view": kind, "aria-current": kind === active.kind ? "page" : null, onclick: () => go(kind),
    }, t(kind + "_tab"))));
  }
  function go(kind, key) {
    hideTip();
    for (const other of Object.values(views)) if (other.stage) other.stage.hidden = other.kind !== kind;
    active = views[kind];
    document.body.dataset.view = kind;
    if (!active.stage) {
      active.stage = h("div.view", { "data-view": kind });
      parts.stage.append(active.stage);
      active.start(active.stage);
    }
    if (many()) history.replaceState(null, "", "#" + kind);
    redraw();
    if (key) active.choose(key, true);
  }
  function redraw() {
    drawTabs();
    parts.stage.setAttribute("aria-label", t(active.kind + "_title"));
    active.words();
    drawSide();
    drawTime();
    active.refresh();
  }
  const left = (kind) => data.left[kind] || {};
  const others = (event) => Object.values(views).filter((one) => one !== active && one.has && one.has(event)).map((one) => one.kind);
  // A notice over the empty stage, shown where nothing passes the filters.
  function emptyNote(stage) {
    const note = h("div.empty", { hidden: true }, h("p"));
    stage.append(note);
    return (text) => { note.hidden = !text; note.firstChild.textContent = text || ""; };
  }

  function begin() {
    frame();
    const wanted = location.hash.slice(1);
    go(wanted in views ? wanted : Object.keys(views)[0]);
    addEventListener("keydown", (e) => {
      if (e.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) { e.preventDefault(); parts.search.focus(); }
      if (e.key === "Escape") active.clear();
    });
  }

  Object.assign(linimasa, {
    data, state, events, days, parts, h, svg, t, pick, name, typeName, dayName, colour, css, passes, changed, views: {},
    line, legend, kinds, check, drawHead, drawSide, drawTime, showTip, hideTip, begin, fold, drawings: {}, register, expose, go, others, left, emptyNote,
  });
})();
