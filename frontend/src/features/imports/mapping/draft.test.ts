import { describe, expect, it } from 'vitest';
import { answered, emptyDraft, inputOf, type Answer } from './draft';
import { columnIsOpen, openOnSheet, openRest, unreadColumns } from './open';
import { reading } from './sample';

const drafted = (...answers: Answer[]) => inputOf(answers.reduce(answered, emptyDraft));

describe('answers', () => {
  it('are sent table by table', () => {
    expect(
      drafted(
        { of: 'kind', table: 1, kind: 'REGISTER' },
        { of: 'column', table: 1, column: 2, answer: { field: 'RISK_TYPE', value: 'DUTY' } },
        { of: 'column', table: 1, column: 3, answer: { field: '-' } },
        { of: 'fact', table: 1, column: 0, answer: { field: 'UNIT' } },
        { of: 'value', table: 1, field: 'POST', text: '抽样员' },
        { of: 'kind', table: 2, kind: '-' },
      ).tables,
    ).toEqual([
      {
        number: 1,
        kind: 'REGISTER',
        leaveOut: false,
        columns: [
          { column: 2, field: 'RISK_TYPE', value: 'DUTY' },
          { column: 3, field: null, value: null },
        ],
        facts: [{ column: 0, field: 'UNIT', value: null }],
        values: [{ field: 'POST', value: '抽样员' }],
      },
      { number: 2, kind: null, leaveOut: true, columns: [], facts: [], values: [] },
    ]);
  });

  it('may be taken back', () => {
    const [word] = reading.words;
    if (!word) throw new Error('no word');
    const input = drafted(
      { of: 'word', word, value: 'A' },
      { of: 'word', word, value: undefined },
      { of: 'doubt', title: '甲', answer: 'SAME' },
      { of: 'doubt', title: '甲', answer: undefined },
    );
    expect(input).toEqual({ heads: [], tables: [], words: [], choices: null, doubts: [] });
  });

  it('about columns end when the table is another kind', () => {
    const { tables } = drafted(
      { of: 'column', table: 1, column: 0, answer: { field: 'UNIT' } },
      { of: 'kind', table: 1, kind: 'POWERS' },
    );
    expect(tables.map(({ kind, columns }) => ({ kind, columns }))).toEqual([
      { kind: 'POWERS', columns: [] },
    ]);
  });

  it('leave all unread columns out at once', () => {
    const { tables } = drafted({ of: 'unreadColumns', columns: unreadColumns(reading) });
    expect(tables.map(({ number, columns }) => ({ number, columns }))).toEqual([
      { number: 1, columns: [{ column: 2, field: null, value: null }] },
    ]);
  });
});

describe('what is open', () => {
  it('are guesses and columns with data that are not read', () => {
    const [table] = reading.tables;
    expect(table?.columns.map((column) => columnIsOpen(reading, table, column))).toEqual([
      false,
      true,
      true,
    ]);
    expect(openOnSheet(reading, '台账')).toBe(3);
  });

  it('are rows of no table, and not those of a table that waits for its kind', () => {
    expect(openRest(reading).map(({ firstRow }) => firstRow)).toEqual([20]);
  });
});
