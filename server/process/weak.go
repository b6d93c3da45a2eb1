package process

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/process"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/org"
	"sineng/server/store"
)

// MostProcesses is the greatest number of processes whose steps are looked at together.
const MostProcesses = 3000

// Weak are the weakly guarded steps of a unit and those below it, and the tiers that answer for them.
type Weak struct {
	Unit *ent.Unit
	// StepCount is how many steps were looked at.
	StepCount int
	steps     []*WeakStep
}

// WeakStep is a step that is weakly guarded or not at all.
type WeakStep struct {
	Power *ent.Power
	Step  *ent.ProcessStep
	// Tier answers for how the step is guarded.
	Tier    term.Role
	Defence Defence
	// people are those on whose risk points it rests: whoever is shown the step has read of them.
	people []int64
}

// WeakFilter narrows weakly guarded steps by all that it gives.
type WeakFilter struct {
	Tiers  []term.Role
	Grades []term.Grade
	// Ungraded includes steps without a decided grade: together with Grades they are added.
	Ungraded *bool
}

func (f WeakFilter) keeps(w *WeakStep) bool {
	grades := slices.Clone(f.Grades)
	if f.Ungraded != nil && *f.Ungraded {
		grades = append(grades, term.Ungraded)
	}
	return (len(f.Tiers) == 0 || slices.Contains(f.Tiers, w.Tier)) && (len(grades) == 0 || slices.Contains(grades, w.Defence.Grade))
}

// WeakCount is how many weak steps of a grade a tier answers for.
type WeakCount struct {
	Tier  term.Role
	Grade term.Grade
	Count int
}

// Weak tells which steps of the processes in force in a unit and those below it are weakly guarded today, as
// far as the viewer sees them, their risk points and measures.
func (s *Service) Weak(ctx context.Context, unitID int64) (*Weak, error) {
	u, err := org.UnitOf(ctx, s.store, unitID)
	if err != nil {
		return nil, err
	}
	if u == nil {
		return nil, fault.MissingAt("unitId", "单位", "unit")
	}
	// A unit above the viewer's is in sight, though its register is not.
	if err := authz.Check(ctx, authz.ReadRegister, u.Levels()); err != nil {
		return nil, err
	}
	ctx = store.WithoutReads(ctx)
	client, in := s.store.Reader(ctx), sql.FieldEQ(rule.LevelColumn(u.Level), u.ID)
	processes, err := s.inForce(ctx, client, in)
	if err != nil {
		return nil, err
	}
	risks, err := s.onStepsWithin(ctx, client, in)
	if err != nil {
		return nil, err
	}
	out := &Weak{Unit: u}
	for _, p := range processes {
		if power := p.Edges.Power; power.RetiredOn == nil || power.RetiredOn.After(s.store.Today()) {
			out.add(p, risks, Defend(guarding(p, risks), s.store.Today()))
		}
	}
	return out, s.answer(ctx, client, out)
}

// inForce are the processes in force with their graphs, where there are not too many.
func (s *Service) inForce(ctx context.Context, client *ent.Client, in func(*sql.Selector)) ([]*ent.Process, error) {
	q := client.Process.Query().Where(in, process.Current(true))
	ids, err := q.Clone().Limit(s.bounds.processes + 1).IDs(ctx)
	if err != nil {
		return nil, err
	}
	if len(ids) > s.bounds.processes {
		return nil, fault.Bad("unitId", "TOO_MANY_PROCESSES", fmt.Sprintf("该单位及下级的流程超过 %d 个,请选择下级单位查看", s.bounds.processes),
			fmt.Sprintf("The unit and those below it have more than %d processes: choose a unit below", s.bounds.processes))
	}
	return withGraph(q).WithPower().Order(process.ByID()).All(ctx)
}

// add takes the weak steps of a process.
func (w *Weak) add(p *ent.Process, risks onSteps, defence []Defence) {
	w.StepCount += len(defence)
	for i, d := range defence {
		if len(d.Weaknesses) == 0 {
			continue
		}
		step := &WeakStep{Power: p.Edges.Power, Step: p.Edges.Steps[i], Defence: d}
		for _, r := range risks[step.Step.ID] {
			if r.PersonID != nil {
				step.people = append(step.people, *r.PersonID)
			}
		}
		w.steps = append(w.steps, step)
	}
}

// answer says which tier answers for each step.
func (s *Service) answer(ctx context.Context, client *ent.Client, w *Weak) error {
	if len(w.steps) == 0 {
		return nil
	}
	reader := office.Read(client, office.On(s.store.Today()))
	leaders, err := reader.Below(ctx, w.Unit.Levels(), office.LeaderRoles...)
	if err != nil {
		return err
	}
	var posts []int64
	for _, step := range w.steps {
		if step.Step.PostID != nil {
			posts = append(posts, *step.Step.PostID)
		}
	}
	held, err := reader.On(ctx, posts...)
	if err != nil {
		return err
	}
	holders := map[int64][]int64{}
	for _, a := range held {
		holders[a.Post] = append(holders[a.Post], a.Person)
	}
	at := map[int64]*office.Facts{}
	for _, step := range w.steps {
		unit := step.Power.UnitID
		if at[unit] == nil {
			at[unit] = leaders.At(step.Power.Levels())
		}
		var own []int64
		if step.Step.PostID != nil {
			own = holders[*step.Step.PostID]
		}
		step.Tier = Answering(at[unit], unit, step.Defence.Grade, own)
	}
	return nil
}

// Answering is the tier that answers for how a step is guarded: the one that supervises its grade (C, and what is not
// graded, the head, B the leader in charge, A the principal leader), or the next one up where nobody holds that but
// who holds the step, since nobody supervises themself.
func Answering(f *office.Facts, unit int64, grade term.Grade, holders []int64) term.Role {
	below := term.RoleStaff
	switch grade {
	case term.GradeA:
		below = term.RoleLeaderInCharge
	case term.GradeB:
		below = term.RoleDeptHead
	}
	return f.AnsweringTier(below, unit, func(h office.Holder) bool { return slices.Contains(holders, h.Person) })
}

// worst is the order of grades in the list: what nobody has graded may be anything but is not known to be serious.
var worst = []term.Grade{term.GradeA, term.GradeB, term.Ungraded, term.GradeC}

// Counts are how many steps there are by tier, the lowest first, and grade.
func (w *Weak) Counts() []WeakCount {
	var out []WeakCount
	for _, tier := range term.Tiers {
		for _, grade := range worst {
			n := 0
			for _, step := range w.steps {
				if step.Tier == tier && step.Defence.Grade == grade {
					n++
				}
			}
			if n > 0 {
				out = append(out, WeakCount{tier, grade, n})
			}
		}
	}
	return out
}

// Steps are the weak steps that a filter keeps: the worst grade first, of these the one that is guarded worst, and of
// these the one where a further measure gains most. One without a risk point comes after those of its grade that have one.
func (w *Weak) Steps(ctx context.Context, f WeakFilter, page store.Page) (*store.Slice[*WeakStep], error) {
	kept := []*WeakStep{}
	for _, step := range w.steps {
		if f.keeps(step) {
			kept = append(kept, step)
		}
	}
	out, err := store.Sorted(kept, page,
		store.Asc("grade", func(w *WeakStep) any { return slices.Index(worst, w.Defence.Grade) }),
		store.Asc("score", func(w *WeakStep) any {
			if w.Defence.Score == nil {
				return 101
			}
			return *w.Defence.Score
		}),
		store.Desc("gain", func(w *WeakStep) any { return w.Defence.Gain }),
		store.Asc("step", func(w *WeakStep) any {
			if w.Step == nil { // asked of a blank row, for its type
				return int64(0)
			}
			return w.Step.ID
		}))
	if err != nil {
		return nil, err
	}
	for _, step := range out.Rows {
		for _, person := range step.people {
			store.NoteRead(ctx, person)
		}
	}
	return out, nil
}
