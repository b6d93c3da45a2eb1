package review_test

import (
	"errors"
	"log/slog"
	"testing"
	"time"

	"sineng/ent/dueitem"
	"sineng/ent/term"
	"sineng/server/audit"
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
