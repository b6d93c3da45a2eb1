package register

import (
	"context"
	"slices"

	"sineng/ent"
	entassessment "sineng/ent/assessment"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/follow"
	"sineng/server/notice"
	"sineng/server/office"
)

// outdates reports whether a change of a risk point marked its grade as decided on an earlier text.
func outdates(c audit.Diff) bool {
	outdated := c.Columns[riskpoint.FieldOutdated]
	return c.Type == ent.TypeRiskPoint && outdated[0] != true && outdated[1] == true
}

// notifyOutdated notifies those who assess and decide anew what was decided on an earlier text:
// whoever proposed the grade, the heads of the department, and the tier that decides the grade.
// Whoever rewrote it knows.
func notifyOutdated(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	entries = slices.DeleteFunc(slices.Clone(entries), func(e follow.Entry) bool { return !slices.ContainsFunc(e.Changes, outdates) })
	risks, err := gradedBy(ctx, b, entries)
	if err != nil {
		return err
	}
	proposers, err := assessors(ctx, b, risks, term.AssessmentKindProposal)
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
		if !r.Outdated {
			continue
		}
		heads, err := b.Accounts(ctx, leading.Heading(r.UnitID)...)
		if err != nil {
			return err
		}
		deciders, err := tierOf(ctx, b, r)
		if err != nil {
			return err
		}
		b.Notify(notice.Except(slices.Concat(proposers[r.ID], heads, deciders), r.entry.Actor.Account), notice.Notice{Kind: term.NoticeKindGradeToReassess,
			Object: r.ID, Key: notice.Key("outdated", r.ID, r.entry.Index), Words: map[string]string{"unit": r.Edges.Unit.Name, "grade": string(r.Grade)}})
	}
	return nil
}

// tierOf are the accounts that decide the present grade of a risk point anew: the nearest that
// hold the lowest tier for it which anybody holds.
func tierOf(ctx context.Context, b *notice.Batch, r graded) ([]int64, error) {
	for _, role := range append(slices.Clone(office.LeaderRoles), term.RoleLeadingGroup) {
		if !authz.Permits(role, deciding(r.Grade)) {
			continue
		}
		accounts, err := b.Holders(ctx, role, r.Levels(), r.entry.Actor.Account)
		if err != nil || len(accounts) > 0 {
			return accounts, err
		}
	}
	return nil, nil
}

// notifyRetirement notifies the inspectors of retirements that await concurrence, except whoever
// endorsed them.
func notifyRetirement(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	risks, err := gradedBy(ctx, b, entries)
	if err != nil {
		return err
	}
	endorsers, err := assessors(ctx, b, risks, term.AssessmentKindRetirementEndorsement)
	if err != nil {
		return err
	}
	for _, r := range risks {
		if r.Retiring == nil {
			continue
		}
		if err := notifyInspectors(ctx, b, r, term.NoticeKindRetirementToConcur, "retirement", endorsers[r.ID]...); err != nil {
			return err
		}
	}
	return nil
}

// retirementOutcomes are the notices of what became of a retirement that was endorsed, by the kind of the
// assessment that says it.
var retirementOutcomes = map[term.AssessmentKind]term.NoticeKind{
	term.AssessmentKindRetirement: term.NoticeKindRetirementConcurred, term.AssessmentKindRetirementRefusal: term.NoticeKindRetirementRefused,
}

// notifyRetired notifies who endorsed a retirement, and so began it, of what an inspector answered.
// What a meeting decides its minutes tell.
func notifyRetired(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	risks, err := gradedBy(ctx, b, entries)
	if err != nil {
		return err
	}
	endorsers, err := assessors(ctx, b, risks, term.AssessmentKindRetirementEndorsement)
	if err != nil {
		return err
	}
	var ids []int64
	for _, r := range risks {
		ids = append(ids, r.entry.Changed(ent.TypeAssessment)...)
	}
	answers, err := b.Tx.Assessment.Query().Where(entassessment.IDIn(ids...), entassessment.MeetingIDIsNil()).All(ctx)
	if err != nil {
		return err
	}
	answered := map[int64]term.NoticeKind{} // by assessment
	for _, a := range answers {
		answered[a.ID] = retirementOutcomes[a.Kind]
	}
	for _, r := range risks {
		for _, id := range r.entry.Changed(ent.TypeAssessment) {
			if kind := answered[id]; kind != "" {
				b.Notify(notice.Except(endorsers[r.ID], r.entry.Actor.Account), notice.Notice{Kind: kind, Object: r.ID,
					Key: notice.Key("retired", r.ID, r.entry.Index), Words: map[string]string{"unit": r.Edges.Unit.Name}})
			}
		}
	}
	return nil
}
