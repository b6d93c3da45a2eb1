import type zh from './enumsWarning.zh';

const labels: typeof zh = {
  LiftGround: {
    CAUSE_GONE: 'Its cause is gone',
    SETTLED: 'Verified as mended',
    DECIDED: 'Lifted by a decision',
  },
  WarningAction: {
    ACKNOWLEDGE: 'Acknowledge',
    ANSWER: 'Answer',
    RETURN: 'Give back',
    VERIFY: 'Verify',
    LIFT: 'Lift',
  },
  WarningColour: { RED: 'Red', ORANGE: 'Orange', YELLOW: 'Yellow' },
  WarningEventKind: {
    RAISE: 'Raised',
    ACKNOWLEDGE: 'Acknowledged',
    ANSWER: 'Answered',
    RETURN: 'Returned',
    VERIFY: 'Verified',
    ESCALATE: 'Gone up',
    WORSEN: 'Became graver',
    READDRESS: 'Given to somebody else',
    LIFT: 'Lifted',
  },
  WarningKind: {
    FORM_OVERDUE: 'A form is late',
    MEASURE_OVERDUE: 'A measure is late',
    CHECK_OVERDUE: 'A check of supervision is late',
    TASK_OVERDUE: 'A task of a measure is late',
    INDICATOR_OVER: 'An indicator is beyond its threshold',
    INDICATOR_UNREAD: 'A reading of an indicator is late',
    RULES_UNREVIEWED: 'A review after rules changed is late',
    OBJECTION_OVERDUE: 'An objection is not answered in time',
    RISK_UNDEFENDED: 'A risk point without a measure in force',
    STEP_UNDERDEFENDED: 'A step below its target of defence',
    GRADE_STALE: 'A grade not looked at again in time',
    BALANCE_CONFLICT: 'A conflict of balance stands',
    DEFECT_OPEN: 'What a check found wanting is not mended',
    TRANSFER_UNDECLARED: 'A new post without a new personal form',
  },
  WarningState: {
    RAISED: 'Raised',
    NOTIFIED: 'Acknowledged',
    ESCALATED: 'Gone up',
    ANSWERED: 'Answered',
    VERIFIED: 'Verified',
    LIFTED: 'Lifted',
  },
};
export default labels;
