// Lighthouse, mobile, on some pages of a site that is served: `node lighthouse.mjs FOLDER ADDRESS [RUNS]`, with `npm install
// --no-save lighthouse` before it. Prints a table; fails where a category is below 100 or the largest contentful paint comes
// after 1.2 s. Of several runs of a page (3, unless you say otherwise) the median by that paint counts.

import { launch as launchChrome } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { choosePages } from './pages.mjs';

const LATEST = 1200;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const WANTED = ['home', 'list', 'case-study', 'school', 'compare'];

const [folder, address, runs = '3'] = process.argv.slice(2);
if (!address) throw new Error('give the folder of the site and the address at which it is served');
const chrome = await launchChrome({
  chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const problems = [];
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
row('page', ...CATEGORIES, 'LCP', 'what costs');
row('---', ...CATEGORIES.map(() => '---:'), '---:', '---');
for (const { name, url } of choosePages(folder, address, { languages: ['cs'] }).filter(({ name }) => WANTED.includes(name))) {
  const results = [];
  for (let run = 0; run < Number(runs); run += 1) {
    const { lhr } = await lighthouse(url, { port: chrome.port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES });
    results.push(lhr);
  }
  const paint = (lhr) => lhr.audits['largest-contentful-paint'].numericValue;
  results.sort((one, other) => paint(one) - paint(other));
  const lhr = results[Math.floor(results.length / 2)];
  const scores = CATEGORIES.map((id) => Math.round(lhr.categories[id].score * 100));
  const refs = CATEGORIES.flatMap((id) => lhr.categories[id].auditRefs.filter(({ weight }) => weight > 0));
  const costs = new Set(refs.filter(({ id }) => (lhr.audits[id].score ?? 1) < 0.9).map(({ id }) => id));
  row(name, ...scores, `${(paint(lhr) / 1000).toFixed(2)} s`, [...costs].join(', '));
  CATEGORIES.forEach((id, at) => scores[at] < 100 && problems.push(`${name}: ${id} ${scores[at]}`));
  if (paint(lhr) > LATEST) problems.push(`${name}: largest contentful paint after ${Math.round(paint(lhr))} ms`);
}
await chrome.kill();
for (const problem of problems) console.log(problem);
console.log(`lighthouse: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
