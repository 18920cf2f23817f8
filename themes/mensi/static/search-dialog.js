// The search: a dialog with a field, two filters and the pages that were found. Loaded by site.js when it is first used;
// nothing of it leaves the browser, and nothing is kept in it. What searches is pagefind's script.

const COUNT = 10;
const CLOSE_TO = [[8, 2], [4, 1]]; // words from so many letters on: so many letters may be wrong

let dialog;

// An element with what is in it.
function make(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

const fill = (text, holes) => text.replace(/\{(\w+)\}/g, (_, name) => holes[name]);

// As src/search/words.rs folds words: without accents and signs.
const fold = (word, { letters }) =>
  [...word.toLowerCase().normalize('NFD')].map((c) => letters[c] ?? c).join('').replace(/[^\p{L}\p{N}]/gu, '');

// The words of a question, without articles before an apostrophe, and without single letters (`v Praze`) beside longer words.
function wordsOf(query, site) {
  const pieces = query.replace(/(^|\s)\p{L}{1,5}['’](?=\p{L}{3})/gu, '$1').split(/\s+/);
  const folded = pieces.map((word) => fold(word, site)).filter(Boolean);
  const long = folded.filter((word) => word.length > 1);
  return long.length ? long : folded;
}

// As src/search/endings.rs takes endings off, by the same table.
function stem(word, { endings: rules }) {
  if (!rules || !/^[a-z]+$/.test(word)) return word;
  const ending = rules.endings.find((it) => word.endsWith(it) && word.length >= rules.least + it.length) ?? '';
  const rest = word.slice(0, word.length - ending.length);
  const tail = rules.tails.find(([from]) => rest.endsWith(from) && rest.length >= 2 + from.length);
  return tail ? rest.slice(0, -tail[0].length) + tail[1] : rest;
}

// How many letters are wrong, missing, too many or exchanged with their neighbour.
function distance(one, other) {
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length];
}

// A word of the site that is like one that the site does not have; else the word itself.
async function correct(word, site) {
  const most = CLOSE_TO.find(([letters]) => word.length >= letters)?.[1];
  const file = site.spellings[word[0]];
  if (!most || !file || !/^[a-z]+$/.test(word)) return word;
  site.loaded[file] ??= fetch(new URL(file, site.base)).then((it) => it.text()).then((it) => it.split('\n'));
  const words = await site.loaded[file];
  const own = stem(word, site);
  const isForm = (it) => it.startsWith(word) || (it.length > 3 && it.length > word.length - 5 && word.startsWith(it));
  if (words.some((it) => isForm(it) || (site.endings && stem(it, site) === own))) return word;
  let best = [most + 1, word];
  for (const it of words) {
    if (Math.abs(it.length - word.length) > most) continue;
    const far = distance(word, it);
    if (far < best[0]) best = [far, it];
  }
  return best[1];
}

// How the dialog looks is loaded with it, once. Without, it can be used all the same.
let dressed;
const dress = (href) => (dressed ??= href && new Promise((done) => {
  const sheet = make('link', { rel: 'stylesheet', href });
  sheet.addEventListener('load', done);
  sheet.addEventListener('error', done);
  document.head.append(sheet);
}));

async function load(link) {
  const base = new URL(link.dataset.search, document.baseURI);
  const lang = document.documentElement.lang;
  const [site, { createInstance }] = await Promise.all([
    fetch(new URL(`${lang}.json`, base)).then((it) => it.json()),
    import(new URL('pagefind.js', base).href),
    dress(link.dataset.style),
  ]);
  const pagefind = createInstance({
    basePath: base.pathname,
    noWorker: true,
    excerptLength: 24,
    ranking: { metaWeights: { title: 5, place: 3 } },
  });
  await pagefind.filters();
  const root = new URL('..', base);
  return Object.assign(site, { base, root, pages: new URL(`${lang}/`, root), pagefind, loaded: {} });
}

function result({ raw_url: url, meta, excerpt }, site) {
  const plain = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  const passage = excerpt.split(/<\/?mark>/).map((text, at) => (at % 2 ? make('mark', {}, plain(text)) : plain(text)));
  const title = make('a', { href: new URL(url, site.pages), ...(meta.lang && { lang: meta.lang }) }, meta.title ?? url);
  const facts = [meta.kind, meta.country].filter(Boolean).join(' · ');
  return make('li', {}, title, make('p', { class: 'search-facts' }, facts), make('p', {}, ...passage));
}

function build(site) {
  const { words } = site;
  const field = make('input', { type: 'search', autocomplete: 'off', spellcheck: 'false', 'aria-label': words.label, placeholder: words.placeholder });
  const close = make('button', { type: 'button', class: 'search-close' }, words.close);
  const status = make('p', { role: 'status', class: 'search-status' });
  const list = make('ol', { class: 'search-results', role: 'list' });
  const more = make('button', { type: 'button', class: 'search-more', hidden: '' }, words.more);
  const filters = ['kind', 'country'].map((name) => {
    const select = make('select', { name });
    return { name, select, label: make('label', { hidden: '' }, `${words[name]} `, select) };
  });
  const others = make('ul', { role: 'list' });
  const form = make('form', { role: 'search' }, field, close);
  const foot = make('footer', {}, make('p', { class: 'search-keys' }, words.keys), make('h3', {}, words.languages), others);
  const heading = make('h2', { id: '_search' }, words.title);
  dialog = make('dialog', { class: 'search', 'aria-labelledby': '_search' }, heading, form,
    make('div', { class: 'search-filters' }, ...filters.map(({ label }) => label)), status, list, more, foot);

  let turn = 0;
  let found = [];

  async function show(count) {
    const now = turn;
    const shown = await Promise.all(found.slice(list.children.length, count).map((it) => it.data()));
    if (now !== turn) return;
    list.append(...shown.map((it) => result(it, site)));
    more.hidden = list.children.length >= found.length;
  }

  function offer(totals) {
    for (const { name, select, label } of filters) {
      const chosen = select.value;
      const options = Object.entries(totals[name] ?? {}).filter(([value, count]) => count || value === chosen);
      options.sort(([one], [other]) => one.localeCompare(other, document.documentElement.lang));
      select.replaceChildren(make('option', { value: '' }, words.all),
        ...options.map(([value, count]) => make('option', { value }, `${value} (${count})`)));
      select.value = chosen;
      label.hidden = options.length < 2 && !chosen;
    }
  }

  async function search() {
    turn += 1;
    const now = turn;
    const query = field.value.trim();
    const folded = wordsOf(query, site);
    others.replaceChildren(...site.languages.map(({ lang, name, href }) =>
      make('li', {}, make('a', { lang, hreflang: lang, href: `${new URL(href, site.root)}#q=${encodeURIComponent(query)}` }, name))));
    const corrected = await Promise.all(folded.map((word) => correct(word, site)));
    const chosen = filters.filter(({ select }) => select.value).map(({ name, select }) => [name, select.value]);
    const term = corrected.map((word) => stem(word, site)).join(' ');
    const answer = term && (await site.pagefind.search(term, { filters: Object.fromEntries(chosen) }));
    if (now !== turn) return;
    found = answer ? answer.results : [];
    list.replaceChildren();
    if (answer) offer(answer.totalFilters);
    await show(COUNT);
    if (now !== turn) return;
    const other = corrected.join(' ') === folded.join(' ') ? '' : `${fill(words.corrected, { other: corrected.join(' ') })} `;
    status.textContent = !answer ? words.begin
      : found.length ? other + fill(words.count, { count: found.length }) : words.nothing;
    if (answer && !found.length) status.append(' ', make('a', { href: new URL(site.index, site.root) }, words.index));
  }

  const safely = () => search().catch(() => { status.textContent = words.failed; });
  field.addEventListener('input', safely);
  filters.forEach(({ select }) => select.addEventListener('change', safely));
  more.addEventListener('click', () => {
    const next = list.children.length;
    show(next + COUNT).then(() => list.children[next]?.querySelector('a').focus());
  });
  close.addEventListener('click', () => dialog.close());
  // A page that is here already is reached, too.
  list.addEventListener('click', (event) => event.target.closest('a') && dialog.close());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('keydown', (event) => {
    // A field for searching would only empty itself.
    if (event.key === 'Escape' && !event.isComposing) dialog.close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target.localName === 'select') return;
    const stops = [field, ...list.querySelectorAll('a')];
    const next = stops[Math.max(stops.indexOf(document.activeElement), 0) + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
  document.body.append(dialog);
  return { ask: (query) => {
    if (query) field.value = query;
    dialog.showModal();
    field.focus();
    field.select();
    return safely();
  } };
}

let ready;

// Opens the dialog, with a question already asked where there is one.
export async function show(link, query) {
  ready ??= load(link).then(build);
  try {
    const { ask } = await ready;
    if (!dialog.open) await ask(query);
  } catch (error) {
    ready = undefined;
    throw error;
  }
}
