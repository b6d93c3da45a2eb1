package warning_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	entattachment "sineng/ent/attachment"
	"sineng/ent/term"
	"sineng/server/attachment"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/testkit"
	"sineng/server/warning"
)

func reason(err error) string {
	if all := fault.All(err); len(all) > 0 {
		return all[0].Reason
	}
	return ""
}

// Every state with every relation to a warning.
func TestWhoMayAttachEvidenceWhen(t *testing.T) {
	for state, want := range map[term.WarningState][4]string{ // nobody, asked, verifies, both
		term.WarningStateRaised:    {"NOT_ASKED", "", "NOT_ASKED", ""},
		term.WarningStateNotified:  {"NOT_ASKED", "", "NOT_ASKED", ""},
		term.WarningStateEscalated: {"NOT_ASKED", "", "NOT_ASKED", ""},
		term.WarningStateAnswered:  {"NOT_YOURS", "NOT_YOURS", "", ""},
		term.WarningStateVerified:  {"NOT_YOURS", "NOT_YOURS", "", ""},
		term.WarningStateLifted:    {"ATTACHMENTS_FROZEN", "ATTACHMENTS_FROZEN", "ATTACHMENTS_FROZEN", "ATTACHMENTS_FROZEN"},
	} {
		for i, reason := range want {
			if got := warning.MayAttach(state, i&1 != 0, i&2 != 0); got != reason {
				t.Errorf("%s, asked %v, verifies %v: %q, want %q", state, i&1 != 0, i&2 != 0, got, reason)
			}
		}
	}
	if states := term.WarningState("").Values(); len(states) != 6 {
		t.Errorf("there are states that are not looked at: %v", states)
	}
}

func TestEachSideOfAWarningAttachesItsEvidenceInItsTurn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		files := attachment.New(db.Store, db.Files, nil, attachment.DefaultLimits())
		files.Bring(c.s)
		person := func(name string) *ent.Person {
			return testkit.Must(db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: c.w.East.Department.ID, Name: name, JobTitle: "科员"}))(t)
		}
		owner := person("责任人")
		w := c.lateMeasure(owner)
		// Whom it concerns reads nothing else of the unit; neither does a colleague.
		asked, concerned, colleague := c.as(c.inCharge), c.as(owner), c.as(person("同事"))
		inspector, west := c.inspector(), testkit.AsPerson(term.RoleInspector, c.w.West.Unit, c.w.West.People[1])
		attach := func(ctx context.Context, name string) (*ent.Attachment, error) {
			return files.Attach(ctx, attachment.Attach{OwnerID: w.ID, Name: name, Content: strings.NewReader("情况属实")})
		}
		remove := func(ctx context.Context, a *ent.Attachment) error {
			_, err := files.Remove(ctx, attachment.Remove{AttachmentID: a.ID, Reason: "传错了"})
			return err
		}
		refused := func(what string, want string, others ...context.Context) {
			t.Helper()
			for i, ctx := range others {
				if _, err := attach(ctx, "x.txt"); reason(err) != want {
					t.Errorf("%s, %d attaches: %v, want %s", what, i, err, want)
				}
				if list, err := files.List(ctx, w.ID, false); err != nil || list.MayAttach || len(list.Removable) != 0 {
					t.Errorf("%s, %d is shown %+v, %v", what, i, list, err)
				}
			}
		}
		unseen := func(a *ent.Attachment) {
			t.Helper()
			for name, ctx := range map[string]context.Context{"a colleague": colleague, "another province": west} {
				_, list := files.List(ctx, w.ID, false)
				_, _, open := files.Open(ctx, a.ID)
				_, add := attach(ctx, "x.txt")
				for what, err := range map[string]error{"lists": list, "opens": open, "attaches": add, "removes": remove(ctx, a)} {
					if !fault.Is(err, fault.NotFound) {
						t.Errorf("%s %s: %v", name, what, err)
					}
				}
				if n := db.Client.Attachment.Query().Where(entattachment.OwnerID(w.ID)).CountX(ctx); n != 0 {
					t.Errorf("%s reads %d rows", name, n)
				}
			}
		}
		seen := func(ctx context.Context, a *ent.Attachment, n int) {
			t.Helper()
			list, err := files.List(ctx, w.ID, false)
			if err != nil || len(list.Files) != n {
				t.Errorf("listed %+v, %v, want %d files", list, err, n)
			}
			_, f, err := files.Open(ctx, a.ID)
			if err != nil {
				t.Errorf("opened: %v", err)
				return
			}
			f.Close()
		}
		refused("while it waits", "NOT_ASKED", concerned, inspector)
		first, wrong := testkit.Must(attach(asked, "说明.txt"))(t), testkit.Must(attach(asked, "误传.txt"))(t)
		if err := remove(asked, wrong); err != nil {
			t.Errorf("who attached a file removes it: %v", err)
		}
		unseen(first)
		seen(concerned, first, 1)
		seen(inspector, first, 1)
		db.Clock.Forward(time.Minute)
		w = testkit.Must(c.s.Answer(asked, warning.Answering{WarningID: w.ID, ExpectedVersion: w.Version, Answer: "见附件"}))(t)
		refused("once it was answered", "NOT_YOURS", asked, concerned)
		if err := remove(asked, first); reason(err) != "NOT_YOURS" {
			t.Errorf("what was handed in is removed: %v", err)
		}
		second := testkit.Must(attach(inspector, "核实照片.txt"))(t)
		if err := remove(inspector, first); reason(err) != "NOT_YOUR_FILE" {
			t.Errorf("an inspector removes what the other side attached: %v", err)
		}
		if list := testkit.Must(files.List(inspector, w.ID, false))(t); len(list.Removable) != 1 || list.Removable[0] != second.ID {
			t.Errorf("an inspector may remove %v", list.Removable)
		}
		db.Clock.Forward(time.Minute)
		w = testkit.Must(c.s.Return(inspector, warning.Returning{WarningID: w.ID, ExpectedVersion: w.Version, Reason: "照片不符"}))(t)
		refused("returned", "NOT_ASKED", inspector, concerned)
		if err := remove(asked, first); reason(err) != "FILE_SETTLED" {
			t.Errorf("what came with the first answer is removed: %v", err)
		}
		third := testkit.Must(attach(asked, "新照片.txt"))(t)
		db.Clock.Forward(time.Minute)
		w = testkit.Must(c.s.Answer(asked, warning.Answering{WarningID: w.ID, ExpectedVersion: w.Version, Answer: "已更正"}))(t)
		until := db.Today().AddDate(0, 0, 20)
		w = testkit.Must(c.s.Verify(inspector, warning.Verifying{WarningID: w.ID, ExpectedVersion: w.Version, Finding: "属实", Until: &until}))(t)
		testkit.Must(attach(inspector, "复查.txt"))(t)
		w = testkit.Must(c.s.Lift(inspector, warning.Lifting{WarningID: w.ID, ExpectedVersion: w.Version, Reason: "事项已停办"}))(t)
		refused("lifted", "ATTACHMENTS_FROZEN", asked, inspector, concerned)
		seen(concerned, third, 4)
		unseen(third)
		db.Verify(t)
	})
}
