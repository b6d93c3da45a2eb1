package notify

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"

	"sineng/ent"
	"sineng/ent/form"
	"sineng/ent/opinion"
	"sineng/ent/term"
	"sineng/server/audit"
	forms "sineng/server/form"
)

// formBatch is how many forms are looked at together.
const formBatch = 500

// stageRole are the roles of the stages that are addressed to nobody by name.
var stageRole = map[term.FormState]term.Role{
	term.FormStateDeptReview: term.RoleDeptHead, term.FormStateLeaderReview: term.RoleLeaderInCharge,
	term.FormStateInspectionReview: term.RoleInspector, term.FormStateGroupReview: term.RoleLeadingGroup,
	term.FormStateRevising: term.RoleInspector,
}

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
func (b *batch) tellOfForms(ctx context.Context, e audit.Followed) error {
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

func (b *batch) tellOfForm(ctx context.Context, e audit.Followed, f *ent.Form, fillers []int64) error {
	words, actor := formWords(f), e.Actor.Account
	key := func(what string, more ...any) string {
		return what + ":" + strconv.FormatInt(f.ID, 36) + ":" + fmt.Sprint(more...)
	}
	if e.Action == term.AuditActionVoidOpinions {
		signers, err := b.voided(ctx, e, f.ID)
		if err != nil {
			return err
		}
		b.tell(slices.Concat(signers, fillers), actor, term.NoticeKindFormChanged, f.ID, key("changed", e.Index), words)
	}
	switch f.State {
	case term.FormStateDraft:
		switch e.Action {
		case term.AuditActionReturnForm:
			b.tell(fillers, actor, term.NoticeKindFormReturned, f.ID, key("returned", e.Index), words)
		case term.AuditActionExpectForms, term.AuditActionAssignForm, term.AuditActionMoveForm, term.AuditActionAllowRevision:
			b.tell(fillers, 0, term.NoticeKindFormExpected, f.ID, key("expected", f.Revision), words)
		}
	case term.FormStateFiled:
		if e.Action != term.AuditActionRefuseRevision && e.Action != term.AuditActionVoidOpinions {
			b.tell(fillers, 0, term.NoticeKindFormFiled, f.ID, key("filed", f.Revision), words)
		}
	case term.FormStateDeptReview, term.FormStateLeaderReview, term.FormStateInspectionReview, term.FormStateGroupReview, term.FormStateRevising:
		reviewers, err := b.reviewers(ctx, f)
		if err != nil {
			return err
		}
		submission := int64(0)
		if f.SubmissionID != nil {
			submission = *f.SubmissionID
		}
		b.tell(reviewers, 0, term.NoticeKindFormToReview, f.ID, key("review", submission, ":", f.State, ":", f.StageSince.UnixMicro()), words)
	}
	return nil
}

// reviewers are the accounts of whom a form waits for: the addressee and their deputies, or
// else who holds the role of its stage.
func (b *batch) reviewers(ctx context.Context, f *ent.Form) ([]int64, error) {
	if f.AddresseeID == nil {
		return b.roleHolders(ctx, stageRole[f.State], forms.LevelsOf(f))
	}
	people, err := deputiesOf(ctx, b.tx.Client(), *f.AddresseeID, b.today)
	if err != nil {
		return nil, err
	}
	return b.accounts(ctx, append(people, *f.AddresseeID)...)
}

// voided are the accounts of those whose opinions on a form the entry voided.
func (b *batch) voided(ctx context.Context, e audit.Followed, formID int64) ([]int64, error) {
	ids := e.Changed(ent.TypeOpinion)
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := b.tx.Opinion.Query().Where(opinion.IDIn(ids...), opinion.FormID(formID), opinion.VoidedAtNotNil(), opinion.SignerIDNotNil()).All(ctx)
	if err != nil {
		return nil, err
	}
	people := make([]int64, len(rows))
	for i, o := range rows {
		people[i] = *o.SignerID
	}
	return b.accounts(ctx, people...)
}
