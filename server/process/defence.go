package process

import (
	"fmt"
	"time"

	"sineng/ent/term"
	"sineng/server/flow"
)

// Guarded is a version of a process with what stands on its steps.
type Guarded struct {
	Graph flow.Graph
	// Discretion is that of the power, for steps that do not say another.
	Discretion term.Discretion
	// Supervised is the post that supervises the power; nil for none.
	Supervised *int64
	// Risks are the risk points in force by the key of their step.
	Risks map[string][]GuardedRisk
}

// GuardedRisk is a risk point with its measures.
type GuardedRisk struct {
	Title    string
	Grade    term.Grade
	Measures []GuardingMeasure
}

// GuardingMeasure is what of a measure says how well it guards.
type GuardingMeasure struct {
	Kind   term.MeasureKind
	Status term.MeasureStatus
	DueOn  *time.Time
}

// WeaknessCode names why a step is weakly guarded.
type WeaknessCode string

// The weaknesses of a step.
const (
	Undefended     WeaknessCode = "UNDEFENDED"
	BelowTarget    WeaknessCode = "BELOW_TARGET"
	OneKind        WeaknessCode = "ONE_KIND"
	NotTested      WeaknessCode = "NOT_TESTED"
	Overdue        WeaknessCode = "OVERDUE"
	WideDiscretion WeaknessCode = "WIDE_DISCRETION"
	Unsupervised   WeaknessCode = "UNSUPERVISED"
)

// Weakness is why a step is weakly guarded, in words.
type Weakness struct {
	Code             WeaknessCode
	Chinese, English string
}

// Defence is how well a step is guarded 分步设防. Of each kind of measure the strongest counts: 2 points where
// it was found effective, 1 where it is in force, one less past its date. An A wants at least two effective
// measures of different kinds.
type Defence struct {
	StepKey string
	// Grade is the worst of its risk points, U for none graded.
	Grade      term.Grade
	RiskPoints int
	// Points and Target are those of the risk point that is guarded worst.
	Points, Target int
	// Score is the points as a share of the target in percent; nil without a risk point.
	Score      *int
	Weaknesses []Weakness
	// Gain is how much a further measure would help: the points that lack, weighed by grade.
	Gain int
	// MissingKinds are the kinds that the risk point guarded worst has none of.
	MissingKinds []term.MeasureKind
}

// gradeWeights say how much a missing point counts, gradeTargets how many points a grade asks for.
var (
	gradeTargets = map[term.Grade]int{term.GradeA: 4, term.GradeB: 2, term.GradeC: 1, term.Ungraded: 2}
	gradeWeights = map[term.Grade]int{term.GradeA: 3, term.GradeB: 2, term.GradeC: 1, term.Ungraded: 2}
)

// uncertain is the most that an A without two effective kinds reaches, in percent.
const uncertain = 75

// Defend says how well each step is guarded on a day, in order.
func Defend(of Guarded, today time.Time) []Defence {
	out := make([]Defence, len(of.Graph.Steps))
	seen := of.watched()
	for i, st := range of.Graph.Steps {
		d := DefendStep(of.Risks[st.Key], today)
		d.StepKey = st.Key
		d.Weaknesses = append(d.Weaknesses, of.hands(st, seen[i])...)
		out[i] = d
	}
	return out
}

// DefendStep says how well the risk points of one step are guarded on a day, whoever has the step in hand.
func DefendStep(risks []GuardedRisk, today time.Time) Defence {
	d := Defence{Grade: term.Ungraded}
	for _, r := range risks {
		d.take(r, today)
	}
	return d
}

// take adds a risk point to what is known of its step.
func (d *Defence) take(r GuardedRisk, today time.Time) {
	d.RiskPoints++
	if r.Grade != term.Ungraded && (d.Grade == term.Ungraded || r.Grade < d.Grade) {
		d.Grade = r.Grade
	}
	g := measured(r, today)
	target := gradeTargets[r.Grade]
	d.Gain += max(0, target-g.points) * gradeWeights[r.Grade]
	score := min(100, g.points*100/target)
	if r.Grade == term.GradeA && g.effective < 2 {
		score = min(score, uncertain)
	}
	if d.Score == nil || score < *d.Score {
		d.Score, d.Points, d.Target, d.MissingKinds = &score, g.points, target, g.missing
		if score == 100 {
			d.MissingKinds = nil
		}
	}
	d.Weaknesses = append(d.Weaknesses, g.weaknesses(r, target)...)
}

// guard is what the measures of a risk point come to.
type guard struct {
	points, effective, inForce, overdue int
	missing                             []term.MeasureKind
}

func measured(r GuardedRisk, today time.Time) guard {
	var g guard
	best, tested := map[term.MeasureKind]int{}, map[term.MeasureKind]bool{}
	for _, m := range r.Measures {
		strength := 0
		switch m.Status {
		case term.MeasureStatusEffective:
			strength = 2
		case term.MeasureStatusActive:
			strength = 1
		default:
			continue
		}
		g.inForce++
		late := m.DueOn != nil && m.DueOn.Before(today)
		if late {
			g.overdue++
			strength--
		}
		tested[m.Kind] = tested[m.Kind] || m.Status == term.MeasureStatusEffective && !late
		best[m.Kind] = max(best[m.Kind], strength)
	}
	for _, kind := range (term.MeasureKind("")).Values() {
		k := term.MeasureKind(kind)
		g.points += best[k]
		if tested[k] {
			g.effective++
		}
		if best[k] == 0 {
			g.missing = append(g.missing, k)
		}
	}
	return g
}

func (g guard) weaknesses(r GuardedRisk, target int) []Weakness {
	var out []Weakness
	add := func(code WeaknessCode, zh, en string) {
		out = append(out, Weakness{code, "“" + r.Title + "”" + zh, fmt.Sprintf("%q %s", r.Title, en)})
	}
	switch {
	case g.inForce == 0:
		add(Undefended, "没有正在执行的防控措施", "is guarded by no measure in force")
	case r.Grade == term.GradeA && g.points >= 2 && g.effective == 1:
		add(OneKind, "只有一类措施经检验有效,A级风险应有两类", "has effective measures of one kind; an A wants two kinds")
	case g.points < target:
		add(BelowTarget, fmt.Sprintf("的防控力度为 %d 分,应达到 %d 分", g.points, target), fmt.Sprintf("reaches %d of %d points", g.points, target))
	}
	if g.inForce > 0 && g.effective == 0 && g.overdue == 0 && r.Grade != term.GradeC {
		add(NotTested, "的措施都未经检验", "has measures in force, none of which was found effective")
	}
	if g.overdue > 0 {
		add(Overdue, fmt.Sprintf("有 %d 项措施已过期限", g.overdue), fmt.Sprintf("has %d measures past their date", g.overdue))
	}
	return out
}

// watched says of each step whether, on every way on, a step of other hands comes after it, and whether one
// that reviews, inspects or supervises does. A step without a post is in nobody's hands.
func (of Guarded) watched() []watch {
	g := of.Graph
	x := g.Indexed()
	out := make([]watch, len(g.Steps))
	for i, st := range g.Steps {
		out[i].others = g.EveryWay(x, i, func(t *flow.Step) bool { return otherHands(st, t) })
		out[i].checked = g.EveryWay(x, i, func(t *flow.Step) bool { return otherHands(st, t) && checks[t.Kind] })
	}
	return out
}

type watch struct{ others, checked bool }

// checks are the kinds of steps that look at what was done before.
var checks = map[term.StepKind]bool{term.StepKindReview: true, term.StepKindApprove: true, term.StepKindInspect: true, term.StepKindSupervise: true}

// decides are the kinds of steps in which discretion is used.
var decides = map[term.StepKind]bool{term.StepKindHandle: true, term.StepKindReview: true, term.StepKindApprove: true, term.StepKindDecide: true, term.StepKindInspect: true}

func otherHands(a, b *flow.Step) bool {
	return b.PostID != nil && a.PostID != nil && *a.PostID != *b.PostID || a.PostID == nil && b.PostID != nil
}

// hands are the weaknesses of a step that come of who carries it out.
func (of Guarded) hands(st *flow.Step, seen watch) []Weakness {
	var out []Weakness
	discretion := of.Discretion
	if st.Discretion != nil {
		discretion = *st.Discretion
	}
	if discretion == term.DiscretionWide && decides[st.Kind] && !seen.others {
		out = append(out, Weakness{WideDiscretion, "自由裁量权较大,此后并非每条流向都经他人之手", "Wide discretion, and not every way on passes other hands"})
	}
	supervised := of.Supervised != nil && (st.PostID == nil || *st.PostID != *of.Supervised)
	if decides[st.Kind] && !supervised && !seen.checked {
		out = append(out, Weakness{Unsupervised, "缺乏有效监管:职权没有监督岗位,此后也不是每条流向都有他人审核、验收或监督",
			"No effective supervision: the power has no supervising post, and not every way on is reviewed, inspected or supervised by others"})
	}
	return out
}
