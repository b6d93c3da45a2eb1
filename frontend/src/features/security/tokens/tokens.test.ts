import { describe, expect, it } from 'vitest';
import { curlExample, dayAhead, endOfDay, tokenState } from './tokens';

describe('a token', () => {
  it.each([
    [true, null, 'active'],
    [false, '2026-01-01T00:00:00Z', 'revoked'],
    [false, null, 'expired'],
  ])('that is active: %s, revoked: %s is %s', (active, revokedAt, state) => {
    expect(tokenState({ active, revokedAt })).toBe(state);
  });

  it('is good to the end of its last day', () => {
    const end = new Date(endOfDay('2026-03-01'));
    expect([end.getFullYear(), end.getMonth(), end.getDate()]).toEqual([2026, 2, 1]);
    expect([end.getHours(), end.getMinutes()]).toEqual([23, 59]);
  });

  it('ends some days ahead unless chosen otherwise', () => {
    expect(dayAhead(90, new Date(2026, 0, 1))).toBe('2026-04-01');
  });

  it('is tried with one command', () => {
    const example = curlExample('https://sineng.test', 'sineng_abc');
    expect(example).toContain('https://sineng.test/graphql');
    expect(example).toContain('Authorization: Bearer sineng_abc');
  });
});
