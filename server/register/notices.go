package register

import (
	"context"

	"sineng/ent"
	entassessment "sineng/ent/assessment"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/follow"
	"sineng/server/notice"
)

// Notices are the notices on grades.
func (s *Service) Notices() notice.Source {
	return notice.Source{
		Kinds: []notice.Kind{
			{Kind: term.NoticeKindGradeToConcur, Page: "/risks/{id}", ZH: "{subject}有一个风险点的等级待您会签", EN: "The grade of a risk point of {subject} waits for your concurrence"},
			{Kind: term.NoticeKindGradeRefused, Page: "/risks/{id}", ZH: "您提请会签的{subject}的一个风险点等级被纪检监察退回",
				EN: "An inspector refused a grade that you endorsed for a risk point of {subject}"},
			{Kind: term.NoticeKindGradeDecided, Page: "/risks/{id}", ZH: "{subject}有一个风险点审定为 {grade} 级", EN: "A risk point of {subject} was decided as {grade}"},
			{Kind: term.NoticeKindGradeFiled, Page: "/risks/{id}", ZH: "{subject}有一个风险点审定为 C 级,报您备案",
				EN: "A risk point of {subject} was decided as C; this files it with you"},
		},
		Answers: []notice.Answer{
			{With: notifyEndorsed, To: []term.AuditAction{term.AuditActionEndorseGrade}},
			{With: notifyDeclined, To: []term.AuditAction{term.AuditActionDeclineGrade}},
			{With: notifyDecided, To: []term.AuditAction{term.AuditActionDecideGrade}},
		},
		Seen: map[string]func(context.Context, []int64) ([]int64, error){riskpoint.Table: s.seen},
	}
}

// seen are the risk points among those with the ids that the viewer sees.
func (s *Service) seen(ctx context.Context, ids []int64) ([]int64, error) {
	return s.store.Reader(ctx).RiskPoint.Query().Where(riskpoint.IDIn(ids...)).IDs(ctx)
}

// graded is a risk point whose grade an entry of the log is about.
type graded struct {
	*ent.RiskPoint
	entry follow.Entry
}

// gradedBy are the risk points of entries, with their units; those that are gone are left out.
func gradedBy(ctx context.Context, b *notice.Batch, entries []follow.Entry) ([]graded, error) {
	var ids []int64
	for _, e := range entries {
		ids = append(ids, e.Changed(ent.TypeRiskPoint)...)
	}
	rows, err := b.Tx.RiskPoint.Query().Where(riskpoint.IDIn(ids...)).WithUnit().All(ctx)
	byID := map[int64]*ent.RiskPoint{}
	for _, r := range rows {
		byID[r.ID] = r
	}
	var out []graded
	for _, e := range entries {
		if ids := e.Changed(ent.TypeRiskPoint); len(ids) > 0 && byID[ids[0]] != nil {
			out = append(out, graded{byID[ids[0]], e})
		}
	}
	return out, err
}

// notifyEndorsed notifies the inspectors of grades that wait for their concurrence, but who
// proposed or endorsed them.
func notifyEndorsed(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	risks, err := gradedBy(ctx, b, entries)
	if err != nil {
		return err
	}
	proposers, err := assessors(ctx, b, risks, term.AssessmentKindProposal)
	if err != nil {
		return err
	}
	for _, r := range risks {
		if r.EndorsedGrade == term.Ungraded {
			continue
		}
		if err := notifyInspectors(ctx, b, r, term.NoticeKindGradeToConcur, "concur", proposers[r.ID]...); err != nil {
			return err
		}
	}
	return nil
}

// notifyDeclined notifies who endorsed grades that an inspector refused them.
func notifyDeclined(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	risks, err := gradedBy(ctx, b, entries)
	if err != nil {
		return err
	}
	endorsers, err := assessors(ctx, b, risks, term.AssessmentKindEndorsement)
	if err != nil {
		return err
	}
	for _, r := range risks {
		b.Notify(notice.Except(endorsers[r.ID], r.entry.Actor.Account), notice.Notice{Kind: term.NoticeKindGradeRefused, Object: r.ID,
			Key: notice.Key("refused", r.ID, r.entry.Index), Words: map[string]string{"unit": r.Edges.Unit.Name}})
	}
	return nil
}

// notifyDecided files C grades with the inspectors, who concur in B before and sit in the
// meetings on A, and notifies of every decision the heads of the department and on whom the
// risk point stands.
func notifyDecided(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	risks, err := gradedBy(ctx, b, entries)
	if err != nil {
		return err
	}
	decisions, err := decisionsOf(ctx, b, risks)
	if err != nil {
		return err
	}
	var units []int64
	for _, r := range risks {
		units = append(units, r.UnitID)
	}
	leading, err := b.Office().Leading(ctx, units...)
	if err != nil {
		return err
	}
	for _, r := range risks {
		decided := decisions[r.entry.Index]
		if decided == nil {
			continue
		}
		people := append([]int64{given(r.PersonID)}, leading.Heading(r.UnitID)...)
		concerned, err := b.Accounts(ctx, people...)
		if err != nil {
			return err
		}
		b.Notify(notice.Except(concerned, r.entry.Actor.Account), notice.Notice{Kind: term.NoticeKindGradeDecided, Object: r.ID,
			Key: notice.Key("decided", r.ID, r.entry.Index), Words: map[string]string{"unit": r.Edges.Unit.Name, "grade": string(decided.Grade)}})
		if decided.Grade != term.GradeC {
			continue
		}
		if err := notifyInspectors(ctx, b, r, term.NoticeKindGradeFiled, "graded"); err != nil {
			return err
		}
	}
	return nil
}

// decisionsOf are the decisions that the entries of risk points made on them, by entry.
func decisionsOf(ctx context.Context, b *notice.Batch, risks []graded) (map[int64]*ent.Assessment, error) {
	var ids []int64
	for _, r := range risks {
		ids = append(ids, r.entry.Changed(ent.TypeAssessment)...)
	}
	rows, err := b.Tx.Assessment.Query().Where(entassessment.IDIn(ids...), entassessment.KindEQ(term.AssessmentKindDecision)).All(ctx)
	byID := map[int64]*ent.Assessment{}
	for _, a := range rows {
		byID[a.ID] = a
	}
	out := map[int64]*ent.Assessment{}
	for _, r := range risks {
		for _, id := range r.entry.Changed(ent.TypeAssessment) {
			if a := byID[id]; a != nil && a.RiskPointID == r.ID {
				out[r.entry.Index] = a
			}
		}
	}
	return out, err
}

func notifyInspectors(ctx context.Context, b *notice.Batch, r graded, kind term.NoticeKind, key string, but ...int64) error {
	inspectors, err := b.Holders(ctx, term.RoleInspector, authz.Levels{r.L1, r.L2, r.L3, r.L4, r.L5, r.L6}, append(but, r.entry.Actor.Account)...)
	b.Notify(inspectors, notice.Notice{Kind: kind, Object: r.ID, Key: notice.Key(key, r.ID, r.entry.Index), Words: map[string]string{"unit": r.Edges.Unit.Name}})
	return err
}

// assessors are the accounts of who made the newest assessment of a kind, by risk point.
func assessors(ctx context.Context, b *notice.Batch, risks []graded, kind term.AssessmentKind) (map[int64][]int64, error) {
	var ids []int64
	for _, r := range risks {
		ids = append(ids, r.ID)
	}
	rows, err := b.Tx.Assessment.Query().Where(entassessment.RiskPointIDIn(ids...), entassessment.KindEQ(kind)).
		Order(entassessment.ByAt(), entassessment.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	newest, people := map[int64]*ent.Assessment{}, []int64(nil)
	for _, a := range rows {
		newest[a.RiskPointID] = a
	}
	for _, a := range newest {
		people = append(people, given(a.ActorID))
	}
	accounts, err := b.AccountsOf(ctx, people)
	out := map[int64][]int64{}
	for id, a := range newest {
		out[id] = []int64{given(a.AccountID), accounts[given(a.ActorID)]}
	}
	return out, err
}
