import { useId, useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { rowsOf } from './Others';
import type { Shared } from './Pickers';
import type { Sheet } from './query';

interface Props extends Pick<Shared, 'draft' | 'onAnswer'> {
  sheet: Sheet;
}

/** The most rows that the titles of a table take. */
const mostRows = 3;

/** Names rows of titles that were not found, or rows that were taken for titles and are none. */
export function Heads({ sheet, draft, onAnswer }: Props) {
  const { t } = useTranslation('imports');
  const [row, setRow] = useState('');
  const [count, setCount] = useState(1);
  const id = useId();
  const firstRow = Number(row);
  const known = sheet.rows.some(({ number }) => number === firstRow);
  const given = draft.heads.filter((one) => one.sheet === sheet.name);
  return (
    <details
      className="map-heads"
      open={sheet.rows.every((one) => one.table === null) || undefined}
    >
      <summary>{t('mapping.heads')}</summary>
      <div className="map-value">
        <label htmlFor={`${id}-row`}>{t('mapping.headRow')}</label>
        <input
          id={`${id}-row`}
          className="map-select map-row-number"
          type="number"
          min={1}
          value={row}
          onChange={({ target }) => setRow(target.value)}
        />
        <select
          className="map-select"
          aria-label={t('mapping.headIs')}
          value={count}
          onChange={({ target }) => setCount(Number(target.value))}
        >
          {Array.from({ length: mostRows }, (_, i) => i + 1).map((n) => (
            <option key={n} value={n}>
              {t('mapping.headCount', { count: n })}
            </option>
          ))}
          <option value={0}>{t('mapping.noHead')}</option>
        </select>
        <Button
          disabled={!known}
          onClick={() => {
            const lastRow = firstRow + Math.max(count, 1) - 1;
            onAnswer({
              of: 'head',
              head: { sheet: sheet.name, firstRow, lastRow, titles: count > 0 },
            });
            setRow('');
          }}
        >
          {t('mapping.addHead')}
        </Button>
      </div>
      <ul className="map-rest">
        {given.map((head) => (
          <li key={head.firstRow}>
            {t(head.titles ? 'mapping.isHead' : 'mapping.isNoHead', { rows: rowsOf(head) })}
            <Button
              type="link"
              aria-label={t('mapping.dropHeadOf', { rows: rowsOf(head) })}
              onClick={() => onAnswer({ of: 'noHead', head })}
            >
              {t('mapping.dropHead')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
