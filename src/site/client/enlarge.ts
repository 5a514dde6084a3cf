import { PictureDialog } from './picture-dialog.ts';

/* Evidence opens large over the page. Without a script each picture is a link to its file. */

const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-enlarge]')];
const dialog = new PictureDialog(links);
for (const [index, link] of links.entries()) {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    dialog.open(index);
  });
}
