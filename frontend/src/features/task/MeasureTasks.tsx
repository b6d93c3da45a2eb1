import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { taskKinds, type Measure } from './measure';
import { SchedulesQuery, type Schedule } from './query';
import { ScheduleDialog } from './ScheduleDialog';
import { StopDialog } from './StopDialog';
import { TaskTable } from './TaskTable';
import { useTasks } from './useTasks';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { Facts } from '@/ui/Facts';
import { Query } from '@/ui/Query';
import './task.css';

interface Props {
  measure: Measure;
  /** The kinds of tasks that the reader may schedule for it now. */
  may: Enum<'TaskKind'>[];
}

/** The recurring work of a measure, the checks of its effect, and what was done. */
export default function MeasureTasks({ measure, may }: Props) {
  const { t } = useTranslation('task');
  const [result, reload] = useQuery({
    query: SchedulesQuery,
    variables: { measureIds: [measure.id] },
    requestPolicy: 'cache-and-network',
  });
  const list = useTasks(measure.id, {
    measureId: measure.id,
    states: ['DUE', 'DONE', 'MISSED', 'CANCELLED'],
  });
  const again = () => {
    reload({ requestPolicy: 'network-only' });
    list.refresh();
  };
  return (
    <section className="panel">
      <h2>{t('title')}</h2>
      <Query result={result} onRetry={again} rows={2}>
        {({ taskSchedules }) =>
          taskKinds.map((kind) => (
            <Kind
              key={kind}
              kind={kind}
              measure={measure}
              schedule={taskSchedules.find((one) => one.kind === kind)}
              may={may.includes(kind)}
              onDone={again}
            />
          ))
        }
      </Query>
      {list.state.rows.length > 0 && <TaskTable rows={list.state.rows} label={t('ofMeasure')} />}
    </section>
  );
}

interface KindProps {
  kind: Enum<'TaskKind'>;
  measure: Measure;
  schedule?: Schedule;
  may: boolean;
  onDone: () => void;
}

function Kind({ kind, measure, schedule, may, onDone }: KindProps) {
  const { t } = useTranslation('task');
  const kinds = useEnum('TaskKind');
  const rhythm = useEnum('Recurrence');
  const [open, setOpen] = useState<'set' | 'stop' | null>(null);
  const runs = schedule && !schedule.stoppedReason;
  return (
    <div className="task-schedule">
      <h3>{kinds.label(kind)}</h3>
      {schedule ? (
        <Facts
          items={[
            [t('field.every'), rhythm.label(schedule.every)],
            [t('field.work'), schedule.work],
            [
              t('field.person'),
              schedule.person?.name ?? t(schedule.namesPerson ? 'unseen' : `usual.${kind}`),
            ],
            ...(schedule.wantsFile
              ? ([[t('field.wantsFile'), t('yes')]] as [string, string][])
              : []),
            runs
              ? [t('nextOn'), schedule.nextOn ?? t('notInForce')]
              : [t('stopped'), schedule.stoppedReason],
          ]}
        />
      ) : (
        <p className="hint">{t(`none.${kind}`)}</p>
      )}
      {may && (
        <div className="step-actions">
          <Button onClick={() => setOpen('set')}>{runs ? t('change') : t(`set.${kind}`)}</Button>
          {runs && <Button onClick={() => setOpen('stop')}>{t('stop')}</Button>}
        </div>
      )}
      {open === 'set' && (
        <ScheduleDialog
          kind={kind}
          measures={[measure]}
          schedules={schedule ? [schedule] : []}
          onClose={() => setOpen(null)}
          onDone={onDone}
        />
      )}
      {open === 'stop' && schedule && (
        <StopDialog schedule={schedule} onClose={() => setOpen(null)} onDone={onDone} />
      )}
    </div>
  );
}
