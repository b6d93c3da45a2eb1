package data

import (
	"testing"
	"time"
)

func TestEveryRiskPointHasADepartment(t *testing.T) {
	for _, name := range []string{"xs", "s"} {
		s := Sizes[name]
		places := departments(s.tree(1000))
		sum := 0
		for _, u := range places {
			sum += s.risksOf(u.nth, len(places))
		}
		if sum != s.RiskPoints {
			t.Errorf("size %s has %d risk points, not %d", name, sum, s.RiskPoints)
		}
	}
}

func TestTheTreeHoldsTogether(t *testing.T) {
	all := Sizes["s"].tree(1000)
	byID, codes := map[int64]*unit{}, map[string]bool{}
	deepest := 0
	for i, u := range all {
		if u.id != 1000+int64(i) || codes[u.code] || u.path[u.level-1] != u.id || u.level < 6 && u.path[u.level] != 0 {
			t.Fatalf("unit %d: %+v", i, u)
		}
		if parent := byID[u.parent]; u.parent != 0 && (parent == nil || parent.level != u.level-1 || parent.path[parent.level-1] != u.path[parent.level-1]) {
			t.Fatalf("unit %+v does not stand below %+v", u, parent)
		}
		byID[u.id], codes[u.code], deepest = u, true, max(deepest, u.level)
	}
	if deepest != 6 || all[0].children != 43 {
		t.Errorf("%d levels, %d units at the top", deepest, all[0].children)
	}
}

func TestLiteralsAreWhatTheEnginesRead(t *testing.T) {
	at := time.Date(2026, 3, 1, 8, 5, 9, 0, time.UTC)
	for _, c := range []struct {
		v           any
		mysql, lite string
	}{{nil, "NULL", "NULL"}, {7, "7", "7"}, {int64(-1), "-1", "-1"}, {true, "1", "1"}, {"科'长", "'科''长'", "'科''长'"},
		{at, "'2026-03-01 08:05:09'", "'2026-03-01 08:05:09+00:00'"}, {day(at), "'2026-03-01'", "'2026-03-01 00:00:00+00:00'"}} {
		if got := string(literal(nil, c.v, false)); got != c.mysql {
			t.Errorf("%v is %s on the servers", c.v, got)
		}
		if got := string(literal(nil, c.v, true)); got != c.lite {
			t.Errorf("%v is %s on SQLite", c.v, got)
		}
	}
}
