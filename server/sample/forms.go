package sample

import (
	"context"

	"sineng/ent"
	entform "sineng/ent/form"
	"sineng/ent/term"
	"sineng/server/form"
	"sineng/server/review"
)

// course is how far a form has come.
type course struct {
	// days is how many days ago it was submitted; 0 for never.
	days int
	// answers is how many tiers have approved it; more than there are file it.
	answers int
	// returned means that the next tier then returned it.
	returned bool
	// typed means that it has a draft that was not submitted.
	typed bool
}

// everyTier is more tiers than any form has.
const everyTier = 9

// shown are the courses in the department of the sample's accounts: each of
// its forms waits for another account.
var shown = map[term.FormKind]course{
	term.FormKindPowers: {days: 6}, term.FormKindRisks: {days: 5, returned: true}, term.FormKindMeasures: {typed: true},
}

// courses are those of the other departments, in turn.
var courses = map[term.FormKind][]course{
	term.FormKindPowers:   {{days: 12, answers: everyTier}, {days: 9, answers: 2}, {}, {days: 11, answers: everyTier}, {days: 8, answers: 1}, {days: 10, answers: everyTier}},
	term.FormKindRisks:    {{days: 12, answers: everyTier}, {days: 7, answers: 2}, {days: 4, answers: everyTier}, {days: 5}, {days: 6, answers: 3}, {}},
	term.FormKindMeasures: {{days: 8, answers: everyTier}, {}, {days: 6, answers: 2}, {}, {days: 3, answers: 1}},
}

// begun are the bureaus whose departments have begun.
var begun = map[string]bool{"DJ": true, "DJ01": true}

func (y *year) fillForms(ctx context.Context) error {
	turn := 0
	for _, n := range y.nodes {
		if n.isBureau() || !begun[n.bureau.plan.code] {
			continue
		}
		turn++
		for _, kind := range []term.FormKind{term.FormKindPowers, term.FormKindRisks, term.FormKindMeasures} {
			of := courses[kind]
			how := of[turn%len(of)]
			if n.plan.code == "DJ-02" {
				how = shown[kind]
			}
			if err := y.take(ctx, n, kind, n.unit.ID, holder(n.head, y.daysAgo(how.days)), term.RoleDeptHead, how); err != nil {
				return err
			}
		}
	}
	return y.fillPersonal(ctx, y.find("DJ-02"))
}

// fillPersonal makes people of a department submit their personal forms: some
// wait for the head, one is not begun.
func (y *year) fillPersonal(ctx context.Context, n *node) error {
	today := y.daysAgo(0)
	for i, p := range n.posts[1:] {
		who := holder(p.holders, today)
		if who == nil || who == holder(n.head, today) || i == 1 { // the account of the staff starts with an empty form
			continue
		}
		how := course{days: 4 + i%5, answers: i % 3}
		if err := y.take(ctx, n, term.FormKindPersonal, who.row.ID, who, term.RoleStaff, how); err != nil {
			return err
		}
	}
	return nil
}

// take moves a form through its course.
func (y *year) take(ctx context.Context, n *node, kind term.FormKind, subject int64, who *person, role term.Role, how course) error {
	f, err := y.store.Client.Form.Query().Where(entform.CampaignID(y.campaign.ID), entform.KindEQ(kind), entform.SubjectID(subject)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil // no form is expected of them
	}
	if err != nil {
		return err
	}
	mine := y.as(ctx, who, role, n)
	if how.typed {
		y.clock = y.moment(1)
		return y.typeHalf(mine, f)
	}
	if how.days == 0 {
		return nil
	}
	y.clock = y.moment(how.days)
	if kind == term.FormKindPersonal {
		if err := y.pledge(mine, f); err != nil {
			return err
		}
	}
	done, err := y.reviews.Submit(mine, review.SubmitForm{FormID: f.ID, ExpectedVersion: f.Version})
	if err != nil || len(done.Problems) > 0 {
		return err // an incomplete form stays a draft
	}
	for ago := how.days; how.answers > 0; how.answers-- {
		ago = max(ago-1, 1)
		y.clock = y.moment(ago)
		if on, err := y.answer(ctx, n, f.ID, ""); err != nil || !on {
			return err
		}
	}
	if how.returned {
		y.clock = y.moment(max(how.days-2, 1))
		_, err = y.answer(ctx, n, f.ID, "“收件登记”环节的风险表现写得笼统,请写明具体情形;责任岗位与流程图不一致,请核对。")
	}
	return err
}

// answer approves a form as the reviewer it waits for, or returns it for a
// reason; false when it waits for nobody.
func (y *year) answer(ctx context.Context, n *node, id int64, reason string) (bool, error) {
	f, err := y.store.Client.Form.Get(ctx, id)
	if err != nil {
		return false, err
	}
	switch {
	case f.AddresseeID != nil:
		ctx = y.as(ctx, y.byID[*f.AddresseeID], term.RoleLeaderInCharge, n)
	case f.State == term.FormStateInspectionReview:
		ctx = y.as(ctx, y.root.discipline.holders[0].person, term.RoleInspector, y.root)
	case f.State == term.FormStateGroupReview, f.State == term.FormStateLeaderReview, f.State == term.FormStateDeptReview:
		ctx = y.as(ctx, y.group[2], term.RoleLeadingGroup, y.root)
	default:
		return false, nil
	}
	if reason != "" {
		_, err = y.reviews.Return(ctx, review.ReturnForm{FormID: id, ExpectedVersion: f.Version, To: term.FormStateDraft, Reason: reason})
	} else {
		_, err = y.reviews.Approve(ctx, review.ApproveForm{FormID: id, ExpectedVersion: f.Version, Text: one(y.dice, decisions)})
	}
	return true, err
}

var decisions = []string{"情况属实,同意。", "同意。", "同意上报,请抓好措施落实。", "排查较为全面,同意。", "已核对职权清单,同意。"}

// typeHalf types a measure into an incomplete form.
func (y *year) typeHalf(ctx context.Context, f *ent.Form) error {
	_, _, err := y.forms.SaveDraft(ctx, form.SaveDraft{FormID: f.ID, Rows: []form.RowInput{{Section: "measures", Key: "new-1", Cells: []form.CellInput{
		{Code: "content", Text: "取号、受理、办结全程留痕,每月抽查一次叫号记录与登记时间是否一致。"}, {Code: "indicator", Text: "登记时间不一致的件数"},
	}}}})
	return err
}

func (y *year) pledge(ctx context.Context, f *ent.Form) error {
	_, _, err := y.forms.SaveDraft(ctx, form.SaveDraft{FormID: f.ID, Fields: []form.CellInput{
		{Code: "pledge", Text: "本人承诺:严格依法履职,遇亲友请托主动报告和回避,自觉接受监督。"}}})
	return err
}
