/** A place of the grid, counted from 0. */
export interface Place {
  row: number;
  column: number;
}

/** A rectangle of cells: from where it was begun to where the focus is. */
export interface Selection {
  anchor: Place;
  active: Place;
}

export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface Size {
  rows: number;
  columns: number;
}

export const origin: Selection = at({ row: 0, column: 0 });

export function at(place: Place): Selection {
  return { anchor: place, active: place };
}

export function rangeOf({ anchor, active }: Selection): Range {
  return {
    top: Math.min(anchor.row, active.row),
    bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  };
}

export function isSingle({ anchor, active }: Selection): boolean {
  return anchor.row === active.row && anchor.column === active.column;
}

function limit(value: number, count: number): number {
  return Math.max(0, Math.min(value, count - 1));
}

/** The selection within a grid that may have become smaller. */
export function clamp(selection: Selection, size: Size): Selection {
  const place = ({ row, column }: Place): Place => ({
    row: limit(row, size.rows),
    column: limit(column, size.columns),
  });
  const anchor = place(selection.anchor);
  const active = place(selection.active);
  const same =
    anchor.row === selection.anchor.row &&
    anchor.column === selection.anchor.column &&
    active.row === selection.active.row &&
    active.column === selection.active.column;
  return same ? selection : { anchor, active };
}

export interface Keys {
  key: string;
  shift: boolean;
  /** Ctrl, or Command on a Mac. */
  ctrl: boolean;
}

const rowsPerPage = 10;

/** Where a key that moves the focus leads to; null for other keys. */
export function moved(selection: Selection, keys: Keys, size: Size): Selection | null {
  const { row, column } = selection.active;
  const { ctrl } = keys;
  const target = ((): Place | null => {
    switch (keys.key) {
      case 'ArrowUp':
        return { row: ctrl ? 0 : row - 1, column };
      case 'ArrowDown':
        return { row: ctrl ? size.rows - 1 : row + 1, column };
      case 'ArrowLeft':
        return { row, column: ctrl ? 0 : column - 1 };
      case 'ArrowRight':
        return { row, column: ctrl ? size.columns - 1 : column + 1 };
      case 'Home':
        return { row: ctrl ? 0 : row, column: 0 };
      case 'End':
        return { row: ctrl ? size.rows - 1 : row, column: size.columns - 1 };
      case 'PageUp':
        return { row: row - rowsPerPage, column };
      case 'PageDown':
        return { row: row + rowsPerPage, column };
      default:
        return null;
    }
  })();
  if (!target) return null;
  return clamp({ anchor: keys.shift ? selection.anchor : target, active: target }, size);
}

/**
 * The next cell that Tab leads to: one that is typed into, through the rows; null where the
 * grid ends, so that Tab leads on to what stands behind it.
 */
export function tabbed(
  place: Place,
  typed: readonly boolean[],
  rows: number,
  back: boolean,
): Place | null {
  const columns = typed.length;
  const step = back ? -1 : 1;
  for (
    let index = place.row * columns + place.column + step;
    index >= 0 && index < rows * columns;
    index += step
  ) {
    const column = index % columns;
    if (typed[column]) return { row: Math.floor(index / columns), column };
  }
  return null;
}
