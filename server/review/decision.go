package review

import (
	"context"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/org"
)

// ApproveForm is the input of Service.Approve.
type ApproveForm struct {
	FormID          int64
	ExpectedVersion int
	// Text is the review decision; empty for an approval without comment.
	Text string
}

// ReturnForm is the input of Service.Return.
type ReturnForm struct {
	FormID          int64
	ExpectedVersion int
	To              term.FormState
	Reason          string
}

// Approve approves a form at its present stage and sends it on. Nobody approves what they
// prepared, or approves twice in one review. FORM_CHANGED means that the form was edited after
// its submission and has gone back to the draft. REVIEWER_MOVED names who is to answer it now.
func (s *Service) Approve(ctx context.Context, in ApproveForm) (*ent.Form, error) {
	text := strings.TrimSpace(in.Text)
	if bad := org.Length("text", text, 0, 2000, "审核意见", "The review decision"); bad != nil {
		return nil, bad
	}
	return s.within(ctx, func(ctx context.Context, tx *ent.Tx) (*ent.Form, *fault.Error, error) {
		r, who, refused, err := s.take(ctx, tx, in.FormID, in.ExpectedVersion, Approve)
		if err != nil || refused != nil {
			return nil, refused, err
		}
		changed, err := s.recheck(ctx, r)
		if err != nil || changed != nil {
			return nil, changed, err
		}
		if err := s.sign(ctx, r, who, term.VerdictApproved, text, nil); err != nil {
			return nil, nil, err
		}
		if err := s.goOn(ctx, r, Approve); err != nil {
			return nil, nil, err
		}
		return r.form, nil, s.recordStep(ctx, r, term.AuditActionApproveForm, authz.ReviewForms, text)
	})
}

// Return sends a form back to an earlier stage or to the draft, with a reason. The approvals
// of that stage and of later ones become void.
func (s *Service) Return(ctx context.Context, in ReturnForm) (*ent.Form, error) {
	reason := strings.TrimSpace(in.Reason)
	if bad := org.Length("reason", reason, 1, 2000, "退回理由", "The reason"); bad != nil {
		return nil, bad
	}
	return s.within(ctx, func(ctx context.Context, tx *ent.Tx) (*ent.Form, *fault.Error, error) {
		r, who, refused, err := s.take(ctx, tx, in.FormID, in.ExpectedVersion, Return)
		if err != nil || refused != nil {
			return nil, refused, err
		}
		facts, err := r.facts(ctx)
		if err != nil {
			return nil, nil, err
		}
		facts.To = in.To
		to, err := Next(r.form.State, Return, facts)
		if err != nil {
			return nil, nil, err
		}
		if err := s.sign(ctx, r, who, term.VerdictReturned, reason, &to); err != nil {
			return nil, nil, err
		}
		if err := s.void(ctx, r, to, "退回至"+to.Label("zh")+":"+reason); err != nil {
			return nil, nil, err
		}
		if err := s.endNotice(ctx, r, s.store.Now()); err != nil {
			return nil, nil, err
		}
		if to == term.FormStateDraft {
			err = s.backToDraft(ctx, r, endedReturned, reason)
		} else {
			err = s.enter(ctx, r, to)
		}
		if err != nil {
			return nil, nil, err
		}
		return r.form, nil, s.recordStep(ctx, r, term.AuditActionReturnForm, authz.ReviewForms, reason)
	})
}

// sign records a review decision, with the signer's post of the day.
func (s *Service) sign(ctx context.Context, r *round, who *signer, verdict term.Verdict, text string, to *term.FormState) error {
	create := r.tx.ReviewDecision.Create().SetFormID(r.form.ID).SetSubmissionID(r.submission.ID).SetNillablePersonID(r.form.PersonID).
		SetStage(r.form.State).SetVerdict(verdict).SetText(text).SetNillableReturnedTo(to).SetSignerName(who.viewer.Name).SetSignerRole(who.role).
		SetAt(s.store.Now())
	if who.viewer.AccountID != 0 {
		create.SetAccountID(who.viewer.AccountID)
	}
	if who.person != nil {
		create.SetSignerID(who.person.ID).SetSignerName(who.person.Name).SetSignerTitle(who.person.JobTitle)
	}
	if who.behalf != nil {
		create.SetBehalfID(who.behalf.ID).SetBehalfName(who.behalf.Name)
	}
	placed(create, r.form)
	o, err := create.Save(everywhere(ctx))
	r.decisions = append(r.decisions, o)
	return err
}

// void voids the approvals of a stage and of later ones; from DRAFT all.
func (s *Service) void(ctx context.Context, r *round, from term.FormState, reason string) error {
	for i, o := range r.decisions {
		if o.Verdict != term.VerdictApproved || o.VoidedAt != nil || from != term.FormStateDraft && before(o.Stage, from) {
			continue
		}
		out, err := r.tx.ReviewDecision.UpdateOne(o).SetVoidedAt(s.store.Now()).SetVoidReason(cut(reason, 2000)).Save(everywhere(ctx))
		if err != nil {
			return err
		}
		r.decisions[i] = out
	}
	return nil
}

// goOn sends a form on once a stage is complete.
func (s *Service) goOn(ctx context.Context, r *round, action Action) error {
	containsA, err := s.containsA(ctx, r)
	if err != nil {
		return err
	}
	r.containsA = containsA
	facts, err := r.facts(ctx)
	if err != nil {
		return err
	}
	to, err := Next(r.form.State, action, facts)
	if err != nil {
		return err
	}
	return s.enter(ctx, r, to)
}

// enter puts a form into a state with its side effects: it addresses the form, publishes it or
// files it.
func (s *Service) enter(ctx context.Context, r *round, to term.FormState) error {
	a, err := s.turn(ctx, r.tx.Client(), r.form, to, r.decisions)
	if err != nil {
		return err
	}
	update := addressed(s.change(r, to).SetContainsA(r.containsA), a)
	switch to {
	case term.FormStatePublicity:
		err = s.publish(ctx, r, update)
	case term.FormStateFiled:
		err = s.file(ctx, r, update)
	}
	if err != nil {
		return err
	}
	out, err := update.Save(everywhere(ctx))
	if err != nil {
		return org.Stale(err)
	}
	r.form = out
	return nil
}

// recordStep logs a step and its side effect: that the form was published or filed.
func (s *Service) recordStep(ctx context.Context, r *round, action term.AuditAction, right authz.Action, reason string) error {
	if err := s.record(ctx, r.form, action, right, reason); err != nil {
		return err
	}
	switch r.form.State {
	case term.FormStatePublicity:
		return s.record(ctx, r.form, term.AuditActionPublishForm, "", "")
	case term.FormStateFiled:
		return s.record(ctx, r.form, term.AuditActionFileForm, "", r.form.FiledNumber)
	}
	return nil
}

// backToDraft returns a form to the draft; what was filled in stays in the register.
func (s *Service) backToDraft(ctx context.Context, r *round, how, reason string) error {
	if err := s.ended(ctx, r, how, cut(reason, 2000)); err != nil {
		return err
	}
	update := addressed(s.change(r, term.FormStateDraft), office.Answer{Turn: term.TurnOwn}).SetStarted(false).SetContainsA(false).ClearPublicityUntil()
	if how == endedRecalled {
		update.SetStarted(true)
	} else {
		update.SetReturnedAt(s.store.Now()).SetReturnReason(cut(reason, 2000))
	}
	out, err := update.Save(everywhere(ctx))
	if err != nil {
		return org.Stale(err)
	}
	r.form = out
	return nil
}

func cut(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return text
}
