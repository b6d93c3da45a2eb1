package term

// AuditAction is the action that an entry of the audit log records.
type AuditAction string

// The values of AuditAction.
const (
	AuditActionCreateUnit             AuditAction = "CREATE_UNIT"             // 新建单位
	AuditActionUpdateUnit             AuditAction = "UPDATE_UNIT"             // 修改单位
	AuditActionMoveUnit               AuditAction = "MOVE_UNIT"               // 移动单位
	AuditActionCloseUnit              AuditAction = "CLOSE_UNIT"              // 撤销单位
	AuditActionCreatePost             AuditAction = "CREATE_POST"             // 新建岗位
	AuditActionUpdatePost             AuditAction = "UPDATE_POST"             // 修改岗位
	AuditActionAddPerson              AuditAction = "ADD_PERSON"              // 添加人员
	AuditActionUpdatePerson           AuditAction = "UPDATE_PERSON"           // 修改人员
	AuditActionAppoint                AuditAction = "APPOINT"                 // 任职
	AuditActionRelieve                AuditAction = "RELIEVE"                 // 免职
	AuditActionAssignPortfolio        AuditAction = "ASSIGN_PORTFOLIO"        // 确定领导分工
	AuditActionEndPortfolio           AuditAction = "END_PORTFOLIO"           // 结束领导分工
	AuditActionRecordDuty             AuditAction = "RECORD_DUTY"             // 登记岗位职责
	AuditActionReviseDuty             AuditAction = "REVISE_DUTY"             // 修订岗位职责
	AuditActionRegisterPower          AuditAction = "REGISTER_POWER"          // 登记职权
	AuditActionRevisePower            AuditAction = "REVISE_POWER"            // 修订职权
	AuditActionRetirePower            AuditAction = "RETIRE_POWER"            // 停用职权
	AuditActionSaveProcess            AuditAction = "SAVE_PROCESS"            // 保存流程
	AuditActionRecordRiskPoint        AuditAction = "RECORD_RISK_POINT"       // 登记风险点
	AuditActionReviseRiskPoint        AuditAction = "REVISE_RISK_POINT"       // 修订风险点
	AuditActionRetireRiskPoint        AuditAction = "RETIRE_RISK_POINT"       // 撤销风险点
	AuditActionProposeGrade           AuditAction = "PROPOSE_GRADE"           // 自评等级
	AuditActionDecideGrade            AuditAction = "DECIDE_GRADE"            // 审定等级
	AuditActionImportGrade            AuditAction = "IMPORT_GRADE"            // 导入等级
	AuditActionRecordMeasure          AuditAction = "RECORD_MEASURE"          // 登记防控措施
	AuditActionReviseMeasure          AuditAction = "REVISE_MEASURE"          // 修订防控措施
	AuditActionAdvanceMeasure         AuditAction = "ADVANCE_MEASURE"         // 变更措施状态
	AuditActionImport                 AuditAction = "IMPORT"                  // 导入文件
	AuditActionSetUp                  AuditAction = "SET_UP"                  // 初始化
	AuditActionSignIn                 AuditAction = "SIGN_IN"                 // 登录
	AuditActionRefuseSignIn           AuditAction = "REFUSE_SIGN_IN"          // 登录失败
	AuditActionSignOut                AuditAction = "SIGN_OUT"                // 退出
	AuditActionEndSession             AuditAction = "END_SESSION"             // 结束会话
	AuditActionChangePassword         AuditAction = "CHANGE_PASSWORD"         // 修改密码
	AuditActionResetPassword          AuditAction = "RESET_PASSWORD"          // 重置密码
	AuditActionEnableSecondFactor     AuditAction = "ENABLE_SECOND_FACTOR"    // 启用二次验证
	AuditActionDisableSecondFactor    AuditAction = "DISABLE_SECOND_FACTOR"   // 停用二次验证
	AuditActionRenewRecoveryCodes     AuditAction = "RENEW_RECOVERY_CODES"    // 更换恢复码
	AuditActionLinkIdentity           AuditAction = "LINK_IDENTITY"           // 关联统一身份
	AuditActionCreateAccount          AuditAction = "CREATE_ACCOUNT"          // 新建账号
	AuditActionDisableAccount         AuditAction = "DISABLE_ACCOUNT"         // 停用账号
	AuditActionEnableAccount          AuditAction = "ENABLE_ACCOUNT"          // 恢复账号
	AuditActionGrantRole              AuditAction = "GRANT_ROLE"              // 授予角色
	AuditActionConfirmGrant           AuditAction = "CONFIRM_GRANT"           // 确认授权
	AuditActionDeclineGrant           AuditAction = "DECLINE_GRANT"           // 驳回授权
	AuditActionRevokeRole             AuditAction = "REVOKE_ROLE"             // 收回角色
	AuditActionCreateToken            AuditAction = "CREATE_TOKEN"            // 创建访问令牌
	AuditActionRevokeToken            AuditAction = "REVOKE_TOKEN"            // 吊销访问令牌
	AuditActionReadRecord             AuditAction = "READ_RECORD"             // 查阅个人记录
	AuditActionExport                 AuditAction = "EXPORT"                  // 导出
	AuditActionEraseTexts             AuditAction = "ERASE_TEXTS"             // 删除个人信息
	AuditActionAcceptLoss             AuditAction = "ACCEPT_LOSS"             // 确认日志缺失
	AuditActionBaseline               AuditAction = "BASELINE"                // 建立基线
	AuditActionCarryOver              AuditAction = "CARRY_OVER"              // 升级结转
	AuditActionHoldSeparation         AuditAction = "HOLD_SEPARATION"         // 分权规则生效
	AuditActionWitnessFork            AuditAction = "WITNESS_FORK"            // 见证日志分叉
	AuditActionRestoreWitnessed       AuditAction = "RESTORE_WITNESSED"       // 恢复见证记录
	AuditActionLoadSample             AuditAction = "LOAD_SAMPLE"             // 载入示例
	AuditActionPlanCampaign           AuditAction = "PLAN_CAMPAIGN"           // 筹划专项工作
	AuditActionReviseCampaign         AuditAction = "REVISE_CAMPAIGN"         // 修改专项工作
	AuditActionOpenCampaign           AuditAction = "OPEN_CAMPAIGN"           // 启动专项工作
	AuditActionExpectForms            AuditAction = "EXPECT_FORMS"            // 下发填报任务
	AuditActionDropForm               AuditAction = "DROP_FORM"               // 免予填报
	AuditActionMoveForm               AuditAction = "MOVE_FORM"               // 转移填报任务
	AuditActionAdvanceCampaign        AuditAction = "ADVANCE_CAMPAIGN"        // 推进专项工作阶段
	AuditActionCloseCampaign          AuditAction = "CLOSE_CAMPAIGN"          // 结束专项工作
	AuditActionArchiveCampaign        AuditAction = "ARCHIVE_CAMPAIGN"        // 归档专项工作
	AuditActionAssignForm             AuditAction = "ASSIGN_FORM"             // 指定填报人
	AuditActionBeginForm              AuditAction = "BEGIN_FORM"              // 开始填报
	AuditActionApplyForm              AuditAction = "APPLY_FORM"              // 存入登记簿
	AuditActionSubmitForm             AuditAction = "SUBMIT_FORM"             // 提交表格
	AuditActionRecallForm             AuditAction = "RECALL_FORM"             // 撤回表格
	AuditActionApproveForm            AuditAction = "APPROVE_FORM"            // 审核同意
	AuditActionReturnForm             AuditAction = "RETURN_FORM"             // 退回表格
	AuditActionVoidReviewDecisions    AuditAction = "VOID_REVIEW_DECISIONS"   // 意见作废
	AuditActionReaddressForm          AuditAction = "READDRESS_FORM"          // 变更审核人
	AuditActionPublishForm            AuditAction = "PUBLISH_FORM"            // 公示表格
	AuditActionEndPublicity           AuditAction = "END_PUBLICITY"           // 结束公示
	AuditActionFileForm               AuditAction = "FILE_FORM"               // 表格备案
	AuditActionAskRevision            AuditAction = "ASK_REVISION"            // 申请修订
	AuditActionAllowRevision          AuditAction = "ALLOW_REVISION"          // 同意修订
	AuditActionRefuseRevision         AuditAction = "REFUSE_REVISION"         // 不同意修订
	AuditActionDelegate               AuditAction = "DELEGATE"                // 委托审核
	AuditActionEndDelegation          AuditAction = "END_DELEGATION"          // 结束委托
	AuditActionAttachFile             AuditAction = "ATTACH_FILE"             // 上传佐证
	AuditActionRemoveFile             AuditAction = "REMOVE_FILE"             // 移除佐证
	AuditActionPlanMeeting            AuditAction = "PLAN_MEETING"            // 筹备会议
	AuditActionReviseMeeting          AuditAction = "REVISE_MEETING"          // 修改会议
	AuditActionOpenMeeting            AuditAction = "OPEN_MEETING"            // 会议开始
	AuditActionVote                   AuditAction = "VOTE"                    // 表决
	AuditActionDecideItem             AuditAction = "DECIDE_ITEM"             // 议项审定
	AuditActionDeferItem              AuditAction = "DEFER_ITEM"              // 议项缓议
	AuditActionCloseMeeting           AuditAction = "CLOSE_MEETING"           // 会议结束
	AuditActionCancelMeeting          AuditAction = "CANCEL_MEETING"          // 取消会议
	AuditActionEndorseGrade           AuditAction = "ENDORSE_GRADE"           // 提请会签等级
	AuditActionDeclineGrade           AuditAction = "DECLINE_GRADE"           // 会签退回
	AuditActionCountersignVote        AuditAction = "COUNTERSIGN_VOTE"        // 表决核签
	AuditActionEndorseRetirement      AuditAction = "ENDORSE_RETIREMENT"      // 提请撤销风险点
	AuditActionRefuseRetirement       AuditAction = "REFUSE_RETIREMENT"       // 撤销退回
	AuditActionOpeningDecision        AuditAction = "OPENING_DECISION"        // 期初审定
	AuditActionDecideComprehensive    AuditAction = "DECIDE_COMPREHENSIVE"    // 综合措施审定
	AuditActionSetRecipe              AuditAction = "SET_RECIPE"              // 设定评级规则
	AuditActionJudgeBalance           AuditAction = "JUDGE_BALANCE"           // 核对制衡冲突
	AuditActionAcceptConflict         AuditAction = "ACCEPT_CONFLICT"         // 限期接受制衡冲突
	AuditActionEndAcceptance          AuditAction = "END_ACCEPTANCE"          // 终止接受制衡冲突
	AuditActionSetBalanceRule         AuditAction = "SET_BALANCE_RULE"        // 设定制衡规则
	AuditActionSwitchBalanceRule      AuditAction = "SWITCH_BALANCE_RULE"     // 启用或停用制衡规则
	AuditActionSetCalendar            AuditAction = "SET_CALENDAR"            // 设定工作日历
	AuditActionDropCalendar           AuditAction = "DROP_CALENDAR"           // 撤销工作日历修改
	AuditActionSetClockRule           AuditAction = "SET_CLOCK_RULE"          // 设定期限计算规则
	AuditActionSetSupervisionPlan     AuditAction = "SET_SUPERVISION_PLAN"    // 设定监督计划
	AuditActionPlanChecks             AuditAction = "PLAN_CHECKS"             // 安排监督检查
	AuditActionBeginCheck             AuditAction = "BEGIN_CHECK"             // 开始监督检查
	AuditActionRecordCheck            AuditAction = "RECORD_CHECK"            // 记录监督检查
	AuditActionEscalateCheck          AuditAction = "ESCALATE_CHECK"          // 逾期检查上报
	AuditActionSignHandover           AuditAction = "SIGN_HANDOVER"           // 签署监督交接
	AuditActionScheduleTasks          AuditAction = "SCHEDULE_TASKS"          // 安排日常任务
	AuditActionStopTasks              AuditAction = "STOP_TASKS"              // 停止日常任务
	AuditActionPlanTasks              AuditAction = "PLAN_TASKS"              // 下达或调整日常任务
	AuditActionDoTask                 AuditAction = "DO_TASK"                 // 完成日常任务
	AuditActionSetIndicator           AuditAction = "SET_INDICATOR"           // 设定监测指标
	AuditActionStopIndicator          AuditAction = "STOP_INDICATOR"          // 停用监测指标
	AuditActionRecordReadings         AuditAction = "RECORD_READINGS"         // 录入监测值
	AuditActionRegisterRules          AuditAction = "REGISTER_RULES"          // 登记制度文件
	AuditActionCorrectRules           AuditAction = "CORRECT_RULES"           // 更正制度文件
	AuditActionIssueRulesEdition      AuditAction = "ISSUE_RULES_EDITION"     // 发布制度新版本
	AuditActionCorrectRulesEdition    AuditAction = "CORRECT_RULES_EDITION"   // 更正未施行版本
	AuditActionWithdrawRulesEdition   AuditAction = "WITHDRAW_RULES_EDITION"  // 撤回未施行版本
	AuditActionRepealRules            AuditAction = "REPEAL_RULES"            // 废止制度文件
	AuditActionWithdrawRepeal         AuditAction = "WITHDRAW_REPEAL"         // 撤回制度废止
	AuditActionLinkRules              AuditAction = "LINK_RULES"              // 关联制度依据
	AuditActionUnlinkRules            AuditAction = "UNLINK_RULES"            // 取消制度依据关联
	AuditActionAskRulesReviews        AuditAction = "ASK_RULES_REVIEWS"       // 发起或调整制度复核
	AuditActionAnswerRulesReview      AuditAction = "ANSWER_RULES_REVIEW"     // 答复制度复核
	AuditActionPlanEducation          AuditAction = "PLAN_EDUCATION"          // 计划教育活动
	AuditActionHoldEducation          AuditAction = "HOLD_EDUCATION"          // 登记教育活动
	AuditActionReviseEducation        AuditAction = "REVISE_EDUCATION"        // 修改教育活动
	AuditActionSetParticipants        AuditAction = "SET_PARTICIPANTS"        // 修改教育活动参加人员
	AuditActionCancelEducation        AuditAction = "CANCEL_EDUCATION"        // 取消教育活动
	AuditActionRecordProceedings      AuditAction = "RECORD_PROCEEDINGS"      // 录入办件
	AuditActionSetWarningRule         AuditAction = "SET_WARNING_RULE"        // 设定预警规则
	AuditActionRaiseWarnings          AuditAction = "RAISE_WARNINGS"          // 发出或解除预警
	AuditActionEscalateWarning        AuditAction = "ESCALATE_WARNING"        // 预警上报
	AuditActionAcknowledgeWarning     AuditAction = "ACKNOWLEDGE_WARNING"     // 签收预警
	AuditActionAnswerWarning          AuditAction = "ANSWER_WARNING"          // 答复预警
	AuditActionReturnWarning          AuditAction = "RETURN_WARNING"          // 退回预警答复
	AuditActionVerifyWarning          AuditAction = "VERIFY_WARNING"          // 核实预警
	AuditActionLiftWarning            AuditAction = "LIFT_WARNING"            // 解除预警
	AuditActionGiveInstruction        AuditAction = "GIVE_INSTRUCTION"        // 下达督办
	AuditActionAcknowledgeInstruction AuditAction = "ACKNOWLEDGE_INSTRUCTION" // 签收督办
	AuditActionAnswerInstruction      AuditAction = "ANSWER_INSTRUCTION"      // 答复督办
	AuditActionReportInstruction      AuditAction = "REPORT_INSTRUCTION"      // 督办报结
	AuditActionAcceptInstruction      AuditAction = "ACCEPT_INSTRUCTION"      // 督办验收
	AuditActionReturnInstruction      AuditAction = "RETURN_INSTRUCTION"      // 退回督办
	AuditActionExtendInstruction      AuditAction = "EXTEND_INSTRUCTION"      // 督办延期
	AuditActionWithdrawInstruction    AuditAction = "WITHDRAW_INSTRUCTION"    // 撤回督办
	AuditActionEscalateInstruction    AuditAction = "ESCALATE_INSTRUCTION"    // 督办上报
	AuditActionReaddressInstruction   AuditAction = "READDRESS_INSTRUCTION"   // 督办改送
	AuditActionDeclareRelation        AuditAction = "DECLARE_RELATION"        // 申报回避关系
	AuditActionEndRelation            AuditAction = "END_RELATION"            // 终止回避关系
	AuditActionPlanLeave              AuditAction = "PLAN_LEAVE"              // 登记休假计划
	AuditActionWithdrawLeave          AuditAction = "WITHDRAW_LEAVE"          // 撤回休假计划
	AuditActionKeepMapping            AuditAction = "KEEP_MAPPING"            // 保存导入映射
	AuditActionDropMapping            AuditAction = "DROP_MAPPING"            // 删除导入映射
	AuditActionRegrade                AuditAction = "REGRADE"                 // 按新规则自评
	AuditActionReceiveFeedback        AuditAction = "RECEIVE_FEEDBACK"        // 收到公示反馈
	AuditActionHandleFeedback         AuditAction = "HANDLE_FEEDBACK"         // 处理公示反馈
	AuditActionRaiseObjection         AuditAction = "RAISE_OBJECTION"         // 提出申诉
	AuditActionAnswerObjection        AuditAction = "ANSWER_OBJECTION"        // 答复申诉
	AuditActionWithdrawObjection      AuditAction = "WITHDRAW_OBJECTION"      // 撤回申诉
	AuditActionRollForward            AuditAction = "ROLL_FORWARD"            // 结转上年登记
	AuditActionSetNotices             AuditAction = "SET_NOTICES"             // 设置通知
	AuditActionBeginAct               AuditAction = "BEGIN_ACT"               // 提请确认
	AuditActionConfirmAct             AuditAction = "CONFIRM_ACT"             // 确认事项
	AuditActionDeclineAct             AuditAction = "DECLINE_ACT"             // 驳回事项
	AuditActionWithdrawAct            AuditAction = "WITHDRAW_ACT"            // 撤回事项
	AuditActionExpireAct              AuditAction = "EXPIRE_ACT"              // 事项失效
	AuditActionLinkPerson             AuditAction = "LINK_PERSON"             // 账号关联人员
)

var labelsAuditAction = labels[AuditAction]{
	{AuditActionCreateUnit, "新建单位", "Create a unit"},
	{AuditActionUpdateUnit, "修改单位", "Change a unit"},
	{AuditActionMoveUnit, "移动单位", "Move a unit"},
	{AuditActionCloseUnit, "撤销单位", "Close a unit"},
	{AuditActionCreatePost, "新建岗位", "Create a post"},
	{AuditActionUpdatePost, "修改岗位", "Change a post"},
	{AuditActionAddPerson, "添加人员", "Add a person"},
	{AuditActionUpdatePerson, "修改人员", "Change a person"},
	{AuditActionAppoint, "任职", "Appoint"},
	{AuditActionRelieve, "免职", "Relieve"},
	{AuditActionAssignPortfolio, "确定领导分工", "Assign a portfolio"},
	{AuditActionEndPortfolio, "结束领导分工", "End a portfolio"},
	{AuditActionRecordDuty, "登记岗位职责", "Record a duty"},
	{AuditActionReviseDuty, "修订岗位职责", "Revise a duty"},
	{AuditActionRegisterPower, "登记职权", "Register a power"},
	{AuditActionRevisePower, "修订职权", "Revise a power"},
	{AuditActionRetirePower, "停用职权", "Retire a power"},
	{AuditActionSaveProcess, "保存流程", "Save a process"},
	{AuditActionRecordRiskPoint, "登记风险点", "Record a risk point"},
	{AuditActionReviseRiskPoint, "修订风险点", "Revise a risk point"},
	{AuditActionRetireRiskPoint, "撤销风险点", "Retire a risk point"},
	{AuditActionProposeGrade, "自评等级", "Propose a grade"},
	{AuditActionDecideGrade, "审定等级", "Decide a grade"},
	{AuditActionImportGrade, "导入等级", "Take over a grade"},
	{AuditActionRecordMeasure, "登记防控措施", "Record a measure"},
	{AuditActionReviseMeasure, "修订防控措施", "Revise a measure"},
	{AuditActionAdvanceMeasure, "变更措施状态", "Advance a measure"},
	{AuditActionImport, "导入文件", "Import a file"},
	{AuditActionSetUp, "初始化", "Set up"},
	{AuditActionSignIn, "登录", "Sign in"},
	{AuditActionRefuseSignIn, "登录失败", "Refused sign-in"},
	{AuditActionSignOut, "退出", "Sign out"},
	{AuditActionEndSession, "结束会话", "End a session"},
	{AuditActionChangePassword, "修改密码", "Change the password"},
	{AuditActionResetPassword, "重置密码", "Reset a password"},
	{AuditActionEnableSecondFactor, "启用二次验证", "Turn the second factor on"},
	{AuditActionDisableSecondFactor, "停用二次验证", "Turn the second factor off"},
	{AuditActionRenewRecoveryCodes, "更换恢复码", "Renew the recovery codes"},
	{AuditActionLinkIdentity, "关联统一身份", "Link an identity"},
	{AuditActionCreateAccount, "新建账号", "Create an account"},
	{AuditActionDisableAccount, "停用账号", "Disable an account"},
	{AuditActionEnableAccount, "恢复账号", "Enable an account"},
	{AuditActionGrantRole, "授予角色", "Grant a role"},
	{AuditActionConfirmGrant, "确认授权", "Confirm a grant"},
	{AuditActionDeclineGrant, "驳回授权", "Decline a grant"},
	{AuditActionRevokeRole, "收回角色", "Revoke a role"},
	{AuditActionCreateToken, "创建访问令牌", "Create a token"},
	{AuditActionRevokeToken, "吊销访问令牌", "Revoke a token"},
	{AuditActionReadRecord, "查阅个人记录", "Read a person's record"},
	{AuditActionExport, "导出", "Export"},
	{AuditActionEraseTexts, "删除个人信息", "Erase personal texts"},
	{AuditActionAcceptLoss, "确认日志缺失", "Accept a loss of the log"},
	{AuditActionBaseline, "建立基线", "Take the baseline"},
	{AuditActionCarryOver, "升级结转", "Carry over"},
	{AuditActionHoldSeparation, "分权规则生效", "Rules of separation in force"},
	{AuditActionWitnessFork, "见证日志分叉", "Witness a forked log"},
	{AuditActionRestoreWitnessed, "恢复见证记录", "Restore what was witnessed"},
	{AuditActionLoadSample, "载入示例", "Load the sample"},
	{AuditActionPlanCampaign, "筹划专项工作", "Plan a campaign"},
	{AuditActionReviseCampaign, "修改专项工作", "Change a campaign"},
	{AuditActionOpenCampaign, "启动专项工作", "Open a campaign"},
	{AuditActionExpectForms, "下发填报任务", "Expect forms"},
	{AuditActionDropForm, "免予填报", "Drop a form"},
	{AuditActionMoveForm, "转移填报任务", "Move a form"},
	{AuditActionAdvanceCampaign, "推进专项工作阶段", "Advance a campaign"},
	{AuditActionCloseCampaign, "结束专项工作", "Close a campaign"},
	{AuditActionArchiveCampaign, "归档专项工作", "Archive a campaign"},
	{AuditActionAssignForm, "指定填报人", "Assign a form"},
	{AuditActionBeginForm, "开始填报", "Begin to fill in a form"},
	{AuditActionApplyForm, "存入登记簿", "Write a form into the register"},
	{AuditActionSubmitForm, "提交表格", "Submit a form"},
	{AuditActionRecallForm, "撤回表格", "Recall a form"},
	{AuditActionApproveForm, "审核同意", "Approve a form"},
	{AuditActionReturnForm, "退回表格", "Return a form"},
	{AuditActionVoidReviewDecisions, "意见作废", "Void review decisions"},
	{AuditActionReaddressForm, "变更审核人", "Readdress a form"},
	{AuditActionPublishForm, "公示表格", "Publish a form"},
	{AuditActionEndPublicity, "结束公示", "End publicity"},
	{AuditActionFileForm, "表格备案", "File a form"},
	{AuditActionAskRevision, "申请修订", "Ask to revise"},
	{AuditActionAllowRevision, "同意修订", "Allow a revision"},
	{AuditActionRefuseRevision, "不同意修订", "Refuse a revision"},
	{AuditActionDelegate, "委托审核", "Delegate"},
	{AuditActionEndDelegation, "结束委托", "End a delegation"},
	{AuditActionAttachFile, "上传佐证", "Attach a file"},
	{AuditActionRemoveFile, "移除佐证", "Remove a file"},
	{AuditActionPlanMeeting, "筹备会议", "Plan a meeting"},
	{AuditActionReviseMeeting, "修改会议", "Change a meeting"},
	{AuditActionOpenMeeting, "会议开始", "Open a meeting"},
	{AuditActionVote, "表决", "Vote"},
	{AuditActionDecideItem, "议项审定", "Decide an item"},
	{AuditActionDeferItem, "议项缓议", "Defer an item"},
	{AuditActionCloseMeeting, "会议结束", "Close a meeting"},
	{AuditActionCancelMeeting, "取消会议", "Cancel a meeting"},
	{AuditActionEndorseGrade, "提请会签等级", "Endorse a grade"},
	{AuditActionDeclineGrade, "会签退回", "Decline a grade"},
	{AuditActionCountersignVote, "表决核签", "Countersign a vote"},
	{AuditActionEndorseRetirement, "提请撤销风险点", "Endorse a retirement"},
	{AuditActionRefuseRetirement, "撤销退回", "Refuse a retirement"},
	{AuditActionOpeningDecision, "期初审定", "Decide the grades of a paper register"},
	{AuditActionDecideComprehensive, "综合措施审定", "Decide on a comprehensive measure"},
	{AuditActionSetRecipe, "设定评级规则", "Set a grading recipe"},
	{AuditActionJudgeBalance, "核对制衡冲突", "Judge balance"},
	{AuditActionAcceptConflict, "限期接受制衡冲突", "Accept a conflict of balance"},
	{AuditActionEndAcceptance, "终止接受制衡冲突", "End the acceptance of a conflict"},
	{AuditActionSetBalanceRule, "设定制衡规则", "Set a rule of balance"},
	{AuditActionSwitchBalanceRule, "启用或停用制衡规则", "Switch a rule of balance on or off"},
	{AuditActionSetCalendar, "设定工作日历", "Set the working calendar"},
	{AuditActionDropCalendar, "撤销工作日历修改", "Drop a correction of the working calendar"},
	{AuditActionSetClockRule, "设定期限计算规则", "Set a rule of time limits"},
	{AuditActionSetSupervisionPlan, "设定监督计划", "Set a plan of supervision"},
	{AuditActionPlanChecks, "安排监督检查", "Plan checks of supervision"},
	{AuditActionBeginCheck, "开始监督检查", "Begin a check of supervision"},
	{AuditActionRecordCheck, "记录监督检查", "Record a check of supervision"},
	{AuditActionEscalateCheck, "逾期检查上报", "Escalate a late check"},
	{AuditActionSignHandover, "签署监督交接", "Sign a handover of supervision"},
	{AuditActionScheduleTasks, "安排日常任务", "Schedule tasks of measures"},
	{AuditActionStopTasks, "停止日常任务", "Stop tasks of a measure"},
	{AuditActionPlanTasks, "下达或调整日常任务", "Set or move tasks of measures"},
	{AuditActionDoTask, "完成日常任务", "Do a task of a measure"},
	{AuditActionSetIndicator, "设定监测指标", "Set an indicator of a measure"},
	{AuditActionStopIndicator, "停用监测指标", "Stop an indicator of a measure"},
	{AuditActionRecordReadings, "录入监测值", "Record readings of indicators"},
	{AuditActionRegisterRules, "登记制度文件", "Register a rules document"},
	{AuditActionCorrectRules, "更正制度文件", "Correct a rules document"},
	{AuditActionIssueRulesEdition, "发布制度新版本", "Issue an edition of rules"},
	{AuditActionCorrectRulesEdition, "更正未施行版本", "Correct an edition to come"},
	{AuditActionWithdrawRulesEdition, "撤回未施行版本", "Withdraw an edition to come"},
	{AuditActionRepealRules, "废止制度文件", "Repeal a rules document"},
	{AuditActionWithdrawRepeal, "撤回制度废止", "Withdraw a repeal to come"},
	{AuditActionLinkRules, "关联制度依据", "Link rules with what stands on them"},
	{AuditActionUnlinkRules, "取消制度依据关联", "Unlink rules from what stood on them"},
	{AuditActionAskRulesReviews, "发起或调整制度复核", "Ask for or move reviews of rules"},
	{AuditActionAnswerRulesReview, "答复制度复核", "Answer a review of rules"},
	{AuditActionPlanEducation, "计划教育活动", "Plan an education session"},
	{AuditActionHoldEducation, "登记教育活动", "Record that an education session was held"},
	{AuditActionReviseEducation, "修改教育活动", "Revise an education session"},
	{AuditActionSetParticipants, "修改教育活动参加人员", "Set who takes part in an education session"},
	{AuditActionCancelEducation, "取消教育活动", "Cancel an education session"},
	{AuditActionRecordProceedings, "录入办件", "Record proceedings"},
	{AuditActionSetWarningRule, "设定预警规则", "Set a rule of warnings"},
	{AuditActionRaiseWarnings, "发出或解除预警", "Raise and lift warnings"},
	{AuditActionEscalateWarning, "预警上报", "Escalate a warning"},
	{AuditActionAcknowledgeWarning, "签收预警", "Acknowledge a warning"},
	{AuditActionAnswerWarning, "答复预警", "Answer a warning"},
	{AuditActionReturnWarning, "退回预警答复", "Return the answer of a warning"},
	{AuditActionVerifyWarning, "核实预警", "Verify a warning"},
	{AuditActionLiftWarning, "解除预警", "Lift a warning"},
	{AuditActionGiveInstruction, "下达督办", "Give an instruction"},
	{AuditActionAcknowledgeInstruction, "签收督办", "Acknowledge an instruction"},
	{AuditActionAnswerInstruction, "答复督办", "Answer an instruction"},
	{AuditActionReportInstruction, "督办报结", "Report an instruction done"},
	{AuditActionAcceptInstruction, "督办验收", "Accept what was reported done"},
	{AuditActionReturnInstruction, "退回督办", "Return an instruction"},
	{AuditActionExtendInstruction, "督办延期", "Give an instruction more time"},
	{AuditActionWithdrawInstruction, "撤回督办", "Withdraw an instruction"},
	{AuditActionEscalateInstruction, "督办上报", "Escalate an instruction"},
	{AuditActionReaddressInstruction, "督办改送", "Give an instruction to somebody else"},
	{AuditActionDeclareRelation, "申报回避关系", "Declare a close relation"},
	{AuditActionEndRelation, "终止回避关系", "End a close relation"},
	{AuditActionPlanLeave, "登记休假计划", "Plan leave"},
	{AuditActionWithdrawLeave, "撤回休假计划", "Withdraw planned leave"},
	{AuditActionKeepMapping, "保存导入映射", "Keep a mapping of imports"},
	{AuditActionDropMapping, "删除导入映射", "Drop a mapping of imports"},
	{AuditActionRegrade, "按新规则自评", "Propose grades again"},
	{AuditActionReceiveFeedback, "收到公示反馈", "Receive feedback"},
	{AuditActionHandleFeedback, "处理公示反馈", "Handle feedback"},
	{AuditActionRaiseObjection, "提出申诉", "Raise an objection"},
	{AuditActionAnswerObjection, "答复申诉", "Answer an objection"},
	{AuditActionWithdrawObjection, "撤回申诉", "Withdraw an objection"},
	{AuditActionRollForward, "结转上年登记", "Roll forward"},
	{AuditActionSetNotices, "设置通知", "Set notices"},
	{AuditActionBeginAct, "提请确认", "Begin an act"},
	{AuditActionConfirmAct, "确认事项", "Confirm an act"},
	{AuditActionDeclineAct, "驳回事项", "Decline an act"},
	{AuditActionWithdrawAct, "撤回事项", "Withdraw an act"},
	{AuditActionExpireAct, "事项失效", "Let an act expire"},
	{AuditActionLinkPerson, "账号关联人员", "Link an account to a person"},
}

// Values lists every AuditAction.
func (AuditAction) Values() []string { return labelsAuditAction.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v AuditAction) Label(lang string) string { return labelsAuditAction.label(v, lang) }
