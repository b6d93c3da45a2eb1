package notify_test

import (
	"io/fs"
	"strings"
	"testing"

	"sineng/ent/migrate"
	"sineng/ent/notice"
	"sineng/ent/term"
	"sineng/server/testkit"
)

// migration is the only statement of a migration on its way up.
func migration(t *testing.T, dialect, name string) string {
	t.Helper()
	files := testkit.Must(migrate.Files(dialect))(t)
	found := testkit.Must(fs.Glob(files, "*_"+name+".sql"))(t)
	if len(found) != 1 {
		t.Fatalf("the migrations called %s are %v", name, found)
	}
	up, _, _ := strings.Cut(string(testkit.Must(fs.ReadFile(files, found[0]))(t)), "-- +goose Down")
	return up
}

// A database of the time when a word told in which sense a notice was meant reads the same
// afterwards.
func TestOlderNoticesGetTheKindThatTheyWereMeantAs(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		ctx, c := testkit.System(), newCast(t, db)
		reader := c.by["clerk"].ID
		db.Raw.Client.Notice.Delete().ExecX(ctx)
		older := []struct {
			kind term.NoticeKind
			as   string
			want term.NoticeKind
		}{
			{term.NoticeKindFormChanged, "", term.NoticeKindFormChanged},
			{term.NoticeKindFormChanged, "BACK", term.NoticeKindFormReopened},
			{term.NoticeKindFormFiled, "", term.NoticeKindFormFiled},
			{term.NoticeKindFormFiled, "REFUSED", term.NoticeKindRevisionRefused},
			{term.NoticeKindMeetingCalled, "", term.NoticeKindMeetingCalled},
			{term.NoticeKindMeetingCalled, "CANCELLED", term.NoticeKindMeetingCancelled},
			{term.NoticeKindMeetingCalled, "DISMISSED", term.NoticeKindMeetingDismissed},
			{term.NoticeKindGradeToConcur, "", term.NoticeKindGradeToConcur},
			{term.NoticeKindGradeToConcur, "REFUSED", term.NoticeKindGradeRefused},
			{term.NoticeKindGradeFiled, "", term.NoticeKindGradeFiled},
			{term.NoticeKindGradeFiled, "DECIDED", term.NoticeKindGradeDecided},
		}
		for _, o := range older {
			words := map[string]string{"unit": "许可科"}
			if o.as != "" {
				words["as"] = o.as
			}
			db.Raw.Client.Notice.Create().SetAccountID(reader).SetKind(o.kind).SetKey(string(o.kind) + o.as).SetWords(words).SetAt(db.Now()).ExecX(ctx)
		}
		if _, err := db.Raw.Client.ExecContext(ctx, migration(t, strings.TrimSuffix(db.Dialect(), "3"), "notice_kinds")); err != nil {
			t.Fatal(err)
		}
		for _, o := range older {
			if got := db.Raw.Client.Notice.Query().Where(notice.Key(string(o.kind) + o.as)).OnlyX(ctx).Kind; got != o.want {
				t.Errorf("a notice %s that was meant as %q is now %s, want %s", o.kind, o.as, got, o.want)
			}
		}
	})
}
