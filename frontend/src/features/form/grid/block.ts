import { isTyped, textAt, type CellWrite, type Row } from '../draft/sheet';
import { cleaned } from './clean';
import type { GridColumn } from './column';
import type { Range } from './range';

/** The texts of a rectangle. */
export function textsOf(rows: readonly Row[], range: Range): string[][] {
  return rows
    .slice(range.top, range.bottom + 1)
    .map((row) =>
      Array.from({ length: range.right - range.left + 1 }, (_, i) => textAt(row, range.left + i)),
    );
}

export interface Pasted {
  writes: CellWrite[];
  /** Rows that have to be added for the rest, in their order. */
  added: string[][];
  /** Cells that are not typed into, and stay as they are. */
  skipped: number;
  /** Cells that found no column. */
  outside: number;
  /** What it covers, with the rows that are added. */
  range: Range;
}

/**
 * What a block of texts does to the rows when it is put down at a place. One text fills the whole
 * selection. A first line that repeats the headings is left out.
 */
export function pasted(
  rows: readonly Row[],
  columns: readonly GridColumn[],
  block: readonly (readonly string[])[],
  range: Range,
): Pasted {
  const single = block.length === 1 && block[0]?.length === 1;
  const texts = single
    ? Array.from({ length: range.bottom - range.top + 1 }, () =>
        Array<string>(range.right - range.left + 1).fill(block[0]?.[0] ?? ''),
      )
    : withoutHeadings(block, columns, range.left);
  const result: Pasted = { writes: [], added: [], skipped: 0, outside: 0, range };
  const width = Math.max(1, ...texts.map((line) => line.length));
  texts.forEach((line, i) => {
    const row = rows[range.top + i];
    const added = row ? null : Array<string>(columns.length).fill('');
    line.forEach((text, j) => {
      const column = columns[range.left + j];
      if (!column) {
        if (text !== '') result.outside++;
      } else if (!isTyped(column) || row?.removed) {
        if (!row ? text !== '' : text !== textAt(row, range.left + j)) result.skipped++;
      } else if (row) {
        result.writes.push({ key: row.key, column: range.left + j, text: cleaned(column, text) });
      } else if (added) {
        added[range.left + j] = cleaned(column, text);
      }
    });
    if (added) result.added.push(added);
  });
  result.range = {
    top: range.top,
    bottom: range.top + Math.max(1, texts.length) - 1,
    left: range.left,
    right: Math.min(range.left + width, columns.length) - 1,
  };
  return result;
}

function withoutHeadings(
  block: readonly (readonly string[])[],
  columns: readonly GridColumn[],
  left: number,
): readonly (readonly string[])[] {
  const [first] = block;
  const headings =
    first !== undefined &&
    block.length > 1 &&
    first.some((text) => text.trim() !== '') &&
    first.every((text, i) => text.trim() === '' || text.trim() === columns[left + i]?.title);
  return headings ? block.slice(1) : block;
}

/** Empties the cells of a rectangle that are typed into. */
export function cleared(
  rows: readonly Row[],
  columns: readonly GridColumn[],
  range: Range,
): CellWrite[] {
  return writesIn(rows, columns, range, () => '');
}

/** Fills a rectangle with what stands above it; the whole row above into a row that is still empty. */
export function filledDown(
  rows: readonly Row[],
  columns: readonly GridColumn[],
  range: Range,
  whole: boolean,
): CellWrite[] {
  const above = rows[range.top - 1];
  if (!above) return [];
  const target = whole ? { ...range, left: 0, right: columns.length - 1 } : range;
  return writesIn(rows, columns, target, (column) => textAt(above, column));
}

function writesIn(
  rows: readonly Row[],
  columns: readonly GridColumn[],
  range: Range,
  text: (column: number) => string,
): CellWrite[] {
  const writes: CellWrite[] = [];
  for (const row of rows.slice(range.top, range.bottom + 1)) {
    for (let column = range.left; column <= range.right; column++) {
      const known = columns[column];
      if (known && isTyped(known)) writes.push({ key: row.key, column, text: text(column) });
    }
  }
  return writes;
}
