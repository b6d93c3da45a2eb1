package check_test

import (
	"context"
	"strings"
	"testing"

	"sineng/ent"
	entattachment "sineng/ent/attachment"
	"sineng/ent/term"
	"sineng/server/attachment"
	"sineng/server/check"
	"sineng/server/fault"
	"sineng/server/testkit"
)

// files are the attached files, with checks as owners.
func (c *scene) files() *attachment.Service {
	out := attachment.New(c.db.Store, c.db.Files, nil, attachment.DefaultLimits())
	out.Bring(c.s)
	return out
}

func TestWhoMakesACheckAttachesItsEvidenceUntilItIsOver(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		c.work()
		files := c.files()
		one := c.of(term.CheckKindHead, term.Ungraded)[0] // of the head, by the leader in charge
		maker, head, principal := c.as(c.inCharge), c.as(c.head), c.as(c.principal)
		staff, west := c.as(c.staff), testkit.AsPerson(term.RolePrincipalLeader, c.w.West.Unit, c.w.West.People[0])
		attach := func(ctx context.Context, name string) (*ent.Attachment, error) {
			return files.Attach(ctx, attachment.Attach{OwnerID: one.ID, Name: name, Content: strings.NewReader("情况属实")})
		}
		if _, err := attach(maker, "早.txt"); reason(err) != "NOT_BEGUN" {
			t.Errorf("before the sample is drawn: %v", err)
		}
		one = testkit.Must(c.s.Begin(maker, check.Begin{CheckID: one.ID, ExpectedVersion: one.Version}))(t)
		a := testkit.Must(attach(maker, "记录.txt"))(t)
		if a.UnitID != one.UnitID || a.PersonID == nil || *a.PersonID != c.inCharge.ID {
			t.Errorf("attached %+v", a)
		}
		b := testkit.Must(attach(maker, "照片.txt"))(t)
		for name, who := range map[string]struct {
			ctx    context.Context
			refuse string
		}{"whom it is about": {head, "NOT_YOURS"}, "a leader above": {principal, "NOT_YOURS"}, "somebody of the department": {staff, ""}, "another province": {west, ""}} {
			_, err := attach(who.ctx, "x.txt")
			switch {
			case who.refuse == "" && !fault.Is(err, fault.NotFound):
				t.Errorf("%s attaches: %v", name, err)
			case who.refuse != "" && reason(err) != who.refuse:
				t.Errorf("%s attaches: %v", name, err)
			}
			list, err := files.List(who.ctx, one.ID, false)
			_, f, opened := files.Open(who.ctx, a.ID)
			if opened == nil {
				f.Close()
			}
			if who.refuse == "" {
				if !fault.Is(err, fault.NotFound) || !fault.Is(opened, fault.NotFound) {
					t.Errorf("%s, who does not see the check, lists its files: %v, and opens one: %v", name, err, opened)
				}
				if _, err := files.Remove(who.ctx, attachment.Remove{AttachmentID: a.ID, Reason: "x"}); !fault.Is(err, fault.NotFound) {
					t.Errorf("%s removes one: %v", name, err)
				}
				continue
			}
			if err != nil || opened != nil || len(list.Files) != 2 || list.MayAttach || len(list.Removable) != 0 {
				t.Errorf("%s, who sees the check, is shown %+v, %v, and opens a file: %v", name, list, err, opened)
			}
			if _, err := files.Remove(who.ctx, attachment.Remove{AttachmentID: a.ID, Reason: "x"}); reason(err) != "NOT_YOURS" {
				t.Errorf("%s removes one: %v", name, err)
			}
		}
		// The row by itself shows to nobody who may not read personal records there, though they see files of the department.
		if n := db.Client.Attachment.Query().Where(entattachment.OwnerID(one.ID)).CountX(staff); n != 0 {
			t.Errorf("somebody of the department reads %d rows", n)
		}
		if list, err := files.List(maker, one.ID, false); err != nil || !list.MayAttach || len(list.Removable) != 2 {
			t.Errorf("who makes it is shown %+v, %v", list, err)
		}
		testkit.Must(files.Remove(maker, attachment.Remove{AttachmentID: b.ID, Reason: "传错了"}))(t)
		// Who signs for them while they are away adds to it, and leaves theirs alone.
		deputy := c.as(c.principal)
		db.Raw.Client.Delegation.Create().SetPersonID(c.inCharge.ID).SetDeputyID(c.principal.ID).SetReason("出差").SetFromDay(db.Today()).SetUnitID(c.w.East.Department.ID).
			SetLevels(c.w.East.Department.Levels()).SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).ExecX(testkit.System())
		testkit.Must(attach(deputy, "补充.txt"))(t)
		if _, err := files.Remove(deputy, attachment.Remove{AttachmentID: a.ID, Reason: "x"}); reason(err) != "NOT_YOUR_FILE" {
			t.Errorf("a deputy removes what another attached: %v", err)
		}
		if list, err := files.List(deputy, one.ID, false); err != nil || len(list.Files) != 2 || len(list.Removable) != 1 {
			t.Errorf("a deputy is shown %+v, %v", list, err)
		}
		in := check.Record{CheckID: one.ID, ExpectedVersion: one.Version, Summary: "履职到位", Done: true}
		sound := term.CheckOutcomeSound
		for _, i := range testkit.Must(c.s.ItemsOf(maker, []int64{one.ID}))(t)[one.ID] {
			in.Items = append(in.Items, &check.Found{RiskPointID: i.RiskPointID, Outcome: &sound})
		}
		testkit.Must(c.s.Record(maker, in))(t)
		if _, err := attach(maker, "晚.txt"); reason(err) != "CHECK_CLOSED" {
			t.Errorf("after its end: %v", err)
		}
		if _, err := files.Remove(maker, attachment.Remove{AttachmentID: a.ID, Reason: "x"}); reason(err) != "CHECK_CLOSED" {
			t.Errorf("removed after its end: %v", err)
		}
		if list, err := files.List(head, one.ID, false); err != nil || len(list.Files) != 2 || list.MayAttach {
			t.Errorf("after its end whom it is about is shown %+v, %v", list, err)
		}
		db.Verify(t)
	})
}
