package review_test

import (
	"errors"
	"log/slog"
	"slices"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/dueitem"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/register"
	"sineng/server/testkit"
	"sineng/server/timer"
)

func TestAFormThatCannotBeLookedAtHoldsUpNoOther(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		s := newScene(t, db)
		sys := testkit.System()
		bad := s.expect(term.FormKindRisks, rows("r1 收受好处 B"))
		good := s.expectIn(s.plan(2027, nil), term.FormKindRisks, rows("r1 收受好处 B"), s.w.East.Department.ID)
		s.submit("clerk", bad)
		s.submit("clerk", good)
		s.paper.contents[bad.ID], s.paper.contents[good.ID] = rows("r1 改 B"), rows("r1 改 B")
		s.paper.broken = map[int64]error{bad.ID: errors.New("a cell cannot be read")}
		r := s.w.East.Risks[2]
		testkit.Must(db.Register.RetireRiskPoint(sys, r.ID, db.Client.RiskPoint.GetX(sys, r.ID).Version, "消除"))(t)
		testkit.Must(audit.Sequence(sys, db.Store))(t)
		if err := s.s.Follow(sys); err != nil {
			t.Fatal(err)
		}
		due := timer.New(db.Store, slog.New(slog.DiscardHandler))
		due.Handle(s.s.Timers()...)
		testkit.Must(due.Fire(t.Context()))(t)
		s.stands(good, term.FormStateDraft)
		s.stands(bad, term.FormStateDeptReview)
		row := db.Client.DueItem.Query().Where(dueitem.Kind("review.recheck-form"), dueitem.ObjectID(bad.ID)).OnlyX(sys)
		if row.Attempts != 1 || row.Failure != "a cell cannot be read" {
			t.Errorf("what failed stands at %+v", row)
		}
		s.paper.broken = nil
		db.Clock.Forward(time.Minute)
		testkit.Must(due.Fire(t.Context()))(t)
		s.stands(bad, term.FormStateDraft)
	})
}

// What is recorded where nothing is filled in or reviewed makes nothing due.
func TestOnlyUnitsWithFormsAreCheckedAgain(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		s := newScene(t, db)
		sys := testkit.System()
		s.follow()
		east, west := s.w.East, s.w.West
		due := func() (units []int64) {
			t.Helper()
			for _, u := range []*testkit.Province{east, west} {
				for _, unitID := range []int64{u.Department.ID, u.City.ID} {
					testkit.Must(db.Register.RecordRiskPoint(sys, register.RecordRiskPoint{UnitID: unitID, Details: testkit.RiskDetails("插队"), Assessment: &testkit.Crime}))(t)
				}
			}
			testkit.Must(audit.Sequence(sys, db.Store))(t)
			if err := s.s.Follow(sys); err != nil {
				t.Fatal(err)
			}
			for _, row := range db.Client.DueItem.Query().Where(dueitem.Kind("review.recheck")).Order(ent.Asc(dueitem.FieldObjectID)).AllX(sys) {
				units = append(units, row.ObjectID)
			}
			db.Raw.Client.DueItem.Delete().ExecX(sys)
			return units
		}
		// A bureau has units below it, which are not looked through.
		above := []int64{east.City.ID, west.City.ID}
		if got := due(); !slices.Equal(got, above) {
			t.Errorf("without forms due are %v, want %v", got, above)
		}
		f := s.expect(term.FormKindRisks, rows("r1 收受好处 B"))
		with := slices.Sorted(slices.Values(append([]int64{east.Department.ID}, above...)))
		if got := due(); !slices.Equal(got, with) {
			t.Errorf("with a draft due are %v, want %v", got, with)
		}
		for _, state := range term.FormState("").Values() {
			db.Raw.Client.Form.UpdateOneID(f.ID).SetState(term.FormState(state)).ExecX(sys)
			want := with
			if slices.Contains([]term.FormState{term.FormStateFiled, term.FormStateRevising, term.FormStateDropped}, term.FormState(state)) {
				want = above
			}
			if got := due(); !slices.Equal(got, want) {
				t.Errorf("with a form that is %s due are %v, want %v", state, got, want)
			}
			db.Raw.Client.Form.UpdateOneID(f.ID).SetState(term.FormStateDraft).ExecX(sys)
		}
	})
}
