// Keeps the reader's place when the language is changed: a heading has the same id in all languages.
//
// The link to a language gets the heading that is on the screen when it is used. Without this script it leads to the
// beginning of the page, as it does where that language lacks the page (`absent`).

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
