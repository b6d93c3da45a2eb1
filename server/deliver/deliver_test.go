package deliver_test

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"sineng/ent/noticedelivery"
	"sineng/ent/term"
	"sineng/server/deliver"
	"sineng/server/testkit"
)

// receiver is a webhook's end that answers with a status.
type receiver struct {
	mu     sync.Mutex
	status int
	bodies [][]byte
	heads  []http.Header
}

func (r *receiver) ServeHTTP(w http.ResponseWriter, q *http.Request) {
	body, _ := io.ReadAll(q.Body)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.bodies, r.heads = append(r.bodies, body), append(r.heads, q.Header)
	if r.status/100 == 3 {
		w.Header().Set("Location", "/elsewhere")
	}
	w.WriteHeader(r.status)
}

func (w *town) deliver(t *testing.T) int {
	t.Helper()
	n, err := w.service.Deliver(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAWebhookIsSignedRepeatedAndGivenUp(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		to := &receiver{status: http.StatusInternalServerError}
		server := httptest.NewServer(to)
		defer server.Close()
		w := newTown(t, db, deliver.Options{PrivateTargets: true, Base: "https://sineng.example"})
		head := as(w.head)
		set := testkit.Must(w.service.SetSettings(head, deliver.SetSettings{Webhook: true, WebhookURL: server.URL, DigestHour: 8}))(t)
		if set.WebhookSecret == nil {
			t.Fatal("no secret is given out")
		}
		row := db.Client.NoticeSetting.Query().OnlyX(testkit.System())
		if strings.Contains(row.WebhookSecret, *set.WebhookSecret) {
			t.Error("the secret stands in the database as it is")
		}
		w.expect(t, w.head, term.FormKindRisks)
		pauses := []time.Duration{}
		for attempt := 1; attempt <= deliver.MostAttempts; attempt++ {
			if n := w.deliver(t); n != 1 {
				t.Fatalf("attempt %d: %d deliveries", attempt, n)
			}
			if n := w.deliver(t); n != 0 {
				t.Fatalf("attempt %d was repeated at once", attempt)
			}
			pauses = append(pauses, deliver.Pause(attempt, 0.5))
			db.Clock.Forward(deliver.Pause(attempt, 0.5) + time.Second)
		}
		d := db.Client.NoticeDelivery.Query().OnlyX(testkit.System())
		if d.State != term.DeliveryStateFailed || d.Failure != "STATUS_500" || d.Attempts != deliver.MostAttempts {
			t.Errorf("the delivery ends as %+v", d)
		}
		if pauses[1] != 2*pauses[0] || pauses[2] != 2*pauses[1] {
			t.Errorf("the pauses are %v", pauses)
		}
		// As a receiver works it out, who has none of this program.
		mac := hmac.New(sha256.New, []byte(*set.WebhookSecret))
		mac.Write(to.bodies[0])
		if got, want := to.heads[0].Get("Sineng-Signature"), "sha256="+hex.EncodeToString(mac.Sum(nil)); got != want {
			t.Errorf("the signature is %q, want %q", got, want)
		}
		for i, body := range to.bodies {
			if !bytes.Equal(body, to.bodies[0]) {
				t.Errorf("call %d says something else than the first: %s", i, body)
			}
		}
		var body struct {
			Kind    string
			Notices []struct{ URL string }
		}
		if err := json.Unmarshal(to.bodies[0], &body); err != nil || body.Kind != "NOTICE" || !strings.HasPrefix(body.Notices[0].URL, "https://sineng.example/forms/s") {
			t.Errorf("the body is %s, %v", to.bodies[0], err)
		}
		to.status = http.StatusFound
		if _, err := w.service.SendTest(head); err != nil {
			t.Fatal(err)
		}
		if _, err := w.service.SendTest(head); err == nil {
			t.Error("a second test within a minute is let through")
		}
		w.deliver(t)
		redirected := db.Client.NoticeDelivery.Query().Where(noticedelivery.Failure("REDIRECT")).CountX(testkit.System())
		if redirected != 1 || len(to.bodies) != deliver.MostAttempts+1 {
			t.Errorf("a redirect: %d failures, %d calls", redirected, len(to.bodies))
		}
	})
}

func TestWebhooksDoNotReachTheOwnNetwork(t *testing.T) {
	db := testkit.SQLite(t)
	to := &receiver{status: http.StatusOK}
	server := httptest.NewTLSServer(to)
	defer server.Close()
	w := newTown(t, db, deliver.Options{})
	head := as(w.head)
	for _, address := range []string{"http://example.org/", "https://127.0.0.1/", "https://10.1.2.3/x", "https://[::1]/", "https://169.254.169.254/latest", "https://100.64.0.1/",
		"https://[::ffff:192.168.0.1]/", "https://user:x@example.org/", "ftp://example.org", "https://[64:ff9b::7f00:1]/", "https://0.0.0.0/", "not an address"} {
		if _, err := w.service.SetSettings(head, deliver.SetSettings{Webhook: true, WebhookURL: address}); err == nil {
			t.Errorf("%s is taken", address)
		}
	}
	// A name that means this machine is found out when it is dialled.
	address := strings.Replace(server.URL, "127.0.0.1", "localhost", 1)
	if _, err := w.service.SetSettings(head, deliver.SetSettings{Webhook: true, WebhookURL: address}); err != nil {
		t.Fatal(err)
	}
	w.expect(t, w.head, term.FormKindRisks)
	w.deliver(t)
	d := db.Client.NoticeDelivery.Query().OnlyX(testkit.System())
	if d.Failure != "REFUSED_ADDRESS" || len(to.bodies) != 0 {
		t.Errorf("the delivery is %+v, %d calls arrived", d, len(to.bodies))
	}
}

func TestASilentWebhookHoldsUpNobodyElse(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		to := &receiver{status: http.StatusOK}
		server := httptest.NewServer(to)
		defer server.Close()
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		calls := make(chan struct{}, 100)
		go func() { // hangs up without an answer
			for {
				conn, err := listener.Accept()
				if err != nil {
					return
				}
				calls <- struct{}{}
				_ = conn.Close()
			}
		}()
		defer func() { _ = listener.Close() }()
		w := newTown(t, db, deliver.Options{PrivateTargets: true})
		head := as(w.head)
		leader := as(w.leader)
		testkit.Must(w.service.SetSettings(head, deliver.SetSettings{Webhook: true, WebhookURL: "http://" + listener.Addr().String()}))(t)
		testkit.Must(w.service.SetSettings(leader, deliver.SetSettings{Webhook: true, WebhookURL: server.URL}))(t)
		for _, kind := range []term.FormKind{term.FormKindPowers, term.FormKindRisks, term.FormKindMeasures} {
			w.expect(t, w.head, kind)
		}
		w.expect(t, w.leader, term.FormKindRisks)
		for attempt := 1; attempt <= deliver.MostAttempts; attempt++ {
			w.deliver(t)
			if len(calls) != attempt || len(to.bodies) != 1 {
				t.Fatalf("pass %d: the silent address was called %d times, the other got %d", attempt, len(calls), len(to.bodies))
			}
			db.Clock.Forward(deliver.Pause(attempt, 0.5) + time.Second)
		}
		failed := db.Client.NoticeDelivery.Query().Where(noticedelivery.StateEQ(term.DeliveryStateFailed), noticedelivery.Failure("NO_ANSWER")).CountX(testkit.System())
		if failed != 3 {
			t.Errorf("%d deliveries were given up", failed)
		}
	})
}

func TestADigestGathersADayInOneMail(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		type mail struct{ to, subject, text string }
		var mails []mail
		w := newTown(t, db, deliver.Options{Mail: func(_ context.Context, _, to, subject, text string) error {
			mails = append(mails, mail{to, subject, text})
			return nil
		}})
		head := as(w.head)
		testkit.Must(w.service.SetSettings(head, deliver.SetSettings{Mail: true, MailAddress: "head@example.org", Digest: true, DigestHour: 10}))(t)
		w.expect(t, w.head, term.FormKindRisks)
		w.expect(t, w.head, term.FormKindMeasures)
		digest := func() {
			t.Helper()
			for range 2 {
				if err := w.service.MakeDigests(context.Background()); err != nil {
					t.Fatal(err)
				}
			}
			w.deliver(t)
		}
		digest() // nine in the morning
		if len(mails) != 0 {
			t.Fatalf("mails before the hour: %v", mails)
		}
		db.Clock.Forward(2 * time.Hour)
		digest()
		if len(mails) != 1 || mails[0].to != "head@example.org" || strings.Count(mails[0].text, "/forms/") != 2 {
			t.Fatalf("the digest is %v", mails)
		}
		db.Clock.Forward(24 * time.Hour)
		digest()
		if len(mails) != 1 {
			t.Errorf("a day without anything makes %v", mails[1:])
		}
	})
}
