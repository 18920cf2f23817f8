// What every page has of script, in one file, so that a reader's line carries one: the place is kept when the language
// changes, a page can be passed on, the search opens. Each does nothing without what it needs on the page. All stands in
// a scope of its own: a page may have scripts beside this one.

(() => {
  /* The place: a heading has the same id in all languages. The link to a language gets the heading that is on the screen
     when it is used. Without this it leads to the beginning, as it does where that language lacks the page (`absent`). */

  // The last heading that has reached the top of the window, or nearly; none at the very beginning, where the title is.
  function heading() {
    if (scrollY < 40) return '';
    const headings = [...document.querySelectorAll('.prose :is(h2, h3, h4, h5, h6)[id]')];
    return headings.findLast((it) => it.getBoundingClientRect().top < 120)?.id ?? '';
  }

  function keepPlace({ target }) {
    const link = target.closest('.languages a:not(.absent)');
    if (link) link.hash = heading();
  }

  // A middle click opens a page, too.
  addEventListener('click', keepPlace);
  addEventListener('auxclick', keepPlace);

  /* To pass a page on: its address in a field, a link for e-mail, and buttons that copy address and reference. The words are
     `data-…` of `.share`. No third party is asked; a browser that lets no page write to the clipboard has no button for it. */

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  function copyButton({ copy, copied }, read) {
    const button = make('button', { type: 'button', textContent: copy, ariaLive: 'polite' });
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(read());
      button.textContent = copied;
      setTimeout(() => (button.textContent = copy), 3000);
    });
    return navigator.clipboard ? [button] : [];
  }

  function offerToShare(share) {
    const words = share.dataset;
    const reference = document.querySelector('.cite > p');
    reference?.after(...copyButton(words, () => reference.textContent.trim()));
    const address = document.querySelector('link[rel="canonical"]')?.href;
    if (!address) return;
    const field = make('input', { readOnly: true, value: address, ariaLabel: words.address });
    field.addEventListener('focus', () => field.select());
    const href = `mailto:?subject=${encodeURIComponent(document.title)}&body=${encodeURIComponent(address)}`;
    const mail = make('a', { textContent: words.mail, href });
    share.append(make('h2', { textContent: words.share }), field, ...copyButton(words, () => address), make('p', {}, mail));
    share.hidden = false;
  }

  /* The search opens by its link in the header, by the key `/`, or by an address that ends with `#q=…`. The dialog and what
     it searches with are loaded then, not before. Without this the link leads to the index. */

  function offerToSearch(link) {
    const open = async (query) => {
      try {
        const { show } = await import(new URL(link.dataset.script, document.baseURI).href);
        await show(link, query);
      } catch {
        // The index finds things, too.
        location.href = link.href;
      }
    };
    const onKey = (key, isMeant) => (event) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !isMeant(event)) return;
      event.preventDefault();
      open('');
    };
    link.setAttribute('role', 'button');
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open('');
    });
    link.addEventListener('keydown', onKey(' ', () => true));
    document.addEventListener('keydown', onKey('/', ({ target }) => !target.closest('input, textarea, select, [contenteditable]')));
    const asked = new URLSearchParams(location.hash.slice(1)).get('q');
    if (asked) open(asked);
  }

  for (const share of document.querySelectorAll('.share')) offerToShare(share);
  for (const link of document.querySelectorAll('[data-search]')) offerToSearch(link);
})();
