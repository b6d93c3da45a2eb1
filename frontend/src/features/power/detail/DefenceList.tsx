import { useTranslation } from 'react-i18next';
import { scoreColour } from '../map/shapes';
import type { StepDefence } from './query';
import { useEnum } from '@/lib/enumLabel';
import { GradeBadge } from '@/ui/GradeBadge';

interface Props {
  defence: StepDefence[];
  names: Map<string, string>;
  /** Key of the step where the next measure helps most. */
  most: string | undefined;
}

/** How well each step is guarded, why not better, and what it has none of. */
export function DefenceList({ defence, names, most }: Props) {
  const { t } = useTranslation('powerMap');
  return (
    <ol className="step-list">
      {defence.map((step) => (
        <li key={step.stepKey}>
          <strong>{names.get(step.stepKey) || t('draw.unnamed')}</strong>{' '}
          {step.riskPoints > 0 && <GradeBadge grade={step.grade} />}{' '}
          {step.stepKey === most && <span className="defence-most">{t('draw.most')}</span>}
          <Score step={step} />
          <Reasons step={step} />
        </li>
      ))}
    </ol>
  );
}

function Score({ step: { score, points, target } }: { step: StepDefence }) {
  const { t } = useTranslation('powerMap');
  if (score === null) return <div className="hint-inline">{t('read.noRisk')}</div>;
  return (
    <div className="defence-score">
      <span className="defence-bar" aria-hidden="true">
        <span style={{ width: `${score}%`, background: `var(--${scoreColour(score)})` }} />
      </span>
      <span>{t('read.score', { score, points, target })}</span>
    </div>
  );
}

function Reasons({ step: { weaknesses, missingKinds } }: { step: StepDefence }) {
  const { t } = useTranslation('powerMap');
  const code = useEnum('StepWeaknessCode');
  const kind = useEnum('MeasureKind');
  if (weaknesses.length === 0 && missingKinds.length === 0) return null;
  return (
    <ul>
      {weaknesses.map((weakness) => (
        <li key={weakness.code}>
          <strong>{code.label(weakness.code)}</strong>：{weakness.message}
        </li>
      ))}
      {missingKinds.length > 0 && (
        <li className="hint-inline">
          {t('read.missing')}：{missingKinds.map((each) => kind.label(each)).join('、')}
        </li>
      )}
    </ul>
  );
}
