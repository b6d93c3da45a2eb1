package review

import (
	"context"

	"sineng/ent"
	entform "sineng/ent/form"
	"sineng/ent/predicate"
	"sineng/ent/reviewdecision"
	"sineng/ent/term"
	"sineng/server/follow"
	"sineng/server/form"
	"sineng/server/notice"
)

// Notices registers the notices on the review of forms.
func (s *Service) Notices() notice.Source {
	return notice.Source{
		Kinds: []notice.Kind{
			{Kind: term.NoticeKindFormToReview, Page: "/review/{id}", ZH: "{subject}的{form}待您审核({state})", EN: "{form} of {subject} waits for your review ({state})"},
			{Kind: term.NoticeKindFormReturned, Page: "/forms/{id}", ZH: "{subject}的{form}被退回,请修改后重新提交",
				EN: "{form} of {subject} was returned; correct it and hand it in again"},
			{Kind: term.NoticeKindFormChanged, Page: "/review/{id}", ZH: "{subject}的{form}在审核中被修改,此前的意见已作废",
				EN: "{form} of {subject} was changed during its review; earlier review decisions are void"},
			{Kind: term.NoticeKindFormReopened, Page: "/forms/{id}", ZH: "{subject}的{form}提交后内容被修改,已退回填报,请核对后重新提交",
				EN: "{form} of {subject} was changed after it was handed in and is a draft again; check it and hand it in again"},
			{Kind: term.NoticeKindFormPublished, Page: "/forms/{id}", ZH: "{subject}的{form}已开始公示", EN: "{form} of {subject} was published for the public to read"},
			{Kind: term.NoticeKindFormFiled, Page: "/forms/{id}", ZH: "{subject}的{form}已备案", EN: "{form} of {subject} was filed"},
			{Kind: term.NoticeKindRevisionRefused, Page: "/forms/{id}", ZH: "{subject}的{form}的修订申请未获同意,仍以已备案的内容为准",
				EN: "The revision of {form} of {subject} was refused; it stays as it was filed"},
		},
		Answers: []notice.Answer{
			{With: notifyReview(entform.IDGT(0)), To: []term.AuditAction{term.AuditActionSubmitForm, term.AuditActionApproveForm, term.AuditActionReturnForm,
				term.AuditActionReaddressForm, term.AuditActionVoidReviewDecisions, term.AuditActionEndPublicity, term.AuditActionFileForm, term.AuditActionAskRevision,
				term.AuditActionAllowRevision, term.AuditActionRefuseRevision}},
			// Another person may fill it, or its unit changed, so that it awaits somebody
			// else.
			{With: notifyReview(entform.StateNEQ(term.FormStateDraft)), To: []term.AuditAction{term.AuditActionAssignForm, term.AuditActionMoveForm}},
			{With: notifyDelegated, To: []term.AuditAction{term.AuditActionDelegate}},
		},
		Clocks: []notice.Clock{{Kind: "review.deputies", With: notifyDeputies}},
	}
}

// notifyReview notifies of matching forms according to their present state.
func notifyReview(fits predicate.Form) func(context.Context, *notice.Batch, []follow.Entry) error {
	return func(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
		return form.EachChanged(ctx, b, entries, fits, func(changes []form.Changed) error {
			signers, err := voided(ctx, b, changes)
			if err != nil {
				return err
			}
			var waiting []*ent.Form
			for _, c := range changes {
				if c.Entry.Action == term.AuditActionVoidReviewDecisions {
					notifyVoided(b, c, signers)
				}
				if RolesOf(c.Form.State) != nil {
					waiting = append(waiting, c.Form)
					continue
				}
				notifyFillers(b, c)
			}
			return notifyReviewers(ctx, b, waiting)
		})
	}
}

// notifyFillers notifies those who fill a form of its progress.
func notifyFillers(b *notice.Batch, c form.Changed) {
	f, words, others := c.Form, form.NoticeWords(c.Form), notice.Except(c.Fillers, c.Entry.Actor.Account)
	switch f.State {
	case term.FormStateDraft:
		if c.Entry.Action == term.AuditActionReturnForm {
			b.Notify(others, notice.Notice{Kind: term.NoticeKindFormReturned, Object: f.ID, Key: notice.Key("returned", f.ID, c.Entry.Index), Words: words})
		}
	case term.FormStatePublicity:
		b.Notify(c.Fillers, notice.Notice{Kind: term.NoticeKindFormPublished, Object: f.ID, Key: notice.Key("published", f.ID, f.StageSince.UnixMicro()), Words: words})
	case term.FormStateFiled:
		switch c.Entry.Action {
		case term.AuditActionRefuseRevision:
			b.Notify(others, notice.Notice{Kind: term.NoticeKindRevisionRefused, Object: f.ID, Key: notice.Key("refused", f.ID, c.Entry.Index), Words: words})
		case term.AuditActionVoidReviewDecisions:
		default:
			b.Notify(c.Fillers, notice.Notice{Kind: term.NoticeKindFormFiled, Object: f.ID, Key: notice.Key("filed", f.ID, f.Revision), Words: words})
		}
	}
}

// notifyVoided notifies of a form that was edited in review: the signers, and those who fill
// it, also where they signed it, so that they submit it again.
func notifyVoided(b *notice.Batch, c form.Changed, signers map[int64]voidedReviewDecision) {
	n := notice.Notice{Object: c.Form.ID, Key: notice.Key("changed", c.Form.ID, c.Entry.Index), Words: form.NoticeWords(c.Form)}
	n.Kind = term.NoticeKindFormReopened
	b.Notify(c.Fillers, n)
	n.Kind = term.NoticeKindFormChanged
	for _, id := range c.Entry.Changed(ent.TypeReviewDecision) {
		if o := signers[id]; o.form == c.Form.ID {
			b.Notify(notice.Except([]int64{o.account}, c.Entry.Actor.Account), n)
		}
	}
}

// voidedReviewDecision is a review decision that was voided, with the account of its signer.
type voidedReviewDecision struct{ form, account int64 }

// voided are the review decisions that entries voided, by id.
func voided(ctx context.Context, b *notice.Batch, changes []form.Changed) (map[int64]voidedReviewDecision, error) {
	var ids []int64
	for _, c := range changes {
		if c.Entry.Action == term.AuditActionVoidReviewDecisions {
			ids = append(ids, c.Entry.Changed(ent.TypeReviewDecision)...)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := b.Tx.ReviewDecision.Query().Where(reviewdecision.IDIn(ids...), reviewdecision.VoidedAtNotNil()).All(ctx)
	if err != nil {
		return nil, err
	}
	var people []int64
	for _, o := range rows {
		if o.SignerID != nil {
			people = append(people, *o.SignerID)
		}
	}
	accounts, err := b.AccountsOf(ctx, people)
	out := map[int64]voidedReviewDecision{}
	for _, o := range rows {
		switch {
		case o.SignerID != nil:
			out[o.ID] = voidedReviewDecision{o.FormID, accounts[*o.SignerID]}
		case o.AccountID != nil:
			out[o.ID] = voidedReviewDecision{o.FormID, *o.AccountID}
		}
	}
	return out, err
}
