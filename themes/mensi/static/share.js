// Ways to pass a page on: its address in a field, a link for e-mail, and buttons that copy address and reference.
//
// In: the canonical address of the page, and words in `data-…` of the script's element, after which it all goes. Always: no
// third party is asked for anything; a browser that lets no page write to the clipboard has no button for it.

const script = document.currentScript;
const words = script.dataset;
const address = document.querySelector('link[rel="canonical"]')?.href;

const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const copyButton = (read) => {
  const button = make('button', { type: 'button', textContent: words.copy, ariaLive: 'polite' });
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(read());
    button.textContent = words.copied;
    setTimeout(() => (button.textContent = words.copy), 3000);
  });
  return navigator.clipboard ? [button] : [];
};

const reference = document.querySelector('.cite > p');
reference?.after(...copyButton(() => reference.textContent.trim()));

if (address) {
  const field = make('input', { readOnly: true, value: address, ariaLabel: words.address });
  field.addEventListener('focus', () => field.select());
  const mail = make('a', {
    textContent: words.mail,
    href: `mailto:?subject=${encodeURIComponent(document.title)}&body=${encodeURIComponent(address)}`,
  });
  script.after(
    make('section', { className: 'share' }, make('h2', { textContent: words.share }), field, ...copyButton(() => address), make('p', {}, mail)),
  );
}
