package form

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"sineng/ent/term"
)

// risks returns a 表2 with one row for each "key title grade" given.
func risks(rows ...string) *Content {
	s := Section{Code: "risks"}
	for _, r := range rows {
		f := strings.Fields(r)
		s.Rows = append(s.Rows, Row{Key: f[0], Cells: []Cell{{"title", f[1]}, {"grade", f[2]}}})
	}
	return &Content{Format: Format, Kind: term.FormKindRisks, Sections: []Section{s}}
}

func kinds(c *Comparison) string {
	var out []string
	for _, r := range c.Sections[0].Rows {
		out = append(out, r.Key+" "+string(r.Kind))
	}
	return strings.Join(out, ", ")
}

func TestRowsAreComparedByTheirKeys(t *testing.T) {
	for name, c := range map[string]struct {
		before, after *Content
		want          string
		edited        []string
	}{
		"the same":              {risks("a 甲 A", "b 乙 B"), risks("a 甲 A", "b 乙 B"), "a SAME, b SAME", nil},
		"another order":         {risks("a 甲 A", "b 乙 B"), risks("b 乙 B", "a 甲 A"), "b SAME, a SAME", nil},
		"a cell":                {risks("a 甲 A", "b 乙 B"), risks("a 丙 A", "b 乙 B"), "a CHANGED, b SAME", []string{"a"}},
		"a decision is no edit": {risks("a 甲 A"), risks("a 甲 B"), "a CHANGED", nil},
		"a row more":            {risks("a 甲 A"), risks("n 新 C", "a 甲 A"), "n ADDED, a SAME", []string{"n"}},
		"rows less":             {risks("x 一 C", "a 甲 A", "y 二 C", "z 三 C", "b 乙 B"), risks("a 甲 A", "b 乙 B"), "x REMOVED, a SAME, y REMOVED, z REMOVED, b SAME", []string{"x", "y", "z"}},
		"all of it":             {nil, risks("a 甲 A"), "a ADDED", []string{"a"}},
		"nothing left":          {risks("a 甲 A"), nil, "a REMOVED", []string{"a"}},
	} {
		got := Compare(c.before, c.after)
		if kinds(got) != c.want {
			t.Errorf("%s: %s, want %s", name, kinds(got), c.want)
		}
		if n := got.Same + got.Added + got.Removed + got.Changed; n != len(got.Sections[0].Rows) {
			t.Errorf("%s: %d rows are counted of %d", name, n, len(got.Sections[0].Rows))
		}
		var edited []string
		for _, r := range Edited(c.before, c.after) {
			edited = append(edited, r.Key)
		}
		if !slices.Equal(edited, c.edited) {
			t.Errorf("%s: edited %v, want %v", name, edited, c.edited)
		}
	}
}

func TestCellsStandSideBySideInTheOrderOfTheLayout(t *testing.T) {
	got := Compare(risks("a 甲 A"), risks("a 乙 A")).Sections[0].Rows[0]
	var codes []string
	for _, c := range LayoutOf(term.FormKindRisks).Tables[0].Columns {
		codes = append(codes, c.Code)
	}
	var compared []string
	for _, c := range got.Cells {
		compared = append(compared, c.Code)
	}
	if !slices.Equal(codes, compared) {
		t.Errorf("compared %v, want %v", compared, codes)
	}
	if want := (CellChange{"title", "甲", "乙"}); got.Cells[1] != want || !slices.Equal(got.Columns(), []string{"title"}) {
		t.Errorf("%+v of %v, want %+v", got.Cells[1], got.Columns(), want)
	}
}

func TestAPledgeIsAnEditAndAPostIsNone(t *testing.T) {
	with := func(code, text string) *Content {
		return &Content{Kind: term.FormKindPersonal, Fields: []Cell{{code, text}}}
	}
	if got := Edited(with("pledge", "一"), with("pledge", "二")); len(got) != 1 || got[0].Section != "" || !slices.Equal(got[0].Columns(), []string{"pledge"}) {
		t.Errorf("another pledge: %+v, want one row of the cells outside the tables", got)
	}
	if got := Edited(with("post", "一"), with("post", "二")); got != nil {
		t.Errorf("another post: %+v, want no edit", got)
	}
	header := with("pledge", "一")
	header.PreparedBy, header.Revision, header.ReviewDecisions = "甲", 3, []ReviewDecision{{Signer: "乙"}}
	if got := Edited(with("pledge", "一"), header); got != nil {
		t.Errorf("another header: %+v, want no edit", got)
	}
}

func TestThePublicReadsOnlyWhatTheLayoutOpens(t *testing.T) {
	for _, value := range term.FormKind("").Values() {
		kind := term.FormKind(value)
		layout := LayoutOf(kind)
		full := &Content{Format: Format, Kind: kind, PreparedBy: "甲", PreparedOn: "2026-03-02", ReviewDecisions: []ReviewDecision{{Signer: "乙"}}}
		fill := func(columns []Column) (out []Cell) {
			for _, c := range columns {
				out = append(out, Cell{c.Code, "x"})
			}
			return out
		}
		full.Fields = fill(layout.Fields)
		for _, table := range layout.Tables {
			full.Sections = append(full.Sections, Section{table.Code, []Row{{Key: "k", Cells: append(fill(table.Columns), Cell{"secret", "x"}), Note: "因"}}})
		}
		for _, names := range []bool{false, true} {
			got := Public(full, names)
			if kind == term.FormKindPersonal {
				if got != nil {
					t.Errorf("a person's form is public: %+v", got)
				}
				continue
			}
			if got.PreparedBy != "" || got.PreparedOn != "" || got.ReviewDecisions != nil {
				t.Errorf("%s shows who submitted or reviewed it: %+v", kind, got)
			}
			for i, table := range layout.Tables {
				row := got.Sections[i].Rows[0]
				if row.Note != "" || row.Text("secret") != "" {
					t.Errorf("%s shows what no column opens: %+v", kind, row)
				}
				for _, c := range table.Columns {
					if shows := row.Text(c.Code) != ""; shows != (c.Public && (names || !c.Names)) {
						t.Errorf("%s, names %t: %s is shown: %t", kind, names, c.Code, shows)
					}
				}
			}
		}
	}
	if got := Public(nil, true); got != nil {
		t.Errorf("nothing is public as %+v", got)
	}
	if c := risks("a 甲 A"); !reflect.DeepEqual(c, risks("a 甲 A")) || Public(c, false) == c {
		t.Error("the content itself was changed")
	}
}
