import type { OwnRule } from './query';
import type { Enum, VariablesOf } from '@/gql';
import type { TryRuleQuery } from './query';

export type RuleInput = VariablesOf<typeof TryRuleQuery>['rule'];

/** What a selector may be narrowed by; which of them depends on its kind. */
export interface Conditions {
  steps?: Enum<'StepKind'>[];
  roles?: Enum<'PowerRole'>[];
  powerTypes?: Enum<'PowerType'>[];
  powers?: string[];
  posts?: string[];
  portfolios?: Enum<'PortfolioKind'>[];
  functions?: Enum<'UnitFunction'>[];
}
export type Condition = keyof Conditions;
export interface Selector extends Conditions {
  kind: Enum<'RuleSelectorKind'>;
}
export interface Side {
  join: Enum<'RuleJoin'>;
  selectors: Selector[];
}

/** A rule as it is being written. */
export interface RuleValues {
  name: string;
  reason: string;
  example: string;
  severity: Enum<'BalanceSeverity'>;
  scope: Enum<'RuleScope'>;
  sameHand: Enum<'RuleHand'>;
  left: Side;
  right: Side;
}

/** What each kind of selector is narrowed by, in the order in which it is asked. The server checks it. */
export const conditions: Record<Selector['kind'], Condition[]> = {
  STEP: ['steps', 'powerTypes', 'powers', 'posts'],
  ROLE: ['roles', 'powerTypes', 'powers', 'posts'],
  POWER: ['powerTypes', 'powers', 'posts'],
  POST: ['posts'],
  PORTFOLIO: ['portfolios', 'functions'],
};

/** The steps of one process by one person: what most rules are about. */
export const firstRule: RuleValues = {
  name: '',
  reason: '',
  example: '',
  severity: 'MEDIUM',
  scope: 'SAME_PROCESS',
  sameHand: 'PERSON',
  left: { join: 'ANY_OF', selectors: [{ kind: 'STEP' }] },
  right: { join: 'ANY_OF', selectors: [{ kind: 'STEP' }] },
};

function selectorOf(from: Selector): Selector {
  const out: Selector = { kind: from.kind };
  for (const name of conditions[from.kind]) {
    const values = from[name];
    if (values && values.length > 0) Object.assign(out, { [name]: [...values] });
  }
  return out;
}

function sideOf({ join, selectors }: Side): Side {
  return { join, selectors: selectors.map(selectorOf) };
}

/** What is sent: of each selector only what its kind is narrowed by. */
export function toInput(values: RuleValues): RuleInput {
  return { ...values, left: sideOf(values.left), right: sideOf(values.right) };
}

/** A rule as it is kept, to be written on or to begin another with. */
export function fromRule(rule: OwnRule): RuleValues {
  const { name, reason, example, severity, scope, sameHand, left, right } = rule;
  return {
    name,
    reason,
    example,
    severity,
    scope,
    sameHand,
    left: sideOf(left),
    right: sideOf(right),
  };
}

/** The powers and posts that rules name. */
export function namedIn(rules: Pick<RuleValues, 'left' | 'right'>[]): string[] {
  const ids = rules.flatMap(({ left, right }) =>
    [left, right].flatMap(({ selectors }) =>
      selectors.flatMap(({ powers = [], posts = [] }) => [...powers, ...posts]),
    ),
  );
  return [...new Set(ids)].sort();
}

/** The field of the form that the server means: `rule.left.selectors[0].steps[1]` is a choice of a list. */
export function fieldOf(path: string): string {
  return path
    .replace(/^rule\./, '')
    .replace(/\[\d+\]$/, '')
    .replace(/\[(\d+)\]/g, '.$1');
}
