import type { Enum, EnumName } from '@/gql';

/** What is said of warnings; the pages that tell of them load these words. */
export type WarningEnum = Extract<EnumName, `Warning${string}` | 'LiftGround'>;

// Words of the enumerations of warnings; the type keeps them complete.
const labels: { [N in WarningEnum]: { [V in Enum<N>]: string } } = {
  LiftGround: { CAUSE_GONE: '原因已消除', SETTLED: '核实销号', DECIDED: '决定解除' },
  WarningAction: {
    ACKNOWLEDGE: '签收',
    ANSWER: '答复',
    RETURN: '退回',
    VERIFY: '核实',
    LIFT: '解除',
  },
  WarningColour: { RED: '红色', ORANGE: '橙色', YELLOW: '黄色' },
  WarningEventKind: {
    RAISE: '发出',
    ACKNOWLEDGE: '签收',
    ANSWER: '答复',
    RETURN: '退回',
    VERIFY: '核实',
    ESCALATE: '上报',
    WORSEN: '颜色升级',
    READDRESS: '改送',
    LIFT: '解除',
  },
  WarningKind: {
    FORM_OVERDUE: '填报逾期',
    MEASURE_OVERDUE: '防控措施逾期',
    CHECK_OVERDUE: '监督检查逾期',
    TASK_OVERDUE: '日常任务逾期',
    INDICATOR_OVER: '监测指标超出阈值',
    INDICATOR_UNREAD: '监测值逾期未报',
    RULES_UNREVIEWED: '制度复核逾期',
    PROCEEDING_LATE: '办件超时',
    STEP_SKIPPED: '办件跳过环节',
    STEP_RETURNED: '办件被退回',
    STEPS_EXCLUDED: '不相容环节同一人办理',
    OBJECTION_OVERDUE: '申诉复核逾期',
    RISK_UNDEFENDED: '风险点无有效措施',
    STEP_UNDERDEFENDED: '环节设防不足',
    GRADE_STALE: '等级逾期未复评',
    BALANCE_CONFLICT: '制衡冲突未消除',
    DEFECT_OPEN: '检查问题未整改',
    TRANSFER_UNDECLARED: '调岗未重新自查',
  },
  WarningState: {
    RAISED: '已发出',
    NOTIFIED: '已签收',
    ESCALATED: '已上报',
    ANSWERED: '已答复',
    VERIFIED: '已核实',
    LIFTED: '已解除',
  },
};
export default labels;
