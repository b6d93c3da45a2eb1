import { describe, expect, it } from 'vitest';
import { hurdleOf, nextPath, passwordProblem, providerUrl, refusalOf } from './rules';

describe('a password', () => {
  it.each([
    ['Abc12345', 'tooShort'],
    ['abcdefghijk', 'tooSimple'],
    ['12345678901', 'tooSimple'],
    ['correct-horse-9', null],
    ['安全口令2026年第1号', null],
  ])('%s: %s', (password, problem) => {
    expect(passwordProblem(password)).toBe(problem);
  });
});

describe('the way after signing in', () => {
  it.each([
    [null, '/'],
    ['/risks?grade=A', '/risks?grade=A'],
    ['https://elsewhere.example', '/'],
    ['//elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
  ])('%s leads to %s', (next, path) => {
    expect(nextPath(next)).toBe(path);
  });
});

describe('what has to be done first', () => {
  const free = { required: false, enabled: false, pending: false };
  it.each([
    ['nothing', false, free, null],
    [
      'nothing, with the second factor that is asked for',
      false,
      { ...free, required: true, enabled: true },
      null,
    ],
    ['the code', false, { required: true, enabled: true, pending: true }, 'code'],
    ['the code before the password', true, { ...free, enabled: true, pending: true }, 'code'],
    ['the password', true, free, 'password'],
    ['the password before the setting up', true, { ...free, required: true }, 'password'],
    ['the setting up', false, { ...free, required: true }, 'enrol'],
  ] as const)('is %s', (_, mustChangePassword, secondFactor, hurdle) => {
    expect(hurdleOf({ mustChangePassword, secondFactor })).toBe(hurdle);
  });
});

describe('a refusal by the identity provider', () => {
  it.each([
    [null, null],
    ['', null],
    ['OIDC_CANCELLED', 'OIDC_CANCELLED'],
    ['OIDC_NEWS_OF_TOMORROW', 'other'],
    ['<script>', 'other'],
  ])('%s is told as %s', (reason, told) => {
    expect(refusalOf(reason)).toBe(told);
  });

  it('is avoided by an address that leads back', () => {
    expect(providerUrl('/oidc/start', '/')).toBe('/oidc/start');
    expect(providerUrl('/oidc/start', '/risks?grade=A&q=x')).toBe(
      '/oidc/start?next=%2Frisks%3Fgrade%3DA%26q%3Dx',
    );
  });
});
