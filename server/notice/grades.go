package notice

import (
	"context"

	"sineng/ent"
	"sineng/ent/assessment"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/follow"
)

// risk is the risk point that an entry is about, nil when it is gone.
func (b *batch) risk(ctx context.Context, e follow.Entry) (*ent.RiskPoint, error) {
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

// tellOfEndorsement tells the inspectors of a grade that waits for their concurrence, but who
// proposed or endorsed it.
func (b *batch) tellOfEndorsement(ctx context.Context, e follow.Entry) error {
	r, err := b.risk(ctx, e)
	if r == nil || err != nil || r.EndorsedGrade == term.Ungraded {
		return err
	}
	proposal, err := b.newest(ctx, r, term.AssessmentKindProposal)
	if err != nil {
		return err
	}
	proposer, err := b.assessor(ctx, proposal)
	if err != nil {
		return err
	}
	return b.tellInspectors(ctx, e, r, term.NoticeKindGradeToConcur, "concur", proposer...)
}

// tellOfRefusal tells who endorsed a grade that an inspector refused it.
func (b *batch) tellOfRefusal(ctx context.Context, e follow.Entry) error {
	r, err := b.risk(ctx, e)
	if r == nil || err != nil {
		return err
	}
	endorsed, err := b.newest(ctx, r, term.AssessmentKindEndorsement)
	if err != nil {
		return err
	}
	who, err := b.assessor(ctx, endorsed)
	if err != nil {
		return err
	}
	b.tell(who, e.Actor.Account, term.NoticeKindGradeRefused, r.ID, keyOf("refused", r.ID, e.Index), map[string]string{"unit": r.Edges.Unit.Name})
	return nil
}

// tellOfDecision files a C grade with the inspectors, who concur in B before and sit in the
// meetings on A, and tells of every decision the heads of the department and on whom the risk
// point stands.
func (b *batch) tellOfDecision(ctx context.Context, e follow.Entry) error {
	r, err := b.risk(ctx, e)
	if r == nil || err != nil {
		return err
	}
	decided, err := b.tx.Assessment.Query().Where(assessment.IDIn(e.Changed(ent.TypeAssessment)...), assessment.RiskPointID(r.ID),
		assessment.KindEQ(term.AssessmentKindDecision)).First(ctx)
	if ent.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	people, err := b.headsOf(ctx, r.UnitID)
	if err != nil {
		return err
	}
	if r.PersonID != nil {
		people[r.UnitID] = append(people[r.UnitID], *r.PersonID)
	}
	concerned, err := b.accounts(ctx, people[r.UnitID]...)
	if err != nil {
		return err
	}
	b.tell(concerned, e.Actor.Account, term.NoticeKindGradeDecided, r.ID, keyOf("decided", r.ID, e.Index),
		map[string]string{"unit": r.Edges.Unit.Name, "grade": string(decided.Grade)})
	if decided.Grade != term.GradeC {
		return nil
	}
	return b.tellInspectors(ctx, e, r, term.NoticeKindGradeFiled, "graded")
}

func (b *batch) tellInspectors(ctx context.Context, e follow.Entry, r *ent.RiskPoint, kind term.NoticeKind, key string, but ...int64) error {
	inspectors, err := b.roleHolders(ctx, term.RoleInspector, authz.Levels{r.L1, r.L2, r.L3, r.L4, r.L5, r.L6}, append(but, e.Actor.Account)...)
	b.tell(inspectors, 0, kind, r.ID, keyOf(key, r.ID, e.Index), map[string]string{"unit": r.Edges.Unit.Name})
	return err
}

// newest is the last assessment of a kind, nil where there is none.
func (b *batch) newest(ctx context.Context, r *ent.RiskPoint, kind term.AssessmentKind) (*ent.Assessment, error) {
	a, err := b.tx.Assessment.Query().Where(assessment.RiskPointID(r.ID), assessment.KindEQ(kind)).
		Order(ent.Desc(assessment.FieldAt, assessment.FieldID)).First(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return a, err
}

// assessor are the accounts of who made an assessment.
func (b *batch) assessor(ctx context.Context, a *ent.Assessment) ([]int64, error) {
	var out []int64
	if a == nil {
		return nil, nil
	}
	if a.AccountID != nil {
		out = append(out, *a.AccountID)
	}
	if a.ActorID == nil {
		return out, nil
	}
	own, err := b.accounts(ctx, *a.ActorID)
	return append(out, own...), err
}
