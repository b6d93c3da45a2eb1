package education_test

import (
	"slices"
	"testing"

	"sineng/server/authz"
	"sineng/server/education"
	"sineng/server/office"
)

func TestWhoIsExpected(t *testing.T) {
	// A bureau 1 with departments 2 and 3; 4 is a section of 2.
	units := map[int64]office.Unit{}
	for id, path := range map[int64]authz.Levels{1: {1}, 2: {1, 2}, 3: {1, 3}, 4: {1, 2, 4}} {
		units[id] = office.Unit{ID: id, Path: path}
	}
	held := func(person, post, unit int64) office.Appointment {
		return office.Appointment{ID: 100*person + post, Person: person, Post: post, Unit: unit}
	}
	// 10 leads the bureau, 20 and 21 work in department 2, 40 in its section; 30 holds posts in departments 3 and 2.
	appointments := []office.Appointment{held(10, 1, 1), held(20, 2, 2), held(21, 2, 2), held(30, 3, 3), held(30, 5, 2), held(40, 4, 4)}
	at := func(person, post, unit int64) education.Expectation {
		return education.Expectation{Person: person, Post: post, Unit: unit}
	}
	for name, c := range map[string]struct {
		in   education.Invitation
		want []education.Expectation
	}{
		"nobody":                          {education.Invitation{}, nil},
		"a department with its section":   {education.Invitation{UnitIds: []int64{2}}, []education.Expectation{at(20, 2, 2), at(21, 2, 2), at(30, 5, 2), at(40, 4, 4)}},
		"a section alone":                 {education.Invitation{UnitIds: []int64{4}}, []education.Expectation{at(40, 4, 4)}},
		"a whole bureau, each once":       {education.Invitation{UnitIds: []int64{1, 2}}, []education.Expectation{at(10, 1, 1), at(20, 2, 2), at(21, 2, 2), at(30, 3, 3), at(40, 4, 4)}},
		"a post":                          {education.Invitation{PostIds: []int64{2}}, []education.Expectation{at(20, 2, 2), at(21, 2, 2)}},
		"a post in an invited unit":       {education.Invitation{UnitIds: []int64{3}, PostIds: []int64{5}}, []education.Expectation{at(30, 3, 3)}},
		"somebody, by their first post":   {education.Invitation{PersonIds: []int64{30}}, []education.Expectation{at(30, 3, 3)}},
		"somebody without a post":         {education.Invitation{PersonIds: []int64{50}}, []education.Expectation{{Person: 50}}},
		"somebody twice":                  {education.Invitation{PersonIds: []int64{50, 10, 50, 10}}, []education.Expectation{at(10, 1, 1), {Person: 50}}},
		"units before posts, then people": {education.Invitation{UnitIds: []int64{4}, PostIds: []int64{1}, PersonIds: []int64{20}}, []education.Expectation{at(40, 4, 4), at(10, 1, 1), at(20, 2, 2)}},
	} {
		if got := education.Expected(c.in, appointments, units); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
