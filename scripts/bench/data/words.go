package data

import "sineng/ent/term"

// Words that names and texts are made of. They are ordinary Chinese ones, so that texts have the
// lengths and the weight in UTF-8 of real ones.
var (
	provinceRunes   = []rune("东西南北中江河湖海山川平安宁远长青云龙金银丰华明阳清泰和顺广福庆")
	departmentNames = []string{"办公室", "行政许可科", "执法稽查科", "检验检测科", "财务科", "人事科", "信用监管科", "食品安全科", "特种设备科", "采购办"}
	postNames       = []string{"科长", "审批岗", "承办岗", "复核岗"}
	leaderPosts     = []string{"党组书记、局长", "党组成员、副局长", "副局长"}
	surnames        = []rune("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢")
	givenRunes      = []rune("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志文斌海燕波宁")
	powerNames      = []string{"食品经营许可", "特种设备检验", "行政处罚", "专项资金分配", "政府采购", "干部选拔任用", "工程招标", "监督抽查", "计量认证", "资产处置"}
	stepNames       = []string{"受理", "承办", "审核", "决定"}
	stepKinds       = []string{"ACCEPT", "HANDLE", "REVIEW", "DECIDE"}
	riskSubjects    = []string{"受理环节", "现场核查", "审批决定", "证件发放", "抽样检验", "自由裁量", "资金拨付", "合同签订", "档案保管", "信息公开"}
	riskFaults      = []string{"把关不严", "收受好处", "泄露信息", "超时办理", "擅自降低标准", "人情执法", "虚假验收", "搭车收费"}
	manifestations  = []string{"在办理中对不符合条件的申请人放宽要求,或者对符合条件的故意拖延", "利用职务便利接受管理服务对象的礼品、礼金和宴请", "不按规定的程序和标准核查,出具与事实不符的结论", "在裁量幅度内畸轻畸重,同案不同罚"}
	causes          = []string{"制度不健全,缺少复核", "权力过于集中,监督不到位", "思想认识不足,廉洁意识不强", "外部请托多,抵御能力弱"}
	measureTexts    = []string{"实行双人办理、交叉复核,每季度抽查办件的百分之十", "重大事项集体讨论,会议记录存档备查", "公开办理依据、时限和结果,接受群众监督", "每半年组织一次廉政教育和案例剖析", "建立裁量基准,超出幅度的须说明理由并报批"}
	indicators      = []string{"抽查合格率", "超时办件数", "投诉件数"}
)

// Values of the enumerations, taken from the program so that they are the ones in force.
var (
	riskTypes    = []string{string(term.RiskTypeMoral), string(term.RiskTypeInstitution), string(term.RiskTypeDuty), string(term.RiskTypeEnvironment)}
	powerTypes   = []string{"LICENSING", "ENFORCEMENT", "INSPECTION", "ALLOCATION", "PENALTY", "PERSONNEL", "FINANCE", "PROCUREMENT", "ENGINEERING", "ASSETS"}
	foundBy      = []string{`["SELF"]`, `["DEPARTMENT"]`, `["SELF","COLLECTIVE"]`, `["LEADER"]`}
	measureKinds = []string{"EDUCATION", "BALANCE", "PROCESS", "RULE", "OVERSIGHT", "DISCLOSURE"}
	mechanisms   = []string{"DAILY_EDUCATION", "DYNAMIC_MONITORING", "EARLY_WARNING"}
	// statuses of measures: three of five are in force.
	measureStatuses = []string{"ACTIVE", "DRAFTED", "EFFECTIVE", "APPROVED", "ACTIVE"}
)

func personName(n int64) string {
	d := dice(n, 77)
	name := []rune{pick(surnames, d), pick(givenRunes, d>>16)}
	if d>>40%3 > 0 {
		name = append(name, pick(givenRunes, d>>24))
	}
	return string(name)
}
