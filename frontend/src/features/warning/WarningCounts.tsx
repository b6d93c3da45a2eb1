import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ColourMark } from './ColourMark';
import { byColour, byUnit, colours } from './counts';
import { WarningCountsQuery } from './query';
import { warningsPath } from './state';
import { useChanged } from '@/lib/useLive';
import { Query } from '@/ui/Query';

/** How many warnings are open in a unit: by colour, and by department. */
export function WarningCounts({ unitId }: { unitId: string }) {
  const { t } = useTranslation('warning');
  const [result, reload] = useQuery({
    query: WarningCountsQuery,
    variables: { unitId },
    requestPolicy: 'cache-and-network',
  });
  useChanged('WARNING', () => reload({ requestPolicy: 'network-only' }));
  return (
    <section className="panel" aria-label={t('counts.title')}>
      <h2>{t('counts.title')}</h2>
      <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={3}>
        {({ warningCounts: counts }) => (
          <>
            <ul className="tiles">
              {byColour(counts).map(({ colour, total, late }) => (
                <li key={colour} className={late > 0 ? 'tile tile-alarm' : 'tile'}>
                  <ColourMark colour={colour} />
                  <Link
                    to={warningsPath({ unit: unitId, colour: [colour] })}
                    className="tile-number"
                  >
                    {total}
                  </Link>
                  <span className="hint-inline">{t('counts.lateOf', { count: late })}</span>
                </li>
              ))}
            </ul>
            {counts.length > 0 && (
              <div
                className="table-scroll"
                tabIndex={0}
                role="region"
                aria-label={t('counts.byUnit')}
              >
                <table className="grid-table">
                  <caption className="visually-hidden">{t('counts.byUnit')}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{t('head.unit')}</th>
                      {colours.map((colour) => (
                        <th key={colour} scope="col" className="number">
                          <ColourMark colour={colour} />
                        </th>
                      ))}
                      {(['waiting', 'late', 'answered'] as const).map((name) => (
                        <th key={name} scope="col" className="number">
                          {t(`counts.${name}`)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {byUnit(counts).map((row) => (
                      <tr key={row.unit?.id ?? ''}>
                        <th scope="row">
                          {row.unit ? (
                            <Link to={warningsPath({ unit: row.unit.id })}>{row.unit.name}</Link>
                          ) : (
                            t('hidden')
                          )}
                        </th>
                        {[...row.colours, row.waiting, row.late, row.answered].map((n, i) => (
                          <td key={i} className={n === 0 ? 'number zero' : 'number'}>
                            {n}
                          </td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </>
        )}
      </Query>
    </section>
  );
}
