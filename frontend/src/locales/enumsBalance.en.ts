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
};
export default labels;
