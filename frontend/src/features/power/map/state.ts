import { freeKey, newStep, type Place, type Plan, type Step } from './plan';

/** How far back it can be undone. */
export const mostUndone = 100;

/** A plan with what it was before, and what was undone. */
export interface Edited {
  now: Plan;
  past: Plan[];
  future: Plan[];
  /** What was changed last: typing on in the same field is undone at once. */
  last: string;
}

export type Action =
  | { do: 'add'; kind: Step['kind']; after?: string; name?: string }
  | { do: 'delete'; key: string }
  | { do: 'set'; key: string; change: Partial<Omit<Step, 'key'>> }
  | { do: 'connect'; from: string; to: string; condition?: string }
  | { do: 'disconnect'; from: string; to: string }
  | { do: 'condition'; from: string; to: string; condition: string }
  | { do: 'redirect'; from: string; to: string; next: string }
  | { do: 'place'; key: string; place: Place }
  | { do: 'arrange' }
  | { do: 'order'; key: string; by: number }
  | { do: 'straight' }
  | { do: 'explain'; text: string }
  /** Another plan takes its place, which can be undone. */
  | { do: 'replace'; plan: Plan }
  | { do: 'undo' }
  | { do: 'redo' }
  /** Another plan takes its place, with nothing to undo. */
  | { do: 'load'; plan: Plan };

export function start(plan: Plan): Edited {
  return { now: plan, past: [], future: [], last: '' };
}

export function reduce(edited: Edited, action: Action): Edited {
  const { now, past, future } = edited;
  switch (action.do) {
    case 'load':
      return start(action.plan);
    case 'undo': {
      const before = past.at(-1);
      if (!before) return edited;
      return { now: before, past: past.slice(0, -1), future: [now, ...future], last: '' };
    }
    case 'redo': {
      const [next, ...rest] = future;
      if (!next) return edited;
      return { now: next, past: [...past, now], future: rest, last: '' };
    }
    default: {
      const next = change(now, action);
      if (next === now) return edited;
      const last = tag(action);
      if (last && last === edited.last) return { ...edited, now: next, future: [] };
      return { now: next, past: [...past, now].slice(-mostUndone), future: [], last };
    }
  }
}

/** Names what is typed at; empty for what is one act each time. */
function tag(action: Action): string {
  switch (action.do) {
    case 'set': {
      const fields = Object.keys(action.change);
      const typed = fields.every((field) =>
        ['name', 'lane', 'explanation', 'timeLimitDays'].includes(field),
      );
      return typed ? `${action.key} ${fields.join()}` : '';
    }
    case 'condition':
      return `${action.from} ${action.to}`;
    case 'explain':
      return 'explain';
    default:
      return '';
  }
}

/** The key that a step added next gets. */
export function nextKey(plan: Plan): string {
  return freeKey(plan.steps);
}

function change(plan: Plan, action: Exclude<Action, { do: 'load' | 'undo' | 'redo' }>): Plan {
  const { steps, ways } = plan;
  const has = (key: string) => steps.some((step) => step.key === key);
  const joined = (from: string, to: string) =>
    ways.some((way) => way.fromKey === from && way.toKey === to);
  const withSteps = (next: Step[]) => ({ ...plan, steps: next });
  switch (action.do) {
    case 'add': {
      const step = { ...newStep(nextKey(plan), action.kind), name: action.name ?? '' };
      const at = steps.findIndex((other) => other.key === action.after);
      if (at < 0) return withSteps([...steps, step]);
      return {
        ...plan,
        steps: [...steps.slice(0, at + 1), step, ...steps.slice(at + 1)],
        ways: [...ways, { fromKey: steps[at]?.key ?? '', toKey: step.key, condition: '' }],
      };
    }
    case 'delete':
      if (!has(action.key)) return plan;
      return {
        ...plan,
        steps: steps.filter((step) => step.key !== action.key),
        ways: ways.filter((way) => way.fromKey !== action.key && way.toKey !== action.key),
      };
    case 'set': {
      const same = (step: Step) =>
        Object.entries(action.change).every(
          ([field, value]) => step[field as keyof Step] === value,
        );
      if (steps.every((step) => step.key !== action.key || same(step))) return plan;
      return withSteps(
        steps.map((step) => (step.key === action.key ? { ...step, ...action.change } : step)),
      );
    }
    case 'connect': {
      const { from, to, condition = '' } = action;
      if (!has(from) || !has(to) || joined(from, to)) return plan;
      return { ...plan, ways: [...ways, { fromKey: from, toKey: to, condition }] };
    }
    case 'disconnect':
      if (!joined(action.from, action.to)) return plan;
      return {
        ...plan,
        ways: ways.filter((way) => way.fromKey !== action.from || way.toKey !== action.to),
      };
    case 'condition':
    case 'redirect': {
      const next =
        action.do === 'condition' ? { condition: action.condition } : { toKey: action.next };
      if (action.do === 'redirect' && (!has(action.next) || joined(action.from, action.next))) {
        return plan;
      }
      return {
        ...plan,
        ways: ways.map((way) =>
          way.fromKey === action.from && way.toKey === action.to ? { ...way, ...next } : way,
        ),
      };
    }
    case 'place': {
      const place = { x: Math.round(action.place.x), y: Math.round(action.place.y) };
      return withSteps(steps.map((step) => (step.key === action.key ? { ...step, place } : step)));
    }
    case 'replace':
      return action.plan;
    case 'arrange':
      if (steps.every((step) => !step.place)) return plan;
      return withSteps(steps.map((step) => ({ ...step, place: null })));
    case 'order': {
      const from = steps.findIndex((step) => step.key === action.key);
      const to = from + action.by;
      const moved = steps[from];
      if (!moved || to < 0 || to >= steps.length) return plan;
      const rest = steps.filter((step) => step !== moved);
      return withSteps([...rest.slice(0, to), moved, ...rest.slice(to)]);
    }
    case 'straight':
      if (ways.length > 0) return plan;
      return {
        ...plan,
        ways: steps.slice(1).map((step, i) => ({
          fromKey: steps[i]?.key ?? '',
          toKey: step.key,
          condition: '',
        })),
      };
    case 'explain':
      return action.text === plan.explanation ? plan : { ...plan, explanation: action.text };
  }
}
