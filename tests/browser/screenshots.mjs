// Pictures of the pages that are tested: `npm run screenshots -- FOLDER OUT [--languages cs,hu]`. They are for the eye and
// no part of the repo.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { choosePages, launch, newContext, settings, sizeOf, views } from './pages.mjs';
import { serve } from './server.mjs';

const options = settings(process.argv.slice(2));
const [folder, out] = options.folders;
if (!out) throw new Error('give the folder of the site and the folder for the pictures');
mkdirSync(out, { recursive: true });
const site = await serve(folder);
const browser = await launch();
const pages = choosePages(folder, site.address, { languages: options.languages ?? ['cs', 'hu'] });
const context = await newContext(browser, views()[0]);
const tab = await context.newPage();
for (const { name, lang, url } of pages) {
  await tab.goto(url, { waitUntil: 'load' });
  await tab.evaluate(() => document.fonts.ready.then(() => true));
  for (const { colorScheme, width } of views()) {
    await tab.emulateMedia({ colorScheme });
    await tab.setViewportSize(sizeOf(width));
    await tab.screenshot({ path: join(out, `${name}.${lang}.${width}.${colorScheme}.png`), fullPage: true });
  }
}
await browser.close();
site.stop();
console.log(`screenshots: ${pages.length * views().length} in ${out}`);
