import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PowerDetail } from './query';
import { useEnum } from '@/lib/enumLabel';
import { Facts } from '@/ui/Facts';

/** What is written of a power, in the order of form 1. */
export function PowerFacts({ power }: { power: PowerDetail }) {
  const { t } = useTranslation('power');
  const type = useEnum('PowerType');
  const discretion = useEnum('Discretion');
  const unit = power.unit;
  return (
    <section className="panel">
      <h2>{t('detail.facts')}</h2>
      <Facts
        items={[
          [t('field.code'), power.code],
          [t('field.type'), type.label(power.type)],
          [
            t('field.unit'),
            unit && (
              <Link to={`/powers?unit=${unit.id}`}>
                {unit.path.map((step) => step.name).join(' / ') || unit.name}
              </Link>
            ),
          ],
          [t('field.discretion'), discretion.label(power.discretion)],
          [
            t('field.timeLimitDays'),
            power.timeLimitDays === null ? '' : t('days', { count: power.timeLimitDays }),
          ],
          [t('field.frequency'), power.frequency],
          [t('field.exercisingPosts'), power.exercisingPosts.map((post) => post.name).join('、')],
          [t('field.decisionPost'), power.decisionPost?.name],
          [t('field.executionPost'), power.executionPost?.name],
          [t('field.supervisionPost'), power.supervisionPost?.name],
          [t('field.disclosureScope'), power.disclosure.scope],
          [t('field.disclosureForm'), power.disclosure.form],
          [t('field.disclosureReason'), power.disclosure.reason],
        ]}
      />
      <Facts
        items={[
          [
            t('field.discretionNote'),
            power.discretionNote && <span className="prose">{power.discretionNote}</span>,
          ],
          [
            t('field.responsibilities'),
            power.responsibilities && <span className="prose">{power.responsibilities}</span>,
          ],
          [
            t('field.accountability'),
            power.accountability && <span className="prose">{power.accountability}</span>,
          ],
          [
            t('field.legalBases'),
            power.legalBases.length > 0 && (
              <ul className="legal-bases">
                {power.legalBases.map((basis, i) => (
                  <li key={i}>
                    {basis.law}
                    {basis.article && ` ${basis.article}`}
                    {basis.text && <div className="prose hint-inline">{basis.text}</div>}
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
    </section>
  );
}
