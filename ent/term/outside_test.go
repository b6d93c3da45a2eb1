package term_test

import (
	"reflect"
	"testing"

	"sineng/ent/term"
)

type holder struct {
	Kind   term.FormKind
	Others []*holder
	By     map[term.RiskType]string
	hidden term.FormKind
}

func TestValuesOutsideTheirEnumerationAreFound(t *testing.T) {
	nowhere := term.FoundBy("Self")
	for _, c := range []struct {
		value   any
		outside bool
	}{
		{nil, false}, {"moral", false}, {[]int64{1}, false}, {3, false},
		{term.FoundBySelf, false}, {nowhere, true}, {&nowhere, true}, {(*term.FoundBy)(nil), false}, {term.FoundBy(""), true},
		{[]term.FoundBy{}, false}, {[]term.FoundBy(nil), false}, {[]term.FoundBy{term.FoundBySelf, "self"}, true}, {[]term.FoundBy{term.FoundBySelf}, false},
		{[]term.FoundBy{" SELF"}, true}, {[]term.FoundBy{""}, true},
		{holder{Kind: term.FormKindRisks}, false}, {holder{}, true}, {holder{Kind: term.FormKindRisks, Others: []*holder{{Kind: "risks"}}}, true},
		{holder{Kind: term.FormKindRisks, Others: []*holder{nil}}, false}, {holder{Kind: term.FormKindRisks, By: map[term.RiskType]string{"moral": ""}}, true},
		{holder{Kind: term.FormKindRisks, hidden: "risks"}, false},
		{map[string]term.Grade{"a": "a"}, true}, {map[string]term.Grade{"a": term.GradeA}, false},
		{[]any{term.FormKind("x")}, false}, // no type says what it holds
	} {
		if got := term.Outside(c.value); got != c.outside {
			t.Errorf("%#v: %v", c.value, got)
		}
	}
}

func TestValuesOfAnEnumeration(t *testing.T) {
	a := term.GradeA
	for _, v := range []any{a, &a} {
		if got := term.ValuesOf(reflect.TypeOf(v)); !reflect.DeepEqual(got, a.Values()) {
			t.Errorf("%T: %v", v, got)
		}
	}
	for _, v := range []any{"", 1, []term.Grade{}, new(int)} {
		if got := term.ValuesOf(reflect.TypeOf(v)); got != nil {
			t.Errorf("%T: %v", v, got)
		}
	}
}
