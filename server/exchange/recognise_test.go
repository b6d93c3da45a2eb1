package exchange

import (
	"context"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sineng/ent/term"
	"sineng/server/exchange/sheet"
)

// surveyed reads a file up to the survey.
func surveyed(t *testing.T, content []byte, name string) *input {
	t.Helper()
	kept, err := sheet.Keep(context.Background(), content, name, sheet.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	in := &input{content: kept}
	t.Cleanup(in.close)
	if err := in.recognise(context.Background(), Options{}, func() ([]*Mapping, error) { return nil, nil }); err != nil {
		t.Fatal(err)
	}
	return in
}

func tableOf(t *testing.T, text string) *source {
	t.Helper()
	return surveyed(t, []byte(text), "表.csv").sources[0]
}

// rowsOf are the rows that a table is about.
func rowsIn(t *testing.T, s *source) []sheet.Row {
	t.Helper()
	var out []sheet.Row
	check(t, s.lines(context.Background(), Choices{}, nil, func(l *line) error { out = append(out, l.row); return nil }))
	return out
}

func TestSheetsAreRecognisedByTheirTitlesHoweverWritten(t *testing.T) {
	for title, c := range map[string]struct {
		text string
		kind Kind
		want map[field]int
	}{
		"units":                         {"编码,名称,上级编码\n1,甲,", KindUnits, map[field]int{fCode: 0, fName: 1, fParent: 2}},
		"titles below others":           {"全市单位一览表\n填报日期,2026-03-01\n,\n*单位编码,单位名称(全称),上级 单位编码\n1,甲,", KindUnits, map[field]int{fCode: 0, fName: 1, fParent: 2}},
		"people":                        {"序号,工号,姓 名,单位/部门,岗位,任职起始,政治面貌\n", KindPeople, map[field]int{fNumber: 1, fName: 2, fUnit: 3, fPost: 4, fFrom: 5, fPolitical: 6}},
		"powers":                        {"序号,部门,职权编码,职权名称,职权类别,行使依据,决策/执行/监督岗位\n", KindPowers, map[field]int{fUnit: 1, fCode: 2, fName: 3, fPowerType: 4, fLegal: 5, fThreePosts: 6}},
		"line breaks and remarks":       {"单位,\"风险\n点\",\"风险 类别\",风险等级(高/中/低),\"防控\n措施\"\n", KindRegister, map[field]int{fUnit: 0, fTitle: 1, fRiskType: 2, fGrade: 3, fMeasure: 4}},
		"full width":                    {"\uff08\u5355\u4f4d\uff0f\u79d1\u5ba4\uff09,风险点,风险\u3000类别,自评等级,审定等级\n", KindRegister, map[field]int{fUnit: 0, fTitle: 1, fRiskType: 2, fProposed: 3, fGrade: 4}},
		"measures for risks by title":   {"序号,对应风险点/岗位/等级,措施类别,措施内容,责任人\n", KindMeasures, map[field]int{fTitle: 1, fMeasureKind: 2, fMeasure: 3, fOwner: 4}},
		"the better of two same fields": {"责任部门,单位名称,风险点,风险类别,风险等级\n", KindRegister, map[field]int{fUnit: 1, fTitle: 2, fRiskType: 3, fGrade: 4}},
	} {
		t.Run(title, func(t *testing.T) {
			s := tableOf(t, c.text)
			if s.kind != c.kind || len(s.problems) > 0 {
				t.Fatalf("recognised as %q with %v", s.kind, s.problems)
			}
			if diff := cmp.Diff(c.want, s.columns); diff != "" {
				t.Errorf("columns (-want +got):\n%s", diff)
			}
		})
	}
}

func TestPublishedLayoutIsARegisterWithMeasures(t *testing.T) {
	file, err := os.ReadFile("testdata/published-register.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	s := surveyed(t, file, "x").sources[0]
	rows := rowsIn(t, s)
	want := map[field]int{fUnit: 1, fRiskType: 2, fTitle: 3, fManifestation: 4, fGrade: 5, fMeasure: 6, fDeptOwner: 7, fLeaderOwner: 8}
	if diff := cmp.Diff(want, s.columns); s.kind != KindRegister || diff != "" {
		t.Errorf("recognised as %q (-want +got):\n%s", s.kind, diff)
	}
	if len(rows) != 5 || s.heading != 2 || rows[0].Number != 3 {
		t.Errorf("%d rows below row %d", len(rows), s.heading)
	}
}

func TestAMissingColumnIsNamed(t *testing.T) {
	problems := tableOf(t, "对应风险点,防控措施,责任人\n公车,登记,甲\n").problems
	if len(problems) != 0 {
		t.Errorf("problems: %+v", problems)
	}
}

func TestRepeatedTitlesRemarksAndNumberedBlankRowsAreSkipped(t *testing.T) {
	rows := rowsIn(t, tableOf(t, "序号,编码,名称\n1,11,甲\n序号,编码,名称\n2,,\n3,12,乙\n填表人:张三,,\n"))
	if len(rows) != 2 || rows[1].Number != 5 {
		t.Errorf("rows: %+v", rows)
	}
}

func TestTitlesOverTwoRows(t *testing.T) {
	s := tableOf(t, "单位,风险点,风险类别,风险评估,,等级\n单位,风险点,风险类别,可能性,危害程度,等级\n甲,公车,岗位职责,3,2,中\n")
	if rows := rowsIn(t, s); s.heading != 2 || len(rows) != 1 || s.columns[fSeverity] != 4 {
		t.Errorf("titles in row %d, columns %v, %d rows", s.heading, s.columns, len(rows))
	}
}

func TestGradesInEveryWriting(t *testing.T) {
	for want, texts := range map[term.Grade][]string{
		term.GradeA: {"高", "高风险", " 高 ", "一级", "Ⅰ级", "I级", "1级", "A", "a", "\uff21", "A级", "一级风险", "风险等级:高", "high"},
		term.GradeB: {"中", "中等级", "二级", "Ⅱ", "ⅱ级", "II级", "\uff12级", "B级", "中风险"},
		term.GradeC: {"低", "低风险等级", "三级", "Ⅲ级", "III", "3", "c级", "\uff43"},
	} {
		for _, text := range texts {
			if got, ok := parseGrade(text); !ok || got != want {
				t.Errorf("%q is %q, want %s", text, got, want)
			}
		}
	}
	for _, text := range []string{"", "特高", "高、中", "四级", "D", "0", "级", "较高"} {
		if got, ok := parseGrade(text); ok {
			t.Errorf("%q is taken for %s", text, got)
		}
	}
}

func TestRiskTypesInEveryWriting(t *testing.T) {
	for want, texts := range map[term.RiskType][]string{
		term.RiskTypeMoral:        {"思想道德", "思想道德风险", "思想道德类风险", "MORAL"},
		term.RiskTypeDuty:         {"岗位职责风险", "岗位 职责", "岗位职责类"},
		term.RiskTypeInstitution:  {"制度机制风险", "体制机制"},
		term.RiskTypeEnvironment:  {"外部环境", "外部环境风险"},
		term.RiskTypeProcess:      {"业务流程", "业务流程风险", "PROCESS"},
		term.RiskTypeUnclassified: {"未分类", "UNCLASSIFIED"},
	} {
		for _, text := range texts {
			if got, ok := parseRiskType(text); !ok || got != want {
				t.Errorf("%q is %q, want %s", text, got, want)
			}
		}
	}
	if got, ok := parseRiskType("廉政风险"); ok {
		t.Errorf("廉政风险 is taken for %s", got)
	}
}

func TestDaysInEveryWriting(t *testing.T) {
	for _, text := range []string{"2026-03-01", "2026/3/1", "2026.3.1", "2026年3月1日", "20260301", "2026年3月", "2026.03", "202603", "2026-03-01 08:30:00", "\uff12\uff10\uff12\uff16-3-1"} {
		if got, ok := parseDay(text, false); !ok || got.Format("2006-01-02") != "2026-03-01" {
			t.Errorf("%q is %v", text, got)
		}
	}
	if got, _ := parseDay("2026年2月", true); got.Day() != 28 {
		t.Errorf("the end of February is %v", got)
	}
	for _, text := range []string{"", "2026-02-30", "2026-13-01", "长期", "3月", "26-3-1", "2026-03-00"} {
		if got, ok := parseDay(text, false); ok {
			t.Errorf("%q is taken for %v", text, got)
		}
	}
}

func TestLegalBasesAreTakenApart(t *testing.T) {
	got := parseLegal("《行政许可法》第三十条第一款:应当公示;\n《某市办法》(2020修订)第5条之一\n办理。\n内部文件")
	want := []term.LegalBasis{
		{Law: "《行政许可法》", Article: "第三十条第一款", Text: "应当公示"},
		{Law: "《某市办法》(2020修订)", Article: "第5条之一", Text: "办理。\n内部文件"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestNamesLoseTheirPadding(t *testing.T) {
	for text, want := range map[string]string{"张  三": "张三", "张\u3000三\n": "张三", "John  Smith": "John Smith", "\u200b李四 ": "李四", "王 A": "王 A"} {
		if got := oneLine(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
	if diff := cmp.Diff([]string{"张三", "李四", "王五"}, names("张三、李 四\uff1b王五,张三")); diff != "" {
		t.Error(diff)
	}
}
