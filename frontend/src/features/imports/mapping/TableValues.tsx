import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from './draft';
import type { Shared } from './Pickers';
import type { Table } from './query';
import { useEnum } from '@/lib/enumLabel';

interface Props extends Shared {
  table: Table;
  fields: readonly Field[];
}

/** Values for all rows of a table that has no column of them: a unit, a type. */
export function TableValues({ table, fields, draft, onAnswer }: Props) {
  const { t } = useTranslation('imports');
  const label = useEnum('ImportField').label;
  const [opened, setOpened] = useState(false);
  const [chosen, setChosen] = useState<Field>();
  const answers = draft.tables[table.number];
  const taken = new Set<Field>();
  for (const { column, field } of table.columns) {
    const given = answers?.columns[column]?.field;
    if (given && given !== '-') taken.add(given);
    else if (field) taken.add(field);
  }
  const values: Partial<Record<Field, string>> = {
    ...Object.fromEntries(table.values.map(({ field, value }) => [field, value])),
    ...answers?.values,
  };
  const free = fields.filter((one) => !taken.has(one) && one !== 'SERIAL');
  return (
    <details className="map-values" onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>{t('mapping.values')}</summary>
      {opened && (
        <div className="map-value">
          <select
            className="map-select"
            aria-label={t('mapping.valueField', { number: table.number })}
            value={chosen ?? ''}
            onChange={({ target }) => setChosen(free.find((one) => one === target.value))}
          >
            <option value="">{t('mapping.choose')}</option>
            {free.map((one) => (
              <option key={one} value={one}>
                {label(one)}
              </option>
            ))}
          </select>
          {chosen && (
            <input
              className="map-select"
              aria-label={t('mapping.valueOf', { field: label(chosen) })}
              value={values[chosen] ?? ''}
              onChange={({ target }) =>
                onAnswer({
                  of: 'value',
                  table: table.number,
                  field: chosen,
                  text: target.value,
                })
              }
            />
          )}
        </div>
      )}
      {Object.entries(values).map(([field, text]) => (
        <span key={field} className="tag">
          {t('mapping.valueIs', { field: label(field as Field), text })}
        </span>
      ))}
    </details>
  );
}
