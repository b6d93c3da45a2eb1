package notify

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"sineng/ent"
	"sineng/ent/assessment"
	"sineng/ent/meeting"
	"sineng/ent/meetingmember"
	"sineng/ent/objection"
	"sineng/ent/publicfeedback"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
)

// cursorName is how far into the log notices were made.
const cursorName = "notify"

// handlers tell of the entries of the log, by what was done.
var handlers = map[term.AuditAction]func(*batch, context.Context, audit.Followed) error{
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

	term.AuditActionPlanMeeting:     (*batch).tellOfMeeting,
	term.AuditActionReviseMeeting:   (*batch).tellOfMeeting,
	term.AuditActionEndorseGrade:    (*batch).tellOfEndorsement,
	term.AuditActionDecideGrade:     (*batch).tellOfDecision,
	term.AuditActionReceiveFeedback: (*batch).tellOfFeedback,
	term.AuditActionRaiseObjection:  (*batch).tellOfObjection,
	term.AuditActionAnswerObjection: (*batch).tellOfAnswer,
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
func (s *Service) tell(ctx context.Context, tx *ent.Tx, entries []audit.Followed) error {
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

// tellOfMeeting calls the members of a meeting that is to come, anew when its day changes.
func (b *batch) tellOfMeeting(ctx context.Context, e audit.Followed) error {
	ids := e.Changed(ent.TypeMeeting)
	rows, err := b.tx.Meeting.Query().Where(meeting.IDIn(ids...), meeting.StateIn(term.MeetingStatePlanned, term.MeetingStateOpen)).WithUnit().All(ctx)
	if err != nil {
		return err
	}
	for _, m := range rows {
		members, err := b.tx.MeetingMember.Query().Where(meetingmember.MeetingID(m.ID)).All(ctx)
		if err != nil {
			return err
		}
		people := make([]int64, len(members))
		for i, one := range members {
			people[i] = one.PersonID
		}
		accounts, err := b.accounts(ctx, people...)
		if err != nil {
			return err
		}
		on := m.HeldOn.Format(time.DateOnly)
		b.tell(accounts, 0, term.NoticeKindMeetingCalled, m.ID, keyOf("meeting", m.ID, on, m.Place),
			map[string]string{"unit": m.Edges.Unit.Name, "on": on, "place": m.Place, "title": m.Title})
	}
	return nil
}

// risk is the risk point that an entry is about, nil when it is gone.
func (b *batch) risk(ctx context.Context, e audit.Followed) (*ent.RiskPoint, error) {
	ids := e.Changed(ent.TypeRiskPoint)
	if len(ids) == 0 {
		return nil, nil
	}
	r, err := b.tx.RiskPoint.Query().Where(riskpoint.ID(ids[0])).WithUnit().Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return r, err
}

// tellOfEndorsement tells the inspectors of a grade that waits for their concurrence.
func (b *batch) tellOfEndorsement(ctx context.Context, e audit.Followed) error {
	r, err := b.risk(ctx, e)
	if r == nil || err != nil || r.EndorsedGrade == term.Ungraded {
		return err
	}
	return b.tellInspectors(ctx, e, r, term.NoticeKindGradeToConcur, "concur")
}

// tellOfDecision files a C grade with the inspectors; what is decided higher up they concur
// in before.
func (b *batch) tellOfDecision(ctx context.Context, e audit.Followed) error {
	r, err := b.risk(ctx, e)
	if r == nil || err != nil {
		return err
	}
	decided := e.Changed(ent.TypeAssessment)
	if len(decided) == 0 {
		return nil
	}
	c, err := b.tx.Assessment.Query().Where(assessment.IDIn(decided...), assessment.KindEQ(term.AssessmentKindDecision), assessment.GradeEQ(term.GradeC)).Exist(ctx)
	if err != nil || !c {
		return err
	}
	return b.tellInspectors(ctx, e, r, term.NoticeKindGradeFiled, "graded")
}

func (b *batch) tellInspectors(ctx context.Context, e audit.Followed, r *ent.RiskPoint, kind term.NoticeKind, key string) error {
	inspectors, err := b.roleHolders(ctx, term.RoleInspector, authz.Levels{r.L1, r.L2, r.L3, r.L4, r.L5, r.L6})
	b.tell(inspectors, e.Actor.Account, kind, r.ID, keyOf(key, r.ID, e.Index), map[string]string{"unit": r.Edges.Unit.Name})
	return err
}

// tellOfFeedback tells the inspectors of the unit that the public wrote on a form of it.
func (b *batch) tellOfFeedback(ctx context.Context, e audit.Followed) error {
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

func (b *batch) objections(ctx context.Context, e audit.Followed) ([]*ent.Objection, error) {
	return b.tx.Objection.Query().Where(objection.IDIn(e.Changed(ent.TypeObjection)...)).WithUnit().All(ctx)
}

// tellOfObjection tells those who are to answer it; who objected stands in the text that
// they are let in to, not here.
func (b *batch) tellOfObjection(ctx context.Context, e audit.Followed) error {
	rows, err := b.objections(ctx, e)
	if err != nil {
		return err
	}
	for _, o := range rows {
		if o.State != term.ObjectionStateRaised {
			continue
		}
		holders, err := b.roleHolders(ctx, o.Tier, authz.Levels{o.L1, o.L2, o.L3, o.L4, o.L5, o.L6})
		if err != nil {
			return err
		}
		b.tell(holders, e.Actor.Account, term.NoticeKindObjectionRaised, o.ID, keyOf("objection", o.ID),
			map[string]string{"unit": o.Edges.Unit.Name, "due": o.DueOn.Format(time.DateOnly)})
	}
	return nil
}

// tellOfAnswer tells who objected.
func (b *batch) tellOfAnswer(ctx context.Context, e audit.Followed) error {
	rows, err := b.objections(ctx, e)
	if err != nil {
		return err
	}
	for _, o := range rows {
		if o.State != term.ObjectionStateAnswered || o.PersonID == nil {
			continue
		}
		accounts, err := b.accounts(ctx, *o.PersonID)
		if err != nil {
			return err
		}
		b.tell(accounts, 0, term.NoticeKindObjectionAnswered, o.ID, keyOf("answered", o.ID), map[string]string{"unit": o.Edges.Unit.Name})
	}
	return nil
}
