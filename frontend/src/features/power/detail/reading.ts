import { useMemo } from 'react';
import { planOf } from '../map/plan';
import {
  laidOut,
  standingOf,
  useWords,
  viewsOf,
  type Around,
  type KnownPost,
  type Lanes,
} from '../map/view';
import type { StepMark } from '../map/shapes';
import type { ProcessDetail, ProcessReport, StepDefence } from './query';
import type { Enum } from '@/gql';

/** A risk point as the page of a process shows it; without an id there is no page of it to go to. */
export interface ShownRisk {
  id: string | null;
  title: string;
  grade: Enum<'Grade'> | null;
  types: Enum<'RiskType'>[];
}

/** The risk points of each step: those of today on the version in force, those of then on an earlier one. */
export function risksOf(
  process: Pick<ProcessDetail, 'current' | 'stood'> & {
    steps: Pick<ProcessDetail['steps'][number], 'key' | 'riskPoints'>[];
  },
): Map<string, ShownRisk[]> {
  return new Map(
    process.steps.map(({ key, riskPoints }) => [
      key,
      process.current
        ? riskPoints.map(({ id, title, grade }) => ({ id, title, grade, types: [] }))
        : process.stood
            .filter((risk) => risk.stepKey === key)
            .map(({ riskPoint, title, grade, types }) => ({
              id: riskPoint?.id ?? null,
              title,
              grade,
              types,
            })),
    ]),
  );
}

/** The step where the next measure helps most; the first of several, none where nothing lacks. */
export function mostNeeded(defence: Pick<StepDefence, 'stepKey' | 'gain'>[]): string | undefined {
  const greatest = Math.max(0, ...defence.map((step) => step.gain));
  return greatest > 0 ? defence.find((step) => step.gain === greatest)?.stepKey : undefined;
}

function aroundOf(
  process: ProcessDetail,
  posts: Around['posts'],
  risks: Map<string, ShownRisk[]>,
  report: ProcessReport | undefined,
  marks: Around['marks'],
): Around {
  const then = () =>
    new Map(
      [...risks].map(([key, stood]) => [
        key,
        { grades: stood.map((risk) => risk.grade), measures: 0 },
      ]),
    );
  const defence = report?.defence ?? [];
  return {
    posts,
    standing: process.current ? standingOf(process.steps) : then(),
    findings: report?.findings,
    // One frame around a step says one thing.
    scores: marks ? undefined : new Map(defence.map((step) => [step.stepKey, step.score])),
    most: marks ? undefined : mostNeeded(defence),
    marks,
  };
}

/** A version of a process as it is drawn, with what was found out of it, and what else is told of its steps. */
export function useReading(
  process: ProcessDetail,
  lanes: Lanes,
  report?: ProcessReport,
  marks?: Map<string, StepMark>,
) {
  const words = useWords();
  const plan = useMemo(() => planOf(process), [process]);
  const posts = useMemo(
    () =>
      new Map<string, KnownPost>(
        process.steps.flatMap(({ post }) =>
          post ? [[post.id, { name: post.name, unit: post.unit?.name ?? '' }] as const] : [],
        ),
      ),
    [process],
  );
  const risks = useMemo(() => risksOf(process), [process]);
  const most = useMemo(() => mostNeeded(report?.defence ?? []), [report]);
  const views = useMemo(
    () => viewsOf(plan, aroundOf(process, posts, risks, report, marks)),
    [process, plan, posts, risks, report, marks],
  );
  const laid = useMemo(
    () => laidOut(plan, views, lanes, posts, words),
    [plan, views, lanes, posts, words],
  );
  return { words, views, laid, risks, most };
}
