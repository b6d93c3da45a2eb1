import type { IndicatorListQuery } from './query';
import type { Enum, VariablesOf } from '@/gql';
import { isTrue, listOf, text, type StateOf } from '@/lib/urlState';

/** What the address of the list says. */
export const indicatorSpec = {
  unit: text,
  state: listOf<Enum<'IndicatorState'>>(['OVER', 'UNREAD', 'WITHIN']),
  /** Those that the viewer is to read. */
  mine: isTrue,
  /** Those of which a period that is over was not read. */
  owed: isTrue,
  /** Those that are stopped in place of those in use. */
  stopped: isTrue,
};
export type IndicatorListState = StateOf<typeof indicatorSpec>;
export type IndicatorFilter = NonNullable<VariablesOf<typeof IndicatorListQuery>['filter']>;

export function toFilter({ unit, state, ...rest }: IndicatorListState): IndicatorFilter {
  return { unitId: unit, states: state.length > 0 ? state : undefined, ...rest };
}
