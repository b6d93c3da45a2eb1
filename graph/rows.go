package graph

import (
	"context"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/graph/model"
	"sineng/server/register"
)

// mostFlatRows is the greatest page size of riskRows, whose rows are flat and small.
const mostFlatRows = 1000

// riskRows flattens risk points for reporting tools.
func (r *Resolver) riskRows(ctx context.Context, f register.RiskFilter, first int, after *string) (*model.RiskRowPage, error) {
	p := pageOf(first, after)
	p.Max = mostFlatRows
	slice, err := r.Register.RiskPoints(ctx, f, nil, p, func(q *ent.RiskPointQuery) {
		q.WithUnit().WithPower().WithStep().WithPost().WithDirectOwner().WithDepartmentOwner().WithLeaderOwner()
	})
	if err != nil {
		return nil, err
	}
	out := &model.RiskRowPage{Rows: make([]*model.RiskRow, len(slice.Rows)), HasNextPage: slice.HasNext}
	for i, risk := range slice.Rows {
		out.Rows[i] = flat(risk)
	}
	if n := len(slice.Cursors); n > 0 {
		out.EndCursor = &slice.Cursors[n-1]
	}
	return out, nil
}

func flat(r *ent.RiskPoint) *model.RiskRow {
	row := &model.RiskRow{
		ID: r.ID, PowerType: powerTypeOf(r), Title: r.Title, RiskTypes: r.RiskTypes.List(), Manifestation: r.Manifestation, Cause: r.Cause,
		Consequence: r.Consequence, Likelihood: r.Likelihood, Severity: r.Severity, ProposedGrade: &r.ProposedGrade, Grade: &r.Grade,
		Status: r.Status, Controlled: r.Controlled, CreatedAt: r.CreatedAt, UpdatedAt: r.UpdatedAt,
		DirectOwner: ownerOf(r.Edges.DirectOwner, r.DirectOwnerText), DepartmentOwner: ownerOf(r.Edges.DepartmentOwner, r.DepartmentOwnerText),
		LeaderOwner: ownerOf(r.Edges.LeaderOwner, r.LeaderOwnerText),
	}
	if u := r.Edges.Unit; u != nil {
		row.UnitCode, row.UnitName = u.Code, u.Name
	}
	if p := r.Edges.Power; p != nil {
		row.PowerCode, row.PowerName = &p.Code, &p.Name
	}
	if s := r.Edges.Step; s != nil {
		row.StepName = &s.Name
	}
	if p := r.Edges.Post; p != nil {
		row.PostName = &p.Name
	}
	return row
}

// ownerOf is the name of an owner; where there is no person, the owner as written, nil for none.
func ownerOf(p *ent.Person, written string) *string {
	switch {
	case p != nil:
		return &p.Name
	case written != "":
		return &written
	}
	return nil
}

func powerTypeOf(r *ent.RiskPoint) *term.PowerType {
	if r.PowerType == "" {
		return nil
	}
	t := term.PowerType(r.PowerType)
	return &t
}

func freshAssessed(a *register.Assessed, err error) (*register.Assessed, error) {
	if err != nil {
		return nil, err
	}
	return &register.Assessed{RiskPoint: a.RiskPoint.Unwrap(), Assessment: a.Assessment.Unwrap()}, nil
}
