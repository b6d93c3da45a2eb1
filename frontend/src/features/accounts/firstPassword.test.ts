import { describe, expect, it } from 'vitest';
import { firstPassword } from './firstPassword';
import { passwordProblem } from '@/features/session/door';

describe('a first password', () => {
  it('holds to the rule and is not the same twice', () => {
    const made = Array.from({ length: 50 }, () => firstPassword());
    for (const password of made) expect(passwordProblem(password)).toBeNull();
    expect(new Set(made).size).toBe(50);
  });

  it('asks for numbers within what it picks from', () => {
    expect(firstPassword((below) => below - 1)).toBe('zzzz-999-zzzz-999');
    expect(firstPassword(() => 0)).toBe('aaaa-222-aaaa-222');
  });
});
