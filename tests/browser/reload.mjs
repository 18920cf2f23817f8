// A real browser on the preview server: `node reload.mjs FOLDER ADDRESS [--shots DIR]`. FOLDER holds the files that the
// server sends (see tests/serve_browser.rs); this script changes them and looks at what the open page does.

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { launch, newContext } from './pages.mjs';
import { POLICY } from './server.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [folder, address, , shots] = process.argv.slice(2);
const problems = [];
const check = (holds, what) => holds || problems.push(what);

// As editors save.
function save(path, text) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}~`, text);
  renameSync(`${file}~`, file);
}

function pageOf(text, style = 'one') {
  return `<!doctype html>
<html lang="cs"><head><meta charset="utf-8"><title>Stránka</title><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${POLICY.replace(/frame-ancestors[^;]*;?/, '')}">
<link rel="stylesheet" href="../assets/site.${style}.css"></head>
<body><main><h1>${text}</h1><a href="#x">odkaz</a>
<details><summary>A</summary><p class="tall">a</p></details><details open><summary>B</summary><p>b</p></details>
<p class="tall">dlouhá</p></main></body></html>`;
}

const heading = (tab, text) => tab.waitForFunction((text) => document.querySelector('h1')?.textContent === text, text);
const mark = (tab) => tab.evaluate(() => void (globalThis.marked = true));
const marked = (tab) => tab.evaluate(() => globalThis.marked === true);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const overlay = (tab) => tab.locator('mensi-problem dialog');
const gone = (tab) => tab.waitForFunction(() => !document.querySelector('mensi-problem'));

const TALL = '.tall { min-height: 3000px }';
save('assets/site.one.css', `${TALL} h1 { color: rgb(255, 0, 0) }`);
save('cs/index.html', pageOf('první'));
save('en/index.html', pageOf('other'));

const browser = await launch();
const context = await newContext(browser, { colorScheme: 'light', width: 320 });
const tab = await context.newPage();
tab.setDefaultTimeout(10_000);
tab.on('pageerror', (error) => problems.push(`script: ${error.message}`));
tab.on('console', (message) => {
  const away = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION_RESET|404/.test(message.text());
  if (message.type() === 'error' && !away) problems.push(`console: ${message.text()}`);
});
let listening = tab.waitForResponse(/_mensi\/events/);
await tab.goto(`${address}cs/`);
await listening;
await pause(100);

// A changed page is there at once, at the same place.
await tab.evaluate(() => {
  document.querySelector('details').open = true;
  document.querySelectorAll('details')[1].open = false;
  scrollTo(0, 4000);
});
listening = tab.waitForResponse(/_mensi\/events/);
const saved = performance.now();
save('cs/index.html', pageOf('druhá'));
await heading(tab, 'druhá');
const time = performance.now() - saved;
await listening;
check((await tab.evaluate(() => scrollY)) === 4000, `scrolled to ${await tab.evaluate(() => scrollY)}`);
const open = await tab.evaluate(() => Array.from(document.querySelectorAll('details'), (it) => it.open).join());
check(open === 'true,false', `details are open: ${open}`);

// Another page is no reason to reload.
await mark(tab);
save('en/index.html', pageOf('changed'));
await pause(300);
check(await marked(tab), 'reloaded for another page');

// A stylesheet is swapped.
save('assets/site.two.css', `${TALL} h1 { color: rgb(0, 0, 255) }`);
await pause(100);
save('cs/index.html', pageOf('druhá', 'two'));
await tab.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color === 'rgb(0, 0, 255)');
await tab.waitForFunction(() => document.querySelectorAll('link[rel=stylesheet]').length === 1);
check(await marked(tab), 'reloaded for a stylesheet');

// A problem lies over the page, and leaves the focus where it was.
await tab.evaluate(() => document.querySelector('a').focus({ preventScroll: true }));
const text = `error[unknown-reference]: there is no school \`hr-1\`\n  --> content/case-studies/x.md:4:11\n   |\n 4 | schools: [hr-1]\n   |           ^^^^ no document has this id ${'and so on '.repeat(20)}`;
save('problem.txt', text);
await overlay(tab).waitFor();
check((await overlay(tab).locator('pre').textContent()) === text, 'the text of the problem is another');
check((await overlay(tab).getAttribute('role')) === 'alertdialog', 'the overlay has another role');
const inside = () => tab.evaluate(() => document.querySelector('mensi-problem').shadowRoot.activeElement?.textContent);
check((await inside()) === 'Close', `the focus is on ${await inside()}`);
check(await tab.evaluate(() => document.documentElement.scrollWidth <= 320), 'scrolls sideways');
for (const colorScheme of ['light', 'dark']) {
  await tab.emulateMedia({ colorScheme });
  if (shots) await tab.screenshot({ path: join(shots, `overlay-${colorScheme}.png`) });
  await tab.evaluate(AXE);
  const found = await tab.evaluate(() => globalThis.axe.run('mensi-problem'));
  found.violations.forEach(({ id, help }) => problems.push(`axe, ${colorScheme}: ${id}: ${help}`));
}
await tab.keyboard.press('Escape');
await gone(tab);
check((await tab.evaluate(() => document.activeElement.textContent)) === 'odkaz', 'the focus is lost');
save('problem.txt', 'another problem');
await overlay(tab).waitFor();
save('problem.txt', 'a third problem');
await tab.waitForFunction(
  () => document.querySelector('mensi-problem').shadowRoot.querySelector('pre').textContent === 'a third problem',
);
await overlay(tab).locator('button').click();
await gone(tab);
save('problem.txt', 'a fourth problem');
await overlay(tab).waitFor();
rmSync(join(folder, 'problem.txt'));
await gone(tab);
check(await marked(tab), 'reloaded for a problem');

// A page that goes, and comes again.
rmSync(join(folder, 'cs/index.html'));
await heading(tab, 'Nothing here yet');
await pause(200);
save('cs/index.html', pageOf('třetí', 'two'));
await heading(tab, 'třetí');

// A change between loading and listening.
await pause(200);
let go;
const held = new Promise((done) => (go = done));
await tab.route('**/_mensi/events*', async (route) => {
  await held;
  await route.continue();
});
await tab.reload();
save('cs/index.html', pageOf('čtvrtá', 'two'));
await pause(200);
go();
await heading(tab, 'čtvrtá');
await tab.unroute('**/_mensi/events*');

// The server goes and comes back, with the same page and then with another.
await pause(300);
await mark(tab);
listening = tab.waitForResponse(/_mensi\/events/);
save('restart.txt', '1');
await listening;
await pause(300);
check(await marked(tab), 'reloaded for a server that came back with the same page');
save('restart.txt', '2');
await pause(100);
save('cs/index.html', pageOf('pátá', 'two'));
await heading(tab, 'pátá');

await browser.close();
problems.forEach((problem) => console.log(problem));
console.log(`reload: ${time.toFixed(0)} ms from a save to the page, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
