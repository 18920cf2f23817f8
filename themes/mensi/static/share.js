// A button that copies the address of the page, or its reference, where the browser lets a page write to the clipboard.

const { copy, copied } = document.currentScript.dataset;
const texts = [
  ['#_address', (it) => it.value],
  ['.cite > p', (it) => it.textContent.trim()],
];

for (const [place, read] of texts) {
  const from = document.querySelector(place);
  if (!from || !navigator.clipboard) continue;
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: copy });
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(read(from));
    button.textContent = copied;
    setTimeout(() => (button.textContent = copy), 3000);
  });
  from.after(' ', button);
}
