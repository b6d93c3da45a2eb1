package rulebook

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sineng/ent"
)

func on(text string) time.Time {
	d, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return d
}

func maybe(text string) *time.Time {
	if text == "" {
		return nil
	}
	d := on(text)
	return &d
}

// issued are editions by their first days; a day in brackets is that of one that was withdrawn.
func issued(days ...string) []*ent.RulesEdition {
	var out []*ent.RulesEdition
	for i, d := range days {
		e := &ent.RulesEdition{ID: int64(i + 1), Revision: i + 1}
		if d[0] == '(' {
			d = d[1 : len(d)-1]
			e.WithdrawnAt = maybe("2026-01-01")
		}
		e.FromDay = on(d)
		out = append(out, e)
	}
	return out
}

func TestWhichEditionHoldsOnADay(t *testing.T) {
	three := []string{"2020-01-01", "2022-07-01", "2025-03-15"}
	for name, c := range map[string]struct {
		editions      []string
		repealed, day string
		want          int // revision, 0 for none
	}{
		"none at all":                              {nil, "", "2026-01-01", 0},
		"the day before the first":                 {three, "", "2019-12-31", 0},
		"the first day of the first":               {three, "", "2020-01-01", 1},
		"the last day of the first":                {three, "", "2022-06-30", 1},
		"the first day of the second":              {three, "", "2022-07-01", 2},
		"the last of all":                          {three, "", "2099-01-01", 3},
		"one that is yet to come":                  {[]string{"2020-01-01", "2027-01-01"}, "", "2026-12-31", 1},
		"only one that is yet to come":             {[]string{"2027-01-01"}, "", "2026-12-31", 0},
		"two that are yet to come, the first here": {[]string{"2020-01-01", "2027-01-01", "2028-01-01"}, "", "2027-06-01", 2},
		"one that was withdrawn leaves no gap":     {[]string{"2020-01-01", "(2022-07-01)", "2025-03-15"}, "", "2023-01-01", 1},
		"the last was withdrawn":                   {[]string{"2020-01-01", "(2022-07-01)"}, "", "2030-01-01", 1},
		"the first was withdrawn":                  {[]string{"(2020-01-01)", "2022-07-01"}, "", "2021-01-01", 0},
		"all were withdrawn":                       {[]string{"(2020-01-01)"}, "", "2021-01-01", 0},
		"the day before the repeal":                {three, "2026-05-01", "2026-04-30", 3},
		"the day of the repeal":                    {three, "2026-05-01", "2026-05-01", 0},
		"long after the repeal":                    {three, "2026-05-01", "2030-01-01", 0},
		"a repeal says nothing of the past":        {three, "2026-05-01", "2021-01-01", 1},
	} {
		editions := issued(c.editions...)
		for _, order := range []string{"as issued", "reversed"} {
			got := 0
			if e := Holding(editions, maybe(c.repealed), on(c.day)); e != nil {
				got = e.Revision
			}
			if got != c.want {
				t.Errorf("%s, %s: edition %d, want %d", name, order, got, c.want)
			}
			slices.Reverse(editions)
		}
	}
}

func TestUntilWhenAnEditionHolds(t *testing.T) {
	editions := issued("2020-01-01", "(2021-01-01)", "2022-07-01", "2027-01-01")
	for _, c := range []struct {
		revision       int
		repealed, want string
	}{
		{1, "", "2022-06-30"}, {2, "", ""}, {3, "", "2026-12-31"}, {4, "", ""},
		{1, "2028-01-01", "2022-06-30"}, {2, "2028-01-01", ""}, {3, "2028-01-01", "2026-12-31"}, {4, "2028-01-01", "2027-12-31"},
		{3, "2026-05-01", "2026-04-30"},
	} {
		got := ""
		if d := Until(editions, maybe(c.repealed), editions[c.revision-1]); d != nil {
			got = d.Format(time.DateOnly)
		}
		if got != c.want {
			t.Errorf("edition %d, repealed %q: %q, want %q", c.revision, c.repealed, got, c.want)
		}
	}
}

func TestTheStateOfADocument(t *testing.T) {
	for _, c := range []struct {
		from, repealed, day string
		want                State
	}{
		{"", "", "2026-01-01", StateNotYet},
		{"2026-01-02", "", "2026-01-01", StateNotYet},
		{"2026-01-01", "", "2026-01-01", StateInForce},
		{"2020-01-01", "2026-01-02", "2026-01-01", StateInForce},
		{"2020-01-01", "2026-01-01", "2026-01-01", StateRepealed},
		{"2020-01-01", "2021-01-01", "2026-01-01", StateRepealed},
		{"2026-02-01", "2026-03-01", "2026-01-01", StateNotYet},
	} {
		if got := StateOn(&ent.RulesDocument{InForceFrom: maybe(c.from), RepealedFrom: maybe(c.repealed)}, on(c.day)); got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

// A document is in force on exactly those days on which an edition holds, and an edition on exactly those up to its last day.
func TestStateEditionAndLastDayAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := on("2026-01-01")
		var editions []*ent.RulesEdition
		at := 0
		for i := range rapid.IntRange(0, 5).Draw(t, "editions") {
			at += rapid.IntRange(1, 20).Draw(t, "after")
			e := &ent.RulesEdition{ID: int64(i + 1), Revision: i + 1, FromDay: start.AddDate(0, 0, at)}
			if rapid.IntRange(0, 3).Draw(t, "withdrawn") == 0 {
				e.WithdrawnAt = &start
			}
			editions = append(editions, e)
		}
		d := &ent.RulesDocument{InForceFrom: first(editions)}
		if rapid.Bool().Draw(t, "repealed") && d.InForceFrom != nil {
			on := start.AddDate(0, 0, at+rapid.IntRange(1, 20).Draw(t, "repeal"))
			d.RepealedFrom = &on
		}
		day := start.AddDate(0, 0, rapid.IntRange(-5, at+50).Draw(t, "day"))
		e := Holding(editions, d.RepealedFrom, day)
		if (StateOn(d, day) == StateInForce) != (e != nil) {
			t.Fatalf("%s while %v holds", StateOn(d, day), e)
		}
		for _, one := range editions {
			last := Until(editions, d.RepealedFrom, one)
			holds := one.WithdrawnAt == nil && !day.Before(one.FromDay) && (last == nil || !day.After(*last))
			if holds != (e == one) {
				t.Fatalf("edition %d from %s to %v, and %v holds", one.Revision, one.FromDay, last, e)
			}
		}
	})
}

func TestOnlyAnEditionAfterAnotherChangesAnything(t *testing.T) {
	for _, c := range []struct {
		editions []string
		revision int
		want     bool
	}{
		{[]string{"2020-01-01"}, 1, false}, {[]string{"2020-01-01", "2021-01-01"}, 2, true}, {[]string{"(2020-01-01)", "2021-01-01"}, 2, false},
	} {
		if got := changes(issued(c.editions...), issued(c.editions...)[c.revision-1]); got != c.want {
			t.Errorf("%v: %v", c, got)
		}
	}
}

func TestWhereAnEditionFits(t *testing.T) {
	editions := issued("2020-01-01", "(2021-01-01)", "2026-07-01", "2027-01-01")
	for _, c := range []struct {
		revision             int
		from, repealed, want string
	}{
		{5, "2027-01-02", "", ""}, {5, "2027-01-01", "", "NOT_AFTER"}, {5, "2026-08-01", "", "NOT_AFTER"},
		{5, "2027-06-01", "2027-06-01", "AFTER_REPEAL"}, {5, "2027-05-31", "2027-06-01", ""},
		{3, "2026-12-31", "", ""}, {3, "2027-01-01", "", "NOT_BEFORE"}, {3, "2020-01-01", "", "NOT_AFTER"}, {3, "2020-12-31", "", ""},
		{4, "2026-07-02", "", ""}, {4, "2026-07-01", "", "NOT_AFTER"},
	} {
		got := ""
		if wrong := fits(editions, maybe(c.repealed), c.revision, on(c.from)); wrong != nil {
			got = wrong.Reason
		}
		if got != c.want {
			t.Errorf("edition %d from %s: %q, want %q", c.revision, c.from, got, c.want)
		}
	}
}

func TestWhatIsWrongWithAnEdition(t *testing.T) {
	today := on("2026-03-02")
	good := EditionDetails{Number: "东局〔2026〕3号", From: today, Changes: "修改第三条", Link: "https://example.org/3.html", ReviewWithinDays: 30}
	for name, c := range map[string]struct {
		change func(*EditionDetails)
		want   string
	}{
		"nothing":                     {func(*EditionDetails) {}, ""},
		"no changes":                  {func(d *EditionDetails) { d.Changes = " " }, "edition.changes MISSING"},
		"a number of two lines":       {func(d *EditionDetails) { d.Number = "1\n2" }, "edition.number BAD_NUMBER"},
		"a script for a link":         {func(d *EditionDetails) { d.Link = "javascript:alert(1)" }, "edition.link BAD_LINK"},
		"a link without a host":       {func(d *EditionDetails) { d.Link = "https:///3" }, "edition.link BAD_LINK"},
		"issued tomorrow":             {func(d *EditionDetails) { d.IssuedOn = maybe("2026-03-03") }, "edition.issuedOn OUT_OF_RANGE"},
		"in force in six years":       {func(d *EditionDetails) { d.From = on("2032-01-01") }, "edition.from OUT_OF_RANGE"},
		"in force before the state":   {func(d *EditionDetails) { d.From = on("1900-01-01") }, "edition.from OUT_OF_RANGE"},
		"reviewed within no day":      {func(d *EditionDetails) { d.ReviewWithinDays = 0 }, "edition.reviewWithinDays OUT_OF_RANGE"},
		"reviewed within half a year": {func(d *EditionDetails) { d.ReviewWithinDays = 181 }, "edition.reviewWithinDays OUT_OF_RANGE"},
	} {
		d := good
		c.change(&d)
		if got := reasons(d.check(false, today)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	d := good
	d.Changes = ""
	if err := d.check(true, today); err != nil {
		t.Errorf("the first edition without changes: %v", err)
	}
}

func TestNumbersAreThoseOfEditionsThatWereNotWithdrawn(t *testing.T) {
	editions := issued("2020-01-01", "(2021-01-01)", "2022-01-01", "2023-01-01", "2024-01-01")
	for i, e := range editions {
		e.Number = []string{"一号", "二号", "", "一号", "五号"}[i]
	}
	if got := numbersOf(editions); got != "一号\n五号" {
		t.Errorf("%q", got)
	}
	if got := fmt.Sprint(numbersOf(nil)); got != "" {
		t.Errorf("%q", got)
	}
}
