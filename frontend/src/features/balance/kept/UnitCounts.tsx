import { useEffect } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { SeverityTag } from '../SeverityTag';
import { ConflictCountsQuery, JudgeBalanceMutation, type UnitConflicts } from './query';
import { can, useViewer } from '@/lib/viewer';
import { Query } from '@/ui/Query';

/** How many conflicts a unit and each unit directly below it have. */
export function UnitCounts({ unitId }: { unitId: string }) {
  const { t } = useTranslation('balance');
  const [result, reload] = useQuery({
    query: ConflictCountsQuery,
    variables: { unitId },
    requestPolicy: 'cache-and-network',
  });
  const [judging, judge] = useMutation(JudgeBalanceMutation);
  const viewer = useViewer();
  const again = () => reload({ requestPolicy: 'network-only' });
  const waiting = (result.data?.conflictCounts.waiting ?? 0) > 0 && !result.fetching;
  useEffect(() => {
    if (!waiting) return;
    const later = setTimeout(() => reload({ requestPolicy: 'network-only' }), 3000);
    return () => clearTimeout(later);
  }, [waiting, reload]);
  return (
    <section className="panel" aria-label={t('kept.counts')}>
      <Query result={result} onRetry={again} rows={3}>
        {({ conflictCounts }) => (
          <>
            <div className="table-scroll">
              <table className="grid-table">
                <caption className="visually-hidden">{t('kept.counts')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('kept.unit')}</th>
                    {conflictCounts.counts.map(({ severity }) => (
                      <th key={severity} scope="col">
                        <SeverityTag severity={severity} />
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  <CountRow of={conflictCounts} />
                  {conflictCounts.below.map((row) => (
                    <CountRow key={row.unit.id} of={row} below />
                  ))}
                </tbody>
              </table>
            </div>
            <p className="hint-inline">
              {conflictCounts.waiting > 0
                ? t('kept.judging', { count: conflictCounts.waiting })
                : t('kept.upToDate')}{' '}
              {can(viewer, 'EDIT_REGISTER') && (
                <Button
                  size="small"
                  loading={judging.fetching}
                  onClick={() => void judge({ input: { unitId } }).then(again)}
                >
                  {t('kept.judge')}
                </Button>
              )}
            </p>
          </>
        )}
      </Query>
    </section>
  );
}

function CountRow({ of, below = false }: { of: UnitConflicts; below?: boolean }) {
  const { t } = useTranslation('balance');
  return (
    <tr>
      <th scope="row">
        {below ? <Link to={`/conflicts?unit=${of.unit.id}`}>{of.unit.name}</Link> : of.unit.name}
      </th>
      {of.counts.map(({ severity, open, accepted }) => (
        <td key={severity}>
          {open}
          {accepted > 0 && (
            <span className="hint-inline"> {t('kept.acceptedToo', { accepted })}</span>
          )}
        </td>
      ))}
    </tr>
  );
}
