package app_test

import (
	"reflect"
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/server/app/apptest"
	"sineng/server/testkit"
)

func TestEveryServiceIsBuilt(t *testing.T) {
	a := apptest.New(t, testkit.SQLite(t))
	v := reflect.ValueOf(a.Services)
	for i := range v.NumField() {
		if v.Field(i).IsNil() {
			t.Errorf("nothing builds %s", v.Type().Field(i).Name)
		}
	}
}

func TestEveryKindOfJobHasAHandler(t *testing.T) {
	a := apptest.New(t, testkit.SQLite(t))
	for _, kind := range term.JobKind("").Values() {
		if !a.Jobs.Handles(term.JobKind(kind)) {
			t.Errorf("nobody does jobs of the kind %s", kind)
		}
	}
}

func TestEveryKindOfNoticeAndSectionOfTheToDoIsBrought(t *testing.T) {
	a := apptest.New(t, testkit.SQLite(t))
	if missing := a.Kinds.Missing(); len(missing) > 0 {
		t.Errorf("nobody brings notices of the kinds %v", missing)
	}
	if missing := a.ToDos.Missing(); len(missing) > 0 {
		t.Errorf("nobody brings the sections %v", missing)
	}
}

func TestWorkersAndChecksHaveNamesOfTheirOwn(t *testing.T) {
	a := apptest.New(t, testkit.SQLite(t))
	seen := map[string]bool{}
	for _, w := range a.Workers() {
		if w.Name == "" || w.Run == nil || seen["worker "+w.Name] {
			t.Errorf("the worker %+v has no name of its own", w)
		}
		seen["worker "+w.Name] = true
	}
	for _, c := range a.Checks() {
		if c.Name == "" || c.Run == nil || seen["check "+c.Name] {
			t.Errorf("the check %+v has no name of its own", c)
		}
		seen["check "+c.Name] = true
	}
	for _, name := range []string{"worker audit.keep", "worker jobs", "worker account.sweep", "worker tally.fold", "check counts of risk points", "check breaches of separation",
		"check places of rows", "check attached files", "check filed forms"} {
		if !seen[name] {
			t.Errorf("the %s is not collected", strings.Replace(name, " ", " named ", 1))
		}
	}
}

func TestEveryKindOfActHasAnOwner(t *testing.T) {
	a := apptest.New(t, testkit.SQLite(t))
	if missing := a.Acts.Missing(); len(missing) > 0 {
		t.Errorf("nobody carries out acts of the kinds %v", missing)
	}
}
