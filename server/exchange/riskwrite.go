package exchange

import (
	"context"
	"strconv"
	"strings"

	"sineng/ent/term"
	"sineng/server/register"
)

func (n *riskNode) settle(p *planner) outcome {
	out := outcome{created: n.row == nil, label: n.title + "(" + n.unit.name + ")", line: n.first}
	if n.row == nil {
		out.run = func(ctx context.Context) error { return n.record(ctx, p) }
		return out
	}
	d := &out.differences
	n.compareFacts(d)
	facts := len(*d) > 0
	inputs := n.proposal(d)
	decides := n.compareGrade(p, d)
	if len(*d) > 0 {
		out.run = func(ctx context.Context) error { return n.revise(ctx, p, facts, inputs, decides) }
	}
	return out
}

// record creates a risk point with the grade given in the file.
func (n *riskNode) record(ctx context.Context, p *planner) error {
	grade := term.GradeC
	switch {
	case n.proposed != nil:
		grade = *n.proposed
	case n.grade != nil:
		grade = *n.grade
	}
	in := register.RecordRiskPoint{UnitID: n.unit.id, Details: n.details(), Assessment: n.override(mildest(grade)), Reason: p.provenance()}
	if n.proposed != nil {
		in.Reason += ",自评等级 " + string(*n.proposed)
	}
	made, err := p.register.RecordRiskPoint(ctx, in)
	if err != nil {
		return err
	}
	n.id = made.ID
	if n.grade == nil {
		return nil
	}
	_, err = p.register.ImportGrade(ctx, n.id, *n.grade, p.provenance())
	return err
}

// provenance returns the reason that the log gives for an imported grade.
func (p *planner) provenance() string { return "导入自“" + short(p.file) + "”" }

func (n *riskNode) revise(ctx context.Context, p *planner, facts bool, inputs *register.GradeInputs, decides bool) error {
	version := n.row.Version
	if facts {
		out, err := p.register.ReviseRiskPoint(ctx, register.ReviseRiskPoint{ID: n.id, ExpectedVersion: version, Details: n.details()})
		if err != nil {
			return err
		}
		version = out.Version
	}
	if inputs != nil {
		_, err := p.register.ProposeGrade(ctx, register.ProposeGrade{RiskPointID: n.id, ExpectedVersion: version, Assessment: *inputs, Reason: p.provenance()})
		if err != nil {
			return err
		}
	}
	if decides {
		_, err := p.register.ImportGrade(ctx, n.id, *n.grade, p.provenance())
		return err
	}
	return nil
}

// compareFacts adds the differences between file and register.
func (n *riskNode) compareFacts(d *differences) {
	was := factsOf(n.row)
	d.text(nameManifestation, was.manifestation, n.facts.manifestation)
	d.text(nameCause, was.cause, n.facts.cause)
	if !sameSet(was.foundBy, n.facts.foundBy) {
		*d = append(*d, Difference{nameFoundBy, foundByText(was.foundBy), foundByText(n.facts.foundBy)})
	}
	refDiffers(d, namePower, was.power, n.facts.power)
	if !sameStep(was.step, n.facts.step) {
		old, new := "", ""
		if was.step != nil {
			old = was.step.Name
		}
		if n.facts.step != nil {
			new = n.facts.step.Name
		}
		d.text(nameStep, old, new)
	}
	refsDiffer(d, nameExposedPosts, was.exposedPosts, n.facts.exposedPosts)
	refsDiffer(d, nameExposedPeople, was.exposedPeople, n.facts.exposedPeople)
	refDiffers(d, nameDirectOwner, was.direct, n.facts.direct)
	refDiffers(d, nameDeptOwner, was.department, n.facts.department)
	refDiffers(d, nameLeaderOwner, was.leadOwner, n.facts.leadOwner)
}

// proposal returns the inputs of a new proposal when the file's inputs differ,
// else nil.
func (n *riskNode) proposal(d *differences) *register.GradeInputs {
	now := register.GradeInputs{Likelihood: n.row.Likelihood, Severity: n.row.Severity, Consequence: n.row.Consequence,
		UnlimitedPower: n.row.UnlimitedPower, PastBreach: n.row.PastBreach}
	want := n.override(now)
	if n.likelihood == nil && n.severity == nil && n.consequence == nil && n.proposed != nil && *n.proposed != n.row.ProposedGrade && n.grade == nil {
		labelled(d, nameProposed, gradeWords(n.row.ProposedGrade), gradeWords(*n.proposed))
		want = mildest(*n.proposed)
		want.UnlimitedPower, want.PastBreach = now.UnlimitedPower, now.PastBreach
		return &want
	}
	if want == now {
		return nil
	}
	d.text(nameLikelihood, strconv.Itoa(now.Likelihood), strconv.Itoa(want.Likelihood))
	d.text(nameSeverity, strconv.Itoa(now.Severity), strconv.Itoa(want.Severity))
	labelled(d, nameConsequence, now.Consequence, want.Consequence)
	return &want
}

// compareGrade reports whether the grade in the file must be applied.
func (n *riskNode) compareGrade(p *planner, d *differences) bool {
	if n.grade == nil || *n.grade == n.row.Grade {
		return false
	}
	if n.decides(p) {
		labelled(d, nameGrade, gradeWords(n.row.Grade), gradeWords(*n.grade))
		return true
	}
	if *n.grade == n.row.ProposedGrade {
		return false
	}
	labelled(d, nameProposed, gradeWords(n.row.ProposedGrade), gradeWords(*n.grade))
	return true
}

// details returns the details as input of the service.
func (n *riskNode) details() register.RiskDetails {
	f := n.facts
	d := register.RiskDetails{Title: n.title, RiskType: n.riskType, Manifestation: f.manifestation, Cause: f.cause, FoundBy: f.foundBy,
		PowerID: f.power.pointer(), PostID: f.post.pointer(), PersonID: f.person.pointer(),
		ExposedPostIds: values(f.exposedPosts), ExposedPersonIds: values(f.exposedPeople),
		DirectOwnerID: f.direct.pointer(), DepartmentOwnerID: f.department.pointer(), LeaderOwnerID: f.leadOwner.pointer()}
	if len(d.FoundBy) == 0 {
		d.FoundBy = []term.FoundBy{term.FoundByDepartment} // a register is the result of the department's own search
	}
	if f.step != nil {
		d.StepKey = &f.step.Key
	}
	return d
}

func sameSet[T comparable](a, b []T) bool { return len(a) == len(b) && len(union(a, b)) == len(a) }

func foundByText(all []term.FoundBy) Text {
	var zh, en []string
	for _, v := range all {
		zh, en = append(zh, v.Label("zh")), append(en, v.Label("en"))
	}
	return Text{strings.Join(zh, "、"), strings.Join(en, ", ")}
}
