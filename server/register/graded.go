package register

import (
	"context"

	"sineng/ent"
	entassessment "sineng/ent/assessment"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/follow"
	"sineng/server/notice"
)

// graded is a risk point whose grade a log entry changed.
type graded struct {
	*ent.RiskPoint
	entry follow.Entry
}

// gradedBy are the risk points of entries, with their units; deleted ones are left out.
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

// decisionsOf are the assessments that the entries appended, by entry.
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

// assessors are the accounts that made the newest assessment of a kind, by risk point.
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
