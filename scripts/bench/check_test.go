package main

import (
	"strings"
	"testing"
	"time"

	"sineng/scripts/bench/load"
)

func TestAnswersThatDifferAreNamedByTheFirstPlaceWhereTheyDo(t *testing.T) {
	const one = `{"data":{"rows":[{"key":"s1","counts":[1,2]},{"key":"s2","counts":[3,4]}],"worst":null}}`
	for _, c := range []struct{ other, where string }{
		{`{"data":{"worst":null,"rows":[{"counts":[1,2],"key":"s1"},{"key":"s2","counts":[3,4]}]},"extensions":{"cost":{}}}`, ""},
		{`{"data":{"rows":[{"key":"s1","counts":[1,2]},{"key":"s2","counts":[3,5]}],"worst":null}}`, "at .rows[1].counts[1]: 4 and 5"},
		{`{"data":{"rows":[{"key":"s1","counts":[1,2]}],"worst":null}}`, "at .rows: "},
		{`{"data":{"rows":[{"key":"s1","counts":[1,2]},{"key":"s2","counts":[3,4]}],"worst":"A"}}`, `at .worst: null and "A"`},
		{`{"data":{"rows":[{"key":"s1","counts":[1,2]},{"key":"s2","counts":[3,4]}],"best":null}}`, "at .worst: one has none"},
		{`{"data":{"rows":[{"key":"s1","counts":[1,2]},{"key":"s2","counts":[4,3]}],"worst":null}}`, "at .rows[1].counts[0]: 3 and 4"},
	} {
		a, err := dataOf([]byte(one))
		if err != nil {
			t.Fatal(err)
		}
		b, err := dataOf([]byte(c.other))
		if err != nil {
			t.Fatal(err)
		}
		if got := differ("", a, b); got != c.where && (c.where == "" || !strings.HasPrefix(got, c.where)) {
			t.Errorf("%s differs %q, want %q", c.other, got, c.where)
		}
	}
}

func TestAnAnswerWithoutDataIsNone(t *testing.T) {
	for _, text := range []string{`{"data":null}`, `{"extensions":{}}`, `<html>`} {
		if _, err := dataOf([]byte(text)); err == nil {
			t.Errorf("%s is an answer", text)
		}
	}
}

func TestAWordOfAnOlderVersionIsTheSameAsTodays(t *testing.T) {
	older, err := dataOf([]byte(`{"data":{"columns":["UNDEFENDED_A"]}}`))
	if err != nil {
		t.Fatal(err)
	}
	today, err := dataOf([]byte(`{"data":{"columns":["UNCONTROLLED_A"]}}`))
	if err != nil || differ("", older, today) != "" {
		t.Errorf("%v and %v differ, %v", older, today, err)
	}
}

func TestARatioThatLostMoreThanTheMarginIsARegression(t *testing.T) {
	for _, c := range []struct {
		ratio, recorded float64
		want            bool
	}{{0.84, 1, true}, {0.86, 1, false}, {2, 1, false}, {0.2, 0, false}, {0.1, 0.2, true}} {
		if got := regressed(c.ratio, c.recorded); got != c.want {
			t.Errorf("%v after %v: %v", c.ratio, c.recorded, got)
		}
	}
}

func TestMediansAreTakenOverTheRoundsOfALine(t *testing.T) {
	s := newSide("ours", "s")
	r := line{"Q1", 16}
	for _, requests := range []int{300, 100, 200} {
		s.results[r] = append(s.results[r], resultOf(requests))
	}
	if m := s.middle(r); m.perSecond != 200 || m.server != 2 || m.database != 3 || m.cpu() != 5 {
		t.Errorf("three rounds have the medians %+v", m)
	}
}

func resultOf(requests int) load.Result {
	return load.Result{Requests: requests, Took: time.Second, P50: time.Millisecond, P99: time.Millisecond, Server: 2 * time.Millisecond, Database: 3 * time.Millisecond}
}
