import {
  useCallback,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
} from 'react';
import { useTranslation } from 'react-i18next';
import { textsOf } from './block';
import type { Leave } from './CellEditor';
import { Commands, type Ground } from './commands';
import { GridHead } from './GridHead';
import { GridRow, type RowActions } from './GridRow';
import { GridTools } from './GridTools';
import { at, clamp, moved, origin, rangeOf, tabbed, type Selection } from './range';
import { formatTsv, parseTsv } from './tsv';
import './grid.css';
import { isOpen, useMouse } from './useMouse';
import { useClipboard } from './useClipboard';
import { isTyped, type Row, type Sheet } from '../draft/sheet';
import type { Column, FormProblem } from '../query';

export interface GridHandle {
  /** Puts the focus on a cell, or on the row where the column is null. */
  jump: (key: string, column: string | null) => void;
}

interface Props {
  ref?: Ref<GridHandle>;
  section: string;
  /** Names the table for those who do not see it. */
  label: string;
  columns: readonly Column[];
  rows: readonly Row[];
  /** As the server is known to hold them. */
  baseRows: readonly Row[];
  problems: readonly FormProblem[];
  readOnly: boolean;
  change: (edit: (sheet: Sheet) => Sheet) => void;
  /** Shows the files of a row, by its place. */
  onFiles: (row: Row, index: number) => void;
}

/** A table that is filled in as in a spreadsheet. */
export function Grid(props: Props) {
  const {
    ref,
    section,
    label,
    columns: own,
    rows,
    baseRows,
    problems,
    readOnly,
    change,
    onFiles,
  } = props;
  const { t } = useTranslation('form');
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const tools = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => [...own, noteColumn(t('grid.note'))], [own, t]);
  const size = { rows: rows.length, columns: columns.length };
  const [chosen, setSelection] = useState(origin);
  const selection = clamp(chosen, size);
  const [editing, setEditing] = useState(false);
  const [said, setSaid] = useState('');
  // Whether the focus is to follow the selection with the next drawing.
  const follow = useRef(false);

  const ground: Ground = { section, rows, columns, change };
  const latest = useRef({ ...ground, selection, editing, readOnly });
  const [commands] = useState(() => new Commands());
  useLayoutEffect(() => {
    latest.current = { ...ground, selection, editing, readOnly };
    commands.stand(ground);
  });

  const go = useCallback(
    (next: Selection, edit = false) => {
      follow.current = true;
      setSelection(next);
      setEditing(edit);
    },
    [setSelection],
  );

  useLayoutEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    focusActive(box.current);
  });

  useImperativeHandle(ref, () => ({
    jump: (key, code) => {
      const row = rows.findIndex((r) => r.key === key);
      const column = code === null ? 0 : columns.findIndex((c) => c.code === code);
      if (row >= 0) go(at({ row, column: Math.max(0, column) }));
    },
  }));

  const actions = useMemo<RowActions>(
    () => ({
      begin: () => setEditing(true),
      type: (row, column, text) => commands.type(row, column, text),
      leave: (to: Leave) => {
        commands.left();
        const { active } = latest.current.selection;
        const { rows, columns } = latest.current;
        const next =
          to === 'down'
            ? { row: Math.min(active.row + 1, rows.length - 1), column: active.column }
            : to === 'stay'
              ? active
              : (tabbed(active, columns.map(isTyped), rows.length, to === 'back') ?? active);
        // Leaving by the mouse must not draw the focus back.
        if (to === 'stay') setEditing(false);
        else go(at(next));
      },
    }),
    [commands, go],
  );

  const addRow = (after?: number, copied = false) => {
    const row = commands.add(after, copied);
    const column = Math.max(0, columns.findIndex(isTyped));
    go(at({ row, column }));
    setSaid(t(copied ? 'grid.copied' : 'grid.added', { row: row + 1 }));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (editing || event.nativeEvent.isComposing || !inCell(event.target)) return;
    const { key, shiftKey: shift } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    const { active } = selection;
    const done = () => event.preventDefault();
    const next = moved(selection, { key, shift, ctrl }, size);
    if (next) {
      done();
      return go(next);
    }
    if (key === 'Tab') {
      const place = tabbed(active, columns.map(isTyped), rows.length, shift);
      if (!place || readOnly) return;
      done();
      return go(at(place));
    }
    if (key === 'Escape') return tools.current?.querySelector<HTMLElement>('button')?.focus();
    if (ctrl && key.toLowerCase() === 'a') {
      done();
      const last = { row: rows.length - 1, column: columns.length - 1 };
      return go({ anchor: { row: 0, column: 0 }, active: last });
    }
    const link = (event.target as Element).querySelector('a');
    if (key === 'Enter' && !ctrl && link) {
      done();
      return link.click();
    }
    if (readOnly) return;
    if (key === 'F2' || (key === 'Enter' && !ctrl)) {
      done();
      if (isOpen(rows, columns, selection)) return go(at(active), true);
      return go(clamp(at({ row: active.row + 1, column: active.column }), size));
    }
    if (key === 'Enter') {
      done();
      return addRow(active.row, shift);
    }
    if (key === 'Delete' || key === 'Backspace') {
      done();
      if (ctrl) return toggleRemoved();
      return commands.clear(selection);
    }
    if (ctrl && key.toLowerCase() === 'd') {
      done();
      return commands.fillDown(selection);
    }
    if (ctrl && (key.toLowerCase() === 'y' || (shift && key.toLowerCase() === 'z'))) {
      done();
      return redo();
    }
    if (ctrl && key.toLowerCase() === 'z') {
      done();
      undo();
    }
  };

  const undo = () => {
    if (!commands.undo()) setSaid(t('grid.nothingToUndo'));
  };
  const redo = () => {
    if (!commands.redo()) setSaid(t('grid.nothingToRedo'));
  };

  const toggleRemoved = () => {
    commands.toggleRemoved(selection);
    follow.current = true;
  };

  useClipboard(box, {
    copy: () => formatTsv(textsOf(rows, rangeOf(selection))),
    cut: () => !readOnly && commands.clear(selection),
    paste: (text) => {
      if (readOnly) return;
      const result = commands.paste(parseTsv(text), selection);
      const { top, bottom, left, right } = result.range;
      go({ anchor: { row: top, column: left }, active: { row: bottom, column: right } });
      const lines = bottom - top + 1;
      const words = [t('grid.pasted', { count: lines, added: result.added.length })];
      if (result.skipped > 0) words.push(t('grid.skipped', { count: result.skipped }));
      if (result.outside > 0) words.push(t('grid.outside', { count: result.outside }));
      setSaid(words.join(' '));
    },
    busy: () => editing,
  });

  const mouse = useMouse(latest, go);
  const byKey = useMemo(() => group(problems), [problems]);
  const bases = useMemo(() => new Map(baseRows.map((row) => [row.key, row])), [baseRows]);
  const range = rangeOf(selection);

  return (
    <div className="form-grid">
      {!readOnly && (
        <GridTools
          ref={tools}
          rows={rows.slice(range.top, range.bottom + 1)}
          bases={bases}
          onAdd={() => addRow(rows.length > 0 ? selection.active.row : undefined)}
          onCopy={() => addRow(selection.active.row, true)}
          onRemove={toggleRemoved}
          onRevert={() => {
            commands.revert(selection);
            follow.current = true;
          }}
          onUndo={undo}
          onRedo={redo}
          onFiles={(row) => onFiles(row, range.top)}
        />
      )}
      <div
        ref={box}
        className="grid-scroll"
        // Without a cell it takes the focus itself, to be scrolled and pasted into.
        tabIndex={rows.length === 0 ? 0 : undefined}
        onKeyDown={onKeyDown}
        {...mouse}
      >
        <table
          role="grid"
          aria-label={label}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable="true"
          aria-readonly={readOnly}
          className="paper-grid"
        >
          <GridHead columns={columns} />
          <tbody>
            {rows.map((row, index) => {
              const inside = index >= range.top && index <= range.bottom;
              const active = selection.active.row === index ? selection.active.column : -1;
              return (
                <GridRow
                  key={row.key}
                  gridId={id}
                  row={row}
                  base={bases.get(row.key)}
                  index={index}
                  columns={columns}
                  readOnly={readOnly}
                  problems={byKey.get(row.key)}
                  active={active}
                  editing={editing && active >= 0}
                  from={inside ? range.left : -1}
                  to={inside ? range.right : -1}
                  actions={actions}
                />
              );
            })}
          </tbody>
        </table>
        {rows.length === 0 && <p className="grid-empty">{t('grid.empty')}</p>}
      </div>
      <p role="status" className="grid-said">
        {said}
      </p>
    </div>
  );
}

function noteColumn(title: string): Column {
  const plain = { code: '$note', title, input: 'LONG', required: false } as const;
  return { ...plain, options: [], most: 0, width: 8, group: '', decided: false };
}

function inCell(target: EventTarget): boolean {
  return target instanceof Element && target.closest('td') !== null;
}

function focusActive(box: HTMLElement | null) {
  const cell = box?.querySelector<HTMLElement>('td.is-active');
  if (!cell) return;
  const target = cell.querySelector<HTMLElement>('.cell-editor') ?? cell;
  target.focus({ preventScroll: true });
  cell.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
}

function group(problems: readonly FormProblem[]): Map<string, FormProblem[]> {
  const groups = new Map<string, FormProblem[]>();
  for (const problem of problems) {
    if (problem.key !== null)
      groups.set(problem.key, [...(groups.get(problem.key) ?? []), problem]);
  }
  return groups;
}
