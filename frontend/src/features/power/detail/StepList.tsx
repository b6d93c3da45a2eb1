import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProcessDetail, StepDetail } from './query';
import { RiskMarks } from '../process/RiskMarks';
import { useEnum } from '@/lib/enumLabel';
import { GradeBadge } from '@/ui/GradeBadge';

/** The steps in order, where each leads to, and the risk points that stand on it. */
export function StepList({ process }: { process: ProcessDetail }) {
  const names = new Map(process.steps.map((step) => [step.key, step.name]));
  return (
    <ol className="step-list">
      {process.steps.map((step) => (
        <Step
          key={step.id}
          step={step}
          next={process.edges
            .filter((edge) => edge.fromKey === step.key)
            .map((edge) => ({
              name: names.get(edge.toKey) ?? edge.toKey,
              condition: edge.condition,
            }))}
        />
      ))}
    </ol>
  );
}

interface StepProps {
  step: StepDetail;
  next: { name: string; condition: string }[];
}

function Step({ step, next }: StepProps) {
  const { t } = useTranslation('power');
  const kind = useEnum('StepKind');
  const facts = [
    kind.label(step.kind),
    step.post?.name,
    step.timeLimitDays !== null && t('days', { count: step.timeLimitDays }),
  ].filter(Boolean);
  return (
    <li>
      <strong>{step.name}</strong> <span className="hint-inline">{facts.join('，')}</span>{' '}
      <RiskMarks risks={step.riskPoints} />
      {next.length > 0 && (
        <div className="hint-inline">
          {t('process.next')}：
          {next
            .map(({ name, condition }) =>
              condition ? t('process.nextIf', { name, condition }) : name,
            )
            .join('；')}
        </div>
      )}
      {step.riskPoints.length > 0 && (
        <ul>
          {step.riskPoints.map((risk) => (
            <li key={risk.id}>
              <GradeBadge grade={risk.grade} /> <Link to={`/risks/${risk.id}`}>{risk.title}</Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
