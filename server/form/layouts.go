package form

import "sineng/ent/term"

func labelsOf[T interface {
	~string
	Values() []string
	Label(string) string
}]() []string {
	var zero T
	var out []string
	for _, v := range zero.Values() {
		out = append(out, T(v).Label("zh"))
	}
	return out
}

// layouts are the four forms, column by column as printed. The row number 序号
// is printed but not stored.
var layouts = map[term.FormKind]Layout{
	term.FormKindPowers: {Kind: term.FormKindPowers, Number: "表1", ZH: "部门权力登记表", EN: "Register of the department's powers",
		Tables: []Table{{Code: "powers", Columns: []Column{
			{Code: "code", ZH: "职权编码", EN: "Code", Input: InputText, Required: true, Most: 64, Width: 5, Public: true},
			{Code: "name", ZH: "职权名称", EN: "Power", Input: InputText, Required: true, Most: 300, Width: 9, Public: true},
			{Code: "type", ZH: "职权类别", EN: "Type", Input: InputChoice, Options: labelsOf[term.PowerType](), Required: true, Width: 7, Public: true},
			{Code: "duties", ZH: "岗位职责", EN: "Duties of the post", Input: InputLong, Most: 10_000, Width: 11, Public: true},
			{Code: "legal", ZH: "行使依据", EN: "Legal basis", Input: InputLong, Most: 10_000, Width: 11, Public: true},
			{Code: "posts", ZH: "责任岗位", EN: "Responsible posts", Input: InputPosts, Width: 6, Public: true},
			{Code: "holders", ZH: "承办人", EN: "Handled by", Input: InputComputed, Width: 5, Names: true, Public: true},
			{Code: "decision", ZH: "决策岗位", EN: "Decides", Input: InputPost, Width: 5, Public: true, Group: "权力分设"},
			{Code: "execution", ZH: "执行岗位", EN: "Executes", Input: InputPost, Width: 5, Public: true, Group: "权力分设"},
			{Code: "supervision", ZH: "监督岗位", EN: "Supervises", Input: InputPost, Width: 5, Public: true, Group: "权力分设"},
			{Code: "frequency", ZH: "行使频次", EN: "Frequency", Input: InputText, Most: 200, Width: 4, Public: true},
			{Code: "discretion", ZH: "自由裁量权", EN: "Discretion", Input: InputChoice, Options: labelsOf[term.Discretion](), Required: true, Width: 4, Public: true},
			{Code: "limit", ZH: "办理时限(日)", EN: "Time limit (days)", Input: InputNumber, Width: 4, Public: true},
			{Code: "process", ZH: "流程图", EN: "Process", Input: InputComputed, Width: 4, Public: true},
			{Code: "scope", ZH: "公开范围", EN: "Disclosed to", Input: InputText, Most: 500, Width: 4, Public: true, Group: "公开情况"},
			{Code: "form", ZH: "公开形式", EN: "Disclosed by", Input: InputText, Most: 500, Width: 4, Public: true, Group: "公开情况"},
			{Code: "reason", ZH: "不公开理由", EN: "Why not disclosed", Input: InputText, Most: 1000, Width: 4, Public: true, Group: "公开情况"},
			{Code: "grade", ZH: "职权风险等级", EN: "Grade", Input: InputComputed, Width: 3, Decided: true, Public: true},
		}}}},
	term.FormKindRisks: {Kind: term.FormKindRisks, Number: "表2", ZH: "部门职务犯罪风险点自查登记表", EN: "Self-check of the department's risk points",
		Tables: []Table{{Code: "risks", Columns: []Column{
			{Code: "power", ZH: "职权/流程环节", EN: "Power / step", Input: InputPower, Width: 9, Public: true},
			{Code: "title", ZH: "风险点", EN: "Risk point", Input: InputText, Required: true, Most: 300, Width: 9, Public: true},
			{Code: "type", ZH: "风险类别", EN: "Risk type", Input: InputChoices, Options: labelsOf[term.RiskType](), Required: true, Width: 6, Public: true},
			{Code: "manifestation", ZH: "表现情形", EN: "Manifestation", Input: InputLong, Required: true, Most: 4000, Width: 14, Public: true},
			{Code: "cause", ZH: "产生原因", EN: "Cause", Input: InputLong, Most: 4000, Width: 10},
			{Code: "posts", ZH: "涉险岗位", EN: "Exposed posts", Input: InputPosts, Width: 6, Public: true, Group: "涉险岗位/人员"},
			{Code: "persons", ZH: "涉险人员", EN: "Exposed people", Input: InputPersons, Width: 5, Names: true, Public: true, Group: "涉险岗位/人员"},
			{Code: "likelihood", ZH: "可能性", EN: "Likelihood", Input: InputChoice, Options: []string{"1", "2", "3", "4", "5"}, Required: true, Width: 3},
			{Code: "severity", ZH: "危害程度", EN: "Severity", Input: InputChoice, Options: []string{"1", "2", "3", "4", "5"}, Required: true, Width: 3},
			{Code: "consequence", ZH: "可能触犯", EN: "May lead to", Input: InputChoice, Options: labelsOf[term.ConsequenceKind](), Required: true, Width: 7},
			{Code: "proposed", ZH: "自评等级", EN: "Proposed grade", Input: InputComputed, Width: 3},
			{Code: "grade", ZH: "审定等级", EN: "Decided grade", Input: InputComputed, Width: 3, Decided: true, Public: true},
			{Code: "found", ZH: "查找方式", EN: "Found by", Input: InputChoices, Options: labelsOf[term.FoundBy](), Width: 6},
			{Code: "direct", ZH: "直接责任人", EN: "Direct owner", Input: InputPerson, Width: 5, Names: true, Public: true, Group: "责任人"},
			{Code: "department", ZH: "部门责任人", EN: "Department owner", Input: InputPerson, Width: 5, Names: true, Public: true, Group: "责任人"},
			{Code: "leader", ZH: "责任领导", EN: "Leader", Input: InputPerson, Width: 6, Names: true, Public: true, Group: "责任人"},
		}}}},
	term.FormKindPersonal: {Kind: term.FormKindPersonal, Number: "表3", ZH: "个人职务犯罪风险点自查登记表", EN: "Self-check of a person's risk points",
		Fields: []Column{
			{Code: "name", ZH: "姓名", EN: "Name", Input: InputComputed, Names: true},
			{Code: "jobTitle", ZH: "职务", EN: "Job title", Input: InputComputed},
			{Code: "post", ZH: "岗位", EN: "Post", Input: InputComputed},
			{Code: "since", ZH: "任职起始", EN: "In post since", Input: InputComputed},
			{Code: "duties", ZH: "岗位职责", EN: "Duties", Input: InputComputed},
			{Code: "powers", ZH: "岗位职权", EN: "Powers", Input: InputComputed},
			{Code: "pledge", ZH: "廉洁承诺", EN: "Pledge of integrity", Input: InputLong, Required: true, Most: 2000},
		},
		Tables: []Table{
			{Code: "risks", ZH: "个人风险点", EN: "Risk points", Columns: []Column{
				{Code: "type", ZH: "风险类别", EN: "Risk type", Input: InputChoices, Options: labelsOf[term.RiskType](), Required: true, Width: 14},
				{Code: "title", ZH: "风险点", EN: "Risk point", Input: InputText, Required: true, Most: 300, Width: 20},
				{Code: "manifestation", ZH: "表现", EN: "Manifestation", Input: InputLong, Required: true, Most: 4000, Width: 34},
				{Code: "likelihood", ZH: "可能性", EN: "Likelihood", Input: InputChoice, Options: []string{"1", "2", "3", "4", "5"}, Required: true, Width: 6},
				{Code: "severity", ZH: "危害程度", EN: "Severity", Input: InputChoice, Options: []string{"1", "2", "3", "4", "5"}, Required: true, Width: 6},
				{Code: "consequence", ZH: "可能触犯", EN: "May lead to", Input: InputChoice, Options: labelsOf[term.ConsequenceKind](), Required: true, Width: 12},
				{Code: "proposed", ZH: "自评等级", EN: "Proposed grade", Input: InputComputed, Width: 8},
				{Code: "grade", ZH: "审定等级", EN: "Decided grade", Input: InputComputed, Width: 8, Decided: true},
			}},
			{Code: "measures", ZH: "个人防控措施", EN: "Measures", Columns: []Column{
				{Code: "content", ZH: "措施内容", EN: "Measure", Input: InputLong, Required: true, Most: 4000, Width: 55},
				{Code: "risks", ZH: "对应风险点", EN: "Risk points", Input: InputRisks, Required: true, Width: 25},
				{Code: "due", ZH: "完成时限", EN: "Due", Input: InputDate, Required: true, Width: 20},
			}},
		}},
	term.FormKindMeasures: {Kind: term.FormKindMeasures, Number: "表4", ZH: "部门职务犯罪风险防控措施登记表", EN: "Register of the department's measures",
		Tables: []Table{{Code: "measures", Columns: []Column{
			{Code: "risks", ZH: "对应风险点", EN: "Risk points", Input: InputRisks, Required: true, Width: 11},
			{Code: "posts", ZH: "岗位", EN: "Posts", Input: InputComputed, Width: 6},
			{Code: "grade", ZH: "等级", EN: "Grade", Input: InputComputed, Width: 3, Decided: true},
			{Code: "kind", ZH: "措施类别", EN: "Kind", Input: InputChoice, Options: labelsOf[term.MeasureKind](), Required: true, Width: 6},
			{Code: "mechanism", ZH: "机制", EN: "Mechanism", Input: InputChoice, Options: labelsOf[term.Mechanism](), Required: true, Width: 6},
			{Code: "content", ZH: "措施内容", EN: "Measure", Input: InputLong, Required: true, Most: 4000, Width: 16},
			{Code: "scope", ZH: "适用范围", EN: "Scope", Input: InputChoice, Options: labelsOf[term.MeasureScope](), Required: true, Width: 4},
			{Code: "rules", ZH: "制度依据", EN: "Rules document", Input: InputText, Most: 500, Width: 8},
			{Code: "indicator", ZH: "监测指标", EN: "Indicator", Input: InputText, Most: 500, Width: 6, Group: "监测指标/阈值"},
			{Code: "threshold", ZH: "阈值", EN: "Threshold", Input: InputText, Most: 200, Width: 4, Group: "监测指标/阈值"},
			{Code: "owner", ZH: "责任人", EN: "Owner", Input: InputPerson, Width: 5, Names: true},
			{Code: "supervisor", ZH: "监督人", EN: "Supervisor", Input: InputPerson, Width: 5, Names: true},
			{Code: "due", ZH: "完成时限", EN: "Due", Input: InputDate, Width: 5, Group: "完成时限/频次"},
			{Code: "frequency", ZH: "频次", EN: "Frequency", Input: InputText, Most: 200, Width: 4, Group: "完成时限/频次"},
			{Code: "status", ZH: "状态", EN: "Status", Input: InputComputed, Width: 3, Decided: true},
			{Code: "evidence", ZH: "佐证", EN: "Evidence", Input: InputText, Most: 4000, Width: 4},
			{Code: "comprehensive", ZH: "提请领导小组综合制定", EN: "Asks the leading group", Input: InputChoice, Options: []string{"是", "否"}, Width: 4},
		}}}},
}
