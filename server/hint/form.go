package hint

import (
	"context"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/power"
	"sineng/ent/predicate"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/ent/term/fold"
	"sineng/ent/viewer"
	"sineng/server/form"
	"sineng/server/register"
)

// Kind is the subject of a hint.
type Kind string

// The values of Kind.
const (
	// CopyElsewhere is a text almost equal to one of another department or
	// person.
	CopyElsewhere Kind = "COPY_ELSEWHERE"
	// CopyHere is a text almost equal to another one of the form.
	CopyHere Kind = "COPY_HERE"
	// CopyOfLastYear is a form most of whose texts equal the previous year's.
	CopyOfLastYear Kind = "COPY_OF_LAST_YEAR"
	// WithoutSubstance is a text that consists of set phrases.
	WithoutSubstance Kind = "WITHOUT_SUBSTANCE"
	// PowerWithoutRisk is a power without a risk point.
	PowerWithoutRisk Kind = "POWER_WITHOUT_RISK"
	// NothingGrave is a department without an A or B risk.
	NothingGrave Kind = "NOTHING_GRAVE"
	// NothingFilled is a form without rows.
	NothingFilled Kind = "NOTHING_FILLED"
	// NobodyChecks is a measure without an actor, a date or frequency, or an
	// indicator.
	NobodyChecks Kind = "NOBODY_CHECKS"
)

// Lack is something that a measure does not state.
type Lack string

// The values of Lack.
const (
	NoActor     Lack = "ACTOR"
	NoTime      Lack = "TIME"
	NoIndicator Lack = "INDICATOR"
)

// Hint points out something in a form that deserves a second look.
type Hint struct {
	Kind Kind
	// RowID and Title are the register row that it is about; nil and empty for
	// the whole form.
	RowID *int64
	Title string
	// Text is the text without substance.
	Text string
	// ComparedWith are the texts that are almost equal.
	ComparedWith []*Compared
	// Lacks is what a measure does not state.
	Lacks []Lack
	// Count is the number of rows that a hint on the whole form is about.
	Count int
}

// Compared is a text that another is almost equal to.
type Compared struct {
	// RowID, Title and Unit say where the text is. Only texts that the viewer
	// may see are compared with.
	RowID *int64
	Title string
	Unit  string
	// Year is the year of the form that holds it; nil for the present
	// register.
	Year *int
	// Likeness is the similarity of the texts in percent.
	Likeness int
}

const (
	// alike is the least similarity of near copies.
	alike = 0.8
	// shortest is the least length in characters of a text that can be called
	// a copy: short texts are naturally similar.
	shortest = 12
	// mostRows is the greatest number of texts of a form that are compared.
	mostRows = 200
	// mostCompared is the greatest number of texts that a hint names.
	mostCompared = 3
	// mostHints is the greatest number of hints on a form.
	mostHints = 100
)

// ForForm returns the hints on a form that the viewer may see. It looks at the
// form as it would be submitted, draft included, when the viewer may fill it,
// and otherwise at the register.
func (s *Service) ForForm(ctx context.Context, f *ent.Form) ([]*Hint, error) {
	m, err := s.read(ctx, f)
	if err != nil {
		return nil, err
	}
	out := m.nothingFilled()
	switch f.Kind {
	case term.FormKindPowers:
		without, err := s.powersWithoutRisk(ctx, m)
		return append(out, without...), err
	case term.FormKindRisks, term.FormKindPersonal:
		if f.Kind == term.FormKindRisks {
			without, err := s.powersWithoutRisk(ctx, m)
			if err != nil {
				return nil, err
			}
			out = slices.Concat(out, without, m.nothingGrave())
		}
		copies, err := s.copies(ctx, m)
		if err != nil {
			return nil, err
		}
		out = slices.Concat(out, copies, m.hollowRisks(), m.measuresToCheck())
	case term.FormKindMeasures:
		out = append(out, m.measuresToCheck()...)
	}
	return out[:min(len(out), mostHints)], nil
}

// powersWithoutRisk returns hints on powers without a risk point, of the
// department or of a person.
func (s *Service) powersWithoutRisk(ctx context.Context, m *material) ([]*Hint, error) {
	powers, covered, err := s.powers(ctx, m)
	if err != nil {
		return nil, err
	}
	var out []*Hint
	for _, p := range powers {
		if p.id == nil || !covered[*p.id] {
			out = append(out, &Hint{Kind: PowerWithoutRisk, RowID: p.id, Title: p.cells["name"]})
		}
	}
	return out[:min(len(out), mostHints)], nil
}

// powers returns the powers of the form, or of its department, and which of
// them have risk points.
func (s *Service) powers(ctx context.Context, m *material) (powers []row, covered map[int64]bool, err error) {
	client, sys := s.store.Reader(ctx), viewer.System(ctx)
	covered = map[int64]bool{}
	stand := []predicate.RiskPoint{riskpoint.UnitID(m.form.UnitID), riskpoint.StatusIn(register.Living...), riskpoint.PowerIDNotNil()}
	if m.form.Kind == term.FormKindPowers {
		powers = m.rows["powers"]
	} else {
		rows, err := client.Power.Query().Where(power.UnitID(m.form.UnitID), power.RetiredOnIsNil()).Order(power.ByID()).All(sys)
		if err != nil {
			return nil, nil, err
		}
		for _, p := range rows {
			powers = append(powers, row{id: &p.ID, cells: map[string]string{"code": p.Code, "name": p.Name}})
			covered[p.ID] = slices.ContainsFunc(m.rows["risks"], func(r row) bool { return names(r.cells["power"], p) })
		}
		// For its own risk points the form is newer than the register.
		stand = append(stand, riskpoint.PersonIDNotNil())
	}
	var known []int64
	err = client.RiskPoint.Query().Where(stand...).Unique(true).Select(riskpoint.FieldPowerID).Scan(sys, &known)
	for _, id := range known {
		covered[id] = true
	}
	return powers, covered, err
}

// names reports whether a cell names a power or a step of it.
func names(cell string, p *ent.Power) bool {
	cell = fold.Text(cell)
	return slices.ContainsFunc([]string{p.Name, p.Code, p.Code + " " + p.Name, p.Code + "#" + form.RowKey36(p.ID)}, func(text string) bool {
		text = fold.Text(text)
		return cell == text || strings.HasPrefix(cell, text+"/")
	})
}

// nothingFilled returns a hint when the form has no risk point and no measure.
func (m *material) nothingFilled() []*Hint {
	for _, rows := range m.rows {
		if len(rows) > 0 {
			return nil
		}
	}
	return []*Hint{{Kind: NothingFilled}}
}

func (m *material) nothingGrave() []*Hint {
	risks := m.rows["risks"]
	grave := slices.ContainsFunc(risks, func(r row) bool {
		g := m.gradeOf(r)
		return g == term.GradeA || g == term.GradeB
	})
	if grave || len(risks) == 0 {
		return nil
	}
	return []*Hint{{Kind: NothingGrave, Count: len(risks)}}
}

func (m *material) hollowRisks() []*Hint {
	var out []*Hint
	for _, r := range m.rows["risks"] {
		title, manifestation := r.cells["title"], r.cells["manifestation"]
		texts := []string{manifestation, r.cells["cause"]}
		if manifestation == "" {
			texts = append(texts, title)
		}
		if hollow := slices.DeleteFunc(texts, func(text string) bool { return !Empty(text) }); len(hollow) > 0 {
			out = append(out, &Hint{Kind: WithoutSubstance, RowID: r.id, Title: title, Text: strings.Join(hollow, "\n")})
		}
	}
	return out
}

func (m *material) measuresToCheck() []*Hint {
	var out []*Hint
	for _, one := range m.rows["measures"] {
		content := one.cells["content"]
		if Empty(content) {
			out = append(out, &Hint{Kind: WithoutSubstance, RowID: one.id, Title: content, Text: content})
		}
		if lacks := lacksOf(one.cells, m.form.PersonID != nil); len(lacks) > 0 {
			out = append(out, &Hint{Kind: NobodyChecks, RowID: one.id, Title: content, Lacks: lacks})
		}
	}
	return out
}

// lacksOf returns what a measure does not state. Measures of one's own need no
// actor and, as 表3 has no such column, no indicator.
func lacksOf(cells map[string]string, own bool) []Lack {
	var out []Lack
	says := func(code string) bool { return Normalize(cells[code]) != "" }
	if !says("owner") && !own {
		out = append(out, NoActor)
	}
	if !says("due") && !says("frequency") {
		out = append(out, NoTime)
	}
	if !says("indicator") && !own {
		out = append(out, NoIndicator)
	}
	return out
}
