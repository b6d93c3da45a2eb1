package rulebook

import (
	"slices"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/office"
)

// reasons are the fields and reasons of what is wrong.
func reasons(err error) string {
	var out []string
	for _, e := range fault.All(err) {
		out = append(out, strings.TrimSpace(e.Field+" "+e.Reason))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func TestDocumentsThatATextNames(t *testing.T) {
	var documents []*ent.RulesDocument
	for _, d := range [][2]string{
		{"资金管理办法", "东局发〔2025〕3号"}, {"专项资金管理办法", "东局发〔2024〕12号\n东局发〔2026〕1号"}, {"行政许可实施规范", ""}, {"制度", ""}, {"Rules of Audit", "A-7"}, {"首问负责制度", "〔1〕"},
	} {
		documents = append(documents, &ent.RulesDocument{Title: d[0], Numbers: d[1]})
	}
	for text, want := range map[string]string{
		"":            "",
		"按照有关制度执行":    "",
		"《资金管理办法》第三条": "资金管理办法",
		"专项资金管理办法":    "专项资金管理办法",
		"《专项资金管理办法》、《资金管理办法》": "资金管理办法 专项资金管理办法",
		"东局发[2025]3号":                  "资金管理办法",
		"东局发〔２０２５〕３号":                  "资金管理办法",
		"东局发〔2025〕33号":                 "",
		"东局发〔2025〕13号、东局发 〔2024〕 12 号": "专项资金管理办法",
		"依东局发〔2026〕1号执行":               "专项资金管理办法",
		"行政 许可 实施规范（试行）":               "行政许可实施规范",
		"the rules of audit, 2nd":      "Rules of Audit",
		"therules of audit":            "",
		"rules of auditing":            "",
		"A-7":                          "",
		"首问负责制度〔1〕":                    "首问负责制度",
	} {
		var got []string
		for _, d := range Suggested(text, documents) {
			got = append(got, d.Title)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q names %q, want %q", text, got, want)
		}
	}
}

func TestWhoIsAsked(t *testing.T) {
	const owner, gone, head = 1, 2, 3
	a := &addressing{serving: map[int64]bool{owner: true}, chains: map[int64]office.Chain{
		9: {{Role: term.RoleDeptHead, Person: head}}, 10: {{Role: term.RoleLeaderInCharge, Person: head}}, 11: {}}}
	measure := func(unit, of int64) thing {
		m := &ent.Measure{UnitID: unit}
		if of != 0 {
			m.OwnerID = &of
		}
		return thing{measure: m}
	}
	for name, c := range map[string]struct {
		t      thing
		tier   term.Role
		person int64
	}{
		"the owner of a measure":           {measure(9, owner), term.RoleStaff, owner},
		"the head for an owner who left":   {measure(9, gone), term.RoleDeptHead, head},
		"the head where nobody owns it":    {measure(9, 0), term.RoleDeptHead, head},
		"the head for a power":             {thing{power: &ent.Power{UnitID: 9}}, term.RoleDeptHead, head},
		"the next one up without a head":   {thing{power: &ent.Power{UnitID: 10}}, term.RoleLeaderInCharge, head},
		"nobody where nobody leads at all": {thing{power: &ent.Power{UnitID: 11}}, term.RoleDeptHead, 0},
	} {
		tier, person, err := a.whom(t.Context(), c.t)
		if err != nil || tier != c.tier || person != c.person {
			t.Errorf("%s: %s %d, %v", name, tier, person, err)
		}
	}
}
