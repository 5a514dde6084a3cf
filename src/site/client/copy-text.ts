/* Copies the text that a button stands for. Without a script the button is not there. */

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const text = document.getElementById(button.dataset['copy'] ?? '');
  const status = button.nextElementSibling;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const isCopied = await copy(text?.textContent ?? '');
    if (!isCopied && text) getSelection()?.selectAllChildren(text);
    if (status) status.textContent = isCopied ? 'Copied' : 'Selected: copy it with the keyboard';
  });
}

/** False where the browser gives no access, such as on a page without a secure connection. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
