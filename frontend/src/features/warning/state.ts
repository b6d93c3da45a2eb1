import type { Enum } from '@/gql';
import { flag, listOf, text, writeState, type StateOf } from '@/lib/urlState';

const states: Enum<'WarningState'>[] = [
  'RAISED',
  'NOTIFIED',
  'ESCALATED',
  'ANSWERED',
  'VERIFIED',
  'LIFTED',
];
const kinds: Enum<'WarningKind'>[] = [
  'FORM_OVERDUE',
  'MEASURE_OVERDUE',
  'CHECK_OVERDUE',
  'TASK_OVERDUE',
  'INDICATOR_OVER',
  'INDICATOR_UNREAD',
  'RULES_UNREVIEWED',
  'PROCEEDING_LATE',
  'STEP_SKIPPED',
  'STEP_RETURNED',
  'STEPS_EXCLUDED',
  'OBJECTION_OVERDUE',
  'RISK_UNDEFENDED',
  'STEP_UNDERDEFENDED',
  'GRADE_STALE',
  'BALANCE_CONFLICT',
  'DEFECT_OPEN',
  'TRANSFER_UNDECLARED',
];

/** What the address of the list says; no state means those that are not lifted. */
export const warningSpec = {
  unit: text,
  state: listOf(states),
  colour: listOf<Enum<'WarningColour'>>(['RED', 'ORANGE', 'YELLOW']),
  kind: listOf(kinds),
  late: flag,
};
export type WarningListState = StateOf<typeof warningSpec>;

export function warningsPath(state: Partial<WarningListState>): string {
  const search = writeState(warningSpec, state);
  return search ? `/warnings?${search}` : '/warnings';
}
