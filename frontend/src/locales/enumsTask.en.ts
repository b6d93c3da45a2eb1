import type zh from './enumsTask.zh';

const labels: typeof zh = {
  TaskKind: { WORK: 'Daily work', EFFECT: 'Check of effect' },
  TaskState: { DUE: 'Due', DONE: 'Done', MISSED: 'Missed', CANCELLED: 'Cancelled' },
  TaskFinding: { EFFECTIVE: 'Effective', INEFFECTIVE: 'Ineffective' },
  Recurrence: {
    WEEKLY: 'Weekly',
    MONTHLY: 'Monthly',
    QUARTERLY: 'Quarterly',
    HALF_YEARLY: 'Half-yearly',
    YEARLY: 'Yearly',
  },
};
export default labels;
