import { describe, expect, it } from 'vitest';
import type { RiskItem } from './query';
import { step } from './useRiskPages';

const row = (id: string) => ({ id }) as RiskItem;
const empty = { rows: [], total: null, hasNext: false, fetching: true, endCursor: null };
const page = (ids: string[], total?: number) => ({
  type: 'page' as const,
  rows: ids.map(row),
  total,
  hasNext: true,
  endCursor: ids.at(-1) ?? null,
});

describe('the pages of the risk list', () => {
  it('follow one another, and keep the total of the first', () => {
    const two = step(step(empty, page(['1', '2'], 4)), page(['3', '4']));
    expect(two.rows.map((r) => r.id)).toEqual(['1', '2', '3', '4']);
    expect(two.total).toBe(4);
    expect(two.endCursor).toBe('4');
  });

  it('show a row once, though it moved between two pages', () => {
    const two = step(step(empty, page(['1', '2'], 3)), page(['2', '3']));
    expect(two.rows.map((r) => r.id)).toEqual(['1', '2', '3']);
  });

  it('begin again for another question', () => {
    const one = step(empty, page(['1'], 1));
    expect(step(one, { type: 'start', fresh: true })).toEqual(empty);
    expect(step(one, { type: 'start', fresh: false }).rows).toHaveLength(1);
  });
});
