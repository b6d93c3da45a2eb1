package notice

import (
	"context"
	"maps"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/campaign"
	"sineng/ent/delegation"
	"sineng/ent/form"
	"sineng/ent/opinion"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/server/follow"
	forms "sineng/server/form"
	"sineng/server/review"
)

const (
	// formBatch is how many forms are looked at together.
	formBatch = 500
	// mostDeputed is of how many waiting forms a deputy is told one by one.
	mostDeputed = 100
)

// formWords are what the text of a notice on a form names: nothing of what it says.
func formWords(f *ent.Form) map[string]string {
	words := map[string]string{"form": string(f.Kind), "state": string(f.State), "due": f.DueOn.Format(time.DateOnly)}
	if f.Edges.Unit != nil {
		words["unit"] = f.Edges.Unit.Name
	}
	if f.Edges.Person != nil {
		words["person"] = f.Edges.Person.Name
	}
	return words
}

// tellOfForms tells of the forms that an entry is about by where they stand now: what has
// moved on since is told of by the entry that moved it.
func (b *batch) tellOfForms(ctx context.Context, e follow.Entry) error {
	for part := range slices.Chunk(e.Changed(ent.TypeForm), formBatch) {
		forms, err := b.tx.Form.Query().Where(form.IDIn(part...)).WithUnit().WithPerson().All(ctx)
		if err != nil {
			return err
		}
		people, err := b.fillersOf(ctx, forms)
		if err != nil {
			return err
		}
		accounts, err := b.accountsOf(ctx, slices.Concat(slices.Collect(maps.Values(people))...))
		if err != nil {
			return err
		}
		for _, f := range forms {
			var fillers []int64
			for _, p := range people[f.ID] {
				fillers = append(fillers, accounts[p])
			}
			if err := b.tellOfForm(ctx, e, f, fillers); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *batch) tellOfForm(ctx context.Context, e follow.Entry, f *ent.Form, fillers []int64) error {
	words, actor := formWords(f), e.Actor.Account
	if e.Action == term.AuditActionVoidOpinions {
		signers, err := b.voided(ctx, e, f.ID)
		if err != nil {
			return err
		}
		key := keyOf("changed", f.ID, e.Index)
		// The one who fills it in is told to hand it in again, also where they signed it.
		b.tell(fillers, 0, term.NoticeKindFormReopened, f.ID, key, words)
		b.tell(signers, actor, term.NoticeKindFormChanged, f.ID, key, words)
	}
	switch {
	case f.State == term.FormStateDraft:
		switch e.Action {
		case term.AuditActionReturnForm:
			b.tell(fillers, actor, term.NoticeKindFormReturned, f.ID, keyOf("returned", f.ID, e.Index), words)
		case term.AuditActionExpectForms, term.AuditActionAssignForm, term.AuditActionMoveForm, term.AuditActionAllowRevision:
			b.tell(fillers, actor, term.NoticeKindFormExpected, f.ID, keyOf("expected", f.ID, f.Revision), words)
		}
	case f.State == term.FormStatePublicity:
		b.tell(fillers, 0, term.NoticeKindFormPublished, f.ID, keyOf("published", f.ID, f.StageSince.UnixMicro()), words)
	case f.State == term.FormStateFiled:
		switch e.Action {
		case term.AuditActionRefuseRevision:
			b.tell(fillers, actor, term.NoticeKindRevisionRefused, f.ID, keyOf("refused", f.ID, e.Index), words)
		case term.AuditActionVoidOpinions:
		default:
			b.tell(fillers, 0, term.NoticeKindFormFiled, f.ID, keyOf("filed", f.ID, f.Revision), words)
		}
	case len(review.RolesAt(f.State)) > 0:
		return b.tellReviewers(ctx, f, words)
	}
	return nil
}

// tellReviewers tells those for whom a form waits: the addressee and their deputies, or else
// who holds a role of its stage. Who prepared it, whose it is and who signed for another stage
// may not answer it and are not told.
func (b *batch) tellReviewers(ctx context.Context, f *ent.Form, words map[string]string) error {
	passed, err := b.passed(ctx, f)
	if err != nil {
		return err
	}
	tell := func(accounts []int64) {
		accounts = slices.DeleteFunc(slices.Clone(accounts), func(id int64) bool { return slices.Contains(passed, id) })
		b.tell(accounts, 0, term.NoticeKindFormToReview, f.ID, reviewKey(f), words)
	}
	if f.AddresseeID == nil {
		for _, role := range review.RolesAt(f.State) {
			holders, err := b.roleHolders(ctx, role, forms.LevelsOf(f), passed...)
			if err != nil {
				return err
			}
			tell(holders)
		}
		return nil
	}
	people, err := deputiesOf(ctx, b.tx.Client(), *f.AddresseeID, b.today)
	if err != nil {
		return err
	}
	accounts, err := b.accounts(ctx, append(people, *f.AddresseeID)...)
	tell(accounts)
	return err
}

// reviewKey is the key of the notice that a form waits for somebody: once for each time that it
// comes to a stage.
func reviewKey(f *ent.Form) string {
	submission := int64(0)
	if f.SubmissionID != nil {
		submission = *f.SubmissionID
	}
	return keyOf("review", f.ID, submission, ":", f.State, ":", f.StageSince.UnixMicro())
}

// passed are the accounts of those who may not answer a form as it stands.
func (b *batch) passed(ctx context.Context, f *ent.Form) ([]int64, error) {
	accounts, people := slices.Clone(f.PreparedBy), slices.Clone(f.PreparedByPersons)
	if f.PersonID != nil {
		people = append(people, *f.PersonID)
	}
	if f.SubmissionID != nil && f.State != term.FormStateRevising {
		signed, err := b.tx.Opinion.Query().Where(opinion.SubmissionID(*f.SubmissionID), opinion.VerdictEQ(term.VerdictApproved), opinion.VoidedAtIsNil()).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, o := range signed {
			for _, id := range []*int64{o.SignerID, o.BehalfID} {
				if id != nil {
					people = append(people, *id)
				}
			}
			if o.AccountID != nil {
				accounts = append(accounts, *o.AccountID)
			}
		}
	}
	if len(people) == 0 {
		return accounts, nil
	}
	own, err := b.accounts(ctx, people...)
	return append(accounts, own...), err
}

// voided are the accounts of those whose opinions on a form the entry voided.
func (b *batch) voided(ctx context.Context, e follow.Entry, formID int64) ([]int64, error) {
	ids := e.Changed(ent.TypeOpinion)
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := b.tx.Opinion.Query().Where(opinion.IDIn(ids...), opinion.FormID(formID), opinion.VoidedAtNotNil()).All(ctx)
	if err != nil {
		return nil, err
	}
	var out, people []int64
	for _, o := range rows {
		if o.SignerID != nil {
			people = append(people, *o.SignerID)
		} else if o.AccountID != nil {
			out = append(out, *o.AccountID)
		}
	}
	own, err := b.accounts(ctx, people...)
	return append(out, own...), err
}

// tellOfDelegation tells a deputy of the forms that wait for who is away, from the day on.
func (b *batch) tellOfDelegation(ctx context.Context, e follow.Entry) error {
	return b.tellDeputies(ctx, delegation.IDIn(e.Changed(ent.TypeDelegation)...))
}

// tellDeputies tells the deputies of delegations that are in force today.
func (b *batch) tellDeputies(ctx context.Context, which predicate.Delegation) error {
	rows, err := b.tx.Delegation.Query().Where(which, delegationInForce(b.today)).All(ctx)
	if err != nil {
		return err
	}
	for _, d := range rows {
		waiting, err := b.tx.Form.Query().Where(form.AddresseeID(d.PersonID), form.StateIn(term.FormStateDeptReview, term.FormStateLeaderReview),
			form.HasCampaignWith(campaign.ClosedAtIsNil())).Order(form.ByDueOn(), form.ByID()).Limit(mostDeputed).WithUnit().WithPerson().All(ctx)
		if err != nil {
			return err
		}
		for _, f := range waiting {
			if err := b.tellReviewers(ctx, f, formWords(f)); err != nil {
				return err
			}
		}
	}
	return nil
}
