// Shows pages that a reader keeps, when there is no line. offline.js turns it on and off; where it is off, it does nothing.
//
// Pages come from the network as long as there is one, and are kept as they come; what pages are made of is kept, too.
// The page that it puts a note on, or leads to where nothing is kept, is offline.html of the reader's language.

const { scope } = self.registration;
const NAME = `mensi ${new URL(scope).pathname}`;
const PAGES = `${NAME} pages`;
const PARTS = `${NAME} parts`;
const MOST = { [PAGES]: 200, [PARTS]: 400 };
const LARGEST = 2 ** 20;
// A line this slow is as good as none, where the page is kept.
const PATIENCE = 8000;
const KINDS = ['style', 'script', 'font', 'image', ''];

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope) || request.headers.has('range')) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (KINDS.includes(request.destination)) event.respondWith(part(event));
});

const plain = (url) => url.replace(/[?#].*/, '');
// The chooser is in no language: it is kept, and leads nowhere.
const offlinePage = (url) => {
  const lang = url.slice(scope.length).split('/')[0];
  return lang && `${scope}${lang}/offline.html`;
};

async function kept(name, url) {
  return (await caches.has(name)) ? (await caches.open(name)).match(url) : undefined;
}

// The oldest go first. A reader who turns it off has no caches any more, and gets none again.
async function keep(name, url, response) {
  if (!(await caches.has(name))) return;
  const cache = await caches.open(name);
  await cache.put(url, response);
  const keys = (await cache.keys()).filter((key) => !key.url.endsWith('/offline.html'));
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST[name])).map((key) => cache.delete(key)));
  const offline = name === PAGES && offlinePage(url);
  if (offline && !(await cache.match(offline))) await cache.add(offline).catch(() => {});
}

async function page(event) {
  const url = plain(event.request.url);
  const old = await kept(PAGES, url);
  const late = new Promise((_, fail) => old && setTimeout(fail, PATIENCE));
  try {
    const response = await Promise.race([fetch(event.request), late]);
    const isPage = response.ok && !response.redirected && response.headers.get('content-type')?.startsWith('text/html');
    if (isPage) event.waitUntil(keep(PAGES, url, response.clone()));
    return response;
  } catch {
    if (old) return url.endsWith('/offline.html') ? old : noted(old, url);
    const offline = offlinePage(url);
    return offline && (await kept(PAGES, offline)) ? Response.redirect(`${offline}#${encodeURIComponent(url)}`) : Response.error();
  }
}

// Names of assets change with what they hold.
async function part(event) {
  const { url } = event.request;
  const old = await kept(PARTS, url);
  if (old && url.startsWith(`${scope}assets/`)) return old;
  try {
    const response = await fetch(event.request);
    const small = Number(response.headers.get('content-length') ?? 0) <= LARGEST;
    if (response.ok && response.type === 'basic' && small) event.waitUntil(keep(PARTS, url, response.clone()));
    return response;
  } catch {
    return old ?? Response.error();
  }
}

// The page with a line that says that it is not of today.
async function noted(response, url) {
  const html = await response.text();
  const offline = await (await kept(PAGES, offlinePage(url)))?.text();
  const note = /<template id="_offline-note">([^]*?)<\/template>/.exec(offline ?? '')?.[1] ?? '';
  const date = new Date(response.headers.get('date') ?? NaN);
  const lang = /<html lang="([^"]+)"/.exec(html)?.[1];
  const day = Number.isNaN(date.getTime()) ? '' : date.toLocaleDateString(lang, { dateStyle: 'long' });
  const time = day && `<time datetime="${date.toISOString().slice(0, 10)}">${day}</time>`;
  const headers = new Headers(response.headers);
  ['content-encoding', 'content-length'].forEach((name) => headers.delete(name));
  const dated = note.replace('<span data-day></span>', () => time);
  return new Response(html.replace(/<main\b[^>]*>/, (main) => main + dated), { headers });
}
