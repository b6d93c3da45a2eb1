import type { Enum, EnumName } from '@/gql';

/** What is said of processes on the pages of the powers alone; those load these words. */
export type ProcessEnum = Exclude<
  Extract<EnumName, `Process${string}` | `Step${string}` | 'Split'>,
  'StepKind' | 'StepOutcome'
>;

// Words of the enumerations of processes; the type keeps them complete.
const labels: { [N in ProcessEnum]: { [V in Enum<N>]: string } } = {
  ProcessFindingCode: {
    BAD_STEP_COUNT: '环节数量不符',
    REQUIRED: '未填写',
    TOO_LONG: '过长',
    DUPLICATE_KEY: '环节标识重复',
    OUT_OF_RANGE: '数值超出范围',
    UNKNOWN_STEP: '环节不存在',
    BAD_EDGE: '流向重复',
    ISOLATED_STEP: '孤立环节',
    UNREACHABLE_STEP: '走不到的环节',
    NO_END: '没有结束',
    NO_WAY_TO_AN_END: '走不到终点',
    LONE_BRANCH: '只有一种结果',
    BRANCH_WITHOUT_CONDITION: '分支没有条件',
    STEP_WITHOUT_POST: '没有承办岗位',
  },
  ProcessFindingSeverity: { FAULT: '错误', HINT: '提示' },
  Split: { ONE: '择一流转', ALL: '同时流转' },
  StepAspect: {
    NAME: '名称',
    KIND: '类型',
    POST: '岗位',
    DISCRETION: '自由裁量权',
    BEGIN_OR_END: '起点或终点',
    WAYS: '流向',
    TIME_LIMIT: '时限',
    LANE: '泳道',
    EXPLANATION: '说明',
    PLACE: '图上位置',
    ORDER: '顺序',
  },
  StepChangeKind: {
    ADDED: '新增',
    REMOVED: '删除',
    CHANGED: '实质变更',
    REWORDED: '文字调整',
  },
  StepWeaknessCode: {
    UNDEFENDED: '未设防',
    BELOW_TARGET: '防控不足',
    ONE_KIND: '措施类型单一',
    NOT_TESTED: '成效未检验',
    OVERDUE: '措施逾期',
    WIDE_DISCRETION: '自由裁量权大',
    UNSUPERVISED: '缺乏有效监管',
  },
};
export default labels;
