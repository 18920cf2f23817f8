// The comparison of cases in a real browser: `node compare.mjs FOLDER`. With script filters combine in place, the address
// follows and leads back, cases stand side by side; without script the same links lead to pages that were built.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, launch } from './pages.mjs';
import { serve } from './server.mjs';

const [folder] = process.argv.slice(2);
const site = await serve(folder);
const browser = await launch();
const problems = [];
const check = (holds, what) => holds || problems.push(what);

// The page of all cases is the shortest address of those that compare.
const compared = filesBelow(join(folder, 'cs'), ['index.html'])
  .filter((file) => readFileSync(file, 'utf8').includes('class="kind-compare"'))
  .map((file) => file.slice(folder.length + 1).replace(/index\.html$/, ''))
  .sort((one, other) => one.length - other.length);
if (compared.length < 2) throw new Error('the site has no pages that compare cases');
const whole = new URL(compared[0], site.address).href;

async function open(settings) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...settings });
  const tab = await context.newPage();
  tab.setDefaultTimeout(10_000);
  tab.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  tab.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
  return tab;
}

const shown = (tab) =>
  tab.evaluate(() => [...document.querySelectorAll('.wide tbody tr')].filter((row) => row.checkVisibility()).map((row) => row.id));
const filter = (tab, value) => tab.locator(`[data-filter="${value}"]`);
const choose = async (tab, value) => {
  await tab.evaluate((value) => (document.querySelector(`[data-filter="${value}"]`).closest('details').open = true), value);
  await filter(tab, value).click();
};
const counted = async (tab, value) => Number(await filter(tab, value).locator('.count').textContent());

// Without script: every filter with a link shows as many rows as it counts.
const plain = await open({ javaScriptEnabled: false });
await plain.goto(whole);
const links = await plain.evaluate(() =>
  [...document.querySelectorAll('[data-filter][href]')].map((link) => [link.href, Number(link.querySelector('.count').textContent)]),
);
check(links.length > 10, `only ${links.length} filters`);
for (const [href, count] of links) {
  await plain.goto(href);
  const rows = await plain.locator('.wide tbody tr').count();
  check(rows === count, `${href}: ${rows} rows, ${count} counted`);
  check((await plain.locator('[data-filter][aria-current]').count()) > 0, `${href}: does not say what it shows`);
}
check((await plain.locator('.pick, .beside').count()) === 0, 'controls that need the script stand there without it');

// With script: two filters combine, without a reload.
const tab = await open({});
await tab.goto(whole);
await tab.evaluate(() => (globalThis.marked = true));
const all = await shown(tab);
const first = await counted(tab, 'outcome:mixed');
await choose(tab, 'outcome:mixed');
await tab.waitForURL('**/?outcome=mixed');
check((await shown(tab)).length === first, 'a filter shows other than it counts');
check(await tab.getByRole('status').textContent().then((text) => text.includes(String(first))), 'the count is not announced');
const values = await tab.evaluate(() =>
  [...document.querySelectorAll('[data-filter^="country:"][href]')].map((link) => link.dataset.filter),
);
const second = await counted(tab, values[0]);
await choose(tab, values[0]);
await tab.waitForURL(`**/?outcome=mixed&${values[0].replace(':', '=')}`);
const both = await shown(tab);
check(both.length === second && both.every((id) => all.includes(id)), 'two filters do not combine');
const address = tab.url();
await tab.goBack();
check((await shown(tab)).length === first, 'back does not lead to the filter before');
await tab.goForward();
await choose(tab, 'outcome:mixed');
await choose(tab, values[0]);
check(new URL(tab.url()).search === '' && (await shown(tab)).length === all.length, 'filters cannot be taken back');
check(await tab.evaluate(() => globalThis.marked === true), 'a filter loads the page again');

// The address is enough.
const other = await open({});
await other.goto(address);
check(JSON.stringify(await shown(other)) === JSON.stringify(both), 'an address that is passed on shows other cases');
await other.goto(`${whole}?outcome=nothing`);
check((await shown(other)).length === 0 && (await other.locator('.nothing').isVisible()), 'nothing found is not said');

// Side by side: by keyboard, two to four.
const boxes = tab.locator('.pick input');
const button = tab.locator('.beside button');
check(await button.isDisabled(), 'side by side of nothing');
for (const number of [0, 1, 2, 3]) {
  await boxes.nth(number).focus();
  await tab.keyboard.press('Space');
}
check(await boxes.nth(4).isDisabled(), 'a fifth case can be chosen');
await button.focus();
await tab.keyboard.press('Enter');
await tab.waitForURL('**/?cases=*');
check((await tab.locator('.side thead th').count()) === 4, 'not four cases side by side');
check(await tab.evaluate(() => document.activeElement.tagName === 'H2'), 'the focus stays behind');
await other.goto(tab.url());
check(await other.locator('.side').isVisible(), 'side by side cannot be passed on');
const titles = await other.locator('.side thead a').allTextContents();
check(titles.length === 4 && titles.every((title) => title.trim()), `titles ${titles}`);
await other.locator('.side [data-clear]').click();
check((await shown(other)).length === all.length, 'no way back to all cases');

await browser.close();
site.stop();
problems.forEach((problem) => console.log(problem));
console.log(`compare: ${links.length} filters, ${compared.length} pages, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
