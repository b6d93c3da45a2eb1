package httpd_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/graph"
	"sineng/server/account"
	"sineng/server/live"
	"sineng/server/notice"
	"sineng/server/testkit"
	"sineng/server/todo"
)

// ear is the page of somebody who looks at what waits for them, all the time. As a page it subscribes again,
// from where it was, when its rights have changed.
type ear struct {
	*walker
	session, rights, last string
	opened                string // the session of its stream
	events                <-chan *live.Event
	end                   context.CancelFunc
	who                   *account.SignedIn
	shown                 map[todo.Kind]string
}

// ears are all people of a walk, listening.
type ears struct {
	*walk
	all      []*ear
	compared int
	told     int
	notices  int
}

func newEars(w *walk) *ears {
	e := &ears{walk: w}
	for _, p := range w.people {
		e.all = append(e.all, &ear{walker: p, shown: map[todo.Kind]string{}})
	}
	return e
}

// open opens the stream of a page where it has none that its rights still allow.
func (e *ears) open(one *ear) {
	ctx := testkit.System()
	now := testkit.Must(e.db.Accounts.Peek(ctx, one.session))(e.t)
	if now == nil || now.Confined() != account.Free {
		token, err := e.db.Accounts.SignIn(ctx, one.login, one.password)
		if err != nil {
			e.close(one)
			return
		}
		one.session, now = token, testkit.Must(e.db.Accounts.Peek(ctx, token))(e.t)
	}
	if now == nil || now.Confined() != account.Free {
		e.close(one)
		return
	}
	one.who = now
	rights := fmt.Sprint(now.Viewer.Grants)
	if one.end != nil && rights == one.rights && one.opened == one.session {
		return
	}
	e.close(one)
	one.rights, one.opened = rights, one.session
	session := one.session
	stream, end := context.WithCancel(graph.WithSignedIn(e.t.Context(), now))
	one.end = end
	one.events = testkit.Must(e.app.Live.Subscribe(stream, live.Ask{After: one.last, Language: "zh", Notices: true, ToDo: true,
		Renew: func(ctx context.Context) (context.Context, bool, error) {
			now, err := e.db.Accounts.Peek(ctx, session)
			if err != nil || now == nil {
				return ctx, false, err
			}
			return graph.WithSignedIn(ctx, now), true, nil
		}}))(e.t)
}

func (e *ears) close(one *ear) {
	if one.end != nil {
		one.end()
		for range one.events {
		}
		one.end = nil
	}
}

// hear has everybody hear of what was done, and compares what their pages show with what a query answers.
func (e *ears) hear(what string) {
	for _, one := range e.all {
		e.open(one)
	}
	e.look()
	// What a page hears of the first notice may have been read just before the rest was known, of the second not.
	e.notify(what)
	e.notify(what)
	for _, one := range e.all {
		if one.end == nil {
			continue
		}
		ctx := e.as(one)
		want := map[todo.Kind]string{}
		for _, s := range testkit.Must(e.app.ToDos.ToDo(ctx))(e.t) {
			if s.Count > 0 {
				want[s.Kind] = shownOf(s)
			}
		}
		e.compared++
		for _, kind := range todo.Kinds {
			if one.shown[kind] != want[kind] {
				e.t.Errorf("step %d: after %s the page of %s shows %s %s, a query answers %s", e.n, what, one.login, kind, one.shown[kind], want[kind])
				one.shown[kind] = want[kind]
			}
		}
	}
}

// notify gives all a notice and waits until their pages show it.
func (e *ears) notify(what string) {
	e.notices++
	if err := e.app.Notices.Write(e.t.Context(), func(_ context.Context, b *notice.Batch) error {
		for _, one := range e.all {
			b.Notify([]int64{one.account}, notice.Notice{Kind: term.NoticeKindJobEnded, Key: fmt.Sprint("walk", e.notices), Words: map[string]string{"job": "EXPORT_CAMPAIGN", "jobState": "DONE"}})
		}
		return nil
	}); err != nil {
		e.t.Fatal(err)
	}
	e.look()
	for _, one := range e.all {
		if one.end == nil {
			continue
		}
		unread := testkit.Must(e.app.Notices.Unread(e.as(one)))(e.t)
		for heard := -1; heard != unread; {
			select {
			case event := <-one.events:
				heard = e.shows(one, event, heard)
			case <-time.After(30 * time.Second):
				e.t.Fatalf("after %s %s is told of %d unread notices, not of %d", what, one.login, heard, unread)
			}
		}
	}
}

// as is somebody with the rights of the moment.
func (e *ears) as(one *ear) context.Context {
	return graph.WithSignedIn(e.t.Context(), testkit.Must(e.db.Accounts.Peek(e.t.Context(), one.session))(e.t))
}

func (e *ears) look() {
	e.db.Sequence(e.t)
	if err := e.app.Live.Look(e.t.Context()); err != nil {
		e.t.Fatal(err)
	}
}

// shows puts an event on a page, and returns how many notices it shows as unread.
func (e *ears) shows(one *ear, event *live.Event, unread int) int {
	one.last = event.ID
	if event.Anew {
		clear(one.shown)
	}
	for _, s := range event.ToDo {
		e.told++
		if delete(one.shown, s.Kind); s.Count > 0 {
			one.shown[s.Kind] = shownOf(s)
		}
	}
	if event.UnreadNotices != nil {
		unread = *event.UnreadNotices
	}
	return unread
}

// shownOf is what a page shows of a section, without what units and people are called: whoever was told keeps their old
// names until they look again.
func shownOf(s *todo.Section) string {
	out := fmt.Sprint(s.Count, s.More)
	for _, i := range s.Items {
		title := i.Title
		if i.TitleIn != nil {
			title = i.TitleIn("zh")
		}
		out += fmt.Sprint(" ", i.ID, i.Path, title, i.UnitID, i.PersonID)
	}
	return out
}

// Whatever is done by whomever, what a page shows that was told of changes alone is what a query answers.
func TestAPageThatIsToldOfChangesShowsWhatAQueryAnswers(t *testing.T) {
	w := newWalk(t, *walkSeed+2)
	e := newEars(w)
	w.after = func(document string) {
		if w.rand.IntN(6) == 0 {
			w.runBehind()
		}
		e.hear(document)
	}
	w.run(700)
	if t.Logf("%d comparisons after %d changes, %d sections told", e.compared, w.done(), e.told); e.compared < 500 || e.told < 100 {
		t.Errorf("only %d comparisons, %d sections told", e.compared, e.told)
	}
	for _, one := range e.all {
		e.close(one)
	}
}

// runBehind does what servers do in the background.
func (w *walk) runBehind() {
	ctx := testkit.System()
	w.db.Sequence(w.t)
	for _, pass := range []func(context.Context) error{w.app.SupervisionChecks.Follow, w.app.Warnings.Follow, w.app.Notices.Follow} {
		if err := pass(ctx); err != nil {
			w.t.Fatal(err)
		}
	}
	testkit.Fire(w.t, w.db, append(w.app.SupervisionChecks.Timers(), w.app.Warnings.Timers()...)...)
	w.db.Sequence(w.t)
}
