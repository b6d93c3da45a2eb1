import { CombinedError } from 'urql';
import { describe, expect, it } from 'vitest';
import { nextRows, noRows } from './useConnection';

const empty = noRows<{ id: string }>();
const page = (ids: string[], totalCount?: number) => ({
  type: 'page' as const,
  page: {
    nodes: ids.map((id) => ({ id })),
    pageInfo: { hasNextPage: true, endCursor: ids.at(-1) ?? null },
    totalCount,
  },
});
const failed = { type: 'failed' as const, error: new CombinedError({}) };

describe('the pages of a list', () => {
  it('follow one another, and keep the total of the first', () => {
    const two = nextRows(nextRows(empty, page(['1', '2'], 4)), page(['3', '4']));
    expect(two.rows.map((r) => r.id)).toEqual(['1', '2', '3', '4']);
    expect(two).toMatchObject({ total: 4, endCursor: '4', pages: 2 });
  });

  it('show a row once, though it moved between two pages', () => {
    const two = nextRows(nextRows(empty, page(['1', '2'], 3)), page(['2', '3']));
    expect(two.rows.map((r) => r.id)).toEqual(['1', '2', '3']);
  });

  it('begin again for another question', () => {
    const one = nextRows(empty, page(['1'], 1));
    expect(nextRows(one, { type: 'start', fresh: true }).rows).toEqual([]);
    const asked = nextRows(one, { type: 'start', fresh: true, stay: true });
    expect(asked).toMatchObject({ stale: true, fetching: true, rows: [{ id: '1' }] });
    const answered = nextRows(asked, page(['7', '8'], 2));
    expect(answered.rows.map((r) => r.id)).toEqual(['7', '8']);
    expect(answered).toMatchObject({ total: 2, stale: false, fetching: false, pages: 1 });
  });

  it('show nothing of the last question below an error of this one', () => {
    const one = nextRows(empty, page(['1'], 1));
    const asked = nextRows(one, { type: 'start', fresh: true, stay: true });
    expect(nextRows(asked, failed).rows).toEqual([]);
  });

  it('keep their rows when only the next page fails', () => {
    const one = nextRows(empty, page(['1'], 3));
    expect(nextRows(nextRows(one, { type: 'start', fresh: false }), failed).rows).toHaveLength(1);
  });
});
