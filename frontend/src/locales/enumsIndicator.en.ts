import type zh from './enumsIndicator.zh';

const labels: typeof zh = {
  IndicatorKeeps: { AT_MOST: 'At most', AT_LEAST: 'At least' },
  IndicatorState: {
    UNREAD: 'Not read yet',
    WITHIN: 'Within its threshold',
    OVER: 'Beyond its threshold',
  },
  IndicatorTrend: { BETTER: 'Better', SAME: 'The same', WORSE: 'Worse' },
  ReadingSource: { HAND: 'By hand', FILE: 'From a file', PROGRAM: 'By a program' },
  ReadingFate: { RECORDED: 'New', CORRECTED: 'Correction', UNCHANGED: 'Recorded already' },
};
export default labels;
