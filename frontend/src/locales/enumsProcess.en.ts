import type zh from './enumsProcess.zh';

// Words of the enumerations of processes.
const labels: typeof zh = {
  ProcessFindingCode: {
    BAD_STEP_COUNT: 'Wrong number of steps',
    REQUIRED: 'Not filled in',
    TOO_LONG: 'Too long',
    DUPLICATE_KEY: 'Key used twice',
    OUT_OF_RANGE: 'Out of range',
    UNKNOWN_STEP: 'No such step',
    BAD_EDGE: 'Way used twice',
    ISOLATED_STEP: 'Step without ways',
    UNREACHABLE_STEP: 'Step never reached',
    NO_END: 'No end',
    NO_WAY_TO_AN_END: 'Never comes to an end',
    LONE_BRANCH: 'Only one outcome',
    BRANCH_WITHOUT_CONDITION: 'Branch without condition',
    STEP_WITHOUT_POST: 'Step without post',
  },
  ProcessFindingSeverity: { FAULT: 'Fault', HINT: 'Hint' },
  Split: { ONE: 'One of the ways', ALL: 'All ways at once' },
  StepAspect: {
    NAME: 'name',
    KIND: 'kind',
    POST: 'post',
    DISCRETION: 'discretion',
    BEGIN_OR_END: 'beginning or end',
    WAYS: 'ways',
    TIME_LIMIT: 'time limit',
    LANE: 'lane',
    EXPLANATION: 'explanation',
    PLACE: 'place on the map',
    ORDER: 'order',
  },
  StepChangeKind: {
    ADDED: 'Added',
    REMOVED: 'Removed',
    CHANGED: 'Changed',
    REWORDED: 'Reworded',
  },
  StepWeaknessCode: {
    UNDEFENDED: 'Not guarded',
    BELOW_TARGET: 'Too weakly guarded',
    ONE_KIND: 'One kind of measure',
    NOT_TESTED: 'Effect not tested',
    OVERDUE: 'Measure overdue',
    WIDE_DISCRETION: 'Wide discretion',
    UNSUPERVISED: 'Not supervised',
  },
};
export default labels;
