import { addressOf, plainQuestion } from './question.ts';
import { SearchDialog } from './search-dialog.ts';

/* mod+K and the link in the header open the search over any page; on the search page they lead to its box. */

const link = document.querySelector<HTMLAnchorElement>('[data-open-search]');
const pageBox = document.querySelector<HTMLInputElement>('[data-search] input');
const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

if (link) {
  const key = document.createElement('kbd');
  key.textContent = isApple ? '⌘K' : 'Ctrl K';
  link.append(key);
  link.setAttribute('aria-keyshortcuts', isApple ? 'Meta+K' : 'Control+K');
  const dialog = new SearchDialog(link);

  const open = () => {
    if (pageBox) {
      pageBox.focus();
      pageBox.select();
    } else if (!document.querySelector('dialog[open]')) dialog.open();
  };
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('keydown', (event) => {
    const isModified = isApple ? event.metaKey : event.ctrlKey;
    if (!isModified || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return;
    event.preventDefault();
    open();
  });
}

/* What is asked in a box that leads to the search page is cut to what an address can carry. */

for (const form of document.querySelectorAll<HTMLFormElement>('form.ask[action]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const words = form.querySelector('input')?.value.trim() ?? '';
    location.assign(form.action + addressOf(plainQuestion(words)));
  });
}
