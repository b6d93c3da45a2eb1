package register

import (
	"context"

	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/follow"
	"sineng/server/notice"
)

// Notices registers the notices on grades.
func (s *Service) Notices() notice.Source {
	return notice.Source{
		Kinds: []notice.Kind{
			{Kind: term.NoticeKindGradeToConcur, Page: "/risks/{id}", ZH: "{subject}有一个风险点的等级待您会签", EN: "The grade of a risk point of {subject} waits for your concurrence"},
			{Kind: term.NoticeKindGradeRefused, Page: "/risks/{id}", ZH: "您提请会签的{subject}的一个风险点等级被纪检监察退回",
				EN: "An inspector refused a grade that you endorsed for a risk point of {subject}"},
			{Kind: term.NoticeKindGradeDecided, Page: "/risks/{id}", ZH: "{subject}有一个风险点审定为 {grade} 级", EN: "A risk point of {subject} was decided as {grade}"},
			{Kind: term.NoticeKindGradeFiled, Page: "/risks/{id}", ZH: "{subject}有一个风险点审定为 C 级,报您备案",
				EN: "A risk point of {subject} was decided as C; this files it with you"},
			{Kind: term.NoticeKindGradeToReassess, Page: "/risks/{id}", ZH: "{subject}有一个风险点审定为 {grade} 级后内容被改写,须重新评估、审定",
				EN: "A risk point of {subject} was rewritten after it was decided as {grade}: assess and decide it anew"},
			{Kind: term.NoticeKindRetirementToConcur, Page: "/risks/{id}", ZH: "{subject}有一个风险点提请撤销,待您会签",
				EN: "The retirement of a risk point of {subject} waits for your concurrence"},
			{Kind: term.NoticeKindRetirementConcurred, Page: "/risks/{id}", ZH: "您提请撤销的{subject}的一个风险点已经会签,予以撤销",
				EN: "A risk point of {subject} whose retirement you endorsed is retired: an inspector concurred"},
			{Kind: term.NoticeKindRetirementRefused, Page: "/risks/{id}", ZH: "您提请撤销的{subject}的一个风险点被纪检监察退回",
				EN: "An inspector refused the retirement that you endorsed of a risk point of {subject}"},
		},
		Answers: []notice.Answer{
			{With: notifyEndorsed, To: []term.AuditAction{term.AuditActionEndorseGrade}},
			{With: notifyDeclined, To: []term.AuditAction{term.AuditActionDeclineGrade}},
			{With: notifyDecided, To: []term.AuditAction{term.AuditActionDecideGrade}},
			{With: notifyOutdated, To: []term.AuditAction{term.AuditActionReviseRiskPoint}},
			{With: notifyRetirement, To: []term.AuditAction{term.AuditActionEndorseRetirement}},
			{With: notifyRetired, To: []term.AuditAction{term.AuditActionRetireRiskPoint, term.AuditActionRefuseRetirement}},
		},
		Seen: map[string]func(context.Context, []int64) ([]int64, error){riskpoint.Table: s.seen},
	}
}

// seen returns those of the ids whose risk points the viewer may see.
func (s *Service) seen(ctx context.Context, ids []int64) ([]int64, error) {
	return s.store.Reader(ctx).RiskPoint.Query().Where(riskpoint.IDIn(ids...)).IDs(ctx)
}

// notifyEndorsed notifies the inspectors of grades that await concurrence, except whoever
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

// notifyDeclined notifies the endorsers of grades that an inspector refused.
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

// notifyDecided notifies the inspectors of C grades, since they concur in B beforehand and
// attend the meetings on A. It notifies the heads of the department and the person concerned
// of every decision.
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

// notifyInspectors notifies the inspectors of a risk point, except the given accounts and the
// actor.
func notifyInspectors(ctx context.Context, b *notice.Batch, r graded, kind term.NoticeKind, key string, but ...int64) error {
	inspectors, err := b.Holders(ctx, term.RoleInspector, r.Levels(), append(but, r.entry.Actor.Account)...)
	b.Notify(inspectors, notice.Notice{Kind: kind, Object: r.ID, Key: notice.Key(key, r.ID, r.entry.Index), Words: map[string]string{"unit": r.Edges.Unit.Name}})
	return err
}
