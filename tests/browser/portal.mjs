// A real browser on `mensi-site serve`: `node portal.mjs SITE ADDRESS [--shots DIR]`. SITE is a copy of the portal, which
// this script edits as an author does, and ADDRESS where it is served.

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { launch, newContext } from './pages.mjs';

const [site, address, , shots] = process.argv.slice(2);
const problems = [];
const check = (holds, what) => holds || problems.push(what);

const read = (path) => readFileSync(join(site, path), 'utf8');

// As editors save.
function save(path, text) {
  const file = join(site, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}~`, text);
  renameSync(`${file}~`, file);
}

const PAGE = 'content/about.md';
const STYLE = 'themes/mensi/static/site.css/02-ground.css';
const SCHOOL = 'themes/mensi/templates/school.html';
const about = read(PAGE);

const browser = await launch();
const context = await newContext(browser, { colorScheme: 'light', width: 1440 });
const tab = await context.newPage();
tab.setDefaultTimeout(20_000);
tab.on('pageerror', (error) => problems.push(`script: ${error.message}`));
tab.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
tab.on('request', (request) => check(request.url().startsWith(address), `asks ${request.url()}`));

const shows = (text) => tab.waitForFunction((text) => document.querySelector('main')?.textContent.includes(text), text);
const mark = () => tab.evaluate(() => void (globalThis.marked = true));
const marked = () => tab.evaluate(() => globalThis.marked === true);
const overlay = tab.locator('mensi-problem dialog');
const gone = () => tab.waitForFunction(() => !document.querySelector('mensi-problem'));
const told = (text) =>
  tab.waitForFunction(
    (text) => document.querySelector('mensi-problem')?.shadowRoot.querySelector('pre').textContent.includes(text),
    text,
  );

let listening = tab.waitForResponse(/_mensi\/events/);
await tab.goto(`${address}en/about/`);
await listening;

// Save, see.
const times = [];
for (let number = 1; number <= 5; number += 1) {
  listening = tab.waitForResponse(/_mensi\/events/);
  const begun = performance.now();
  save(PAGE, `${about}\nSaved for the ${number}th time.\n`);
  await shows(`Saved for the ${number}th time.`);
  times.push(performance.now() - begun);
  await listening;
}

// Another page is no reason to reload.
await mark();
save('content/contact.md', `${read('content/contact.md')}\nAnother way.\n`);
const other = await context.newPage();
await other.goto(`${address}en/contact/`);
await other.waitForFunction(() => document.querySelector('main').textContent.includes('Another way.'));
await other.close();
check(await marked(), 'reloaded for another page');

// Break, see the overlay, over the last good page.
save(PAGE, about.replace(/^---\n/, '---\nsummary: [\n'));
await overlay.waitFor();
await told(`${PAGE}:`);
await shows('Saved for the 5th time.');
check(await marked(), 'reloaded for an error');
if (shots) await tab.screenshot({ path: join(shots, 'serve-error.png') });

// Mend, see the page.
listening = tab.waitForResponse(/_mensi\/events/);
save(PAGE, `${about}\nMended.\n`);
await gone();
await shows('Mended.');
await listening;

// A template that fails on pages of another kind is told of here too.
const school = read(SCHOOL);
await mark();
save(SCHOOL, school.replace('{% block after %}', '{% block after %}{{ document.nothing.x }}'));
await told(SCHOOL);
save(SCHOOL, school);
await gone();
check(await marked(), 'reloaded for the template of other pages');

// A stylesheet is swapped, not reloaded.
const sheets = () => document.querySelectorAll('link[rel=stylesheet]').length;
const before = await tab.evaluate(sheets);
save(STYLE, `${read(STYLE)}\nh1 { color: rgb(1, 2, 3) }\n`);
await tab.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)');
await tab.waitForFunction((wanted) => document.querySelectorAll('link[rel=stylesheet]').length === wanted, before);
check(await marked(), 'reloaded for a stylesheet');

// And after that the next edit is seen.
save(PAGE, `${about}\nThe end.\n`);
await shows('The end.');

await browser.close();
problems.forEach((problem) => console.log(problem));
times.sort((one, two) => one - two);
const [least, median, most] = [times[0], times[2], times[4]].map((time) => time.toFixed(0));
console.log(`serve: from a save to the page ${median} ms (${least} to ${most}), ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
