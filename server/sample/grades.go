package sample

import (
	"context"
	"time"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/register"
)

// Reasons for a new assessment, or for a grade that departs from the recipe.
var (
	raisedWhy = []string{
		"近期同类问题被投诉举报两次,可能性上升。", "专项检查发现制度未落实,风险明显上升。", "岗位人员变动后缺少复核,提高等级管理。", "审计指出管理漏洞,可能后果加重。",
		"业务量翻番且自由裁量空间扩大。", "系统内通报同类案件,对照检查后重新评估。", "信访反映属实,存在现实风险。",
	}
	loweredWhy = []string{
		"连续两个评估周期未发生问题,防控措施有效。", "流程已固化到业务系统,人为操作空间明显减少。", "裁量基准细化后,发生的可能性下降。", "岗位已分设,不相容职责得到分离。",
		"实行双人办理并全程留痕一年,抽查无异常。", "该事项办理量显著减少,且改为告知承诺。",
	}
	judgedWhy = []string{
		"该事项已实行双人办理和系统校验,经部门集体研究按低一等级管理。", "发生次数极少且金额小,结合日常监督情况综合判断。", "由上级机关统一抽查,本级裁量空间有限,综合评定。",
	}
	confirmedWhy = []string{"", "", "", "经集体研究,同意自评等级。", "与自评一致。", "结合排查情况审定。"}
	retiredWhy   = []string{"该事项已下放县级办理,本单位不再行使。", "流程再造后该环节取消。", "与另一风险点内容重复,合并管理。", "对应岗位已撤并,风险依据不再存在。", "职权随机构改革划出。"}
)

// inputsFor returns inputs for which the recipe gives the grade, as close to
// the consequence kind as it allows.
func (l *loader) inputsFor(g term.Grade, c term.ConsequenceKind) register.GradeInputs {
	in := register.GradeInputs{Likelihood: l.between(1, 3), Consequence: c}
	switch {
	case g == term.GradeA && c == crime:
		in.Likelihood = l.between(1, 5)
	case g == term.GradeA && l.chance(25):
		in.PastBreach = true
	case g == term.GradeA && l.chance(15):
		in.UnlimitedPower = true
	case g == term.GradeA:
		in.Likelihood = l.between(4, 5)
	case g == term.GradeB && c == minor:
		in.Likelihood = 3
	case g == term.GradeB:
		in.Consequence = disc
	case g == term.GradeC:
		in.Likelihood, in.Consequence = l.between(1, 2), minor
	}
	switch in.Consequence {
	case crime:
		in.Severity = l.between(4, 5)
	case disc:
		in.Severity = l.between(2, 4)
	default:
		in.Severity = l.between(1, 2)
	}
	return in
}

// schedule plans the events of a risk point: recorded, decided, perhaps
// assessed again and raised or lowered, perhaps retired.
func (l *loader) schedule(r *risk) {
	decided := l.after(r.made, 4, 38)
	first, last, again := r.grade, r.grade, l.secondTime(r, decided)
	if !again.IsZero() {
		first = l.earlier(r)
	}
	switch {
	case r.grade == term.Ungraded:
		usual := map[term.ConsequenceKind]term.Grade{crime: term.GradeA, disc: term.GradeB, minor: term.GradeC}
		r.inputs = l.inputsFor(usual[r.seed.consequence], r.seed.consequence)
	case first == term.GradeC && r.seed.consequence == disc: // decided below the recipe's grade, by judgement
		r.inputs = register.GradeInputs{Likelihood: l.between(1, 2), Severity: 2, Consequence: disc}
	default:
		r.inputs = l.inputsFor(first, r.seed.consequence)
	}
	l.at(r.made, func(ctx context.Context) error { return l.record(ctx, r) })
	if r.grade == term.Ungraded {
		return
	}
	l.at(decided, func(ctx context.Context) error { return l.decide(ctx, r, first, one(l.dice, confirmedWhy)) })
	if first != last {
		l.scheduleAgain(r, last, again)
		return
	}
	if last != term.GradeA && r.power != nil && l.chance(4) {
		if ago := int(l.now.Sub(decided).Hours() / 24); ago > 100 {
			l.at(l.moment(l.between(5, ago-60)), func(ctx context.Context) error { return l.retire(ctx, r) })
		}
	}
}

// secondTime returns when a risk point is assessed again, zero for never.
func (l *loader) secondTime(r *risk, decided time.Time) time.Time {
	ago := int(l.now.Sub(decided).Hours() / 24)
	if r.grade == term.Ungraded || ago < 90 || !l.chance(24) {
		return time.Time{}
	}
	if l.chance(50) {
		return l.moment(l.between(5, min(85, ago-60)))
	}
	return l.moment(l.between(5, ago-60))
}

// earlier returns the grade of a risk point before its last one.
func (l *loader) earlier(r *risk) term.Grade {
	switch {
	case r.grade == term.GradeA:
		return one(l.dice, []term.Grade{term.GradeB, term.GradeB, term.GradeC})
	case r.grade == term.GradeB && l.chance(60):
		return term.GradeC
	case r.grade == term.GradeB && l.now.Sub(r.made) > 430*24*time.Hour:
		return term.GradeA // lowered after two clean periods
	case r.grade == term.GradeC && r.seed.consequence == minor && l.chance(60):
		return term.GradeB
	}
	return r.grade
}

func (l *loader) scheduleAgain(r *risk, last term.Grade, at time.Time) {
	why, inputs := one(l.dice, loweredWhy), l.inputsFor(last, r.seed.consequence)
	if last.Worse(l.earlierOf(r)) {
		why = one(l.dice, raisedWhy)
	} else if l.earlierOf(r) == term.GradeA {
		at = l.moment(l.between(5, 25)) // at least two clean periods after the decision
	}
	l.at(at, func(ctx context.Context) error {
		who := l.recorder(r.node, r.post, l.clock)
		done, err := l.register.ProposeGrade(l.as(ctx, who, term.RoleStaff, r.node),
			register.ProposeGrade{RiskPointID: r.row.ID, ExpectedVersion: r.row.Version, Assessment: inputs, Reason: why})
		if err == nil {
			r.row = done.RiskPoint
		}
		return err
	})
	l.at(l.after(at, 3, 15), func(ctx context.Context) error { return l.decide(ctx, r, last, why) })
}

// earlierOf returns the grade of the first inputs.
func (l *loader) earlierOf(r *risk) term.Grade { return register.DefaultRecipe.Grade(r.inputs).Grade }

func (l *loader) record(ctx context.Context, r *risk) (err error) {
	who := l.recorder(r.node, r.post, l.clock)
	r.row, err = l.register.RecordRiskPoint(l.as(ctx, who, term.RoleStaff, r.node),
		register.RecordRiskPoint{UnitID: r.node.unit.ID, Details: r.details, Assessment: &r.inputs})
	return err
}

func (l *loader) decide(ctx context.Context, r *risk, grade term.Grade, why string) error {
	tier := grade
	if r.row.Grade.Worse(grade) {
		tier = r.row.Grade // lowering needs the tier that set it
	}
	if grade != r.row.ProposedGrade {
		why = one(l.dice, judgedWhy)
	}
	who, role, on := l.decider(r.node, tier, l.clock)
	// The past is written as it would be recorded: who decided, but not the
	// meetings and concurrences behind it.
	done, err := l.register.DecideGrade(viewer.System(l.as(ctx, who, role, on)),
		register.DecideGrade{RiskPointID: r.row.ID, ExpectedVersion: r.row.Version, Grade: grade, Reason: why})
	if err == nil {
		r.row = done.RiskPoint
	}
	return err
}

func (l *loader) retire(ctx context.Context, r *risk) error {
	who, role, on := l.decider(r.node, r.row.Grade, l.clock)
	if role == term.RoleLeadingGroup { // the leading group does not record risk points itself
		who, role, on = l.root.leaders[0].holders[0].person, term.RolePrincipalLeader, l.root
	}
	// As in decide, without the meetings and concurrences behind it.
	row, err := l.register.RetireRiskPoint(viewer.System(l.as(ctx, who, role, on)), r.row.ID, r.row.Version, one(l.dice, retiredWhy))
	if err == nil {
		r.row = row
	}
	return err
}
