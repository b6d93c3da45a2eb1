import { cleared, filledDown, pasted, type Pasted } from './block';
import { rangeOf, type Selection } from './range';
import { backOf, UndoList, wayBetween } from './undo';
import {
  blankRow,
  copyOf,
  insertRows,
  isBlank,
  isNew,
  isTyped,
  keepRow,
  removeRow,
  revertRow,
  textAt,
  withRows,
  writeCells,
  type CellWrite,
  type Row,
  type Sheet,
} from '../draft/sheet';
import type { Column } from '../query';

/** The table that commands work on, as it stands. */
export interface Ground {
  section: string;
  rows: readonly Row[];
  /** With the note behind the last of the layout. */
  columns: readonly Column[];
  change: (edit: (sheet: Sheet) => Sheet) => void;
}

/** What can be done to a table, each as one step that can be taken back. */
export class Commands {
  private undone = new UndoList();
  private redone = new UndoList();

  private present: Ground | undefined;

  /** Says how the table stands now; with every drawing of it. */
  stand(ground: Ground) {
    this.present = ground;
  }

  private ground(): Ground {
    if (!this.present) throw new Error('used before the table was drawn');
    return this.present;
  }

  /** Notes how to take back what is done next; what was taken back before is over with it. */
  private note(back: (sheet: Sheet) => Sheet, cell?: string) {
    this.redone.clear();
    this.undone.add(back, cell);
  }

  private write(writes: readonly CellWrite[], cell?: string) {
    const { section, rows, change } = this.ground();
    if (writes.length === 0) return;
    this.note(backOf(section, rows, writes), cell);
    change((sheet) => writeCells(sheet, section, writes));
  }

  /** Types into one cell. */
  type(row: number, column: number, text: string) {
    const key = this.ground().rows[row]?.key;
    if (key !== undefined) this.write([{ key, column, text }], `${key} ${column}`);
  }

  left() {
    this.undone.part();
  }

  clear(selection: Selection) {
    const { rows, columns } = this.ground();
    this.write(cleared(rows, columns, rangeOf(selection)));
  }

  /** Takes over what stands above: all of it into a row that is still empty. */
  fillDown(selection: Selection) {
    const { rows, columns } = this.ground();
    const range = rangeOf(selection);
    const first = rows[range.top];
    this.write(
      filledDown(rows, columns, range, first !== undefined && isNew(first) && isBlank(first)),
    );
  }

  paste(block: readonly (readonly string[])[], selection: Selection): Pasted {
    const { section, rows, columns, change } = this.ground();
    const result = pasted(rows, columns, block, rangeOf(selection));
    const count = columns.length - 1;
    const added = result.added.map((texts): Row => ({
      ...blankRow(count),
      cells: texts.slice(0, count),
      note: texts[count] ?? '',
    }));
    const back = backOf(section, rows, result.writes);
    const keys = new Set(added.map(({ key }) => key));
    this.note((sheet) =>
      withRows(back(sheet), section, (now) => now.filter(({ key }) => !keys.has(key))),
    );
    change((sheet) => insertRows(writeCells(sheet, section, result.writes), section, added));
    return result;
  }

  /** Adds an empty row, or a copy of one, behind a row; without it at the end. Gives back its place. */
  add(after?: number, copied = false): number {
    const { section, rows, columns, change } = this.ground();
    const above = after === undefined ? undefined : rows[after];
    const row = copied && above ? copyOf(above, columns) : blankRow(columns.length - 1);
    this.note((sheet) => removeRow(sheet, section, row.key));
    change((sheet) => insertRows(sheet, section, [row], above?.key));
    return above ? (after ?? 0) + 1 : rows.length;
  }

  /** Takes rows out, or, where all of them are out already, keeps them. */
  toggleRemoved(selection: Selection) {
    const { section, rows, change } = this.ground();
    const { top, bottom } = rangeOf(selection);
    const chosen = rows.slice(top, bottom + 1);
    const keys = new Set(chosen.map(({ key }) => key));
    const before = chosen[0] && rows[top - 1];
    const back = chosen.every(({ removed }) => removed);
    this.note((sheet) =>
      withRows(sheet, section, (now) => {
        const rest = now.filter(({ key }) => !keys.has(key));
        const at = before ? rest.findIndex(({ key }) => key === before.key) + 1 : 0;
        return rest.toSpliced(at, 0, ...chosen);
      }),
    );
    change((sheet) =>
      chosen.reduce(
        (next, { key }) => (back ? keepRow(next, section, key) : removeRow(next, section, key)),
        sheet,
      ),
    );
  }

  /** Takes back all that was typed into the rows and is not in the register. */
  revert(selection: Selection) {
    const { section, rows, columns, change } = this.ground();
    const { top, bottom } = rangeOf(selection);
    const chosen = new Map(rows.slice(top, bottom + 1).map((row) => [row.key, row]));
    this.note((sheet) =>
      withRows(sheet, section, (now) =>
        now.map((row) => {
          const typed = chosen.get(row.key);
          if (!typed) return row;
          const cells = row.cells.map((text, i) =>
            columns[i] && isTyped(columns[i]) ? textAt(typed, i) : text,
          );
          return { ...row, cells, note: typed.note, removed: typed.removed, reverting: undefined };
        }),
      ),
    );
    change((sheet) =>
      [...chosen.keys()].reduce((next, key) => revertRow(next, section, key), sheet),
    );
  }

  /** Takes the last step back; tells whether there was one. */
  undo(): boolean {
    return this.step(this.undone, this.redone);
  }

  /** Does again what was taken back last; tells whether there was something. */
  redo(): boolean {
    return this.step(this.redone, this.undone);
  }

  private step(from: UndoList, to: UndoList): boolean {
    const edit = from.take();
    if (!edit) return false;
    const { section, change } = this.ground();
    change((sheet) => {
      const after = edit(sheet);
      to.add(wayBetween(section, after, sheet));
      return after;
    });
    return true;
  }
}
