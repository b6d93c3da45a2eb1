package flow

import (
	"maps"
	"slices"
)

// ChangeKind is what became of a step between two versions.
type ChangeKind string

// What became of a step.
const (
	Added   ChangeKind = "ADDED"
	Removed ChangeKind = "REMOVED"
	// Changed steps carry out something else, in other hands or with another outcome: what was found
	// and decided of them stands on what is no more.
	Changed ChangeKind = "CHANGED"
	// Reworded steps differ in what grades and measures do not stand on: limit, lane, explanation, place, order.
	Reworded ChangeKind = "REWORDED"
)

// Aspect is what of a step differs between two versions.
type Aspect string

// The aspects of a step. Those up to Ways change it; the others reword it.
const (
	AspectName        Aspect = "NAME"
	AspectKind        Aspect = "KIND"
	AspectPost        Aspect = "POST"
	AspectDiscretion  Aspect = "DISCRETION"
	AspectBounds      Aspect = "BEGIN_OR_END"
	AspectWays        Aspect = "WAYS"
	AspectTimeLimit   Aspect = "TIME_LIMIT"
	AspectLane        Aspect = "LANE"
	AspectExplanation Aspect = "EXPLANATION"
	AspectPlace       Aspect = "PLACE"
	AspectOrder       Aspect = "ORDER"
)

// Change is what became of one step.
type Change struct {
	Key, Name string
	Kind      ChangeKind
	// Aspects are what differs, for steps that are in both versions.
	Aspects []Aspect
}

// Changes compares two versions: the steps of the next in order, then those that are gone. Steps are
// told apart by their keys; those that are the same are left out.
func Changes(last, next Graph) []Change {
	last, next = last.Trimmed(), next.Trimmed()
	was := map[string]int{}
	for i, s := range last.Steps {
		was[s.Key] = i
	}
	before, after := last.ways(), next.ways()
	moved := reordered(last, next)
	var out []Change
	now := map[string]bool{}
	for _, s := range next.Steps {
		now[s.Key] = true
		i, ok := was[s.Key]
		if !ok {
			out = append(out, Change{Key: s.Key, Name: s.Name, Kind: Added})
			continue
		}
		old := last.Steps[i]
		hard := changed(old, s)
		if !maps.Equal(before[s.Key], after[s.Key]) || old.Split != s.Split {
			hard = append(hard, AspectWays)
		}
		all := slices.Concat(hard, reworded(old, s))
		if moved[s.Key] {
			all = append(all, AspectOrder)
		}
		if len(all) > 0 {
			c := Change{Key: s.Key, Name: s.Name, Kind: Reworded, Aspects: all}
			if len(hard) > 0 {
				c.Kind = Changed
			}
			out = append(out, c)
		}
	}
	for _, s := range last.Steps {
		if !now[s.Key] {
			out = append(out, Change{Key: s.Key, Name: s.Name, Kind: Removed})
		}
	}
	return out
}

// ways are the ways from each step: where to, and when.
func (g Graph) ways() map[string]map[string]string {
	out := map[string]map[string]string{}
	for _, e := range g.Edges {
		if out[e.FromKey] == nil {
			out[e.FromKey] = map[string]string{}
		}
		out[e.FromKey][e.ToKey] = e.Condition
	}
	return out
}

func changed(a, b *Step) []Aspect {
	return those([]Aspect{AspectName, AspectKind, AspectPost, AspectDiscretion, AspectBounds},
		a.Name != b.Name, a.Kind != b.Kind, !same(a.PostID, b.PostID), !same(a.Discretion, b.Discretion), a.Starts != b.Starts || a.Ends != b.Ends)
}

func reworded(a, b *Step) []Aspect {
	return those([]Aspect{AspectTimeLimit, AspectLane, AspectExplanation, AspectPlace},
		!same(a.TimeLimitDays, b.TimeLimitDays), a.Lane != b.Lane, a.Explanation != b.Explanation, !same(a.Place, b.Place))
}

func those(all []Aspect, differ ...bool) []Aspect {
	var out []Aspect
	for i, d := range differ {
		if d {
			out = append(out, all[i])
		}
	}
	return out
}

func same[T comparable](a, b *T) bool { return a == b || a != nil && b != nil && *a == *b }

// reordered are the steps of both versions that stand in another order among themselves: those at whose
// place the other version has another step.
func reordered(last, next Graph) map[string]bool {
	in := func(g Graph) map[string]bool {
		keys := map[string]bool{}
		for _, s := range g.Steps {
			keys[s.Key] = true
		}
		return keys
	}
	common := func(g Graph, other map[string]bool) []string {
		var keys []string
		for _, s := range g.Steps {
			if other[s.Key] {
				keys = append(keys, s.Key)
			}
		}
		return keys
	}
	a, b := common(last, in(next)), common(next, in(last))
	out := map[string]bool{}
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			out[b[i]] = true
		}
	}
	return out
}

// Stands reports whether two versions are alike in all that is stored.
func Stands(last, next Graph) bool {
	return last.Trimmed().Explanation == next.Trimmed().Explanation && len(Changes(last, next)) == 0
}
