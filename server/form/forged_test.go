package form_test

import (
	"testing"

	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/form"
	"sineng/server/testkit"
)

// Who typed a form does not approve it: a draft whose typists were taken out of the database, or
// whose text was changed there, is not used.
func TestADraftThatWasChangedByHandIsNotUsed(t *testing.T) {
	for name, change := range map[string]string{
		"its typist taken away": "UPDATE form_drafts SET saved_by = NULL",
		"another text":          "UPDATE form_drafts SET content = '{}'",
	} {
		testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
			o := newOffice(t, db)
			f := o.of[term.FormKindPowers]
			head := testkit.AsPerson(term.RoleDeptHead, o.Department, o.People[2])
			c := save(t, head, o, f, 0, form.RowInput{Section: "powers", Key: form.RowKey36(o.Powers[2].ID), Cells: cells("limit", "20日", "name", "东2许可")})
			if _, err := db.Client.ExecContext(testkit.System(), change); err != nil {
				t.Fatal(err)
			}
			_, _, _, err := o.forms.ApplyDraft(head, form.ApplyDraft{FormID: f.ID, ExpectedVersion: c.DraftVersion})
			if all := fault.All(err); len(all) != 1 || all[0].Reason != "DRAFT_FORGED" {
				t.Errorf("%s: writing it is answered %v", name, err)
			}
		})
	}
}
