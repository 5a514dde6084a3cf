import { describe, expect, it } from 'vitest';
import { instruction, isReaders, isSupports, steps } from '#promote/instruction.ts';

describe('what was done, told as what to do', () => {
  it.each([
    ['Emptied the cache', 'Empty the cache'],
    ['Set the zone to Vienna.', 'Set the zone to Vienna'],
    ['Stopped the service and restarted it', 'Stop the service and restart it'],
    ['Applied the patch, and tried again', 'Apply the patch, and try again'],
    ['Manually removed the lock', 'Manually remove the lock'],
    ['We chose another printer', 'Choose another printer'],
    ['Then ran the installer', 'Run the installer'],
    ['Had her allow JavaScript for the portal', 'Allow JavaScript for the portal'],
    ['Asked the customer to sign out and in again', 'Sign out and in again'],
    ['Showed them how to reset their password', 'Reset your password'],
    ["Changed the user's default printer", 'Change your default printer'],
    ['Restart the computer', 'Restart the computer'],
    [
      "The customer's network team opened port 22 to ours",
      'Ask your network team to open port 22 to ours',
    ],
    ["Their IT emptied their proxy's store", "Ask your IT to empty your proxy's store"],
    ['Ordered a renewal, handed it over', 'Order a renewal, hand it over'],
    ['Published the keys where all look, signed', 'Publish the keys where all look, signed'],
  ])('%s', (action, expected) => {
    expect(instruction(action)).toBe(expected);
  });

  it.each([
    ['Emptied the cache', 'Empty the cache'],
    ['Had her allow JavaScript', 'Have them allow JavaScript'],
    ['Asked the customer to reload', 'Have the customer reload'],
    ['Had the vendor move the volume', 'Have the vendor move the volume'],
    ["Revoked the tokens of the customer's phone", "Revoke the tokens of the customer's phone"],
    [
      'Told five customers the address for their lists',
      'Tell five customers the address for their lists',
    ],
    ["Their IT emptied their proxy's store", "Ask their IT to empty their proxy's store"],
  ])('%s, for the team', (action, expected) => {
    expect(instruction(action, 'support')).toBe(expected);
  });

  it.each([
    ['no verb that it knows', 'Hypercharged the flux'],
    ['no verb at all', 'A new certificate'],
    ['another language', 'Den Cache geleert'],
    ['somebody else who did it', 'The vendor replaced the disk'],
    ['nothing', ' '],
  ])('leaves alone %s', (_, action) => {
    expect(instruction(action)).toBeUndefined();
  });

  it('knows what the reader did', () => {
    expect(isReaders('Had them reload the page')).toBe(true);
    expect(isReaders('The customer reloaded the page')).toBe(true);
    expect(isReaders('Rebuilt the index')).toBe(false);
  });

  it('knows what support did', () => {
    expect(isSupports('Rebuilt the index')).toBe(true);
    expect(isSupports('Had them reload the page')).toBe(false);
    expect(isSupports('Reload the page')).toBe(false);
  });
});

describe('the steps of an action', () => {
  it.each([
    ['Emptied the cache', ['Emptied the cache']],
    ['Saved it; then restarted the computer', ['Saved it', 'restarted the computer']],
    ['Saved it. Signed in again.', ['Saved it', 'Signed in again']],
    ['Saved it, restarted, and signed in', ['Saved it', 'restarted', 'and signed in']],
    ['Saved it, and had the customer reload', ['Saved it', 'had the customer reload']],
    ['Saved it, and then signed in', ['Saved it', 'signed in']],
    ['Chose red, green and blue, in this order', ['Chose red, green and blue, in this order']],
    ['Installed 4.3.2 of e.g. the client', ['Installed 4.3.2 of e.g. the client']],
    ['Published it, signed, and had them read it', ['Published it, signed', 'had them read it']],
    ['first line\nsecond line', ['first line', 'second line']],
  ])('%j', (action, expected) => {
    expect(steps(action)).toEqual(expected.map((step) => step.replace(/^and /, '')));
  });
});
