package deliver_test

import (
	"context"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/deliver"
	"sineng/server/testkit"
)

// forgeries are changes by hand of a notice or of its delivery.
var forgeries = map[string]struct {
	change string
	single bool // of a delivery of one notice, which a digest is not
}{
	"the notice's words":     {change: `UPDATE notices SET words = '{"unit":"南许可科","form":"RISKS","due":"2026-03-02"}'`},
	"the notice's object":    {change: "UPDATE notices SET object_id = object_id + 1"},
	"the notice's addressee": {change: "UPDATE notices SET account_id = (SELECT id FROM accounts WHERE login_name = 'leader')"},
	"whose the delivery is":  {change: "UPDATE notice_deliveries SET account_id = (SELECT id FROM accounts WHERE login_name = 'leader')", single: true},
}

// What somebody changed by hand of a notice or of its delivery is sent to nobody, alone or in a digest.
func TestWhatWasChangedByHandIsNotSent(t *testing.T) {
	for _, digest := range []bool{false, true} {
		manner := map[bool]string{false: " alone", true: " in a digest"}[digest]
		t.Run("nothing"+manner, func(t *testing.T) {
			testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
				if n := mailsAfter(t, db, "", digest); n != 1 {
					t.Errorf("%d mails were sent, want 1", n)
				}
			})
		})
		for what, f := range forgeries {
			if digest && f.single {
				continue
			}
			t.Run(what+manner, func(t *testing.T) {
				testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
					if n := mailsAfter(t, db, f.change, digest); n != 0 {
						t.Errorf("%d mails were sent", n)
					}
				})
			})
		}
	}
}

// mailsAfter notifies the head, makes a change by hand, and counts the mails that are sent then.
func mailsAfter(t *testing.T, db *testkit.DB, change string, digest bool) (sent int) {
	t.Helper()
	w := newTown(t, db, deliver.Options{Mail: func(context.Context, string, string, string, string) error {
		sent++
		return nil
	}})
	for who, to := range map[context.Context]string{as(w.head): "head@example.org", as(w.leader): "leader@example.org"} {
		testkit.Must(w.service.SetSettings(who, deliver.SetSettings{Mail: true, MailAddress: to, Digest: digest, DigestHour: 10}))(t)
	}
	w.expect(t, w.head, term.FormKindRisks)
	if change != "" {
		testkit.Must(db.Raw.Client.ExecContext(testkit.System(), change))(t)
	}
	db.Clock.Forward(2 * time.Hour)
	if digest {
		if err := w.service.MakeDigests(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	w.deliver(t)
	return sent
}
