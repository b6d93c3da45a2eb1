package httpd_test

import (
	"reflect"
	"testing"

	"sineng/server/account"
	"sineng/server/audit/tlog"
	"sineng/server/store"
	"sineng/server/testkit"
)

// others are another server on the walk's database, which remembers the rights that it worked out, as
// every server does.
type others struct {
	t        *testing.T
	db       *testkit.DB
	accounts *account.Service
	compared int
	differed bool
}

func newOthers(t *testing.T, db *testkit.DB) *others {
	t.Helper()
	s := testkit.Must(store.Open(t.Context(), db.URL, store.WithClock(db.Clock.Now), store.WithSeal(testkit.Must(tlog.SealKey(db.LogDir))(t))))(t)
	t.Cleanup(func() { _ = s.Close() })
	return &others{t: t, db: db, accounts: testkit.Must(account.New(s, testkit.CheapHash))(t)}
}

// compare asks the other server who somebody is, and a server that was just started.
func (o *others) compare(what, session string) {
	fresh := testkit.Must(account.New(o.db.Store, testkit.CheapHash))(o.t)
	got, err := o.accounts.Peek(o.t.Context(), session)
	want, wrong := fresh.Peek(o.t.Context(), session)
	if err != nil || wrong != nil {
		o.t.Fatalf("%v, %v", err, wrong)
	}
	if o.compared++; !o.differed && !reflect.DeepEqual(got, want) {
		o.differed = true
		o.t.Errorf("after %s another server has %+v, worked out anew it is %+v", what, got, want)
	}
}

// Whatever is done through one server, another knows at once what everybody may do then.
func TestAnotherServerKnowsAtOnceWhatEverybodyMay(t *testing.T) {
	w := newWalk(t, 7)
	o := newOthers(t, w.db)
	w.after = func(document string) {
		for _, p := range w.people {
			o.compare(document, p.session)
		}
	}
	w.run(500)
	if t.Logf("%d comparisons after %d changes", o.compared, w.done()); o.compared < 500 {
		t.Errorf("only %d comparisons", o.compared)
	}
}
