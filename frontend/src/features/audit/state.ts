import dayjs from 'dayjs';
import type { AuditPageQuery } from './query';
import type { Enum, VariablesOf } from '@/gql';
import { day, listOf, text, writeState, type StateOf } from '@/lib/urlState';

export type AuditState = StateOf<typeof auditSpec>;
export type AuditFilter = NonNullable<VariablesOf<typeof AuditPageQuery>['filter']>;

export const clearedAudit: AuditState = {
  actor: undefined,
  object: undefined,
  action: [],
  unit: undefined,
  from: undefined,
  to: undefined,
};

/** The reader's days become moments: the API takes a span up to, and not including, its end. */
export function toAuditFilter(state: AuditState): AuditFilter {
  return {
    accountId: state.actor,
    objectId: state.object,
    actions: state.action.length > 0 ? state.action : undefined,
    unitId: state.unit,
    from: state.from && dayjs(state.from).toISOString(),
    to: state.to && dayjs(state.to).add(1, 'day').toISOString(),
  };
}

/** Address of the list of entries with these conditions. */
export function auditListPath(state: Partial<AuditState>): string {
  const search = writeState(auditSpec, state);
  return search ? `/audit?${search}` : '/audit';
}

export function auditEntryPath(id: string): string {
  return `/audit/entry/${id}`;
}

type AuditAction = Enum<'AuditAction'>;
export type ActionGroup = keyof typeof actionGroups;

/** Actions as they are offered to choose from: by what they are done to. */
export const actionGroups = {
  units: ['CREATE_UNIT', 'UPDATE_UNIT', 'MOVE_UNIT', 'CLOSE_UNIT', 'CREATE_POST', 'UPDATE_POST'],
  people: [
    'ADD_PERSON',
    'UPDATE_PERSON',
    'APPOINT',
    'RELIEVE',
    'ASSIGN_PORTFOLIO',
    'END_PORTFOLIO',
  ],
  powers: [
    'RECORD_DUTY',
    'REVISE_DUTY',
    'REGISTER_POWER',
    'REVISE_POWER',
    'RETIRE_POWER',
    'SAVE_PROCESS',
  ],
  risks: [
    'REFUSE_RETIREMENT',
    'ENDORSE_RETIREMENT',
    'RECORD_RISK_POINT',
    'REVISE_RISK_POINT',
    'RETIRE_RISK_POINT',
    'PROPOSE_GRADE',
    'DECIDE_GRADE',
    'IMPORT_GRADE',
    'ENDORSE_GRADE',
    'DECLINE_GRADE',
    'REGRADE',
    'SET_RECIPE',
  ],
  balance: [
    'JUDGE_BALANCE',
    'ACCEPT_CONFLICT',
    'END_ACCEPTANCE',
    'SET_BALANCE_RULE',
    'SWITCH_BALANCE_RULE',
    'SET_CALENDAR',
    'DROP_CALENDAR',
    'SET_CLOCK_RULE',
    'DECLARE_RELATION',
    'END_RELATION',
    'PLAN_LEAVE',
    'WITHDRAW_LEAVE',
  ],
  supervision: [
    'SET_SUPERVISION_PLAN',
    'PLAN_CHECKS',
    'BEGIN_CHECK',
    'RECORD_CHECK',
    'ESCALATE_CHECK',
    'SIGN_HANDOVER',
    'SCHEDULE_TASKS',
    'STOP_TASKS',
    'PLAN_TASKS',
    'DO_TASK',
    'SET_INDICATOR',
    'STOP_INDICATOR',
    'RECORD_READINGS',
    'REGISTER_RULES',
    'CORRECT_RULES',
    'ISSUE_RULES_EDITION',
    'CORRECT_RULES_EDITION',
    'WITHDRAW_RULES_EDITION',
    'REPEAL_RULES',
    'WITHDRAW_REPEAL',
    'LINK_RULES',
    'UNLINK_RULES',
    'ASK_RULES_REVIEWS',
    'ANSWER_RULES_REVIEW',
    'PLAN_EDUCATION',
    'HOLD_EDUCATION',
    'REVISE_EDUCATION',
    'SET_PARTICIPANTS',
    'CANCEL_EDUCATION',
    'RECORD_PROCEEDINGS',
    'SET_WARNING_RULE',
    'RAISE_WARNINGS',
    'ESCALATE_WARNING',
    'ACKNOWLEDGE_WARNING',
    'ANSWER_WARNING',
    'RETURN_WARNING',
    'VERIFY_WARNING',
    'LIFT_WARNING',
    'GIVE_INSTRUCTION',
    'ACKNOWLEDGE_INSTRUCTION',
    'ANSWER_INSTRUCTION',
    'REPORT_INSTRUCTION',
    'ACCEPT_INSTRUCTION',
    'RETURN_INSTRUCTION',
    'EXTEND_INSTRUCTION',
    'WITHDRAW_INSTRUCTION',
    'ESCALATE_INSTRUCTION',
    'READDRESS_INSTRUCTION',
  ],
  measures: ['RECORD_MEASURE', 'REVISE_MEASURE', 'ADVANCE_MEASURE'],
  campaigns: [
    'PLAN_CAMPAIGN',
    'REVISE_CAMPAIGN',
    'OPEN_CAMPAIGN',
    'EXPECT_FORMS',
    'DROP_FORM',
    'MOVE_FORM',
    'ADVANCE_CAMPAIGN',
    'CLOSE_CAMPAIGN',
    'ARCHIVE_CAMPAIGN',
    'ROLL_FORWARD',
  ],
  forms: [
    'ASSIGN_FORM',
    'BEGIN_FORM',
    'APPLY_FORM',
    'SUBMIT_FORM',
    'RECALL_FORM',
    'APPROVE_FORM',
    'RETURN_FORM',
    'VOID_REVIEW_DECISIONS',
    'READDRESS_FORM',
    'PUBLISH_FORM',
    'END_PUBLICITY',
    'FILE_FORM',
    'ASK_REVISION',
    'ALLOW_REVISION',
    'REFUSE_REVISION',
    'DELEGATE',
    'END_DELEGATION',
    'ATTACH_FILE',
    'REMOVE_FILE',
  ],
  meetings: [
    'DECIDE_COMPREHENSIVE',
    'OPENING_DECISION',
    'COUNTERSIGN_VOTE',
    'PLAN_MEETING',
    'REVISE_MEETING',
    'OPEN_MEETING',
    'VOTE',
    'DECIDE_ITEM',
    'DEFER_ITEM',
    'CLOSE_MEETING',
    'CANCEL_MEETING',
  ],
  objections: [
    'RECEIVE_FEEDBACK',
    'HANDLE_FEEDBACK',
    'RAISE_OBJECTION',
    'ANSWER_OBJECTION',
    'WITHDRAW_OBJECTION',
  ],
  signIn: [
    'SIGN_IN',
    'REFUSE_SIGN_IN',
    'SIGN_OUT',
    'END_SESSION',
    'CHANGE_PASSWORD',
    'RESET_PASSWORD',
    'ENABLE_SECOND_FACTOR',
    'DISABLE_SECOND_FACTOR',
    'RENEW_RECOVERY_CODES',
    'LINK_IDENTITY',
  ],
  accounts: [
    'CREATE_ACCOUNT',
    'DISABLE_ACCOUNT',
    'ENABLE_ACCOUNT',
    'GRANT_ROLE',
    'CONFIRM_GRANT',
    'DECLINE_GRANT',
    'REVOKE_ROLE',
    'CREATE_TOKEN',
    'REVOKE_TOKEN',
    'BEGIN_ACT',
    'CONFIRM_ACT',
    'DECLINE_ACT',
    'WITHDRAW_ACT',
    'EXPIRE_ACT',
    'LINK_PERSON',
  ],
  reads: ['READ_RECORD', 'EXPORT'],
  system: [
    'SET_UP',
    'IMPORT',
    'ERASE_TEXTS',
    'ACCEPT_LOSS',
    'BASELINE',
    'HOLD_SEPARATION',
    'WITNESS_FORK',
    'RESTORE_WITNESSED',
    'CARRY_OVER',
    'LOAD_SAMPLE',
    'SET_NOTICES',
  ],
} as const satisfies Record<string, readonly AuditAction[]>;

export const auditSpec = {
  actor: text,
  object: text,
  action: listOf<Enum<'AuditAction'>>(Object.values(actionGroups).flat()),
  unit: text,
  /** Days, both included. */
  from: day,
  to: day,
};
