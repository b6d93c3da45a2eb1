package review_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sineng/ent"
	"sineng/ent/formsubmission"
	"sineng/ent/reviewdecision"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/form"
	"sineng/server/review"
	"sineng/server/testkit"
)

// crowd are people who may act on a form, some of them in several capacities.
type crowd struct {
	*scene
	names []string
	ctx   map[string]context.Context
	who   map[string]*ent.Person
}

func newCrowd(t testing.TB) *crowd {
	c := &crowd{scene: newScene(t, testkit.SQLite(t)), ctx: map[string]context.Context{}, who: map[string]*ent.Person{}}
	e := c.w.East
	add := func(name string, p *ent.Person, ctx context.Context) {
		c.names = append(c.names, name)
		c.ctx[name], c.who[name] = ctx, p
	}
	add("clerk", c.clerk, c.as("clerk"))
	add("head", e.People[2], c.as("head"))
	add("leader", e.People[1], c.as("leader"))
	add("principal", e.People[0], c.as("principal"))
	deputy := c.person("副科长")
	add("deputy", deputy, testkit.Also(testkit.AsPerson(term.RoleStaff, e.Department, deputy), term.RoleInspector, e.City))
	for _, who := range []string{"inspector", "group", "both"} {
		p := c.person(who)
		ctx := testkit.AsPerson(term.RoleInspector, e.City, p)
		switch who {
		case "group":
			ctx = testkit.AsPerson(term.RoleLeadingGroup, e.Unit, p)
		case "both": // inspects, leads the group and keeps the register
			ctx = testkit.Also(testkit.Also(ctx, term.RoleLeadingGroup, e.Unit), term.RoleDeptHead, e.Department)
		}
		add(who, p, ctx)
	}
	today := c.db.Today()
	for _, from := range []*ent.Person{e.People[1], e.People[2]} {
		testkit.Must(c.s.Delegate(testkit.System(), review.Delegate{PersonID: &from.ID, DeputyID: deputy.ID, From: today, To: today.AddDate(5, 0, 0), Reason: "出差"}))(t)
	}
	return c
}

// TestNothingIsFiledWithoutTheReviewDecisionsThatItNeeds takes random steps by random people,
// with edits and decisions in between, and checks what was filed.
func TestNothingIsFiledWithoutTheReviewDecisionsThatItNeeds(t *testing.T) {
	c := newCrowd(t)
	kinds := []term.FormKind{term.FormKindPowers, term.FormKindRisks, term.FormKindMeasures}
	filed, withA, voided := 0, 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		f := c.expectIn(c.plan(2026, nil), rapid.SampledFrom(kinds).Draw(rt, "kind"), rows(), c.w.East.Department.ID)
		table := form.LayoutOf(f.Kind).Tables[0].Code
		content := func(title, grade string) *form.Content {
			out := rows("r1 " + title + " " + grade)
			out.Kind, out.Sections[0].Code = f.Kind, table
			out.Sections[0].Rows[0].Cells[0].Code = map[term.FormKind]string{term.FormKindMeasures: "content", term.FormKindPowers: "name"}[f.Kind]
			if f.Kind == term.FormKindRisks {
				out.Sections[0].Rows[0].Cells[0].Code = "title"
			}
			return out
		}
		text, grade := "甲", rapid.SampledFrom([]string{"A", "B"}).Draw(rt, "grade")
		c.paper.contents[f.ID] = content(text, grade)
		authors := map[int64]bool{}        // of the present revision
		again := map[term.FormState]bool{} // stages where nobody was left who had signed none
		for range rapid.IntRange(6, 30).Draw(rt, "steps") {
			who := rapid.SampledFrom(c.names).Draw(rt, "who")
			now := c.form(f.ID)
			action := rapid.SampledFrom([]review.Action{review.Submit, review.Approve, review.Approve, review.Approve, review.Approve, review.Recall, review.Return,
				review.Change, review.EndPublicity, "DECIDE", review.AskRevision, review.AllowRevision}).Draw(rt, "action")
			if rapid.IntRange(0, 9).Draw(rt, "fits") < 6 { // chance alone rarely gets a form anywhere
				who, action = c.fitting(rt, now)
			}
			switch action {
			case review.Change:
				text += "改"
				c.paper.contents[f.ID] = content(text, grade)
				if now.State == term.FormStateDraft { // the draft notes who writes in it
					authors[c.who[who].ID] = true
					c.db.Raw.Client.Form.UpdateOne(now).SetPreparedByPersons(append(now.PreparedByPersons, c.who[who].ID)).ExecX(testkit.System())
				}
			case "DECIDE":
				grade = map[string]string{"A": "B", "B": "A"}[grade]
				c.paper.contents[f.ID] = content(text, grade)
			case review.EndPublicity:
				c.db.Clock.Forward(6 * 24 * time.Hour)
				testkit.Must(c.s.EndPublicity(testkit.System(), c.db.Now()))(t)
			case review.Return:
				to := rapid.SampledFrom(append([]term.FormState{term.FormStateDraft}, review.Stages...)).Draw(rt, "to")
				_, _ = c.s.Return(c.ctx[who], review.ReturnForm{FormID: f.ID, ExpectedVersion: now.Version, To: to, Reason: "不妥"})
			default:
				if action == review.Approve && now.State != term.FormStateDropped {
					if err := c.s.Readdress(testkit.System(), f.ID); err != nil {
						rt.Fatal(err)
					}
					again[now.State] = c.form(f.ID).Turn == term.TurnAgain
				}
				err := c.act(c.ctx[who], action, f)
				if err == nil && action == review.Submit {
					authors[c.who[who].ID] = true
				}
				if err == nil && action == review.AllowRevision {
					authors = map[int64]bool{}
				}
			}
			after := c.form(f.ID)
			if after.State == term.FormStateFiled && now.State != term.FormStateFiled && now.State != term.FormStateRevising {
				c.checkFiled(rt, after, authors, again)
				filed++
				if after.ContainsA {
					withA++
				}
			}
		}
		voided += c.db.Client.ReviewDecision.Query().Where(reviewdecision.FormID(f.ID), reviewdecision.VoidedAtNotNil()).CountX(testkit.System())
	})
	if filed == 0 || withA == 0 || voided == 0 {
		t.Errorf("%d forms were filed, %d with an A, and %d review decisions voided: the steps show nothing", filed, withA, voided)
	}
	t.Logf("%d forms were filed, %d with an A, and %d review decisions voided", filed, withA, voided)
}

// fitting is a step that moves a form on, by somebody who may be allowed to take it.
func (c *crowd) fitting(rt *rapid.T, f *ent.Form) (string, review.Action) {
	one := func(names ...string) string { return rapid.SampledFrom(names).Draw(rt, "fitting") }
	switch f.State {
	case term.FormStateDraft:
		return one("clerk", "clerk", "head", "leader", "both"), review.Submit
	case term.FormStateDeptReview, term.FormStateLeaderReview:
		for name, p := range c.who {
			if f.AddresseeID != nil && *f.AddresseeID == p.ID {
				return one(name, name, "deputy"), review.Approve
			}
		}
		return one("group", "both"), review.Approve
	case term.FormStateInspectionReview:
		return one("inspector", "both", "deputy"), review.Approve
	case term.FormStateGroupReview:
		return one("group", "both"), review.Approve
	case term.FormStatePublicity:
		return "clerk", review.EndPublicity
	case term.FormStateRevising:
		return one("inspector", "both", "group"), review.AllowRevision
	}
	return one("head", "both"), review.AskRevision
}

func (c *crowd) checkFiled(rt *rapid.T, f *ent.Form, authors map[int64]bool, again map[term.FormState]bool) {
	sys := testkit.System()
	sub := c.db.Client.FormSubmission.Query().Where(formsubmission.ID(*f.SubmissionID)).OnlyX(sys)
	content := testkit.Must(c.s.Snapshot(sys, f.ID, f.FiledHash))(c.t)
	need := []term.FormState{term.FormStateDeptReview, term.FormStateLeaderReview, term.FormStateInspectionReview}
	if sub.ContainsA || content.Sections[0].Rows[0].Text("grade") == "A" {
		need = append(need, term.FormStateGroupReview)
	}
	var stages []term.FormState
	signers := map[int64]bool{}
	for _, o := range c.db.Client.ReviewDecision.Query().Where(reviewdecision.SubmissionID(sub.ID), reviewdecision.VoidedAtIsNil(), reviewdecision.VerdictEQ(term.VerdictApproved)).Order(reviewdecision.ByAt(), reviewdecision.ByID()).AllX(sys) {
		stages = append(stages, o.Stage)
		for _, id := range []*int64{o.SignerID, o.BehalfID} {
			if id == nil {
				continue
			}
			if signers[*id] && !again[o.Stage] {
				rt.Fatalf("%s signed twice: %+v", o.SignerName, o)
			}
			if authors[*id] {
				rt.Fatalf("%s approved what they prepared: %+v", o.SignerName, o)
			}
			signers[*id] = true
		}
	}
	slices.Sort(stages)
	for _, stage := range need {
		if !slices.Contains(stages, stage) {
			rt.Fatalf("filed with the review decisions of %v, without %s", stages, stage)
		}
	}
	if len(slices.Compact(slices.Clone(stages))) != len(stages) {
		rt.Fatalf("filed with two review decisions of one stage: %v", stages)
	}
	if published := review.IsPublished(f.Kind); published {
		n := c.db.Client.PublicNotice.Query().AllX(viewer.System(sys))
		if !slices.ContainsFunc(n, func(n *ent.PublicNotice) bool { return n.SubmissionID == sub.ID && n.EndedAt != nil }) {
			rt.Fatal("filed without having been public")
		}
	}
	if len(content.ReviewDecisions) != len(stages) || content.FiledNumber != f.FiledNumber {
		rt.Fatalf("the filed content shows %+v", content)
	}
}
