package notify_test

import (
	"context"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/notify"
	"sineng/server/testkit"
)

func TestWhatWaitsForWhom(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := newTown(t, db, notify.Options{})
		known := routes(t)
		ctx, now := testkit.System(), db.Now()
		department, people := w.East.Department, w.East.People
		today := db.Today()
		w.form(t, department, term.FormKindRisks, func(c *ent.FormCreate) { c.SetDueOn(today.AddDate(0, 0, 3)) })
		w.form(t, department, term.FormKindMeasures, func(c *ent.FormCreate) { c.SetDueOn(today.AddDate(0, 0, -1)).SetReturnedAt(now) })
		w.form(t, department, term.FormKindPowers, func(c *ent.FormCreate) { c.SetPreparerID(people[0].ID).SetDueOn(today.AddDate(0, 0, 30)) })
		w.form(t, department, term.FormKindPersonal, func(c *ent.FormCreate) {
			c.SetSubjectID(people[2].ID).SetPersonID(people[2].ID).SetState(term.FormStateLeaderReview).SetAddresseeID(people[0].ID)
		})
		w.form(t, w.East.City, term.FormKindRisks, func(c *ent.FormCreate) { c.SetState(term.FormStateInspectionReview) })
		w.form(t, w.West.City, term.FormKindRisks, func(c *ent.FormCreate) { c.SetState(term.FormStateInspectionReview) })
		db.Raw.Client.RiskPoint.UpdateOne(w.East.Risks[2]).SetEndorsedGrade(term.GradeB).ExecX(ctx)
		m := db.Raw.Client.Meeting.Create().SetTitle("集体定").SetHeldOn(today).SetQuorum(1).SetState(term.MeetingStatePlanned).
			SetUnitID(w.East.Unit.ID).SetL1(w.East.Unit.ID).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
		db.Raw.Client.MeetingMember.Create().SetMeetingID(m.ID).SetPersonID(people[2].ID).SetName("人").SetUnitID(w.East.Unit.ID).SetL1(w.East.Unit.ID).ExecX(ctx)
		db.Raw.Client.Objection.Create().SetPersonID(people[2].ID).SetAboutID(1).SetAboutText("x").SetText("y").SetTier(term.RoleInspector).SetDueOn(today).
			SetState(term.ObjectionStateRaised).SetUnitID(department.ID).SetL1(department.L1).SetL2(department.L2).SetL3(department.L3).SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
		for _, c := range []struct {
			who  string
			ctx  context.Context
			want map[notify.SectionKind]int
		}{
			{"the head", as(w.accounts[2], term.RoleDeptHead, department, people[2]),
				map[notify.SectionKind]int{"FILL": 2, "REVIEW": 0, "RETURNED": 1, "DUE_SOON": 1, "OVERDUE": 1, "MEETING": 1, "OBJECTION": 0}},
			{"the leader", as(w.accounts[0], term.RolePrincipalLeader, w.East.Unit, people[0]),
				map[notify.SectionKind]int{"FILL": 1, "REVIEW": 1, "RETURNED": 0, "DUE_SOON": 0, "OVERDUE": 0, "MEETING": 0, "OBJECTION": 0}},
			{"the inspector", as(w.inspect, term.RoleInspector, w.East.City, nil),
				map[notify.SectionKind]int{"REVIEW": 1, "CONCUR": 1, "OBJECTION": 1, "FEEDBACK": 0}},
			{"the administrator", testkit.As(term.RoleSystemAdmin, nil), map[notify.SectionKind]int{}},
		} {
			db.Statements.Reset()
			sections, err := w.service.ToDo(c.ctx)
			if err != nil {
				t.Fatal(err)
			}
			if n := len(db.Statements.Seen()); n > 12 {
				t.Errorf("%s: %d statements", c.who, n)
			}
			got := map[notify.SectionKind]int{}
			for _, s := range sections {
				got[s.Kind] = s.Count
				for _, item := range s.Items {
					if item.Unit == "" || !leadsSomewhere(known, item.Path) {
						t.Errorf("%s: %s has an item %+v", c.who, s.Kind, item)
					}
				}
			}
			if len(got) != len(c.want) {
				t.Errorf("%s has the sections %v, want %v", c.who, got, c.want)
			}
			for kind, n := range c.want {
				if got[kind] != n {
					t.Errorf("%s: %d of %s, want %d", c.who, got[kind], kind, n)
				}
			}
		}
	})
}
