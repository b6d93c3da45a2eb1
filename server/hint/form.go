package hint

import (
	"context"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"sineng/ent"
	"sineng/ent/power"
	"sineng/ent/predicate"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/form"
	"sineng/server/register"
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
	// NothingFilled is a form in which no row stands.
	NothingFilled Kind = "NOTHING_FILLED"
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
	// Text is what says nothing, as it reads.
	Text string
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
	// mostRows bounds the texts of a form that are compared.
	mostRows = 200
	// mostCompared is how many texts a hint names.
	mostCompared = 3
	// mostHints bounds the hints of a form.
	mostHints = 100
)

// ForForm gives the hints for a form that the viewer sees, as it reads for them: with what was
// typed and is not in the register yet where they may fill it in, since that is what they hand
// in, and else as the register has it.
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

// powersWithoutRisk are the powers on which no risk point stands, neither of the department nor
// of a person.
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

// powers are those of the form, or of its department, and on which of them risk points stand.
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
		// What the form itself says of its own risk points is newer than the register.
		stand = append(stand, riskpoint.PersonIDNotNil())
	}
	var known []int64
	err = client.RiskPoint.Query().Where(stand...).Unique(true).Select(riskpoint.FieldPowerID).Scan(sys, &known)
	for _, id := range known {
		covered[id] = true
	}
	return powers, covered, err
}

// names tells whether a cell names a power, or a step of it.
func names(cell string, p *ent.Power) bool {
	cell = norm.NFKC.String(cell)
	return slices.ContainsFunc([]string{p.Name, p.Code, p.Code + " " + p.Name, p.Code + "#" + form.RowKey36(p.ID)}, func(text string) bool {
		text = strings.Join(strings.Fields(norm.NFKC.String(text)), " ")
		return cell == text || strings.HasPrefix(cell, text+"/")
	})
}

// nothingFilled tells of a form in which nothing was found and nothing is done about it.
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

// lacksOf is what a measure does not say. One's own measures are one's own to take, and
// their form asks for no indicator.
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
