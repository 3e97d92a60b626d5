// Make the outlines of the map from Natural Earth as world-atlas packs it: `node world.mjs node_modules > world.json`.
// Gives {"states": {code: [ring, …]}, "points": {code: [lon, lat]}}: rings of the 1:110 million countries in tenths
// of a degree, each point as the step from the one before; points to write a state at, from the 1:50 million ones,
// which have the small states too. Codes are ISO 3166 alpha-3, XKX for Kosovo, "-1" and so on for what has none.
import { readFileSync } from "node:fs";

const modules = process.argv[2];
const read = (name) => JSON.parse(readFileSync(`${modules}/${name}`, "utf8"));
const alpha = new Map(read("i18n-iso-countries/codes.json").map(([, three, number]) => [number, three]));

function unpack(topology) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => { x += dx; y += dy; return [x * scale[0] + translate[0], y * scale[1] + translate[1]]; });
  });
  const line = (index) => (index < 0 ? [...arcs[~index]].reverse() : arcs[index]);
  const ring = (indexes) => indexes.flatMap((index, i) => (i ? line(index).slice(1) : line(index)));
  let unnamed = 0;
  return topology.objects.countries.geometries.map((geometry) => {
    const polygons = geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs || [];
    const code = alpha.get(geometry.id) || (geometry.properties.name === "Kosovo" ? "XKX" : `-${(unnamed += 1)}`);
    return { code, rings: polygons.flatMap((polygon) => polygon.map(ring)) };
  });
}
function area(ring) {
  return ring.reduce((sum, [x, y], i) => { const [u, v] = ring[(i + 1) % ring.length]; return sum + x * v - u * y; }, 0) / 2;
}
function middle(ring) {
  const whole = area(ring);
  if (Math.abs(whole) < 1e-6) return ring[0];
  const sums = ring.reduce(([a, b], [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length], cross = x * v - u * y;
    return [a + (x + u) * cross, b + (y + v) * cross];
  }, [0, 0]);
  return sums.map((sum) => sum / (6 * whole));
}
// A ring that crosses the 180th meridian is cut there, each part put on its own side.
function cut(ring) {
  const open = [ring[0]];
  for (const [x, y] of ring.slice(1)) { const last = open.at(-1)[0]; open.push([x + 360 * Math.round((last - x) / 360), y]); }
  if (Math.abs(open.at(-1)[0] - open[0][0]) > 180) return [ring]; // round a pole: it runs along the edge
  const xs = open.map(([x]) => x);
  return [-360, 0, 360].flatMap((shift) => {
    if (Math.min(...xs) >= 180 + shift || Math.max(...xs) <= -180 + shift) return [];
    return [clip(clip(open.map(([x, y]) => [x - shift, y]), 180, 1), -180, -1)];
  });
}
function clip(ring, edge, side) {
  const inside = ([x]) => side * x <= side * edge;
  return ring.flatMap((point, i) => {
    const before = ring[(i + ring.length - 1) % ring.length];
    const crossing = inside(point) === inside(before) ? [] : [[edge, before[1] + ((point[1] - before[1]) * (edge - before[0])) / (point[0] - before[0])]];
    return inside(point) ? [...crossing, point] : crossing;
  });
}
const tenth = (value) => Math.round(value * 10);
function steps(ring) {
  const out = [];
  let lastX = null, lastY = null;
  for (const [x, y] of ring.map(([lon, lat]) => [tenth(lon), tenth(lat)])) {
    if (x === lastX && y === lastY) continue;
    out.push(x - (lastX ?? 0), y - (lastY ?? 0));
    lastX = x; lastY = y;
  }
  return out;
}
const sorted = (pairs) => Object.fromEntries(pairs.sort((a, b) => (a[0] < b[0] ? -1 : 1)));
const states = unpack(read("world-atlas/countries-110m.json"))
  .map(({ code, rings }) => [code, rings.flatMap(cut).map(steps).filter((ring) => ring.length > 6)]);
const points = unpack(read("world-atlas/countries-50m.json")).filter(({ code, rings }) => /^[A-Z]{3}$/.test(code) && rings.length)
  .map(({ code, rings }) => [code, middle(rings.flatMap(cut).reduce((a, b) => (Math.abs(area(a)) >= Math.abs(area(b)) ? a : b))).map((v) => tenth(v) / 10)]);
process.stdout.write(JSON.stringify({ states: sorted(states), points: sorted(points) }) + "\n");
