// The query page: YASGUI over this server's endpoint, the shipped queries, and a table of our own.
"use strict";
(() => {
  const place = document.getElementById("yasgui");
  const base = place.dataset.base;
  const site = new URLSearchParams(location.search);
  const keep = new URLSearchParams();
  for (const name of ["lang", "as-of"]) if (site.get(name)) keep.set(name, site.get(name));
  const endpoint = `${location.origin}/sparql`;
  const args = place.dataset.asOf ? [{ name: "as-of", value: place.dataset.asOf }] : [];
  const wanted = new URLSearchParams(location.hash.slice(1)).get("name"); // the editor empties the hash
  const PARTS = new Set(["actor", "claim", "doc", "event", "graph", "link", "mention", "place", "plan", "quantity", "rel", "role", "run", "type"]);

  function element(tag, text, attributes) {
    const node = document.createElement(tag);
    if (text !== undefined) node.textContent = text;
    for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
    return node;
  }

  // YASGUI's own table gives texts to the browser as markup to search in them; this one never does.
  function address(iri) {
    if (!iri.startsWith(base)) return null;
    const [path, fragment] = iri.slice(base.length).split("#");
    if (path === "ont") return `/ont?${keep}#${encodeURIComponent(fragment || "")}`;
    return PARTS.has(path.split("/")[0]) ? `/${path.split("/").map(encodeURIComponent).join("/")}?${keep}` : null;
  }
  function short(iri, prefixes) {
    for (const [name, start] of Object.entries(prefixes)) {
      if (iri.startsWith(start) && /^[^/#]+$/.test(iri.slice(start.length))) return `${name}:${iri.slice(start.length)}`;
    }
    return iri;
  }
  function cell(binding, prefixes) {
    const node = element("td");
    if (!binding) return node;
    if (binding.type === "uri") {
      const to = address(binding.value);
      const text = short(binding.value, prefixes);
      node.append(to ? element("a", text, { href: to, title: binding.value }) : element("span", text, { title: binding.value }));
    } else {
      node.textContent = binding.value;
      if (binding["xml:lang"]) node.lang = binding["xml:lang"];
      if (/#(integer|decimal|double)$/.test(binding.datatype || "")) node.className = "n";
    }
    return node;
  }
  class Rows {
    constructor(yasr) { this.yasr = yasr; this.priority = 10; this.label = "Table"; this.hideFromSelection = false; }
    canHandleResults() {
      return Boolean(this.yasr.results && this.yasr.results.getVariables() && this.yasr.results.getVariables().length > 0);
    }
    getIcon() { return null; }
    draw() {
      const names = this.yasr.results.getVariables();
      const rows = this.yasr.results.getBindings() || [];
      const prefixes = this.yasr.getPrefixes();
      const table = element("table");
      table.append(element("caption", String(rows.length)));
      const head = element("tr");
      for (const name of names) head.append(element("th", name, { scope: "col" }));
      table.append(element("thead"), element("tbody"));
      table.tHead.append(head);
      for (const row of rows.slice(0, 5000)) {
        const line = element("tr");
        for (const name of names) line.append(cell(row[name], prefixes));
        table.tBodies[0].append(line);
      }
      const box = element("div", undefined, { class: "rows", tabindex: "0", role: "region", "aria-label": "Table" });
      box.append(table);
      this.yasr.resultsEl.replaceChildren(box);
    }
  }
  Yasgui.Yasr.registerPlugin("table", Rows);

  const START = `PREFIX lini: <${base}ont#>\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\nSELECT ?date ?event WHERE {\n  ?e a lini:Event ; lini:date ?date ; rdfs:label ?event .\n} ORDER BY DESC(?date) LIMIT 20`;
  Yasgui.Yasqe.defaults.value = START;
  Yasgui.Yasqe.defaults.autocompleters = ["prefixes", "variables"];
  Yasgui.Yasqe.defaults.prefixCcApi = "/prefixes.json"; // not prefix.cc: nothing leaves this server
  Yasgui.Yasqe.defaults.showQueryButton = true;
  Yasgui.Yasqe.defaults.resizeable = true;

  async function start() {
    const [named, prefixes] = await Promise.all(
      ["/queries?format=json", "/prefixes.json"].map((url) => fetch(url).then((answer) => answer.json())),
    );
    Yasgui.Yasr.defaults.prefixes = prefixes;
    const yasgui = new Yasgui(place, {
      requestConfig: { endpoint, method: "POST", args },
      copyEndpointOnNewTab: true,
      persistenceId: null,
      yasr: { prefixes, pluginOrder: ["table", "boolean", "response"], defaultPlugin: "table" },
    });
    ready(named, yasgui);
    for (const area of place.querySelectorAll("textarea")) area.setAttribute("aria-label", "SPARQL");
    window.linimasa = { yasgui, run: () => yasgui.getTab().getYasqe().query() };
  }

  // ---- the shipped queries
  function ready(named, yasgui) {
    const names = document.getElementById("names");
    const fields = document.getElementById("parameters");
    const about = document.getElementById("ready-about");
    const fill = document.getElementById("fill");
    for (const query of named) names.append(element("option", query.name, { value: query.name }));
    const chosen = () => named.find((query) => query.name === names.value);
    function show() {
      const query = chosen();
      fields.replaceChildren();
      fill.disabled = !query;
      about.textContent = query ? query.description : "";
      for (const parameter of query ? query.parameters : []) {
        const label = element("label", `${parameter.name} `);
        const input = element("input", undefined, { name: parameter.name, placeholder: parameter.type, size: "12" });
        input.value = parameter.default ?? "";
        if (parameter.name === "lang") input.value = document.documentElement.lang;
        input.required = parameter.default === null;
        label.append(input);
        fields.append(label);
      }
    }
    names.addEventListener("change", show);
    document.getElementById("ready").addEventListener("submit", async (event) => {
      event.preventDefault();
      const values = new URLSearchParams();
      for (const input of fields.querySelectorAll("input")) if (input.value) values.set(input.name, input.value);
      if (place.dataset.asOf) values.set("as-of", place.dataset.asOf);
      const answer = await fetch(`/queries/${names.value}.rq?${values}`, { headers: { Accept: "application/sparql-query" } });
      const text = await answer.text();
      if (!answer.ok) { about.textContent = text; return; }
      about.textContent = chosen().description;
      yasgui.getTab().getYasqe().setValue(text);
      yasgui.getTab().getYasqe().query();
    });
    if (wanted && named.some((query) => query.name === wanted)) { names.value = wanted; show(); }
  }
  start();
})();
