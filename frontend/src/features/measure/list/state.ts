import { enums, type VariablesOf } from '@/gql';
import { day, flag, listOf, text, writeState, type StateOf } from '@/lib/urlState';
import type { MeasurePageQuery } from './query';

export const measureSpec = {
  unit: text,
  /** `yes`: the unit itself without those below. */
  only: flag,
  kind: listOf(enums.MeasureKind),
  mechanism: listOf(enums.Mechanism),
  status: listOf(enums.MeasureStatus),
  risk: text,
  owner: text,
  /** Due before this day and not done. */
  due: day,
  q: text,
};
export type MeasureState = StateOf<typeof measureSpec>;
export type MeasureFilter = NonNullable<VariablesOf<typeof MeasurePageQuery>['filter']>;

function some<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

export function toMeasureFilter(state: MeasureState): MeasureFilter {
  return {
    unitId: state.unit,
    unitOnly: state.only,
    kinds: some(state.kind),
    mechanisms: some(state.mechanism),
    statuses: some(state.status),
    riskPointId: state.risk,
    ownerId: state.owner,
    dueBefore: state.due,
    text: state.q,
  };
}

/** Address of the list of measures with these conditions. */
export function measureListPath(state: Partial<MeasureState>): string {
  const search = writeState(measureSpec, state);
  return search ? `/measures?${search}` : '/measures';
}
