import { textAt, writeCells, type CellWrite, type Row, type Sheet } from '../draft/sheet';

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
