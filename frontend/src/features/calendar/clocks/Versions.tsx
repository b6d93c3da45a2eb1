import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ClockVersionsQuery, type ClockVersion } from './query';
import { inForce } from './RuleView';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { Query } from '@/ui/Query';
import type { ResultOf } from '@/gql';

type Page = ResultOf<typeof ClockVersionsQuery>['clockRuleVersions'];

interface Props {
  unitId: string;
  page: Page;
  /** Sets a rule anew from its newest version, or withdraws it; left out for whoever may not. */
  onOpen?: (kind: 'write' | 'withdraw', rule: ClockVersion['rule']) => void;
}

/** What the unit itself has set, withdrawals and versions to come included. */
export function Versions(props: Props) {
  const { t } = useTranslation('clock');
  return (
    <section className="panel" aria-label={t('versions')}>
      <h2>{t('versions')}</h2>
      {props.page.nodes.length === 0 ? (
        <p className="hint">{t('noVersions')}</p>
      ) : (
        <Rows {...props} />
      )}
    </section>
  );
}

function Rows({ unitId, page, onOpen }: Props) {
  const { t } = useTranslation('clock');
  const standing = useEnum('ClockRuleStanding');
  const [more, setMore] = useState(false);
  return (
    <>
      <ul className="clock-rules">
        {page.nodes.map(({ rule, standing: is, withdraws }) => (
          <li key={`${rule.code} ${rule.version}`} className="clock-rule">
            <h3>
              {rule.name} <code>{rule.code}</code> {t('version', { version: rule.version })}
              {' · '}
              {withdraws ? t('withdrawal') : standing.label(is)}
            </h3>
            <p>{rule.words}</p>
            <p className="hint">
              {inForce(t, rule)}
              {rule.actorName} {rule.setAt && formatTime(rule.setAt)}（{rule.reason}）
            </p>
            {onOpen &&
              (is === 'COMING' || is === 'OVER' || withdraws) &&
              rule.version === rule.newestVersion && (
                <div className="clock-buttons">
                  <Button size="small" onClick={() => onOpen('write', rule)}>
                    {t(is === 'COMING' ? 'setAnew' : 'setAgain')}
                  </Button>
                  {!withdraws && (
                    <Button size="small" onClick={() => onOpen('withdraw', rule)}>
                      {t('withdraw')}
                    </Button>
                  )}
                </div>
              )}
          </li>
        ))}
      </ul>
      {page.pageInfo.hasNextPage &&
        (more ? (
          <Older unitId={unitId} after={page.pageInfo.endCursor} onOpen={onOpen} />
        ) : (
          <Button onClick={() => setMore(true)}>{t('moreVersions')}</Button>
        ))}
    </>
  );
}

function Older({ after, ...props }: Omit<Props, 'page'> & { after: string | null }) {
  const [result, reload] = useQuery({
    query: ClockVersionsQuery,
    variables: { unitId: props.unitId, after },
  });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={3}>
      {({ clockRuleVersions }) => <Rows {...props} page={clockRuleVersions} />}
    </Query>
  );
}
