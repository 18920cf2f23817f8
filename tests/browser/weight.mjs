// What a reader's line carries: `node weight.mjs FOLDER ADDRESS`, where FOLDER holds the site that ADDRESS serves (as
// `mensi-site serve` does, compressed). A first visit to a case study, the next page, and all scripts, in bytes as they are
// sent, with their headers.

import { choosePages, launch, newContext, pagesOf } from './pages.mjs';

const KIB = 1024;
const LIMITS = { first: 45 * KIB, next: 12 * KIB, scripts: 15 * KIB };

const [folder, address] = process.argv.slice(2);
if (!address) throw new Error('give the folder of the site and the address at which it is served');
const browser = await launch();
const problems = [];

// What is sent while a page loads.
async function load(tab, session, url) {
  const sent = new Map();
  const asked = new Map();
  const onRequest = ({ requestId, request }) => asked.set(requestId, request.url);
  const onFinished = ({ requestId, encodedDataLength }) => sent.set(asked.get(requestId) ?? requestId, encodedDataLength);
  session.on('Network.requestWillBeSent', onRequest);
  session.on('Network.loadingFinished', onFinished);
  await tab.goto(url, { waitUntil: 'load' });
  await tab.evaluate(() => document.fonts.ready.then(() => true));
  await tab.waitForTimeout(200);
  session.off('Network.requestWillBeSent', onRequest);
  session.off('Network.loadingFinished', onFinished);
  // What comes and stays open, such as the preview's own events, has not finished and is not counted.
  return sent;
}

const total = (sent, only = () => true) => [...sent].filter(([url]) => only(url)).reduce((sum, [, bytes]) => sum + bytes, 0);
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const kib = (bytes) => `${(bytes / KIB).toFixed(1)} KiB`;

row('page', 'first visit', 'of it HTML', 'styles', 'fonts', 'scripts', 'pictures');
row('---', '---:', '---:', '---:', '---:', '---:', '---:');
const chosen = choosePages(folder, address, { languages: ['cs'] });
for (const { name, url } of chosen.filter(({ name }) => name !== '404')) {
  const context = await newContext(browser, { colorScheme: 'light', width: 412 });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send('Network.enable');
  const sent = await load(tab, session, url);
  const isPreview = (url) => url.includes('/_mensi/') || url.includes('reload');
  const own = new Map([...sent].filter(([url]) => !isPreview(url)));
  const ending = (pattern) => kib(total(own, (url) => pattern.test(url)));
  row(name, kib(total(own)), kib(total(own, (it) => it === url)), ending(/\.css$/), ending(/\.woff2$/), ending(/\.m?js$/), ending(/\.(svg|png|jpe?g|webp)$/));
  const scripts = total(own, (url) => /\.m?js$/.test(url));
  if (scripts > LIMITS.scripts) problems.push(`${name}: ${kib(scripts)} of scripts`);
  if (name === 'case-study') {
    if (total(own) > LIMITS.first) problems.push(`a case study weighs ${kib(total(own))} on the first visit`);
    const others = pagesOf(folder, 'cs').filter(({ kind, route }) => kind === 'case-study' && !url.endsWith(route));
    const next = others.reduce((one, other) => (other.html.length > one.html.length ? other : one));
    const more = await load(tab, session, new URL(next.route, address).href);
    const weight = total(new Map([...more].filter(([url]) => !isPreview(url))));
    row('the next case study', kib(weight), '', '', '', '', '');
    if (weight > LIMITS.next) problems.push(`the next case study weighs ${kib(weight)}`);
  }
  await context.close();
}
await browser.close();
for (const problem of problems) console.log(problem);
console.log(`weight: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
