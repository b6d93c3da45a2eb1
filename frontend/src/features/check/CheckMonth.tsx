import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from 'urql';
import { CheckThing } from './CheckThing';
import { monthAfter, weeksOfMonth } from './counts';
import { checkPath } from './path';
import { CheckListQuery, type CheckRow } from './query';
import { today } from '@/lib/format';
import { useConnection } from '@/lib/useConnection';
import { ErrorState } from '@/ui/ErrorState';
import { ListFoot } from '@/ui/ListFoot';

interface Props {
  unitId?: string;
  month?: string;
  onMonth: (month: string) => void;
}

const isMonth = (text?: string) => text && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** A month with what is due on each of its days. */
export function CheckMonth({ unitId, month, onMonth }: Props) {
  const { t } = useTranslation('check');
  const client = useClient();
  const shown = isMonth(month) ? (month ?? '') : today().slice(0, 7);
  const weeks = weeksOfMonth(shown);
  const days = weeks.flat().filter((day) => day !== null);
  const { state, more, again } = useConnection<CheckRow>(
    `${unitId} ${shown}`,
    async (after) => {
      const filter = { unitId, dueFrom: days[0], dueTo: days.at(-1) };
      const { data, error } = await client
        .query(
          CheckListQuery,
          { filter, after, count: after === null },
          { requestPolicy: 'network-only' },
        )
        .toPromise();
      return { page: data?.supervisionChecks, error };
    },
    { pages: 4 },
  );
  return (
    <section className="panel" aria-label={t('month.title', { month: shown })}>
      <h2 className="panel-head">
        {t('month.title', { month: shown })}
        <span>
          <Button onClick={() => onMonth(monthAfter(shown, -1))}>{t('month.before')}</Button>{' '}
          <Button onClick={() => onMonth(monthAfter(shown, 1))}>{t('month.after')}</Button>
        </span>
      </h2>
      {state.error && <ErrorState error={state.error} onRetry={again} />}
      <div className="table-scroll">
        <table className="grid-table check-month" aria-busy={state.fetching}>
          <thead>
            <tr>
              {['1', '2', '3', '4', '5', '6', '7'].map((day) => (
                <th key={day} scope="col">
                  {t(`weekday.${day}` as 'weekday.1')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week, n) => (
              <tr key={n}>
                {week.map((day, column) => (
                  <td key={column} className={day === today() ? 'check-today' : undefined}>
                    {day && <span className="check-day">{Number(day.slice(8))}</span>}
                    <ul>
                      {state.rows
                        .filter(({ dueOn }) => dueOn === day)
                        .map((check) => (
                          <li key={check.id} className={check.overdue ? 'check-late' : undefined}>
                            <Link to={checkPath(check.id)}>
                              {check.unit.name} <CheckThing {...check} />
                            </Link>
                          </li>
                        ))}
                    </ul>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ListFoot list={state} onMore={more} />
    </section>
  );
}
