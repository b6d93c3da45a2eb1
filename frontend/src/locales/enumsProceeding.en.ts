import type zh from './enumsProceeding.zh';

const labels: typeof zh = {
  ProceedingState: {
    UNDER_WAY: 'Under way',
    PAUSED: 'Paused',
    CLOSED: 'Closed',
    DISCONTINUED: 'Discontinued',
  },
  ProceedingFate: {
    RECORDED: 'New',
    CHANGED: 'Adds or corrects',
    UNCHANGED: 'Recorded already',
  },
  StepOutcome: { PASSED: 'Passed', RETURNED: 'Returned' },
  DeviationKind: {
    LATE: 'Late as a whole',
    STEP_LATE: 'A step is late',
    SKIPPED: 'A step is skipped',
    RETURNED: 'Returned',
    EXCLUDED: 'One person for steps that exclude each other',
    OFF_MAP: 'A step off the map',
  },
  LimitState: {
    NONE: 'No time limit',
    KNOWN: 'Known',
    STOPPED: 'Stopped by a pause',
    NO_DATA: 'Unknown: the calendar has no data that far',
  },
};
export default labels;
