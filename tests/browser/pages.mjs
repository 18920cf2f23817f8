// Which pages are looked at, and the browser that looks.
//
// In: the folder of a finished site and its address. Out: for each language the pages of every sort, as
// {name, lang, url}. Always: pages are found by what they are, not by an address written down here.

import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { chromium } from 'playwright-core';

export const LANGUAGES = ['en', 'cs', 'hu'];
export const WIDTHS = [320, 1440];
export const SCHEMES = ['light', 'dark'];

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

// Sorts of pages in the default language. Of several, the one with the most in it is looked at.
const SORTS = [
  ['home', /^en\/$/],
  ['list', /^en\/schools\/$/],
  ['list-page-2', /^en\/schools\/page\/2\/$/],
  ['events', /^en\/events\/$/],
  ['case-study', /^en\/case-studies\/(?!page\/)[^/]+\/$/],
  ['map', /^en\/schools\/map\/$/],
  ['timeline', /^en\/timeline\/$/],
  ['school', /^en\/schools\/(?!page\/|map\/)[^/]+\/$/],
  ['cluster', /^en\/clusters\/(?!page\/)[^/]+\/$/],
  ['country', /^en\/countries\/[a-z]{2}\/$/],
  ['challenge', /^en\/challenges\/[^/]+\/$/],
  ['result', /^en\/results\/(?!page\/)[^/]+\/$/],
  ['policy-post', /^en\/policy-exchange\/(?!page\/)[^/]+\/$/],
  ['event', /^en\/events\/(?!page\/)[^/]+\/$/],
  ['page', /^en\/about\/[^/]+\/$/],
];

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

export function choosePages(folder, address) {
  const pages = [];
  const add = (name, lang, route) => pages.push({ name, lang, url: new URL(route, address).href });
  add('chooser', 'all', '');
  const routes = filesBelow(join(folder, 'en'), ['index.html']).map((file) => ({
    route: relative(folder, file).split(sep).join('/').replace(/index\.html$/, ''),
    html: readFileSync(file, 'utf8'),
  }));
  for (const [name, pattern] of SORTS) {
    const [found] = routes.filter(({ route }) => pattern.test(route)).sort((a, b) => b.html.length - a.html.length);
    if (!found) throw new Error(`the site has no page for '${name}'`);
    const others = inLanguages(found.html, found.route);
    for (const lang of LANGUAGES) {
      const route = lang === 'en' ? found.route : others[lang];
      if (!route?.startsWith(`${lang}/`)) throw new Error(`${found.route} does not lead to ${lang}`);
      add(name, lang, route);
    }
  }
  for (const lang of LANGUAGES) {
    const fallback = filesBelow(join(folder, lang), ['index.html']).find((file) => {
      const html = readFileSync(file, 'utf8');
      return html.includes('content="noindex"') && !html.includes('http-equiv="refresh"');
    });
    if (fallback) add('fallback', lang, relative(folder, fallback).split(sep).join('/').replace(/index\.html$/, ''));
    if (existsSync(join(folder, lang, '404.html'))) add('404', lang, `${lang}/no/such/page/`);
  }
  if (!pages.some(({ name }) => name === 'fallback')) throw new Error('the site has no fallback page');
  return pages;
}

// What a reader's browser is: colours and width.
export function views() {
  return SCHEMES.flatMap((colorScheme) => WIDTHS.map((width) => ({ colorScheme, width })));
}

export function newContext(browser, { colorScheme, width }) {
  return browser.newContext({ colorScheme, viewport: { width, height: width < 600 ? 640 : 900 } });
}

export function settings(argv) {
  const options = { axe: false, path: '/', folders: [] };
  for (let at = 0; at < argv.length; at += 1) {
    if (argv[at] === '--axe') options.axe = true;
    else if (argv[at] === '--path') options.path = argv[(at += 1)];
    else options.folders.push(argv[at]);
  }
  return options;
}
