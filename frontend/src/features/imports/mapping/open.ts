import type { Column, Fact, Reading, Table } from './query';

type Unread = Reading['unread'][number];

/** The part that is not read and is this column, label or table. */
function unreadOf(reading: Reading, sheet: string, letter: string, row: number, title?: string) {
  return reading.unread.some(
    (part: Unread) =>
      !part.leftOut &&
      part.sheet === sheet &&
      part.column === letter &&
      (title === undefined ? part.firstRow === row : part.title === title && part.count === 1),
  );
}

/** Whether the column must be answered before the file is imported. */
export function columnIsOpen(reading: Reading, table: Table, column: Column): boolean {
  if (table.kind === null || column.leftOut) return false;
  if (column.field) return column.certainty === 'PROPOSED' && column.filled > 0;
  return unreadOf(reading, table.sheet, column.letter, table.firstRow);
}

/** The same of a label with a value above a table. */
export function factIsOpen(reading: Reading, table: Table, fact: Fact): boolean {
  if (table.kind === null || fact.leftOut || fact.field) return false;
  return unreadOf(reading, table.sheet, fact.letter, 0, fact.title);
}

/** The same of a table of which nobody knows what it is about. */
export function tableIsOpen(reading: Reading, table: Table): boolean {
  return table.kind === null && unreadOf(reading, table.sheet, '', table.firstRow);
}

/** Rows and sheets that belong to no table and of which nobody said that they are left out. */
export function openRest(reading: Reading): Unread[] {
  return reading.unread.filter(
    (part) =>
      !part.leftOut &&
      part.column === '' &&
      !reading.tables.some(
        (table) =>
          table.kind === null && table.sheet === part.sheet && table.firstRow === part.firstRow,
      ),
  );
}

/** How many columns, labels and tables of a sheet are open. */
export function openOnSheet(reading: Reading, sheet: string): number {
  let count = 0;
  for (const table of reading.tables) {
    if (table.sheet !== sheet) continue;
    if (tableIsOpen(reading, table)) count++;
    count += table.columns.filter((column) => columnIsOpen(reading, table, column)).length;
    count += table.facts.filter((fact) => factIsOpen(reading, table, fact)).length;
  }
  return count;
}

/** Columns with data that nothing is said of. */
export function unreadColumns(reading: Reading): { table: number; column: number }[] {
  return reading.tables.flatMap((table) =>
    table.columns
      .filter((column) => !column.field && columnIsOpen(reading, table, column))
      .map(({ column }) => ({ table: table.number, column })),
  );
}
