import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { byMonth, daysOf } from './calendar';
import { LeaveList } from './LeaveList';
import { PlanLeaveDialog } from './PlanLeaveDialog';
import { LeaveTestQuery, LeaveUnitQuery, PlannedLeavesQuery, type Collapse } from './query';
import { balancePath } from '../path';
import { SeverityTag } from '../SeverityTag';
import { can, useViewer } from '@/lib/viewer';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';
import '../balance.css';

/** On which days of the coming year leave would bring into one hand what is to be apart. */
export function Component() {
  const { t } = useTranslation('balance');
  const { id = '' } = useParams();
  const viewer = useViewer();
  const [planning, setPlanning] = useState(false);
  const [unit] = useQuery({ query: LeaveUnitQuery, variables: { id } });
  const [planned, reloadPlanned] = useQuery({
    query: PlannedLeavesQuery,
    variables: { unitId: id },
    requestPolicy: 'cache-and-network',
  });
  const [tested, reloadTest] = useQuery({
    query: LeaveTestQuery,
    variables: { unitId: id, leaves: [] },
    requestPolicy: 'network-only',
  });
  const again = () => {
    reloadPlanned({ requestPolicy: 'network-only' });
    reloadTest({ requestPolicy: 'network-only' });
  };
  const node = unit.data?.node;
  const here = node?.__typename === 'Unit' ? node : null;
  return (
    <>
      <PageHeader
        title={here ? t('leave.titleOf', { unit: here.name }) : t('leave.title')}
        crumbs={(here?.path ?? []).map((step) => ({ title: step.name, to: balancePath(step.id) }))}
      />
      <section className="panel" aria-label={t('leave.planned')}>
        <h2 className="panel-head">
          {t('leave.planned')}
          {can(viewer, 'READ_PERSONAL') && (
            <Button onClick={() => setPlanning(true)}>{t('leave.plan')}</Button>
          )}
        </h2>
        <p className="hint">{t('leave.intro')}</p>
        <Query result={planned} onRetry={again} rows={3}>
          {({ plannedLeaves }) => <LeaveList leaves={plannedLeaves} onChanged={again} />}
        </Query>
        {planning && (
          <PlanLeaveDialog unitId={id} onClose={() => setPlanning(false)} onDone={again} />
        )}
      </section>
      <section className="panel" aria-label={t('leave.test')}>
        <h2>{t('leave.test')}</h2>
        <p className="hint">{t('leave.testIntro')}</p>
        <Query result={tested} onRetry={again} rows={4}>
          {({ leaveTest }) => (
            <div aria-busy={tested.fetching}>
              <Collapses runs={leaveTest} />
            </div>
          )}
        </Query>
      </section>
    </>
  );
}

function Collapses({ runs }: { runs: Collapse[] }) {
  const { t } = useTranslation('balance');
  if (runs.length === 0) return <p role="status">{t('leave.sound')}</p>;
  return (
    <>
      <p role="status">
        <strong>{t('leave.found', { count: runs.length })}</strong>
      </p>
      {byMonth(runs).map(([month, found]) => (
        <article key={month}>
          <h3>{t('leave.month', { month: month.slice(0, 7) })}</h3>
          <ul className="leave-list">
            {found.map((run, i) => (
              <CollapseItem key={i} run={run} />
            ))}
          </ul>
        </article>
      ))}
    </>
  );
}

function CollapseItem({ run: { from, to, away, conflict, step } }: { run: Collapse }) {
  const { t } = useTranslation('balance');
  return (
    <li>
      <span className="nowrap">
        {t('leave.days', { from, to })}{' '}
        <span className="hint-inline">{t('leave.count', { days: daysOf(from, to) })}</span>
      </span>{' '}
      {conflict && (
        <>
          <SeverityTag severity={conflict.severity} /> {conflict.rule.name}：{conflict.message}
          {away.length > 0 && (
            <span className="hint-inline">
              {' '}
              {t('leave.away', { names: away.map(({ name }) => name).join(t('leave.and')) })}
            </span>
          )}
          {conflict.settlements[0] && <div className="hint">{conflict.settlements[0]}</div>}
        </>
      )}
      {step && (
        <>
          <span className="tag tag-wait">{t('leave.nobody')}</span>{' '}
          <Link to={`/powers/${step.power.id}`}>{step.power.name}</Link>：{step.name || step.key}
        </>
      )}
    </li>
  );
}
