package review

import (
	"context"
	"maps"
	"slices"

	"sineng/ent"
	"sineng/ent/reviewdecision"
	"sineng/ent/term"
	"sineng/server/form"
	"sineng/server/notice"
)

// notifyReviewers notifies those whom forms await: the addressee and their deputies, or else
// the holders of the stage's roles. Whoever prepared a form, is its person or signed another
// stage of it is left out. It reads the data of all forms together.
func notifyReviewers(ctx context.Context, b *notice.Batch, forms []*ent.Form) error {
	passed, err := passedAccounts(ctx, b, forms)
	if err != nil {
		return err
	}
	addressees, err := addressees(ctx, b, forms)
	if err != nil {
		return err
	}
	for _, f := range forms {
		accounts := addressees[f.ID]
		if f.AddresseeID == nil {
			for _, role := range RolesAt(f) {
				holders, err := b.Holders(ctx, role, form.LevelsOf(f), passed[f.ID]...)
				if err != nil {
					return err
				}
				accounts = append(accounts, holders...)
			}
		}
		b.Notify(notice.Except(accounts, passed[f.ID]...), notice.Notice{Kind: term.NoticeKindFormToReview, Object: f.ID, Key: reviewKey(f), Words: form.NoticeWords(f)})
	}
	return nil
}

// reviewKey is the key of the notice that a form awaits somebody: one each time that it enters
// a stage.
func reviewKey(f *ent.Form) string {
	submission := int64(0)
	if f.SubmissionID != nil {
		submission = *f.SubmissionID
	}
	return notice.Key("review", f.ID, submission, ":", f.State, ":", f.StageSince.UnixMicro())
}

// addressees are the accounts of the forms' addressees and of their deputies, by form.
func addressees(ctx context.Context, b *notice.Batch, forms []*ent.Form) (map[int64][]int64, error) {
	var people []int64
	for _, f := range forms {
		if f.AddresseeID != nil {
			people = append(people, *f.AddresseeID)
		}
	}
	if len(people) == 0 {
		return nil, nil
	}
	facts, err := b.Office().Delegations(ctx, people, nil)
	if err != nil {
		return nil, err
	}
	for _, d := range facts.Delegations {
		people = append(people, d.Deputy)
	}
	accounts, err := b.AccountsOf(ctx, people)
	out := map[int64][]int64{}
	for _, f := range forms {
		if f.AddresseeID == nil {
			continue
		}
		for _, p := range append([]int64{*f.AddresseeID}, facts.Deputies(*f.AddresseeID)...) {
			out[f.ID] = append(out[f.ID], accounts[p])
		}
	}
	return out, err
}

// passedAccounts are the accounts of those who may not answer forms in their present state, by
// form.
func passedAccounts(ctx context.Context, b *notice.Batch, forms []*ent.Form) (map[int64][]int64, error) {
	given, err := signatures(ctx, b, forms)
	if err != nil {
		return nil, err
	}
	out, people, all := map[int64][]int64{}, map[int64]map[int64]bool{}, []int64(nil)
	for _, f := range forms {
		var signatures []*ent.ReviewDecision
		if _, barsSigners := reviewing(f.State, TurnOf(f)).barred(); f.SubmissionID != nil && barsSigners {
			signatures = given[*f.SubmissionID]
		}
		out[f.ID], people[f.ID] = slices.Clone(f.PreparedBy), passedOver(f, signatures)
		for _, o := range signatures {
			if o.AccountID != nil {
				out[f.ID] = append(out[f.ID], *o.AccountID)
			}
		}
		all = slices.AppendSeq(all, maps.Keys(people[f.ID]))
	}
	accounts, err := b.AccountsOf(ctx, all)
	for id, of := range people {
		for p := range of {
			out[id] = append(out[id], accounts[p])
		}
	}
	return out, err
}

// signatures are the approvals in force of the forms' submissions, by submission.
func signatures(ctx context.Context, b *notice.Batch, forms []*ent.Form) (map[int64][]*ent.ReviewDecision, error) {
	var submissions []int64
	for _, f := range forms {
		if f.SubmissionID != nil {
			submissions = append(submissions, *f.SubmissionID)
		}
	}
	out := map[int64][]*ent.ReviewDecision{}
	if len(submissions) == 0 {
		return out, nil
	}
	rows, err := b.Tx.ReviewDecision.Query().Where(reviewdecision.SubmissionIDIn(submissions...), reviewdecision.VerdictEQ(term.VerdictApproved), reviewdecision.VoidedAtIsNil()).All(ctx)
	for _, o := range rows {
		out[o.SubmissionID] = append(out[o.SubmissionID], o)
	}
	return out, err
}
