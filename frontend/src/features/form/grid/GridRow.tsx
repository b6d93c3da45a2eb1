import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CellEditor, type Leave } from './CellEditor';
import { powerOf } from './link';
import { differs, isNew, isTyped, textAt, type Row } from '../draft/sheet';
import type { Column, FormProblem } from '../query';
import { powerPath } from '@/features/power/door';

/** What a row tells the grid; the same object for all rows, so that they are drawn once. */
export interface RowActions {
  begin: () => void;
  type: (row: number, column: number, text: string) => void;
  leave: (to: Leave) => void;
}

interface Props {
  gridId: string;
  row: Row;
  /** As the server is known to hold it. */
  base: Row | undefined;
  index: number;
  columns: readonly Column[];
  readOnly: boolean;
  problems: readonly FormProblem[] | undefined;
  /** Column of the focus when it is in this row, else -1. */
  active: number;
  editing: boolean;
  /** First and last selected column, -1 for none. */
  from: number;
  to: number;
  actions: RowActions;
}

/** A row of the grid; drawn again only when something in it changed. */
export const GridRow = memo(function GridRow(props: Props) {
  const { gridId, row, base, index, columns, readOnly, problems, active, editing, from, to } =
    props;
  const { t } = useTranslation('form');
  const own = problems?.filter(({ column }) => column === null) ?? [];
  const state = stateOf(row, base);
  return (
    <tr
      aria-rowindex={index + 2}
      className={`grid-row is-${state}${row.removed ? ' is-removed' : ''}`}
    >
      <th
        scope="row"
        className={own.length > 0 ? 'row-head has-problem' : 'row-head'}
        title={own.map(({ message }) => message).join('\n') || undefined}
      >
        {index + 1}
        {state !== 'same' && (
          <span className={`row-state is-${state}`}>
            <span aria-hidden="true">{t(`row.short.${state}`)}</span>
            <span className="visually-hidden">{t(`row.${state}`)}</span>
          </span>
        )}
        {own.length > 0 && (
          <span className="visually-hidden">{own.map(({ message }) => message).join(' ')}</span>
        )}
      </th>
      {columns.map((column, i) => (
        <GridCell
          key={column.code}
          {...props}
          column={column}
          place={i}
          typed={!readOnly && isTyped(column) && !row.removed}
          changed={row.typed.includes(column.code) || changedHere(row, base, i)}
          problems={problems}
          isActive={active === i}
          editing={editing && active === i}
          selected={i >= from && i <= to}
          describedBy={`${gridId}-${row.key}-${i}`}
        />
      ))}
    </tr>
  );
});

type RowState = 'same' | 'new' | 'edited' | 'removed' | 'reverting';

function stateOf(row: Row, base: Row | undefined): RowState {
  if (row.removed) return 'removed';
  if (row.reverting) return 'reverting';
  if (isNew(row)) return 'new';
  if (row.typed.length > 0 || (base && differs(row, base))) return 'edited';
  return 'same';
}

function changedHere(row: Row, base: Row | undefined, place: number): boolean {
  return base !== undefined && base !== row && textAt(row, place) !== textAt(base, place);
}

interface CellProps extends Props {
  column: Column;
  place: number;
  typed: boolean;
  changed: boolean;
  isActive: boolean;
  selected: boolean;
  describedBy: string;
}

function GridCell(props: CellProps) {
  const { row, index, column, place, typed, changed, problems, isActive, selected } = props;
  const { editing, describedBy, actions, columns } = props;
  const { t } = useTranslation('form');
  const wrong = problems?.filter((problem) => problem.column === column.code) ?? [];
  const text = textAt(row, place);
  const heading = column.group ? `${column.group} ${column.title}` : column.title;
  const label = t('grid.cell', { column: heading, row: index + 1 });
  const power = powerOf(row);
  const isNote = place === columns.length - 1;
  const classes = [
    'cell',
    `cell-${column.input.toLowerCase()}`,
    !typed && 'is-fixed',
    changed && typed && 'is-changed',
    selected && 'is-selected',
    isActive && 'is-active',
    wrong.length > 0 && 'has-problem',
    isNote && 'cell-note',
  ];
  const message = wrong.map(({ message }) => message).join('\n');
  return (
    <td
      role="gridcell"
      aria-colindex={place + 2}
      data-row={index}
      data-column={place}
      aria-selected={selected}
      aria-readonly={!typed}
      aria-invalid={wrong.length > 0 || undefined}
      aria-describedby={wrong.length > 0 ? describedBy : undefined}
      className={classes.filter(Boolean).join(' ')}
      tabIndex={isActive && !typed ? 0 : undefined}
      data-focus={isActive && !typed ? '' : undefined}
    >
      <div className="cell-text">
        {column.code === 'process' && power ? (
          // Enter in the cell follows it.
          <Link to={powerPath(power)} tabIndex={-1}>
            {text}
          </Link>
        ) : (
          text
        )}
      </div>
      {isActive && typed && (
        <CellEditor
          column={column}
          label={label}
          text={text}
          editing={editing}
          invalid={wrong.length > 0}
          describedBy={wrong.length > 0 ? describedBy : undefined}
          required={column.required}
          onBegin={actions.begin}
          onType={(next) => actions.type(index, place, next)}
          onLeave={actions.leave}
        />
      )}
      {wrong.length > 0 && (
        <span
          id={describedBy}
          className={isActive && !editing ? 'cell-message' : 'visually-hidden'}
        >
          {message}
        </span>
      )}
    </td>
  );
}
