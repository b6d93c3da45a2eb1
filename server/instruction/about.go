package instruction

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/register"
)

// MostRisks is how many risk points an instruction names at most.
const MostRisks = 500

// About is what an instruction is about.
type About struct {
	UnitID int64
	// RiskIds are risk points by name, Risks a selection of them; both may be given. With neither it is about the unit as a whole.
	RiskIds []int64
	Risks   *register.RiskFilter
}

// Draft is an instruction that might be given: what it would be about, and whom it could ask.
type Draft struct {
	Unit *ent.Unit
	// Risks are the risk points, the worst grade first.
	Risks      []*ent.RiskPoint
	Candidates []Candidate
	// Usual is who is asked where nobody is named, nil where there is nobody to ask.
	Usual *Candidate

	role term.Role // by which the viewer gives it
}

// mostSamples is how many risk points of a draft are shown.
const mostSamples = 10

// RiskCount is how many risk points an instruction would name.
func (d *Draft) RiskCount() int { return len(d.Risks) }

// Samples are the first of these.
func (d *Draft) Samples() []*ent.RiskPoint { return d.Risks[:min(len(d.Risks), mostSamples)] }

// Draft tells what an instruction would be about, and whom the viewer may ask.
func (s *Service) Draft(ctx context.Context, about About) (*Draft, error) {
	u, err := org.UnitOf(ctx, s.store, about.UnitID)
	if err != nil {
		return nil, err
	}
	if u == nil {
		return nil, fault.MissingAt("about.unitId", "单位", "unit")
	}
	if err := authz.Check(ctx, authz.GiveInstructions, u.Levels()); err != nil {
		return nil, err
	}
	d := &Draft{Unit: u}
	if d.Risks, err = s.risks(ctx, u, about); err != nil {
		return nil, err
	}
	chain, err := s.chainOf(ctx, s.store.Reader(ctx), u)
	if err != nil {
		return nil, err
	}
	v := viewer.FromContext(ctx)
	d.role, _ = authz.ActingRole(v, authz.GiveInstructions, u.Levels())
	d.Candidates = Candidates(chain, d.role, v.PersonID)
	d.Usual = usual(d.Candidates)
	return d, nil
}

// risks are the risk points that an instruction is about, all of them on the unit or below it.
func (s *Service) risks(ctx context.Context, u *ent.Unit, about About) ([]*ent.RiskPoint, error) {
	inside := func(q *ent.RiskPointQuery) { q.Where(sql.FieldEQ(rule.LevelColumn(u.Level), u.ID)) }
	out := []*ent.RiskPoint{}
	var err error
	if len(about.RiskIds) > MostRisks {
		return nil, tooMany("about.riskIds")
	}
	if len(about.RiskIds) > 0 {
		if out, err = s.register.RisksNamed(ctx, "about.riskIds", about.RiskIds, inside); err != nil {
			return nil, err
		}
	}
	if about.Risks == nil {
		return out, nil
	}
	rows, err := s.register.RisksSelected(ctx, *about.Risks, MostRisks+1, inside)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		if !slices.ContainsFunc(out, func(o *ent.RiskPoint) bool { return o.ID == r.ID }) {
			out = append(out, r)
		}
	}
	if len(out) > MostRisks {
		return nil, tooMany("about.risks")
	}
	return out, nil
}

func tooMany(field string) error {
	return fault.Bad(field, "TOO_MANY", fmt.Sprintf("一次督办最多针对 %d 个风险点,请缩小范围,或就整个部门督办", MostRisks),
		fmt.Sprintf("An instruction names at most %d risk points: narrow the selection, or instruct about the unit as a whole", MostRisks))
}
