import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProcessDetail, StepDetail } from './query';
import type { ShownRisk } from './reading';
import { RiskMarks } from '../process/RiskMarks';
import { useEnum } from '@/lib/enumLabel';
import { GradeBadge } from '@/ui/GradeBadge';

interface ListProps {
  process: Pick<ProcessDetail, 'steps' | 'edges'>;
  risks: Map<string, ShownRisk[]>;
}

/** The steps in order, where each leads to, and the risk points that stand on it. */
export function StepList({ process, risks }: ListProps) {
  return (
    <ol className="step-list">
      {process.steps.map((step) => (
        <li key={step.id}>
          <StepFacts process={process} step={step} risks={risks.get(step.key) ?? []} />
        </li>
      ))}
    </ol>
  );
}

interface Props {
  process: Pick<ProcessDetail, 'steps' | 'edges'>;
  step: StepDetail;
  risks: ShownRisk[];
}

/** All there is to say of a step. */
export function StepFacts({ process, step, risks }: Props) {
  const { t } = useTranslation('power');
  const kind = useEnum('StepKind');
  const type = useEnum('RiskType');
  const facts = [
    kind.label(step.kind),
    step.post?.name ?? step.lane,
    step.timeLimitDays !== null && t('days', { count: step.timeLimitDays }),
  ].filter(Boolean);
  const next = process.edges
    .filter((edge) => edge.fromKey === step.key)
    .map(({ toKey, condition }) => {
      const name = process.steps.find((other) => other.key === toKey)?.name ?? toKey;
      return condition ? t('process.nextIf', { name, condition }) : name;
    });
  return (
    <>
      <strong>{step.name}</strong> <span className="hint-inline">{facts.join('，')}</span>{' '}
      <RiskMarks risks={risks} />
      {step.explanation && <div className="step-explanation">{step.explanation}</div>}
      {next.length > 0 && (
        <div className="hint-inline">
          {t('process.next')}：{next.join('；')}
        </div>
      )}
      {risks.length > 0 && (
        <ul>
          {risks.map((risk, i) => (
            <li key={i}>
              <GradeBadge grade={risk.grade} />{' '}
              {risk.id ? <Link to={`/risks/${risk.id}`}>{risk.title}</Link> : risk.title}
              {risk.types.length > 0 && (
                <span className="hint-inline">
                  {' '}
                  {risk.types.map((each) => type.label(each)).join('、')}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
