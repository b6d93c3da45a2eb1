import type { TryWarningRuleQuery, WarningRule } from './query';
import type { VariablesOf } from '@/gql';

export type RuleInput = VariablesOf<typeof TryWarningRuleQuery>['input']['rule'];

/** What a new rule begins with. */
export const firstRule: RuleInput = {
  name: '',
  kind: 'MEASURE_OVERDUE',
  grades: [],
  severities: [],
  days: 0,
  colour: 'YELLOW',
  to: 'DEPT_HEAD',
  answerIn: 5,
  hopIn: 5,
  countedIn: 'WORKING_DAYS',
  asks: '',
};

/** The settings of a rule, without what the answer says beside. */
export function toInput(rule: WarningRule | RuleInput): RuleInput {
  return {
    name: rule.name ?? '',
    kind: rule.kind,
    grades: [...(rule.grades ?? [])],
    // Conflicts alone have a severity.
    severities: rule.kind === 'BALANCE_CONFLICT' ? [...(rule.severities ?? [])] : [],
    days: rule.days,
    colour: rule.colour,
    to: rule.to,
    answerIn: rule.answerIn,
    hopIn: rule.hopIn,
    countedIn: rule.countedIn,
    asks: rule.asks ?? '',
  };
}

/** The field of the form that the server means: `input.rule.grades[0]` is a choice of a list. */
export function fieldOf(path: string): string {
  return path.replace(/^(input\.)?rule\./, '').replace(/\[\d+\]$/, '');
}
