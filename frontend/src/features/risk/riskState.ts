import { enums, type Enum, type VariablesOf } from '@/gql';
import { day, flag, listOf, oneOf, text, writeState, type StateOf } from '@/lib/urlState';
import type { RiskPageQuery } from './list/query';

/** Grades as one asks for them: `NONE` are those without a decided grade. */
export const gradeChoices = [...enums.Grade, 'NONE'] as const;
export type GradeChoice = (typeof gradeChoices)[number];

/** What supervision and the risk list both ask by. */
export const countSpec = {
  unit: text,
  grade: listOf(gradeChoices),
  type: listOf(enums.RiskType),
  power: listOf(enums.PowerType),
  status: listOf(enums.RiskStatus),
  controlled: flag,
  from: day,
  to: day,
};
export type CountState = StateOf<typeof countSpec>;

type OrderField = Enum<'RiskOrderField'>;
const orders = enums.RiskOrderField.flatMap((f) => [f, `-${f}`] as const);
// The first is the default: what is worst stands on top.
const sortChoices: [string, ...string[]] = [
  'GRADE',
  ...orders.filter((order) => order !== 'GRADE'),
];

export const riskSpec = {
  ...countSpec,
  /** `yes`: the unit itself without those below. */
  only: flag,
  /** `yes`: an endorsed grade waits for an inspector. */
  concur: flag,
  /** `yes`: the grade was decided on an earlier text. */
  outdated: flag,
  /** `yes`: never decided, with a grade of a paper register. */
  opening: flag,
  /** `yes`: the grade comes from an opening decision. */
  opened: flag,
  /** `yes`: nobody has assessed it since it was recorded. */
  unassessed: flag,
  consequence: listOf(enums.ConsequenceKind),
  powerId: text,
  post: text,
  person: text,
  leader: text,
  q: text,
  sort: oneOf(sortChoices),
};
export type RiskState = StateOf<typeof riskSpec>;

export type RiskFilter = NonNullable<VariablesOf<typeof RiskPageQuery>['filter']>;
export type RiskOrder = NonNullable<VariablesOf<typeof RiskPageQuery>['orderBy']>;

function some<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

export function toRiskFilter(state: RiskState): RiskFilter {
  return {
    unitId: state.unit,
    unitOnly: state.only,
    awaitsConcurrence: state.concur,
    outdated: state.outdated,
    awaitsOpening: state.opening,
    opening: state.opened,
    unassessed: state.unassessed,
    grades: some(state.grade.filter((grade) => grade !== 'NONE')),
    ungraded: state.grade.includes('NONE') || undefined,
    riskTypes: some(state.type),
    powerTypes: some(state.power),
    consequences: some(state.consequence),
    statuses: some(state.status),
    controlled: state.controlled,
    powerId: state.powerId,
    postId: state.post,
    personId: state.person,
    leaderOwnerId: state.leader,
    recordedFrom: state.from,
    recordedTo: state.to,
    text: state.q,
  };
}

export function toRiskOrder(sort: string): RiskOrder {
  const descending = sort.startsWith('-');
  return {
    field: (descending ? sort.slice(1) : sort) as OrderField,
    direction: descending ? 'DESC' : 'ASC',
  };
}

/** Address of the risk list with these conditions. */
export function riskListPath(state: Partial<RiskState>): string {
  const search = writeState(riskSpec, state);
  return search ? `/risks?${search}` : '/risks';
}
