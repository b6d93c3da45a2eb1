import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RiskDetail } from './query';
import { useEnum } from '@/lib/enumLabel';

interface Props {
  step: NonNullable<RiskDetail['step']>;
  powerId: string | undefined;
}

/** The steps of the process in order, with the one the risk stands on marked. */
export function StepInProcess({ step, powerId }: Props) {
  const { t } = useTranslation('risk');
  const kind = useEnum('StepKind');
  const process = step.process;
  return (
    <section className="panel">
      <h2>{t('detail.where')}</h2>
      {process && (
        <p className="hint">
          {powerId ? (
            <Link to={`/powers/${powerId}`}>
              {t('detail.process', { revision: process.revision })}
            </Link>
          ) : (
            t('detail.process', { revision: process.revision })
          )}
        </p>
      )}
      <ol className="step-strip">
        {(process?.steps ?? []).map((other) => {
          const here = other.id === step.id;
          return (
            <li key={other.id} aria-current={here ? 'step' : undefined}>
              <strong>{other.name}</strong>
              <span>{kind.label(other.kind)}</span>
              {other.post && <span>{other.post.name}</span>}
              {here && <span className="step-here">▲ {t('detail.thisStep')}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
