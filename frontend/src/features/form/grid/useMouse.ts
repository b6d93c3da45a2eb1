import { useEffect, useRef, type MouseEvent } from 'react';
import type { Ground } from './commands';
import { at, type Selection } from './range';
import { isTyped, type Row } from '../draft/sheet';
import type { Column } from '../query';

interface Pointed extends Ground {
  selection: Selection;
  readOnly: boolean;
}

/** Choosing with the mouse: a click, a drag, Shift for a rectangle, twice to edit. */
export function useMouse(
  latest: { current: Pointed },
  go: (next: Selection, edit?: boolean) => void,
) {
  const dragging = useRef(false);
  useEffect(() => {
    const end = () => {
      dragging.current = false;
    };
    window.addEventListener('mouseup', end);
    return () => window.removeEventListener('mouseup', end);
  }, []);
  const placeOf = (event: MouseEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('td[data-row]');
    return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
  };
  const inEditor = (event: MouseEvent) => (event.target as Element).closest('.is-editing') !== null;
  return {
    onMouseDown: (event: MouseEvent) => {
      const place = placeOf(event);
      if (!place || event.button !== 0 || inEditor(event)) return;
      // The focus goes where the selection goes, not where the browser would put it.
      event.preventDefault();
      dragging.current = true;
      const { anchor } = latest.current.selection;
      go(event.shiftKey ? { anchor, active: place } : at(place));
    },
    onMouseOver: (event: MouseEvent) => {
      const place = dragging.current ? placeOf(event) : null;
      if (place) go({ anchor: latest.current.selection.anchor, active: place });
    },
    onDoubleClick: (event: MouseEvent) => {
      const place = placeOf(event);
      const { rows, columns, readOnly } = latest.current;
      if (place && !readOnly && !inEditor(event) && isOpen(rows, columns, at(place))) {
        go(at(place), true);
      }
    },
  };
}

/** Whether the cell with the focus can be typed into. */
export function isOpen(
  rows: readonly Row[],
  columns: readonly Column[],
  { active }: Selection,
): boolean {
  const column = columns[active.column];
  return column !== undefined && isTyped(column) && !rows[active.row]?.removed;
}
