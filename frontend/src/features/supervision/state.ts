import { enums, type Enum, type VariablesOf } from '@/gql';
import { countSpec, riskListPath, type RiskState } from '@/features/risk/door';
import { day, oneOf, writeState, type StateOf } from '@/lib/urlState';
import type { MatrixQuery } from './query';

export const modes = ['chart', 'table'] as const;
export type Mode = (typeof modes)[number];

export const supervisionSpec = {
  ...countSpec,
  by: oneOf(enums.MatrixBy),
  mode: oneOf(modes),
  since: day,
};
export type SupervisionState = StateOf<typeof supervisionSpec>;

export type CountFilter = NonNullable<VariablesOf<typeof MatrixQuery>['filter']>;

function some<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

export function toCountFilter(state: SupervisionState): CountFilter {
  return {
    grades: some(state.grade.filter((grade) => grade !== 'NONE')),
    riskTypes: some(state.type),
    powerTypes: some(state.power),
    statuses: some(state.status),
    controlled: state.controlled,
    recordedFrom: state.from,
    recordedTo: state.to,
  };
}

/** The numbers of a row, in the order of the API's `columns`. */
export const columns = ['A', 'B', 'C', 'UNGRADED', 'UNCONTROLLED_A'] as const;
export type Column = (typeof columns)[number];

export interface RowRef {
  key: string;
  unit: { id: string; childCount: number } | null;
  post: { id: string } | null;
}

/**
 * The risk list behind one number: the conditions in force, narrowed by the row
 * and the column. Null where the list cannot be asked that way.
 */
export function cellPath(
  state: SupervisionState,
  row: RowRef | null,
  column: Column | null,
): string | null {
  const list: Partial<RiskState> = {
    unit: state.unit,
    grade: state.grade,
    type: state.type,
    power: state.power,
    status: state.status,
    controlled: state.controlled,
    from: state.from,
    to: state.to,
  };
  if (row && !narrowByRow(list, state.by, row)) return null;
  switch (column) {
    case 'A':
    case 'B':
    case 'C':
      list.grade = [column];
      break;
    case 'UNGRADED':
      list.grade = ['NONE'];
      break;
    case 'UNCONTROLLED_A':
      list.grade = ['A'];
      list.controlled = false;
  }
  return riskListPath(list);
}

function narrowByRow(list: Partial<RiskState>, by: Enum<'MatrixBy'>, row: RowRef): boolean {
  switch (by) {
    case 'CHILD_UNIT':
      if (row.unit) list.unit = row.unit.id;
      // What stands on the unit itself, not on those below.
      else if (row.key === 'SELF') list.only = true;
      else return false;
      return true;
    case 'POST':
      if (!row.post) return false;
      list.post = row.post.id;
      return true;
    case 'POWER_TYPE':
      list.power = enums.PowerType.filter((value) => value === row.key);
      return list.power.length > 0;
    case 'RISK_TYPE':
      list.type = enums.RiskType.filter((value) => value === row.key);
      return list.type.length > 0;
    case 'STATUS':
      list.status = enums.RiskStatus.filter((value) => value === row.key);
      return list.status.length > 0;
  }
}

/** One level down: the units below a row's unit, or its risk list where there are none. */
export function rowPath(state: SupervisionState, row: RowRef): string | null {
  if (state.by === 'CHILD_UNIT' && row.unit && row.unit.childCount > 0) {
    return supervisionPath({ ...state, unit: row.unit.id });
  }
  return cellPath(state, row, null);
}

export function supervisionPath(state: Partial<SupervisionState>): string {
  const search = writeState(supervisionSpec, state);
  return search ? `/supervision?${search}` : '/supervision';
}
