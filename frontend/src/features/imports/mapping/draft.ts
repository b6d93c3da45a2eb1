import type { Reading, Word } from './query';
import type { Enum } from '@/gql';

export type Field = Enum<'ImportField'>;
export type Kind = Enum<'ImportKind'>;

/** The choice by which a column, a label or a table is not imported. */
export const leaveOut = '-';

/** What somebody says of a column; a field of '' leaves the reading to the server. */
export interface ColumnAnswer {
  field: Field | typeof leaveOut;
  /** What a tick or text in the column means. */
  value?: string;
}

interface TableDraft {
  kind?: Kind | typeof leaveOut;
  columns: Record<number, ColumnAnswer>;
  facts: Record<number, ColumnAnswer>;
  values: Partial<Record<Field, string>>;
}

/** Rows of a sheet that are titles, or that are none. */
export interface Head {
  sheet: string;
  firstRow: number;
  lastRow: number;
  titles: boolean;
}

/** Answers that were not sent yet. */
export interface Draft {
  heads: Head[];
  tables: Record<number, TableDraft>;
  /** By wordKey. */
  words: Record<string, { word: Word; value: string }>;
  /** By the title in the file. */
  doubts: Record<string, Enum<'ImportDoubtAnswer'>>;
  choices: Partial<Reading['choices']>;
}

export const emptyDraft: Draft = { heads: [], tables: {}, words: {}, doubts: {}, choices: {} };

export const wordKey = ({ kind, text }: Pick<Word, 'kind' | 'text'>) => `${kind}/${text}`;

export type Answer =
  | { of: 'head' | 'noHead'; head: Head }
  | { of: 'kind'; table: number; kind: Kind | typeof leaveOut | undefined }
  | { of: 'column' | 'fact'; table: number; column: number; answer: ColumnAnswer | undefined }
  | { of: 'value'; table: number; field: Field; text: string }
  | { of: 'word'; word: Word; value: string | undefined }
  | { of: 'doubt'; title: string; answer: Enum<'ImportDoubtAnswer'> | undefined }
  | { of: 'choice'; choice: Partial<Reading['choices']> }
  | { of: 'unreadColumns'; columns: { table: number; column: number }[] };

const noTable: TableDraft = { columns: {}, facts: {}, values: {} };

function set<K extends PropertyKey, V>(all: Record<K, V>, key: K, value: V | undefined) {
  const next = { ...all };
  if (value === undefined) delete next[key];
  else next[key] = value;
  return next;
}

/** The rows that have none in common with these. */
function apartFrom(all: Head[], { sheet, firstRow, lastRow }: Head): Head[] {
  return all.filter(
    (one) => one.sheet !== sheet || one.lastRow < firstRow || one.firstRow > lastRow,
  );
}

/** Takes one answer into the draft. */
export function answered(draft: Draft, answer: Answer): Draft {
  const change = (number: number, to: (table: TableDraft) => TableDraft): Draft => ({
    ...draft,
    tables: { ...draft.tables, [number]: to(draft.tables[number] ?? noTable) },
  });
  switch (answer.of) {
    case 'head':
      return { ...draft, heads: [...apartFrom(draft.heads, answer.head), answer.head] };
    case 'noHead':
      return { ...draft, heads: apartFrom(draft.heads, answer.head) };
    case 'kind':
      // Another kind has other fields, so what was said of the columns is of no use.
      return change(answer.table, () => ({ ...noTable, kind: answer.kind }));
    case 'column':
      return change(answer.table, (table) => ({
        ...table,
        columns: set(table.columns, answer.column, answer.answer),
      }));
    case 'fact':
      return change(answer.table, (table) => ({
        ...table,
        facts: set(table.facts, answer.column, answer.answer),
      }));
    case 'value':
      return change(answer.table, (table) => ({
        ...table,
        values: { ...table.values, [answer.field]: answer.text },
      }));
    case 'word': {
      const { word, value } = answer;
      const given = value === undefined ? undefined : { word, value };
      return { ...draft, words: set(draft.words, wordKey(word), given) };
    }
    case 'doubt':
      return { ...draft, doubts: set(draft.doubts, answer.title, answer.answer) };
    case 'choice':
      return { ...draft, choices: { ...draft.choices, ...answer.choice } };
    case 'unreadColumns':
      return answer.columns.reduce(
        (all, at) => answered(all, { of: 'column', ...at, answer: { field: leaveOut } }),
        draft,
      );
  }
}

function columnsOf(answers: Record<number, ColumnAnswer>) {
  return Object.entries(answers).map(([column, { field, value }]) => ({
    column: Number(column),
    field: field === leaveOut ? null : field,
    value: field === leaveOut ? null : (value ?? null),
  }));
}

/** The draft as the server takes it. */
export function inputOf(draft: Draft) {
  return {
    heads: draft.heads,
    tables: Object.entries(draft.tables).map(([number, { kind, columns, facts, values }]) => ({
      number: Number(number),
      kind: kind === leaveOut ? null : (kind ?? null),
      leaveOut: kind === leaveOut,
      columns: columnsOf(columns),
      facts: columnsOf(facts),
      values: Object.entries(values).map(([field, value]) => ({ field: field as Field, value })),
    })),
    words: Object.values(draft.words).map(({ word: { kind, text }, value }) => ({
      kind,
      text,
      value,
    })),
    choices: Object.keys(draft.choices).length > 0 ? draft.choices : null,
    doubts: Object.entries(draft.doubts).map(([title, answer]) => ({ title, answer })),
  };
}
