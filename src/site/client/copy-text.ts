import { copied } from './copied.ts';

/* Copies the text that a button stands for. Without a script the button is not there. */

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const text = document.getElementById(button.dataset['copy'] ?? '');
  const status = button.nextElementSibling;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const isCopied = await copied(text?.textContent ?? '');
    if (!isCopied && text) getSelection()?.selectAllChildren(text);
    if (status) status.textContent = isCopied ? 'Copied' : 'Selected: copy it with the keyboard';
  });
}
