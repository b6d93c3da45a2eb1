package paper

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/server/form"
)

// row returns a row of cells in the order of the table's columns.
func row(t form.Table, key string, texts ...string) form.Row {
	r := form.Row{Key: key}
	for i, text := range texts {
		r.Cells = append(r.Cells, form.Cell{Code: t.Columns[i].Code, Text: text})
	}
	return r
}

// filled returns a form as a department of a city's bureau submits it.
func filled(kind term.FormKind) *form.Content {
	l := form.LayoutOf(kind)
	c := &form.Content{Format: form.Format, Kind: kind, Year: 2026, Campaign: "2026年度廉政风险防控专项工作", Revision: 1,
		Unit: form.Named{ID: 4711, Code: "370100-03", Name: "行政审批科"}, PreparedBy: "李晓梅", PreparedOn: "2026-04-18",
		ReviewDecisions: []form.ReviewDecision{
			{Stage: term.FormStateDeptReview, Text: "情况属实,同意上报。", Signer: "王建国", Title: "科长", At: "2026-04-20T01:10:00Z"},
			{Stage: term.FormStateLeaderReview, Text: "同意。请对大额审批环节再加一道复核。", Signer: "赵志强", Title: "副局长", At: "2026-04-22T08:30:00Z"},
			{Stage: term.FormStateInspectionReview, Text: "风险点查找较为全面,防控措施具体可行,同意。", Signer: "孙丽", Title: "纪检组长", Behalf: "周明", At: "2026-04-25T16:30:00Z"},
		}}
	switch kind {
	case term.FormKindPowers:
		t := l.Tables[0]
		c.Sections = []form.Section{{Code: t.Code, Rows: []form.Row{
			row(t, "p1", "XK-001", "特种设备使用登记", "行政许可(审批)", "受理、审核特种设备使用登记申请,核发使用登记证,建立登记档案。",
				"《中华人民共和国特种设备安全法》第三十三条:特种设备使用单位应当在特种设备投入使用前或者投入使用后三十日内,向负责特种设备安全监督管理的部门办理使用登记,取得使用登记证书。",
				"登记岗、审核岗", "李晓梅、陈刚", "科长岗", "登记岗", "综合岗", "每月约120件", "有限", "15", "5个环节", "社会公众", "政务服务网、办事大厅公示栏", "", "B"),
			row(t, "p2", "XK-002", "食品生产许可", "行政许可(审批)", "组织现场核查,审查申请材料,提出许可意见。",
				"《中华人民共和国食品安全法》第三十五条:国家对食品生产经营实行许可制度。从事食品生产、食品销售、餐饮服务,应当依法取得许可。",
				"核查岗、审核岗", "刘洋、吴敏", "分管领导岗", "核查岗", "综合岗", "每月约30件", "较大", "20", "7个环节", "社会公众", "政务服务网", "", "A"),
			row(t, "p3", "CG-001", "检验检测服务采购", "采购", "编制采购需求,组织询价,验收服务成果。",
				"《中华人民共和国政府采购法》第三条、第二十六条;《市场监督管理局采购管理办法》第八条至第十二条。",
				"综合岗", "郑爽", "科长岗", "综合岗", "登记岗", "每年2次", "有限", "30", "4个环节", "局机关", "局内网", "涉及供应商商业秘密的报价明细不公开", "C"),
		}}}
		c.FiledNumber, c.FiledOn = "廉备〔2026〕0317号", "2026-05-08"
	case term.FormKindRisks:
		t := l.Tables[0]
		c.Sections = []form.Section{{Code: t.Code, Rows: []form.Row{
			row(t, "r1", "XK-002 食品生产许可/现场核查", "现场核查走过场或降低标准", "岗位职责风险", "与申请企业有利益往来,对不符合条件的生产场所出具合格的核查结论;应当两人核查而由一人完成。",
				"核查标准弹性较大,现场缺少影像记录;核查人员固定,长期对应同一片区企业。", "核查岗", "刘洋、吴敏", "4", "5", "可能构成犯罪", "A", "A", "自己找、部门查、集体定", "刘洋", "王建国", "赵志强"),
			row(t, "r2", "XK-001 特种设备使用登记/受理", "拖延受理、吃拿卡要", "思想道德风险", "对材料齐全的申请不一次性告知,反复要求补正,借机索要好处。", "服务意识不强,受理时限缺少系统提醒。", "登记岗", "李晓梅、陈刚",
				"3", "3", "违纪或行政违法", "B", "B", "自己找、群众帮", "李晓梅", "王建国", "赵志强"),
			row(t, "r3", "CG-001 检验检测服务采购/询价", "化整为零规避公开采购", "制度机制风险", "将同一年度的检验检测服务拆分为多个小额项目分别询价。", "内部采购限额标准不明确。", "综合岗", "郑爽",
				"2", "3", "违纪或行政违法", "B", "", "领导提", "郑爽", "王建国", "赵志强"),
		}}}
		c.FiledNumber, c.FiledOn = "廉备〔2026〕0318号", "2026-05-08"
	case term.FormKindPersonal:
		c.Person = &form.Named{ID: 815, Code: "370100123", Name: "刘洋"}
		c.PreparedBy = "刘洋"
		texts := map[string]string{"name": "刘洋", "jobTitle": "一级主任科员", "post": "核查岗", "since": "2021-03-01",
			"duties": "承担食品生产许可现场核查,制作核查记录,提出核查意见;配合开展证后监管。",
			"powers": "食品生产许可(现场核查、材料初审)。",
			"pledge": "本人承诺:严格执行两人核查和影像记录制度,不接受管理服务对象的宴请、礼品礼金,不为他人说情打招呼,自觉接受监督。如有违反,愿意接受组织处理。"}
		for _, f := range l.Fields {
			c.Fields = append(c.Fields, form.Cell{Code: f.Code, Text: texts[f.Code]})
		}
		risks, measures := l.Tables[0], l.Tables[1]
		c.Sections = []form.Section{
			{Code: risks.Code, Rows: []form.Row{
				row(risks, "r11", "思想道德风险", "廉洁自律意识松懈", "长期与企业打交道,对宴请、土特产等小节问题不够警惕。", "2", "3", "违纪或行政违法", "B", "B"),
				row(risks, "r12", "制度机制风险", "核查裁量标准不细", "核查表部分项目只有“基本符合”,容易凭个人判断放宽。", "3", "3", "违纪或行政违法", "B", "B"),
				row(risks, "r13", "岗位职责风险", "现场核查走过场", "同一天安排多家企业核查,时间紧张时可能漏项。", "4", "5", "可能构成犯罪", "A", "A"),
				row(risks, "r14", "外部环境风险", "熟人请托", "辖区企业负责人通过亲友打听核查安排。", "3", "2", "轻微违规", "B", "B"),
			}},
			{Code: measures.Code, Rows: []form.Row{
				row(measures, "m11", "每次核查全程使用执法记录仪,影像三日内上传;核查前在系统登记与企业的关系并回避。", "现场核查走过场、熟人请托", "2026-06-30"),
				row(measures, "m12", "每季度参加一次案例警示教育并撰写心得;节前主动报告拒收情况。", "廉洁自律意识松懈", "2026-12-20"),
			}}}
		c.FiledNumber, c.FiledOn = "廉备〔2026〕0933号", "2026-05-06"
	case term.FormKindMeasures:
		t := l.Tables[0]
		c.Sections = []form.Section{{Code: t.Code, Rows: []form.Row{
			row(t, "m1", "现场核查走过场或降低标准", "核查岗", "A", "权力制衡", "动态监控", "核查人员由系统随机抽取两人以上,核查全程影像记录并与结论一并归档;分管领导按月抽查不少于10%。",
				"具体", "《食品生产许可现场核查工作规程》", "影像上传率", "低于98%", "刘洋", "王建国", "2026-06-30", "每月", "已生效", "抽查记录3份", "是"),
			row(t, "m2", "拖延受理、吃拿卡要", "登记岗", "B", "办事公开", "预警防范", "推行一次性告知书,系统对超过5个工作日未受理的申请自动预警。",
				"一般", "《首问负责和一次性告知制度》", "超时件数", "大于3件", "李晓梅", "王建国", "", "每周", "执行中", "预警台账", "否"),
			row(t, "m3", "化整为零规避公开采购", "综合岗", "B", "制度规范", "预警防范", "修订采购管理办法,按年度合并计算同类服务采购额,超过限额一律公开采购。",
				"具体", "《采购管理办法(修订)》", "拆分采购次数", "大于0", "郑爽", "王建国", "2026-09-30", "", "已批准", "", "否"),
		}}}
		c.FiledNumber, c.FiledOn = "廉备〔2026〕0319号", "2026-05-08"
		c.ReviewDecisions = append(c.ReviewDecisions, form.ReviewDecision{Stage: term.FormStateGroupReview, Text: "经领导小组会议审定,同意备案。", Signer: "周明", Title: "局长", At: "2026-05-06T02:00:00Z"})
	}
	return c
}

func document(t testing.TB, c *form.Content) Document {
	t.Helper()
	d, err := NewDocument(c, term.FormStateFiled, 99)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var kinds = []term.FormKind{term.FormKindPowers, term.FormKindRisks, term.FormKindPersonal, term.FormKindMeasures}

// wellFormed fails the test unless a part is XML.
func wellFormed(t testing.TB, name, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}
