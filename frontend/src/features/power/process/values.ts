import type { ProcessDetail } from '../detail/query';
import type { SaveProcessMutation } from './query';
import type { Enum, VariablesOf } from '@/gql';

export interface StepValues {
  key?: string;
  name?: string;
  kind?: Enum<'StepKind'>;
  postId?: string;
  timeLimitDays?: number | null;
}

export interface WayValues {
  fromKey?: string;
  toKey?: string;
  condition?: string;
}

/** Fields of the editor; named as the API names them, so that its problems find them. */
export interface ProcessValues {
  steps: StepValues[];
  edges: WayValues[];
}

export type SaveProcessInput = VariablesOf<typeof SaveProcessMutation>['input'];

export function emptyProcess(): ProcessValues {
  return { steps: [{ key: 's1' }], edges: [] };
}

export function valuesOf(process: Pick<ProcessDetail, 'steps' | 'edges'>): ProcessValues {
  return {
    steps: process.steps.map((step) => ({
      key: step.key,
      name: step.name,
      kind: step.kind,
      postId: step.post?.id,
      timeLimitDays: step.timeLimitDays,
    })),
    edges: process.edges.map(({ fromKey, toKey, condition }) => ({ fromKey, toKey, condition })),
  };
}

export function toInput(
  powerId: string,
  revision: number,
  { steps, edges }: ProcessValues,
): SaveProcessInput {
  return {
    powerId,
    expectedRevision: revision,
    steps: steps.map((step) => ({
      key: step.key?.trim() ?? '',
      name: step.name ?? '',
      // The form asks for it before it sends.
      kind: step.kind as Enum<'StepKind'>,
      postId: step.postId ?? null,
      timeLimitDays: step.timeLimitDays ?? null,
    })),
    edges: edges.map((edge) => ({
      fromKey: edge.fromKey ?? '',
      toKey: edge.toKey ?? '',
      condition: edge.condition ?? '',
    })),
  };
}

/** A key that no step has yet. */
export function freeKey(steps: StepValues[]): string {
  const taken = new Set(steps.map((step) => step?.key));
  for (let n = steps.length + 1; ; n++) {
    if (!taken.has(`s${n}`)) return `s${n}`;
  }
}

/** The ways of a process that runs straight from the first step to the last. */
export function straight(steps: StepValues[]): WayValues[] {
  return steps.slice(1).flatMap((step, i) => {
    const before = steps[i]?.key;
    return before && step.key ? [{ fromKey: before, toKey: step.key, condition: '' }] : [];
  });
}

/** The ways after a step got another key: they lead to the same step as before. */
export function renamed(edges: WayValues[], old: string, key: string): WayValues[] {
  const follow = (end: string | undefined) => (end === old ? key : end);
  return edges.map((edge) => ({
    ...edge,
    fromKey: follow(edge.fromKey),
    toKey: follow(edge.toKey),
  }));
}

/** The ways without those to and from a step. */
export function without(edges: WayValues[], key: string | undefined): WayValues[] {
  return edges.filter((edge) => edge.fromKey !== key && edge.toKey !== key);
}
