import { describe, expect, it } from 'vitest';
import { nextPath, passwordProblem } from './rules';

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
