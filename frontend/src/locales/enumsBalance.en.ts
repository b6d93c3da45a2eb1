import type zh from './enumsBalance.zh';

// Words of the enumerations of balance.
const labels: typeof zh = {
  BalanceSeverity: { HIGH: 'Serious', MEDIUM: 'Medium', LOW: 'Minor' },
  ConflictHand: {
    PERSON: 'One person',
    POST: 'One post',
    DEPARTMENT: 'One department',
    RELATIVES: 'Close relations',
    PAIR: 'Two who act for each other',
    UNKNOWN: 'Nobody known',
  },
  ConflictState: { OPEN: 'Open', ACCEPTED: 'Accepted for a time', SETTLED: 'Settled' },
  UnknownHolderWhy: {
    NO_PROCESS: 'No process registered',
    NO_POST: 'No post',
    VACANT: 'Nobody on the post',
    TOO_LARGE: 'Process too large to follow',
  },
  CollusionState: {
    EXACT: 'Exact',
    UNKNOWN_HOLDERS: 'Bounds only: holders are not known',
    BUDGET: 'Bounds only: too many combinations',
    UNDEFINED: 'Undefined: no process comes to an end',
  },
  PowerRole: {
    EXERCISE: 'Exercising post',
    DECISION: 'Decision post',
    EXECUTION: 'Execution post',
    SUPERVISION: 'Supervision post',
  },
  RelationKind: {
    SPOUSE: 'Spouses',
    DIRECT_BLOOD: 'Direct blood relatives',
    COLLATERAL: 'Collateral relatives within three generations',
    BY_MARRIAGE: 'Close relatives by marriage',
    OTHER: 'Other',
  },
  RuleHand: {
    PERSON: 'Same person',
    POST: 'Same post',
    DEPARTMENT: 'Same department',
    RELATIONS: 'Same person or close relations',
    RELATIVES: 'Two close relations',
  },
  RuleJoin: {
    ANY_OF: 'Any of',
    ALL_OF: 'All of',
  },
  RuleScope: {
    SAME_PROCESS: 'Same process',
    SAME_POWER: 'Same power',
    SAME_UNIT: 'Same unit',
    SAME_BUREAU: 'Same bureau',
  },
  RuleSelectorKind: {
    STEP: 'Steps',
    ROLE: 'Roles in a power',
    POWER: 'Powers',
    POST: 'Posts',
    PORTFOLIO: 'Portfolios',
  },
  RuleState: {
    DRAFT: 'Drafted',
    ON: 'On',
    OFF: 'Off',
  },
  SupervisionPart: { SUPERVISOR: 'supervisor', HEAD: 'head of department' },
  UnitFunction: {
    FINANCE: 'Finance',
    PERSONNEL: 'Personnel',
    ENGINEERING: 'Engineering',
    PROCUREMENT: 'Procurement',
    APPROVALS: 'Approvals',
  },
};
export default labels;
