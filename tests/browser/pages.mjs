// Which pages are looked at, and the browser that looks.
//
// In: the folder of a finished site and its address. Out: for each language the pages of every kind, as
// {name, lang, url}. Always: pages are found by what they are, not by an address written down here; a kind of page that
// somebody adds to the site is looked at from then on, since a page says of what kind it is (`<body class="kind-…">`).

import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { chromium } from 'playwright-core';

export const WIDTHS = [320, 768, 1440];
export const SCHEMES = ['light', 'dark'];

// Kinds that this site must have: where one is missing, the check would look at less than it says.
const NEEDED = ['home', 'list', 'gathering', 'page', 'school', 'cluster', 'case-study', 'result', 'policy-post', 'event'];

// Pages that are worth a look of their own beside the richest of their kind: what they are, told by their HTML and address.
const VARIANTS = [
  ['list-page-2', ({ kind, route }) => kind === 'list' && /\/page\/2\/$/.test(route)],
  ['list-of-events', ({ kind, html }) => kind === 'list' && html.includes('type="text/calendar"')],
  ['table', ({ kind, html }) => kind === 'page' && html.includes('class="table"')],
  ['poor', ({ kind, html }) => kind === 'page' && !html.includes('class="contents"')],
];

// What stands in each language by itself: a page there need not be one in another.
const STATES = [
  ['fallback', ({ kind, html }) => html.includes('notice-fallback') && kind !== 'home'],
  ['outdated', ({ html }) => html.includes('notice-outdated')],
  ['machine', ({ html }) => html.includes('notice-machine')],
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: FLAGS });
}

export function filesBelow(folder, endings) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

export function languagesOf(folder) {
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, '404.html'))).sort();
}

// Every page of a language: where it is, of what kind, and its HTML. Redirects are no pages.
export function pagesOf(folder, lang) {
  return filesBelow(join(folder, lang), ['index.html'])
    .map((file) => {
      const html = readFileSync(file, 'utf8');
      const route = relative(folder, file).split(sep).join('/').replace(/index\.html$/, '');
      return { route, html, kind: /<body class="kind-([^" ]+)/.exec(html)?.[1] ?? 'unknown' };
    })
    .filter(({ kind }) => kind !== 'redirect');
}

// The address of the same page in each language, from its switcher.
function inLanguages(html, route) {
  const found = {};
  for (const [tag] of html.matchAll(/<a\b[^>]*\bhreflang="[^"]*"[^>]*>/g)) {
    const lang = /hreflang="([^"]*)"/.exec(tag)[1];
    const href = /\shref="([^"]*)"/.exec(tag)?.[1];
    if (href !== undefined) found[lang] ??= new URL(href, `http://host/${route}`).pathname.slice(1);
  }
  return found;
}

const richest = (pages) => pages.reduce((one, other) => (other.html.length > one.html.length ? other : one));

// The richest page of each kind, and of each variant that there is: name → page.
function kindsOf(pages) {
  const kinds = new Map();
  for (const page of pages) kinds.set(page.kind, [...(kinds.get(page.kind) ?? []), page]);
  const lacking = NEEDED.filter((kind) => !kinds.has(kind));
  if (lacking.length > 0) throw new Error(`the site has no page of these kinds: ${lacking.join(', ')}`);
  const found = new Map([...kinds].map(([kind, pages]) => [kind, richest(pages)]));
  for (const [name, is] of VARIANTS) {
    const variant = pages.filter(is);
    if (variant.length > 0) found.set(name, richest(variant));
  }
  return found;
}

// Pages of every kind in these languages; with `oneEach`, a kind is looked at in one of them, the next kind in the next.
export function choosePages(folder, address, { languages = languagesOf(folder), oneEach = false } = {}) {
  const pages = [];
  const add = (name, lang, route) => pages.push({ name, lang, url: new URL(route, address).href });
  add('chooser', 'all', '');
  const every = languagesOf(folder);
  const base = every.includes('en') ? 'en' : every[0];
  let turn = 0;
  for (const [name, { route, html }] of kindsOf(pagesOf(folder, base))) {
    const others = { ...inLanguages(html, route), [base]: route };
    const wanted = oneEach ? [languages[(turn += 1) % languages.length]] : languages;
    for (const lang of wanted) {
      if (!others[lang]?.startsWith(`${lang}/`)) throw new Error(`${route} does not lead to ${lang}`);
      add(name, lang, others[lang]);
    }
  }
  for (const lang of languages) {
    const own = pagesOf(folder, lang);
    for (const [name, is] of STATES) {
      const found = own.filter(is);
      if (found.length > 0 && !(oneEach && pages.some((page) => page.name === name))) add(name, lang, richest(found).route);
    }
    if (!(oneEach && pages.some(({ name }) => name === '404'))) add('404', lang, `${lang}/no/such/page/`);
  }
  if (!pages.some(({ name }) => name === 'fallback')) throw new Error('the site has no fallback page');
  return pages;
}

// What a reader's browser is: colours and width.
export function views() {
  return SCHEMES.flatMap((colorScheme) => WIDTHS.map((width) => ({ colorScheme, width })));
}

export const sizeOf = (width) => ({ width, height: width < 600 ? 640 : 900 });

export function newContext(browser, { colorScheme, width }) {
  return browser.newContext({ colorScheme, viewport: sizeOf(width) });
}

// `--axe`, `--full`, `--path /sub/`, `--languages cs,hu`, `--kinds home,list`; whatever else is a folder or an address.
export function settings(argv) {
  const options = { axe: false, full: false, path: '/', languages: undefined, kinds: undefined, folders: [] };
  for (let at = 0; at < argv.length; at += 1) {
    if (argv[at] === '--axe') options.axe = true;
    else if (argv[at] === '--full') options.full = true;
    else if (argv[at] === '--path') options.path = argv[(at += 1)];
    else if (argv[at] === '--languages') options.languages = argv[(at += 1)].split(',');
    else if (argv[at] === '--kinds') options.kinds = argv[(at += 1)].split(',');
    else options.folders.push(argv[at]);
  }
  return options;
}
