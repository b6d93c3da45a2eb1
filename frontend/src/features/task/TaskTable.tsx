import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TaskRow } from './query';
import { TaskStateTag } from './TaskStateTag';
import { useEnum } from '@/lib/enumLabel';

const heads = ['work', 'kind', 'unit', 'asked', 'period', 'dueOn', 'state'] as const;

/** Tasks with what they ask of whom, until when. */
export function TaskTable({ rows, label }: { rows: TaskRow[]; label: string }) {
  const { t } = useTranslation('task');
  const kinds = useEnum('TaskKind');
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="grid-table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="task-work">
                <Link to={`/tasks/${row.id}`}>{row.work}</Link>
              </th>
              <td className="nowrap">{kinds.label(row.kind)}</td>
              <td>{row.unit.name}</td>
              <td>
                <Asked task={row} />
              </td>
              <td className="nowrap">{t('from', { day: row.fromDay })}</td>
              <td className="nowrap">{row.dueOn}</td>
              <td className="nowrap">
                <TaskStateTag task={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Who is asked, with the tier where somebody is in another's place. */
export function Asked({ task }: { task: TaskRow }) {
  const { t } = useTranslation('task');
  const roles = useEnum('Role');
  const { person, tier } = task;
  if (!person) return <>{tier === 'STAFF' ? t('nobody') : roles.label(tier)}</>;
  return (
    <>
      {person.name}
      {tier !== 'STAFF' && `（${roles.label(tier)}）`}
    </>
  );
}
