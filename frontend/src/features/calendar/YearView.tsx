import { useTranslation } from 'react-i18next';
import { monthsOf, weeksOf, type Cell } from './months';
import type { YearCalendar } from './query';
import { useEnum } from '@/lib/enumLabel';

const shown = ['WORKDAY', 'WEEKEND', 'OFF', 'WORKED'] as const;

interface Props {
  calendar: Pick<YearCalendar, 'year' | 'days' | 'ranges'>;
  /** Days to mark as changed, as the API writes them. */
  changed?: ReadonlySet<string>;
  /** What it is called to screen readers, where it is not the year as it is. */
  label?: string;
}

/** The twelve months of a year; each day's kind by colour and sign. */
export function YearView({ calendar, changed, label }: Props) {
  const { t } = useTranslation('calendar');
  const kinds = useEnum('DayKind');
  return (
    <section className="panel" aria-label={label ?? t('yearView', { year: calendar.year })}>
      <ul className="calendar-legend">
        {shown.map((kind) => (
          <li key={kind}>
            <span className={`calendar-day is-${kind.toLowerCase()}`}>
              <Sign kind={kind} />
            </span>
            {kinds.label(kind)}
          </li>
        ))}
      </ul>
      <div className="calendar-year">
        {monthsOf(calendar).map((month, n) => (
          <table key={n} className="calendar-month">
            <caption>{t(`month.${n + 1}` as 'month.1')}</caption>
            <thead>
              <tr>
                {[1, 2, 3, 4, 5, 6, 7].map((day) => (
                  <th key={day} scope="col">
                    {t(`weekday.${day}` as 'weekday.1')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(month).map((week, row) => (
                <tr key={row}>
                  {week.map((cell, column) => (
                    <td key={column}>
                      {cell && (
                        <Day
                          cell={cell}
                          changed={changed?.has(cell.on)}
                          word={cell.kind === 'WORKDAY' ? '' : kinds.label(cell.kind)}
                        />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  );
}

function Sign({ kind }: { kind: string }) {
  const { t } = useTranslation('calendar');
  if (kind === 'OFF') return <sup aria-hidden="true">{t('sign.off')}</sup>;
  if (kind === 'WORKED') return <sup aria-hidden="true">{t('sign.worked')}</sup>;
  return null;
}

function Day({ cell, word, changed }: { cell: Cell; word: string; changed?: boolean }) {
  const { t } = useTranslation('calendar');
  const words = [word, cell.name, changed && t('read.changed')].filter(Boolean).join(' ');
  return (
    <span
      className={`calendar-day is-${cell.kind.toLowerCase()} ${changed ? 'is-changed' : ''}`}
      title={words || undefined}
    >
      {cell.day}
      <Sign kind={cell.kind} />
      {words && (changed || cell.kind !== 'WEEKEND') && (
        <span className="visually-hidden">{words}</span>
      )}
    </span>
  );
}
