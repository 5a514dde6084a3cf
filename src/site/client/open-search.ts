/* mod+K goes to the search box of this page, or to the search page. */

const searchLink = document.querySelector<HTMLAnchorElement>('[data-open-search]');
const box = document.querySelector<HTMLInputElement>('#question');
const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

if (searchLink) {
  const key = document.createElement('kbd');
  key.textContent = isApple ? '⌘K' : 'Ctrl K';
  searchLink.append(key);
  searchLink.setAttribute('aria-keyshortcuts', isApple ? 'Meta+K' : 'Control+K');
}

document.addEventListener('keydown', (event) => {
  const isModified = isApple ? event.metaKey : event.ctrlKey;
  if (!isModified || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return;
  event.preventDefault();
  if (box) {
    box.focus();
    box.select();
  } else if (searchLink) location.assign(searchLink.href);
});
