import type zh from './enumsRules.zh';

const labels: typeof zh = {
  RulesKind: { RULES: 'Rules', WORKING_RULES: 'Working rules' },
  RulesState: { NOT_YET: 'Not yet in force', IN_FORCE: 'In force', REPEALED: 'Repealed' },
  RulesReviewState: {
    OPEN: 'Open',
    KEPT: 'Kept as it is',
    CHANGED: 'Changed',
    DROPPED: 'Dropped',
  },
  RulesReviewOutcome: { KEPT: 'Kept as it is', CHANGED: 'Changed' },
};
export default labels;
