// Reading offline in a real browser: `node offline.mjs FOLDER [--path /sub/path/] [--shots DIR]`. Turns it on, reads, takes the
// line away, reads again, asks for what was not kept, turns it off, and finds nothing left.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { choosePages, launch, newContext } from './pages.mjs';
import { serve } from './server.mjs';

const argv = process.argv.slice(2);
const option = (name, otherwise) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : otherwise);
const [folder] = argv;
const shots = option('--shots');
if (shots) mkdirSync(shots, { recursive: true });
const problems = [];
const check = (holds, what) => holds || problems.push(what);

let site = await serve(folder, option('--path', '/'));
const { address } = site;
const pages = choosePages(folder, address);
const page = (name, lang) => pages.find((it) => it.name === name && it.lang === lang).url;
const browser = await launch();
const context = await newContext(browser, { colorScheme: 'light', width: 1440 });
const tab = await context.newPage();
tab.setDefaultTimeout(15_000);
tab.on('pageerror', (error) => problems.push(`script: ${error.message}`));
tab.on('console', (message) => {
  // The browser tells of each request that the line did not carry.
  if (message.type() === 'error' && !/ERR_(FAILED|INTERNET_DISCONNECTED|CONNECTION_REFUSED)/.test(message.text())) {
    problems.push(`console: ${message.text()}`);
  }
});
const shot = async (name) => shots && tab.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
const kept = () => tab.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length))).reduce((all, some) => all + some, 0));
/** Whether the list of what is kept comes to have `least` lines: the page asks the caches for them after it is shown. */
const listed = (least) => tab.locator('.offline-list li').nth(least - 1).waitFor().then(() => true, () => false);
const registrations = () => tab.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

// Nothing happens unless a reader wants it.
await tab.goto(page('case-study', 'cs'));
check((await registrations()) === 0 && (await kept()) === 0, 'something is kept that nobody asked for');

await tab.goto(`${address}cs/offline.html`);
await shot('off');
const toggle = tab.getByRole('switch');
check(!(await toggle.isChecked()), 'the switch is on at first');
await toggle.focus();
await tab.keyboard.press('Space');
await tab.locator('.offline-on').waitFor();
check(await toggle.isChecked(), 'the switch is not on');
await tab.waitForFunction(() => navigator.serviceWorker.controller);
check(await listed(4), 'the lists of the menu are not kept');
await shot('on');

// What is read is kept, in another language, too.
for (const url of [page('case-study', 'cs'), page('school', 'en')]) {
  await tab.goto(url, { waitUntil: 'networkidle' });
  check(!(await tab.locator('.offline-note').count()), `${url} says that it is old, and is new`);
}
await tab.waitForFunction(async (url) => Boolean(await caches.match(url)), `${address}en/offline.html`);

// Without a line: the same pages, with their styles and a word.
site.stop();
await context.setOffline(true);
for (const url of [page('case-study', 'cs'), page('school', 'en'), `${address}cs/`]) {
  await tab.goto(url);
  check(await tab.locator('main .offline-note time').count(), `${url} does not say that it is old`);
  const face = await tab.evaluate(() => getComputedStyle(document.querySelector('h1')).fontFamily);
  check(face.startsWith('Piazzolla'), `${url} has no styles`);
}
await shot('note');
await tab.goto(page('result', 'cs')).catch(() => {});
await tab.waitForURL(/cs\/offline\.html#/);
const wanted = tab.locator('.offline-missing a');
// The page looks first whether it may keep pages: it is there before it says what is missing.
await wanted.waitFor().catch(() => {});
check((await wanted.getAttribute('href')) === page('result', 'cs'), 'it is not said which page is missing');
check(await listed(5), 'it is not said which pages are there');
await shot('missing');
// An address elsewhere is not shown, whoever made the link.
await tab.goto(`${address}cs/offline.html#${encodeURIComponent('https://elsewhere.example/')}`);
check(!(await tab.locator('.offline-missing').isVisible()), 'it leads elsewhere');

// Turned off, nothing is left; and what is still open keeps nothing more.
await tab.goto(`${address}cs/offline.html`);
await tab.getByRole('switch').click();
await tab.locator('.offline-off').waitFor();
check((await registrations()) === 0 && (await kept()) === 0, 'something is left');
await context.setOffline(false);
await browser.close();

problems.forEach((problem) => console.log(problem));
console.log(`offline: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
