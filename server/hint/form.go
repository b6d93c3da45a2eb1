package hint

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/measure"
	"sineng/ent/power"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// Kind is what a hint is about.
type Kind string

// The values of Kind.
const (
	// CopyElsewhere is a text nearly the same as one of another department or person.
	CopyElsewhere Kind = "COPY_ELSEWHERE"
	// CopyHere is a text nearly the same as another of the form.
	CopyHere Kind = "COPY_HERE"
	// CopyOfLastYear is a form most of whose texts are those of the year before.
	CopyOfLastYear Kind = "COPY_OF_LAST_YEAR"
	// WithoutSubstance is a text of nothing but phrases.
	WithoutSubstance Kind = "WITHOUT_SUBSTANCE"
	// PowerWithoutRisk is a power on which no risk point stands.
	PowerWithoutRisk Kind = "POWER_WITHOUT_RISK"
	// NothingGrave is a department without any A or B.
	NothingGrave Kind = "NOTHING_GRAVE"
	// NobodyChecks is a measure without an actor, a date or frequency, or an indicator.
	NobodyChecks Kind = "NOBODY_CHECKS"
)

// Lack is what a measure does not say.
type Lack string

// The values of Lack.
const (
	NoActor     Lack = "ACTOR"
	NoTime      Lack = "TIME"
	NoIndicator Lack = "INDICATOR"
)

// Hint is something that a form should be looked at for.
type Hint struct {
	Kind Kind
	// RowID and Title are the row of the register that it is about; nil and empty for the
	// form as a whole.
	RowID *int64
	Title string
	// ComparedWith are the texts that it was compared with.
	ComparedWith []*Compared
	// Lacks is what a measure does not say.
	Lacks []Lack
	// Count is how many rows a hint on the whole form is about.
	Count int
}

// Compared is a text that another was compared with.
type Compared struct {
	// RowID, Title and Unit are where it stands; nil and empty where the viewer may not see it.
	RowID *int64
	Title string
	Unit  string
	// Year is that of the form that it stands in; nil for the register as it is.
	Year *int
	// Likeness is what the texts have in common, in hundredths.
	Likeness int
}

const (
	// alike is from which likeness on texts are near copies.
	alike = 0.8
	// shortest is how many characters a text must have to be called a copy: short ones are
	// alike by nature.
	shortest = 12
	// mostRows bounds the rows of each kind that are looked at.
	mostRows = 200
	// mostCompared is how many texts a hint names.
	mostCompared = 3
	// mostHints bounds the hints of a form.
	mostHints = 100
)

// material is what a form shows, read whole: whoever sees the form sees it.
type material struct {
	form     *ent.Form
	powers   []*ent.Power
	risks    []*ent.RiskPoint
	measures []*ent.Measure
}

// ForForm gives the hints for a form that the viewer sees, from the register as it stands.
func (s *Service) ForForm(ctx context.Context, f *ent.Form) ([]*Hint, error) {
	if f.PersonID != nil {
		store.NoteRead(ctx, *f.PersonID)
	}
	m, err := s.read(viewer.System(ctx), f)
	if err != nil {
		return nil, err
	}
	var out []*Hint
	switch f.Kind {
	case term.FormKindPowers:
		out = m.powersWithoutRisk()
	case term.FormKindRisks, term.FormKindPersonal:
		if f.Kind == term.FormKindRisks {
			out = append(m.powersWithoutRisk(), m.nothingGrave()...)
		}
		copies, err := s.copies(ctx, m)
		if err != nil {
			return nil, err
		}
		out = append(append(out, copies...), m.hollowRisks()...)
		if f.Kind == term.FormKindPersonal {
			out = append(out, m.measuresToCheck()...)
		}
	case term.FormKindMeasures:
		out = m.measuresToCheck()
	}
	return out[:min(len(out), mostHints)], nil
}

func (s *Service) read(ctx context.Context, f *ent.Form) (*material, error) {
	m := &material{form: f}
	client := s.store.Reader(ctx)
	var err error
	if f.Kind == term.FormKindPowers || f.Kind == term.FormKindRisks {
		m.powers, err = client.Power.Query().Where(power.UnitID(f.UnitID), power.RetiredOnIsNil()).Order(power.ByID()).Limit(mostRows).All(ctx)
		if err != nil {
			return nil, err
		}
	}
	if f.Kind != term.FormKindMeasures {
		q := client.RiskPoint.Query().Where(riskpoint.StatusNEQ(term.RiskStatusRetired))
		if f.PersonID != nil {
			q.Where(riskpoint.PersonID(*f.PersonID))
		} else {
			q.Where(riskpoint.UnitID(f.UnitID))
		}
		if m.risks, err = q.Order(riskpoint.ByID()).Limit(mostRows).All(ctx); err != nil {
			return nil, err
		}
	}
	if f.PersonID == nil {
		if f.Kind == term.FormKindMeasures {
			m.measures, err = client.Measure.Query().Where(measure.UnitID(f.UnitID), measure.StatusNEQ(term.MeasureStatusRetired)).Order(measure.ByID()).Limit(mostRows).All(ctx)
		}
		return m, err
	}
	m.measures, err = client.Measure.Query().Where(measure.StatusNEQ(term.MeasureStatusRetired), measure.HasRiskPointsWith(riskpoint.PersonID(*f.PersonID))).
		Order(measure.ByID()).Limit(mostRows).All(ctx)
	return m, err
}

func (m *material) powersWithoutRisk() []*Hint {
	at := map[int64]bool{}
	for _, r := range m.risks {
		if r.PowerID != nil {
			at[*r.PowerID] = true
		}
	}
	var out []*Hint
	// Of a list that was cut nobody knows what is missing.
	if len(m.risks) == mostRows {
		return nil
	}
	for _, p := range m.powers {
		if !at[p.ID] {
			out = append(out, &Hint{Kind: PowerWithoutRisk, RowID: &p.ID, Title: p.Name})
		}
	}
	return out
}

func (m *material) nothingGrave() []*Hint {
	grave := slices.ContainsFunc(m.risks, func(r *ent.RiskPoint) bool {
		g := r.Grade
		if g == term.Ungraded {
			g = r.ProposedGrade
		}
		return g == term.GradeA || g == term.GradeB
	})
	if grave || len(m.risks) == 0 || len(m.risks) == mostRows {
		return nil
	}
	return []*Hint{{Kind: NothingGrave, Count: len(m.risks)}}
}

func (m *material) hollowRisks() []*Hint {
	var out []*Hint
	for _, r := range m.risks {
		if Empty(r.Manifestation) || Empty(r.Cause) || Empty(r.Title) && Empty(r.Manifestation) {
			out = append(out, &Hint{Kind: WithoutSubstance, RowID: &r.ID, Title: r.Title})
		}
	}
	return out
}

func (m *material) measuresToCheck() []*Hint {
	var out []*Hint
	for _, one := range m.measures {
		if Empty(one.Content) {
			out = append(out, &Hint{Kind: WithoutSubstance, RowID: &one.ID, Title: one.Content})
		}
		if lacks := lacksOf(one, m.form.PersonID != nil); len(lacks) > 0 {
			out = append(out, &Hint{Kind: NobodyChecks, RowID: &one.ID, Title: one.Content, Lacks: lacks})
		}
	}
	return out
}

// lacksOf is what a measure does not say. One's own measures are one's own to take, and
// their form asks for no indicator.
func lacksOf(m *ent.Measure, own bool) []Lack {
	var out []Lack
	if m.OwnerID == nil && !own {
		out = append(out, NoActor)
	}
	if m.DueOn == nil && Normalize(m.Frequency) == "" {
		out = append(out, NoTime)
	}
	if Normalize(m.Indicator) == "" && !own {
		out = append(out, NoIndicator)
	}
	return out
}
