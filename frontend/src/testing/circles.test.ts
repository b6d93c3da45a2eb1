import { describe, expect, it } from 'vitest';
import { circles } from './circles';
import { importGraph } from './importGraph';

describe('imports', () => {
  it('run in no circle, not even those of types', () => {
    const graph = importGraph();
    // Otherwise the test itself would be blind.
    expect([...graph.values()].flat().length).toBeGreaterThan(graph.size);
    expect(circles(graph)).toEqual([]);
  });

  it('that run in a circle are found', () => {
    const graph = new Map([
      ['a', ['b', 'c']],
      ['b', ['c']],
      ['c', ['d']],
      ['d', ['b']],
    ]);
    expect(circles(graph)).toEqual([['b', 'c', 'd', 'b']]);
  });
});
