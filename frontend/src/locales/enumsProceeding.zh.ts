import type { Enum, EnumName } from '@/gql';

/** What is said of proceedings of powers; the pages that tell of them load these words. */
export type ProceedingEnum = Extract<
  EnumName,
  `Proceeding${string}` | 'StepOutcome' | 'DeviationKind' | 'LimitState'
>;

// Words of the enumerations of proceedings; the type keeps them complete.
const labels: { [N in ProceedingEnum]: { [V in Enum<N>]: string } } = {
  ProceedingState: {
    UNDER_WAY: '办理中',
    PAUSED: '已中止',
    CLOSED: '已办结',
    DISCONTINUED: '已终止',
  },
  ProceedingFate: { RECORDED: '新录入', CHANGED: '补充或更正', UNCHANGED: '已录入，不变' },
  StepOutcome: { PASSED: '通过', RETURNED: '退回' },
  DeviationKind: {
    LATE: '办件超时',
    STEP_LATE: '环节超时',
    SKIPPED: '跳过环节',
    RETURNED: '退回',
    EXCLUDED: '不相容环节同一人办理',
    OFF_MAP: '流程图外环节',
  },
  LimitState: {
    NONE: '无时限',
    KNOWN: '时限已知',
    STOPPED: '中止期间停止计算',
    NO_DATA: '缺工作日历，无法推算',
  },
};
export default labels;
