// Documents on paper: `node handout.mjs FOLDER [--languages cs,hu,en]`. A case study is a handout of two pages at most; the
// numbers of the links in a text are those of the addresses below it, and each address is that of its link.

import { fileURLToPath } from 'node:url';
import { launch, newContext, pagesOf, settings } from './pages.mjs';
import { serve } from './server.mjs';

const options = settings(process.argv.slice(2));
const folder = options.folders[0] ?? fileURLToPath(new URL('../../public', import.meta.url));
const site = await serve(folder);
const browser = await launch();
const context = await newContext(browser, { colorScheme: 'light', width: 1440 });
const tab = await context.newPage();
await tab.emulateMedia({ media: 'print' });
const problems = [];
let [cases, linked, longest] = [0, 0, 0];

// The paths of the links of the text, and of the addresses that are printed: the host is another.
function links() {
  const path = (url) => (/^https?:/.test(url) ? new URL(url).pathname + new URL(url).search + new URL(url).hash : url.replace(/^(mailto|tel):/, ''));
  const inText = [...document.querySelectorAll('.prose a[href]:not([href^="#"])')].map((it) => path(it.href));
  const printed = [...document.querySelectorAll('.paper-links li')].map((it) => path(it.textContent));
  const shown = [...document.querySelectorAll('.paper-links')].every((it) => it.checkVisibility());
  return { inText, printed, shown };
}

// Chromium's PDF names its pages in the tree of pages, uncompressed.
const pagesIn = (pdf) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

for (const lang of options.languages ?? ['cs', 'hu', 'en']) {
  for (const { route, kind, html } of pagesOf(folder, lang)) {
    const isCase = kind === 'case-study';
    if (!isCase && !html.includes('class="paper-links"')) continue;
    await tab.goto(new URL(route, site.address).href, { waitUntil: 'load' });
    const { inText, printed, shown } = await tab.evaluate(links);
    if (inText.join('\n') !== printed.join('\n') && printed.length > 0) problems.push(`${route}: links ${inText.join(' ')} are printed as ${printed.join(' ')}`);
    if (!shown) problems.push(`${route}: its addresses are not printed`);
    linked += printed.length;
    if (!isCase) continue;
    cases += 1;
    if (inText.length > 0 && printed.length === 0) problems.push(`${route}: its links have no address on paper`);
    const pages = pagesIn(await tab.pdf({ format: 'A4', preferCSSPageSize: true }));
    longest = Math.max(longest, pages);
    if (pages < 1 || pages > 2) problems.push(`${route}: ${pages} pages on paper`);
  }
}
await browser.close();
site.stop();
if (cases === 0) problems.push('the site has no case study');
if (linked === 0) problems.push('no link was printed');
for (const problem of problems) console.log(problem);
console.log(`handout: ${cases} case studies, at most ${longest} pages each; ${linked} addresses of links; ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
