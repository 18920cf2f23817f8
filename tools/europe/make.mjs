// The coastlines and borders of Europe for the map of the network: `npm install && npm run make` in this folder.
//
// In: countries-50m.json of npm's world-atlas, which is Natural Earth 1:50m (public domain, naturalearthdata.com) as
// TopoJSON. Out: a text of arcs and countries, projected and simplified. Always: neighbours share their border, since
// arcs are simplified and not countries; the same input gives the same bytes.
//
// The text: lines that begin with `#` are for people. `unit N` is the length of a step in metres. Each line `> …` is an
// arc, numbered from 0: steps east and north, the first from 0 0, each as a number in groups of five bits, low ones first,
// of which all but the last have bit 5 set, written as the character of that number plus 63; the sign is bit 0. Each other
// line is a country: its code (ISO 3166-1 alpha-2), then its rings, between semicolons: numbers of arcs, -1 - n where arc
// n runs backwards.

import { readFileSync, writeFileSync } from 'node:fs';

const [out] = process.argv.slice(2);
if (!out) throw new Error('give the file to write');
const topology = JSON.parse(readFileSync(new URL('node_modules/world-atlas/countries-50m.json', import.meta.url), 'utf8'));

// ISO 3166-1 numeric to alpha-2, for what can be seen on a map of Europe. Kosovo has no number in the source.
const CODES = Object.fromEntries(
  `008 AL 020 AD 040 AT 051 AM 031 AZ 112 BY 056 BE 070 BA 100 BG 191 HR 196 CY 203 CZ 208 DK 233 EE 246 FI 250 FR 268 GE
   276 DE 300 GR 348 HU 352 IS 372 IE 376 IL 380 IT 400 JO 398 KZ 428 LV 422 LB 438 LI 440 LT 442 LU 470 MT 498 MD 492 MC
   499 ME 528 NL 807 MK 578 NO 616 PL 620 PT 642 RO 643 RU 674 SM 688 RS 703 SK 705 SI 724 ES 752 SE 756 CH 792 TR 804 UA
   826 GB 336 VA 012 DZ 434 LY 504 MA 788 TN 818 EG 760 SY 368 IQ 364 IR 682 SA 248 AX 234 FO 833 IM 831 GG 832 JE 275 PS`
    .trim().split(/\s+/).map((word, at, all) => [word, all[at + 1]]).filter((_, at) => at % 2 === 0),
);

// What the map can show, in metres of EPSG:3035; the site's own frames lie within it.
const EXTENT = { west: 2_300_000, south: 1_150_000, east: 7_300_000, north: 5_650_000 };
const UNIT = 500;
// Of a triangle that three neighbouring points make, in square metres: the point of a smaller one goes.
const LEAST_AREA = Number(process.env.LEAST_AREA ?? 2_000_000);

// Lambert's azimuthal equal-area projection of ETRS89 at 52 N 10 E (IOGP guidance note 7-2, method 9820).
const [A, F] = [6_378_137, 1 / 298.257222101];
const E2 = 2 * F - F * F;
const E = Math.sqrt(E2);
const radians = (degrees) => (degrees * Math.PI) / 180;
const q = (sin) => (1 - E2) * (sin / (1 - E2 * sin * sin) - (1 / (2 * E)) * Math.log((1 - E * sin) / (1 + E * sin)));
const QP = q(1);
const RQ = A * Math.sqrt(QP / 2);
const [LAT0, LON0] = [radians(52), radians(10)];
const BETA0 = Math.asin(q(Math.sin(LAT0)) / QP);
const D = (A * Math.cos(LAT0)) / Math.sqrt(1 - E2 * Math.sin(LAT0) ** 2) / (RQ * Math.cos(BETA0));

function project([lon, lat]) {
  const beta = Math.asin(Math.max(-1, Math.min(1, q(Math.sin(radians(lat))) / QP)));
  const theta = radians(lon) - LON0;
  const cos = Math.cos(theta);
  const b = RQ * Math.sqrt(2 / (1 + Math.sin(BETA0) * Math.sin(beta) + Math.cos(BETA0) * Math.cos(beta) * cos));
  return [
    4_321_000 + b * D * Math.cos(beta) * Math.sin(theta),
    3_210_000 + (b / D) * (Math.cos(BETA0) * Math.sin(beta) - Math.sin(BETA0) * Math.cos(beta) * cos),
  ];
}

function arcOf(steps) {
  const { scale, translate } = topology.transform;
  let [x, y] = [0, 0];
  return steps.map(([dx, dy]) => {
    [x, y] = [x + dx, y + dy];
    return project([x * scale[0] + translate[0], y * scale[1] + translate[1]]);
  });
}

const inside = ([x, y]) => x >= EXTENT.west && x <= EXTENT.east && y >= EXTENT.south && y <= EXTENT.north;
const area = ([ax, ay], [bx, by], [cx, cy]) => Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;

// Visvalingam's simplification: the point that matters least goes first. Far outside nothing matters much.
function simplified(points) {
  const left = [...points];
  const weight = (at) => area(left[at - 1], left[at], left[at + 1]) / (left.slice(at - 1, at + 2).some(inside) ? 1 : 10_000);
  // An island is a closed arc: it keeps four points, or it would be a line.
  const [first, last] = [points[0], points.at(-1)];
  const least = first[0] === last[0] && first[1] === last[1] ? 5 : 2;
  while (left.length > least) {
    let [found, smallest] = [0, Infinity];
    for (let at = 1; at < left.length - 1; at += 1) {
      const of = weight(at);
      if (of < smallest) [found, smallest] = [at, of];
    }
    if (smallest >= LEAST_AREA) break;
    left.splice(found, 1);
  }
  return left;
}

const arcs = topology.arcs.map(arcOf);
const ringPoints = (ring) => ring.flatMap((n) => (n < 0 ? [...arcs[~n]].reverse() : arcs[n]));
// Islands that would be a dot say nothing; a country that is one stays.
function ringArea(ring) {
  const points = ringPoints(ring);
  const doubled = points.reduce((sum, [x, y], at) => {
    const [nx, ny] = points[(at + 1) % points.length];
    return sum + x * ny - nx * y;
  }, 0);
  return Math.abs(doubled) / 2;
}

const countries = topology.objects.countries.geometries
  .map((shape) => {
    const code = CODES[shape.id] ?? (shape.properties.name === 'Kosovo' ? 'XK' : undefined);
    const polygons = shape.type === 'Polygon' ? [shape.arcs] : shape.type === 'MultiPolygon' ? shape.arcs : [];
    const rings = polygons.flat().filter((ring) => ringPoints(ring).some(inside)).sort((a, b) => ringArea(b) - ringArea(a));
    return { code, rings: rings.filter((ring, at) => at === 0 || ringArea(ring) > 12 * LEAST_AREA) };
  })
  .filter(({ code, rings }) => code && rings.length)
  .sort((a, b) => (a.code < b.code ? -1 : 1));

const used = [...new Set(countries.flatMap(({ rings }) => rings.flat().map((n) => (n < 0 ? ~n : n))))].sort((a, b) => a - b);
const number = new Map(used.map((old, at) => [old, at]));

function encoded(value) {
  let left = value < 0 ? -2 * value + 1 : 2 * value;
  let text = '';
  while (left >= 32) {
    text += String.fromCharCode((left % 32) + 32 + 63);
    left = Math.floor(left / 32);
  }
  return text + String.fromCharCode(left + 63);
}

function arcLine(points) {
  let [px, py] = [0, 0];
  let text = '';
  const whole = points.map(([x, y]) => [Math.round(x / UNIT), Math.round(y / UNIT)]);
  whole.forEach(([x, y], at) => {
    if (at > 0 && x === px && y === py) return;
    text += encoded(x - px) + encoded(y - py);
    [px, py] = [x, y];
  });
  return `> ${text}`;
}

const ringText = (ring) => ring.map((n) => (n < 0 ? -1 - number.get(~n) : number.get(n))).join(',');
const lines = [
  '# Europe for the map of the network. Made with Natural Earth (naturalearthdata.com), which is in the public domain.',
  '# Made by tools/europe/make.mjs, which describes the format: do not edit.',
  `unit ${UNIT}`,
  ...used.map((old) => arcLine(simplified(arcs[old]))),
  ...countries.map(({ code, rings }) => `${code} ${rings.map(ringText).join(';')}`),
];
writeFileSync(out, `${lines.join('\n')}\n`);
console.log(`${countries.length} countries, ${used.length} arcs, ${lines.join('\n').length} bytes`);
