import { useTranslation } from 'react-i18next';
import type { CheckRow } from './query';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';

/** Where a check stands: due, late and with whom, done and by whom. */
export function CheckStateTag({ check }: { check: CheckRow }) {
  const { t } = useTranslation('check');
  const states = useEnum('CheckState');
  const roles = useEnum('Role');
  const { state, overdue, escalatedTo, doneAt, doneBy, defects } = check;
  return (
    <>
      <span
        className={
          overdue || state === 'MISSED'
            ? 'tag tag-late'
            : state === 'DONE'
              ? 'tag tag-good'
              : 'tag tag-wait'
        }
      >
        {overdue ? t('overdue') : states.label(state)}
      </span>
      {escalatedTo && state === 'DUE' && (
        <span className="hint-inline"> {t('wentTo', { to: roles.label(escalatedTo) })}</span>
      )}
      {doneAt && (
        <span className="hint-inline">
          {' '}
          {doneBy} {formatTime(doneAt)}
          {defects > 0 && ` ${t('defects', { count: defects })}`}
        </span>
      )}
    </>
  );
}
