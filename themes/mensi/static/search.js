// Opens the search: by its link in the header, by the key `/`, or by an address that ends with `#q=…`. The dialog and what
// it searches with are loaded then, not before. Without this script the link leads to the index.

const link = document.querySelector('[data-search]');

async function open(query) {
  try {
    const { show } = await import(new URL(link.dataset.script, document.baseURI).href);
    await show(link, query);
  } catch {
    // The index finds things, too.
    location.href = link.href;
  }
}

link?.setAttribute('role', 'button');
link?.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open('');
});
link?.addEventListener('keydown', (event) => {
  if (event.key === ' ') {
    event.preventDefault();
    open('');
  }
});
if (link) document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest('input, textarea, select, [contenteditable]')) return;
  event.preventDefault();
  open('');
});

const asked = new URLSearchParams(location.hash.slice(1)).get('q');
if (link && asked) open(asked);
