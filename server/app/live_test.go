package app_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/account"
	"sineng/server/app"
	"sineng/server/app/apptest"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/live"
	"sineng/server/notice"
	"sineng/server/store"
	"sineng/server/testkit"
	"sineng/server/todo"
)

// process is a server process on a database.
type process struct {
	*app.App
	t *testing.T
}

// another is a second process on the database.
func another(t *testing.T, db *testkit.DB) *process {
	t.Helper()
	key := testkit.Must(tlog.SealKey(db.LogDir))(t)
	s := testkit.Must(store.Open(t.Context(), db.URL, store.WithClock(db.Clock.Now), store.WithSeal(key)))(t)
	t.Cleanup(func() { _ = s.Close() })
	accounts := testkit.Must(account.New(s, testkit.CheapHash, account.WithKey(testkit.TestKey)))(t)
	return &process{apptest.New(t, db, func(o *app.Options) { o.Store, o.Accounts = s, accounts }), t}
}

// listener is a subscriber of a test.
type listener struct {
	t      *testing.T
	events <-chan *live.Event
	end    context.CancelFunc
	last   string
}

func (p *process) listen(who context.Context, after string) *listener {
	p.t.Helper()
	ctx, end := context.WithCancel(who)
	p.t.Cleanup(end)
	events := testkit.Must(p.Live.Subscribe(ctx, live.Ask{After: after, Language: "zh", Notices: true, ToDo: true}))(p.t)
	return &listener{p.t, events, end, after}
}

// hear is the next event.
func (l *listener) hear() *live.Event {
	l.t.Helper()
	select {
	case e := <-l.events:
		if e == nil {
			l.t.Fatal("the subscription has ended")
		}
		l.last = e.ID
		return e
	case <-time.After(20 * time.Second):
		l.t.Fatal("nothing was told for 20 s")
		return nil
	}
}

// leave ends the subscription and waits until it is over.
func (l *listener) leave() {
	l.end()
	for range l.events {
	}
}

// said is an event as one line.
func said(e *live.Event) string {
	var out []string
	if e.Anew {
		out = append(out, "anew")
	}
	if e.UnreadNotices != nil {
		out = append(out, fmt.Sprint("unread ", *e.UnreadNotices, "/", len(e.Notices)))
	}
	for _, s := range e.ToDo {
		if s.Count > 0 {
			out = append(out, fmt.Sprint(s.Kind, " ", s.Count))
		}
	}
	for _, c := range e.Changed {
		out = append(out, fmt.Sprint(c.Kind, " changed ", len(c.IDs)))
		if c.More {
			out = append(out, "and more")
		}
	}
	return strings.Join(out, ", ")
}

// asked asks somebody for checks of a department, in one entry of the log.
func (w *town) asked(t *testing.T, person int64, department *ent.Unit, n int) (ids []int64) {
	t.Helper()
	now, today := w.db.Now(), w.db.Today()
	err := store.WithTx(testkit.System(), w.db.Store, func(ctx context.Context, tx *ent.Tx) error {
		ids = nil
		for range n {
			c, err := tx.SupervisionCheck.Create().SetKind(term.CheckKindRisks).SetGrade(term.GradeA).SetTier(term.RolePrincipalLeader).SetPersonID(person).
				SetFromDay(today).SetDueOn(today.AddDate(0, 0, 9)).SetState(term.CheckStateDue).SetBureauID(department.ID).SetUnitID(department.ID).SetLevels(department.Levels()).
				SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
			if err != nil {
				return err
			}
			ids = append(ids, c.ID)
		}
		return audit.Append(ctx, w.db.Store, audit.Event{Action: term.AuditActionPlanChecks, At: department.Levels()})
	})
	if err != nil {
		t.Fatal(err)
	}
	return ids
}

// notify gives an account a notice.
func (w *town) notify(t *testing.T, key string, accounts ...int64) {
	t.Helper()
	if err := w.notices.Write(t.Context(), func(_ context.Context, b *notice.Batch) error {
		b.Notify(accounts, notice.Notice{Kind: term.NoticeKindJobEnded, Object: 0, Key: key, Words: map[string]string{"job": "EXPORT_CAMPAIGN", "jobState": "DONE"}})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

// look has what was done told by processes.
func (w *town) look(t *testing.T, processes ...*process) {
	t.Helper()
	w.db.Sequence(t)
	for _, p := range processes {
		if err := p.Live.Look(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

func expect(t *testing.T, what string, e *live.Event, want string) {
	t.Helper()
	if got := said(e); got != want {
		t.Errorf("%s: told %q, want %q", what, got, want)
	}
}

func TestEveryProcessTellsItsSubscribersWhatIsTheirs(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := newTown(t, db)
		one, two := &process{w.app, t}, another(t, db)
		p := w.East.People[0]
		leader := as(w.accounts[0], term.RolePrincipalLeader, w.East.Unit, p)
		stranger := as(w.inspect, term.RolePrincipalLeader, w.West.Unit, w.West.People[0])
		a, b, c := one.listen(leader, ""), two.listen(leader, ""), two.listen(stranger, "")
		for _, l := range []*listener{a, b, c} {
			expect(t, "the first event", l.hear(), "anew, unread 0/0")
		}
		ids := w.asked(t, p.ID, w.East.Department, 2)
		w.look(t, one, two)
		for _, l := range []*listener{a, b} {
			e := l.hear()
			expect(t, "a check", e, "CHECK 2, CHECK changed 2")
			if !slices.Equal(e.Changed[0].IDs, ids) || len(e.ToDo) != 1 || len(e.ToDo[0].Items) != 2 || e.ToDo[0].Items[0].Unit == "" {
				t.Errorf("told %+v", e.Changed[0])
			}
		}
		if a.last != b.last || a.last == "" {
			t.Errorf("the processes give the positions %q and %q", a.last, b.last)
		}
		w.notify(t, "n1", w.accounts[0].ID)
		w.look(t, one, two)
		for _, l := range []*listener{a, b} {
			expect(t, "a notice", l.hear(), "unread 1/1")
		}
		testkit.Must(w.app.Notices.MarkRead(leader, nil))(t)
		expect(t, "a notice that was read", a.hear(), "unread 0/0")
		// The stranger was told nothing of all this: the first is their own.
		w.asked(t, w.West.People[0].ID, w.West.Department, 1)
		w.look(t, one, two)
		expect(t, "the stranger's check", c.hear(), "CHECK 1, CHECK changed 1")
	})
}

func TestNothingIsLostOrRepeatedWhereSubscribersComeAndGo(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := newTown(t, db)
		processes := []*process{{w.app, t}, another(t, db)}
		p := w.East.People[0]
		leader := as(w.accounts[0], term.RolePrincipalLeader, w.East.Unit, p)
		r := rand.New(rand.NewPCG(7, 15))
		l := processes[0].listen(leader, "")
		l.hear()
		var asked, told []int64
		unread, notices := 0, 0
		hear := func() {
			e := l.hear()
			if e.Anew {
				t.Fatalf("what was missed is not known at %q", l.last)
			}
			for _, c := range e.Changed {
				told = append(told, c.IDs...)
			}
			if e.UnreadNotices != nil {
				if *e.UnreadNotices == unread {
					t.Errorf("%d unread notices are told twice", unread)
				}
				unread = *e.UnreadNotices
			}
		}
		for step := range 60 {
			switch r.IntN(5) {
			case 0, 1:
				asked = append(asked, w.asked(t, p.ID, w.East.Department, 1+r.IntN(3))...)
			case 2:
				notices++
				w.notify(t, fmt.Sprint("n", step), w.accounts[0].ID)
			case 3:
				w.asked(t, w.West.People[0].ID, w.West.Department, 1)
			case 4:
				l.leave()
				if r.IntN(2) == 0 {
					w.look(t, processes...)
				}
				l = processes[r.IntN(2)].listen(leader, l.last)
			}
			if r.IntN(2) == 0 {
				w.look(t, processes[r.IntN(2)])
			}
		}
		w.look(t, processes...)
		for len(told) < len(asked) || unread < notices {
			hear()
		}
		if slices.Sort(told); !slices.Equal(told, asked) {
			t.Errorf("of %d checks %d were told", len(asked), len(told))
		}
		// Who has heard all is told nothing when they come again, but what comes then.
		l.leave()
		l = processes[1].listen(leader, l.last)
		w.look(t, processes...)
		w.notify(t, "last", w.accounts[0].ID)
		w.look(t, processes...)
		expect(t, "what comes after all was heard", l.hear(), fmt.Sprintf("unread %d/5", notices+1))
	})
}

func TestAPositionThatIsNoneMeansToReadAllAnew(t *testing.T) {
	db := testkit.SQLite(t)
	w := newTown(t, db)
	one := &process{w.app, t}
	leader := as(w.accounts[0], term.RolePrincipalLeader, w.East.Unit, w.East.People[0])
	l := one.listen(leader, "")
	l.hear()
	good := l.last
	parts := strings.Split(good, "-")
	change := func(n int, text string) string {
		out := slices.Clone(parts)
		out[n] = text
		return strings.Join(out, "-")
	}
	for what, after := range map[string]string{
		"no position": "abc", "a long text": strings.Repeat("x-", 5000), "a place beyond the end": change(0, "zzzz"), "a place before the beginning": change(0, "-1"),
		"another history": change(1, "00000000"), "another account": change(2, "s1"), "no hash": change(4, "x"), "a number too large": change(3, strings.Repeat("f", 40)),
	} {
		if e := one.listen(leader, after).hear(); !e.Anew || e.UnreadNotices == nil || e.ID != good {
			t.Errorf("%s is answered %q at %q", what, said(e), e.ID)
		}
	}
	// Too far back.
	at := db.Client.AuditEntry.Query().Order(ent.Desc("id")).FirstX(testkit.System())
	for n := 0; n < 5001; {
		var rows []*ent.AuditEntryCreate
		for range 500 {
			n++
			rows = append(rows, db.Raw.Client.AuditEntry.Create().SetID(at.ID+int64(n)).SetBody("{}").SetLeafHash(at.LeafHash).SetAt(at.At).SetAction(term.AuditActionPlanChecks))
		}
		db.Raw.Client.AuditEntry.CreateBulk(rows...).ExecX(testkit.System())
	}
	if err := w.app.Live.Look(t.Context()); err != nil {
		t.Fatal(err)
	}
	if e := l.hear(); !e.Anew {
		t.Errorf("a subscriber that is far behind is told %q", said(e))
	}
	if e := one.listen(leader, good).hear(); !e.Anew || e.ID == good {
		t.Errorf("a position far back is answered %q", said(e))
	}
}

func TestWhoDoesNotListenHoldsUpNobody(t *testing.T) {
	db := testkit.SQLite(t)
	w := newTown(t, db)
	one := &process{w.app, t}
	p := w.East.People[0]
	leader := as(w.accounts[0], term.RolePrincipalLeader, w.East.Unit, p)
	slow, quick := one.listen(leader, ""), one.listen(leader, "")
	quick.hear()
	told := 0
	for range 60 {
		w.asked(t, p.ID, w.East.Department, 5)
		w.look(t, one)
		for heard := 0; heard < 5; {
			e := quick.hear()
			heard += len(e.Changed[0].IDs)
		}
	}
	expect(t, "the first event", slow.hear(), "anew, unread 0/0")
	for told < 100 {
		e := slow.hear()
		if len(e.Changed) == 0 {
			continue
		}
		told += len(e.Changed[0].IDs)
		if n := len(e.Changed[0].IDs); n > 100 || n == 100 && !e.Changed[0].More {
			t.Errorf("one event names %d", n)
		}
		if s := e.ToDo[0]; s.Count != todo.Most || !s.More {
			t.Errorf("the to-do is told as %d", s.Count)
		}
	}
}

func TestLookingTakesOneStatementHoweverManyListen(t *testing.T) {
	db := testkit.SQLite(t)
	w := newTown(t, db)
	one := &process{w.app, t}
	count := func() int {
		db.Statements.Reset()
		if err := w.app.Live.Look(t.Context()); err != nil {
			t.Fatal(err)
		}
		return len(db.Statements.Seen())
	}
	if n := count(); n != 0 {
		t.Errorf("%d statements where nobody listens", n)
	}
	leader := as(w.accounts[0], term.RolePrincipalLeader, w.East.Unit, w.East.People[0])
	var all []*listener
	for range 40 {
		all = append(all, one.listen(leader, ""))
		all[len(all)-1].hear()
	}
	for range 3 {
		if n := count(); n != 1 {
			t.Errorf("%d statements for 40 who listen: %q", n, db.Statements.Seen())
		}
	}
	// What concerns none of them costs them nothing.
	w.asked(t, w.West.People[0].ID, w.West.Department, 1)
	db.Sequence(t)
	if n := count(); n > 6 {
		t.Errorf("%d statements for what concerns nobody: %q", n, db.Statements.Seen())
	}
	for _, l := range all {
		l.leave()
	}
	if n := w.app.Live.Subscribers(); n != 0 {
		t.Errorf("%d are still subscribed", n)
	}
}

func TestRightsAreThoseOfTheMoment(t *testing.T) {
	db := testkit.SQLite(t)
	w := newTown(t, db)
	p := w.East.People[0]
	leader := as(w.accounts[0], term.RolePrincipalLeader, w.East.Unit, p)
	ctx, end := context.WithCancel(leader)
	defer end()
	may := true
	events := testkit.Must(w.app.Live.Subscribe(ctx, live.Ask{Language: "zh", ToDo: true, Renew: func(ctx context.Context) (context.Context, bool, error) { return ctx, may, nil }}))(t)
	<-events
	may = false
	w.asked(t, p.ID, w.East.Department, 1)
	w.look(t, &process{w.app, t})
	end()
	if e, more := <-events; more {
		t.Errorf("who may not ask any more is told %q", said(e))
	}
}

// What is due depends on the day, of which the log tells nothing.
func TestANewDayIsTold(t *testing.T) {
	db := testkit.SQLite(t)
	w := newTown(t, db)
	one := &process{w.app, t}
	head := as(w.accounts[2], term.RoleDeptHead, w.East.Department, w.East.People[2])
	w.form(t, w.East.Department, term.FormKindRisks, func(c *ent.FormCreate) { c.SetDueOn(db.Today()) })
	l := one.listen(head, "")
	expect(t, "the first event", l.hear(), "anew, unread 0/0, FILL 1, DUE_SOON 1")
	db.Clock.Forward(24 * time.Hour)
	w.look(t, one)
	expect(t, "the day after", l.hear(), "OVERDUE 1")
}
