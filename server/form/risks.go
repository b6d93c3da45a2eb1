package form

import (
	"context"
	"strconv"

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
		"power": b.powers.placeText(r.PowerID, r.StepID), "title": line(r.Title), "type": r.RiskType.Label("zh"),
		"manifestation": long(r.Manifestation), "cause": long(r.Cause),
		"posts": b.posts.list(idsOf(r.Edges.ExposedPosts)), "persons": b.people.list(personIDs(r.Edges.ExposedPersons)),
		"likelihood": strconv.Itoa(r.Likelihood), "severity": strconv.Itoa(r.Severity), "consequence": r.Consequence.Label("zh"),
		"proposed": gradeText(r.ProposedGrade), "grade": wording.MarkedGrade(r.Grade, r.Opening, r.Outdated), "found": labels(r.FoundBy),
		"direct": b.personText(r.DirectOwnerID), "department": b.personText(r.DepartmentOwnerID), "leader": b.personText(r.LeaderOwnerID),
	}
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
	d := register.RiskDetails{Title: r.Title, RiskType: r.RiskType, Manifestation: r.Manifestation, Cause: r.Cause, FoundBy: r.FoundBy,
		PowerID: r.PowerID, PostID: r.PostID, PersonID: r.PersonID,
		ExposedPostIds: idsOf(r.Edges.ExposedPosts), ExposedPersonIds: personIDs(r.Edges.ExposedPersons),
		DirectOwnerID: r.DirectOwnerID, DepartmentOwnerID: r.DepartmentOwnerID, LeaderOwnerID: r.LeaderOwnerID}
	if r.PowerID != nil && r.StepID != nil {
		for _, s := range steps.steps[*r.PowerID] {
			if s.ID == *r.StepID {
				d.StepKey = &s.Key
			}
		}
	}
	return d
}

func inputsOf(r *ent.RiskPoint) register.GradeInputs {
	return register.GradeInputs{Likelihood: r.Likelihood, Severity: r.Severity, Consequence: r.Consequence,
		UnlimitedPower: r.UnlimitedPower, PastBreach: r.PastBreach}
}

// risk parses a typed row of risk points; row is nil for a new one.
func (b *book) risk(row *ent.RiskPoint, cells map[string]string, bad func(*fault.Error)) *riskWrite {
	w := &riskWrite{row: row}
	if row != nil {
		w.details, w.inputs = riskOf(row, b.powers), inputsOf(row)
	} else {
		w.details = register.RiskDetails{FoundBy: []term.FoundBy{term.FoundByDepartment}}
		if b.form.PersonID != nil {
			w.details.FoundBy = []term.FoundBy{term.FoundBySelf}
			w.details.PersonID, w.details.ExposedPersonIds = b.form.PersonID, []int64{*b.form.PersonID}
		}
	}
	for code := range cells {
		switch code {
		case "likelihood", "severity", "consequence":
			w.graded = true
		default:
			w.facts = true
		}
	}
	d := &w.details
	r := reader{b.layout.table(sectionRisks).Columns, cells, bad}
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
	read(r, "type", &d.RiskType, func(c Column, s string) (term.RiskType, *fault.Error) { return choice(c, wording.RiskType, s) })
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
	read(r, "direct", &d.DirectOwnerID, b.onePerson)
	read(r, "department", &d.DepartmentOwnerID, b.onePerson)
	read(r, "leader", &d.LeaderOwnerID, b.onePerson)
	return w
}

func (b *book) onePerson(c Column, text string) (*int64, *fault.Error) {
	return one(c, b.people, text, "人员", "people")
}
