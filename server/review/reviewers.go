package review

import (
	"context"
	"maps"
	"slices"

	"sineng/ent"
	"sineng/ent/campaign"
	"sineng/ent/delegation"
	entform "sineng/ent/form"
	"sineng/ent/predicate"
	"sineng/ent/reviewdecision"
	"sineng/ent/term"
	"sineng/server/follow"
	"sineng/server/form"
	"sineng/server/notice"
	"sineng/server/office"
)

// mostDeputed is of how many forms of whom they sign for a deputy is notified one by one.
const mostDeputed = 100

// notifyReviewers notifies those for whom forms wait: the addressee and their deputies, or else
// who holds a role of the stage. Who prepared a form, whose it is and who signed another stage
// of it may not answer it and are passed over. What it reads, it reads for all of them together.
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
			for _, role := range RolesAt(f.State) {
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

// reviewKey is the key of the notice that a form waits for somebody: one for each time that it
// comes to a stage.
func reviewKey(f *ent.Form) string {
	submission := int64(0)
	if f.SubmissionID != nil {
		submission = *f.SubmissionID
	}
	return notice.Key("review", f.ID, submission, ":", f.State, ":", f.StageSince.UnixMicro())
}

// addressees are the accounts of whom forms are addressed to and of their deputies, by form.
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

// passedAccounts are the accounts of those who may not answer forms as they stand, by form.
func passedAccounts(ctx context.Context, b *notice.Batch, forms []*ent.Form) (map[int64][]int64, error) {
	given, err := signatures(ctx, b, forms)
	if err != nil {
		return nil, err
	}
	out, people, all := map[int64][]int64{}, map[int64]map[int64]bool{}, []int64(nil)
	for _, f := range forms {
		var signatures []*ent.ReviewDecision
		if _, barsSigners := reviewing(f.State).barred(); f.SubmissionID != nil && barsSigners {
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

// signatures are the approvals in force of what forms were handed in as, by submission.
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

// notifyDelegated notifies a deputy of the forms that wait for whom they sign for, once the
// delegation is in force.
func notifyDelegated(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	var ids []int64
	for _, e := range entries {
		ids = append(ids, e.Changed(ent.TypeDelegation)...)
	}
	return notifyDeputiesOf(ctx, b, delegation.IDIn(ids...))
}

// notifyDeputies notifies those who sign for somebody from this day on.
func (s *Service) notifyDeputies(ctx context.Context, write notice.Writer) error {
	return write(ctx, func(ctx context.Context, b *notice.Batch) error {
		return notifyDeputiesOf(ctx, b, delegation.FromDay(b.Today))
	})
}

// notifyDeputiesOf notifies those who sign for somebody by delegations that are in force today.
func notifyDeputiesOf(ctx context.Context, b *notice.Batch, which predicate.Delegation) error {
	rows, err := b.Tx.Delegation.Query().Where(which, office.InForce(b.Today)).All(ctx)
	if err != nil {
		return err
	}
	for _, d := range rows {
		waiting, err := b.Tx.Form.Query().Where(entform.AddresseeID(d.PersonID), entform.StateIn(term.FormStateDeptReview, term.FormStateLeaderReview),
			entform.HasCampaignWith(campaign.ClosedAtIsNil())).Order(entform.ByDueOn(), entform.ByID()).Limit(mostDeputed).WithUnit().WithPerson().All(ctx)
		if err != nil {
			return err
		}
		if err := notifyReviewers(ctx, b, waiting); err != nil {
			return err
		}
	}
	return nil
}
