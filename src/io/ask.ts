import { isCancel, select, selectKey, text } from '@clack/prompts';

/** The user broke off while being asked. */
export class Cancelled extends Error {}

/** Asks for a line of text on the terminal; an empty answer is asked again if one is needed. */
export async function askText(
  message: string,
  options: { placeholder?: string; isNeeded?: boolean } = {},
): Promise<string> {
  const { placeholder, isNeeded = true } = options;
  const answer = await text({
    message,
    ...(placeholder && { placeholder }),
    validate: (value) => (isNeeded && !value?.trim() ? 'Please type something.' : undefined),
  });
  if (isCancel(answer)) throw new Cancelled();
  return (answer ?? '').trim();
}

/** Asks for one of a few values. */
export async function askChoice(
  message: string,
  choices: readonly { value: string; label: string }[],
): Promise<string> {
  const answer = await select({ message, options: [...choices] });
  if (isCancel(answer)) throw new Cancelled();
  return answer;
}

/** Asks for one of a few values, each of which is chosen by its key. */
export async function askKey(
  message: string,
  choices: readonly { key: string; label: string }[],
): Promise<string> {
  const options = choices.map(({ key, label }) => ({ value: key, label }));
  const answer = await selectKey({ message, options });
  if (isCancel(answer)) throw new Cancelled();
  return answer;
}
