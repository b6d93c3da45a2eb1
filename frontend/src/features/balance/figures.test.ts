import { describe, expect, it } from 'vitest';
import { collusionWord, countOf, isAlone, totalOf } from './figures';
import type { Collusion } from './query';

const of = (state: Collusion['state'], least: number, most: number): Collusion => ({
  state,
  least,
  most,
  power: { id: 'p', name: '采购' },
  people: [],
  run: [],
});

describe('a collusion number', () => {
  it('is one number only where it is certain', () => {
    expect(collusionWord(of('EXACT', 2, 2))).toEqual({ kind: 'exact', n: 2 });
    expect(collusionWord(of('UNKNOWN_HOLDERS', 1, 3))).toEqual({
      kind: 'bounds',
      least: 1,
      most: 3,
    });
    expect(collusionWord(of('UNKNOWN_HOLDERS', 2, 2))).toEqual({ kind: 'exact', n: 2 });
    expect(collusionWord(of('UNDEFINED', 0, 0))).toEqual({ kind: 'undefined' });
  });

  it('is an alarm where one person can for certain', () => {
    expect(isAlone(of('EXACT', 1, 1))).toBe(true);
    expect(isAlone(of('UNKNOWN_HOLDERS', 1, 2))).toBe(false);
    expect(isAlone(of('UNDEFINED', 1, 1))).toBe(false);
  });
});

describe('the counts', () => {
  it('are found by severity and added up', () => {
    const counts = [
      { severity: 'HIGH' as const, count: 2 },
      { severity: 'LOW' as const, count: 1 },
    ];
    expect(countOf(counts, 'HIGH')).toBe(2);
    expect(countOf(counts, 'MEDIUM')).toBe(0);
    expect(totalOf(counts)).toBe(3);
  });
});
