package tally

import (
	"slices"
	"strings"

	"sineng/ent/term"
)

// TypeSet is the set of types of a risk point as the roll-up keeps it: in the order of the
// enumeration, parted by commas. A risk point counts once in a total, and once under each of
// its types.
type TypeSet string

// SetOf makes a set; its order and repetitions do not matter.
func SetOf(types ...term.RiskType) TypeSet {
	if len(types) == 1 {
		return TypeSet(types[0])
	}
	order := term.RiskType("").Values()
	sorted := slices.Clone(types)
	slices.SortFunc(sorted, func(a, b term.RiskType) int {
		return slices.Index(order, string(a)) - slices.Index(order, string(b))
	})
	var b strings.Builder
	for i, t := range slices.Compact(sorted) {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(string(t))
	}
	return TypeSet(b.String())
}

// Types are the members of the set.
func (s TypeSet) Types() []term.RiskType {
	var out []term.RiskType
	for one := range strings.SplitSeq(string(s), ",") {
		if one != "" {
			out = append(out, term.RiskType(one))
		}
	}
	return out
}

// Meets reports whether one of the types is in the set.
func (s TypeSet) Meets(types []term.RiskType) bool {
	for one := range strings.SplitSeq(string(s), ",") {
		if slices.Contains(types, term.RiskType(one)) {
			return true
		}
	}
	return false
}
