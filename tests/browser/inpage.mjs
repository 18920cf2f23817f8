// What is asked of a page, from within it: each function runs in the browser and returns plain data.

// What stands out to a side, for whoever has to find it. Where text runs from right to left, a page is too wide to the left.
export function sideways() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return null;
  const wide = [...document.querySelectorAll('body *')].filter((it) => {
    const { left, right } = it.getBoundingClientRect();
    return right > clientWidth + 1 || left < -1;
  });
  const names = wide.slice(-3).map((it) => `${it.tagName.toLowerCase()}.${it.className}`);
  return `${scrollWidth} px wide in ${clientWidth}: ${names.join(', ')}`;
}

// Menus and disclosures as a reader opens them.
export function openAll() {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const button = [...document.querySelectorAll('[popovertarget]')].find((it) => it.checkVisibility());
  button?.click();
}

// The next Tab begins at the first stop: a browser goes on from where the keyboard was last, even where it has left.
export function fromTheTop() {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  scrollTo(0, 0);
}

// Begins a walk by keyboard; returns how many places a reader must be able to stop at. Each stop is judged when the next Tab
// comes: by then the browser has brought it into the window.
export function beginWalk() {
  const stops = 'a[href], button, input, select, textarea, summary, [tabindex], audio[controls], video[controls]';
  const isStop = (it) =>
    it.tabIndex >= 0 && !it.disabled && it.type !== 'hidden' && !it.closest('[inert]') && it.checkVisibility({ visibilityProperty: true });
  // Of radio buttons of one name, one is a stop.
  const radios = new Set();
  const isOwn = (it) => it.type !== 'radio' || (!radios.has(it.name) && radios.add(it.name));
  const wanted = [...document.querySelectorAll(stops)].filter(isStop).filter(isOwn);
  const walk = { wanted, seen: new Set(), wrong: [], over: false, name, judge, step };
  globalThis.walk = walk;
  addEventListener('keydown', step);
  return wanted.length;

  function name(it) {
    return `${it.tagName.toLowerCase()}.${it.className} «${it.textContent.trim().slice(0, 30)}»`;
  }

  function step() {
    const stop = document.activeElement;
    const isNowhere = !stop || stop === document.body;
    if (isNowhere && walk.seen.size === 0) return;
    walk.over ||= isNowhere || walk.seen.has(stop);
    if (walk.over) return;
    walk.seen.add(stop);
    const wrong = judge(stop);
    if (wrong) walk.wrong.push(`${name(stop)} ${wrong} when the keyboard is on it`);
  }

  function judge(stop) {
    const outlined = [null, '::after', '::before'].some((part) => {
      const style = getComputedStyle(stop, part);
      return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1.5;
    });
    if (!outlined) return 'has no outline';
    const [box] = stop.getClientRects();
    const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
    const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
    if (right <= left || bottom <= top) return 'is outside the window';
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const isIt = hit && (stop.contains(hit) || hit.contains(stop) || stop.labels?.[0]?.contains(hit));
    return isIt ? null : `is covered by ${hit ? name(hit) : 'nothing that can be hit'}`;
  }
}

// Whether the walk is over, and, once it is, what it found.
export function endWalk() {
  const { wanted, seen, wrong, over, name, step } = globalThis.walk;
  if (!over) return { over };
  removeEventListener('keydown', step);
  const missed = wanted.filter((it) => !seen.has(it)).map(name);
  return { over, stops: seen.size, wrong, missed };
}
