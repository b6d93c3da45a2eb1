import { useTranslation } from 'react-i18next';
import type { YearCalendar } from './query';
import { formatTime } from '@/lib/format';

/** Says what somebody else has set meanwhile, while what was typed stays. */
export function NowSet({ calendar }: { calendar: YearCalendar }) {
  const { t } = useTranslation('calendar');
  const { version, actorName, setAt, reason, workingDays } = calendar;
  return (
    <p className="calendar-to-confirm" role="status">
      {version === 0
        ? t('nowDropped')
        : t('nowSet', {
            by: actorName,
            at: setAt && formatTime(setAt),
            reason,
            count: workingDays ?? 0,
          })}
    </p>
  );
}
