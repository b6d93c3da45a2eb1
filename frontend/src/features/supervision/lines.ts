import type { Enum } from '@/gql';
import type { Changes, Matrix } from './query';
import { cellPath, columns, rowPath, type SupervisionState } from './state';

/** A row of the matrix as both the chart and the table show it. */
export interface MatrixLine {
  key: string;
  label: string;
  worst: Enum<'Grade'> | null;
  /** In the order of `columns`. */
  counts: number[];
  total: number;
  changes: Changes | null;
  /** Open conflicts of balance; null where the row is no unit or they are not shown to the viewer. */
  conflicts: { open: number; path: string } | null;
  /** The unit of the row, where it is one. */
  unit: string | null;
  /** Where the row's name leads. */
  path: string | null;
  /** Where each number leads, in the order of `columns`. */
  cellPaths: (string | null)[];
}

export interface Words {
  self: string;
  none: string;
  /** The word of an enumeration's value in the reader's language. */
  value: (key: string) => string | undefined;
}

/** The API names its columns; this puts the numbers into our order. */
function inOrder(matrix: Matrix, counts: number[]): number[] {
  return columns.map((column) => counts[matrix.columns.indexOf(column)] ?? 0);
}

export function matrixLines(matrix: Matrix, state: SupervisionState, words: Words): MatrixLine[] {
  return matrix.rows.map((row) => {
    const counts = inOrder(matrix, row.counts);
    return {
      key: row.key,
      label: rowLabel(row, matrix, words),
      worst: row.worst,
      counts,
      total: sumGraded(counts),
      changes: row.changes,
      // What stands on a unit itself is not counted apart.
      conflicts:
        row.key !== 'SELF' && row.unit?.conflictCounts
          ? { open: openOf(row.unit.conflictCounts), path: `/conflicts?unit=${row.unit.id}` }
          : null,
      unit: row.unit?.id ?? null,
      path: rowPath(state, row),
      cellPaths: columns.map((column) => cellPath(state, row, column)),
    };
  });
}

/** How many conflicts of balance are open. */
export function openOf(counts: { open: number }[]): number {
  return counts.reduce((sum, { open }) => sum + open, 0);
}

export function matrixTotals(matrix: Matrix, state: SupervisionState) {
  const counts = inOrder(matrix, matrix.totals);
  return {
    counts,
    // Not the sum of the rows: a risk point of several types counts in several of them.
    total: sumGraded(counts),
    paths: columns.map((column) => cellPath(state, null, column)),
  };
}

/** All but the last column: uncontrolled A risks are counted among the A already. */
function sumGraded(counts: number[]): number {
  return counts.slice(0, 4).reduce((sum, n) => sum + n, 0);
}

function rowLabel(row: Matrix['rows'][number], matrix: Matrix, words: Words): string {
  if (row.key === 'SELF') return matrix.unit ? `${matrix.unit.name}（${words.self}）` : words.self;
  if (row.key === 'NONE') return words.none;
  // The same post exists in many units.
  if (row.post) {
    const { name, unit } = row.post;
    return unit && unit.id !== matrix.unit?.id ? `${name}（${unit.name}）` : name;
  }
  return words.value(row.key) ?? row.label;
}
