import type { Enum } from '@/gql';

/** What is said of balance; the pages that tell of it load these words. */
export type BalanceEnum =
  'BalanceSeverity' | 'ConflictHand' | 'ConflictState' | 'UnknownHolderWhy' | 'CollusionState';

// Words of the enumerations of balance; the type keeps them complete.
const labels: { [N in BalanceEnum]: { [V in Enum<N>]: string } } = {
  BalanceSeverity: { HIGH: '严重', MEDIUM: '较重', LOW: '一般' },
  ConflictHand: {
    PERSON: '一人',
    POST: '一个岗位',
    DEPARTMENT: '一个部门',
    RELATIVES: '近亲属',
    PAIR: '互为代理的两人',
    UNKNOWN: '承办人不明',
  },
  ConflictState: { OPEN: '待处理', ACCEPTED: '限期接受', SETTLED: '已解决' },
  UnknownHolderWhy: {
    NO_PROCESS: '没有登记流程',
    NO_POST: '没有承办岗位',
    VACANT: '岗位无人任职',
    TOO_LARGE: '流程过大，未能推演',
  },
  CollusionState: {
    EXACT: '确定',
    UNKNOWN_HOLDERS: '承办人不明，仅有上下界',
    BUDGET: '组合过多，仅有上下界',
    UNDEFINED: '无法计算：没有能走到终点的流程',
  },
};
export default labels;
