package attachment_test

import (
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/attachment"
	"sineng/server/org"
	"sineng/server/testkit"
)

// TestFilesOfWhatIsOverStayAsTheyAre puts a risk point, a measure and a
// meeting into each of their states and tries to attach a file, and to remove
// one that was attached before.
func TestFilesOfWhatIsOverStayAsTheyAre(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	s := service(db, attachment.DefaultLimits())
	ctx, raw, now := testkit.System(), db.Raw.Client, db.Now()
	create := raw.Meeting.Create().SetTitle("审定会").SetHeldOn(db.Today()).SetState(term.MeetingStatePlanned).SetQuorum(2).SetCreatedAt(now).SetUpdatedAt(now)
	if err := org.Place(create.Mutation(), w.East.Department); err != nil {
		t.Fatal(err)
	}
	meeting, risk, measure := create.SaveX(ctx), w.East.Risks[2], w.East.Measures[2]
	for _, c := range []struct {
		what   string
		owner  int64
		states []string
		over   map[string]bool
		set    func(string)
	}{
		{"a risk point", risk.ID, term.RiskStatus("").Values(), map[string]bool{"RETIRED": true},
			func(state string) { raw.RiskPoint.UpdateOne(risk).SetStatus(term.RiskStatus(state)).ExecX(ctx) }},
		{"a measure", measure.ID, term.MeasureStatus("").Values(), map[string]bool{"RETIRED": true},
			func(state string) { raw.Measure.UpdateOne(measure).SetStatus(term.MeasureStatus(state)).ExecX(ctx) }},
		{"a meeting", meeting.ID, term.MeetingState("").Values(), map[string]bool{"CLOSED": true, "CANCELLED": true},
			func(state string) { raw.Meeting.UpdateOne(meeting).SetState(term.MeetingState(state)).ExecX(ctx) }},
	} {
		for _, state := range c.states {
			c.set(c.states[0])
			before := testkit.Must(s.Attach(ctx, attach("a.txt", "x", c.owner)))(t)
			c.set(state)
			var made *ent.Attachment
			made, err := s.Attach(ctx, attach("b.txt", "x", c.owner))
			_, removed := s.Remove(ctx, attachment.Remove{AttachmentID: before.ID, Reason: "x"})
			for did, err := range map[string]error{"takes a file": err, "loses one": removed} {
				if over := reason(err) == "ATTACHMENTS_FROZEN"; over != c.over[state] || !over && err != nil {
					t.Errorf("%s that is %s %s: %v", c.what, state, did, err)
				}
			}
			if list := testkit.Must(s.List(ctx, c.owner, false))(t); list.MayAttach == c.over[state] {
				t.Errorf("%s that is %s is shown to take files: %v", c.what, state, list.MayAttach)
			}
			c.set(c.states[0])
			for _, a := range []*ent.Attachment{made, before} {
				if a != nil && (a == made || removed != nil) {
					testkit.Must(s.Remove(ctx, attachment.Remove{AttachmentID: a.ID, Reason: "清理"}))(t)
				}
			}
		}
	}
}
