import { describe, expect, it } from 'vitest';
import { cleared, filledDown, pasted, textsOf } from './block';
import { sheetOf } from '../draft/sheet';
import { contentOf, someLayout, twoRows } from '../samples';

const columns = someLayout.tables[0]?.columns ?? [];
const rows = sheetOf(contentOf(twoRows)).sections[0]?.rows ?? [];
const from = (row: number, column: number) => ({
  top: row,
  bottom: row,
  left: column,
  right: column,
});

describe('a pasted block', () => {
  it('begins at the focus, leaves what is not typed, and adds rows', () => {
    const block = [
      ['甲', '一', '４', 'A', '群众帮'],
      ['乙', '二', '5', '', ''],
    ];
    const result = pasted(rows, columns, block, from(1, 0));
    expect(result.writes).toEqual([
      { key: 'r2', column: 0, text: '甲' },
      { key: 'r2', column: 1, text: '一' },
      { key: 'r2', column: 2, text: '4' },
      { key: 'r2', column: 4, text: '群众帮' },
    ]);
    expect(result.added).toEqual([['乙', '二', '5', '', '']]);
    expect(result.skipped).toBe(1);
    expect(result.range).toEqual({ top: 1, bottom: 2, left: 0, right: 4 });
  });

  it('counts what finds no column', () => {
    expect(pasted(rows, columns, [['自己找', '多', '余']], from(0, 4)).outside).toBe(2);
  });

  it('of one text fills the selection', () => {
    const result = pasted(rows, columns, [['同']], { top: 0, bottom: 1, left: 0, right: 1 });
    expect(result.writes).toHaveLength(4);
    expect(new Set(result.writes.map(({ text }) => text))).toEqual(new Set(['同']));
    expect(result.added).toEqual([]);
  });

  it('may bring its headings along', () => {
    const block = [
      ['风险点', '表现情形'],
      ['甲', '一'],
    ];
    const result = pasted(rows, columns, block, from(0, 0));
    expect(result.writes.map(({ text }) => text)).toEqual(['甲', '一']);
    expect(result.added).toEqual([]);
  });

  it('leaves rows alone that are to be removed', () => {
    const removed = rows.map((row) => ({ ...row, removed: true }));
    const result = pasted(removed, columns, [['甲'], ['收受']], from(0, 0));
    expect(result.writes).toEqual([]);
    expect(result.skipped).toBe(2);
  });
});

it('clearing leaves what is not typed', () => {
  const writes = cleared(rows, columns, { top: 0, bottom: 0, left: 2, right: 4 });
  expect(writes).toEqual([
    { key: 'r1', column: 2, text: '' },
    { key: 'r1', column: 4, text: '' },
  ]);
});

it('copying from above takes the selection, or the whole row', () => {
  const selection = { top: 1, bottom: 1, left: 0, right: 0 };
  expect(filledDown(rows, columns, selection, false)).toEqual([
    { key: 'r2', column: 0, text: '收受财物' },
  ]);
  expect(filledDown(rows, columns, selection, true).map(({ column }) => column)).toEqual([
    0, 1, 2, 4,
  ]);
  expect(filledDown(rows, columns, from(0, 0), false)).toEqual([]);
});

it('copies the texts of a rectangle', () => {
  expect(textsOf(rows, { top: 0, bottom: 1, left: 2, right: 3 })).toEqual([
    ['3', 'B'],
    ['2', 'C'],
  ]);
});
