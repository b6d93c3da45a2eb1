import { useTranslation } from 'react-i18next';
import { ConflictTable } from '../ConflictTable';
import type { Conflict } from '../query';
import type { Trial } from './query';

interface Props {
  trial: Trial;
  /** The rule is another by now. */
  stale: boolean;
}

/** What a rule would find today and in past years. */
export function TrialView({ trial, stale }: Props) {
  const { t } = useTranslation('balanceRules');
  const { count, conflicts, past } = trial;
  return (
    <section aria-label={t('trial.title')} className="rule-trial">
      <h3>{t('trial.title')}</h3>
      <p role="status">
        {stale && <span className="tag tag-wait">{t('trial.changed')}</span>}{' '}
        <strong>{count > 0 ? t('trial.today', { count }) : t('trial.none')}</strong>
      </p>
      <Found conflicts={conflicts} total={count} label={t('trial.conflicts')} />
      <ul className="rule-past">
        {past.map(({ on, count: then, conflicts: found }) => (
          <li key={on}>
            {found.length > 0 ? (
              <details>
                <summary>{t('trial.past', { on, count: then })}</summary>
                <Found conflicts={found} total={then} label={t('trial.pastConflicts', { on })} />
              </details>
            ) : (
              t('trial.past', { on, count: then })
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FoundProps {
  conflicts: Conflict[];
  total: number;
  label: string;
}

function Found({ conflicts, total, label }: FoundProps) {
  const { t } = useTranslation('balanceRules');
  if (conflicts.length === 0) return null;
  return (
    <>
      {conflicts.length < total && (
        <p className="hint-inline">{t('trial.shown', { shown: conflicts.length, total })}</p>
      )}
      <ConflictTable conflicts={conflicts} label={label} />
    </>
  );
}
