import { useState } from 'react';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { CorrectDialog, DropDialog } from './CorrectDialog';
import { ReadDialog } from './ReadDialog';
import { CalendarQuery, type YearCalendar } from './query';
import { YearView } from './YearView';
import './calendar.css';
import { formatTime } from '@/lib/format';
import { text, useUrlState } from '@/lib/urlState';
import { Facts } from '@/ui/Facts';
import { Field } from '@/ui/Field';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

const spec = { year: text };

export function Component() {
  const { t } = useTranslation('calendar');
  const [state, change] = useUrlState(spec);
  const asked = Number(state.year);
  const year = asked >= 2000 && asked <= 2200 ? asked : new Date().getFullYear();
  const [result, reload] = useQuery({
    query: CalendarQuery,
    variables: { year },
    requestPolicy: 'cache-and-network',
  });
  return (
    <>
      <PageHeader title={t('title')} actions={<Link to="/clocks">{t('toClocks')}</Link>} />
      <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={8}>
        {({ workingCalendar }) => (
          <Year
            calendar={workingCalendar}
            onYear={(next) => change({ year: String(next) })}
            onSaved={() => reload({ requestPolicy: 'network-only' })}
          />
        )}
      </Query>
    </>
  );
}

interface Props {
  calendar: YearCalendar;
  onYear: (year: number) => void;
  onSaved: () => void;
}

function Year({ calendar, onYear, onSaved }: Props) {
  const { t } = useTranslation('calendar');
  const [open, setOpen] = useState<'set' | 'read' | 'drop' | null>(null);
  const last = calendar.years.at(-1) ?? calendar.year;
  const years = [...new Set([...calendar.years, last + 1, calendar.year])].sort((a, b) => a - b);
  const dialog = { calendar, onClose: () => setOpen(null), onSaved, onStale: onSaved };
  return (
    <>
      <section className="panel filter-bar" aria-label={t('year')}>
        <Field label={t('year')}>
          {(id) => (
            <Select
              id={id}
              value={calendar.year}
              onChange={onYear}
              options={years.map((value) => ({ value, label: String(value) }))}
            />
          )}
        </Field>
        {calendar.mayChange && (
          <Button onClick={() => setOpen('set')}>{t(calendar.known ? 'correct' : 'enter')}</Button>
        )}
        {calendar.mayChange && <Button onClick={() => setOpen('read')}>{t('read.open')}</Button>}
        {calendar.mayChange && calendar.version > 0 && (
          <Button onClick={() => setOpen('drop')}>{t('drop')}</Button>
        )}
      </section>
      <section className="panel">
        {calendar.known ? (
          <Facts
            items={[
              [t('workingDays'), t('days', { count: calendar.workingDays ?? 0 })],
              [t('source'), calendar.source],
              [
                t('state'),
                calendar.confirmed ? (
                  t('confirmed')
                ) : (
                  <strong className="calendar-to-confirm">{t('toConfirm')}</strong>
                ),
              ],
              [
                t('by'),
                calendar.setAt
                  ? `${calendar.actorName} ${formatTime(calendar.setAt)}（${calendar.reason}）`
                  : t('builtIn'),
              ],
            ]}
          />
        ) : (
          <p role="status">{t('unknown', { year: calendar.year })}</p>
        )}
        {calendar.hints.length > 0 && (
          <ul className="calendar-hints">
            {calendar.hints.map((hint) => (
              <li key={`${hint.code} ${hint.on}`}>{hint.message}</li>
            ))}
          </ul>
        )}
      </section>
      {calendar.known && <YearView calendar={calendar} />}
      <CorrectDialog open={open === 'set'} {...dialog} />
      <ReadDialog open={open === 'read'} {...dialog} />
      <DropDialog open={open === 'drop'} {...dialog} />
    </>
  );
}
