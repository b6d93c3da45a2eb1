package engine_test

import (
	"iter"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/server/balance/engine"
)

// register is a synthetic register: bureaus of forty departments, each with twelve or thirteen posts
// and five powers, of six steps on posts of the department and one of another. Some people have two
// posts, some posts are vacant, some are key.
type register struct{ departments int }

const (
	postsPer  = 12
	powersPer = 5
)

func (r register) office() engine.Facts {
	f := engine.Facts{Day: today}
	bureau := int64(0)
	for n := range int64(r.departments) {
		unit := n + 1_000_000
		if n%40 == 0 {
			bureau = n + 2_000_000
			f.Units = append(f.Units, engine.Unit{ID: bureau, Kind: term.UnitKindBureau})
			f.Portfolios = append(f.Portfolios, engine.Portfolio{ID: bureau, Person: bureau, Unit: bureau, Kind: term.PortfolioKindPrincipal})
		}
		f.Units = append(f.Units, engine.Unit{ID: unit, Parent: bureau, Kind: term.UnitKindDepartment, Functions: engine.FunctionsOf(typeOf(n * powersPer))})
		leader := bureau
		if n%8 > 0 {
			leader = bureau + n%5 + 1
		}
		f.Portfolios = append(f.Portfolios, engine.Portfolio{ID: unit, Person: leader, Unit: unit, Kind: term.PortfolioKindInCharge})
		for m := range int64(postsPer) + n%2 {
			post := n*20 + m + 1
			f.Posts = append(f.Posts, engine.Post{ID: post, Unit: unit, Key: m%4 == 0, RotationYears: 5})
			if m == 7 && n%3 == 0 {
				continue
			}
			person := post
			if m == 1 {
				person = post - 1
			}
			f.Appointments = append(f.Appointments, engine.Appointment{ID: post, Person: person, Post: post, From: today - engine.Day((post*37)%2100)})
		}
	}
	return f
}

func typeOf(n int64) term.PowerType {
	all := term.PowerType("").Values()
	return term.PowerType(all[n%int64(len(all))])
}

// powers come one after another.
func (r register) powers() iter.Seq[*engine.Power] {
	kinds := []string{"ACCEPT", "HANDLE", "REVIEW", "APPROVE", "EXECUTE", "INSPECT"}
	return func(yield func(*engine.Power) bool) {
		for n := range int64(r.departments) {
			for k := range int64(powersPer) {
				var steps strings.Builder
				for i, kind := range kinds {
					post := n*20 + (int64(i)+k*3)%postsPer + 1
					if i == 5 && k%2 == 0 {
						post = (n+1)%int64(r.departments)*20 + k + 1
					}
					steps.WriteString(kind + ":" + strconv.FormatInt(post, 10) + " ")
				}
				p := &engine.Power{ID: n*10 + k + 1, Unit: n + 1_000_000, Type: typeOf(n*powersPer + k), Discretion: term.DiscretionLimited,
					Supervision: n*20 + 12, Process: process(steps.String() + "2>4")}
				if k == 0 {
					p.Discretion = term.DiscretionWide
				}
				if !yield(p) {
					return
				}
			}
		}
	}
}

// BenchmarkWholeRun judges all rules on a register and finds all collusion numbers, powers one after
// another; what is measured are seconds for all and the most memory resident since the last reset.
// Run it for one size alone: -bench WholeRun/40000 -benchtime 1x.
func BenchmarkWholeRun(b *testing.B) {
	for _, departments := range []int{4_000, 40_000} {
		b.Run(strconv.Itoa(departments), func(b *testing.B) {
			for range b.N {
				r, rules := register{departments}, book(b)
				ix := engine.NewIndex(r.office())
				conflicts, unknown, powers := 0, 0, 0
				var numbers engine.Collusions
				engine.Stream(ix, rules, func(yield func(*engine.Power) bool) {
					for p := range r.powers() {
						powers++
						numbers.Add(engine.CollusionOfPower(ix, p, engine.DefaultBudget))
						if !yield(p) {
							return
						}
					}
				}, func(c []engine.Conflict, u []engine.Unknown) bool {
					conflicts, unknown = conflicts+len(c), unknown+len(u)
					return true
				})
				b.ReportMetric(float64(powers), "powers")
				b.ReportMetric(float64(conflicts), "conflicts")
				b.ReportMetric(float64(unknown), "unknown")
				b.ReportMetric(float64(numbers.Bounded), "bounded")
			}
			reportMemory(b)
		})
	}
}

// BenchmarkState keeps all in memory with the conflicts of all and then appoints somebody.
func BenchmarkState(b *testing.B) {
	for _, departments := range []int{4_000, 40_000} {
		b.Run(strconv.Itoa(departments), func(b *testing.B) {
			r := register{departments}
			f := r.office()
			for p := range r.powers() {
				f.Powers = append(f.Powers, p)
			}
			s := engine.NewState(f, book(b))
			conflicts := s.Count()
			b.ResetTimer()
			for n := range b.N {
				post := int64(n%departments)*20 + 3
				s.Apply(engine.SetAppointment{Appointment: engine.Appointment{ID: post, Person: post + int64(n%2), Post: post, From: today}})
			}
			b.StopTimer()
			b.ReportMetric(float64(conflicts), "conflicts")
			reportMemory(b)
		})
	}
}

// reportMemory reports the most memory that was resident, in MiB, where the system tells it.
func reportMemory(b *testing.B) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.HeapAlloc)/(1<<20), "heap-MiB")
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return
	}
	for line := range strings.Lines(string(status)) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] == "VmHWM:" {
			if kb, err := strconv.Atoi(fields[1]); err == nil {
				b.ReportMetric(float64(kb)/1024, "rss-MiB")
			}
		}
	}
	debug.FreeOSMemory()
}
