import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { CollusionNumber } from './Collusions';
import { ConflictTable } from './ConflictTable';
import { balancePath } from './path';
import { PowerBalanceQuery } from './query';
import { Facts } from '@/ui/Facts';
import { Query } from '@/ui/Query';

/** What there is to say of balance in one power, on its page. */
export function PowerBalance({ powerId }: { powerId: string }) {
  const { t } = useTranslation('balance');
  const [result, reload] = useQuery({ query: PowerBalanceQuery, variables: { powerId } });
  const unitId = result.data?.powerBalance.unit.id;
  return (
    <section className="panel">
      <h2 className="panel-head">
        {t('title')}
        {unitId && <Link to={balancePath(unitId)}>{t('ofUnit')}</Link>}
      </h2>
      <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={3}>
        {({ powerBalance: { conflicts, collusions, unknowns, powerCount } }) => (
          <>
            <Facts
              items={[
                [
                  t('collusion.title'),
                  collusions[0] && <CollusionNumber key="n" collusion={collusions[0]} />,
                ],
                [
                  t('collusion.people'),
                  collusions[0]?.people.map(({ name }) => name).join('、') ?? '',
                ],
              ]}
            />
            {conflicts.length > 0 ? (
              <ConflictTable conflicts={conflicts} label={t('conflict.title')} />
            ) : (
              <p className="hint-inline">
                {t('conflict.none', { powers: powerCount, unknown: unknowns.length })}
              </p>
            )}
          </>
        )}
      </Query>
    </section>
  );
}
