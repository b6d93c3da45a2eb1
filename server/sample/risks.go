package sample

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/register"
)

// risk is a risk point to be recorded.
type risk struct {
	node    *node
	power   *power // nil for one on a post or a person
	step    int    // index of the step, -1 for none
	post    *post
	seed    seed
	grade   term.Grade // final grade
	made    time.Time
	details register.RiskDetails
	inputs  register.GradeInputs // first inputs
	row     *ent.RiskPoint       // as last read
	open    bool                 // an A risk deliberately without a measure
	slots   []string
}

// event is a change of the register at a time.
type event struct {
	at time.Time
	do func(context.Context) error
}

func (l *loader) at(t time.Time, do func(context.Context) error) {
	l.events = append(l.events, event{t, do})
}

// runEvents carries out all events in chronological order.
func (l *loader) runEvents(ctx context.Context) error {
	slices.SortStableFunc(l.events, func(a, b event) int { return cmp.Compare(a.at.UnixMicro(), b.at.UnixMicro()) })
	defer func() { l.events = nil }()
	for _, e := range l.events {
		l.clock = e.at
		if err := e.do(ctx); err != nil {
			return fmt.Errorf("sample: on %s: %w", e.at.Format(time.DateOnly), err)
		}
	}
	return nil
}

// share returns how many risk points stand on a unit itself.
func (l *loader) share(n *node) int {
	switch {
	case n.isBureau():
		return []int{10, 6, 3}[n.unit.Level-1]
	case n.unit.Level == 2:
		return l.between(34, 42)
	case n.unit.Level == 3:
		return l.between(26, 34)
	}
	return l.between(13, 20)
}

func (l *loader) planRisks(context.Context) error {
	for _, n := range l.nodes {
		for range l.share(n) {
			r := &risk{node: n, step: -1, made: l.recordedOn()}
			r.grade = []term.Grade{term.GradeA, term.GradeB, term.GradeC, term.Ungraded}[l.weighted(11, 31, 53, 5)]
			if n.isBureau() && r.grade == term.GradeC {
				r.grade = term.GradeB
			}
			if r.grade == term.Ungraded {
				r.made = l.moment(l.between(2, 45))
			}
			l.write(r)
			l.risks = append(l.risks, r)
			l.schedule(r)
		}
	}
	return nil
}

// recordedOn spreads the recording over 18 months: most in the first survey,
// some in the second, the rest in between.
func (l *loader) recordedOn() time.Time {
	switch l.weighted(48, 22, 30) {
	case 0:
		return l.moment(l.between(430, started-25))
	case 1:
		return l.moment(l.between(120, 175))
	}
	return l.moment(l.between(8, 428))
}

// write gives a risk point its place and texts; it retries until the texts are
// unique.
func (l *loader) write(r *risk) {
	for try := 0; ; try++ {
		l.place(r)
		title, text := l.compose(r)
		if l.texts[title] && try < 200 {
			continue
		}
		if l.texts[text] && try < 400 {
			continue
		}
		l.texts[title], l.texts[text] = true, true
		r.details.Title, r.details.Manifestation = title, text
		break
	}
	r.details.RiskTypes = r.seed.types()
	r.details.Cause = fill(l.cause(r.seed), r.slots...)
	r.details.FoundBy = l.foundBy()
	l.assign(r)
}

// place puts a risk point on a step, a power, a post or a person.
func (l *loader) place(r *risk) {
	n := r.node
	r.power, r.step, r.post = nil, -1, nil
	kind := l.weighted(72, 13, 9, 6)
	if n.isBureau() {
		kind = l.weighted(30, 10, 60, 0)
	}
	if len(n.powers) == 0 {
		kind = 2
	}
	if kind >= 2 {
		r.post = one(l.dice, n.posts)
		r.seed, _ = l.seedFor(r, l.ownSeeds(n), 0)
		return
	}
	r.power = one(l.dice, n.powers)
	list := seeds[r.power.plan.kind]
	if l.chance(12) {
		list = generalSeeds
	}
	// For some tries, skip a step without a seed of its own.
	for try := 0; ; try++ {
		step := l.IntN(len(r.power.steps))
		r.post, r.step = r.power.posts[step], -1
		if kind == 0 && r.power.mapped {
			r.step = step
		}
		var special bool
		if r.seed, special = l.seedFor(r, list, r.power.steps[step].letter); special || try > 8 {
			return
		}
	}
}

func (l *loader) ownSeeds(n *node) []seed {
	if n.isBureau() {
		return leaderSeeds
	}
	return postSeeds
}

// seedFor draws a seed that fits the place and the grade, from the list or
// else from the general ones.
func (l *loader) seedFor(r *risk, list []seed, letter byte) (drawn seed, special bool) {
	want := l.consequenceFor(r.grade)
	for _, from := range [][]seed{list, generalSeeds} {
		var fit []seed
		for _, s := range from {
			if s.consequence == want && s.fits(r) && (letter == 0 || s.steps == "" || strings.IndexByte(s.steps, letter) >= 0) {
				fit = append(fit, s)
			}
		}
		if len(fit) > 0 {
			return one(l.dice, fit), len(fit) > 1 || r.power == nil
		}
		if r.power == nil {
			break
		}
	}
	return one(l.dice, list), false
}

func (l *loader) consequenceFor(g term.Grade) term.ConsequenceKind {
	kinds := []term.ConsequenceKind{crime, disc, minor}
	switch g {
	case term.GradeA:
		return kinds[l.weighted(72, 28)]
	case term.GradeB:
		return kinds[l.weighted(0, 88, 12)]
	case term.GradeC:
		return kinds[l.weighted(0, 6, 94)]
	}
	return kinds[l.weighted(10, 40, 50)]
}

// compose writes the title and the manifestation.
func (l *loader) compose(r *risk) (title, text string) {
	n := r.node
	object, step, party, paper := n.unit.Name, "履职", "服务对象", "议题材料"
	if r.power != nil {
		object, party = r.power.plan.short, r.power.plan.party
		paper = one(l.dice, strings.Split(r.power.plan.things, "|"))
		step = "办理"
		if r.step >= 0 {
			step = r.power.steps[r.step].name
		}
	}
	r.slots = []string{"{o}", object, "{s}", step, "{t}", party, "{m}", paper, "{w}", r.post.plan.name, "{u}", n.plan.name, "{p}", one(l.dice, n.places)}
	subject := object
	switch {
	case r.power == nil && n.isBureau():
		subject = n.plan.name
	case r.power == nil:
		subject = n.plan.name + r.post.plan.name
	case r.step >= 0 && l.chance(55):
		subject = object + step + "环节"
	}
	tail := "。"
	if r.power != nil {
		tail = l.tail(r.seed)
	}
	return subject + r.seed.title, fill(l.scene(r)+r.seed.text+tail, r.slots...)
}

func (l *loader) foundBy() []term.FoundBy {
	ways := []term.FoundBy{term.FoundBySelf, term.FoundByDepartment, term.FoundByLeader, term.FoundByPublic, term.FoundByCollective}
	out := []term.FoundBy{ways[l.weighted(45, 30, 12, 8, 5)]}
	if second := one(l.dice, ways); l.chance(35) && second != out[0] {
		out = append(out, second)
	}
	return out
}

// assign sets where a risk point stands, who is exposed and who owns it.
func (l *loader) assign(r *risk) {
	d := &r.details
	direct, department, leader := l.owners(r.node, r.post)
	d.DirectOwnerID, d.DepartmentOwnerID, d.LeaderOwnerID = &direct.row.ID, &department.row.ID, &leader.row.ID
	d.ExposedPostIds, d.ExposedPersonIds = []int64{r.post.row.ID}, []int64{direct.row.ID}
	switch {
	case r.power != nil:
		d.PowerID = &r.power.row.ID
		if r.step >= 0 {
			d.StepKey = &r.power.steps[r.step].key
		}
		if other := one(l.dice, r.power.posts); other != r.post && l.chance(40) {
			d.ExposedPostIds = append(d.ExposedPostIds, other.row.ID)
			if who := holder(other.holders, l.daysAgo(0)); who != nil && who != direct && l.chance(60) {
				d.ExposedPersonIds = append(d.ExposedPersonIds, who.row.ID)
			}
		}
	case l.chance(40):
		d.PersonID = &direct.row.ID
	default:
		d.PostID = &r.post.row.ID
	}
}
