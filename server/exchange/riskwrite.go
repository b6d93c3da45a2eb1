package exchange

import (
	"context"
	"strconv"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/register"
)

func (n *riskNode) settle(p *planner) outcome {
	out := outcome{created: n.row == nil, label: n.title + "(" + n.unit.name + ")", line: n.first}
	out.unwritten = n.remarkGrade()
	if n.row == nil {
		out.run = func(ctx context.Context) error { return riskNodes{n}.write(ctx, p) }
		out.together = riskNodes{n}
		return out
	}
	d := &out.differences
	n.compareFacts(d)
	facts := len(*d) > 0
	inputs := n.proposal(d)
	note := n.notesPaperGrade(d)
	if len(*d) > 0 {
		out.held = true
		out.run = func(ctx context.Context) error { return n.revise(ctx, p, facts, inputs, note) }
	}
	return out
}

// riskNodes are new risk points that are written together.
type riskNodes []*riskNode

func (all riskNodes) gather(others together) together {
	more, _ := others.(riskNodes)
	return append(more, all...)
}

func (all riskNodes) write(ctx context.Context, p *planner) error {
	in := make([]register.RecordRiskPoint, len(all))
	for i, n := range all {
		in[i] = n.recording(p)
	}
	made, err := p.register.RecordRiskPoints(ctx, in)
	for i, r := range made {
		all[i].id = r.ID
	}
	return err
}

// recording is a new risk point with the grade proposed in the file.
func (n *riskNode) recording(p *planner) register.RecordRiskPoint {
	in := register.RecordRiskPoint{UnitID: n.unit.id, Details: n.details(), Assessment: n.assessment(), Reason: p.provenance(), PaperGrade: n.grade}
	if n.proposed != nil {
		in.Reason += ",自评等级 " + string(*n.proposed)
	}
	if n.grade != nil {
		in.Reason += ",文件所载审定等级 " + string(*n.grade)
	}
	return in
}

// assessment returns the inputs that the file gives for a new risk point, nil where it says nothing of its grade.
func (n *riskNode) assessment() *register.GradeInputs {
	grade := term.GradeC // as mild as the inputs that the file gives allow
	switch {
	case n.proposed != nil:
		grade = *n.proposed
	case n.grade != nil:
		grade = *n.grade
	case n.likelihood == nil && n.severity == nil && n.consequence == nil:
		return nil
	}
	in := n.override(mildest(grade))
	return &in
}

// provenance returns the reason that the log gives for an imported grade.
func (p *planner) provenance() string { return "导入自“" + short(p.file) + "”" }

func (n *riskNode) revise(ctx context.Context, p *planner, facts bool, inputs *register.GradeInputs, note bool) error {
	version := n.row.Version
	if facts {
		out, err := p.register.ReviseRiskPoint(ctx, register.ReviseRiskPoint{ID: n.id, ExpectedVersion: version, Details: n.details()})
		if err != nil {
			return err
		}
		version = out.Version
	}
	if inputs != nil {
		out, err := p.register.ProposeGrade(ctx, register.ProposeGrade{RiskPointID: n.id, ExpectedVersion: version, Assessment: *inputs, Reason: p.provenance()})
		if err != nil {
			return err
		}
		version = out.RiskPoint.Version
	}
	if note {
		_, err := p.register.NotePaperGrade(ctx, register.NotePaperGrade{RiskPointID: n.id, ExpectedVersion: version, Grade: *n.grade, Source: p.provenance()})
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
			old = was.step.name
		}
		if n.facts.step != nil {
			new = n.facts.step.name
		}
		d.text(nameStep, old, new)
	}
	refsDiffer(d, nameExposedPosts, was.exposedPosts, n.facts.exposedPosts)
	refsDiffer(d, nameExposedPeople, was.exposedPeople, n.facts.exposedPeople)
	ownerDiffers(d, nameDirectOwner, was.direct, n.facts.direct)
	ownerDiffers(d, nameDeptOwner, was.department, n.facts.department)
	ownerDiffers(d, nameLeaderOwner, was.leadOwner, n.facts.leadOwner)
	refDiffers(d, namePost, was.post, n.facts.post)
	refDiffers(d, namePerson, was.person, n.facts.person)
	d.text(nameTitle, n.row.Title, n.title)
	d.text(nameCategory, was.category, n.facts.category)
	if setOf(typesOf(n.row)) != setOf(n.types) {
		*d = append(*d, Difference{nameType, typesText(typesOf(n.row)), typesText(n.types)})
	}
}

// proposal returns the inputs of a new proposal when the file's inputs differ, else nil. A
// file that gives only a grade proposes it; the decided one only while none is decided here.
func (n *riskNode) proposal(d *differences) *register.GradeInputs {
	was := register.InputsOf(n.row)
	if was == nil {
		return n.firstProposal(d)
	}
	now := *was
	want, grade := n.override(now), n.proposed
	if grade == nil && n.row.Grade == term.Ungraded {
		grade = n.grade
	}
	if n.likelihood == nil && n.severity == nil && n.consequence == nil && grade != nil && *grade != n.row.ProposedGrade {
		want = mildest(*grade)
		want.UnlimitedPower, want.PastBreach = now.UnlimitedPower, now.PastBreach
		if want == now {
			return nil
		}
		labelled(d, nameProposed, gradeWords(n.row.ProposedGrade), gradeWords(*grade))
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

// firstProposal returns the inputs of the first proposal for a risk point that was recorded ungraded.
func (n *riskNode) firstProposal(d *differences) *register.GradeInputs {
	want := n.assessment()
	if want == nil || n.proposed == nil && n.grade != nil && n.row.Grade != term.Ungraded {
		return nil
	}
	d.text(nameLikelihood, "", strconv.Itoa(want.Likelihood))
	d.text(nameSeverity, "", strconv.Itoa(want.Severity))
	*d = append(*d, Difference{nameConsequence, Text{}, Text{want.Consequence.Label("zh"), want.Consequence.Label("en")}})
	return want
}

// notesPaperGrade reports whether the decided grade in the file is to be noted on the risk
// point: none is decided here, and another or none is noted.
func (n *riskNode) notesPaperGrade(d *differences) bool {
	if n.grade == nil || n.row.Grade != term.Ungraded || n.row.PaperGrade != nil && *n.row.PaperGrade == *n.grade {
		return false
	}
	was := term.Ungraded
	if n.row.PaperGrade != nil {
		was = *n.row.PaperGrade
	}
	labelled(d, namePaperGrade, gradeWords(was), gradeWords(*n.grade))
	return true
}

// remarkGrade reports a decided grade in the file that differs from the register's.
func (n *riskNode) remarkGrade() bool {
	present := term.Ungraded
	if n.row != nil {
		present = n.row.Grade
	}
	if n.grade == nil || *n.grade == present {
		return false
	}
	zh, en := "登记为“"+gradeWords(present).Label("zh")+"”", "the register says "+gradeWords(present).Label("en")
	hintZH, hintEN := "请在系统中按程序审定", "it is decided in the program by those who decide it"
	if present == term.Ungraded {
		hintZH, hintEN = "已作为文件所载等级记下,可由领导小组对整个单位作初始审定", "it is noted as the file's; the leading group may take over the grades of a whole unit in an opening decision"
	}
	n.said[fGrade].remark(fGrade, ReasonGradeNotWritten, "审定等级与登记不一致,未写入:"+zh+";"+hintZH, "decided grade not written: "+en+"; "+hintEN)
	return true
}

// details returns the details as input of the service.
func (n *riskNode) details() register.RiskDetails {
	f := n.facts
	d := register.RiskDetails{Title: n.title, RiskTypes: setOf(n.types).List(), Manifestation: f.manifestation, Cause: f.cause, FoundBy: f.foundBy,
		PowerID: f.power.pointer(), PostID: f.post.pointer(), PersonID: f.person.pointer(),
		ExposedPostIds: values(f.exposedPosts), ExposedPersonIds: values(f.exposedPeople),
		DirectOwnerID: f.direct.person.pointer(), DepartmentOwnerID: f.department.person.pointer(), LeaderOwnerID: f.leadOwner.person.pointer(),
		Category: f.category, DirectOwnerText: f.direct.text, DepartmentOwnerText: f.department.text, LeaderOwnerText: f.leadOwner.text}
	if len(d.FoundBy) == 0 {
		d.FoundBy = []term.FoundBy{term.FoundByDepartment} // a register is the result of the department's own search
	}
	if f.step != nil {
		d.StepKey = &f.step.key
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

// typesOf are the types of a risk point in the register, none where they are left open.
func typesOf(row *ent.RiskPoint) []term.RiskType {
	if row.RiskTypes.Has(term.RiskTypeUnclassified) {
		return nil
	}
	return row.RiskTypes.List()
}

// setOf is the set of some types, UNCLASSIFIED for none.
func setOf(types []term.RiskType) term.RiskTypes {
	if set, ok := term.RiskTypesOf(types...); ok {
		return set
	}
	return term.RiskTypes(term.RiskTypeUnclassified)
}

func typesText(types []term.RiskType) Text {
	var zh, en []string
	for _, t := range types {
		zh, en = append(zh, t.Label("zh")), append(en, t.Label("en"))
	}
	return Text{strings.Join(zh, "、"), strings.Join(en, ", ")}
}

// ownerDiffers adds a change of an owner or of the text that stands for one.
func ownerDiffers(d *differences, name Text, old, new owned) {
	refDiffers(d, name, old.person, new.person)
	d.text(name, old.text, new.text)
}
