package form

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/form/wording"
)

// texts generates what people may type: letters, signs, separators, brackets,
// blanks.
var texts = rapid.StringOfN(rapid.SampledFrom([]rune("甲乙丙许可第一二条项款之《》()()、,;;##//.。:: \n\u3000ABab12 -张三")), 0, 24, -1)

func named() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		if s := line(texts.Draw(t, "name")); s != "" {
			return s
		}
		return "无名"
	})
}

// library returns a book with posts, people, powers and risk points of awkward
// names.
func library(t *rapid.T, kind term.FormKind) *book {
	b := &book{form: &ent.Form{Kind: kind, UnitID: 1}, unit: &ent.Unit{ID: 1, L1: 9, L2: 1, Level: 2}, layout: LayoutOf(kind), draft: &draft{},
		entries: map[string][]*entry{}, fields: map[string]string{}, posts: newIndex(), people: newIndex(), powers: newPowerIndex(), risks: newIndex(),
		duties: map[int64][]*ent.Duty{}}
	for i := range int64(rapid.IntRange(1, 5).Draw(t, "things")) {
		b.addPost(&ent.Post{ID: 100 + i, UnitID: rapid.SampledFrom([]int64{1, 9, 5}).Draw(t, "unit"), Name: named().Draw(t, "post")})
		number := rapid.SampledFrom([]string{"", "1001", "N-2"}).Draw(t, "number")
		b.addPerson(&ent.Person{ID: 200 + i, UnitID: 1, Name: named().Draw(t, "person"), StaffNumber: &number})
		b.addRisk(300+i, named().Draw(t, "risk"), rapid.IntRange(0, 1).Draw(t, "tier"))
		var steps []*ent.ProcessStep
		for j := range int64(rapid.IntRange(0, 3).Draw(t, "steps")) {
			steps = append(steps, &ent.ProcessStep{ID: 10_000 + i*10 + j, Key: fmt.Sprint(j + 1), Name: named().Draw(t, "step")})
		}
		b.powers.addPower(&ent.Power{ID: 400 + i, Code: named().Draw(t, "code"), Name: named().Draw(t, "power")}, steps)
	}
	return b
}

func some1[T any](t *rapid.T, name string, all []T) []T {
	var out []T
	for _, i := range rapid.SliceOfNDistinct(rapid.SampledFrom(indexes(all)), 0, len(all), rapid.ID).Draw(t, name) {
		out = append(out, all[i])
	}
	return out
}

func indexes[T any](all []T) (out []int) {
	for i := range all {
		out = append(out, i)
	}
	return out
}

func ids(x *index) []int64 {
	var out []int64
	for id := range x.things {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

func maybe(t *rapid.T, name string, of []int64) *int64 {
	if rapid.Bool().Draw(t, name+"?") {
		id := rapid.SampledFrom(of).Draw(t, name)
		return &id
	}
	return nil
}

// failing fails the test on any problem: what the register writes must read
// back.
func failing(t *rapid.T, cells map[string]string) func(*fault.Error) {
	return func(e *fault.Error) {
		if e.Reason != "TOO_LONG" && e.Reason != "SUPERVISES_SELF" {
			t.Fatalf("%v in %q", e, cells)
		}
	}
}

// typedOf returns the cells of a row that can be typed, without required ones
// that are empty.
func typedOf(l Layout, section string, cells map[string]string) map[string]string {
	out := map[string]string{}
	for _, c := range l.table(section).Columns {
		if text := cells[c.Code]; c.Input != InputComputed && (text != "" || !c.Required) {
			out[c.Code] = text
		}
	}
	return out
}

func same(t *rapid.T, before, after map[string]string, leave ...string) {
	for code, text := range before {
		if after[code] != text && !slices.Contains(leave, code) {
			t.Fatalf("%s was %q and is %q after it was read back", code, text, after[code])
		}
	}
}

func TestWhatAPowerReadsIsReadBackAsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := library(t, term.FormKindPowers)
		posts := ids(b.posts)
		p := &ent.Power{Code: texts.Draw(t, "code"), Name: texts.Draw(t, "name"), Type: rapid.SampledFrom(values[term.PowerType]()).Draw(t, "type"),
			Discretion: rapid.SampledFrom(values[term.Discretion]()).Draw(t, "discretion"), Frequency: texts.Draw(t, "frequency"),
			DisclosureScope: texts.Draw(t, "scope"), DisclosureForm: texts.Draw(t, "form"), DisclosureReason: texts.Draw(t, "reason"),
			DecisionPostID: maybe(t, "decision", posts), ExecutionPostID: maybe(t, "execution", posts), SupervisionPostID: maybe(t, "supervision", posts)}
		if rapid.Bool().Draw(t, "limited") {
			n := rapid.IntRange(0, 36500).Draw(t, "limit")
			p.TimeLimitDays = &n
		}
		for range rapid.IntRange(0, 3).Draw(t, "laws") {
			p.LegalBases = append(p.LegalBases, term.LegalBasis{Law: texts.Draw(t, "law"), Article: rapid.SampledFrom([]string{"", "第三十条", "第1条第二款", "30"}).Draw(t, "article"), Text: texts.Draw(t, "text")})
		}
		for _, id := range some1(t, "posts", posts) {
			p.Edges.ExercisingPosts = append(p.Edges.ExercisingPosts, &ent.Post{ID: id})
		}
		before := b.powerCells(p)
		typed := typedOf(b.layout, sectionPowers, before)
		delete(typed, "duties")
		d := b.power(nil, typed, failing(t, typed)).details
		again := &ent.Power{Code: d.Code, Name: d.Name, Type: d.Type, Discretion: d.Discretion, Frequency: d.Frequency, LegalBases: d.LegalBases, TimeLimitDays: d.TimeLimitDays,
			DisclosureScope: d.Disclosure.Scope, DisclosureForm: d.Disclosure.Form, DisclosureReason: d.Disclosure.Reason,
			DecisionPostID: d.DecisionPostID, ExecutionPostID: d.ExecutionPostID, SupervisionPostID: d.SupervisionPostID}
		for _, id := range d.ExercisingPostIds {
			again.Edges.ExercisingPosts = append(again.Edges.ExercisingPosts, &ent.Post{ID: id})
		}
		same(t, before, b.powerCells(again))
		if fmt.Sprint(d.ExercisingPostIds) != fmt.Sprint(powerOf(p).ExercisingPostIds) {
			t.Fatalf("posts %v are read back as %v from %q", powerOf(p).ExercisingPostIds, d.ExercisingPostIds, before["posts"])
		}
	})
}

func TestWhatARiskPointReadsIsReadBackAsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := library(t, term.FormKindRisks)
		people := ids(b.people)
		r := &ent.RiskPoint{Title: texts.Draw(t, "title"), RiskTypes: rapid.SampledFrom(values[term.RiskTypes]()).Draw(t, "type"),
			Manifestation: texts.Draw(t, "manifestation"), Cause: texts.Draw(t, "cause"), Likelihood: new(rapid.IntRange(1, 5).Draw(t, "likelihood")),
			Severity: new(rapid.IntRange(1, 5).Draw(t, "severity")), Consequence: new(rapid.SampledFrom(values[term.ConsequenceKind]()).Draw(t, "consequence")),
			FoundBy: some1(t, "found", values[term.FoundBy]()), PowerID: maybe(t, "power", ids(b.powers.index)),
			DirectOwnerID: maybe(t, "direct", people), DepartmentOwnerID: maybe(t, "department", people), LeaderOwnerID: maybe(t, "leader", people)}
		if len(r.FoundBy) == 0 {
			r.FoundBy = []term.FoundBy{term.FoundByDepartment}
		}
		if r.PowerID != nil && len(b.powers.steps[*r.PowerID]) > 0 {
			r.StepID = &rapid.SampledFrom(b.powers.steps[*r.PowerID]).Draw(t, "step").ID
		}
		for _, id := range some1(t, "posts", ids(b.posts)) {
			r.Edges.ExposedPosts = append(r.Edges.ExposedPosts, &ent.Post{ID: id})
		}
		for _, id := range some1(t, "persons", people) {
			r.Edges.ExposedPersons = append(r.Edges.ExposedPersons, &ent.Person{ID: id})
		}
		before := b.riskCells(r)
		typed := typedOf(b.layout, sectionRisks, before)
		w := b.risk(nil, typed, failing(t, typed))
		d, in := w.details, w.inputs
		again := &ent.RiskPoint{Title: d.Title, RiskTypes: setOf(d.RiskTypes), Manifestation: d.Manifestation, Cause: d.Cause, FoundBy: d.FoundBy,
			Likelihood: &in.Likelihood, Severity: &in.Severity, Consequence: &in.Consequence,
			PowerID: d.PowerID, DirectOwnerID: d.DirectOwnerID, DepartmentOwnerID: d.DepartmentOwnerID, LeaderOwnerID: d.LeaderOwnerID}
		if d.StepKey != nil {
			for _, s := range b.powers.steps[*d.PowerID] {
				if s.Key == *d.StepKey {
					again.StepID = &s.ID
				}
			}
		}
		for _, id := range d.ExposedPostIds {
			again.Edges.ExposedPosts = append(again.Edges.ExposedPosts, &ent.Post{ID: id})
		}
		for _, id := range d.ExposedPersonIds {
			again.Edges.ExposedPersons = append(again.Edges.ExposedPersons, &ent.Person{ID: id})
		}
		same(t, before, b.riskCells(again))
		if fmt.Sprint(given(r.PowerID), given(r.DirectOwnerID)) != fmt.Sprint(given(again.PowerID), given(again.DirectOwnerID)) {
			t.Fatalf("%q and %q are read back as another power or person", before["power"], before["direct"])
		}
	})
}

// The cell says what a grade stands on, and is read back as the same grade.
func TestADecidedGradeIsReadBackWithItsMarks(t *testing.T) {
	b := &book{posts: newIndex(), people: newIndex(), powers: newPowerIndex()}
	seen := map[string]bool{}
	for _, g := range []term.Grade{term.GradeA, term.GradeB, term.GradeC, term.Ungraded} {
		for n := range 4 {
			opening, outdated := n&1 != 0, n&2 != 0
			text := b.riskCells(&ent.RiskPoint{Grade: g, Opening: opening, Outdated: outdated})["grade"]
			if g == term.Ungraded {
				if text != "" {
					t.Errorf("no grade reads %q", text)
				}
				continue
			}
			if seen[text] {
				t.Errorf("%q is the cell of two", text)
			}
			seen[text] = true
			if strings.Contains(text, "期初审定") != opening || strings.Contains(text, "原内容审定") != outdated {
				t.Errorf("opening %v and outdated %v read %q", opening, outdated, text)
			}
			if got, ok := wording.Grade(text); !ok || got != g || wording.WithoutMarks(text) != string(g) {
				t.Errorf("%q is read back as %s, %v", text, got, ok)
			}
		}
	}
	for _, other := range []string{"A(暂定)", "A(期初审定", "(期初审定)"} {
		if g, ok := wording.Grade(other); ok {
			t.Errorf("%q is read as %s", other, g)
		}
	}
}

func setOf(types []term.RiskType) term.RiskTypes {
	set, _ := term.RiskTypesOf(types...)
	return set
}

func given(id *int64) int64 {
	if id == nil {
		return 0
	}
	return *id
}

func TestWhatAMeasureReadsIsReadBackAsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := library(t, term.FormKindMeasures)
		m := &ent.Measure{Content: texts.Draw(t, "content"), Kind: rapid.SampledFrom(values[term.MeasureKind]()).Draw(t, "kind"),
			Mechanism: rapid.SampledFrom(values[term.Mechanism]()).Draw(t, "mechanism"), Scope: rapid.SampledFrom(values[term.MeasureScope]()).Draw(t, "scope"),
			RulesDocument: texts.Draw(t, "rules"), Indicator: texts.Draw(t, "indicator"), Threshold: texts.Draw(t, "threshold"), Frequency: texts.Draw(t, "frequency"),
			Evidence: texts.Draw(t, "evidence"), AsksComprehensive: rapid.Bool().Draw(t, "comprehensive"),
			OwnerID: maybe(t, "owner", ids(b.people)), SupervisorID: maybe(t, "supervisor", ids(b.people))}
		if rapid.Bool().Draw(t, "due") {
			d := time.Date(rapid.IntRange(1950, 2190).Draw(t, "year"), 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 364).Draw(t, "day"))
			m.DueOn = &d
		}
		for _, id := range some1(t, "risks", ids(b.risks)) {
			m.Edges.RiskPoints = append(m.Edges.RiskPoints, &ent.RiskPoint{ID: id, Grade: term.Ungraded})
		}
		before := b.measureCells(m)
		typed := typedOf(b.layout, sectionMeasures, before)
		d := b.measure(nil, typed, failing(t, typed)).details
		again := &ent.Measure{Content: d.Content, Kind: d.Kind, Mechanism: d.Mechanism, Scope: d.Scope, RulesDocument: d.RulesDocument, Indicator: d.Indicator,
			Threshold: d.Threshold, Frequency: d.Frequency, Evidence: d.Evidence, AsksComprehensive: d.AsksComprehensive, OwnerID: d.OwnerID, SupervisorID: d.SupervisorID, DueOn: d.DueOn}
		for _, id := range d.RiskPointIds {
			again.Edges.RiskPoints = append(again.Edges.RiskPoints, &ent.RiskPoint{ID: id, Grade: term.Ungraded})
		}
		same(t, before, b.measureCells(again))
		if len(d.RiskPointIds) != len(m.Edges.RiskPoints) {
			t.Fatalf("%q is read back as %v", before["risks"], d.RiskPointIds)
		}
	})
}

// A typed text is normalised once; normalising the result again must not
// change it.
func TestWhatIsTypedHasOneForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, l := range Layouts() {
			for _, table := range l.Tables {
				for _, c := range table.Columns {
					once := canonical(c, texts.Draw(t, c.Code))
					if twice := canonical(c, once); twice != once {
						t.Fatalf("%s: %q becomes %q", c.Code, once, twice)
					}
				}
			}
		}
		law := wording.LegalText([]term.LegalBasis{{Law: texts.Draw(t, "law"), Article: texts.Draw(t, "article"), Text: texts.Draw(t, "text")}})
		if parsed, wrong := legal(Column{}, law); wrong == nil && wording.LegalText(parsed) != law {
			t.Fatalf("%q becomes %q", law, wording.LegalText(parsed))
		}
	})
}

func values[T enumeration]() (out []T) {
	for _, v := range T("").Values() {
		out = append(out, T(v))
	}
	return out
}

func TestCellsAreReadForgivingly(t *testing.T) {
	b := &book{form: &ent.Form{}, unit: &ent.Unit{ID: 1, L1: 1, Level: 1}, posts: newIndex(), people: newIndex(), powers: newPowerIndex(), risks: newIndex(), draft: &draft{}}
	one, two, number := int64(1), int64(2), "1002"
	b.addPerson(&ent.Person{ID: one, UnitID: 1, Name: "张三"})
	b.addPerson(&ent.Person{ID: two, UnitID: 1, Name: "张三", StaffNumber: &number})
	b.addPerson(&ent.Person{ID: 3, UnitID: 1, Name: "李四"})
	b.powers.addPower(&ent.Power{ID: 7, Code: "XK-1", Name: "药品许可"}, []*ent.ProcessStep{{ID: 8, Key: "2", Name: "审批"}})
	b.addRisk(9, "收受礼品、礼金", 0)
	b.addRisk(10, "收受礼品", 0)
	for _, c := range []struct{ kind, section, code, text, want string }{
		{"RISKS", "risks", "type", "思想道德", "思想道德风险"}, {"RISKS", "risks", "type", "MORAL", "思想道德风险"},
		{"RISKS", "risks", "type", "业务流程;岗位职责,思想道德", "思想道德风险、岗位职责风险、业务流程风险"}, {"PERSONAL", "risks", "type", "制度机制\n思想道德", "思想道德风险、制度机制风险"}, {"RISKS", "risks", "type", "未分类", "未分类"},
		{"RISKS", "risks", "consequence", "Crime", "可能构成犯罪"}, {"RISKS", "risks", "consequence", "违纪", "违纪或行政违法"},
		{"RISKS", "risks", "likelihood", "5", "5"}, {"RISKS", "risks", "likelihood", "较高", "4"},
		{"RISKS", "risks", "found", "LEADER,self", "自己找、领导提"}, {"RISKS", "risks", "direct", "李 四", "李四"},
		{"RISKS", "risks", "direct", "张三(1002)", "张三(1002)"}, {"RISKS", "risks", "persons", "李四\n张三(1002)", "李四、张三(1002)"},
		{"RISKS", "risks", "power", "XK-1/审批", "药品许可/审批"}, {"RISKS", "risks", "power", "药品许可 / 2", "药品许可/审批"}, {"RISKS", "risks", "power", "xk-1", "药品许可"},
		{"MEASURES", "measures", "due", "2026/3/31", "2026-03-31"}, {"MEASURES", "measures", "due", "2026年3月31日", "2026-03-31"},
		{"MEASURES", "measures", "due", "2026年3月", "2026-03-31"}, {"MEASURES", "measures", "comprehensive", "√", "是"},
		{"MEASURES", "measures", "risks", "收受礼品、礼金", "收受礼品、礼金"}, {"MEASURES", "measures", "risks", "收受礼品,收受礼品、礼金", "收受礼品、收受礼品、礼金"},
		{"MEASURES", "measures", "scope", "General", "一般"},
		{"POWERS", "powers", "limit", "20个工作日", "20"}, {"POWERS", "powers", "type", "penalty", "行政处罚"},
		{"POWERS", "powers", "legal", "《行政许可法》第三十条:应当公示;可以收费\n继续\n《税法》", "《行政许可法》第三十条 应当公示;可以收费\n继续\n《税法》"},
	} {
		b.layout = LayoutOf(term.FormKind(c.kind))
		col := column(b.layout.table(c.section).Columns, c.code)
		cells := map[string]string{c.code: canonical(col, c.text)}
		var wrong *fault.Error
		bad := func(e *fault.Error) { wrong = e }
		var got map[string]string
		switch c.section {
		case sectionPowers:
			d := b.power(&ent.Power{}, cells, bad).details
			got = b.powerCells(&ent.Power{Type: d.Type, LegalBases: d.LegalBases, TimeLimitDays: d.TimeLimitDays})
		case sectionRisks:
			w := b.risk(&ent.RiskPoint{Likelihood: new(1), Severity: new(1), Consequence: new(term.ConsequenceKindMinor)}, cells, bad)
			d := w.details
			r := &ent.RiskPoint{RiskTypes: setOf(d.RiskTypes), Consequence: &w.inputs.Consequence, Likelihood: &w.inputs.Likelihood, FoundBy: d.FoundBy, DirectOwnerID: d.DirectOwnerID, PowerID: d.PowerID}
			for _, id := range d.ExposedPersonIds {
				r.Edges.ExposedPersons = append(r.Edges.ExposedPersons, &ent.Person{ID: id})
			}
			if d.StepKey != nil {
				r.StepID = &b.powers.steps[7][0].ID
			}
			got = b.riskCells(r)
		default:
			d := b.measure(&ent.Measure{}, cells, bad).details
			m := &ent.Measure{DueOn: d.DueOn, Scope: d.Scope, AsksComprehensive: d.AsksComprehensive}
			for _, id := range d.RiskPointIds {
				m.Edges.RiskPoints = append(m.Edges.RiskPoints, &ent.RiskPoint{ID: id, Grade: term.Ungraded})
			}
			got = b.measureCells(m)
		}
		if wrong != nil || got[c.code] != c.want {
			t.Errorf("%s %q reads %q (%v), want %q", c.code, c.text, got[c.code], wrong, c.want)
		}
	}
}

// Every typed column refuses some values, with a message in both languages
// that names the column.
func TestEveryColumnSaysWhatIsWrongWithIt(t *testing.T) {
	much := strings.Repeat("长", 10_001)
	for _, l := range Layouts() {
		for _, table := range l.Tables {
			b := &book{form: &ent.Form{Kind: l.Kind}, unit: &ent.Unit{ID: 1, L1: 1, Level: 1}, layout: *l, posts: newIndex(), people: newIndex(),
				powers: newPowerIndex(), risks: newIndex(), draft: &draft{}, entries: map[string][]*entry{}}
			b.addPost(&ent.Post{ID: 1, UnitID: 1, Name: "同岗"})
			for _, c := range table.Columns {
				wrongs := map[string]string{}
				switch c.Input {
				case InputComputed:
					continue
				case InputText, InputLong:
					if c.Code == "legal" {
						wrongs[strings.Repeat("法", 400)] = "TOO_LONG"
					}
					if c.Code == "duties" {
						wrongs["办事"] = "NO_POST"
					}
					wrongs[much] = "TOO_LONG"
				case InputNumber:
					wrongs["许多"], wrongs["-1"], wrongs["1.5"] = "BAD_NUMBER", "BAD_NUMBER", "BAD_NUMBER"
				case InputDate:
					wrongs["明天"], wrongs["2026-02-30"] = "BAD_DATE", "BAD_DATE"
				case InputChoice:
					wrongs["不存在"] = "UNKNOWN_VALUE"
					if c.Options[0] == "1" {
						wrongs = map[string]string{"6": "OUT_OF_RANGE", "0": "OUT_OF_RANGE", "或许": "OUT_OF_RANGE"}
					}
				case InputChoices:
					wrongs["不存在"] = "UNKNOWN_VALUE"
				case InputPower:
					wrongs["不存在/环节"] = "UNKNOWN_POWER"
				default:
					wrongs["不存在"] = "UNKNOWN_NAME"
				}
				if c.Required {
					wrongs[""] = "REQUIRED"
				}
				for text, want := range wrongs {
					row := draftRow{Section: table.Code, Key: "new-1", Cells: map[string]typed{c.Code: {Text: canonical(c, text)}, "x": {Text: "x"}}}
					b.draft.Rows = []draftRow{row}
					_, problems := b.check()
					found := false
					for _, p := range problems {
						if p.Column == nil || *p.Column != c.Code {
							continue
						}
						found = p.Reason == want
						if !strings.Contains(p.ZH, c.ZH) || !strings.Contains(p.EN, c.EN) && want != "NO_POST" || p.Message("en") == p.Message("zh") {
							t.Errorf("%s %s: %q / %q do not name the column", l.Number, c.Code, p.ZH, p.EN)
						}
					}
					if !found {
						t.Errorf("%s %s takes %q: %+v, want %s", l.Number, c.Code, quoted(text), problems, want)
					}
				}
			}
		}
	}
}
