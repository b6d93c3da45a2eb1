// Package balance measures the rules of balance: whole runs over made registers, what an appointment
// costs, and the engine beside the same rules as SQL.
package balance

import (
	"os"
	"time"

	"sineng/scripts/bench/load"
	"sineng/server/balance/engine"
	"sineng/server/balance/engine/enginetest"
)

// Sizes are the registers by the names of the benchmark's sizes.
var Sizes = map[string]enginetest.Register{"s": {Departments: 4_000}, "l": {Departments: 40_000}}

// Figures are what was measured of one register.
type Figures struct {
	Departments, Posts, Powers int
	// Whole is a whole run of all built-in rules with all collusion numbers, powers one after another,
	// and Rules the same without the numbers.
	Whole, Rules Took
	Conflicts    int
	// Appointment is what so many Appointments cost a State of all, each, and Sites the mean of the sites
	// that are judged again.
	Appointment  Took
	Appointments int
	Sites        float64
	// Peak is the most memory that the process has had resident, in bytes.
	Peak int64
}

// Took is how long something took, and the processor time that it cost, by which runs on a machine that does
// other things compare.
type Took struct{ Time, CPU time.Duration }

func take(work func()) (Took, error) {
	before, err := load.Processor(os.Getpid())
	if err != nil {
		return Took{}, err
	}
	start := time.Now()
	work()
	took := time.Since(start)
	after, err := load.Processor(os.Getpid())
	return Took{took, after - before}, err
}

// Whole judges all built-in rules on a register. It is measured in a process of its own.
func Whole(r enginetest.Register) (Figures, error) {
	f, rules, err := begin(r)
	if err != nil {
		return f, err
	}
	run := func(numbers bool) (Took, error) {
		f.Powers, f.Conflicts = 0, 0
		return take(func() { f.run(r, rules, numbers) })
	}
	if f.Whole, err = run(true); err != nil {
		return f, err
	}
	if f.Peak, err = load.Peak(os.Getpid()); err != nil {
		return f, err
	}
	f.Rules, err = run(false)
	return f, err
}

func (f *Figures) run(r enginetest.Register, rules *engine.Rulebook, numbers bool) {
	office := r.Office()
	f.Posts = len(office.Posts)
	ix := engine.NewIndex(office)
	var all engine.Collusions
	engine.Stream(ix, rules, func(yield func(*engine.Power) bool) {
		for p := range r.Powers() {
			f.Powers++
			if numbers {
				all.Add(engine.CollusionOfPower(ix, p, engine.DefaultBudget))
			}
			if !yield(p) {
				return
			}
		}
	}, func(c []engine.Conflict, _ []engine.Unknown) bool { f.Conflicts += len(c); return true })
}

// Appoint keeps a register in memory with the conflicts of all and then appoints people, one in each of
// many departments. It is measured in a process of its own.
func Appoint(r enginetest.Register) (Figures, error) {
	f, rules, err := begin(r)
	if err != nil {
		return f, err
	}
	facts := r.Facts()
	f.Posts, f.Powers = len(facts.Posts), len(facts.Powers)
	s := engine.NewState(facts, rules)
	f.Conflicts, f.Appointments = s.Count(), 10_000
	sites := 0
	all, err := take(func() {
		for n := range f.Appointments {
			t := s.Apply(engine.SetAppointment{Appointment: r.Appointment(n)}).Touched
			sites += len(t.Powers) + len(t.Units) + len(t.Bureaus)
		}
	})
	if err != nil {
		return f, err
	}
	n := time.Duration(f.Appointments)
	f.Appointment, f.Sites = Took{all.Time / n, all.CPU / n}, float64(sites)/float64(f.Appointments)
	f.Peak, err = load.Peak(os.Getpid())
	return f, err
}

func begin(r enginetest.Register) (Figures, *engine.Rulebook, error) {
	rules, err := engine.NewRulebook(engine.BuiltIn())
	return Figures{Departments: r.Departments}, rules, err
}
