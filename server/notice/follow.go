package notice

import (
	"context"
	"fmt"
	"strconv"

	"sineng/ent"
	"sineng/ent/publicfeedback"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/follow"
)

// cursorName is how far into the log notices were made.
const cursorName = "notice"

// handlers tell of the entries of the log, by what was done.
var handlers = map[term.AuditAction]func(*batch, context.Context, follow.Entry) error{
	term.AuditActionExpectForms:    (*batch).tellOfForms,
	term.AuditActionAssignForm:     (*batch).tellOfForms,
	term.AuditActionMoveForm:       (*batch).tellOfForms,
	term.AuditActionSubmitForm:     (*batch).tellOfForms,
	term.AuditActionApproveForm:    (*batch).tellOfForms,
	term.AuditActionReturnForm:     (*batch).tellOfForms,
	term.AuditActionReaddressForm:  (*batch).tellOfForms,
	term.AuditActionVoidOpinions:   (*batch).tellOfForms,
	term.AuditActionEndPublicity:   (*batch).tellOfForms,
	term.AuditActionFileForm:       (*batch).tellOfForms,
	term.AuditActionAskRevision:    (*batch).tellOfForms,
	term.AuditActionAllowRevision:  (*batch).tellOfForms,
	term.AuditActionRefuseRevision: (*batch).tellOfForms,

	term.AuditActionPlanMeeting:       (*batch).tellOfMeeting,
	term.AuditActionReviseMeeting:     (*batch).tellOfMeeting,
	term.AuditActionCancelMeeting:     (*batch).tellOfCancelled,
	term.AuditActionEndorseGrade:      (*batch).tellOfEndorsement,
	term.AuditActionDeclineGrade:      (*batch).tellOfRefusal,
	term.AuditActionDecideGrade:       (*batch).tellOfDecision,
	term.AuditActionReceiveFeedback:   (*batch).tellOfFeedback,
	term.AuditActionRaiseObjection:    (*batch).tellOfObjection,
	term.AuditActionAnswerObjection:   (*batch).tellOfObjection,
	term.AuditActionWithdrawObjection: (*batch).tellOfObjection,
	term.AuditActionDelegate:          (*batch).tellOfDelegation,
}

var followed = func() []term.AuditAction {
	var out []term.AuditAction
	for _, name := range term.AuditAction("").Values() {
		if _, ok := handlers[term.AuditAction(name)]; ok {
			out = append(out, term.AuditAction(name))
		}
	}
	return out
}()

// tell makes the notices of entries of the log.
func (s *Service) tell(ctx context.Context, tx *ent.Tx, entries []follow.Entry) error {
	b := s.newBatch(tx)
	for _, e := range entries {
		if err := handlers[e.Action](b, ctx, e); err != nil {
			return fmt.Errorf("entry %d: %w", e.Index, err)
		}
		if len(b.list) >= insertBatch {
			if err := b.flush(ctx); err != nil {
				return err
			}
		}
	}
	return b.flush(ctx)
}

// keyOf is the key of a notice on a row, once for each of what more tells apart.
func keyOf(what string, id int64, more ...any) string {
	return what + ":" + strconv.FormatInt(id, 36) + ":" + fmt.Sprint(more...)
}

// tellOfFeedback tells the inspectors of the unit that the public wrote on a form of it.
func (b *batch) tellOfFeedback(ctx context.Context, e follow.Entry) error {
	rows, err := b.tx.PublicFeedback.Query().Where(publicfeedback.IDIn(e.Changed(ent.TypePublicFeedback)...)).WithUnit().WithForm().All(ctx)
	if err != nil {
		return err
	}
	for _, f := range rows {
		inspectors, err := b.roleHolders(ctx, term.RoleInspector, authz.Levels{f.L1, f.L2, f.L3, f.L4, f.L5, f.L6})
		if err != nil {
			return err
		}
		words := map[string]string{"unit": f.Edges.Unit.Name}
		if f.Edges.Form != nil {
			words["form"] = string(f.Edges.Form.Kind)
		}
		b.tell(inspectors, 0, term.NoticeKindFeedbackReceived, f.FormID, keyOf("feedback", f.ID), words)
	}
	return nil
}
