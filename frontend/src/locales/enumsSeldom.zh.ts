import type { Enum, LaterEnums } from '@/gql';
import type { BalanceEnum } from './enumsBalance.zh';
import type { ImportEnum } from './enumsImport.zh';
import type { ProcessEnum } from './enumsProcess.zh';
import type { InstructionEnum } from './enumsInstruction.zh';
import type { EducationEnum } from './enumsEducation.zh';
import type { IndicatorEnum } from './enumsIndicator.zh';
import type { RulesEnum } from './enumsRules.zh';
import type { ProceedingEnum } from './enumsProceeding.zh';
import type { TaskEnum } from './enumsTask.zh';
import type { WarningEnum } from './enumsWarning.zh';

/** What neither the shell nor the first pages say, and no dictionary of its own: a new enumeration of the SDL is said here, or in one that is left out here. */
export type SeldomEnum = Exclude<
  keyof LaterEnums,
  | 'AuditAction'
  | BalanceEnum
  | ImportEnum
  | ProcessEnum
  | WarningEnum
  | InstructionEnum
  | TaskEnum
  | IndicatorEnum
  | RulesEnum
  | EducationEnum
  | ProceedingEnum
>;

// Words of these enumerations; the type keeps them complete.
const labels: { [N in SeldomEnum]: { [V in Enum<N>]: string } } = {
  ClockEnd: {
    NEXT_WORKING_DAY: '顺延至下一工作日',
    STAYS: '不顺延',
    PREVIOUS_WORKING_DAY: '提前至上一工作日',
  },
  ClockRuleStanding: {
    IN_FORCE: '施行中',
    COMING: '尚未施行',
    OVER: '已到期',
    REPLACED: '已被新版本取代',
    WITHDRAWN: '已停用',
  },
  ClockStart: { DAY_AFTER: '次日起算', SAME_DAY: '当日起算' },
  LiveKind: {
    WARNING: '预警',
    CHECK: '监督检查',
    HANDOVER: '监督交接',
    INSTRUCTION: '督办',
    TASK: '日常任务',
  },
  MeetingState: { PLANNED: '筹备', OPEN: '进行中', CLOSED: '已结束', CANCELLED: '已取消' },
  DecisionWay: { HEAD: '一人审定', CONCURRENCE: '提请会签', MEETING: '会议审定' },
  Vote: { FOR: '赞成', AGAINST: '反对', ABSTAIN: '弃权' },
  ProgressHeading: {
    EXPECTED: '应填报',
    NOT_STARTED: '未开始',
    FILLING: '填报中',
    RETURNED: '已退回',
    IN_REVIEW: '审核中',
    FILED: '已备案',
    OVERDUE: '已逾期',
    DROPPED: '免予填报',
  },
  ComparisonBase: { LAST_SUBMISSION: '上次提交', LAST_FILED: '上次备案', LAST_YEAR: '上年' },
  CheckKind: { RISKS: '风险点防控检查', HEAD: '部门负责人监督检查' },
  CheckState: { DUE: '待检查', DONE: '已检查', MISSED: '未按期检查', CANCELLED: '已取消' },
  CheckOutcome: { SOUND: '防控到位', DEFECT: '存在问题' },
  ClockState: { KNOWN: '已知', NO_DATA: '缺少日历', STOPPED: '已中止' },
  ClockUnit: { WORKING_DAYS: '工作日', CALENDAR_DAYS: '自然日', MONTHS: '月', YEARS: '年' },
  DayKind: {
    WORKDAY: '工作日',
    WEEKEND: '周末',
    OFF: '放假',
    WORKED: '调休上班',
    UNKNOWN: '没有数据',
  },
  DayMark: { OFF: '放假', WORKED: '调休上班' },
  PauseKind: {
    HEARING: '听证',
    TENDER: '招标',
    AUCTION: '拍卖',
    INSPECTION: '检验',
    TESTING: '检测',
    QUARANTINE: '检疫',
    APPRAISAL: '鉴定',
    EXPERT_REVIEW: '专家评审',
    OTHER: '其他依法扣除',
  },
  FeedbackState: { RECEIVED: '待处理', HANDLED: '已处理' },
  HintKind: {
    COPY_ELSEWHERE: '与其他部门或人员雷同',
    COPY_HERE: '表内重复',
    COPY_OF_LAST_YEAR: '与上年基本相同',
    WITHOUT_SUBSTANCE: '空话套话',
    POWER_WITHOUT_RISK: '职权没有风险点',
    NOTHING_GRAVE: '没有 A 级或 B 级',
    NOTHING_FILLED: '一项未填',
    NOBODY_CHECKS: '措施无法检查',
  },
  HintLack: { ACTOR: '责任人', TIME: '时限或频次', INDICATOR: '监测指标' },
  AuditActorKind: { ACCOUNT: '账户', TOKEN: '访问令牌', PROGRAM: '系统', NOBODY: '未登录者' },
  AuditOp: { CREATE: '新增', UPDATE: '修改', DELETE: '删除', STATE: '存证' },
  Bar: {
    PREPARED: '参与填报',
    SUBJECT: '本人事项',
    SIGNED: '已签署其他环节',
    ABSENT: '暂不能履职',
  },
  Comprehensive: { ADOPTED: '已综合制定', DECLINED: '不予综合制定' },
  GrantStatus: { PENDING: '待确认', ACTIVE: '已生效', DECLINED: '已驳回' },
  SignInMethod: { PASSWORD: '密码', OIDC: '统一身份认证' },
  Verdict: { APPROVED: '同意', RETURNED: '退回' },
  VotingBody: { MEMBERS: '到会成员', LEADING_GROUP: '领导小组成员' },
  ItemKind: {
    GRADE: '等级审定',
    RETIREMENT: '撤销风险点',
    OPENING_DECISION: '期初审定',
    COMPREHENSIVE_MEASURE: '综合措施',
  },
  ItemState: {
    PENDING: '待议',
    VOTING: '表决中',
    DECIDED: '已审定',
    DEFERRED: '缓议',
    WITHDRAWN: '撤出',
  },
  JobKind: { OPEN_CAMPAIGN: '下发填报任务', EXPORT_CAMPAIGN: '导出专项工作表格' },
  JobState: {
    QUEUED: '排队中',
    RUNNING: '进行中',
    DONE: '已完成',
    FAILED: '失败',
    CANCELLED: '已取消',
  },
  ObjectionOutcome: { UPHELD: '予以支持', PARTLY_UPHELD: '部分支持', REJECTED: '不予支持' },
  ObjectionState: { RAISED: '待复核', ANSWERED: '已答复', WITHDRAWN: '已撤回' },
  RecordKind: {
    RISK_POINT: '风险点',
    ASSESSMENT: '等级审定',
    FORM: '个人表',
    REVIEW_DECISION: '审核意见',
  },
  RecordRelation: {
    STANDS_ON: '风险落在本人',
    EXPOSED: '涉险人员',
    DIRECT_OWNER: '直接责任人',
    DEPARTMENT_OWNER: '部门责任人',
    LEADER_OWNER: '责任领导',
    OWN_FORM: '本人填报',
  },
  SkippedReason: { DECIDED_BEFORE: '已经审定', NO_PAPER_GRADE: '无纸质审定等级' },
  TokenScope: {
    READ_ORGANISATION: '组织机构：单位、岗位、人员和领导分工',
    READ_REGISTER: '权力台账：职权、风险点和防控措施（含组织机构和风险统计）',
    READ_OVERVIEW: '风险统计：各单位各等级的数量（含组织机构）',
    READ_AUDIT: '审计日志（限审计员）',
    WRITE_INDICATORS: '报送监测值：以您的名义录入您有权录入的监测值（可写入）',
    WRITE_PROCEEDINGS: '报送办件：以您的名义录入您有权录入的办件（可写入）',
  },
  UnusualReason: { MANY_PEOPLE: '查阅人数多', AT_NIGHT: '夜间查阅', DAY_OFF: '周末查阅' },
  VoteManner: { SIGNED_IN: '本人登录表决', PAPER: '书面表决登记' },
  ActStatus: {
    PENDING: '待确认',
    CONFIRMED: '已确认',
    DECLINED: '已驳回',
    WITHDRAWN: '已撤回',
    EXPIRED: '已失效',
  },
  Action: {
    READ_ORGANISATION: '查看组织机构',
    READ_REGISTER: '查看权力台账',
    READ_OVERVIEW: '查看风险统计',
    EDIT_ORGANISATION: '维护单位与岗位',
    EDIT_PEOPLE: '维护人员与任职',
    EDIT_REGISTER: '登记职权与流程',
    RECORD_RISK: '登记风险点与防控措施',
    RECORD_READINGS: '录入监测值',
    RECORD_PROCEEDINGS: '录入办件',
    APPROVE_MEASURE: '审批防控措施',
    DECIDE_C: '审定C级',
    DECIDE_B: '审定B级',
    DECIDE_A: '审定A级',
    IMPORT: '导入数据',
    MANAGE_ACCOUNTS: '管理账户',
    GRANT_ROLES: '授予角色',
    CONFIRM_GRANTS: '确认授权',
    READ_LOG: '查看审计日志',
    ERASE_TEXTS: '清除日志中的个人信息',
    READ_PERSONAL: '查看个人表格',
    MANAGE_CAMPAIGNS: '组织专项工作',
    FILL_FORMS: '填报表格',
    REVIEW_FORMS: '审核表格',
    CONCUR_GRADES: '会签等级',
    HOLD_MEETINGS: '组织会议',
    SET_RECIPES: '设定评级规则',
    SET_CALENDAR: '设定工作日历',
    HANDLE_FEEDBACK: '处理公示反馈',
    ANSWER_OBJECTIONS: '答复申诉',
    GIVE_INSTRUCTIONS: '下达督办',
  },
  AssessmentKind: {
    PROPOSAL: '自评',
    DECISION: '审定',
    ENDORSEMENT: '提请会签',
    REFUSAL: '会签退回',
    REWRITING: '改写',
    RETIREMENT_ENDORSEMENT: '提请撤销',
    RETIREMENT_REFUSAL: '撤销退回',
    RETIREMENT: '撤销',
    RECORDING: '登记（未评级）',
  },
  FormAction: {
    SUBMIT: '提交',
    RECALL: '撤回',
    APPROVE: '同意',
    RETURN: '退回',
    ASK_REVISION: '申请修订',
    ALLOW_REVISION: '同意修订',
    REFUSE_REVISION: '不同意修订',
  },
  FoundBy: {
    SELF: '自己找',
    DEPARTMENT: '部门查',
    LEADER: '领导提',
    PUBLIC: '群众帮',
    COLLECTIVE: '集体定',
  },
  MeasureAction: {
    APPROVE: '批准',
    ACTIVATE: '启用',
    FIND_EFFECTIVE: '认定有效',
    FIND_INEFFECTIVE: '认定无效',
    REVISE: '退回修订',
    RETIRE: '停用',
  },
  MeasureScope: { GENERAL: '一般', POST_SPECIFIC: '具体' },
  PoliticalStatus: {
    PARTY_MEMBER: '中共党员',
    PROBATIONARY: '中共预备党员',
    LEAGUE_MEMBER: '共青团员',
    OTHER_PARTY: '民主党派',
    NONE: '群众',
  },
  RetireGround: {
    POWER_ENDED: '职权已停用',
    STEP_ENDED: '流程环节已取消',
    POST_ENDED: '岗位已撤销',
    UNIT_ENDED: '单位已撤销',
    NO_RISK: '风险已消除',
  },
  StepKind: {
    ACCEPT: '受理',
    HANDLE: '承办',
    REVIEW: '审核',
    APPROVE: '审批',
    DECIDE: '决定',
    EXECUTE: '执行',
    RECORD: '记录',
    INSPECT: '验收',
    CLOSE: '办结',
    SUPERVISE: '监督',
  },
  Turn: {
    OWN: '本级',
    NEXT: '上一级',
    GROUP: '领导小组',
    AGAIN: '已签署者',
    NOBODY: '无人',
  },
  UnitKind: { BUREAU: '单位', DEPARTMENT: '部门' },
};
export default labels;
