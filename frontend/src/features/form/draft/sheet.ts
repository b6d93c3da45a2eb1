import type { Column, Content, Layout } from '../query';

/** A row as the page holds it. Rows are never changed in place: a changed row is another object. */
export interface Row {
  /** Id in the register, or new-… for one that is not written into it yet. */
  readonly key: string;
  /** In the order of the layout's columns. */
  readonly cells: readonly string[];
  readonly note: string;
  /** To be taken out of the register. */
  readonly removed: boolean;
  /** Codes of the cells that the server keeps as typed. */
  readonly typed: readonly string[];
  /** Goes back to what the register says with the next save. */
  readonly reverting?: boolean;
}

export interface Section {
  readonly code: string;
  readonly rows: readonly Row[];
}

/** What a form holds, as far as it can be typed. */
export interface Sheet {
  readonly fields: readonly string[];
  readonly sections: readonly Section[];
  readonly confirmed: boolean;
}

export interface RowRef {
  section: string;
  key: string;
}

export function sheetOf(content: Content): Sheet {
  return {
    fields: content.fields,
    sections: content.sections.map(({ code, rows }) => ({
      code,
      rows: rows.map(({ key, cells, note, removed, editedColumns }) => ({
        key,
        cells,
        note,
        removed,
        typed: editedColumns,
      })),
    })),
    confirmed: content.confirmed,
  };
}

/** Whether people type into the column; others follow from what is typed, or are decided. */
export function isTyped(column: Pick<Column, 'input' | 'decided'>): boolean {
  return column.input !== 'COMPUTED' && !column.decided;
}

export function isNew(row: Pick<Row, 'key'>): boolean {
  return row.key.startsWith('new-');
}

export function isBlank(row: Row): boolean {
  return row.note === '' && row.cells.every((text) => text === '');
}

export function refKey({ section, key }: RowRef): string {
  return `${section}/${key}`;
}

export function columnsOf(layout: Layout, section: string): readonly Column[] {
  return layout.tables.find((table) => table.code === section)?.columns ?? [];
}

export function rowsOf(sheet: Sheet, section: string): readonly Row[] {
  return sheet.sections.find(({ code }) => code === section)?.rows ?? [];
}

/** All rows by refKey. */
export function rowIndex(sheet: Sheet): Map<string, Row> {
  const index = new Map<string, Row>();
  for (const { code, rows } of sheet.sections) {
    for (const row of rows) index.set(refKey({ section: code, key: row.key }), row);
  }
  return index;
}

/** A key that no other row has; eight bytes at random. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `new-${[...bytes].map((b) => b.toString(16).padStart(2, '0')).join('')}`;
}

export function blankRow(columns: number): Row {
  return {
    key: newKey(),
    cells: Array<string>(columns).fill(''),
    note: '',
    removed: false,
    typed: [],
  };
}

/** The sheet with other rows in a section; the same sheet where nothing changed. */
export function withRows(
  sheet: Sheet,
  section: string,
  change: (rows: readonly Row[]) => readonly Row[],
): Sheet {
  let changed = false;
  const sections = sheet.sections.map((s) => {
    if (s.code !== section) return s;
    const rows = change(s.rows);
    if (rows === s.rows) return s;
    changed = true;
    return { ...s, rows };
  });
  return changed ? { ...sheet, sections } : sheet;
}

/** One text to write; `column` counts as the layout does, its length stands for the note. */
export interface CellWrite {
  key: string;
  column: number;
  text: string;
}

/** Writes texts into rows of a section. Rows that are to be removed stay as they are. */
export function writeCells(sheet: Sheet, section: string, writes: readonly CellWrite[]): Sheet {
  const byKey = new Map<string, CellWrite[]>();
  for (const write of writes) byKey.set(write.key, [...(byKey.get(write.key) ?? []), write]);
  return withRows(sheet, section, (rows) => {
    let changed = false;
    const next = rows.map((row) => {
      const own = byKey.get(row.key);
      if (!own || row.removed) return row;
      const written = writeRow(row, own);
      changed ||= written !== row;
      return written;
    });
    return changed ? next : rows;
  });
}

function writeRow(row: Row, writes: readonly CellWrite[]): Row {
  let { note } = row;
  const cells = [...row.cells];
  for (const { column, text } of writes) {
    if (column === cells.length) note = text;
    else if (column < cells.length) cells[column] = text;
  }
  const same = note === row.note && cells.every((text, i) => text === row.cells[i]);
  return same ? row : { ...row, cells, note, reverting: undefined };
}

/** The text at a column, the note behind the last. */
export function textAt(row: Row, column: number): string {
  return column === row.cells.length ? row.note : (row.cells[column] ?? '');
}

/** Puts rows behind the one with `after`, or at the end. */
export function insertRows(
  sheet: Sheet,
  section: string,
  added: readonly Row[],
  after?: string,
): Sheet {
  return withRows(sheet, section, (rows) => {
    const at = after === undefined ? -1 : rows.findIndex((row) => row.key === after);
    return at < 0 ? [...rows, ...added] : rows.toSpliced(at + 1, 0, ...added);
  });
}

/** A new row that says the same as another, but for what is not typed. */
export function copyOf(row: Row, columns: readonly Column[]): Row {
  return {
    ...blankRow(row.cells.length),
    cells: row.cells.map((text, i) => {
      const column = columns[i];
      return column && isTyped(column) ? text : '';
    }),
  };
}

/** Takes a row out: a new one at once, one of the register when the draft is applied. */
export function removeRow(sheet: Sheet, section: string, key: string): Sheet {
  return withRows(sheet, section, (rows) =>
    key.startsWith('new-')
      ? rows.filter((row) => row.key !== key)
      : rows.map((row) =>
          row.key === key ? { ...row, removed: true, reverting: undefined } : row,
        ),
  );
}

/** Takes the removal of a row back. */
export function keepRow(sheet: Sheet, section: string, key: string): Sheet {
  return withRows(sheet, section, (rows) =>
    rows.map((row) => (row.key === key && row.removed ? { ...row, removed: false } : row)),
  );
}

/** Forgets what was typed into a row of the register; the next save brings its own texts back. */
export function revertRow(sheet: Sheet, section: string, key: string): Sheet {
  return withRows(sheet, section, (rows) =>
    rows.map((row) =>
      row.key === key && !isNew(row) ? { ...row, removed: false, reverting: true } : row,
    ),
  );
}

/** Whether something stands in the row that the register does not say yet. */
export function isEdited(row: Row, base: Row | undefined): boolean {
  if (isNew(row) || row.removed || row.typed.length > 0) return true;
  return base !== undefined && base !== row && differs(row, base);
}

/** Whether a reader would see a difference between two states of a row. */
export function differs(a: Row, b: Row): boolean {
  return (
    a !== b &&
    (a.note !== b.note ||
      a.removed !== b.removed ||
      Boolean(a.reverting) !== Boolean(b.reverting) ||
      a.cells.some((text, i) => text !== b.cells[i]))
  );
}
