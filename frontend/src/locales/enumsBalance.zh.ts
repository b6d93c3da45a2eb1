import type { Enum } from '@/gql';

/** What is said of balance; the pages that tell of it load these words. */
export type BalanceEnum =
  | 'BalanceSeverity'
  | 'ConflictHand'
  | 'ConflictState'
  | 'PowerRole'
  | 'RelationKind'
  | 'RuleHand'
  | 'RuleJoin'
  | 'RuleScope'
  | 'RuleSelectorKind'
  | 'RuleState'
  | 'SupervisionPart'
  | 'UnitFunction'
  | 'UnknownHolderWhy'
  | 'CollusionState';

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
  PowerRole: {
    EXERCISE: '责任岗位',
    DECISION: '决策岗位',
    EXECUTION: '执行岗位',
    SUPERVISION: '监督岗位',
  },
  RelationKind: {
    SPOUSE: '夫妻关系',
    DIRECT_BLOOD: '直系血亲',
    COLLATERAL: '三代以内旁系血亲',
    BY_MARRIAGE: '近姻亲',
    OTHER: '其他',
  },
  RuleHand: {
    PERSON: '同一人',
    POST: '同一岗位',
    DEPARTMENT: '同一部门',
    RELATIONS: '同一人或有亲属关系的人',
    RELATIVES: '有亲属关系的两人',
  },
  RuleJoin: {
    ANY_OF: '任一',
    ALL_OF: '全部',
  },
  RuleScope: {
    SAME_PROCESS: '同一流程',
    SAME_POWER: '同一职权',
    SAME_UNIT: '同一部门',
    SAME_BUREAU: '同一单位',
  },
  RuleSelectorKind: {
    STEP: '环节',
    ROLE: '职权岗位',
    POWER: '职权',
    POST: '岗位',
    PORTFOLIO: '领导分工',
  },
  RuleState: {
    DRAFT: '草拟',
    ON: '启用',
    OFF: '停用',
  },
  SupervisionPart: { SUPERVISOR: '监督人', HEAD: '部门责任人' },
  UnitFunction: {
    FINANCE: '财务',
    PERSONNEL: '人事',
    ENGINEERING: '工程',
    PROCUREMENT: '采购',
    APPROVALS: '审批',
  },
};
export default labels;
