import type { ProceedingListQuery } from './query';
import type { Enum, VariablesOf } from '@/gql';
import { day, isTrue, listOf, text, type StateOf } from '@/lib/urlState';

export const allStrays: Enum<'DeviationKind'>[] = [
  'LATE',
  'STEP_LATE',
  'SKIPPED',
  'RETURNED',
  'EXCLUDED',
  'OFF_MAP',
];

/** What the address of the list says. */
export const proceedingSpec = {
  unit: text,
  power: text,
  number: text,
  state: listOf<Enum<'ProceedingState'>>(['UNDER_WAY', 'PAUSED', 'CLOSED', 'DISCONTINUED']),
  /** Days between which they were received. */
  from: day,
  to: day,
  strays: listOf(allStrays),
  /** Only those that stray and were not made good. */
  lasting: isTrue,
};
export type ProceedingListState = StateOf<typeof proceedingSpec>;
export type ProceedingFilter = NonNullable<VariablesOf<typeof ProceedingListQuery>['filter']>;

export function toFilter(state: ProceedingListState): ProceedingFilter {
  const { unit, power, number, state: states, from, to, strays, lasting } = state;
  // What lasts is asked of all ways of straying where none is chosen.
  const ways = strays.length === 0 && lasting ? allStrays : strays;
  return {
    unitId: unit,
    powerId: power,
    number,
    states: states.length > 0 ? states : undefined,
    receivedFrom: from,
    receivedTo: to,
    strays: ways.length > 0 ? ways : undefined,
    lasting: lasting && ways.length > 0 ? true : undefined,
  };
}
