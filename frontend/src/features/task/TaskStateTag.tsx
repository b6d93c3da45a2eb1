import { useTranslation } from 'react-i18next';
import type { TaskRow } from './query';
import { useEnum } from '@/lib/enumLabel';

/** Where a task stands, whether it is late, and what a check of effect found. */
export function TaskStateTag({ task }: { task: TaskRow }) {
  const { t } = useTranslation('task');
  const states = useEnum('TaskState');
  const findings = useEnum('TaskFinding');
  const { state, overdue, finding } = task;
  const look =
    overdue || state === 'MISSED' ? 'tag-late' : state === 'DONE' ? 'tag-good' : 'tag-wait';
  return (
    <>
      <span className={`tag ${look}`}>{overdue ? t('late') : states.label(state)}</span>
      {finding && (
        <span className={`tag ${finding === 'EFFECTIVE' ? 'tag-good' : 'tag-late'}`}>
          {findings.label(finding)}
        </span>
      )}
    </>
  );
}
