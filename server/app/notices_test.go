package app_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/logcursor"
	"sineng/ent/notice"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/store"
	"sineng/server/testkit"
)

func TestNoticesFollowAFormThroughItsReview(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := newTown(t, db)
		province, head := w.accounts[0], w.accounts[2]
		f := w.form(t, w.East.Department, term.FormKindRisks, nil)
		w.follow(t)
		if got := w.kinds(head); got[term.NoticeKindFormExpected] != 1 || len(w.kinds(province)) != 0 {
			t.Fatalf("the head gets %v, the leader of the province %v", got, w.kinds(province))
		}
		w.did(t, f, term.AuditActionSubmitForm, func(u *ent.FormUpdateOne) {
			u.SetState(term.FormStateLeaderReview).SetAddresseeID(w.East.People[0].ID).SetStageSince(db.Now())
		})
		w.follow(t)
		if got := w.kinds(province); got[term.NoticeKindFormToReview] != 1 {
			t.Fatalf("the addressee gets %v", got)
		}
		w.did(t, f, term.AuditActionApproveForm, func(u *ent.FormUpdateOne) {
			u.SetState(term.FormStateInspectionReview).ClearAddresseeID().SetStageSince(db.Now())
		})
		w.follow(t)
		if got := w.kinds(w.inspect); got[term.NoticeKindFormToReview] != 1 {
			t.Fatalf("the inspector gets %v", got)
		}
		w.did(t, f, term.AuditActionReturnForm, func(u *ent.FormUpdateOne) {
			u.SetState(term.FormStateDraft).SetReturnedAt(db.Now()).SetReturnReason("涉及赵某收受财物")
		})
		w.follow(t)
		if got := w.kinds(head); got[term.NoticeKindFormReturned] != 1 {
			t.Fatalf("the head gets %v", got)
		}
		w.did(t, f, term.AuditActionFileForm, func(u *ent.FormUpdateOne) { u.SetState(term.FormStateFiled) })
		w.follow(t)
		// Followed once more from the start, nothing comes twice.
		before := w.kinds(head)
		db.Raw.Client.LogCursor.Update().Where(logcursor.Name("notice")).SetNext(w.begun).ExecX(testkit.System())
		w.follow(t)
		for kind, n := range w.kinds(head) {
			if n != before[kind] {
				t.Errorf("%s came %d times and then %d", kind, before[kind], n)
			}
		}
		for _, n := range db.Client.Notice.Query().AllX(testkit.System()) {
			for _, lang := range []string{"zh", "en"} {
				if text := w.app.Kinds.Text(n, lang); strings.ContainsAny(text, "{}") || strings.Contains(text, "财物") || text == "" {
					t.Errorf("%s reads %q in %s", n.Kind, text, lang)
				}
			}
		}
	})
}

func TestDeputiesAndTheNearestHoldersAreNotified(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := newTown(t, db)
		far := w.holder(t, "far", term.RoleInspector, w.East.Unit)
		ctx, now := testkit.System(), db.Now()
		d := db.Raw.Client.Delegation.Create().SetPersonID(w.East.People[0].ID).SetDeputyID(w.East.People[1].ID).SetReason("出差").
			SetFromDay(db.Today()).SetUnitID(w.East.Unit.ID).SetLevels([6]int64{w.East.Unit.ID}).SetCreatedAt(now).SetUpdatedAt(now)
		d.ExecX(ctx)
		f := w.form(t, w.East.Department, term.FormKindRisks, nil)
		w.did(t, f, term.AuditActionSubmitForm, func(u *ent.FormUpdateOne) {
			u.SetState(term.FormStateLeaderReview).SetAddresseeID(w.East.People[0].ID)
		})
		w.follow(t)
		if w.kinds(w.accounts[1])[term.NoticeKindFormToReview] != 1 {
			t.Errorf("the deputy gets %v", w.kinds(w.accounts[1]))
		}
		w.did(t, f, term.AuditActionApproveForm, func(u *ent.FormUpdateOne) { u.SetState(term.FormStateInspectionReview).ClearAddresseeID() })
		w.follow(t)
		if w.kinds(w.inspect)[term.NoticeKindFormToReview] != 1 || len(w.kinds(far)) != 0 {
			t.Errorf("the inspector of the city gets %v, that of the province %v", w.kinds(w.inspect), w.kinds(far))
		}
	})
}

func TestADeadlineMakesANoticeOnceAndADelayOneAWeek(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := newTown(t, db)
		w.form(t, w.East.Department, term.FormKindRisks, nil) // due in two days
		pass := func() map[term.NoticeKind]int {
			t.Helper()
			for range 2 {
				w.day(t)
			}
			return w.kinds(w.accounts[2])
		}
		day := 24 * time.Hour
		for _, step := range []struct {
			pause        time.Duration
			due, overdue int
		}{{0, 1, 0}, {day, 1, 0}, {2 * day, 1, 1}, {day, 1, 1}, {7 * day, 1, 2}} {
			db.Clock.Forward(step.pause)
			if got := pass(); got[term.NoticeKindFormDue] != step.due || got[term.NoticeKindFormOverdue] != step.overdue {
				t.Errorf("after %v: %v, want %d due and %d overdue", step.pause, got, step.due, step.overdue)
			}
		}
		db.Raw.Client.Campaign.UpdateOne(w.campaign).SetClosedAt(db.Now()).ExecX(testkit.System())
		db.Clock.Forward(14 * day)
		if got := pass(); got[term.NoticeKindFormOverdue] != 2 {
			t.Errorf("a closed campaign makes %v", got)
		}
	})
}

func TestANoticeLinksOnlyWhatItsReaderMaySee(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := newTown(t, db)
		w.form(t, w.East.Department, term.FormKindRisks, nil)
		w.follow(t)
		head := w.accounts[2]
		mine := as(head, term.RoleDeptHead, w.East.Department, w.East.People[2])
		moved := as(head, term.RoleDeptHead, w.West.Department, w.East.People[2])
		for _, c := range []struct {
			ctx    context.Context
			linked bool
		}{{mine, true}, {moved, false}} {
			page, err := w.notices.Notices(c.ctx, "zh", true, store.Page{First: 10})
			if err != nil || len(page.Rows) != 1 {
				t.Fatalf("%d notices, %v", len(page.Rows), err)
			}
			if linked := page.Rows[0].Path != nil; linked != c.linked {
				t.Errorf("linked: %v, want %v", linked, c.linked)
			}
		}
		other := as(w.accounts[0], term.RolePrincipalLeader, w.East.Unit, nil)
		id := db.Client.Notice.Query().Where(notice.AccountID(head.ID)).OnlyIDX(testkit.System())
		if _, err := w.notices.MarkRead(other, []int64{id}); err == nil {
			t.Error("somebody else's notice was marked as read")
		}
		if left, err := w.notices.MarkRead(mine, nil); err != nil || left != 0 {
			t.Errorf("%d unread, %v", left, err)
		}
	})
}

func TestNothingIsMadeOfWhatWasDoneBeforeThereWereNotices(t *testing.T) {
	db := testkit.SQLite(t)
	w := newTown(t, db)
	ctx := testkit.System()
	db.Client.LogCursor.Delete().ExecX(ctx)
	w.form(t, w.East.Department, term.FormKindPowers, nil)
	if _, err := audit.Sequence(ctx, db.Store); err != nil {
		t.Fatal(err)
	}
	for range 2 { // what begins again goes on
		if err := w.notices.Begin(ctx); err != nil {
			t.Fatal(err)
		}
		w.follow(t)
		if got := w.kinds(w.accounts[2]); len(got) != 0 {
			t.Fatalf("the head gets %v", got)
		}
	}
	w.form(t, w.East.Department, term.FormKindRisks, nil)
	if err := w.notices.Begin(ctx); err != nil {
		t.Fatal(err)
	}
	w.follow(t)
	if got := w.kinds(w.accounts[2]); got[term.NoticeKindFormExpected] != 1 {
		t.Errorf("the head gets %v", got)
	}
}

// What the entries of a batch need is read together: two forms cost as much as forty.
func TestNoticesOfManyFormsCostAsManyStatementsAsThoseOfAFew(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := newTown(t, db)
		e := w.East
		many := func(n int) (submitted, daily int) {
			t.Helper()
			for i := range n {
				f := w.form(t, e.Department, term.FormKindPersonal, func(c *ent.FormCreate) { c.SetSubjectID(db.Now().UnixNano() + int64(i)).SetDueOn(db.Today()) })
				if i%2 == 0 {
					w.did(t, f, term.AuditActionSubmitForm, func(u *ent.FormUpdateOne) {
						u.SetState(term.FormStateLeaderReview).SetAddresseeID(e.People[1].ID).SetPreparedByPersons([]int64{e.People[2].ID})
					})
				}
			}
			testkit.Must(audit.Sequence(context.Background(), db.Store))(t)
			db.Statements.Reset()
			w.follow(t)
			submitted = db.Statements.Inside()
			db.Clock.Forward(24 * time.Hour)
			db.Statements.Reset()
			w.day(t)
			return submitted, db.Statements.Inside()
		}
		submitted, daily := many(2)
		if s, d := many(40); s > submitted || d > daily {
			t.Errorf("the entries of 40 forms cost %d statements and a day %d, those of two %d and %d", s, d, submitted, daily)
		} else {
			t.Logf("entries: %d, a day: %d statements", s, d)
		}
	})
}
