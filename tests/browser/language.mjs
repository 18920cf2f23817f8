// The switcher of languages in a real browser: `node language.mjs FOLDER`. Used in the middle of a page it leads to the same
// heading in the other language, at its beginning to the beginning; without script it leads to the page.

import { fileURLToPath } from 'node:url';
import { launch, newContext, pagesOf } from './pages.mjs';
import { serve } from './server.mjs';

const folder = process.argv[2] ?? fileURLToPath(new URL('../../public', import.meta.url));
const site = await serve(folder);
const browser = await launch();
const problems = [];
const check = (holds, what) => holds || problems.push(what);

const headings = ({ html }) => html.match(/<h[23] id="/g)?.length ?? 0;
const [long] = pagesOf(folder, 'en').filter(({ kind }) => kind === 'page').sort((one, other) => headings(other) - headings(one));

async function follow(tab, lang) {
  await tab.locator('.languages summary').click();
  await tab.locator(`.languages a[lang="${lang}"]`).click();
  await tab.waitForURL((url) => url.pathname.startsWith(`/${lang}/`));
  return new URL(tab.url()).hash;
}

for (const width of [320, 1440]) {
  const context = await newContext(browser, { colorScheme: 'light', width });
  const tab = await context.newPage();
  await tab.goto(new URL(long.route, site.address).href, { waitUntil: 'load' });
  check((await follow(tab, 'cs')) === '', `${width}: at the beginning a place was kept`);
  await tab.goto(new URL(long.route, site.address).href, { waitUntil: 'load' });
  const ids = await tab.locator('.prose :is(h2, h3)[id]').evaluateAll((all) => all.map((it) => it.id));
  const wanted = ids[Math.floor(ids.length / 2)];
  await tab.evaluate((id) => document.getElementById(id).scrollIntoView(), wanted);
  // The switcher stands at the top: the reader opens it by keyboard, or on a page that is short enough.
  const link = tab.locator('.languages a[lang="hu"]');
  await tab.evaluate(() => (document.querySelector('.languages details').open = true));
  await link.evaluate((it) => it.click());
  await tab.waitForURL((url) => url.pathname.startsWith('/hu/'));
  check(new URL(tab.url()).hash === `#${wanted}`, `${width}: ${tab.url()} is not at #${wanted}`);
  const top = await tab.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top ?? NaN, wanted);
  check(top > -1 && top < 400, `${width}: #${wanted} is ${top} px from the top in Hungarian`);
  await context.close();
}

const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
const tab = await plain.newPage();
await tab.goto(new URL(long.route, site.address).href);
check((await follow(tab, 'cs')) === '', 'without script the link has a place');
await browser.close();
site.stop();
for (const problem of problems) console.log(problem);
console.log(`language: ${long.route}, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
