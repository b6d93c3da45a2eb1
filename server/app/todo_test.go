package app_test

import (
	"context"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/balance/engine"
	"sineng/server/form"
	"sineng/server/review"
	"sineng/server/store"
	"sineng/server/testkit"
	"sineng/server/todo"
)

func TestWhatWaitsForWhom(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := newTown(t, db)
		if missing := w.app.ToDos.Missing(); len(missing) > 0 {
			t.Errorf("nobody brings the sections %v", missing)
		}
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
			SetUnitID(w.East.Unit.ID).SetLevels([6]int64{w.East.Unit.ID}).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
		db.Raw.Client.MeetingMember.Create().SetMeetingID(m.ID).SetPersonID(people[2].ID).SetName("人").SetUnitID(w.East.Unit.ID).SetLevels([6]int64{w.East.Unit.ID}).ExecX(ctx)
		db.Raw.Client.Objection.Create().SetPersonID(people[2].ID).SetAboutID(1).SetAboutText("x").SetText("y").SetTier(term.RoleInspector).SetDueOn(today).
			SetState(term.ObjectionStateRaised).SetUnitID(department.ID).SetLevels(department.Levels()).SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
		for i, severity := range []int{1, 2, 1} {
			at, state := []*ent.Unit{department, w.East.City, w.West.City}[i], term.ConflictStateOpen
			db.Raw.Client.Conflict.Create().SetFingerprint(at.Code).SetBureauID(at.ID).SetUnitID(at.ID).SetLevels(at.Levels()).SetRuleCode(engine.RuleSingleHand).SetSeverity(severity).
				SetHand("UNKNOWN").SetFinding("{}").SetSince(today).SetState(state).SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
		}
		for i, p := range []int64{people[0].ID, people[0].ID, w.West.People[0].ID} {
			db.Raw.Client.SupervisionCheck.Create().SetKind(term.CheckKindRisks).SetGrade(term.GradeA).SetTier(term.RolePrincipalLeader).SetPersonID(p).
				SetFromDay(today).SetDueOn(today.AddDate(0, 0, i)).SetState(term.CheckStateDue).SetBureauID(department.ID).SetUnitID(department.ID).SetLevels(department.Levels()).
				SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
		}
		db.Raw.Client.CheckHandover.Create().SetPredecessorID(people[0].ID).SetSuccessorID(people[2].ID).SetPredecessorSignedAt(now).
			SetChecks([]term.HandedCheck{{ID: 1, UnitID: department.ID, Kind: term.CheckKindRisks, Grade: term.GradeA, DueOn: today}}).SetUnitID(department.ID).SetLevels(department.Levels()).SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
		for i, p := range []int64{people[0].ID, w.West.People[0].ID, people[2].ID} {
			state := []term.WarningState{term.WarningStateRaised, term.WarningStateEscalated, term.WarningStateAnswered}[i]
			db.Raw.Client.Warning.Create().SetBureauID(department.ID).SetYear(2026).SetSerial(i + 1).SetKind(term.WarningKindFormOverdue).SetSubjectID(1).SetSubjectText("表").SetGrade(term.Ungraded).
				SetSince(today).SetRule("{}").SetColour(term.WarningColourYellow).SetState(state).SetTier(term.RolePrincipalLeader).SetPersonID(p).
				SetUnitID(department.ID).SetLevels(department.Levels()).SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
		}
		schedule := db.Raw.Client.TaskSchedule.Create().SetMeasureID(w.East.Measures[2].ID).SetKind(term.TaskKindWork).SetWork("双人复核").SetEvery(term.RecurrenceMonthly).SetStartsOn(today).
			SetUnitID(department.ID).SetLevels(department.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
		for i, p := range []int64{people[0].ID, people[2].ID, people[2].ID} {
			state := []term.TaskState{term.TaskStateDue, term.TaskStateDue, term.TaskStateMissed}[i]
			db.Raw.Client.MeasureTask.Create().SetScheduleID(schedule.ID).SetMeasureID(schedule.MeasureID).SetKind(schedule.Kind).SetWork(schedule.Work).SetWantsFile(false).
				SetTier(term.RoleStaff).SetPersonID(p).SetFromDay(today.AddDate(0, 0, i)).SetDueOn(today.AddDate(0, 0, i)).SetState(state).SetUnitID(department.ID).SetLevels(department.Levels()).
				SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
		}
		db.Raw.Client.Measure.UpdateOneID(schedule.MeasureID).SetStatus(term.MeasureStatusActive).ExecX(ctx)
		for _, p := range []int64{people[0].ID, people[2].ID, w.West.People[0].ID} {
			for _, owed := range []int{0, 1} {
				db.Raw.Client.Indicator.Create().SetMeasureID(schedule.MeasureID).SetName("投诉件数").SetKeeps(term.IndicatorKeepsAtMost).SetThreshold(0).SetEvery(term.RecurrenceMonthly).SetWithinDays(10).
					SetPersonID(p).SetStartsOn(today).SetState(term.IndicatorStateUnread).SetOwedOn(today.AddDate(0, 0, owed)).SetUnitID(department.ID).SetLevels(department.Levels()).SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
			}
		}
		rules := db.Raw.Client.RulesDocument.Create().SetTitle("资金管理办法").SetKind(term.RulesKindRules).SetUnitID(department.ID).SetLevels(department.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
		for i, p := range []int64{people[0].ID, people[2].ID, people[2].ID, w.West.People[0].ID} {
			state := []term.RulesReviewState{term.RulesReviewStateOpen, term.RulesReviewStateOpen, term.RulesReviewStateKept, term.RulesReviewStateOpen}[i]
			db.Raw.Client.RulesReview.Create().SetDocumentID(rules.ID).SetMeasureID(schedule.MeasureID).SetTitle(rules.Title).SetSubject("双人复核").SetTier(term.RoleStaff).SetPersonID(p).
				SetAskedOn(today).SetDueOn(today).SetState(state).SetUnitID(department.ID).SetLevels(department.Levels()).SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
		}
		for _, by := range []int64{w.accounts[0].ID, w.accounts[2].ID} {
			for i, state := range []term.EducationState{term.EducationStatePlanned, term.EducationStatePlanned, term.EducationStateHeld} {
				db.Raw.Client.EducationSession.Create().SetKind(term.EducationKindStudy).SetTopic("学习").SetHeldOn(today.AddDate(0, 0, i-1)).SetMinutes(60).SetState(state).SetRecordedBy(by).
					SetUnitID(department.ID).SetLevels(department.Levels()).SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
			}
		}
		for i, p := range []int64{people[0].ID, w.West.People[0].ID, people[2].ID} {
			state := []term.InstructionState{term.InstructionStateOrdered, term.InstructionStateReturned, term.InstructionStateReported}[i]
			db.Raw.Client.Instruction.Create().SetBureauID(department.ID).SetYear(2026).SetSerial(i + 1).SetTitle("整改").SetDemand("整改").SetRisks(0).SetGiverID(people[0].ID).SetGivenBy(1).
				SetGiverName("局长").SetGiverRole(term.RolePrincipalLeader).SetState(state).SetTier(term.RoleDeptHead).SetPersonID(p).SetDueOn(today).SetReplyIn(5).SetHopIn(7).
				SetUnitID(department.ID).SetLevels(department.Levels()).SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
		}
		for _, c := range []struct {
			who  string
			ctx  context.Context
			want map[todo.Kind]int
		}{
			{"the head", as(w.accounts[2], term.RoleDeptHead, department, people[2]),
				map[todo.Kind]int{"FILL": 2, "REVIEW": 0, "RETURNED": 1, "DUE_SOON": 1, "OVERDUE": 1, "MEETING": 1, "OBJECTION": 0, "CONFLICT": 1, "CHECK": 0, "HANDOVER": 1, "WARNING": 0, "INSTRUCTION": 0, "ACCEPTANCE": 0, "TASK": 1, "READING": 1, "EDUCATION": 1, "RULES_REVIEW": 1}},
			{"the leader", as(w.accounts[0], term.RolePrincipalLeader, w.East.Unit, people[0]),
				map[todo.Kind]int{"FILL": 1, "REVIEW": 1, "RETURNED": 0, "DUE_SOON": 0, "OVERDUE": 0, "MEETING": 0, "OBJECTION": 0, "CONFLICT": 1, "CHECK": 2, "WARNING": 1, "INSTRUCTION": 1, "ACCEPTANCE": 1, "TASK": 1, "READING": 1, "EDUCATION": 1, "RULES_REVIEW": 1}},
			{"the inspector", as(w.inspect, term.RoleInspector, w.East.City, nil),
				map[todo.Kind]int{"REVIEW": 1, "CONCUR": 1, "OBJECTION": 1, "FEEDBACK": 0, "VERIFICATION": 1, "EDUCATION": 0}},
			{"the administrator", testkit.As(term.RoleSystemAdmin, nil), map[todo.Kind]int{}},
		} {
			db.Statements.Reset()
			sections, err := w.app.ToDos.ToDo(c.ctx)
			if err != nil {
				t.Fatal(err)
			}
			// One for each section, and the names of four tables; never one for each thing that waits.
			if n := len(db.Statements.Seen()); n > len(todo.Kinds)+4 {
				t.Errorf("%s: %d statements", c.who, n)
			}
			got := map[todo.Kind]int{}
			for _, s := range sections {
				got[s.Kind] = s.Count
				for _, item := range s.Items {
					if item.Unit == "" || !leads(t, item.Path) {
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

func TestTheToDoAgreesWithTheReviewOnWhatWaits(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := newTown(t, db)
		d, e := w.East.Department, w.East
		queue := review.New(db.Store, nil)
		subject := int64(0)
		for _, name := range term.FormState("").Values() {
			for _, addressee := range []*int64{nil, &e.People[1].ID} {
				for _, prepared := range []int64{e.People[2].ID, e.People[0].ID} {
					subject++
					w.form(t, d, term.FormKindPersonal, func(c *ent.FormCreate) {
						c.SetSubjectID(subject).SetState(term.FormState(name)).SetPreparedByPersons([]int64{prepared}).SetPreparerID(prepared)
						if review.ToPerson(term.FormState(name)) {
							c.SetNillableAddresseeID(addressee)
						}
					})
				}
			}
		}
		now := db.Now()
		db.Raw.Client.Delegation.Create().SetPersonID(e.People[1].ID).SetDeputyID(e.People[0].ID).SetReason("出差").SetFromDay(db.Today()).
			SetUnitID(e.City.ID).SetLevels(e.City.Levels()).SetCreatedAt(now).SetUpdatedAt(now).ExecX(testkit.System())
		for _, c := range []struct {
			who  string
			ctx  context.Context
			want int
		}{
			{"who prepared half", testkit.Also(as(w.accounts[2], term.RoleDeptHead, d, e.People[2]), term.RoleInspector, d), 4},
			{"the addressee", as(w.accounts[1], term.RoleLeaderInCharge, e.City, e.People[1]), 4},
			{"the deputy, who prepared half", as(w.accounts[0], term.RolePrincipalLeader, e.Unit, e.People[0]), 2},
			{"the inspector", as(w.inspect, term.RoleInspector, e.City, nil), 8},
			{"the leading group", testkit.As(term.RoleLeadingGroup, e.Unit), 12},
			{"the leading group elsewhere", testkit.As(term.RoleLeadingGroup, w.West.Unit), 0},
		} {
			rows := testkit.Must(queue.ToReview(c.ctx, review.QueueFilter{}, store.Page{First: 100}, nil))(t)
			got := -1
			for _, s := range testkit.Must(w.app.ToDos.ToDo(c.ctx))(t) {
				if s.Kind == todo.Review {
					got = s.Count
				}
			}
			if got != len(rows.Rows) || got != c.want {
				t.Errorf("%s: %d on the home page, %d in the queue, want %d", c.who, got, len(rows.Rows), c.want)
			}
		}
	})
}

// Who is notified that a form is expected has it in their to-do and in the list of forms to fill,
// and may fill it in; nobody else has it.
func TestWhoIsNotifiedOfAFormHasItToFill(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := newTown(t, db)
		e, forms := w.East, form.New(db.Store, db.Register)
		w.form(t, e.Department, term.FormKindRisks, nil)
		w.form(t, e.Unit, term.FormKindRisks, nil) // is led by a principal and has no head
		w.form(t, e.City, term.FormKindRisks, nil) // is led by nobody who fills
		w.form(t, e.City, term.FormKindPowers, func(c *ent.FormCreate) { c.SetPreparerID(e.People[1].ID) })
		w.form(t, e.Department, term.FormKindPersonal, func(c *ent.FormCreate) { c.SetSubjectID(e.People[1].ID).SetPersonID(e.People[1].ID) })
		w.follow(t)
		roles := []term.Role{term.RolePrincipalLeader, term.RoleLeaderInCharge, term.RoleDeptHead}
		for i, want := range []int{1, 2, 1} {
			ctx := as(w.accounts[i], roles[i], []*ent.Unit{e.Unit, e.City, e.Department}[i], e.People[i])
			listed := testkit.Must(forms.Forms(ctx, form.Filter{ToFill: &[]bool{true}[0]}, store.Page{First: 100}, nil))(t).Rows
			waiting := 0
			for _, s := range testkit.Must(w.app.ToDos.ToDo(ctx))(t) {
				if s.Kind == todo.Fill {
					waiting = s.Count
				}
			}
			if notified := w.kinds(w.accounts[i])[term.NoticeKindFormExpected]; notified != want || waiting != want || len(listed) != want {
				t.Errorf("%s: %d notices, %d in the to-do, %d in the list, want %d", roles[i], notified, waiting, len(listed), want)
			}
			for _, f := range listed {
				if err := forms.MayFill(ctx, f); err != nil {
					t.Errorf("%s may not fill in a form of %d: %v", roles[i], f.UnitID, err)
				}
			}
		}
	})
}
