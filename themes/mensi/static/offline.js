// The switch of the page «Read offline», and the list of what is kept. What is kept is kept by offline-worker.js.

const box = document.querySelector('#_offline');
const worker = new URL(box.dataset.worker, location.href);
const scope = new URL('.', worker).href;
const PAGES = `mensi ${new URL(scope).pathname} pages`;
const PARTS = `mensi ${new URL(scope).pathname} parts`;
const find = (name) => box.querySelector(`.offline-${name}`);
const toggle = box.querySelector('input');

const isOurs = (url) => url.startsWith(scope);
const links = (selector) => [...document.querySelectorAll(selector)].map((link) => link.href.replace(/[?#].*/, ''));

async function registration() {
  const found = await navigator.serviceWorker.getRegistration(scope);
  return found?.scope === scope ? found : undefined;
}

// What a kept page is made of: some pages have styles of their own.
async function partsOf(pages, url) {
  const page = new DOMParser().parseFromString(await (await pages.match(url)).text(), 'text/html');
  const parts = [...page.querySelectorAll('link[rel=stylesheet], script[src], img.emblem')];
  return parts.map((part) => new URL(part.getAttribute('href') ?? part.getAttribute('src'), url).href);
}

// This page, the start page and the lists of the menu, with what they are made of.
async function turnOn() {
  await navigator.serviceWorker.register(worker);
  const [pages, parts] = await Promise.all([caches.open(PAGES), caches.open(PARTS)]);
  const here = location.href.replace(/[?#].*/, '');
  const resources = performance.getEntriesByType('resource').map(({ name }) => name);
  const kept = [...new Set([here, ...links('.brand, .menu a')])].filter(isOurs);
  await pages.addAll(kept);
  const named = (await Promise.all(kept.map((url) => partsOf(pages, url)))).flat();
  await parts.addAll([...new Set([...resources, ...named, ...links('link[rel=icon]')])].filter(isOurs));
}

async function turnOff() {
  await (await registration())?.unregister();
  await Promise.all([PAGES, PARTS].map((name) => caches.delete(name)));
}

function tell(name) {
  for (const words of box.querySelectorAll('[role=status] > *')) words.hidden = !words.classList.contains(`offline-${name}`);
}

async function title(response) {
  const head = (await response.text()).split('</title>')[0];
  const page = new DOMParser().parseFromString(`${head}</title>`, 'text/html');
  return { lang: page.documentElement.lang, words: page.title };
}

async function list() {
  const cache = (await caches.has(PAGES)) ? await caches.open(PAGES) : undefined;
  const kept = ((await cache?.keys()) ?? []).filter(({ url }) => !url.endsWith('/offline.html')).reverse();
  const entries = kept.map(async (request) => {
    const { lang, words } = await title(await cache.match(request));
    const link = document.createElement('a');
    Object.assign(link, { href: request.url, lang, hreflang: lang, textContent: words });
    const entry = document.createElement('li');
    entry.append(link);
    return entry;
  });
  find('list').replaceChildren(...(await Promise.all(entries)));
  find('empty').hidden = kept.length > 0;
}

// Where a reader was led from: an address of this site alone.
function missing() {
  const [wanted] = [decodeURIComponent(location.hash.slice(1))].filter(isOurs);
  find('missing').hidden = !wanted;
  if (!wanted) return;
  const link = find('missing').querySelector('a');
  link.href = wanted;
  link.textContent = wanted;
}

async function change() {
  toggle.disabled = true;
  try {
    await (toggle.checked ? turnOn() : turnOff());
    tell(toggle.checked ? 'on' : 'off');
  } catch {
    await turnOff();
    toggle.checked = false;
    tell('failed');
  }
  toggle.disabled = false;
  toggle.focus();
  await list();
}

if (navigator.serviceWorker && globalThis.caches) {
  find('unable').hidden = true;
  find('able').hidden = false;
  toggle.checked = Boolean((await registration()) && (await caches.has(PAGES)));
  toggle.addEventListener('change', change);
  addEventListener('hashchange', missing);
  missing();
  await list();
}
