// A language that is written from right to left: `node rtl.mjs FOLDER LANG [--shots DIR]`. Nothing scrolls sideways, and the
// layout is the mirror of a left-to-right one: what begins a line there begins it here.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sideways } from './inpage.mjs';
import { choosePages, launch, newContext } from './pages.mjs';
import { serve } from './server.mjs';

const [folder, lang, , shots] = process.argv.slice(2);
const site = await serve(folder);
const browser = await launch();
const problems = [];
const pages = choosePages(folder, site.address, { languages: [lang] }).filter((page) => page.lang === lang);
if (shots) mkdirSync(shots, { recursive: true });

// Where the parts of a page stand, as shares of its width: 0 is the left edge.
function places() {
  const of = (selector) => {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    return box && box.width > 0 ? (box.left + box.right) / 2 / innerWidth : null;
  };
  return {
    dir: document.documentElement.dir,
    align: getComputedStyle(document.querySelector('h1')).direction,
    brand: of('.brand'),
    languages: of('.languages'),
    margin: of('.columns > .margin'),
    text: of('.columns > .text'),
    code: [...document.querySelectorAll('pre, code')].every((it) => getComputedStyle(it).direction === 'ltr'),
  };
}

for (const width of [320, 1440]) {
  const context = await newContext(browser, { colorScheme: 'light', width });
  const tab = await context.newPage();
  for (const { name, url } of pages) {
    const check = (holds, what) => holds || problems.push(`${name} ${width} ${url.replace(site.address, '/')}: ${what}`);
    await tab.goto(url, { waitUntil: 'load' });
    await tab.evaluate(() => document.fonts.ready.then(() => true));
    const wide = await tab.evaluate(sideways);
    check(!wide, `scrolls sideways: ${wide}`);
    const at = await tab.evaluate(places);
    check(at.code, 'code runs from right to left');
    check(at.dir === 'rtl', `dir is ${at.dir}`);
    check(at.brand > at.languages, `the name of the site is not at the right of the languages (${at.brand}, ${at.languages})`);
    if (width > 1000 && at.margin !== null && at.text !== null) check(at.margin > at.text, 'the margin is not at the right of the text');
    if (shots) await tab.screenshot({ path: join(shots, `${name}.${lang}.${width}.png`), fullPage: true });
  }
  await context.close();
}
await browser.close();
site.stop();
for (const problem of problems) console.log(problem);
console.log(`rtl: ${pages.length} pages in ${lang}, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
