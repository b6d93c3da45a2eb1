import type { SessionListQuery } from './query';
import type { Enum, VariablesOf } from '@/gql';
import { day, listOf, text, type StateOf } from '@/lib/urlState';

/** What the address of the list says. */
export const sessionSpec = {
  unit: text,
  kind: listOf<Enum<'EducationKind'>>([
    'WARNING_CASES',
    'PARTY_LESSON',
    'STUDY',
    'TALK',
    'TRAINING',
    'VISIT',
    'OTHER',
  ]),
  state: listOf<Enum<'EducationState'>>(['PLANNED', 'HELD', 'CANCELLED']),
  from: day,
  to: day,
};
export type SessionListState = StateOf<typeof sessionSpec>;
export type SessionFilter = NonNullable<VariablesOf<typeof SessionListQuery>['filter']>;

export function toFilter({ unit, kind, state, from, to }: SessionListState): SessionFilter {
  return {
    unitId: unit,
    kinds: kind.length > 0 ? kind : undefined,
    states: state.length > 0 ? state : undefined,
    from,
    to,
  };
}

/** What the address of the figures says. */
export const yearSpec = {
  unit: text,
  year: text,
  /** How many sessions somebody is to have taken part in. */
  least: text,
  /** Those alone who took part in fewer. */
  few: listOf<'few'>(['few']),
};
