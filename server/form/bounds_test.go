package form

import (
	"fmt"
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/server/fault"
)

func nothing(string, string) *entry { return nil }

func TestADraftKeepsWhatIsWrongAndRefusesWhatIsTooMuch(t *testing.T) {
	many := make([]RowInput, mostRows)
	for i := range many {
		many[i] = RowInput{Section: "powers", Key: fmt.Sprintf("new-%d", i)}
	}
	note := strings.Repeat("注", mostNote+1)
	for name, c := range map[string]struct {
		in     SaveDraft
		reason string
		field  string
	}{
		"what is wrong":          {SaveDraft{Rows: []RowInput{{Section: "powers", Key: "new-1", Cells: []CellInput{{"limit", "许多"}}}}}, "", ""},
		"as many rows as may be": {SaveDraft{Rows: many}, "", ""},
		"a row more":             {SaveDraft{Rows: append(many[:len(many):len(many)], RowInput{Section: "powers", Key: "new-x"})}, "TOO_MANY_ROWS", "rows"},
		"a long cell":            {SaveDraft{Rows: []RowInput{{Section: "powers", Key: "new-1", Cells: []CellInput{{"name", strings.Repeat("长", mostCell+1)}}}}}, "TOO_LONG", "rows.0.cells.0.text"},
		"a broken text":          {SaveDraft{Rows: []RowInput{{Section: "powers", Key: "new-1", Cells: []CellInput{{"name", "\xff"}}}}}, "BAD_CHARACTER", "rows.0.cells.0.text"},
		"a long note":            {SaveDraft{Rows: []RowInput{{Section: "powers", Key: "new-1", Note: &note}}}, "TOO_LONG", "rows.0.note"},
		"an unknown column":      {SaveDraft{Rows: []RowInput{{Section: "powers", Key: "new-1", Cells: []CellInput{{"pledge", "x"}}}}}, "UNKNOWN_COLUMN", "rows.0.cells.0.code"},
		"an unknown field":       {SaveDraft{Fields: []CellInput{{"pledge", "x"}}}, "UNKNOWN_COLUMN", "fields.0.code"},
		"an unknown section":     {SaveDraft{Rows: []RowInput{{Section: "risks", Key: "new-1"}}}, "UNKNOWN_SECTION", "rows.0.section"},
		"a key of neither kind":  {SaveDraft{Forget: []RowKey{{"powers", "?"}}}, "BAD_KEY", "forget.0.key"},
	} {
		d := &draft{}
		err := d.merge(c.in, LayoutOf(term.FormKindPowers), nothing)
		all := fault.All(err)
		switch {
		case c.reason == "" && err != nil, c.reason != "" && len(all) != 1:
			t.Errorf("%s: %v", name, err)
		case c.reason != "" && (all[0].Reason != c.reason || all[0].Field != c.field || all[0].ZH == "" || all[0].EN == ""):
			t.Errorf("%s: %s at %s, want %s at %s", name, all[0].Reason, all[0].Field, c.reason, c.field)
		}
	}
	full := &draft{Rows: make([]draftRow, 0)}
	for i := range 300 {
		full.Rows = append(full.Rows, draftRow{Key: fmt.Sprint(i), Cells: map[string]typed{"legal": {Text: strings.Repeat("长", mostCell)}}})
	}
	if _, err := full.encode(); len(fault.All(err)) != 1 || fault.All(err)[0].Reason != "DRAFT_TOO_LARGE" {
		t.Errorf("a draft of 9 MB: %v", err)
	}
}

func TestADraftIsMergedRowByRow(t *testing.T) {
	register := map[string]*entry{"a": {section: "powers", key: "a", version: 3, cells: map[string]string{"name": "甲", "frequency": "每月"}}}
	at := func(_, key string) *entry { return register[key] }
	l, yes, note := LayoutOf(term.FormKindPowers), true, "为何"
	d := &draft{}
	merge := func(in SaveDraft) {
		t.Helper()
		if err := d.merge(in, l, at); err != nil {
			t.Fatal(err)
		}
	}
	row := func(key string, removed bool, cells ...CellInput) SaveDraft {
		return SaveDraft{Rows: []RowInput{{Section: "powers", Key: key, Removed: removed, Cells: cells}}}
	}
	is := func(want string) {
		t.Helper()
		if got := fmt.Sprint(d.Rows, d.Notes, d.Confirmed); got != want {
			t.Errorf("the draft is %s, want %s", got, want)
		}
	}
	merge(row("a", false, CellInput{"name", " 乙 "}, CellInput{"frequency", "每月"}, CellInput{"holders", "谁"}))
	is("[{powers a map[name:{乙 甲}] false 0}] map[] false")
	register["a"].cells["name"] = "丙" // by another user
	merge(row("a", false, CellInput{"name", "乙"}))
	is("[{powers a map[name:{乙 甲}] false 0}] map[] false")
	merge(row("a", false, CellInput{"name", "丁"}))
	is("[{powers a map[name:{丁 丙}] false 0}] map[] false")
	merge(row("a", false, CellInput{"name", "丙"}))
	is("[] map[] false")
	merge(SaveDraft{Confirmed: &yes, Rows: []RowInput{{Section: "powers", Key: "a", Note: &note}}})
	is("[] map[powers:map[a:为何]] true")
	merge(row("a", true))
	register["a"].version = 4
	merge(row("a", true))
	is("[{powers a map[] true 3}] map[powers:map[a:为何]] true")
	merge(SaveDraft{Forget: []RowKey{{"powers", "a"}}})
	merge(row("a", true))
	is("[{powers a map[] true 4}] map[powers:map[a:为何]] true")
	merge(row("new-1", false, CellInput{"name", "新"}))
	merge(row("new-1", true))
	is("[{powers a map[] true 4}] map[powers:map[a:为何]] true")
}
