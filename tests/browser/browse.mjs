// A real browser on pages of every sort, in three languages, two widths and two colour schemes, with a strict
// Content-Security-Policy: `npm run browse -- FOLDER [--path /sub/path/]`, and with axe-core: `npm run axe -- FOLDER`.
// Fails on a console message of level error, a request that fails or leaves for another host, a policy that is broken,
// a page that scrolls sideways, a cookie, a violation of axe.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { choosePages, launch, newContext, settings, views } from './pages.mjs';
import { serve } from './server.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const options = settings(process.argv.slice(2));
const folder = options.folders[0] ?? fileURLToPath(new URL('../../public', import.meta.url));
const site = await serve(folder, options.path);
const pages = choosePages(folder, site.address);
const browser = await launch();
const problems = [];
let visits = 0;
let violations = 0;

// What stands out to the right, for whoever has to find it.
function sideways() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return null;
  const wide = [...document.querySelectorAll('body *')].filter((it) => it.getBoundingClientRect().right > clientWidth + 1);
  const names = wide.slice(-3).map((it) => `${it.tagName.toLowerCase()}.${it.className}`);
  return `${scrollWidth} px wide in ${clientWidth}: ${names.join(', ')}`;
}

// Menus and disclosures as a reader opens them.
function openAll() {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const button = [...document.querySelectorAll('[popovertarget]')].find((it) => it.checkVisibility());
  button?.click();
}

async function axe(tab, tell, rules = {}) {
  await tab.evaluate(AXE);
  const settings = { runOnly: TAGS, resultTypes: ['violations'], rules };
  const found = await tab.evaluate((settings) => globalThis.axe.run(document, settings), settings);
  for (const { id, help, nodes } of found.violations) {
    violations += 1;
    const places = nodes.slice(0, 3).map(({ target, any }) => `${target.join(' ')} (${any[0]?.message ?? ''})`);
    tell(`axe ${id}: ${help}: ${nodes.length} × ${places.join('; ')}`);
  }
}

async function visit(context, page, view) {
  const tell = (what) =>
    problems.push(`${page.name} ${page.lang} ${view.width} ${view.colorScheme} ${page.url.replace(site.address, '/')}: ${what}`);
  const tab = await context.newPage();
  tab.on('console', (message) => {
    // The browser tells of the 404 that was asked for.
    const wanted = page.name === '404' && message.location().url === page.url;
    if (message.type() === 'error' && !wanted) tell(`console: ${message.text()}`);
  });
  tab.on('pageerror', (error) => tell(`script: ${error.message}`));
  tab.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(site.address)) tell(`asks ${url}`);
  });
  tab.on('requestfailed', (request) => tell(`cannot load ${request.url()}: ${request.failure()?.errorText}`));
  tab.on('response', (response) => {
    if (response.status() >= 400 && response.url() !== page.url) tell(`${response.status()} ${response.url()}`);
  });
  const answer = await tab.goto(page.url, { waitUntil: 'load' });
  const expected = page.name === '404' ? 404 : 200;
  if (answer.status() !== expected) tell(`answers ${answer.status()}`);
  await tab.evaluate(() => document.fonts.ready.then(() => true));
  const wide = await tab.evaluate(sideways);
  if (wide) tell(`scrolls sideways: ${wide}`);
  if (options.axe) {
    await axe(tab, tell);
    if (page.name === 'home') {
      await tab.evaluate(openAll);
      const open = await tab.evaluate(sideways);
      if (open) tell(`scrolls sideways with its menus open: ${open}`);
      // What lies beneath an open list of languages is partly covered, until it is closed again.
      const covered = { 'target-size': { enabled: false } };
      await axe(tab, (what) => tell(`with its menus open: ${what}`), covered);
    }
  }
  visits += 1;
  await tab.close();
}

// Colours matter to axe alone.
for (const view of views().filter(({ colorScheme }) => options.axe || colorScheme === 'light')) {
  const context = await newContext(browser, view);
  const queue = [...pages];
  const work = async () => {
    for (let page = queue.shift(); page; page = queue.shift()) await visit(context, page, view);
  };
  await Promise.all([work(), work()]);
  const cookies = await context.cookies();
  if (cookies.length > 0) problems.push(`sets cookies: ${cookies.map(({ name }) => name).join(', ')}`);
  await context.close();
}
await browser.close();
site.stop();

for (const problem of problems.slice(0, 200)) console.log(problem);
const judged = options.axe ? `, ${violations} violations of axe` : '';
console.log(`browser: ${visits} visits of ${pages.length} pages under ${options.path}, ${problems.length} problems${judged}`);
process.exitCode = problems.length === 0 ? 0 : 1;
