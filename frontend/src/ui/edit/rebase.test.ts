import { describe, expect, it } from 'vitest';
import { differs, rebase } from './rebase';

describe('whether a form was changed', () => {
  it('does not mind how empty a field is', () => {
    expect(differs({ a: undefined, b: '', c: [] }, { a: '', b: null, c: undefined })).toBe(false);
  });
  it('sees into groups and lists', () => {
    const base = { details: { rows: [{ law: '甲' }], ids: ['1'] } };
    expect(differs(base, { details: { rows: [{ law: '甲' }], ids: ['1'] } })).toBe(false);
    expect(differs(base, { details: { rows: [{ law: '乙' }], ids: ['1'] } })).toBe(true);
    expect(differs(base, { details: { rows: [{ law: '甲' }], ids: ['1', '2'] } })).toBe(true);
  });
  it('does not take zero for nothing', () => {
    expect(differs({ days: 0 }, { days: undefined })).toBe(true);
  });
});

describe('typed onto a newer version', () => {
  interface Values {
    details: { title?: string; cause?: string; ownerId?: string; foundBy: string[] };
  }
  const base: Values = {
    details: { title: '旧', cause: undefined, ownerId: 'p1', foundBy: ['SELF'] },
  };

  it('keeps what was typed and takes what was not', () => {
    const mine: Values = { details: { ...base.details, title: '我的' } };
    const newer: Values = { details: { ...base.details, cause: '他的', foundBy: ['LEADER'] } };
    expect(rebase(base, mine, newer)).toEqual({
      values: { details: { title: '我的', cause: '他的', ownerId: 'p1', foundBy: ['LEADER'] } },
      clashes: [],
    });
  });

  it('keeps what was typed where both changed, and says so', () => {
    const mine: Values = { details: { ...base.details, title: '我的', ownerId: 'p2' } };
    const newer: Values = { details: { ...base.details, title: '他的', ownerId: 'p3' } };
    const { values, clashes } = rebase(base, mine, newer);
    expect(values.details).toMatchObject({ title: '我的', ownerId: 'p2' });
    expect(clashes).toEqual([
      { name: ['details', 'title'], theirs: '他的' },
      // An id tells a reader nothing.
      { name: ['details', 'ownerId'], theirs: null },
    ]);
  });

  it('is no clash where both wrote the same', () => {
    const both: Values = { details: { ...base.details, title: '同' } };
    expect(rebase(base, both, { details: { ...both.details } }).clashes).toEqual([]);
  });
});
