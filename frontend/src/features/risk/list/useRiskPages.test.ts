import { CombinedError } from 'urql';
import { describe, expect, it } from 'vitest';
import type { RiskItem } from './query';
import { step } from './useRiskPages';

const row = (id: string) => ({ id }) as RiskItem;
const empty = {
  rows: [],
  total: null,
  hasNext: false,
  fetching: true,
  stale: false,
  endCursor: null,
};
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
    const asked = step(one, { type: 'start', fresh: true });
    expect(asked).toMatchObject({ stale: true, fetching: true });
    const answered = step(asked, page(['7', '8'], 2));
    expect(answered.rows.map((r) => r.id)).toEqual(['7', '8']);
    expect(answered).toMatchObject({ total: 2, stale: false, fetching: false });
  });

  it('show nothing of the last question below an error of this one', () => {
    const asked = step(step(empty, page(['1'], 1)), { type: 'start', fresh: true });
    const failed = step(asked, { type: 'failed', error: new CombinedError({}) });
    expect(failed.rows).toEqual([]);
  });

  it('keep their rows when only the next page fails', () => {
    const asked = step(step(empty, page(['1'], 3)), { type: 'start', fresh: false });
    const failed = step(asked, { type: 'failed', error: new CombinedError({}) });
    expect(failed.rows).toHaveLength(1);
  });
});
