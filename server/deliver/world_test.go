package deliver_test

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/deliver"
	"sineng/server/notice"
	"sineng/server/testkit"
)

// kinds are some kinds of notices, as a domain would bring them.
var kinds = notice.Source{Kinds: []notice.Kind{
	{Kind: term.NoticeKindFormExpected, Page: "/forms/{id}", ZH: "请填报{subject}的{form},截止日期 {due}", EN: "Fill in {form} of {subject} by {due}"},
	{Kind: term.NoticeKindMeetingCalled, Page: "/meetings/{id}", ZH: "请参加会议“{title}”,地点 {place}", EN: "You are called to “{title}”, {place}"},
}, Words: map[string]notice.Word{"form": notice.Label[term.FormKind]}}

// town is two accounts and what brings notices to them.
type town struct {
	db      *testkit.DB
	notices *notice.Service
	service *deliver.Service
	head    *ent.Account
	leader  *ent.Account
}

func newTown(t *testing.T, db *testkit.DB, o deliver.Options) *town {
	t.Helper()
	w := &town{db: db}
	if o.Random == nil {
		o.Random = func() float64 { return 0.5 }
	}
	registry := testkit.Must(notice.Collect(kinds))(t)
	w.notices, w.service = notice.New(db.Store, registry, notice.Options{Written: deliver.Plan}), deliver.New(db.Store, registry, box{}, o)
	for name, to := range map[string]**ent.Account{"head": &w.head, "leader": &w.leader} {
		*to = db.Raw.Client.Account.Create().SetLoginName(name).SetPasswordHash("x").SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).SaveX(testkit.System())
	}
	return w
}

// box hides secrets in a way that a test sees through.
type box struct{}

func (box) Seal(purpose string, account int64, secret string) (string, error) {
	return hex.EncodeToString(fmt.Appendf(nil, "%s %d %s", purpose, account, secret)), nil
}

func (box) Unseal(purpose string, account int64, sealed string) (string, error) {
	text, err := hex.DecodeString(sealed)
	secret, ok := strings.CutPrefix(string(text), fmt.Sprintf("%s %d ", purpose, account))
	if err != nil || !ok {
		return "", errors.New("sealed for something else")
	}
	return secret, nil
}

// as is a context of an account.
func as(a *ent.Account) context.Context {
	return viewer.NewContext(context.Background(), &viewer.Viewer{AccountID: a.ID})
}

// form is the id of a form that notices are about.
const form = 12345

// expect notifies an account of a form that is expected of it.
func (w *town) expect(t *testing.T, a *ent.Account, kind term.FormKind) {
	t.Helper()
	w.notify(t, a, notice.Notice{Kind: term.NoticeKindFormExpected, Object: form, Key: string(kind),
		Words: map[string]string{"unit": "东许可科", "form": string(kind), "due": w.db.Today().Format(time.DateOnly)}})
}

func (w *town) notify(t *testing.T, a *ent.Account, n notice.Notice) {
	t.Helper()
	err := w.notices.Write(context.Background(), func(_ context.Context, b *notice.Batch) error {
		b.Notify([]int64{a.ID}, n)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
