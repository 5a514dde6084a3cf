/* An answer to "did this solve it?" is sent without leaving the page. */

const form = document.querySelector<HTMLFormElement>('[data-solved]');
const thanks = form?.querySelector<HTMLElement>('[data-thanks]');

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  void send(form, event.submitter);
});

async function send(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  const answer = new URLSearchParams([...new FormData(form, button)].map(textPair));
  try {
    // The other site need not know that it is read by a script, so its answer stays unseen.
    await fetch(form.action, { method: 'POST', mode: 'no-cors', body: answer });
    for (const part of form.querySelectorAll<HTMLElement>('button, details')) part.hidden = true;
    say('Thank you. That helps the next one.');
  } catch {
    say('That could not be sent. Are you offline?');
  }
}

function textPair([name, value]: [string, FormDataEntryValue]): [string, string] {
  return [name, typeof value === 'string' ? value : ''];
}

function say(sentence: string): void {
  if (thanks) thanks.textContent = sentence;
}
