import { describe, expect, it } from 'vitest';
import { safeLine } from '#report/safe-line.ts';

describe('a line of an internal header', () => {
  it.each([
    ['status: resolved', 'status: resolved'],
    ['opened: 2026-03-14', 'opened: 2026-03-14'],
    ['    outcome: fixed', '    outcome: fixed'],
    ['  customer_solvable: true', '  customer_solvable: true'],
    ['title: Dana cannot log in', 'title: …'],
    ['  contact: dana@foobar.example', '  contact: …'],
    ['  - action: psql -p hunter2', '  - action: …'],
    ['password: hunter2', 'password: …'],
    ['id: ZD-1029', 'id: …'],
    ['tickets: [ZD-1029]', 'tickets: …'],
    ['reporter:', 'reporter:'],
    ['  - I see hunter2', undefined],
    ['  hunter2', undefined],
    ['hunter2: x: y', 'hunter2: …'],
    ['', undefined],
  ])('%j is shown as %j', (line, shown) => {
    expect(safeLine(line, true, false)).toBe(shown);
  });
});

it('shows no line of an internal body, and every line of a public record', () => {
  expect(safeLine('Dana called', false, false)).toBeUndefined();
  expect(safeLine('status: Dana called', false, false)).toBeUndefined();
  expect(safeLine('title: Login', true, true)).toBe('title: Login');
  expect(safeLine('Choose *Allow*', false, true)).toBe('Choose *Allow*');
});
