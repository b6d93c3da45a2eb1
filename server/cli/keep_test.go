package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/server/sample"
)

func TestAKeptDemoIsReadAsItWasWritten(t *testing.T) {
	folder, forget, err := demoFolder(filepath.Join(t.TempDir(), "new", "demo"))
	if err != nil {
		t.Fatal(err)
	}
	k, err := readKept(folder)
	if err != nil || k.Made != nil {
		t.Fatalf("an empty folder holds %+v, %v", k.Made, err)
	}
	made := &sample.Result{
		Accounts: []sample.Account{{LoginName: "leader", Password: "p", Role: term.RolePrincipalLeader, Person: "甲", ForZH: "看", ForEN: "looks"}},
		Figures:  sample.Figures{Units: 3, RiskPoints: 7, ByGrade: map[term.Grade]int{term.GradeA: 2}},
	}
	k.Made, k.Days = made, 22
	if err := k.write(); err != nil {
		t.Fatal(err)
	}
	forget()
	again, err := readKept(folder)
	if err != nil || !reflect.DeepEqual(again.Made, made) || again.Days != 22 {
		t.Fatalf("read back: %+v, %v", again, err)
	}
}

func TestABrokenKeptDemoIsNamed(t *testing.T) {
	for _, text := range []string{"", "{", "{}", `{"Days": 3}`} {
		folder := t.TempDir()
		path := filepath.Join(folder, keptName)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := readKept(folder); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestADemoThatIsNotKeptIsForgotten(t *testing.T) {
	folder, forget, err := demoFolder("")
	if err != nil {
		t.Fatal(err)
	}
	forget()
	if _, err := os.Stat(folder); !os.IsNotExist(err) {
		t.Errorf("%s is still there: %v", folder, err)
	}
}

func TestAMovedCalendarIsToldToWhoKeepsIt(t *testing.T) {
	var c calendar
	var told []int64
	c.moved = func(days int64) error {
		told = append(told, days)
		return nil
	}
	c.days.Store(5)
	var out bytes.Buffer
	c.follow(context.Background(), strings.NewReader("+10\nten\n+1\n"), &out)
	if !reflect.DeepEqual(told, []int64{15, 16}) {
		t.Errorf("told: %v", told)
	}
}

func TestACalendarThatCannotBeKeptSaysSo(t *testing.T) {
	c := calendar{moved: func(int64) error { return os.ErrPermission }}
	var out bytes.Buffer
	c.follow(context.Background(), strings.NewReader("+10\n"), &out)
	if !strings.Contains(out.String(), os.ErrPermission.Error()) || c.days.Load() != 10 {
		t.Errorf("%d days, said: %s", c.days.Load(), out.String())
	}
}
