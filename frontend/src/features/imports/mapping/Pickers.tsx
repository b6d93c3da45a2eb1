import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { leaveOut, type Answer, type ColumnAnswer, type Draft, type Field } from './draft';
import { columnIsOpen, factIsOpen } from './open';
import type { Column, Fact, Layout, Reading, Table } from './query';
import { useMeanings, wordKindOf } from './useMeanings';
import { useEnum } from '@/lib/enumLabel';

export interface Shared {
  reading: Reading;
  layouts: Layout[];
  draft: Draft;
  onAnswer: (answer: Answer) => void;
}

interface PickerProps {
  label: string;
  /** The field at present, as given or else as read; '' for none. */
  chosen: Field | typeof leaveOut | '';
  /** It is a guess that waits to be confirmed. */
  proposed: Field | undefined;
  /** What no choice means. */
  none: string;
  fields: readonly Field[];
  open: boolean;
  describedBy?: string;
  onChange: (field: Field | typeof leaveOut | '') => void;
}

/** Picks what a column or label is read as. A guess is no choice until somebody makes it one. */
function FieldPicker(props: PickerProps) {
  const { label, chosen, proposed, none, fields, open, describedBy, onChange } = props;
  const { t } = useTranslation('imports');
  const field = useEnum('ImportField');
  return (
    <select
      className="map-select"
      aria-label={label}
      aria-describedby={describedBy}
      data-open={open || undefined}
      value={chosen}
      onChange={(event) => onChange(event.target.value as Field | typeof leaveOut | '')}
    >
      <option value="">
        {proposed ? t('mapping.proposed', { what: field.label(proposed) }) : none}
      </option>
      {fields.map((one) => (
        <option key={one} value={one}>
          {field.label(one)}
        </option>
      ))}
      <option value={leaveOut}>{t('mapping.leaveOut')}</option>
    </select>
  );
}

/** The fields of a table's kind, and whether that is another than the file was read with. */
function useFields({ layouts, draft }: Shared, table: Table) {
  const given = draft.tables[table.number]?.kind;
  const kind = given === leaveOut ? null : (given ?? table.kind);
  const layout = layouts.find((one) => one.kind === kind);
  return { fields: layout?.fields ?? [], fresh: kind !== table.kind };
}

interface ColumnProps extends Shared {
  table: Table;
  column: Column;
}

/** Over a column: what it is read as, and for columns of ticks what a tick means. */
export function ColumnPicker({ table, column, ...shared }: ColumnProps) {
  const { t } = useTranslation('imports');
  const { fields, fresh } = useFields(shared, table);
  const answer = shared.draft.tables[table.number]?.columns[column.column];
  const waits = columnIsOpen(shared.reading, table, column);
  const { chosen, proposed } = reading(column, answer, fresh);
  const open = !answer && (waits || (fresh && !proposed));
  const state = useId();
  if (fields.length === 0) return <span className="hint-inline">{t('mapping.notRead')}</span>;
  const say = (next: ColumnAnswer | undefined) =>
    shared.onAnswer({ of: 'column', table: table.number, column: column.column, answer: next });
  const title = column.title || t('mapping.untitled');
  return (
    <>
      <FieldPicker
        label={t('mapping.columnIs', { letter: column.letter, title })}
        chosen={chosen}
        proposed={proposed}
        none={t(fresh ? 'mapping.byTitle' : 'mapping.choose')}
        fields={fields}
        open={open}
        describedBy={state}
        onChange={(field) => say(field === '' ? undefined : { field })}
      />
      <TickPicker
        label={t('mapping.tickOf', { letter: column.letter, title })}
        field={chosen || proposed}
        value={answer ? answer.value : (column.value ?? undefined)}
        onChange={(field, value) => say({ field, value })}
      />
      <span id={state} className={open ? 'map-state map-unsure' : 'map-state'}>
        {t(`mapping.state.${stateOf(column, answer, open)}`)}
      </span>
    </>
  );
}

function stateOf(column: Column, answer: ColumnAnswer | undefined, open: boolean) {
  if (answer) return 'given';
  if (open) return column.field ? 'unsure' : 'open';
  if (column.leftOut) return 'leftOut';
  return column.field ? 'read' : 'empty';
}

/** What a picker shows of a column or label. */
function reading(read: Column | Fact, answer: ColumnAnswer | undefined, fresh: boolean) {
  if (answer) return { chosen: answer.field, proposed: undefined };
  if (fresh) return { chosen: '' as const, proposed: undefined };
  if (read.leftOut) return { chosen: leaveOut as typeof leaveOut, proposed: undefined };
  if (read.field && read.certainty === 'PROPOSED') {
    return { chosen: '' as const, proposed: read.field };
  }
  return { chosen: read.field ?? ('' as const), proposed: undefined };
}

interface TickProps {
  label: string;
  field: Field | typeof leaveOut | '' | undefined;
  value: string | undefined;
  onChange: (field: Field, value: string | undefined) => void;
}

/** What a tick in a column means, of fields that have few values. */
function TickPicker({ label, field, value, onChange }: TickProps) {
  const { t } = useTranslation('imports');
  const kind = field && field !== leaveOut ? wordKindOf[field] : undefined;
  const meanings = useMeanings(kind);
  if (!kind || !field || field === leaveOut) return null;
  return (
    <select
      className="map-select map-select-small"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(field, event.target.value || undefined)}
    >
      <option value="">{t('mapping.asWritten')}</option>
      {meanings
        .filter((meaning) => meaning.value !== 'OPEN')
        .map((meaning) => (
          <option key={meaning.value} value={meaning.value}>
            {t('mapping.tick', { what: meaning.label })}
          </option>
        ))}
    </select>
  );
}

interface FactProps extends Shared {
  table: Table;
  fact: Fact;
  /** Counts the labels of the table from 0. */
  index: number;
}

/** A label with its value above the table, and what it is read as. */
export function FactPicker({ table, fact, index, ...shared }: FactProps) {
  const { t } = useTranslation('imports');
  const { fields, fresh } = useFields(shared, table);
  const answer = shared.draft.tables[table.number]?.facts[index];
  const { chosen, proposed } = reading(fact, answer, fresh);
  const open = !answer && factIsOpen(shared.reading, table, fact);
  if (fields.length === 0) return null;
  return (
    <li className="map-fact">
      <span className="map-fact-text">
        {t('mapping.fact', { title: fact.title, value: fact.sample || t('preview.empty') })}
      </span>
      <FieldPicker
        label={t('mapping.factIs', { title: fact.title })}
        chosen={chosen}
        proposed={proposed}
        none={t(fresh ? 'mapping.byTitle' : 'mapping.choose')}
        fields={fields}
        open={open}
        onChange={(field) =>
          shared.onAnswer({
            of: 'fact',
            table: table.number,
            column: index,
            answer: field === '' ? undefined : { field },
          })
        }
      />
      {open && <span className="map-state map-unsure">{t('mapping.state.open')}</span>}
    </li>
  );
}
