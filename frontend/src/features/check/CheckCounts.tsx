import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { CheckThing } from './CheckThing';
import { byUnit, summed } from './counts';
import { CheckCountsQuery, type CheckCount } from './query';
import { today } from '@/lib/format';
import { useChanged } from '@/lib/useLive';
import { Query } from '@/ui/Query';

/** How much is due, late, done and missed this year, by department and grade. */
export function CheckCounts({ unitId }: { unitId?: string }) {
  const { t } = useTranslation('check');
  const year = today().slice(0, 4);
  const [result, reload] = useQuery({
    query: CheckCountsQuery,
    variables: { unitId, from: `${year}-01-01`, to: `${year}-12-31` },
    requestPolicy: 'cache-and-network',
  });
  useChanged('CHECK', () => reload({ requestPolicy: 'network-only' }));
  return (
    <section className="panel" aria-label={t('counts.title', { year })}>
      <h2>{t('counts.title', { year })}</h2>
      <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={3}>
        {({ supervisionCheckCounts: counts }) =>
          counts.length === 0 ? (
            <p className="hint">{t('counts.none')}</p>
          ) : (
            <div className="table-scroll">
              <table className="grid-table">
                <caption className="visually-hidden">{t('counts.title', { year })}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('unit')}</th>
                    <th scope="col">{t('what')}</th>
                    {columns.map((name) => (
                      <th key={name} scope="col">
                        {t(`counts.${name}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {byUnit(counts).map(([name, rows]) =>
                    rows.map((row, n) => (
                      <tr key={`${row.kind} ${row.grade}`}>
                        {n === 0 && (
                          <th scope="rowgroup" rowSpan={rows.length}>
                            {name ?? t('hidden')}
                          </th>
                        )}
                        <td>
                          <CheckThing kind={row.kind} grade={row.grade} />
                        </td>
                        <Numbers of={row} />
                      </tr>
                    )),
                  )}
                </tbody>
                <tfoot>
                  <tr>
                    <th scope="row" colSpan={2}>
                      {t('counts.all')}
                    </th>
                    <Numbers of={summed(counts)} />
                  </tr>
                </tfoot>
              </table>
            </div>
          )
        }
      </Query>
    </section>
  );
}

const columns = ['due', 'overdue', 'done', 'late', 'missed'] as const;

function Numbers({ of }: { of: Pick<CheckCount, (typeof columns)[number]> }) {
  return columns.map((name) => (
    <td key={name} className={of[name] === 0 ? 'zero' : name === 'overdue' ? 'check-late' : ''}>
      {of[name]}
    </td>
  ));
}
