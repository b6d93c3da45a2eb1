import { enums, type VariablesOf } from '@/gql';
import { flag, listOf, text, writeState, type StateOf } from '@/lib/urlState';
import type { PowerPageQuery } from './query';

export const powerSpec = {
  unit: text,
  /** `yes`: the unit itself without those below. */
  only: flag,
  type: listOf(enums.PowerType),
  discretion: listOf(enums.Discretion),
  retired: flag,
  q: text,
};
export type PowerState = StateOf<typeof powerSpec>;
export type PowerFilter = NonNullable<VariablesOf<typeof PowerPageQuery>['filter']>;

function some<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

export function toPowerFilter(state: PowerState): PowerFilter {
  return {
    unitId: state.unit,
    unitOnly: state.only,
    types: some(state.type),
    discretions: some(state.discretion),
    text: state.q,
    includeRetired: state.retired,
  };
}

/** Address of the list of powers with these conditions. */
export function powerListPath(state: Partial<PowerState>): string {
  const search = writeState(powerSpec, state);
  return search ? `/powers?${search}` : '/powers';
}
