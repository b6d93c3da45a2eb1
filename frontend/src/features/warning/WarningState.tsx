import { useTranslation } from 'react-i18next';
import type { WarningRow } from './query';
import { useEnum } from '@/lib/enumLabel';

/** Where a warning stands, whether its answer is late, and how often it went up. */
export function WarningStateTag({ warning }: { warning: WarningRow }) {
  const { t } = useTranslation('warning');
  const states = useEnum('WarningState');
  const grounds = useEnum('LiftGround');
  const { state, overdue, hops, liftGround } = warning;
  return (
    <>
      <span
        className={overdue ? 'tag tag-late' : state === 'LIFTED' ? 'tag tag-good' : 'tag tag-wait'}
      >
        {overdue ? t('late', { state: states.label(state) }) : states.label(state)}
      </span>
      {hops > 0 && <span className="hint-inline"> {t('hops', { count: hops })}</span>}
      {liftGround && <span className="hint-inline"> {grounds.label(liftGround)}</span>}
    </>
  );
}
