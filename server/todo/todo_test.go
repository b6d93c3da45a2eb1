package todo_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"sineng/ent/person"
	"sineng/ent/unit"
	"sineng/server/testkit"
	"sineng/server/todo"
)

type found = map[todo.Kind][]*todo.Item

// finds is a source of some kinds that finds the same for everybody.
func finds(what found, kinds ...todo.Kind) todo.Source {
	return todo.Source{Kinds: kinds, Find: func(context.Context) (found, error) { return what, nil }}
}

func items(n int) []*todo.Item {
	out := make([]*todo.Item, n)
	for i := range out {
		out[i] = &todo.Item{ID: int64(i)}
	}
	return out
}

func TestSectionsStandInOneOrderAndCountUpToABound(t *testing.T) {
	s := testkit.Must(todo.New(
		finds(found{todo.Feedback: items(2)}, todo.Feedback),
		finds(found{todo.Fill: items(todo.Most + 1), todo.Overdue: nil}, todo.Fill, todo.Overdue, todo.DueSoon),
		finds(nil, todo.Review),
		todo.Source{},
	))(t)
	got := []string{}
	for _, section := range testkit.Must(s.ToDo(context.Background()))(t) {
		got = append(got, fmt.Sprint(section.Kind, section.Count, section.More, len(section.Items)))
	}
	if want := []string{"FILL100 true 5", "OVERDUE0 false 0", "FEEDBACK2 false 2"}; !slices.Equal(got, want) {
		t.Errorf("the sections are %q, want %q", got, want)
	}
	if got, want := s.Missing(), []todo.Kind{todo.Returned, todo.Concur, todo.Meeting, todo.Objection, todo.Confirm, todo.Conflict, todo.Check, todo.Handover, todo.Warning, todo.Verification, todo.Instruction, todo.Acceptance, todo.Task, todo.Reading, todo.Education, todo.RulesReview}; !slices.Equal(got, want) {
		t.Errorf("missing are %v, want %v", got, want)
	}
}

func TestWhatTwoBringIsRefused(t *testing.T) {
	named := todo.Source{Names: map[string]func(context.Context, []int64) (map[int64]string, error){unit.Table: nil}}
	for what, sources := range map[string][]todo.Source{
		"a section":         {finds(nil, todo.Fill), finds(nil, todo.Review, todo.Fill)},
		"the names of rows": {named, named},
	} {
		if _, err := todo.New(sources...); err == nil {
			t.Errorf("%s is taken twice", what)
		}
	}
}

func TestOnlyWhatIsShownIsNamed(t *testing.T) {
	w := testkit.NewWorld(t, testkit.SQLite(t))
	u, p := w.East.Unit.ID, w.East.People[0].ID
	asked := 0
	naming := func(text string) func(context.Context, []int64) (map[int64]string, error) {
		return func(_ context.Context, ids []int64) (map[int64]string, error) {
			asked += len(ids)
			out := map[int64]string{}
			for _, id := range ids {
				out[id] = text
			}
			return out, nil
		}
	}
	all := items(todo.Most)
	for _, i := range all {
		i.UnitID, i.Title = u, "会议"
	}
	all[0].PersonID, all[1].TitleID = p, u
	names := map[string]func(context.Context, []int64) (map[int64]string, error){unit.Table: naming("单位"), person.Table: naming("人")}
	s := testkit.Must(todo.New(finds(found{todo.Meeting: all}, todo.Meeting), todo.Source{Names: names}))(t)
	shown := testkit.Must(s.ToDo(context.Background()))(t)[0].Items
	if shown[0].Unit != "单位" || shown[0].Person != "人" || shown[0].Title != "会议" || shown[1].Title != "单位" || shown[1].Person != "" {
		t.Errorf("the items are %+v, %+v", shown[0], shown[1])
	}
	if asked != 7 || all[10].Unit != "" {
		t.Errorf("%d names were asked for", asked)
	}
}

func TestASourceThatFailsFailsTheToDo(t *testing.T) {
	bad := errors.New("bad")
	s := testkit.Must(todo.New(todo.Source{Find: func(context.Context) (found, error) { return nil, bad }}))(t)
	if _, err := s.ToDo(context.Background()); !errors.Is(err, bad) {
		t.Errorf("the to-do ends with %v", err)
	}
}
