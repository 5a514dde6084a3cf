import { largestPacket } from '#intake/limits.ts';
import type { Packet } from '#intake/packet.ts';
import { packetText } from '#intake/packet-text.ts';
import { copied } from './copied.ts';
import { answersIn, checksIn, fillIn, markMissing, typedInto } from './intake-form.ts';
import { suggestWhileTyping } from './intake-suggestions.ts';
import { KeptAnswers } from './kept-answers.ts';
import { mailWith, packetJson, posted, savedAs } from './packet-ways.ts';
import { ReadBack } from './read-back.ts';

/* The intake: filled in, kept on this device, read back, and handed over by who filled it in. */

const form = document.querySelector<HTMLFormElement>('[data-intake]');
const section = document.querySelector<HTMLElement>('[data-read-back]');
if (form && section) start(form, section);

function start(form: HTMLFormElement, section: HTMLElement): void {
  const { product = '', site: siteHref = '/' } = form.dataset;
  const kept = new KeptAnswers(siteHref, product);
  const said = form.querySelector<HTMLElement>('[data-kept]')!;
  fillIn(form, kept.read());
  form.querySelector<HTMLElement>('[data-go]')!.hidden = false;
  const readBack = new ReadBack(section, () => offer(form, section, readBack));
  const suggested = form.querySelector<HTMLElement>('[data-question]:has([data-suggested])');
  if (suggested) suggestWhileTyping(suggested, siteHref);

  form.addEventListener('input', () => {
    const isKept = kept.keep(typedInto(form));
    said.textContent = isKept
      ? 'Nothing is sent yet. What you typed is kept on this device.'
      : 'Nothing is sent yet. Your browser keeps nothing, so finish before you close this page.';
  });
  form.querySelector('[data-forget]')!.addEventListener('click', () => {
    kept.forget();
    form.reset();
    markNothing(form);
    said.textContent = 'Forgotten. Nothing of it is left on this device.';
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { count, first } = markMissing(form);
    if (first) {
      said.textContent = count === 1 ? 'One answer is missing.' : `${count} answers are missing.`;
      first.focus();
      return;
    }
    readBack.show(answersIn(form), checksIn(form));
    offer(form, section, readBack);
    turnTo(section, form);
  });
  section.querySelector('[data-back]')!.addEventListener('click', () => {
    section.hidden = true;
    form.hidden = false;
    form.querySelector<HTMLElement>('[type="submit"]')!.focus();
  });
  listen(form, section, readBack);
}

function turnTo(section: HTMLElement, form: HTMLFormElement): void {
  form.hidden = true;
  section.hidden = false;
  section.querySelector<HTMLElement>('[data-read-back-heading]')!.focus();
}

function markNothing(form: HTMLFormElement): void {
  for (const one of form.querySelectorAll<HTMLElement>('[data-trouble]')) one.hidden = true;
  for (const one of form.querySelectorAll('[aria-invalid]')) one.removeAttribute('aria-invalid');
  for (const one of form.querySelectorAll<HTMLElement>('[data-suggested]')) one.hidden = true;
}

function packetFrom(form: HTMLFormElement, readBack: ReadBack): Packet {
  const { product = '', title = '' } = form.dataset;
  const { answers, leftOut } = readBack.chosen();
  const made = new Date().toISOString();
  const checks = checksIn(form);
  return {
    ...{ format: 'fixlore-packet', version: 1, product, title, made, checks, answers },
    left_out: leftOut,
  };
}

/** The links hold the packet as it is at the moment, so it is written into them after each choice. */
function offer(form: HTMLFormElement, section: HTMLElement, readBack: ReadBack): void {
  const packet = packetFrom(form, readBack);
  for (const link of section.querySelectorAll<HTMLAnchorElement>('[data-save]')) {
    const { href, name } = savedAs(link.dataset['save'] === 'json' ? 'json' : 'md', packet);
    link.href = href;
    link.download = name;
  }
  const { email } = form.dataset;
  const mail = section.querySelector<HTMLAnchorElement>('[data-mail]');
  if (mail && email) mail.href = mailWith(email, packet).href;
  const files = packet.answers.flatMap((answer) => answer.files ?? []);
  section.querySelector<HTMLElement>('[data-files]')!.hidden = files.length === 0;
  section.querySelector('[data-files-list]')!.textContent = files
    .map(({ name }) => name)
    .join(', ');
  const size = new TextEncoder().encode(packetJson(packet)).length;
  say(
    section,
    size > largestPacket
      ? 'This is more than support can take in. Save long logs as files and attach them instead.'
      : '',
  );
}

function listen(form: HTMLFormElement, section: HTMLElement, readBack: ReadBack): void {
  const { email, url } = form.dataset;
  section.querySelector('[data-copy-all]')!.addEventListener('click', async () => {
    const isCopied = await copied(packetText(packetFrom(form, readBack)));
    if (!isCopied) getSelection()?.selectAllChildren(section.querySelector('[data-answers]')!);
    say(section, isCopied ? 'Copied.' : 'Selected: copy it with the keyboard.');
  });
  section.querySelector('[data-mail]')?.addEventListener('click', async () => {
    const packet = packetFrom(form, readBack);
    if (mailWith(email ?? '', packet).isWhole) return;
    const isCopied = await copied(packetText(packet));
    say(
      section,
      isCopied
        ? 'It is too long for a link, so it was copied: paste it into the mail.'
        : 'It is too long for a link: save it as text and attach it to the mail.',
    );
  });
  const post = section.querySelector<HTMLButtonElement>('[data-post]');
  post?.addEventListener('click', async () => {
    post.disabled = true;
    say(section, 'Sending…');
    say(section, await sentence(url ?? '', packetFrom(form, readBack)));
    post.disabled = false;
  });
}

async function sentence(url: string, packet: Packet): Promise<string> {
  try {
    const isTaken = await posted(url, packet);
    if (isTaken === false) return 'It was not accepted. Save it, and send it in another way.';
    return 'Sent. Save a copy: if you hear nothing, send that.';
  } catch {
    return 'That could not be sent. Are you offline? Nothing is lost: save it, or try again.';
  }
}

function say(section: HTMLElement, sentence: string): void {
  section.querySelector('[data-said]')!.textContent = sentence;
}
