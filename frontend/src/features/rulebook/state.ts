import type { RulesListQuery, RulesReviewsQuery } from './query';
import type { Enum, VariablesOf } from '@/gql';
import { listOf, text, type Param, type StateOf } from '@/lib/urlState';

/** Yes or not asked, as notices of the server write it. */
const isTrue: Param<boolean | undefined> = {
  read: (value) => value === 'true' || undefined,
  write: (value) => (value ? 'true' : null),
};

/** What the address of the list of documents says. */
export const rulesSpec = {
  q: text,
  unit: text,
  kind: listOf<Enum<'RulesKind'>>(['RULES', 'WORKING_RULES']),
  state: listOf<Enum<'RulesState'>>(['NOT_YET', 'IN_FORCE', 'REPEALED']),
};
export type RulesListState = StateOf<typeof rulesSpec>;
type RulesFilter = NonNullable<VariablesOf<typeof RulesListQuery>['filter']>;

export function toFilter({ q, unit, kind, state }: RulesListState): RulesFilter {
  return {
    text: q,
    unitId: unit,
    kinds: kind.length > 0 ? kind : undefined,
    states: state.length > 0 ? state : undefined,
  };
}

/** What the address of the list of reviews says. */
export const reviewSpec = {
  unit: text,
  state: listOf<Enum<'RulesReviewState'>>(['OPEN', 'KEPT', 'CHANGED', 'DROPPED']),
  /** Those that the viewer is asked. */
  mine: isTrue,
  overdue: isTrue,
};
export type ReviewListState = StateOf<typeof reviewSpec>;
export type ReviewFilter = NonNullable<VariablesOf<typeof RulesReviewsQuery>['filter']>;

export function toReviewFilter({ unit, state, mine, overdue }: ReviewListState): ReviewFilter {
  return {
    unitId: unit,
    // What waits comes first, by its last day.
    states: state.length > 0 ? state : ['OPEN'],
    mine,
    overdue,
  };
}
