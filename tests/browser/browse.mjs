// A real browser on pages of every kind, in each language, width and colour scheme, with a strict
// Content-Security-Policy: `npm run browse -- FOLDER [--path /sub/path/]`, with axe-core and a walk by keyboard:
// `npm run axe -- FOLDER`. `--full` looks at every kind in every language; without it each kind is looked at in one
// language, the next kind in the next.
// Fails on a console message of level error, a request that fails or leaves for another host, a policy that is broken,
// a page that scrolls sideways, a cookie, a violation of axe, a link or button that the keyboard does not reach or on
// which it is not seen.
//
// A page is loaded once: widths and colours change under it, as they do when a reader turns a phone.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { beginWalk, endWalk, fromTheTop, openAll, sideways } from './inpage.mjs';
import { choosePages, launch, newContext, settings, sizeOf, views } from './pages.mjs';
import { serve } from './server.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// What can change with width or colours. All other rules read the document, which stays: they run where most is to be
// seen of it, on the narrowest and on the widest page.
const OF_LOOKS = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable', 'aria-hidden-focus'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const options = settings(process.argv.slice(2));
const folder = options.folders[0] ?? fileURLToPath(new URL('../../public', import.meta.url));
const site = await serve(folder, options.path);
const pages = choosePages(folder, site.address, { languages: options.languages, oneEach: !options.full }).filter(
  ({ name }) => options.kinds?.includes(name) ?? true,
);
const browser = await launch();
const problems = [];
const count = { views: 0, violations: 0, stops: 0 };

async function axe(tab, tell, { rules, but = {} } = {}) {
  const settings = {
    runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS },
    resultTypes: ['violations'],
    rules: but,
    preload: false,
  };
  const found = await tab.evaluate((settings) => globalThis.axe.run(document, settings), settings);
  for (const { id, help, nodes } of found.violations) {
    count.violations += 1;
    const places = nodes.slice(0, 3).map(({ target, any }) => `${target.join(' ')} (${any[0]?.message ?? ''})`);
    tell(`axe ${id}: ${help}: ${nodes.length} × ${places.join('; ')}`);
  }
}

// From the top of a page to its end with the Tab key. The keys are sent in one go; a browser takes them one by one.
async function walk(tab, tell) {
  await tab.evaluate(fromTheTop);
  let presses = (await tab.evaluate(beginWalk)) + 2;
  let result = { over: false };
  // A browser makes a stop of what scrolls, too: there may be more of them than were counted.
  for (let tries = 0; tries < 20 && !result.over; tries += 1) {
    await Promise.all(Array.from({ length: presses }, () => tab.keyboard.press('Tab')));
    result = await tab.evaluate(endWalk);
    presses = 5;
  }
  if (!result.over) return tell('the keyboard does not come to the end of the page');
  count.stops += result.stops;
  for (const wrong of result.wrong) tell(wrong);
  if (result.missed.length > 0) tell(`the keyboard does not reach ${result.missed.slice(0, 4).join(', ')}`);
  await tab.evaluate(fromTheTop);
}

// What a page does while it loads, for whichever page is in the tab.
function listen(tab, now) {
  tab.on('console', (message) => {
    // The browser tells of the 404 that was asked for.
    const wanted = now.page.name === '404' && message.location().url === now.page.url;
    if (message.type() === 'error' && !wanted) now.tell(`console: ${message.text()}`);
  });
  tab.on('pageerror', (error) => now.tell(`script: ${error.message}`));
  tab.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(site.address) && !url.startsWith('data:')) now.tell(`asks ${url}`);
  });
  tab.on('requestfailed', (request) => now.tell(`cannot load ${request.url()}: ${request.failure()?.errorText}`));
  tab.on('response', (response) => {
    if (response.status() >= 400 && response.url() !== now.page.url) now.tell(`${response.status()} ${response.url()}`);
  });
}

async function look(tab, view, now) {
  await tab.emulateMedia({ colorScheme: view.colorScheme });
  await tab.setViewportSize(sizeOf(view.width));
  const wide = await tab.evaluate(sideways);
  if (wide) now.tell(`scrolls sideways: ${wide}`);
  count.views += 1;
  if (!options.axe) return;
  const isWhole = (view.width === 320 && view.colorScheme === 'light') || (view.width === 1440 && view.colorScheme === 'dark');
  await axe(tab, now.tell, isWhole ? {} : { rules: OF_LOOKS });
  if (view.colorScheme === 'light' && view.width !== 768) await walk(tab, now.tell);
}

async function lookWithMenus(tab, now) {
  await tab.evaluate(openAll);
  const open = await tab.evaluate(sideways);
  if (open) now.tell(`scrolls sideways with its menus open: ${open}`);
  // What lies beneath an open list of languages is partly covered, until it is closed again.
  if (options.axe) await axe(tab, (what) => now.tell(`with its menus open: ${what}`), { but: { 'target-size': { enabled: false } } });
}

async function visit(tab, now) {
  const answer = await tab.goto(now.page.url, { waitUntil: 'load' });
  const expected = now.page.name === '404' ? 404 : 200;
  if (answer.status() !== expected) now.tell(`answers ${answer.status()}`);
  await tab.evaluate(() => document.fonts.ready.then(() => true));
  if (options.axe) await tab.evaluate(AXE);
  // Colours matter to axe alone.
  for (const view of views().filter(({ colorScheme }) => options.axe || colorScheme === 'light')) {
    now.view = view;
    await look(tab, view, now);
  }
  if (now.page.name === 'home') {
    for (const width of [320, 1440]) {
      await tab.setViewportSize(sizeOf(width));
      await lookWithMenus(tab, now);
    }
  }
}

const queue = [...pages];
async function work() {
  const context = await newContext(browser, views()[0]);
  const tab = await context.newPage();
  const now = {
    tell(what) {
      const { page, view } = now;
      problems.push(`${page.name} ${page.lang} ${view.width} ${view.colorScheme} ${page.url.replace(site.address, '/')}: ${what}`);
    },
  };
  listen(tab, now);
  for (let page = queue.shift(); page; page = queue.shift()) {
    now.page = page;
    now.view = views()[0];
    await visit(tab, now);
  }
  const cookies = await context.cookies();
  if (cookies.length > 0) problems.push(`sets cookies: ${cookies.map(({ name }) => name).join(', ')}`);
  await context.close();
}
const begun = Date.now();
await Promise.all([work(), work()]);
await browser.close();
site.stop();

for (const problem of problems.slice(0, 200)) console.log(problem);
const judged = options.axe ? `, ${count.violations} violations of axe, ${count.stops} stops of the keyboard` : '';
const kinds = new Set(pages.map(({ name }) => name)).size;
const languages = new Set(pages.map(({ lang }) => lang)).size - 1;
console.log(
  `browser: ${pages.length} pages of ${kinds} kinds in ${languages} languages under ${options.path}, ${count.views} views, ` +
    `${problems.length} problems${judged}, ${Math.round((Date.now() - begun) / 1000)} s`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
