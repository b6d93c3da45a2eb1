import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countByGrade } from '../process/RiskMarks';
import type { Plan, Step } from './plan';
import { heightOf, type StepMark, type StepView, type Words } from './shapes';
import { lay, type Laid } from './layout';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';

/** How the steps are sorted into columns. */
export type Lanes = 'none' | 'post' | 'unit';

export interface KnownPost {
  name: string;
  unit: string;
}

/** What stands on a step. */
export interface Standing {
  grades: (Enum<'Grade'> | null)[];
  measures: number;
}

/** What a map shows besides the plan itself. */
export interface Around {
  posts: Map<string, KnownPost>;
  standing: Map<string, Standing>;
  findings?: { stepKey: string; severity: Enum<'ProcessFindingSeverity'> }[];
  scores?: Map<string, number | null>;
  most?: string;
  /** What else is told of steps, by their keys. */
  marks?: Map<string, StepMark>;
}

/** Statuses of measures that are in force. */
const inForce: Enum<'MeasureStatus'>[] = ['ACTIVE', 'EFFECTIVE', 'INEFFECTIVE'];

interface StandingRisk {
  grade: Enum<'Grade'> | null;
  measures: { id: string; status: Enum<'MeasureStatus'> }[];
}

/** What stands on each step, by its key. A measure of two risk points is one measure. */
export function standingOf(
  steps: { key: string; riskPoints: StandingRisk[] }[],
): Map<string, Standing> {
  return new Map(
    steps.map(({ key, riskPoints }) => {
      const measures = riskPoints
        .flatMap((risk) => risk.measures)
        .filter((measure) => inForce.includes(measure.status));
      const grades = riskPoints.map((risk) => risk.grade);
      return [key, { grades, measures: new Set(measures.map((measure) => measure.id)).size }];
    }),
  );
}

/** The steps of a plan as they are drawn. */
export function viewsOf(plan: Plan, around: Around): StepView[] {
  return plan.steps.map((step) => {
    const standing = around.standing.get(step.key);
    const findings = (around.findings ?? []).filter((finding) => finding.stepKey === step.key);
    const several = plan.ways.filter((way) => way.fromKey === step.key).length > 1;
    return {
      key: step.key,
      name: step.name,
      kind: step.kind,
      who: (step.postId && around.posts.get(step.postId)?.name) || step.lane,
      days: step.timeLimitDays,
      parts: several ? step.split : null,
      grades: countByGrade((standing?.grades ?? []).map((grade) => ({ grade }))),
      measures: standing?.measures ?? 0,
      finding: findings.some((finding) => finding.severity === 'FAULT')
        ? 'FAULT'
        : findings.length > 0
          ? 'HINT'
          : null,
      score: around.scores?.get(step.key) ?? null,
      most: around.most === step.key,
      mark: around.marks?.get(step.key),
    };
  });
}

/** The column that a step stands in. */
export function bandOf(step: Step, lanes: Lanes, posts: Around['posts']): string {
  const post = step.postId ? posts.get(step.postId) : undefined;
  if (lanes === 'post') return post?.name ?? step.lane;
  return post?.unit ?? step.lane;
}

/** The map of a plan. */
export function laidOut(
  plan: Plan,
  views: StepView[],
  lanes: Lanes,
  posts: Around['posts'],
  words: Words,
): Laid {
  const byKey = new Map(views.map((view) => [view.key, view]));
  const placed = plan.steps.map((step) => {
    const view = byKey.get(step.key);
    return {
      key: step.key,
      starts: step.starts,
      // What is closed 办结 ends, as the server has it.
      ends: step.ends || step.kind === 'CLOSE',
      place: step.place,
      band: lanes === 'none' ? '' : bandOf(step, lanes, posts),
      height: view ? heightOf(view, words) : 60,
    };
  });
  return lay(placed, plan.ways, lanes !== 'none');
}

/** The words of a drawing in the present language. */
export function useWords(): Words {
  const { t } = useTranslation('powerMap');
  const kind = useEnum('StepKind');
  return useMemo(
    () => ({
      kind: (value) => kind.label(value),
      days: (count) => t('draw.days', { count }),
      measures: (count) => t('draw.measures', { count }),
      unnamed: t('draw.unnamed'),
      start: t('draw.start'),
      end: t('draw.end'),
      nobody: t('draw.nobody'),
      most: t('draw.most'),
    }),
    [t, kind],
  );
}
