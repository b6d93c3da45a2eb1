package term

// JobKind is what a background job does.
type JobKind string

// The values of JobKind.
const (
	JobKindOpenCampaign   JobKind = "OPEN_CAMPAIGN"   // 下发填报任务
	JobKindExportCampaign JobKind = "EXPORT_CAMPAIGN" // 导出专项工作表格
)

var labelsJobKind = labels[JobKind]{
	{JobKindOpenCampaign, "下发填报任务", "Open a campaign"},
	{JobKindExportCampaign, "导出专项工作表格", "Export the forms of a campaign"},
}

// Values lists every JobKind.
func (JobKind) Values() []string { return labelsJobKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v JobKind) Label(lang string) string { return labelsJobKind.label(v, lang) }

// JobState is the state of a background job.
type JobState string

// The values of JobState.
const (
	JobStateQueued    JobState = "QUEUED"    // 排队中
	JobStateRunning   JobState = "RUNNING"   // 进行中
	JobStateDone      JobState = "DONE"      // 已完成
	JobStateFailed    JobState = "FAILED"    // 失败
	JobStateCancelled JobState = "CANCELLED" // 已取消
)

var labelsJobState = labels[JobState]{
	{JobStateQueued, "排队中", "Queued"},
	{JobStateRunning, "进行中", "Running"},
	{JobStateDone, "已完成", "Done"},
	{JobStateFailed, "失败", "Failed"},
	{JobStateCancelled, "已取消", "Cancelled"},
}

// Values lists every JobState.
func (JobState) Values() []string { return labelsJobState.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v JobState) Label(lang string) string { return labelsJobState.label(v, lang) }

// NoticeKind is the event that a notice reports.
type NoticeKind string

// The values of NoticeKind.
const (
	NoticeKindFormDue              NoticeKind = "FORM_DUE"               // 填报即将到期
	NoticeKindFormOverdue          NoticeKind = "FORM_OVERDUE"           // 填报已逾期
	NoticeKindFormExpected         NoticeKind = "FORM_EXPECTED"          // 新的填报任务
	NoticeKindFormToReview         NoticeKind = "FORM_TO_REVIEW"         // 待审核
	NoticeKindFormReturned         NoticeKind = "FORM_RETURNED"          // 表格被退回
	NoticeKindFormChanged          NoticeKind = "FORM_CHANGED"           // 审核中的表格被修改
	NoticeKindFormReopened         NoticeKind = "FORM_REOPENED"          // 表格须重新提交
	NoticeKindFormPublished        NoticeKind = "FORM_PUBLISHED"         // 表格开始公示
	NoticeKindFormFiled            NoticeKind = "FORM_FILED"             // 表格已备案
	NoticeKindRevisionRefused      NoticeKind = "REVISION_REFUSED"       // 修订申请未获同意
	NoticeKindMeetingCalled        NoticeKind = "MEETING_CALLED"         // 会议通知
	NoticeKindMeetingCancelled     NoticeKind = "MEETING_CANCELLED"      // 会议取消
	NoticeKindMeetingDismissed     NoticeKind = "MEETING_DISMISSED"      // 不再需要参加会议
	NoticeKindMeetingItemWithdrawn NoticeKind = "MEETING_ITEM_WITHDRAWN" // 议项已撤出议程
	NoticeKindVoteOnPaper          NoticeKind = "VOTE_ON_PAPER"          // 书面表决待本人核对
	NoticeKindGradeToConcur        NoticeKind = "GRADE_TO_CONCUR"        // 等级待会签
	NoticeKindGradeRefused         NoticeKind = "GRADE_REFUSED"          // 等级会签被退回
	NoticeKindGradeDecided         NoticeKind = "GRADE_DECIDED"          // 等级已审定
	NoticeKindGradeFiled           NoticeKind = "GRADE_FILED"            // 等级审定备案
	NoticeKindGradeToReassess      NoticeKind = "GRADE_TO_REASSESS"      // 等级须重新评估
	NoticeKindRetirementToConcur   NoticeKind = "RETIREMENT_TO_CONCUR"   // 撤销待会签
	NoticeKindRetirementConcurred  NoticeKind = "RETIREMENT_CONCURRED"   // 撤销已会签
	NoticeKindRetirementRefused    NoticeKind = "RETIREMENT_REFUSED"     // 撤销被退回
	NoticeKindFeedbackReceived     NoticeKind = "FEEDBACK_RECEIVED"      // 收到公示反馈
	NoticeKindObjectionRaised      NoticeKind = "OBJECTION_RAISED"       // 收到申诉
	NoticeKindObjectionDue         NoticeKind = "OBJECTION_DUE"          // 申诉答复即将到期
	NoticeKindObjectionOverdue     NoticeKind = "OBJECTION_OVERDUE"      // 申诉答复已逾期
	NoticeKindObjectionWithdrawn   NoticeKind = "OBJECTION_WITHDRAWN"    // 申诉已撤回
	NoticeKindObjectionAnswered    NoticeKind = "OBJECTION_ANSWERED"     // 申诉已答复
	NoticeKindJobEnded             NoticeKind = "JOB_ENDED"              // 后台任务结束
	NoticeKindStaffJoined          NoticeKind = "STAFF_JOINED"           // 部门新增人员
	NoticeKindConflictFound        NoticeKind = "CONFLICT_FOUND"         // 发现严重制衡冲突
	NoticeKindConflictReopened     NoticeKind = "CONFLICT_REOPENED"      // 冲突恢复为待处理
	NoticeKindAcceptanceEnding     NoticeKind = "ACCEPTANCE_ENDING"      // 限期接受即将到期
	NoticeKindCheckPlanned         NoticeKind = "CHECK_PLANNED"          // 新的监督检查任务
	NoticeKindCheckOverdue         NoticeKind = "CHECK_OVERDUE"          // 监督检查已逾期
	NoticeKindCheckEscalated       NoticeKind = "CHECK_ESCALATED"        // 逾期监督检查上报
	NoticeKindCheckFound           NoticeKind = "CHECK_FOUND"            // 监督检查发现问题
	NoticeKindHandoverToSign       NoticeKind = "HANDOVER_TO_SIGN"       // 监督交接待签署
	NoticeKindRiskPrompt           NoticeKind = "RISK_PROMPT"            // 风险提示
	NoticeKindTaskAsked            NoticeKind = "TASK_ASKED"             // 新的日常任务
	NoticeKindTaskDue              NoticeKind = "TASK_DUE"               // 日常任务即将到期
	NoticeKindTaskFound            NoticeKind = "TASK_FOUND"             // 措施检查无效
	NoticeKindReadingDue           NoticeKind = "READING_DUE"            // 监测值待录入
	NoticeKindRulesReviewAsked     NoticeKind = "RULES_REVIEW_ASKED"     // 制度变动待复核
	NoticeKindRulesReviewDue       NoticeKind = "RULES_REVIEW_DUE"       // 制度复核即将到期
	NoticeKindEducationCalled      NoticeKind = "EDUCATION_CALLED"       // 教育活动通知
	NoticeKindEducationCancelled   NoticeKind = "EDUCATION_CANCELLED"    // 教育活动取消
	NoticeKindEducationDue         NoticeKind = "EDUCATION_DUE"          // 教育活动待登记
	NoticeKindWarningRaised        NoticeKind = "WARNING_RAISED"         // 新的预警
	NoticeKindWarningEscalated     NoticeKind = "WARNING_ESCALATED"      // 预警上报
	NoticeKindWarningAnswered      NoticeKind = "WARNING_ANSWERED"       // 预警待核实
	NoticeKindWarningReturned      NoticeKind = "WARNING_RETURNED"       // 预警答复被退回
	NoticeKindWarningLifted        NoticeKind = "WARNING_LIFTED"         // 预警已解除
	NoticeKindWarningDue           NoticeKind = "WARNING_DUE"            // 预警即将到期
	NoticeKindInstructionGiven     NoticeKind = "INSTRUCTION_GIVEN"      // 新的督办
	NoticeKindInstructionEscalated NoticeKind = "INSTRUCTION_ESCALATED"  // 督办上报
	NoticeKindInstructionAnswered  NoticeKind = "INSTRUCTION_ANSWERED"   // 督办已答复
	NoticeKindInstructionReported  NoticeKind = "INSTRUCTION_REPORTED"   // 督办待验收
	NoticeKindInstructionReturned  NoticeKind = "INSTRUCTION_RETURNED"   // 督办被退回
	NoticeKindInstructionClosed    NoticeKind = "INSTRUCTION_CLOSED"     // 督办已结束
	NoticeKindInstructionDue       NoticeKind = "INSTRUCTION_DUE"        // 督办即将到期
	NoticeKindActToConfirm         NoticeKind = "ACT_TO_CONFIRM"         // 待您确认
	NoticeKindActDecided           NoticeKind = "ACT_DECIDED"            // 提请的事项有结果
	NoticeKindActAnnounced         NoticeKind = "ACT_ANNOUNCED"          // 服务器操作员的紧急操作
)

var labelsNoticeKind = labels[NoticeKind]{
	{NoticeKindFormDue, "填报即将到期", "A form is due soon"},
	{NoticeKindFormOverdue, "填报已逾期", "A form is overdue"},
	{NoticeKindFormExpected, "新的填报任务", "A form is expected"},
	{NoticeKindFormToReview, "待审核", "A form to review"},
	{NoticeKindFormReturned, "表格被退回", "A form was returned"},
	{NoticeKindFormChanged, "审核中的表格被修改", "A form in review was changed"},
	{NoticeKindFormReopened, "表格须重新提交", "A form must be handed in again"},
	{NoticeKindFormPublished, "表格开始公示", "A form was published"},
	{NoticeKindFormFiled, "表格已备案", "A form was filed"},
	{NoticeKindRevisionRefused, "修订申请未获同意", "A revision was refused"},
	{NoticeKindMeetingCalled, "会议通知", "A meeting is called"},
	{NoticeKindMeetingCancelled, "会议取消", "A meeting was cancelled"},
	{NoticeKindMeetingDismissed, "不再需要参加会议", "A meeting does without you"},
	{NoticeKindMeetingItemWithdrawn, "议项已撤出议程", "An item was withdrawn from an agenda"},
	{NoticeKindVoteOnPaper, "书面表决待本人核对", "A vote of yours was recorded from paper"},
	{NoticeKindGradeToConcur, "等级待会签", "A grade waits for concurrence"},
	{NoticeKindGradeRefused, "等级会签被退回", "A grade was refused"},
	{NoticeKindGradeDecided, "等级已审定", "A grade was decided"},
	{NoticeKindGradeFiled, "等级审定备案", "A C grade was filed"},
	{NoticeKindGradeToReassess, "等级须重新评估", "A grade is to be assessed anew"},
	{NoticeKindRetirementToConcur, "撤销待会签", "A retirement waits for concurrence"},
	{NoticeKindRetirementConcurred, "撤销已会签", "A retirement was concurred in"},
	{NoticeKindRetirementRefused, "撤销被退回", "A retirement was refused"},
	{NoticeKindFeedbackReceived, "收到公示反馈", "Feedback of the public"},
	{NoticeKindObjectionRaised, "收到申诉", "An objection was raised"},
	{NoticeKindObjectionDue, "申诉答复即将到期", "The answer to an objection is due soon"},
	{NoticeKindObjectionOverdue, "申诉答复已逾期", "The answer to an objection is overdue"},
	{NoticeKindObjectionWithdrawn, "申诉已撤回", "An objection was withdrawn"},
	{NoticeKindObjectionAnswered, "申诉已答复", "An objection was answered"},
	{NoticeKindJobEnded, "后台任务结束", "A job has ended"},
	{NoticeKindStaffJoined, "部门新增人员", "Somebody joined a department"},
	{NoticeKindConflictFound, "发现严重制衡冲突", "A grave conflict of balance was found"},
	{NoticeKindConflictReopened, "冲突恢复为待处理", "An accepted conflict is open again"},
	{NoticeKindAcceptanceEnding, "限期接受即将到期", "The acceptance of a conflict ends soon"},
	{NoticeKindCheckPlanned, "新的监督检查任务", "Checks of supervision to make"},
	{NoticeKindCheckOverdue, "监督检查已逾期", "A check of supervision is late"},
	{NoticeKindCheckEscalated, "逾期监督检查上报", "A late check went up to you"},
	{NoticeKindCheckFound, "监督检查发现问题", "A check found something wanting"},
	{NoticeKindHandoverToSign, "监督交接待签署", "A handover of supervision to sign"},
	{NoticeKindRiskPrompt, "风险提示", "A prompt about risks"},
	{NoticeKindTaskAsked, "新的日常任务", "A task of a measure to do"},
	{NoticeKindTaskDue, "日常任务即将到期", "A task of a measure is soon due"},
	{NoticeKindTaskFound, "措施检查无效", "A measure was found ineffective"},
	{NoticeKindReadingDue, "监测值待录入", "A reading is to be recorded"},
	{NoticeKindRulesReviewAsked, "制度变动待复核", "Rules changed: a review is asked for"},
	{NoticeKindRulesReviewDue, "制度复核即将到期", "A review after rules changed is soon due"},
	{NoticeKindEducationCalled, "教育活动通知", "An education session calls you"},
	{NoticeKindEducationCancelled, "教育活动取消", "An education session was cancelled"},
	{NoticeKindEducationDue, "教育活动待登记", "An education session is to be recorded"},
	{NoticeKindWarningRaised, "新的预警", "A warning to answer"},
	{NoticeKindWarningEscalated, "预警上报", "A warning went up to you"},
	{NoticeKindWarningAnswered, "预警待核实", "A warning to verify"},
	{NoticeKindWarningReturned, "预警答复被退回", "The answer of a warning was returned"},
	{NoticeKindWarningLifted, "预警已解除", "A warning was lifted"},
	{NoticeKindWarningDue, "预警即将到期", "A warning is soon to be answered"},
	{NoticeKindInstructionGiven, "新的督办", "An instruction to carry out"},
	{NoticeKindInstructionEscalated, "督办上报", "An instruction went up to you"},
	{NoticeKindInstructionAnswered, "督办已答复", "An instruction was answered"},
	{NoticeKindInstructionReported, "督办待验收", "An instruction to accept"},
	{NoticeKindInstructionReturned, "督办被退回", "An instruction was returned"},
	{NoticeKindInstructionClosed, "督办已结束", "An instruction is over"},
	{NoticeKindInstructionDue, "督办即将到期", "An instruction is soon due"},
	{NoticeKindActToConfirm, "待您确认", "An act to confirm"},
	{NoticeKindActDecided, "提请的事项有结果", "An act was decided"},
	{NoticeKindActAnnounced, "服务器操作员的紧急操作", "The operator breaks the glass"},
}

// Values lists every NoticeKind.
func (NoticeKind) Values() []string { return labelsNoticeKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v NoticeKind) Label(lang string) string { return labelsNoticeKind.label(v, lang) }

// NoticeChannel is a channel for notices besides the page.
type NoticeChannel string

// The values of NoticeChannel.
const (
	NoticeChannelMail    NoticeChannel = "MAIL"    // 邮件
	NoticeChannelWebhook NoticeChannel = "WEBHOOK" // 网络回调
)

var labelsNoticeChannel = labels[NoticeChannel]{
	{NoticeChannelMail, "邮件", "Mail"},
	{NoticeChannelWebhook, "网络回调", "Webhook"},
}

// Values lists every NoticeChannel.
func (NoticeChannel) Values() []string { return labelsNoticeChannel.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v NoticeChannel) Label(lang string) string { return labelsNoticeChannel.label(v, lang) }

// DeliveryState is the state of a delivery.
type DeliveryState string

// The values of DeliveryState.
const (
	DeliveryStatePending DeliveryState = "PENDING" // 待发送
	DeliveryStateSent    DeliveryState = "SENT"    // 已发送
	DeliveryStateFailed  DeliveryState = "FAILED"  // 发送失败
)

var labelsDeliveryState = labels[DeliveryState]{
	{DeliveryStatePending, "待发送", "Pending"},
	{DeliveryStateSent, "已发送", "Sent"},
	{DeliveryStateFailed, "发送失败", "Failed"},
}

// Values lists every DeliveryState.
func (DeliveryState) Values() []string { return labelsDeliveryState.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v DeliveryState) Label(lang string) string { return labelsDeliveryState.label(v, lang) }
