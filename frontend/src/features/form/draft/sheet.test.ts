import { describe, expect, it } from 'vitest';
import { merge, settle } from './merge';
import { afterPatch, isEmptyPatch, patchOf } from './patch';
import {
  blankRow,
  copyOf,
  insertRows,
  keepRow,
  refKey,
  removeRow,
  revertRow,
  rowsOf,
  sheetOf,
  writeCells,
  type Sheet,
} from './sheet';
import { contentOf, someLayout, twoRows } from '../samples';

const base = sheetOf(contentOf(twoRows));
const write = (sheet: Sheet, key: string, column: number, text: string) =>
  writeCells(sheet, 'risks', [{ key, column, text }]);
const texts = (sheet: Sheet) => rowsOf(sheet, 'risks').map((row) => row.cells[0]);

describe('a sheet', () => {
  it('keeps rows that were not changed as they are', () => {
    const next = write(base, 'r1', 0, '收受礼金');
    expect(texts(next)).toEqual(['收受礼金', '违规审批']);
    expect(rowsOf(next, 'risks')[1]).toBe(rowsOf(base, 'risks')[1]);
    expect(write(base, 'r1', 0, '收受财物')).toBe(base);
  });

  it('takes a note behind the last column', () => {
    expect(rowsOf(write(base, 'r1', 5, '新规'), 'risks')[0]?.note).toBe('新规');
  });

  it('marks rows of the register as removed, and forgets new ones', () => {
    const row = { ...blankRow(5), key: 'new-1' };
    const added = insertRows(base, 'risks', [row], 'r1');
    expect(rowsOf(added, 'risks').map(({ key }) => key)).toEqual(['r1', 'new-1', 'r2']);
    expect(rowsOf(removeRow(added, 'risks', 'new-1'), 'risks')).toHaveLength(2);
    const removed = removeRow(base, 'risks', 'r1');
    expect(rowsOf(removed, 'risks')[0]?.removed).toBe(true);
    expect(rowsOf(write(removed, 'r1', 0, '不写'), 'risks')[0]?.cells[0]).toBe('收受财物');
    expect(rowsOf(keepRow(removed, 'risks', 'r1'), 'risks')[0]?.removed).toBe(false);
  });

  it('copies what is typed, not what follows from it', () => {
    const [first] = rowsOf(base, 'risks');
    const copy = first && copyOf(first, someLayout.tables[0]?.columns ?? []);
    expect(copy?.cells).toEqual(['收受财物', '现场收受', '3', '', '自己找']);
    expect(copy?.key).toMatch(/^new-[0-9a-f]{16}$/);
  });
});

describe('what is told to the server', () => {
  const patch = (now: Sheet, most?: number) => patchOf(someLayout, base, now, most);

  it('is nothing where nothing changed', () => {
    expect(isEmptyPatch(patch(base))).toBe(true);
    const there = write(base, 'r1', 0, '别的');
    expect(isEmptyPatch(patch(write(there, 'r1', 0, '收受财物')))).toBe(true);
  });

  it('is the changed row with all that is typed into it', () => {
    const typed = sheetOf(contentOf([{ ...twoRows[0], key: 'r1', editedColumns: ['title'] }]));
    const now = write(typed, 'r1', 2, '5');
    expect(patchOf(someLayout, typed, now).rows).toEqual([
      {
        section: 'risks',
        key: 'r1',
        cells: [
          { code: 'title', text: '收受财物' },
          { code: 'likelihood', text: '5' },
        ],
        note: '',
        removed: false,
      },
    ]);
  });

  it('names what was typed into a new row, never what is computed', () => {
    const row = { ...blankRow(5), key: 'new-1', cells: ['甲', '', '', 'A', ''] };
    const { rows } = patch(insertRows(base, 'risks', [row]));
    expect(rows[0]?.cells).toEqual([{ code: 'title', text: '甲' }]);
  });

  it('forgets what was taken back, and new rows that are gone', () => {
    expect(patch(revertRow(base, 'risks', 'r1')).forget).toEqual([{ section: 'risks', key: 'r1' }]);
    const row = { ...blankRow(5), key: 'new-1' };
    const known = insertRows(base, 'risks', [row]);
    expect(patchOf(someLayout, known, base).forget).toEqual([{ section: 'risks', key: 'new-1' }]);
  });

  it('goes in portions, and nothing is forgotten between them', () => {
    const rows = Array.from({ length: 5 }, (_, i) => ({
      ...blankRow(5),
      key: `new-${i}`,
      cells: ['一'.repeat(100), '', '', '', ''],
    }));
    let held = base;
    const now = insertRows(base, 'risks', rows);
    const portions: number[] = [];
    for (;;) {
      const part = patchOf(someLayout, held, now, 350);
      if (isEmptyPatch(part)) break;
      portions.push(part.rows.length);
      held = afterPatch(held, now, part);
    }
    expect(portions).toEqual([2, 2, 1]);
    expect(rowsOf(held, 'risks')).toEqual(rowsOf(now, 'risks'));
  });
});

describe('two who type at the same time', () => {
  it('keep both changes where they are of different cells', () => {
    const { sheet, clashes } = merge(base, write(base, 'r1', 0, '我'), write(base, 'r1', 1, '他'));
    expect(clashes).toEqual([]);
    expect(rowsOf(sheet, 'risks')[0]?.cells.slice(0, 2)).toEqual(['我', '他']);
  });

  it('are asked where both changed the same cell to different ends', () => {
    const { sheet, clashes } = merge(base, write(base, 'r1', 0, '我'), write(base, 'r1', 0, '他'));
    expect(clashes).toMatchObject([{ key: 'r1', columns: [0] }]);
    expect(texts(sheet)[0]).toBe('我');
    expect(texts(settle(sheet, clashes, new Set(clashes.map(refKey))))[0]).toBe('他');
    expect(texts(settle(sheet, clashes, new Set()))[0]).toBe('我');
    expect(merge(base, write(base, 'r1', 0, '同'), write(base, 'r1', 0, '同')).clashes).toEqual([]);
  });

  it('keep the rows that either added', () => {
    const mine = insertRows(base, 'risks', [{ ...blankRow(5), key: 'new-m' }], 'r1');
    const theirs = insertRows(base, 'risks', [{ ...blankRow(5), key: 'new-t' }]);
    const { sheet, clashes } = merge(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(rowsOf(sheet, 'risks').map(({ key }) => key)).toEqual(['r1', 'new-m', 'r2', 'new-t']);
  });

  it('are asked where one took away what the other changed', () => {
    const known = insertRows(base, 'risks', [{ ...blankRow(5), key: 'new-1' }]);
    const gone = merge(known, write(known, 'new-1', 0, '我'), base);
    expect(gone.clashes).toMatchObject([{ key: 'new-1', theirs: null }]);
    expect(texts(settle(gone.sheet, gone.clashes, new Set(['risks/new-1'])))).toHaveLength(2);
    const back = merge(known, base, write(known, 'new-1', 0, '他'));
    expect(back.clashes).toMatchObject([{ key: 'new-1', mine: null }]);
    expect(texts(settle(back.sheet, back.clashes, new Set(['risks/new-1'])))[2]).toBe('他');
    expect(merge(known, known, base).sheet.sections[0]?.rows).toHaveLength(2);
    const removed = merge(base, removeRow(base, 'risks', 'r1'), write(base, 'r1', 0, '他'));
    expect(removed.clashes).toHaveLength(1);
  });

  it('is no clash with an answer that got lost', () => {
    const row = { ...blankRow(5), key: 'new-1', cells: ['甲', '', '', '', ''] };
    const both = insertRows(base, 'risks', [row]);
    expect(merge(base, both, both).clashes).toEqual([]);
  });

  it('takes what follows from others from the newer one', () => {
    const theirs = sheetOf(
      contentOf([{ key: 'r1', cells: ['收受财物', '现场收受', '3', 'A', '自己找'] }]),
    );
    const { sheet } = merge(base, write(base, 'r1', 0, '我'), theirs);
    expect(rowsOf(sheet, 'risks')[0]?.cells[3]).toBe('A');
  });
});
