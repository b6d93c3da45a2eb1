import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { DoDialog } from './DoDialog';
import { TaskQuery, type OpenTask } from './query';
import { TaskStateTag } from './TaskStateTag';
import { Asked } from './TaskTable';
import { Attachments } from '@/features/attachment/door';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { useChanged } from '@/lib/useLive';
import { Facts } from '@/ui/Facts';
import { GradeBadge } from '@/ui/GradeBadge';
import { NotFound } from '@/ui/NotFound';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';
import './task.css';

/** One task: what is to be done by whom until when, and what was done. */
export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({
    query: TaskQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => reload({ requestPolicy: 'network-only' });
  useChanged('TASK', again, id);
  return (
    <Query result={result} onRetry={again} rows={8}>
      {({ node }) =>
        node?.__typename === 'MeasureTask' ? <Task task={node} onDone={again} /> : <NotFound />
      }
    </Query>
  );
}

function Task({ task, onDone }: { task: OpenTask; onDone: () => void }) {
  const { t } = useTranslation('task');
  const kinds = useEnum('TaskKind');
  const [doing, setDoing] = useState(false);
  const { measure } = task;
  return (
    <>
      <PageHeader
        title={t('of', { kind: kinds.label(task.kind), day: task.fromDay })}
        crumbs={[{ title: t('title'), to: '/tasks' }]}
        tags={<TaskStateTag task={task} />}
      />
      <section className="panel" aria-label={t('asked')}>
        <p className="task-text">{task.work}</p>
        <Facts
          items={[
            [t('head.unit'), task.unit.name],
            [t('head.asked'), <Asked task={task} />],
            [t('head.period'), t('from', { day: task.fromDay })],
            [t('head.dueOn'), task.dueOn],
            ...(task.doneAt
              ? ([[t('doneBy'), `${task.doneName} ${formatTime(task.doneAt)}`]] as [
                  string,
                  string,
                ][])
              : []),
            ...(task.session
              ? ([
                  [
                    t('bySession'),
                    <Link to={`/education/${task.session.id}`}>{task.session.topic}</Link>,
                  ],
                ] as [string, ReactNode][])
              : []),
          ]}
        />
        {task.note && (
          <div className="task-note">
            <h2>{t('note')}</h2>
            <p className="task-text">{task.note}</p>
          </div>
        )}
        {task.mayDo && (
          <div className="step-actions">
            <Button type="primary" onClick={() => setDoing(true)}>
              {t(`do.${task.kind}`)}
            </Button>
          </div>
        )}
      </section>
      {measure && (
        <section className="panel">
          <h2>{t('measure')}</h2>
          <p>
            <Link to={`/measures/${measure.id}`}>{measure.content}</Link>
          </p>
          <ul className="task-risks">
            {measure.riskPoints.map((risk) => (
              <li key={risk.id}>
                <GradeBadge grade={risk.grade} /> <Link to={`/risks/${risk.id}`}>{risk.title}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Attachments
        ownerId={task.id}
        version={task.version}
        hint={task.wantsFile ? t('fileWanted') : undefined}
      />
      {doing && <DoDialog task={task} onClose={() => setDoing(false)} onDone={onDone} />}
    </>
  );
}
