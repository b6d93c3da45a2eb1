import {
  insertRows,
  removeRow,
  rowsOf,
  textAt,
  withRows,
  writeCells,
  type CellWrite,
  type Row,
  type Sheet,
} from '../draft/sheet';

type Edit = (sheet: Sheet) => Sheet;

interface Step {
  back: Edit;
  /** The one cell that was typed into; typing on belongs to the same step. */
  cell?: string;
}

const most = 100;

/** What can be taken back, the newest last. */
export class UndoList {
  private steps: Step[] = [];

  add(back: Edit, cell?: string) {
    if (cell !== undefined && this.steps.at(-1)?.cell === cell) return;
    this.steps.push({ back, cell });
    if (this.steps.length > most) this.steps.shift();
  }

  /** A cell was left: what is typed into it again is a step of its own. */
  part() {
    const last = this.steps.at(-1);
    if (last) last.cell = undefined;
  }

  take(): Edit | undefined {
    return this.steps.pop()?.back;
  }

  clear() {
    this.steps = [];
  }
}

/**
 * What leads from one state of a section to another, cell by cell, so that what else came
 * into its rows meanwhile stays.
 */
export function wayBetween(section: string, from: Sheet, to: Sheet): Edit {
  const before = new Map(rowsOf(from, section).map((row) => [row.key, row]));
  const wanted = rowsOf(to, section);
  const gone = [...before.keys()].filter((key) => !wanted.some((row) => row.key === key));
  const changed = new Map(
    wanted.flatMap((row) => {
      const old = before.get(row.key);
      return old && old !== row ? [[row.key, { old, row }]] : [];
    }),
  );
  return (sheet) => {
    let next = withRows(sheet, section, (rows) =>
      rows.map((now) => {
        const pair = changed.get(now.key);
        if (!pair) return now;
        const { old, row } = pair;
        return {
          ...now,
          cells: now.cells.map((text, i) => (row.cells[i] === old.cells[i] ? text : row.cells[i])),
          note: row.note === old.note ? now.note : row.note,
          removed: row.removed === old.removed ? now.removed : row.removed,
          reverting: row.reverting,
        } as Row;
      }),
    );
    for (const key of gone) next = removeRow(next, section, key);
    wanted.forEach((row, i) => {
      if (!before.has(row.key)) next = insertRows(next, section, [row], wanted[i - 1]?.key);
    });
    return next;
  };
}

/** What brings back the texts that writes are about to replace. */
export function backOf(
  section: string,
  rows: readonly Row[],
  writes: readonly CellWrite[],
): (sheet: Sheet) => Sheet {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const before = writes.flatMap(({ key, column }) => {
    const row = byKey.get(key);
    return row ? [{ key, column, text: textAt(row, column) }] : [];
  });
  return (sheet) => writeCells(sheet, section, before);
}
