// The comparison of cases: filters that combine, and cases side by side, without a reload.
//
// In: the page as it was built: a table whose rows say in `data-is` what they are, links whose `data-filter` says what they
// ask for, and words in `data-…`. Out: the same page, which follows its address: `?outcome=mixed&country=hr` filters,
// `?cases=one,other` puts two to four side by side. Always: without this script all links lead to pages that show the same;
// nothing is asked of the server but further pages of the same table.

const root = document.querySelector('.compare');
const words = root.dataset;
const region = root.querySelector('.wide');
const table = region.querySelector('table');
const body = table.tBodies[0];
const links = [...root.querySelectorAll('[data-filter]')];
const pagination = root.querySelector('.pagination');
const base = new URL(words.base, location.href);
const isWhole = location.pathname === base.pathname;
const MOST = 4;

const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

// What the links lead to as the page was built: the page of an outcome counts what its cases have in common.
for (const link of links) {
  link.built = link.href;
  [link.key, link.value] = link.dataset.filter.split(':');
  link.count = link.querySelector('.count');
}

// The rows and what they are.
const rows = [];
const take = (row) => {
  row.is = new Set(row.dataset.is.split(' '));
  rows.push(row);
  const title = row.querySelector('a').textContent;
  const box = make('input', { type: 'checkbox', value: row.id, ariaLabel: `${words.pick}: ${title}` });
  box.checked = picked.has(box.value);
  row.cells[0].prepend(make('label', { className: 'pick' }, box));
};

// What is asked for: values by what they are values of, and cases side by side.
let wanted = new Map();
let beside = [];
const picked = new Set();

const read = () => {
  const asked = new URLSearchParams(location.search);
  const keys = new Set(links.map((link) => link.key));
  wanted = isWhole
    ? new Map([...asked].filter(([key]) => keys.has(key)))
    : new Map(links.filter((link) => link.ariaCurrent).map((link) => [link.key, link.value]));
  beside = (asked.get('cases') ?? '').split(',').filter(Boolean).slice(0, MOST);
};

const address = (values, cases = []) => {
  const query = [...values].map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  if (cases.length) query.push(`cases=${cases.join(',')}`);
  return base.pathname + (query.length ? `?${query.join('&')}` : '');
};

const toggled = ({ key, value }) => {
  const values = new Map(wanted);
  if (values.get(key) === value) values.delete(key);
  else values.set(key, value);
  return values;
};

const matches = (row, values) => [...values].every(([key, value]) => row.is.has(`${key}:${value}`));

// Further pages of a long table, when they are first needed: a part must not pass for the whole.
let whole;
const complete = () =>
  (whole ??= Promise.all(
    words.rest.split(' ').filter(Boolean).map(async (page) => {
      const answer = await fetch(new URL(page, location.href));
      if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
      const there = new DOMParser().parseFromString(await answer.text(), 'text/html');
      return [...there.querySelectorAll('.wide tbody tr')].map((row) => {
        const link = row.querySelector('a');
        link.href = new URL(link.getAttribute('href'), answer.url).href;
        return document.importNode(row, true);
      });
    }),
  ).then((pages) => {
    for (const row of pages.flat()) {
      body.append(row);
      take(row);
    }
    pagination?.remove();
  }));

const status = make('p', { className: 'shown' });
status.setAttribute('role', 'status');
const nothing = make('p', { className: 'nothing', textContent: words.none, hidden: true });
const common = make('a', { textContent: words.common, href: '#_common', hidden: true });
const clear = make('a', { textContent: words.clear, href: base.pathname });
clear.dataset.clear = '';
const tools = make('p', { className: 'tools' }, clear, common);
const side = make('section', { className: 'side', hidden: true });

const filter = () => {
  const shown = rows.filter((row) => (row.hidden = !matches(row, wanted)) === false).length;
  for (const link of links) {
    const chosen = wanted.get(link.key) === link.value;
    const values = chosen ? wanted : new Map(wanted).set(link.key, link.value);
    const count = rows.filter((row) => matches(row, values)).length;
    link.count.textContent = count;
    if (chosen) link.ariaCurrent = 'true';
    else link.removeAttribute('aria-current');
    if (chosen) link.closest('details').open = true;
    if (chosen || count) link.href = address(toggled(link));
    else link.removeAttribute('href');
  }
  const [only] = [...wanted].length === 1 ? links.filter((link) => wanted.get(link.key) === link.value) : [];
  common.hidden = !(only?.key === 'outcome' && only.built);
  if (!common.hidden) common.href = `${only.built}#_common`;
  clear.hidden = wanted.size === 0;
  nothing.hidden = shown > 0;
  region.hidden = shown === 0;
  return shown;
};

// One column a case, one line what it is compared by.
const drawSide = (cases) => {
  const heading = make('h2', { textContent: words.side, tabIndex: -1 });
  const corner = make('tr', {}, make('td'));
  for (const row of cases) {
    const title = row.cells[0].cloneNode(true);
    title.querySelector('.pick').remove();
    corner.append(make('th', { scope: 'col' }, ...title.childNodes));
  }
  const heads = [...table.tHead.rows[0].cells].slice(1);
  const lines = heads.map((head, number) => {
    const cells = cases.map((row) => row.cells[number + 1].cloneNode(true));
    cells.forEach((cell, at) => (cell.dataset.label = cases[at].querySelector('a').textContent));
    return make('tr', {}, make('th', { scope: 'row', textContent: head.textContent }), ...cells);
  });
  const drawn = make('table', {}, make('thead', {}, corner), make('tbody', {}, ...lines));
  const scroll = make('div', { className: 'table', tabIndex: 0, role: 'region', ariaLabel: words.side }, drawn);
  const back = make('a', { textContent: words.back, href: address(wanted) });
  back.dataset.clear = '';
  side.replaceChildren(heading, make('p', {}, back), scroll);
  return heading;
};

const show = async (moved) => {
  read();
  if (isWhole && (wanted.size || beside.length)) await complete();
  const cases = beside.map((id) => rows.find((row) => row.id === id)).filter(Boolean);
  const isSide = cases.length > 1;
  root.classList.toggle('is-side', isSide);
  side.hidden = !isSide;
  // Without the rest of a long table its counts would be those of a part: they stay as they were built.
  if (whole || !words.rest.trim()) {
    const shown = filter();
    status.textContent = words.shown.replace('{count}', shown).replace('{total}', words.total);
  }
  if (isSide) {
    const heading = drawSide(cases);
    if (moved) heading.focus();
  }
};

const go = (to) => {
  history.pushState(null, '', to);
  return show(true);
};

// The button for side by side waits until there are two.
const hint = make('span', { textContent: words.hint });
const button = make('button', { type: 'button', textContent: words.beside, disabled: true });
const bar = make('div', { className: 'beside' }, button, hint);
const pick = () => {
  const boxes = rows.map((row) => row.querySelector('.pick input'));
  for (const box of boxes) box.disabled = picked.size >= MOST && !box.checked;
  button.disabled = picked.size < 2;
};
body.addEventListener('change', ({ target }) => {
  if (target.checked) picked.add(target.value);
  else picked.delete(target.value);
  pick();
});
button.addEventListener('click', () => {
  const to = address(wanted, [...picked]);
  if (isWhole) go(to);
  else location.href = to;
});

[...body.rows].forEach(take);
if (isWhole) root.querySelector('.clear')?.remove();
region.before(tools, status, nothing);
region.after(side, bar);

if (isWhole) {
  root.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-filter], a[data-clear]');
    if (!link?.href || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    // The rest first, so that the link leads where all cases say.
    complete().then(
      () => go(link.dataset.filter ? address(toggled(link)) : link.href),
      () => (location.href = link.built || link.href),
    );
  });
  addEventListener('popstate', () => show(false));
  show(false);
} else {
  // A page that was built for a part: one link leads from there to the page of all cases, where filters combine.
  read();
  clear.textContent = words.combine;
  clear.href = address(wanted);
}
