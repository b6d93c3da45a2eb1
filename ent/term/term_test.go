package term_test

import (
	"reflect"
	"regexp"
	"testing"
	"unicode"

	"sineng/ent/term"
)

// enumeration is the interface of the enumerations.
type enumeration interface{ Values() []string }

// enumerations are the enumerations of the package.
var enumerations = []enumeration{
	term.Grade(""), term.UnitKind(""), term.PoliticalStatus(""), term.PortfolioKind(""), term.Role(""),
	term.PowerType(""), term.Discretion(""), term.StepKind(""), term.Split(""), term.RiskType(""), term.ConsequenceKind(""),
	term.FoundBy(""), term.RiskStatus(""), term.AssessmentKind(""), term.MeasureKind(""), term.Mechanism(""),
	term.MeasureScope(""), term.MeasureStatus(""),
	term.SignInMethod(""), term.GrantStatus(""), term.TokenScope(""), term.AuditAction(""), term.ActKind(""), term.ActStatus(""), term.ConflictState(""), term.CheckKind(""), term.CheckState(""), term.CheckOutcome(""), term.WarningKind(""), term.RulesKind(""), term.RulesReviewState(""), term.WarningColour(""), term.WarningState(""), term.WarningEventKind(""), term.LiftGround(""), term.TaskKind(""), term.TaskState(""), term.Recurrence(""), term.TaskFinding(""), term.IndicatorKeeps(""), term.IndicatorState(""), term.ReadingSource(""), term.ProceedingState(""), term.StepOutcome(""), term.DeviationKind(""), term.LimitState(""), term.EducationKind(""), term.EducationState(""), term.Attendance(""), term.InstructionState(""), term.InstructionEventKind(""), term.RuleState(""), term.RelationKind(""),
	term.DayMark(""), term.ClockUnit(""), term.ClockStart(""), term.ClockEnd(""), term.PauseKind(""),
	term.CampaignPhase(""), term.FormKind(""), term.FormState(""), term.Verdict(""), term.Turn(""), term.Bar(""), term.MeetingState(""), term.ItemState(""), term.ItemKind(""), term.VoteManner(""), term.SkippedReason(""), term.RetireGround(""), term.Comprehensive(""), term.Vote(""), term.ObjectionState(""), term.ObjectionOutcome(""), term.FeedbackState(""), term.JobKind(""), term.JobState(""), term.NoticeKind(""), term.NoticeChannel(""), term.DeliveryState(""),
}

// domain are the values and Chinese labels of the domain documentation.
var domain = map[string][][2]string{
	"Grade":    {{"A", "高"}, {"B", "中"}, {"C", "低"}, {"U", "未定级"}},
	"UnitKind": {{"BUREAU", "单位"}, {"DEPARTMENT", "部门"}},
	"PoliticalStatus": {{"PARTY_MEMBER", "中共党员"}, {"PROBATIONARY", "中共预备党员"}, {"LEAGUE_MEMBER", "共青团员"},
		{"OTHER_PARTY", "民主党派"}, {"NONE", "群众"}},
	"PortfolioKind": {{"PRINCIPAL", "主要领导"}, {"IN_CHARGE", "分管领导"}, {"HEAD", "部门负责人"}},
	"Role": {{"STAFF", "岗位人员"}, {"DEPT_HEAD", "部门负责人"}, {"LEADER_IN_CHARGE", "分管领导"}, {"PRINCIPAL_LEADER", "主要领导"},
		{"INSPECTOR", "纪检监察"}, {"LEADING_GROUP", "专项工作领导小组"}, {"SYSTEM_ADMIN", "系统管理员"}, {"SECURITY_ADMIN", "安全管理员"}, {"AUDITOR", "审计员"}},
	"PowerType": {{"LICENSING", "行政许可(审批)"}, {"ENFORCEMENT", "稽查执法"}, {"INSPECTION", "检验检测"}, {"ADMINISTRATIVE_CHECK", "行政检查"}, {"ALLOCATION", "资源调配"},
		{"PENALTY", "行政处罚"}, {"COMPULSION", "行政强制"}, {"COLLECTION", "行政征收"}, {"PAYMENT", "行政给付"}, {"CONFIRMATION", "行政确认"},
		{"REWARD", "行政奖励"}, {"ADJUDICATION", "行政裁决"}, {"PUBLIC_SERVICE", "公共服务"}, {"PERSONNEL", "人事"}, {"FINANCE", "财务"}, {"PROCUREMENT", "采购"},
		{"ENGINEERING", "工程"}, {"ASSETS", "资产"}, {"OTHER", "其他"}},
	"Discretion": {{"NONE", "无"}, {"LIMITED", "有限"}, {"WIDE", "较大"}},
	"StepKind": {{"ACCEPT", "受理"}, {"HANDLE", "承办"}, {"REVIEW", "审核"}, {"APPROVE", "审批"}, {"DECIDE", "决定"}, {"EXECUTE", "执行"},
		{"RECORD", "记录"}, {"INSPECT", "验收"}, {"CLOSE", "办结"}, {"SUPERVISE", "监督"}},
	"Split":           {{"ONE", "择一"}, {"ALL", "并行"}},
	"RiskType":        {{"MORAL", "思想道德风险"}, {"INSTITUTION", "制度机制风险"}, {"DUTY", "岗位职责风险"}, {"ENVIRONMENT", "外部环境风险"}, {"PROCESS", "业务流程风险"}, {"UNCLASSIFIED", "未分类"}},
	"ConsequenceKind": {{"CRIME", "可能构成犯罪"}, {"DISCIPLINE", "违纪或行政违法"}, {"MINOR", "轻微违规"}},
	"FoundBy":         {{"SELF", "自己找"}, {"DEPARTMENT", "部门查"}, {"LEADER", "领导提"}, {"PUBLIC", "群众帮"}, {"COLLECTIVE", "集体定"}},
	"RiskStatus":      {{"PROPOSED", "待审定"}, {"DECIDED", "已审定"}, {"RETIRED", "已撤销"}},
	"AssessmentKind": {{"PROPOSAL", "自评"}, {"DECISION", "审定"}, {"ENDORSEMENT", "提请会签"}, {"REFUSAL", "会签退回"},
		{"REWRITING", "改写"}, {"RETIREMENT_ENDORSEMENT", "提请撤销"}, {"RETIREMENT_REFUSAL", "撤销退回"}, {"RETIREMENT", "撤销"}, {"RECORDING", "登记(未评级)"}},
	"MeasureKind": {{"EDUCATION", "教育管理"}, {"BALANCE", "权力制衡"}, {"PROCESS", "流程优化"}, {"RULE", "制度规范"},
		{"OVERSIGHT", "监督检查"}, {"DISCLOSURE", "办事公开"}},
	"Mechanism":            {{"DAILY_EDUCATION", "日常教育"}, {"DYNAMIC_MONITORING", "动态监控"}, {"EARLY_WARNING", "预警防范"}},
	"SignInMethod":         {{"PASSWORD", "密码"}, {"OIDC", "统一身份认证"}},
	"GrantStatus":          {{"PENDING", "待确认"}, {"ACTIVE", "已生效"}, {"DECLINED", "已驳回"}},
	"ActKind":              {{"GRANT_ROLE", "授予角色"}, {"ASSIGN_PORTFOLIO", "确定领导分工"}, {"APPOINT", "任职"}, {"DELEGATE", "委托审核"}, {"RESET_PASSWORD", "重置密码"}, {"RESET_SECOND_FACTOR", "重置二次验证"}, {"LINK_PERSON", "为人员开通账号"}, {"LINK_IDENTITY", "关联统一身份"}, {"IMPORT_OFFICES", "导入任职名单"}, {"MOVE_UNIT", "移动单位"}, {"CLOSE_UNIT", "撤销单位"}, {"RETIRE_RISK", "撤销风险点"}, {"ACCEPT_CONFLICT", "限期接受制衡冲突"}},
	"ActStatus":            {{"PENDING", "待确认"}, {"CONFIRMED", "已确认"}, {"DECLINED", "已驳回"}, {"WITHDRAWN", "已撤回"}, {"EXPIRED", "已失效"}},
	"TokenScope":           {{"READ_ORGANISATION", "读取组织机构"}, {"READ_REGISTER", "读取登记内容"}, {"READ_OVERVIEW", "读取总览"}, {"READ_AUDIT", "读取审计日志"}, {"WRITE_INDICATORS", "报送监测值"}, {"WRITE_PROCEEDINGS", "报送办件"}},
	"AuditAction":          {{"CREATE_UNIT", "新建单位"}, {"UPDATE_UNIT", "修改单位"}, {"MOVE_UNIT", "移动单位"}, {"CLOSE_UNIT", "撤销单位"}, {"CREATE_POST", "新建岗位"}, {"UPDATE_POST", "修改岗位"}, {"ADD_PERSON", "添加人员"}, {"UPDATE_PERSON", "修改人员"}, {"APPOINT", "任职"}, {"RELIEVE", "免职"}, {"ASSIGN_PORTFOLIO", "确定领导分工"}, {"END_PORTFOLIO", "结束领导分工"}, {"RECORD_DUTY", "登记岗位职责"}, {"REVISE_DUTY", "修订岗位职责"}, {"REGISTER_POWER", "登记职权"}, {"REVISE_POWER", "修订职权"}, {"RETIRE_POWER", "停用职权"}, {"SAVE_PROCESS", "保存流程"}, {"RECORD_RISK_POINT", "登记风险点"}, {"REVISE_RISK_POINT", "修订风险点"}, {"RETIRE_RISK_POINT", "撤销风险点"}, {"PROPOSE_GRADE", "自评等级"}, {"DECIDE_GRADE", "审定等级"}, {"IMPORT_GRADE", "导入等级"}, {"RECORD_MEASURE", "登记防控措施"}, {"REVISE_MEASURE", "修订防控措施"}, {"ADVANCE_MEASURE", "变更措施状态"}, {"IMPORT", "导入文件"}, {"SET_UP", "初始化"}, {"SIGN_IN", "登录"}, {"REFUSE_SIGN_IN", "登录失败"}, {"SIGN_OUT", "退出"}, {"END_SESSION", "结束会话"}, {"CHANGE_PASSWORD", "修改密码"}, {"RESET_PASSWORD", "重置密码"}, {"ENABLE_SECOND_FACTOR", "启用二次验证"}, {"DISABLE_SECOND_FACTOR", "停用二次验证"}, {"RENEW_RECOVERY_CODES", "更换恢复码"}, {"LINK_IDENTITY", "关联统一身份"}, {"CREATE_ACCOUNT", "新建账号"}, {"DISABLE_ACCOUNT", "停用账号"}, {"ENABLE_ACCOUNT", "恢复账号"}, {"GRANT_ROLE", "授予角色"}, {"CONFIRM_GRANT", "确认授权"}, {"DECLINE_GRANT", "驳回授权"}, {"REVOKE_ROLE", "收回角色"}, {"CREATE_TOKEN", "创建访问令牌"}, {"REVOKE_TOKEN", "吊销访问令牌"}, {"READ_RECORD", "查阅个人记录"}, {"EXPORT", "导出"}, {"ERASE_TEXTS", "删除个人信息"}, {"ACCEPT_LOSS", "确认日志缺失"}, {"BASELINE", "建立基线"}, {"CARRY_OVER", "升级结转"}, {"HOLD_SEPARATION", "分权规则生效"}, {"WITNESS_FORK", "见证日志分叉"}, {"RESTORE_WITNESSED", "恢复见证记录"}, {"LOAD_SAMPLE", "载入示例"}, {"PLAN_CAMPAIGN", "筹划专项工作"}, {"REVISE_CAMPAIGN", "修改专项工作"}, {"OPEN_CAMPAIGN", "启动专项工作"}, {"EXPECT_FORMS", "下发填报任务"}, {"DROP_FORM", "免予填报"}, {"MOVE_FORM", "转移填报任务"}, {"ADVANCE_CAMPAIGN", "推进专项工作阶段"}, {"CLOSE_CAMPAIGN", "结束专项工作"}, {"ARCHIVE_CAMPAIGN", "归档专项工作"}, {"ASSIGN_FORM", "指定填报人"}, {"BEGIN_FORM", "开始填报"}, {"APPLY_FORM", "存入登记簿"}, {"SUBMIT_FORM", "提交表格"}, {"RECALL_FORM", "撤回表格"}, {"APPROVE_FORM", "审核同意"}, {"RETURN_FORM", "退回表格"}, {"VOID_REVIEW_DECISIONS", "意见作废"}, {"READDRESS_FORM", "变更审核人"}, {"PUBLISH_FORM", "公示表格"}, {"END_PUBLICITY", "结束公示"}, {"FILE_FORM", "表格备案"}, {"ASK_REVISION", "申请修订"}, {"ALLOW_REVISION", "同意修订"}, {"REFUSE_REVISION", "不同意修订"}, {"DELEGATE", "委托审核"}, {"END_DELEGATION", "结束委托"}, {"ATTACH_FILE", "上传佐证"}, {"REMOVE_FILE", "移除佐证"}, {"PLAN_MEETING", "筹备会议"}, {"REVISE_MEETING", "修改会议"}, {"OPEN_MEETING", "会议开始"}, {"VOTE", "表决"}, {"DECIDE_ITEM", "议项审定"}, {"DEFER_ITEM", "议项缓议"}, {"CLOSE_MEETING", "会议结束"}, {"CANCEL_MEETING", "取消会议"}, {"ENDORSE_GRADE", "提请会签等级"}, {"DECLINE_GRADE", "会签退回"}, {"COUNTERSIGN_VOTE", "表决核签"}, {"ENDORSE_RETIREMENT", "提请撤销风险点"}, {"REFUSE_RETIREMENT", "撤销退回"}, {"OPENING_DECISION", "期初审定"}, {"DECIDE_COMPREHENSIVE", "综合措施审定"}, {"SET_RECIPE", "设定评级规则"}, {"JUDGE_BALANCE", "核对制衡冲突"}, {"ACCEPT_CONFLICT", "限期接受制衡冲突"}, {"END_ACCEPTANCE", "终止接受制衡冲突"}, {"SET_BALANCE_RULE", "设定制衡规则"}, {"SWITCH_BALANCE_RULE", "启用或停用制衡规则"}, {"SET_CALENDAR", "设定工作日历"}, {"DROP_CALENDAR", "撤销工作日历修改"}, {"SET_CLOCK_RULE", "设定期限计算规则"}, {"SET_SUPERVISION_PLAN", "设定监督计划"}, {"PLAN_CHECKS", "安排监督检查"}, {"BEGIN_CHECK", "开始监督检查"}, {"RECORD_CHECK", "记录监督检查"}, {"ESCALATE_CHECK", "逾期检查上报"}, {"SIGN_HANDOVER", "签署监督交接"}, {"SCHEDULE_TASKS", "安排日常任务"}, {"STOP_TASKS", "停止日常任务"}, {"PLAN_TASKS", "下达或调整日常任务"}, {"DO_TASK", "完成日常任务"}, {"SET_INDICATOR", "设定监测指标"}, {"STOP_INDICATOR", "停用监测指标"}, {"RECORD_READINGS", "录入监测值"}, {"REGISTER_RULES", "登记制度文件"}, {"CORRECT_RULES", "更正制度文件"}, {"ISSUE_RULES_EDITION", "发布制度新版本"}, {"CORRECT_RULES_EDITION", "更正未施行版本"}, {"WITHDRAW_RULES_EDITION", "撤回未施行版本"}, {"REPEAL_RULES", "废止制度文件"}, {"WITHDRAW_REPEAL", "撤回制度废止"}, {"LINK_RULES", "关联制度依据"}, {"UNLINK_RULES", "取消制度依据关联"}, {"ASK_RULES_REVIEWS", "发起或调整制度复核"}, {"ANSWER_RULES_REVIEW", "答复制度复核"}, {"PLAN_EDUCATION", "计划教育活动"}, {"HOLD_EDUCATION", "登记教育活动"}, {"REVISE_EDUCATION", "修改教育活动"}, {"SET_PARTICIPANTS", "修改教育活动参加人员"}, {"CANCEL_EDUCATION", "取消教育活动"}, {"RECORD_PROCEEDINGS", "录入办件"}, {"SET_WARNING_RULE", "设定预警规则"}, {"RAISE_WARNINGS", "发出或解除预警"}, {"ESCALATE_WARNING", "预警上报"}, {"ACKNOWLEDGE_WARNING", "签收预警"}, {"ANSWER_WARNING", "答复预警"}, {"RETURN_WARNING", "退回预警答复"}, {"VERIFY_WARNING", "核实预警"}, {"LIFT_WARNING", "解除预警"}, {"GIVE_INSTRUCTION", "下达督办"}, {"ACKNOWLEDGE_INSTRUCTION", "签收督办"}, {"ANSWER_INSTRUCTION", "答复督办"}, {"REPORT_INSTRUCTION", "督办报结"}, {"ACCEPT_INSTRUCTION", "督办验收"}, {"RETURN_INSTRUCTION", "退回督办"}, {"EXTEND_INSTRUCTION", "督办延期"}, {"WITHDRAW_INSTRUCTION", "撤回督办"}, {"ESCALATE_INSTRUCTION", "督办上报"}, {"READDRESS_INSTRUCTION", "督办改送"}, {"DECLARE_RELATION", "申报回避关系"}, {"END_RELATION", "终止回避关系"}, {"PLAN_LEAVE", "登记休假计划"}, {"WITHDRAW_LEAVE", "撤回休假计划"}, {"KEEP_MAPPING", "保存导入映射"}, {"DROP_MAPPING", "删除导入映射"}, {"REGRADE", "按新规则自评"}, {"RECEIVE_FEEDBACK", "收到公示反馈"}, {"HANDLE_FEEDBACK", "处理公示反馈"}, {"RAISE_OBJECTION", "提出申诉"}, {"ANSWER_OBJECTION", "答复申诉"}, {"WITHDRAW_OBJECTION", "撤回申诉"}, {"ROLL_FORWARD", "结转上年登记"}, {"SET_NOTICES", "设置通知"}, {"BEGIN_ACT", "提请确认"}, {"CONFIRM_ACT", "确认事项"}, {"DECLINE_ACT", "驳回事项"}, {"WITHDRAW_ACT", "撤回事项"}, {"EXPIRE_ACT", "事项失效"}, {"LINK_PERSON", "账号关联人员"}},
	"CampaignPhase":        {{"PLANNED", "筹划"}, {"SURVEY", "排查风险"}, {"MECHANISM", "完善机制"}, {"CONTROL", "防控管理"}, {"SUMMARY", "总结提高"}, {"ARCHIVED", "已归档"}},
	"FormKind":             {{"POWERS", "表1 部门权力登记表"}, {"RISKS", "表2 部门职务犯罪风险点自查登记表"}, {"PERSONAL", "表3 个人职务犯罪风险点自查登记表"}, {"MEASURES", "表4 部门职务犯罪风险防控措施登记表"}},
	"FormState":            {{"DRAFT", "填报中"}, {"DEPT_REVIEW", "部门审核"}, {"LEADER_REVIEW", "分管领导审核"}, {"INSPECTION_REVIEW", "纪检监察审核"}, {"GROUP_REVIEW", "领导小组审定"}, {"PUBLICITY", "公示"}, {"FILED", "已备案"}, {"REVISING", "申请修订"}, {"DROPPED", "免予填报"}},
	"Verdict":              {{"APPROVED", "同意"}, {"RETURNED", "退回"}},
	"Turn":                 {{"OWN", "本级"}, {"NEXT", "上一级"}, {"GROUP", "领导小组"}, {"AGAIN", "已签署者"}, {"NOBODY", "无人"}},
	"Bar":                  {{"PREPARED", "参与填报"}, {"SUBJECT", "本人事项"}, {"SIGNED", "已签署其他环节"}, {"ABSENT", "暂不能履职"}},
	"MeetingState":         {{"PLANNED", "筹备"}, {"OPEN", "进行中"}, {"CLOSED", "已结束"}, {"CANCELLED", "已取消"}},
	"ItemState":            {{"PENDING", "待议"}, {"VOTING", "表决中"}, {"DECIDED", "已审定"}, {"DEFERRED", "缓议"}, {"WITHDRAWN", "撤出"}},
	"ItemKind":             {{"GRADE", "等级审定"}, {"RETIREMENT", "撤销风险点"}, {"OPENING_DECISION", "期初审定"}, {"COMPREHENSIVE_MEASURE", "综合措施"}},
	"VoteManner":           {{"SIGNED_IN", "本人登录表决"}, {"PAPER", "书面表决登记"}},
	"SkippedReason":        {{"DECIDED_BEFORE", "已经审定"}, {"NO_PAPER_GRADE", "无纸质审定等级"}},
	"RetireGround":         {{"POWER_ENDED", "职权已停用"}, {"STEP_ENDED", "流程环节已取消"}, {"POST_ENDED", "岗位已撤销"}, {"UNIT_ENDED", "单位已撤销"}, {"NO_RISK", "风险已消除"}},
	"Comprehensive":        {{"ADOPTED", "已综合制定"}, {"DECLINED", "不予综合制定"}},
	"Vote":                 {{"FOR", "赞成"}, {"AGAINST", "反对"}, {"ABSTAIN", "弃权"}},
	"ObjectionState":       {{"RAISED", "待复核"}, {"ANSWERED", "已答复"}, {"WITHDRAWN", "已撤回"}},
	"ObjectionOutcome":     {{"UPHELD", "予以支持"}, {"PARTLY_UPHELD", "部分支持"}, {"REJECTED", "不予支持"}},
	"FeedbackState":        {{"RECEIVED", "待处理"}, {"HANDLED", "已处理"}},
	"JobKind":              {{"OPEN_CAMPAIGN", "下发填报任务"}, {"EXPORT_CAMPAIGN", "导出专项工作表格"}},
	"JobState":             {{"QUEUED", "排队中"}, {"RUNNING", "进行中"}, {"DONE", "已完成"}, {"FAILED", "失败"}, {"CANCELLED", "已取消"}},
	"NoticeKind":           {{"FORM_DUE", "填报即将到期"}, {"FORM_OVERDUE", "填报已逾期"}, {"FORM_EXPECTED", "新的填报任务"}, {"FORM_TO_REVIEW", "待审核"}, {"FORM_RETURNED", "表格被退回"}, {"FORM_CHANGED", "审核中的表格被修改"}, {"FORM_REOPENED", "表格须重新提交"}, {"FORM_PUBLISHED", "表格开始公示"}, {"FORM_FILED", "表格已备案"}, {"REVISION_REFUSED", "修订申请未获同意"}, {"MEETING_CALLED", "会议通知"}, {"MEETING_CANCELLED", "会议取消"}, {"MEETING_DISMISSED", "不再需要参加会议"}, {"MEETING_ITEM_WITHDRAWN", "议项已撤出议程"}, {"VOTE_ON_PAPER", "书面表决待本人核对"}, {"GRADE_TO_CONCUR", "等级待会签"}, {"GRADE_REFUSED", "等级会签被退回"}, {"GRADE_DECIDED", "等级已审定"}, {"GRADE_FILED", "等级审定备案"}, {"GRADE_TO_REASSESS", "等级须重新评估"}, {"RETIREMENT_TO_CONCUR", "撤销待会签"}, {"RETIREMENT_CONCURRED", "撤销已会签"}, {"RETIREMENT_REFUSED", "撤销被退回"}, {"FEEDBACK_RECEIVED", "收到公示反馈"}, {"OBJECTION_RAISED", "收到申诉"}, {"OBJECTION_DUE", "申诉答复即将到期"}, {"OBJECTION_OVERDUE", "申诉答复已逾期"}, {"OBJECTION_WITHDRAWN", "申诉已撤回"}, {"OBJECTION_ANSWERED", "申诉已答复"}, {"JOB_ENDED", "后台任务结束"}, {"STAFF_JOINED", "部门新增人员"}, {"CONFLICT_FOUND", "发现严重制衡冲突"}, {"CONFLICT_REOPENED", "冲突恢复为待处理"}, {"ACCEPTANCE_ENDING", "限期接受即将到期"}, {"CHECK_PLANNED", "新的监督检查任务"}, {"CHECK_OVERDUE", "监督检查已逾期"}, {"CHECK_ESCALATED", "逾期监督检查上报"}, {"CHECK_FOUND", "监督检查发现问题"}, {"HANDOVER_TO_SIGN", "监督交接待签署"}, {"RISK_PROMPT", "风险提示"}, {"TASK_ASKED", "新的日常任务"}, {"TASK_DUE", "日常任务即将到期"}, {"TASK_FOUND", "措施检查无效"}, {"READING_DUE", "监测值待录入"}, {"RULES_REVIEW_ASKED", "制度变动待复核"}, {"RULES_REVIEW_DUE", "制度复核即将到期"}, {"EDUCATION_CALLED", "教育活动通知"}, {"EDUCATION_CANCELLED", "教育活动取消"}, {"EDUCATION_DUE", "教育活动待登记"}, {"WARNING_RAISED", "新的预警"}, {"WARNING_ESCALATED", "预警上报"}, {"WARNING_ANSWERED", "预警待核实"}, {"WARNING_RETURNED", "预警答复被退回"}, {"WARNING_LIFTED", "预警已解除"}, {"WARNING_DUE", "预警即将到期"}, {"INSTRUCTION_GIVEN", "新的督办"}, {"INSTRUCTION_ESCALATED", "督办上报"}, {"INSTRUCTION_ANSWERED", "督办已答复"}, {"INSTRUCTION_REPORTED", "督办待验收"}, {"INSTRUCTION_RETURNED", "督办被退回"}, {"INSTRUCTION_CLOSED", "督办已结束"}, {"INSTRUCTION_DUE", "督办即将到期"}, {"ACT_TO_CONFIRM", "待您确认"}, {"ACT_DECIDED", "提请的事项有结果"}, {"ACT_ANNOUNCED", "服务器操作员的紧急操作"}},
	"NoticeChannel":        {{"MAIL", "邮件"}, {"WEBHOOK", "网络回调"}},
	"DeliveryState":        {{"PENDING", "待发送"}, {"SENT", "已发送"}, {"FAILED", "发送失败"}},
	"MeasureScope":         {{"GENERAL", "一般"}, {"POST_SPECIFIC", "具体"}},
	"CheckKind":            {{"RISKS", "风险点防控检查"}, {"HEAD", "部门负责人监督检查"}},
	"CheckState":           {{"DUE", "待检查"}, {"DONE", "已检查"}, {"MISSED", "未按期检查"}, {"CANCELLED", "已取消"}},
	"CheckOutcome":         {{"SOUND", "防控到位"}, {"DEFECT", "存在问题"}},
	"TaskKind":             {{"WORK", "日常落实"}, {"EFFECT", "效果检查"}},
	"TaskState":            {{"DUE", "待完成"}, {"DONE", "已完成"}, {"MISSED", "未按期完成"}, {"CANCELLED", "已取消"}},
	"Recurrence":           {{"WEEKLY", "每周"}, {"MONTHLY", "每月"}, {"QUARTERLY", "每季度"}, {"HALF_YEARLY", "每半年"}, {"YEARLY", "每年"}},
	"TaskFinding":          {{"EFFECTIVE", "有效"}, {"INEFFECTIVE", "无效"}},
	"IndicatorKeeps":       {{"AT_MOST", "不超过"}, {"AT_LEAST", "不低于"}},
	"RulesKind":            {{"RULES", "制度"}, {"WORKING_RULES", "工作规则"}},
	"RulesReviewState":     {{"OPEN", "待复核"}, {"KEPT", "无需调整"}, {"CHANGED", "已调整"}, {"DROPPED", "已终止"}},
	"ProceedingState":      {{"UNDER_WAY", "办理中"}, {"PAUSED", "中止"}, {"CLOSED", "已办结"}, {"DISCONTINUED", "已终止"}},
	"StepOutcome":          {{"PASSED", "通过"}, {"RETURNED", "退回"}},
	"DeviationKind":        {{"LATE", "办件超期"}, {"STEP_LATE", "环节超时"}, {"SKIPPED", "跳过环节"}, {"RETURNED", "环节退回"}, {"EXCLUDED", "一人办理不相容环节"}, {"OFF_MAP", "流程图外环节"}},
	"LimitState":           {{"NONE", "无时限"}, {"KNOWN", "时限明确"}, {"STOPPED", "中止计算"}, {"NO_DATA", "日历缺数据"}},
	"IndicatorState":       {{"UNREAD", "尚无监测值"}, {"WITHIN", "正常"}, {"OVER", "超出阈值"}},
	"EducationKind":        {{"WARNING_CASES", "警示教育"}, {"PARTY_LESSON", "廉政党课"}, {"STUDY", "集中学习"}, {"TALK", "廉政谈话"}, {"TRAINING", "岗位培训"}, {"VISIT", "参观"}, {"OTHER", "其他"}},
	"EducationState":       {{"PLANNED", "已计划"}, {"HELD", "已举行"}, {"CANCELLED", "已取消"}},
	"Attendance":           {{"ATTENDED", "参加"}, {"EXCUSED", "请假"}, {"ABSENT", "缺席"}},
	"ReadingSource":        {{"HAND", "手工录入"}, {"FILE", "文件导入"}, {"PROGRAM", "程序报送"}},
	"WarningKind":          {{"FORM_OVERDUE", "填报逾期"}, {"MEASURE_OVERDUE", "防控措施逾期"}, {"CHECK_OVERDUE", "监督检查逾期"}, {"TASK_OVERDUE", "日常任务逾期"}, {"INDICATOR_OVER", "监测指标超出阈值"}, {"INDICATOR_UNREAD", "监测值逾期未报"}, {"RULES_UNREVIEWED", "制度复核逾期"}, {"PROCEEDING_LATE", "办件超期"}, {"STEP_SKIPPED", "办件跳过环节"}, {"STEP_RETURNED", "办件退回未重办"}, {"STEPS_EXCLUDED", "一人办理不相容环节"}, {"OBJECTION_OVERDUE", "申诉复核逾期"}, {"RISK_UNDEFENDED", "风险点无有效措施"}, {"STEP_UNDERDEFENDED", "环节设防不足"}, {"GRADE_STALE", "等级逾期未复评"}, {"BALANCE_CONFLICT", "制衡冲突未消除"}, {"DEFECT_OPEN", "检查问题未整改"}, {"TRANSFER_UNDECLARED", "调岗未重新自查"}},
	"WarningColour":        {{"RED", "红色"}, {"ORANGE", "橙色"}, {"YELLOW", "黄色"}},
	"WarningState":         {{"RAISED", "已发出"}, {"NOTIFIED", "已签收"}, {"ESCALATED", "已上报"}, {"ANSWERED", "已答复"}, {"VERIFIED", "已核实"}, {"LIFTED", "已解除"}},
	"WarningEventKind":     {{"RAISE", "发出"}, {"ACKNOWLEDGE", "签收"}, {"ANSWER", "答复"}, {"RETURN", "退回"}, {"VERIFY", "核实"}, {"ESCALATE", "上报"}, {"WORSEN", "颜色升级"}, {"READDRESS", "改送"}, {"LIFT", "解除"}},
	"LiftGround":           {{"CAUSE_GONE", "原因已消除"}, {"SETTLED", "核实销号"}, {"DECIDED", "决定解除"}},
	"InstructionState":     {{"ORDERED", "待签收"}, {"ACKNOWLEDGED", "已签收"}, {"ANSWERED", "办理中"}, {"REPORTED", "待验收"}, {"RETURNED", "退回续办"}, {"ACCEPTED", "已办结"}, {"WITHDRAWN", "已撤回"}},
	"InstructionEventKind": {{"ORDER", "交办"}, {"ACKNOWLEDGE", "签收"}, {"ANSWER", "答复"}, {"REPORT", "报结"}, {"ACCEPT", "验收"}, {"RETURN", "退回"}, {"EXTEND", "延期"}, {"WITHDRAW", "撤回"}, {"ESCALATE", "上报"}, {"READDRESS", "改送"}, {"REMIND", "催收"}},
	"ConflictState":        {{"OPEN", "待处理"}, {"ACCEPTED", "限期接受"}, {"SETTLED", "已解决"}},
	"RuleState":            {{"DRAFT", "草拟"}, {"ON", "启用"}, {"OFF", "停用"}},
	"RelationKind":         {{"SPOUSE", "夫妻关系"}, {"DIRECT_BLOOD", "直系血亲"}, {"COLLATERAL", "三代以内旁系血亲"}, {"BY_MARRIAGE", "近姻亲"}, {"OTHER", "其他"}},
	"DayMark":              {{"OFF", "放假"}, {"WORKED", "调休上班"}},
	"ClockUnit":            {{"WORKING_DAYS", "工作日"}, {"CALENDAR_DAYS", "自然日"}, {"MONTHS", "月"}, {"YEARS", "年"}},
	"ClockStart":           {{"DAY_AFTER", "次日起算"}, {"SAME_DAY", "当日起算"}},
	"ClockEnd":             {{"NEXT_WORKING_DAY", "顺延至下一工作日"}, {"STAYS", "不顺延"}, {"PREVIOUS_WORKING_DAY", "提前至上一工作日"}},
	"PauseKind":            {{"HEARING", "听证"}, {"TENDER", "招标"}, {"AUCTION", "拍卖"}, {"INSPECTION", "检验"}, {"TESTING", "检测"}, {"QUARANTINE", "检疫"}, {"APPRAISAL", "鉴定"}, {"EXPERT_REVIEW", "专家评审"}, {"OTHER", "其他依法扣除"}},
	"MeasureStatus": {{"DRAFTED", "草拟"}, {"APPROVED", "已批准"}, {"ACTIVE", "执行中"}, {"EFFECTIVE", "有效"}, {"INEFFECTIVE", "无效"},
		{"REVISED", "已修订"}, {"RETIRED", "已停用"}},
}

func label(e enumeration, value, lang string) string {
	v := reflect.New(reflect.TypeOf(e)).Elem()
	v.SetString(value)
	return v.Interface().(interface{ Label(string) string }).Label(lang)
}

func TestEveryEnumerationHasTheValuesAndWordsOfTheDomainInItsOrder(t *testing.T) {
	for _, e := range enumerations {
		name := reflect.TypeOf(e).Name()
		want, ok := domain[name]
		if !ok {
			t.Errorf("%s is not in the table of this test", name)
			continue
		}
		values := e.Values()
		if len(values) != len(want) {
			t.Errorf("%s has the values %v, want %d", name, values, len(want))
			continue
		}
		for i, w := range want {
			if values[i] != w[0] || label(e, values[i], "zh") != w[1] {
				t.Errorf("%s number %d is %s %s, want %s %s", name, i, values[i], label(e, values[i], "zh"), w[0], w[1])
			}
		}
	}
	if len(enumerations) != len(domain) {
		t.Errorf("%d enumerations are listed, the domain has %d", len(enumerations), len(domain))
	}
}

func TestEveryValueIsUniqueAndHasAChineseAndAnEnglishWord(t *testing.T) {
	shape := regexp.MustCompile(`^[A-Z]+(_[A-Z]+)*$`)
	for _, e := range enumerations {
		name := reflect.TypeOf(e).Name()
		seen := map[string]string{}
		for _, value := range e.Values() {
			if !shape.MatchString(value) || len(value) > 32 {
				t.Errorf("%s %q is no upper-case name of at most 32 characters", name, value)
			}
			zh, en := label(e, value, "zh"), label(e, value, "en")
			han := false
			for _, r := range zh {
				han = han || unicode.Is(unicode.Han, r)
			}
			if !han {
				t.Errorf("%s %s has the Chinese word %q", name, value, zh)
			}
			if en == "" || en == value || en == zh || !unicode.IsUpper([]rune(en)[0]) {
				t.Errorf("%s %s has the English word %q", name, value, en)
			}
			for _, word := range []string{"value " + value, "zh " + zh, "en " + en} {
				if other, twice := seen[word]; twice {
					t.Errorf("%s: %s stands for both %s and %s", name, word, other, value)
				}
				seen[word] = value
			}
		}
	}
}

func TestAnUnknownValueIsItsOwnLabelAndAnUnknownLanguageIsChinese(t *testing.T) {
	if got := term.Grade("X").Label("en"); got != "X" {
		t.Errorf("an unknown grade is labelled %q", got)
	}
	if got := term.GradeA.Label("fr"); got != "高" {
		t.Errorf("grade A in French is %q", got)
	}
}

func TestGradesAreOrderedFromTheWorstAndNoGradeIsTheMildest(t *testing.T) {
	order := []term.Grade{term.GradeA, term.GradeB, term.GradeC, term.Ungraded}
	for i, a := range order {
		for j, b := range order {
			if got := a.Worse(b); got != (i < j) {
				t.Errorf("%s worse than %s: %v", a, b, got)
			}
			if got, want := term.Worst(a, b), order[min(i, j)]; got != want {
				t.Errorf("the worst of %s and %s is %s, want %s", a, b, got, want)
			}
		}
	}
	if got := term.Worst(); got != term.Ungraded {
		t.Errorf("the worst of nothing is %s", got)
	}
	if got := term.Worst("", term.GradeC); got != term.GradeC {
		t.Errorf("the worst of an empty value and C is %q", got)
	}
}

func TestTheTypesOfTheServiceListsHaveItsCodesAndAreReadByThem(t *testing.T) {
	codes := map[term.PowerType]string{term.PowerTypeLicensing: "01", term.PowerTypePenalty: "02", term.PowerTypeCompulsion: "03",
		term.PowerTypeCollection: "04", term.PowerTypePayment: "05", term.PowerTypeAdministrativeCheck: "06", term.PowerTypeConfirmation: "07",
		term.PowerTypeReward: "08", term.PowerTypeAdjudication: "09", term.PowerTypeOther: "10", term.PowerTypePublicService: "20"}
	for _, v := range term.PowerType("").Values() {
		if got := term.PowerType(v).Code(); got != codes[term.PowerType(v)] {
			t.Errorf("%s has the code %q, want %q", v, got, codes[term.PowerType(v)])
		}
	}
	known := map[string]term.PowerType{}
	for v, code := range codes {
		known[code] = v
	}
	for n := range 100 {
		code := string([]byte{'0' + byte(n/10), '0' + byte(n%10)})
		if got, ok := term.PowerTypeOf(code); got != known[code] || ok != (known[code] != "") {
			t.Errorf("code %s is %q %v, want %q", code, got, ok, known[code])
		}
	}
	for _, code := range []string{"", "1", "001", "0 1", "01 "} {
		if got, ok := term.PowerTypeOf(code); ok {
			t.Errorf("code %q is %s", code, got)
		}
	}
}
