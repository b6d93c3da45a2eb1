package main

import (
	"encoding/json"
	"testing"
)

func TestTextsAreAppendedAsJSON(t *testing.T) {
	for _, text := range []string{"", "审批", `"引号"\`, "一行\n二行\t\x01"} {
		var back string
		if err := json.Unmarshal(appendText(nil, []byte(text)), &back); err != nil || back != text {
			t.Errorf("%q came back as %q, %v", text, back, err)
		}
	}
}

func TestIDsAreThoseOfTheAPI(t *testing.T) {
	if got := string(appendID(nil, 55834574849)); id(got[1:len(got)-1]) != 55834574849 {
		t.Errorf("55834574849 is written %s", got)
	}
	if id("s10") != 36 {
		t.Errorf("s10 is %d", id("s10"))
	}
}

func TestTheGradeIsTheWorseOfLikelihoodAndConsequence(t *testing.T) {
	for _, c := range []struct {
		likelihood        int
		consequence, want string
	}{{1, "CRIME", "A"}, {4, "MINOR", "A"}, {5, "DISCIPLINE", "A"}, {3, "MINOR", "B"}, {1, "DISCIPLINE", "B"}, {2, "MINOR", "C"}} {
		if got, _ := gradeOf(c.likelihood, c.consequence); got != c.want {
			t.Errorf("likelihood %d and %s give %s, want %s", c.likelihood, c.consequence, got, c.want)
		}
	}
}

func TestRowsMustStandBelowARoot(t *testing.T) {
	args := []any{"x"}
	who := &scope{roots: []root{{7, 2}, {9, 4}}}
	if got := who.within("r", &args); got != " AND (r.l2 = ? OR r.l4 = ?)" || len(args) != 3 || args[1] != int64(7) {
		t.Errorf("two roots give %q with %v", got, args)
	}
	if got := (&scope{}).within("r", &args); got != "" || len(args) != 3 {
		t.Errorf("the bare floor is restricted by %q", got)
	}
}
