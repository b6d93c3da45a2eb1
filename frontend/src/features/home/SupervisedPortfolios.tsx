import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ConflictLink } from './ConflictLink';
import { HomeSupervisionQuery, type Supervision } from './query';
import { riskListPath } from '@/features/risk/door';
import { ChangeWords, CountTiles, supervisionPath } from '@/features/supervision/door';
import { useEnum } from '@/lib/enumLabel';
import { daysBefore } from '@/lib/format';
import { Empty } from '@/ui/Empty';
import { GradeBadge } from '@/ui/GradeBadge';
import { Query } from '@/ui/Query';

/** A leader's question on one page: what is mine, how bad is it, what changed. */
export function SupervisedPortfolios() {
  const { t } = useTranslation('home');
  // Fixed while the page is open, so that midnight does not ask again.
  const [since] = useState(() => daysBefore(30, new Date()));
  const [result, reload] = useQuery({ query: HomeSupervisionQuery, variables: { since } });
  return (
    <section className="panel">
      <h2>{t('supervision')}</h2>
      <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })}>
        {({ supervision }) =>
          supervision.portfolios.length === 0 ? (
            <Empty text={t('noPortfolios')} />
          ) : (
            <>
              {supervision.portfolios.length > 1 && (
                <>
                  <h3>{t('all')}</h3>
                  <CountTiles counts={supervision.counts} unitId={undefined} />
                </>
              )}
              {supervision.portfolios.map((item, i) => (
                <Portfolio key={item.portfolio?.id ?? i} item={item} since={since} />
              ))}
            </>
          )
        }
      </Query>
    </section>
  );
}

function Portfolio({ item, since }: { item: Supervision['portfolios'][number]; since: string }) {
  const { t } = useTranslation('home');
  const role = useEnum('Role');
  const kind = useEnum('PortfolioKind');
  const unit = item.unit?.id;
  return (
    <article className="portfolio">
      <h3>
        {item.unit?.name ?? t('wholeSystem')}
        <span className="tag">
          {item.portfolio ? kind.label(item.portfolio.kind) : role.label(item.role)}
        </span>
        <span className="hint-inline">
          {t('worst')} <GradeBadge grade={item.counts.worst} />
        </span>
      </h3>
      <CountTiles counts={item.counts} unitId={unit} />
      <div className="portfolio-foot">
        {item.changes && (
          <span>
            {t('since', { since })}：<ChangeWords changes={item.changes} />
          </span>
        )}
        <Link to={supervisionPath({ unit, since })}>{t('drill')}</Link>
        <Link to={riskListPath({ unit })}>{t('list')}</Link>
        {item.unit && <ConflictLink unit={item.unit} />}
        {item.counts.uncontrolledA > 0 && (
          <Link to={riskListPath({ unit, grade: ['A'], controlled: false })}>
            {t('uncontrolled')}
          </Link>
        )}
      </div>
    </article>
  );
}
