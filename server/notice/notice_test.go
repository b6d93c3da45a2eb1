package notice_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/campaign"
	entnotice "sineng/ent/notice"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/follow"
	"sineng/server/notice"
	"sineng/server/testkit"
)

var filed = notice.Kind{Kind: term.NoticeKindFormFiled, ZH: "{subject}的{form}已备案", EN: "{form} of {subject} was filed", Page: "/forms/{id}"}

func TestWhatTwoBringIsRefusedAndWhatNobodyBringsIsMissing(t *testing.T) {
	kind := notice.Source{Kinds: []notice.Kind{filed}}
	word := notice.Source{Words: map[string]notice.Word{"form": notice.Label[term.FormKind]}}
	table := notice.Source{Seen: map[string]func(context.Context, []int64) ([]int64, error){campaign.Table: nil}}
	for what, s := range map[string]notice.Source{"a kind": kind, "a word": word, "a table": table} {
		if _, err := notice.Collect(s, s); err == nil {
			t.Errorf("%s is taken twice", what)
		}
	}
	missing := testkit.Must(notice.Collect(kind, word, table))(t).Missing()
	if all := term.NoticeKind("").Values(); len(missing) != len(all)-1 {
		t.Errorf("of %d kinds %d are missing", len(all), len(missing))
	}
}

func TestATextNamesWhomItIsAboutAndReadsEnumerations(t *testing.T) {
	r := testkit.Must(notice.Collect(notice.Source{Kinds: []notice.Kind{filed}, Words: map[string]notice.Word{"form": notice.Label[term.FormKind]}}))(t)
	for _, c := range []struct {
		words map[string]string
		want  string
	}{
		{map[string]string{"unit": "许可科", "person": "张三", "form": "RISKS"}, term.FormKindRisks.Label("en") + " of 张三 was filed"},
		{map[string]string{"unit": "许可\n 科"}, "— of 许可 科 was filed"},
		{nil, "— of — was filed"},
	} {
		if got := r.Text(&ent.Notice{Kind: filed.Kind, Words: c.words}, "en"); got != c.want {
			t.Errorf("%v reads %q, want %q", c.words, got, c.want)
		}
	}
	if got := r.Path(&ent.Notice{Kind: filed.Kind, ObjectID: 36}); got != "/forms/s10" {
		t.Errorf("it leads to %s", got)
	}
	if got := r.Path(&ent.Notice{Kind: filed.Kind}); got != "/notices" {
		t.Errorf("one on nothing leads to %s", got)
	}
}

func TestAnAccountGetsEachKeyOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		ctx := testkit.System()
		a := db.Raw.Client.Account.Create().SetLoginName("a").SetPasswordHash("x").SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).SaveX(ctx)
		planned := [][]int64{}
		s := notice.New(db.Store, testkit.Must(notice.Collect())(t), notice.Options{Written: func(_ context.Context, _ *ent.Tx, accounts []int64, _ time.Time) error {
			planned = append(planned, accounts)
			return nil
		}})
		for range 2 {
			err := s.Write(ctx, func(_ context.Context, b *notice.Batch) error {
				for _, key := range []string{"one", "two", "one"} {
					b.Notify([]int64{a.ID, 0, a.ID}, notice.Notice{Kind: filed.Kind, Key: key})
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		if n := db.Client.Notice.Query().Where(entnotice.AccountID(a.ID)).CountX(ctx); n != 2 {
			t.Errorf("%d notices were written", n)
		}
		if len(planned) == 0 || !slices.Equal(planned[0], []int64{a.ID}) {
			t.Errorf("what follows is planned for %v", planned)
		}
	})
}

func TestABatchAsksForNobodyTwice(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w, ctx, now := testkit.NewWorld(t, db), testkit.System(), db.Now()
		people := w.East.People
		a := db.Raw.Client.Account.Create().SetLoginName("a").SetPasswordHash("x").SetPersonID(people[0].ID).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
		db.Raw.Client.Account.Create().SetLoginName("b").SetPasswordHash("x").SetPersonID(people[1].ID).SetDisabled(true).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
		s := notice.New(db.Store, testkit.Must(notice.Collect())(t), notice.Options{})
		err := s.Write(ctx, func(ctx context.Context, b *notice.Batch) error {
			for i := range 3 {
				db.Statements.Reset()
				got, err := b.Accounts(ctx, people[0].ID, people[1].ID, people[0].ID, people[2].ID)
				if err != nil || !slices.Equal(got, []int64{a.ID, a.ID}) {
					t.Errorf("the accounts are %v, %v", got, err)
				}
				if n := db.Statements.Inside(); n != max(0, 1-i) {
					t.Errorf("%d statements the time %d", n, i)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestTheEntriesOfABatchAreAnsweredTogether(t *testing.T) {
	db := testkit.SQLite(t)
	w, ctx := testkit.NewWorld(t, db), testkit.System()
	var calls []int
	answers := func(to ...term.AuditAction) notice.Answer {
		return notice.Answer{To: to, With: func(_ context.Context, _ *notice.Batch, entries []follow.Entry) error {
			calls = append(calls, len(entries))
			return nil
		}}
	}
	s := notice.New(db.Store, testkit.Must(notice.Collect(
		notice.Source{Answers: []notice.Answer{answers(term.AuditActionUpdateUnit), answers(term.AuditActionMoveUnit)}},
		notice.Source{Answers: []notice.Answer{answers(term.AuditActionMoveUnit, term.AuditActionUpdateUnit)}}))(t), notice.Options{})
	rename := func(name string) {
		_, err := audit.Write(ctx, db.Store, audit.Event{Action: term.AuditActionUpdateUnit}, func(ctx context.Context, tx *ent.Tx) (*ent.Unit, error) {
			return tx.Unit.UpdateOneID(w.East.Unit.ID).SetName(name).Save(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	rename("before")
	testkit.Must(audit.Sequence(ctx, db.Store))(t)
	if err := s.Begin(ctx); err != nil {
		t.Fatal(err)
	}
	rename("A")
	rename("B")
	testkit.Must(audit.Sequence(ctx, db.Store))(t)
	for range 2 {
		if err := s.Follow(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if want := []int{2, 2}; !slices.Equal(calls, want) {
		t.Errorf("answers were asked with %v entries, want %v", calls, want)
	}
}
