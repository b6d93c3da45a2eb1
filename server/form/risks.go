package form

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/person"
	"sineng/ent/post"
	"sineng/ent/power"
	"sineng/ent/process"
	"sineng/ent/processstep"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/form/wording"
	"sineng/server/register"
)

const sectionRisks = "risks"

// readRisks reads 表2: the risk points of the unit in force, except those on a
// person.
func (b *book) readRisks(ctx context.Context, client *ent.Client) error {
	risks, err := client.RiskPoint.Query().Where(riskpoint.UnitID(b.unit.ID), riskpoint.StatusIn(register.Living...), riskpoint.PersonIDIsNil()).
		WithExposedPosts(func(q *ent.PostQuery) { q.Order(post.ByName(), post.ByID()) }).
		WithExposedPersons(func(q *ent.PersonQuery) { q.Order(person.ByName(), person.ByID()) }).
		Order(riskpoint.ByID()).All(ctx)
	if err != nil {
		return err
	}
	var owners []int64
	var exposed []*ent.Person
	for _, r := range risks {
		for _, q := range r.Edges.ExposedPosts {
			b.addPost(q)
		}
		exposed = append(exposed, r.Edges.ExposedPersons...)
		for _, id := range []*int64{r.DirectOwnerID, r.DepartmentOwnerID, r.LeaderOwnerID} {
			if id != nil {
				owners = append(owners, *id)
			}
		}
	}
	if err := b.addPosts(ctx, client, nil); err != nil {
		return err
	}
	if err := b.addPeople(ctx, client, owners, exposed); err != nil {
		return err
	}
	if err := b.addPowers(ctx, client); err != nil {
		return err
	}
	for _, r := range risks {
		b.entries[sectionRisks] = append(b.entries[sectionRisks], &entry{section: sectionRisks, key: RowKey36(r.ID), version: r.Version, cells: b.riskCells(r), row: r})
	}
	return nil
}

// addPowers adds the powers of the unit with the steps of their present
// processes.
func (b *book) addPowers(ctx context.Context, client *ent.Client) error {
	powers, err := client.Power.Query().Where(power.UnitID(b.unit.ID)).
		WithProcesses(func(q *ent.ProcessQuery) {
			q.Where(process.Current(true)).WithSteps(func(q *ent.ProcessStepQuery) { q.Order(processstep.BySortOrder()) })
		}).Order(power.ByCode(), power.ByID()).All(ctx)
	for _, p := range powers {
		var steps []*ent.ProcessStep
		for _, c := range p.Edges.Processes {
			steps = append(steps, c.Edges.Steps...)
		}
		b.powers.addPower(p, steps)
	}
	return err
}

// riskCells returns a risk point as cells of 表2, or with fewer columns of 表3.
func (b *book) riskCells(r *ent.RiskPoint) map[string]string {
	return map[string]string{
		"power": b.powers.placeText(r.PowerID, r.StepID), "title": line(r.Title), "type": r.RiskTypes.Label("zh"),
		"manifestation": long(r.Manifestation), "cause": long(r.Cause),
		"posts": b.posts.list(idsOf(r.Edges.ExposedPosts)), "persons": b.people.list(personIDs(r.Edges.ExposedPersons)),
		"likelihood": numberText(r.Likelihood), "severity": numberText(r.Severity), "consequence": consequenceText(r.Consequence),
		"proposed": gradeText(r.ProposedGrade), "grade": wording.MarkedGrade(r.Grade, r.Opening, r.Outdated), "found": labels(r.FoundBy),
		"direct": b.ownerText(r.DirectOwnerID, r.DirectOwnerText), "department": b.ownerText(r.DepartmentOwnerID, r.DepartmentOwnerText),
		"leader": b.ownerText(r.LeaderOwnerID, r.LeaderOwnerText),
	}
}

// consequenceText is the word for a consequence, empty while the risk point is not assessed.
func consequenceText(c *term.ConsequenceKind) string {
	if c == nil {
		return ""
	}
	return c.Label("zh")
}

func personIDs(people []*ent.Person) []int64 {
	out := make([]int64, len(people))
	for i, p := range people {
		out[i] = p.ID
	}
	return out
}

func (b *book) personText(id *int64) string {
	if id == nil {
		return ""
	}
	return b.people.text(*id)
}

// ownerText returns an owner: the person, or, where there is none, the owner as written.
func (b *book) ownerText(id *int64, written string) string {
	if id == nil {
		return line(written)
	}
	return b.personText(id)
}

// owner reads an owner. What stands there as written stays; a person, or nobody, takes its place.
func (b *book) owner(r reader, code string, id **int64, written *string) {
	read(r, code, id, func(c Column, s string) (*int64, *fault.Error) {
		if *id == nil && s != "" && s == line(*written) {
			return nil, nil
		}
		someone, wrong := b.onePerson(c, s)
		if wrong == nil && (someone == nil || *id == nil || *someone != **id) {
			*written = ""
		}
		return someone, wrong
	})
}

// riskWrite is what a row of risk points writes to the register.
type riskWrite struct {
	row     *ent.RiskPoint // nil for a new one
	details register.RiskDetails
	inputs  register.GradeInputs
	// facts and graded report whether details and inputs of the grade were
	// typed.
	facts, graded bool
}

func riskOf(r *ent.RiskPoint, steps *powerIndex) register.RiskDetails {
	d := register.RiskDetails{Title: r.Title, RiskTypes: r.RiskTypes.List(), Manifestation: r.Manifestation, Cause: r.Cause, FoundBy: r.FoundBy,
		PowerID: r.PowerID, PostID: r.PostID, PersonID: r.PersonID,
		ExposedPostIds: idsOf(r.Edges.ExposedPosts), ExposedPersonIds: personIDs(r.Edges.ExposedPersons),
		DirectOwnerID: r.DirectOwnerID, DepartmentOwnerID: r.DepartmentOwnerID, LeaderOwnerID: r.LeaderOwnerID, Category: r.Category,
		DirectOwnerText: r.DirectOwnerText, DepartmentOwnerText: r.DepartmentOwnerText, LeaderOwnerText: r.LeaderOwnerText}
	if r.PowerID != nil && r.StepID != nil {
		for _, s := range steps.steps[*r.PowerID] {
			if s.ID == *r.StepID {
				d.StepKey = &s.Key
			}
		}
	}
	return d
}

// assess requires all inputs of a grade where a row that nobody has assessed is given some of them.
func (w *riskWrite) assess(r reader) {
	if !w.graded || w.row == nil || register.InputsOf(w.row) != nil {
		return
	}
	for _, code := range inputColumns {
		if _, typed := r.cells[code]; !typed {
			r.cells[code] = "" // reads as one that is required and empty
		}
	}
}

// inputColumns are the columns of the inputs of a grade.
var inputColumns = []string{"likelihood", "severity", "consequence"}

// risk parses a typed row of risk points; row is nil for a new one.
func (b *book) risk(row *ent.RiskPoint, cells map[string]string, bad func(*fault.Error)) *riskWrite {
	w := &riskWrite{row: row}
	if row != nil {
		w.details = riskOf(row, b.powers)
		if in := register.InputsOf(row); in != nil {
			w.inputs = *in
		}
	} else {
		w.details = register.RiskDetails{FoundBy: []term.FoundBy{term.FoundByDepartment}}
		if b.form.PersonID != nil {
			w.details.FoundBy = []term.FoundBy{term.FoundBySelf}
			w.details.PersonID, w.details.ExposedPersonIds = b.form.PersonID, []int64{*b.form.PersonID}
		}
	}
	for code := range cells {
		if slices.Contains(inputColumns, code) {
			w.graded = true
		} else {
			w.facts = true
		}
	}
	d := &w.details
	r := reader{b.layout.table(sectionRisks).Columns, cells, bad}
	w.assess(r)
	read(r, "power", d, func(c Column, s string) (register.RiskDetails, *fault.Error) {
		at, wrong := b.powers.read(c, s)
		out := *d
		out.PowerID, out.StepKey = nil, nil
		if at.power != nil {
			out.PowerID = &at.power.ID
		}
		if at.step != nil {
			out.StepKey = &at.step.Key
		}
		return out, wrong
	})
	r.text("title", &d.Title)
	read(r, "type", &d.RiskTypes, riskTypes)
	r.text("manifestation", &d.Manifestation)
	r.text("cause", &d.Cause)
	read(r, "posts", &d.ExposedPostIds, b.somePosts)
	read(r, "persons", &d.ExposedPersonIds, func(c Column, s string) ([]int64, *fault.Error) { return some(c, b.people, s, "人员", "people") })
	read(r, "likelihood", &w.inputs.Likelihood, scale)
	read(r, "severity", &w.inputs.Severity, scale)
	read(r, "consequence", &w.inputs.Consequence, func(c Column, s string) (term.ConsequenceKind, *fault.Error) {
		return choice(c, wording.Consequences.Parse, s)
	})
	read(r, "found", &d.FoundBy, func(c Column, s string) ([]term.FoundBy, *fault.Error) {
		if s == "" && row == nil {
			return d.FoundBy, nil
		}
		return choices(c, wording.FoundBys, s)
	})
	b.owner(r, "direct", &d.DirectOwnerID, &d.DirectOwnerText)
	b.owner(r, "department", &d.DepartmentOwnerID, &d.DepartmentOwnerText)
	b.owner(r, "leader", &d.LeaderOwnerID, &d.LeaderOwnerText)
	return w
}

func (b *book) onePerson(c Column, text string) (*int64, *fault.Error) {
	return one(c, b.people, text, "人员", "people")
}
