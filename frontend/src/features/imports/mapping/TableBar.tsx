import { useTranslation } from 'react-i18next';
import { leaveOut, type Kind } from './draft';
import { tableIsOpen } from './open';
import { FactPicker, type Shared } from './Pickers';
import type { Table } from './query';
import { TableValues } from './TableValues';
import { useEnum } from '@/lib/enumLabel';

interface Props extends Shared {
  table: Table;
}

/** What a table is about, the labels with values above it, and values for all its rows. */
export function TableBar({ table, ...shared }: Props) {
  const { t } = useTranslation('imports');
  const kinds = useEnum('ImportKind');
  const given = shared.draft.tables[table.number]?.kind;
  const chosen = given ?? table.kind ?? '';
  const open = given === undefined && tableIsOpen(shared.reading, table);
  // Left out, as far as nothing else is said: a table without a kind that nothing is asked of.
  const none = t(table.kind === null && !open ? 'mapping.tableLeftOut' : 'mapping.chooseKind');
  const layout = shared.layouts.find((one) => one.kind === chosen);
  const lacks = useLacks({ ...shared, table });
  return (
    <div className="map-bar">
      <label>
        {t('mapping.table', { number: table.number })}
        <select
          className="map-select"
          data-open={open || undefined}
          value={chosen}
          onChange={({ target }) =>
            shared.onAnswer({
              of: 'kind',
              table: table.number,
              // The kind that the file was read with is no answer.
              kind:
                target.value === (table.kind ?? '')
                  ? undefined
                  : (target.value as Kind | typeof leaveOut),
            })
          }
        >
          {table.kind === null && <option value="">{none}</option>}
          {kinds.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
          <option value={leaveOut}>{t('mapping.leaveTableOut')}</option>
        </select>
      </label>
      {table.hidden && <span className="tag">{t('mapping.hiddenSheet')}</span>}
      {open && <span className="map-state map-unsure">{t('mapping.state.open')}</span>}
      {lacks && <span className="map-state map-unsure">{lacks}</span>}
      {table.facts.length > 0 && (
        <ul className="map-facts">
          {table.facts.map((fact, index) => (
            <FactPicker key={index} table={table} fact={fact} index={index} {...shared} />
          ))}
        </ul>
      )}
      {layout && <TableValues table={table} fields={layout.fields} {...shared} />}
    </div>
  );
}

/** Says which fields the table still needs. */
function useLacks({ table, layouts, draft }: Props): string | undefined {
  const { t } = useTranslation('imports');
  const field = useEnum('ImportField');
  const answers = draft.tables[table.number];
  const kind = answers?.kind ?? table.kind;
  const layout = layouts.find((one) => one.kind === kind);
  if (!layout || kind !== table.kind) return undefined;
  const has = new Set<string>(Object.keys(answers?.values ?? {}));
  for (const { field } of table.values) has.add(field);
  for (const column of table.columns) {
    const given = answers?.columns[column.column];
    const read = given ? given.field : column.field;
    if (read) has.add(read);
  }
  for (const [index, fact] of table.facts.entries()) {
    const read = answers?.facts[index]?.field ?? fact.field;
    if (read) has.add(read);
  }
  const missing = layout.needs.filter((group) => !group.some((one) => has.has(one)));
  if (missing.length === 0) return undefined;
  const names = missing.map((group) => group.map((one) => field.label(one)).join('/'));
  return t('mapping.lacks', { fields: names.join('、') });
}
