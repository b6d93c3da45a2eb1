package httpd_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	entaccount "sineng/ent/account"
	"sineng/ent/term"
	"sineng/server/account"
	"sineng/server/app"
	"sineng/server/app/apptest"
	"sineng/server/httpd"
	"sineng/server/notice"
	"sineng/server/testkit"
)

// liveServer is a server with somebody signed in who gets notices.
type liveServer struct {
	t       *testing.T
	db      *testkit.DB
	app     *app.App
	server  *httptest.Server
	handler *httpd.Server
	c       *client
	account int64
}

func newLiveServer(t *testing.T, db *testkit.DB) *liveServer {
	t.Helper()
	s := &liveServer{t: t, db: db, app: apptest.New(t, db)}
	s.server = serve(t, db, func(o *httpd.Options) { o.Services = s.app.Services })
	s.handler = s.server.Config.Handler.(*httpd.Server)
	s.c = signIn(t, db, s.server, "admin", nil)
	s.account = db.Client.Account.Query().Where(entaccount.LoginName("admin")).OnlyX(testkit.System()).ID
	testkit.Must(db.Accounts.Grant(testkit.System(), s.account, term.RoleSystemAdmin, nil, db.Today(), nil, "试点"))(t)
	s.c.signIn("admin")
	return s
}

// line is an event of a stream as it is written.
type line struct{ id, data string }

// live subscribes; header names the last event by Last-Event-ID where it is not empty.
func (s *liveServer) live(document, header string) <-chan line {
	s.t.Helper()
	ctx, end := context.WithCancel(s.t.Context())
	s.t.Cleanup(end)
	body := testkit.Must(json.Marshal(vars{"query": document}))(s.t)
	req := testkit.Must(http.NewRequestWithContext(ctx, http.MethodPost, s.c.server+"/graphql", bytes.NewReader(body)))(s.t)
	req.Header = http.Header{"Content-Type": {"application/json"}, "Accept": {"text/event-stream"}}
	if header != "" {
		req.Header.Set("Last-Event-ID", header)
	}
	res := testkit.Must(s.c.http.Do(req))(s.t)
	if kind := res.Header.Get("Content-Type"); !strings.HasPrefix(kind, "text/event-stream") || res.Header.Get("Content-Encoding") != "" {
		s.t.Fatalf("answered %d %s", res.StatusCode, kind)
	}
	out := make(chan line, 100)
	go func() {
		defer close(out)
		defer func() { _ = res.Body.Close() }()
		var l line
		for lines := bufio.NewScanner(res.Body); lines.Scan(); {
			name, value, _ := strings.Cut(lines.Text(), ": ")
			switch {
			case name == "id":
				l.id = value
			case name == "data":
				l.data = value
			case lines.Text() == "" && l.data != "":
				out <- l
				l = line{}
			}
		}
	}()
	return out
}

func (s *liveServer) next(lines <-chan line) line {
	s.t.Helper()
	select {
	case l := <-lines:
		return l
	case <-time.After(20 * time.Second):
		s.t.Fatal("nothing came for 20 s")
		return line{}
	}
}

func (s *liveServer) notify(key string) {
	s.t.Helper()
	if err := s.app.Notices.Write(s.t.Context(), func(_ context.Context, b *notice.Batch) error {
		b.Notify([]int64{s.account}, notice.Notice{Kind: term.NoticeKindJobEnded, Key: key, Words: map[string]string{"job": "EXPORT_CAMPAIGN", "jobState": "DONE"}})
		return nil
	}); err != nil {
		s.t.Fatal(err)
	}
	s.db.Sequence(s.t)
	if err := s.app.Live.Look(s.t.Context()); err != nil {
		s.t.Fatal(err)
	}
}

func TestEventsBearPositionsFromWhichAStreamGoesOn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		s := newLiveServer(t, db)
		const whole = `subscription{live{id anew unreadNotices notices{text} toDo{kind count items{path}} changed{kind ids more}}}`
		stream := s.live(whole, "")
		first := s.next(stream)
		if first.id == "" || !strings.Contains(first.data, `"id":"`+first.id+`"`) || !strings.Contains(first.data, `"anew":true,"unreadNotices":0,"notices":[]`) {
			t.Fatalf("the first event is %+v", first)
		}
		s.notify("one")
		second := s.next(stream)
		if second.id == first.id || !strings.Contains(second.data, `"anew":false,"unreadNotices":1,"notices":[{"text":"`) {
			t.Errorf("the second event is %+v", second)
		}
		// The position is written whatever is selected, under whatever name; what comes since is told once.
		s.notify("two")
		again := s.live(`subscription{news:live{unreadNotices}}`, second.id)
		third := s.next(again)
		if third.id == "" || !strings.Contains(third.data, `{"data":{"news":{"unreadNotices":2}}`) {
			t.Errorf("the third event is %+v", third)
		}
		for what, subscribe := range map[string]func() <-chan line{
			"the header": func() <-chan line { return s.live(`subscription{live{anew unreadNotices}}`, third.id) },
			"the argument": func() <-chan line {
				return s.live(fmt.Sprintf(`subscription{live(after:%q){anew unreadNotices}}`, third.id), "nonsense")
			},
		} {
			stream := subscribe()
			s.notify(what)
			if l := s.next(stream); !strings.Contains(l.data, `"anew":false,"unreadNotices":3`) && !strings.Contains(l.data, `"anew":false,"unreadNotices":4`) {
				t.Errorf("by %s it went on with %+v", what, l)
			}
		}
		if l := s.next(s.live(`subscription{live{anew}}`, strings.Repeat("9", 5000))); !strings.Contains(l.data, `"anew":true`) {
			t.Errorf("a long header is answered %+v", l)
		}
	})
}

// As of every stream, see TestFault20SubscriptionAfterTheRightIsGone; this one stays open while nothing happens.
func TestWhatIsToldLiveEndsWithTheRightToIt(t *testing.T) {
	for what, c := range map[string]struct {
		take func(s *liveServer)
		want string
	}{
		"signed out": {func(s *liveServer) { s.c.must("mutation{signOut{signedOut}}", nil) }, "UNAUTHENTICATED"},
		"disabled": {func(s *liveServer) {
			s.db.Raw.Client.Account.UpdateOneID(s.account).SetDisabled(true).ExecX(testkit.System())
		}, "UNAUTHENTICATED"},
		"expired":    {func(s *liveServer) { s.db.Clock.Forward(account.AbsoluteTimeout + time.Minute) }, "UNAUTHENTICATED"},
		"right lost": {func(s *liveServer) { s.db.Raw.Client.RoleAppointment.Delete().ExecX(testkit.System()) }, "FORBIDDEN"},
		"password reset": {func(s *liveServer) {
			s.db.Raw.Client.Account.UpdateOneID(s.account).SetMustChangePassword(true).ExecX(testkit.System())
		}, "FORBIDDEN"},
		"server stopping": {func(s *liveServer) { s.handler.EndStreams() }, "UNAVAILABLE"},
	} {
		t.Run(what, func(t *testing.T) {
			s := newLiveServer(t, testkit.SQLite(t))
			stream := s.live(`subscription{live{unreadNotices}}`, "")
			s.next(stream)
			c.take(s)
			if c.want == "UNAUTHENTICATED" {
				s.notify("after") // what comes now is not for them
			}
			if l := s.next(stream); !strings.Contains(l.data, `"`+c.want+`"`) || strings.Contains(l.data, `"unreadNotices":1`) {
				t.Errorf("told %+v", l)
			}
			if l, more := <-stream; more {
				t.Errorf("after its end it told %+v", l)
			}
		})
	}
}
