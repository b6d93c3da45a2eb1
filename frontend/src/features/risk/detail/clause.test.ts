import { describe, expect, it } from 'vitest';
import { readClause } from './clause';

describe('the clause that decided a grade', () => {
  it.each([
    ['consequence=CRIME', { kind: 'consequence', consequence: 'CRIME' }],
    ['likelihood=4', { kind: 'likelihood', value: '4' }],
    ['likelihood×severity=15', { kind: 'product', value: '15' }],
    ['override:past-breach', { kind: 'pastBreach' }],
    ['departs from worse-of', { kind: 'departs' }],
    ['consequence=UNHEARD_OF', null],
    ['something of their own', null],
  ])('%s', (clause, read) => {
    expect(readClause(clause)).toEqual(read);
  });
});
