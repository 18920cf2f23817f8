// Pictures of the pages that are tested: `npm run screenshots -- FOLDER OUT`. They are for the eye and no part of the repo.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { choosePages, launch, newContext, settings, views } from './pages.mjs';
import { serve } from './server.mjs';

const [folder, out] = settings(process.argv.slice(2)).folders;
if (!out) throw new Error('give the folder of the site and the folder for the pictures');
mkdirSync(out, { recursive: true });
const site = await serve(folder);
const browser = await launch();
const pages = choosePages(folder, site.address);
for (const view of views()) {
  const context = await newContext(browser, view);
  const tab = await context.newPage();
  for (const { name, lang, url } of pages) {
    await tab.goto(url, { waitUntil: 'load' });
    await tab.evaluate(() => document.fonts.ready.then(() => true));
    await tab.screenshot({ path: join(out, `${name}.${lang}.${view.width}.${view.colorScheme}.png`), fullPage: true });
  }
  await context.close();
}
await browser.close();
site.stop();
console.log(`screenshots: ${pages.length * views().length} in ${out}`);
