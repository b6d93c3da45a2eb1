import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RuleTrial } from './query';
import { useEnum } from '@/lib/enumLabel';
import { GradeBadge } from '@/ui/GradeBadge';

interface Props {
  trial: RuleTrial;
  /** The rule is another by now. */
  stale: boolean;
}

/** What a rule would raise today, whom it would ask, and how it would have done. */
export function TrialView({ trial, stale }: Props) {
  const { t } = useTranslation('warning');
  const roles = useEnum('Role');
  const { today, fresh, samples, byTier, knownFrom, past, medianDays, medianLead } = trial;
  return (
    <section aria-label={t('trial.title')} className="warning-trial">
      <h3>{t('trial.title')}</h3>
      <p role="status">
        {stale && <span className="tag tag-wait">{t('trial.changed')}</span>}{' '}
        <strong>{today > 0 ? t('trial.today', { count: today, fresh }) : t('trial.none')}</strong>
      </p>
      {byTier.length > 0 && (
        <p>
          {t('trial.asked', {
            list: byTier
              .map(({ tier, count }) => t('trial.tier', { tier: roles.label(tier), count }))
              .join(t('trial.comma')),
          })}
        </p>
      )}
      {samples.length > 0 && (
        <ul>
          {samples.map((sample) => (
            <li key={`${sample.subjectId} ${sample.since}`}>
              <Link to={sample.subjectPath}>{sample.unit?.name ?? t('hidden')}</Link>{' '}
              {sample.grade && <GradeBadge grade={sample.grade} />}{' '}
              <span className="hint-inline">{t('trial.since', { day: sample.since })}</span>
            </li>
          ))}
        </ul>
      )}
      {knownFrom ? (
        <p className="hint">
          {t('trial.past', {
            day: knownFrom,
            past,
            goneBefore: trial.goneBefore,
            foresaw: trial.foresaw,
            missed: trial.missed,
          })}
          {medianDays !== null && t('trial.medianDays', { count: medianDays })}
          {medianLead !== null && t('trial.medianLead', { count: medianLead })}
        </p>
      ) : (
        <p className="hint">{t('trial.unknown')}</p>
      )}
    </section>
  );
}
