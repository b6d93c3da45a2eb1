import type { Enum, EnumName } from '@/gql';

/** What is said of indicators of measures; the pages that tell of them load these words. */
export type IndicatorEnum = Extract<EnumName, `Indicator${string}` | `Reading${string}`>;

// Words of the enumerations of indicators; the type keeps them complete.
const labels: { [N in IndicatorEnum]: { [V in Enum<N>]: string } } = {
  IndicatorKeeps: { AT_MOST: '不超过', AT_LEAST: '不低于' },
  IndicatorState: { UNREAD: '尚无监测值', WITHIN: '正常', OVER: '超出阈值' },
  IndicatorTrend: { BETTER: '好转', SAME: '持平', WORSE: '变差' },
  ReadingSource: { HAND: '手工录入', FILE: '文件导入', PROGRAM: '程序报送' },
  ReadingFate: { RECORDED: '新录入', CORRECTED: '更正', UNCHANGED: '已录入，不变' },
};
export default labels;
