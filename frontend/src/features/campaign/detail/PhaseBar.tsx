import { useTranslation } from 'react-i18next';
import type { CampaignDetail } from './query';
import { useEnum } from '@/lib/enumLabel';

/** The phases of a campaign with their days, and which of them it stands in. */
export function PhaseBar({ campaign }: { campaign: CampaignDetail }) {
  const { t } = useTranslation('campaign');
  const phase = useEnum('CampaignPhase');
  const kind = useEnum('FormKind');
  const now = campaign.phases.findIndex((one) => one.phase === campaign.phase);
  const over = campaign.phase === 'ARCHIVED';
  return (
    <section className="panel" aria-label={t('phaseBar')}>
      <ol className="phase-bar">
        {campaign.phases.map((one, i) => {
          const present = i === now;
          return (
            <li
              key={one.phase}
              className={present ? 'phase-now' : over || i < now ? 'phase-past' : undefined}
              aria-current={present ? 'step' : undefined}
            >
              {phase.label(one.phase)}
              {present && <span className="visually-hidden"> {t('phaseNow')}</span>}
              <small>
                {one.from} – {one.to}
              </small>
              {one.due.map((due) => (
                <small key={due.kind}>
                  {kind.label(due.kind)}：{due.on}
                </small>
              ))}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
