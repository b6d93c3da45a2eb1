package notice_test

import (
	"context"
	"testing"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/notice"
	"sineng/server/store"
	"sineng/server/testkit"
)

// A notice whose words, kind, object or addressee somebody changed by hand is shown to nobody.
func TestANoticeChangedByHandIsNotShown(t *testing.T) {
	for what, change := range map[string]string{
		"its words":     `UPDATE notices SET words = '{"unit":"南许可科"}'`,
		"its kind":      "UPDATE notices SET kind = 'JOB_ENDED'",
		"its object":    "UPDATE notices SET object_id = object_id + 1",
		"its addressee": "UPDATE notices SET account_id = (SELECT MAX(id) FROM accounts)",
	} {
		t.Run(what, func(t *testing.T) {
			testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
				ctx := testkit.System()
				var ids []int64
				for _, name := range []string{"a", "b"} {
					ids = append(ids, db.Raw.Client.Account.Create().SetLoginName(name).SetPasswordHash("x").SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).SaveX(ctx).ID)
				}
				s := notice.New(db.Store, testkit.Must(notice.Collect(notice.Source{Kinds: []notice.Kind{filed}}))(t), notice.Options{})
				err := s.Write(ctx, func(_ context.Context, b *notice.Batch) error {
					b.Notify(ids[:1], notice.Notice{Kind: term.NoticeKindFormFiled, Object: 12345, Key: "one", Words: map[string]string{"unit": "东许可科", "form": "RISKS"}})
					return nil
				})
				if err != nil {
					t.Fatal(err)
				}
				shown := func() (n int) {
					for _, id := range ids {
						reader := viewer.NewContext(context.Background(), &viewer.Viewer{AccountID: id})
						n += len(testkit.Must(s.Notices(reader, "zh", false, store.Page{First: 10}))(t).Rows)
					}
					return n
				}
				if n := shown(); n != 1 {
					t.Fatalf("before, %d notices are shown", n)
				}
				testkit.Must(db.Raw.Client.ExecContext(ctx, change))(t)
				if n := shown(); n != 0 {
					t.Errorf("%d notices are shown", n)
				}
			})
		})
	}
}
