import { useTranslation } from 'react-i18next';
import type { SessionRow } from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';

const looks: Record<Enum<'EducationState'>, string> = {
  PLANNED: 'tag-wait',
  HELD: 'tag-good',
  CANCELLED: '',
};

/** How a session stands. */
export function SessionStateTag({ session }: { session: Pick<SessionRow, 'state' | 'overdue'> }) {
  const { t } = useTranslation('education');
  const states = useEnum('EducationState');
  return (
    <>
      <span className={`tag ${looks[session.state]}`}>{states.label(session.state)}</span>
      {session.overdue && (
        <>
          {' '}
          <span className="tag tag-late">{t('overdue')}</span>
        </>
      )}
    </>
  );
}

/** How long something lasted, in hours. */
export function useHours() {
  const { t } = useTranslation('education');
  return (minutes: number) => t('hours', { hours: Math.round(minutes / 6) / 10 });
}

interface AttendedProps {
  attendance: Enum<'Attendance'> | null;
  madeUpOn: string | null;
}

/** How somebody took part. */
export function Attended({ attendance, madeUpOn }: AttendedProps) {
  const { t } = useTranslation('education');
  const words = useEnum('Attendance');
  if (!attendance) return <span className="zero">{t('notYet')}</span>;
  const look = attendance === 'ATTENDED' || madeUpOn ? 'tag-good' : 'tag-late';
  return (
    <>
      <span className={`tag ${look}`}>{words.label(attendance)}</span>
      {madeUpOn && <span className="hint-inline"> {t('madeUp', { day: madeUpOn })}</span>}
    </>
  );
}
