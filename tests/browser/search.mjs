// Questions to the search, ten in each language, as a reader types them: `node search.mjs FOLDER [--path /sub/path/] [--shots DIR]`.
// Prints what was found for each, and fails where what must be among the first five is not. Then the dialog itself: keys, filters,
// what is announced, axe-core in both colour schemes, the strict policy, and how many bytes of script a page takes before.

import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch, newContext, settings } from './pages.mjs';
import { serve } from './server.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const FIRST = 5;

// What is asked, why, and a part of the address that must be among the first.
const QUESTIONS = {
  en: [
    ['mentoring tips', 'words', 'tips'], ['one goals reaching', 'inflected', 'one-reachable-goal'], ['incentive', 'inflected', 'incentives-that-count'],
    ['robotic', 'inflected', 'robotics'], ['incentivs', 'typo', 'incentives-that-count'], ['Dakovo', 'without accents, place', 'hr-mentee-1-2'],
    ['Evora', 'without accents, place', 'pt-mentor-1'], ['D5.2', 'deliverable', 'd5-2'], ['d64', 'deliverable', 'd6-4'], ['acessibility', 'typo', 'accessibility'],
  ],
  nl: [
    ['stimulansen', 'words', 'stimulansen-die-tellen'], ['scholen robots', 'inflected', 'twee-robotsets'], ['stimulans', 'inflected', 'stimulansen-die-tellen'],
    ['directeuren', 'inflected', 'toen-de-directeur-vertrok'], ['een doel iedereen', 'without accents', 'een-doel-dat-iedereen'], ['Mechelen', 'place', 'be-mentor-4'],
    ['Lissabon', 'place', 'school-exchange-lisbon-2023'], ['D5.2', 'deliverable', 'doeltreffende-schoolbrede'], ['toegankelikheid', 'typo', 'toegankelijkheid'], ['netwerkne', 'typo', 'meer-dan-netwerken'],
  ],
  hr: [
    ['poticaji', 'words', 'poticaji-koji-vrijede'], ['poticajima', 'inflected', 'poticaji-koji-vrijede'], ['ravnateljice', 'inflected', 'kad-je-ravnateljica'],
    ['robotima u skolama', 'inflected, without accents', 'dva-kompleta-robota'], ['pristupacnost', 'without accents', 'pristupacnost'], ['Dakovo', 'without accents, place', 'hr-mentee-1-2'],
    ['u Rijeci', 'inflected, place', 'hr-mentor-3'], ['D5.2', 'deliverable', 'djelotvorno-mentorstvo'], ['poticjai', 'typo', 'poticaji-koji-vrijede'], ['umrezavnje', 'typo', 'vise-od-umrezavanja'],
  ],
  cs: [
    ['motivace', 'words', 'motivace-na-ktere'], ['ředitelkou', 'inflected', 'kdyz-reditelka'], ['roboticke sady', 'without accents', 'dve-roboticke-sady'],
    ['skolach robotickych', 'inflected, without accents', 'dve-roboticke-sady'], ['pristupnosti', 'without accents', 'prohlaseni-o-pristupnosti'], ['Plzen', 'without accents, place', 'cz-mentor-2'],
    ['v Olomouci', 'inflected, place', 'cz-mentor-1'], ['D5.2', 'deliverable', 'ucinny-mentoring'], ['motviace', 'typo', 'motivace-na-ktere'], ['sitovni', 'typo', 'vic-nez-sitovani'],
  ],
  hu: [
    ['ösztönzők', 'words', 'osztonzok-amelyek'], ['osztonzok', 'without accents', 'osztonzok-amelyek'], ['igazgatók', 'inflected', 'amikor-az-igazgato'],
    ['robotkeszletek', 'inflected, without accents', 'ket-robotkeszlet'], ['adatvedelem', 'without accents', 'adatvedelem'], ['Pecs', 'without accents, place', 'hu-mentor-2'],
    ['Szigetvar', 'without accents, place', 'hu-mentee-2-3'], ['D5.2', 'deliverable', 'eredmenyes-mentoralas'], ['osztonzko', 'typo', 'osztonzok-amelyek'], ['kapcsolatepites', 'inflected', 'tul-a-kapcsolatepitesen'],
  ],
  it: [
    ['incentivi', 'words', 'gli-incentivi-che-contano'], ['incentivo', 'inflected', 'gli-incentivi-che-contano'], ['dirigenti', 'inflected', 'quando-la-dirigente'],
    ['accessibilita', 'without accents', 'dichiarazione-di-accessibilita'], ['kit robotica', 'words', 'due-kit-di-robotica'], ['Torino', 'place', 'it-mentor-3'],
    ['Lisbona', 'place', 'school-exchange-lisbon-2023'], ['D5.2', 'deliverable', 'un-mentoring-efficace'], ['incnetivi', 'typo', 'gli-incentivi-che-contano'], ["dell'innovazione", 'elision', 'beyond-networking'],
  ],
  pt: [
    ['incentivos', 'words', 'incentivos-que-contam'], ['incentivo', 'inflected', 'incentivos-que-contam'], ['diretoras', 'inflected', 'quando-a-diretora'],
    ['robotica', 'without accents', 'dois-conjuntos-de-robotica'], ['declaracao', 'without accents', 'declaracao-de-acessibilidade'], ['Evora', 'without accents, place', 'pt-mentor-1'],
    ['Loule', 'without accents, place', 'pt-mentee-4-1'], ['D5.2', 'deliverable', 'mentoria-eficaz'], ['incetnivos', 'typo', 'incentivos-que-contam'], ['privacidde', 'typo', 'privacidade'],
  ],
};

const options = settings(process.argv.slice(2).filter((it, at, all) => it !== '--shots' && all[at - 1] !== '--shots'));
const shots = process.argv.includes('--shots') && process.argv[process.argv.indexOf('--shots') + 1];
if (shots) mkdirSync(shots, { recursive: true });
const site = await serve(options.folders[0], options.path);
const browser = await launch();
const problems = [];
const rows = [];
const check = (holds, what) => holds || problems.push(what);

async function newTab(context) {
  const tab = await context.newPage();
  tab.setDefaultTimeout(15_000);
  tab.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  tab.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
  tab.on('request', (request) => check(request.url().startsWith(site.address), `asks ${request.url()}`));
  return tab;
}

// The dialog, opened by its key, on the home page of a language.
async function open(tab, lang) {
  await tab.goto(new URL(`${lang}/`, site.address).href, { waitUntil: 'load' });
  await tab.keyboard.press('/');
  await tab.waitForSelector('dialog.search[open]');
}

// The addresses of what was found, in order.
async function ask(tab, query) {
  await tab.fill('dialog.search input', '');
  await tab.waitForFunction(() => document.querySelectorAll('.search-results li').length === 0);
  await tab.fill('dialog.search input', query);
  await tab.waitForFunction(() => document.querySelectorAll('.search-results li').length > 0 || document.querySelector('.search-status a'));
  return tab.$$eval('.search-results a', (links) => links.map((it) => ({ title: it.textContent, path: it.pathname })));
}

const context = await newContext(browser, { colorScheme: 'light', width: 1440 });
for (const [lang, questions] of Object.entries(QUESTIONS)) {
  const tab = await newTab(context);
  await open(tab, lang);
  for (const [query, why, wanted] of questions) {
    const found = await ask(tab, query);
    const place = found.slice(0, FIRST).findIndex(({ path }) => path.includes(wanted)) + 1;
    check(place > 0, `${lang} «${query}» (${why}): ${wanted} is not among ${found.slice(0, FIRST).map(({ path }) => path).join(', ') || 'nothing'}`);
    rows.push(`| ${lang} | ${query} | ${why} | ${place || '–'} | ${found[place - 1 < 0 ? 0 : place - 1]?.title ?? ''} |`);
  }
  await tab.close();
}

// Keys, filters, what is said.
const tab = await newTab(context);
await open(tab, 'cs');
await ask(tab, 'skola');
const count = await tab.textContent('.search-status');
check(/\d/.test(count), `the number of results is not said: «${count}»`);
await tab.keyboard.press('ArrowDown');
check(await tab.evaluate(() => document.activeElement.matches('.search-results a')), 'an arrow does not reach the results');
await tab.keyboard.press('ArrowUp');
check(await tab.evaluate(() => document.activeElement.matches('input')), 'an arrow does not lead back to the field');
const kinds = await tab.$$eval('select[name=kind] option', (all) => all.map((it) => it.value).filter(Boolean));
check(kinds.length > 1, 'there are no filters by kind');
await tab.selectOption('select[name=kind]', kinds[0]);
await tab.waitForFunction((before) => document.querySelector('.search-status').textContent !== before, count);
const facts = await tab.$$eval('.search-facts', (all) => all.map((it) => it.textContent));
check(facts.length > 0 && facts.every((it) => it.startsWith(kinds[0])), `the filter ${kinds[0]} shows ${facts.join('; ')}`);
check((await tab.$$('.search-results mark')).length > 0, 'no word of a passage is marked');
const others = await tab.$$eval('.search footer a', (links) => links.map((it) => [it.lang, it.href]));
check(others.length === Object.keys(QUESTIONS).length - 1 && others.every(([, href]) => href.endsWith('#q=skola')), 'other languages are not offered');
await tab.keyboard.press('Escape');
check(!(await tab.$('dialog.search[open]')), 'Escape does not close the dialog');
check(await tab.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), 'the page scrolls sideways');
// A question in an address, as the links to other languages have it.
await tab.goto(others[0][1], { waitUntil: 'load' });
await tab.waitForSelector('.search-results li, .search-status a');
check((await tab.inputValue('dialog.search input')) === 'skola', 'a question in the address is not asked');
const kept = await tab.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
check(kept.join() === '0,0,', `something is kept in the browser: ${kept}`);
await tab.close();
await context.close();

// axe, narrow and wide, light and dark.
for (const colorScheme of ['light', 'dark']) {
  for (const width of [320, 768, 1440]) {
    const context = await newContext(browser, { colorScheme, width });
    const tab = await newTab(context);
    await open(tab, 'hu');
    await ask(tab, 'iskola');
    await tab.evaluate(AXE);
    const found = await tab.evaluate((runOnly) => globalThis.axe.run(document, { runOnly, resultTypes: ['violations'] }), TAGS);
    for (const { id, help, nodes } of found.violations) problems.push(`axe ${id} ${width} ${colorScheme}: ${help}: ${nodes[0].target.join(' ')}`);
    check(await tab.evaluate(() => document.querySelector('dialog.search').scrollWidth <= document.querySelector('dialog.search').clientWidth), `the dialog scrolls sideways at ${width}`);
    if (shots) await tab.screenshot({ path: join(shots, `search.hu.${width}.${colorScheme}.png`) });
    await tab.keyboard.press('Escape');
    // The page that stands in for it without script.
    await tab.goto(await tab.getAttribute('.search-link', 'href').then((href) => new URL(href, tab.url()).href));
    if (shots) await tab.screenshot({ path: join(shots, `index.hu.${width}.${colorScheme}.png`) });
    await tab.evaluate(AXE);
    const index = await tab.evaluate((runOnly) => globalThis.axe.run(document, { runOnly, resultTypes: ['violations'] }), TAGS);
    for (const { id, help, nodes } of index.violations) problems.push(`axe ${id} index ${width} ${colorScheme}: ${help}: ${nodes[0].target.join(' ')}`);
    check(await tab.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `the index scrolls sideways at ${width}`);
    await context.close();
  }
}

// What a page loads before the search is opened, and with it.
const home = await newContext(browser, { colorScheme: 'light', width: 1440 });
const page = await newTab(home);
const scripts = new Map();
page.on('response', async (answer) => {
  if (/\.m?js$/.test(new URL(answer.url()).pathname)) scripts.set(new URL(answer.url()).pathname, gzipSync(await answer.body()).length);
});
await page.goto(new URL('en/', site.address).href, { waitUntil: 'networkidle' });
const before = [...scripts.values()].reduce((sum, size) => sum + size, 0);
check(before < 15 * 1024, `a page has ${before} bytes of script before the search is opened`);
await page.keyboard.press('/');
await page.waitForSelector('dialog.search[open]');
const own = [...scripts].find(([path]) => path.includes('search-dialog'))?.[1];
check(own < 4 * 1024, `the script of the dialog has ${own} bytes`);
await home.close();
await browser.close();
site.stop();

console.log('| language | asked | how | place | found |\n|---|---|---|---|---|');
rows.forEach((row) => console.log(row));
problems.forEach((problem) => console.log(problem));
console.log(`search: ${rows.length} questions, ${problems.length} problems; ${before} bytes of script before it is opened, ${own} with its dialog`);
process.exitCode = problems.length === 0 ? 0 : 1;
