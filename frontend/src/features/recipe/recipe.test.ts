import { describe, expect, it } from 'vitest';
import { greatest, isKnown, matrixOf, recipeNames, usual } from './recipe';

describe('what a recipe changes', () => {
  it('is laid out as grades now by grades to be, zeros too', () => {
    const rows = matrixOf([
      { now: 'B', would: 'A', count: 3 },
      { now: 'C', would: 'C', count: 7 },
    ]);
    expect(rows).toEqual([
      { now: 'A', counts: [0, 0, 0] },
      { now: 'B', counts: [3, 0, 0] },
      { now: 'C', counts: [0, 0, 7] },
    ]);
  });

  it('knows the recipes that the server has, with bounds that it takes', () => {
    expect(isKnown('worse-of') && isKnown('product') && !isKnown('imported')).toBe(true);
    for (const name of recipeNames) {
      expect(usual[name].b).toBeLessThan(usual[name].a);
      expect(usual[name].a).toBeLessThanOrEqual(greatest[name]);
    }
  });
});
