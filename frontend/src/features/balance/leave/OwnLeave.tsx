import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { LeaveList } from './LeaveList';
import { PlanLeaveDialog } from './PlanLeaveDialog';
import { PlannedLeavesQuery } from './query';
import { Query } from '@/ui/Query';

/** The leave that the signed-in person plans. */
export function OwnLeave({ personId }: { personId: string }) {
  const { t } = useTranslation('balance');
  const [planning, setPlanning] = useState(false);
  const [result, reload] = useQuery({
    query: PlannedLeavesQuery,
    variables: { personId },
    requestPolicy: 'cache-and-network',
  });
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <section className="panel" aria-label={t('leave.own')}>
      <h2>{t('leave.own')}</h2>
      <p className="hint">{t('leave.ownIntro')}</p>
      <Query result={result} onRetry={again} rows={2}>
        {({ plannedLeaves }) => <LeaveList leaves={plannedLeaves} own onChanged={again} />}
      </Query>
      <Button onClick={() => setPlanning(true)}>{t('leave.plan')}</Button>
      {planning && (
        <PlanLeaveDialog personId={personId} onClose={() => setPlanning(false)} onDone={again} />
      )}
    </section>
  );
}
