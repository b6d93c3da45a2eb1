import type { Enum } from '@/gql';

export interface Place {
  x: number;
  y: number;
}

/** A step as it is drawn and edited; the fields are those of the API. */
export interface Step {
  key: string;
  name: string;
  kind: Enum<'StepKind'>;
  postId: string | null;
  timeLimitDays: number | null;
  lane: string;
  starts: boolean;
  ends: boolean;
  split: Enum<'Split'>;
  discretion: Enum<'Discretion'> | null;
  explanation: string;
  place: Place | null;
}

export interface Way {
  fromKey: string;
  toKey: string;
  condition: string;
}

/** A process as it is edited: all that a draft keeps. */
export interface Plan {
  explanation: string;
  steps: Step[];
  ways: Way[];
}

export function newStep(key: string, kind: Step['kind'] = 'HANDLE'): Step {
  return {
    key,
    name: '',
    kind,
    postId: null,
    timeLimitDays: null,
    lane: '',
    starts: false,
    ends: false,
    split: 'ONE',
    discretion: null,
    explanation: '',
    place: null,
  };
}

/** A key that no step has yet. */
export function freeKey(steps: { key: string }[]): string {
  const taken = new Set(steps.map((step) => step.key));
  for (let n = steps.length + 1; ; n++) {
    if (!taken.has(`s${n}`)) return `s${n}`;
  }
}

interface Told extends Omit<Step, 'postId'> {
  postId?: string | null;
  post?: { id: string } | null;
}

/**
 * What the server told, as it is edited. Steps without a key, or with one that another has, get one
 * of their own: here they are told apart by it.
 */
export function planOf(told: { explanation: string; steps: Told[]; edges: Way[] }): Plan {
  const steps: Step[] = [];
  for (const step of told.steps) {
    const taken = !step.key || steps.some((other) => other.key === step.key);
    steps.push({
      key: taken ? freeKey([...told.steps, ...steps]) : step.key,
      name: step.name,
      kind: step.kind,
      postId: step.postId ?? step.post?.id ?? null,
      timeLimitDays: step.timeLimitDays,
      lane: step.lane,
      starts: step.starts,
      ends: step.ends,
      split: step.split,
      discretion: step.discretion,
      explanation: step.explanation,
      place: step.place && { x: step.place.x, y: step.place.y },
    });
  }
  const ways = told.edges.map(({ fromKey, toKey, condition }) => ({ fromKey, toKey, condition }));
  return { explanation: told.explanation, steps, ways };
}

/** What is sent of a plan; nothing is left out, since the server names what is wrong by its number. */
export function inputOf(plan: Plan) {
  return { explanation: plan.explanation, steps: plan.steps, edges: plan.ways };
}

/**
 * The steps with which the process may begin and after which it may end, as the server works them out:
 * where it is said, else where no way leads to, else the first; it always ends where none goes on.
 */
export function bounds(
  plan: Pick<Plan, 'ways'> & { steps: Pick<Step, 'key' | 'starts' | 'ends'>[] },
) {
  const { steps, ways } = plan;
  const known = new Set(steps.map((step) => step.key));
  const real = ways.filter(
    (way) => way.fromKey !== way.toKey && known.has(way.fromKey) && known.has(way.toKey),
  );
  const said = steps.filter((step) => step.starts);
  const free = steps.filter((step) => !real.some((way) => way.toKey === step.key));
  const entries = said.length > 0 ? said : free.length > 0 ? free : steps.slice(0, 1);
  const exits = steps.filter((step) => step.ends || !real.some((way) => way.fromKey === step.key));
  const keys = (list: { key: string }[]) => list.map((step) => step.key);
  return { entries: keys(entries), exits: keys(exits) };
}
