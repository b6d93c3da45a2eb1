package term

import (
	"slices"
	"strings"
)

// RiskTypes is the set of types of a risk point: one or several, or UNCLASSIFIED, which never stands
// beside others. It is written as its types in the order of the enumeration, parted by commas, so
// that a set of one type reads like the type. A risk point counts once in a total, and once under
// each of its types.
type RiskTypes string

// riskTypeSets are all sets with their types: those of classified risk points, counted up as binary
// numbers of which each type is a digit, then UNCLASSIFIED.
var riskTypeSets, riskTypesIn = func() (all []string, in map[RiskTypes][]RiskType) {
	var types []RiskType
	for _, l := range labelsRiskType {
		if l.value != RiskTypeUnclassified {
			types = append(types, l.value)
		}
	}
	in = map[RiskTypes][]RiskType{}
	add := func(members ...RiskType) {
		set := written(members)
		all, in[set] = append(all, string(set)), members
	}
	for mask := 1; mask < 1<<len(types); mask++ {
		var members []RiskType
		for i, t := range types {
			if mask>>i&1 == 1 {
				members = append(members, t)
			}
		}
		add(members...)
	}
	add(RiskTypeUnclassified)
	return all, in
}()

// written is a set of types that are in the order of the enumeration.
func written(types []RiskType) RiskTypes {
	var b strings.Builder
	for i, t := range types {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(string(t))
	}
	return RiskTypes(b.String())
}

// RiskTypesOf is the set of some types, whose order and repetitions do not matter. ok is false for
// none, for UNCLASSIFIED beside others, and for what is no type.
func RiskTypesOf(types ...RiskType) (set RiskTypes, ok bool) {
	order := RiskType("").Values()
	sorted := slices.Clone(types)
	slices.SortFunc(sorted, func(a, b RiskType) int {
		return slices.Index(order, string(a)) - slices.Index(order, string(b))
	})
	sorted = slices.Compact(sorted)
	if set = written(sorted); len(sorted) == 0 || !slices.Equal(riskTypesIn[set], sorted) {
		return "", false
	}
	return set, true
}

// RiskTypesWith are the sets that have one of the types.
func RiskTypesWith(types ...RiskType) []RiskTypes {
	var out []RiskTypes
	for _, s := range riskTypeSets {
		if RiskTypes(s).Meets(types) {
			out = append(out, RiskTypes(s))
		}
	}
	return out
}

// Valid reports whether it is a set as RiskTypesOf makes it.
func (s RiskTypes) Valid() bool { return riskTypesIn[s] != nil }

// List are the types of the set, in the order of the enumeration; none of what is no set.
func (s RiskTypes) List() []RiskType { return slices.Clone(riskTypesIn[s]) }

// Has reports whether a type is in the set.
func (s RiskTypes) Has(t RiskType) bool { return slices.Contains(riskTypesIn[s], t) }

// Meets reports whether one of the types is in the set.
func (s RiskTypes) Meets(types []RiskType) bool {
	return slices.ContainsFunc(riskTypesIn[s], func(t RiskType) bool { return slices.Contains(types, t) })
}

// Values lists every set.
func (RiskTypes) Values() []string { return slices.Clone(riskTypeSets) }

// Label is the words for the types in the language given ("zh" or "en"), parted by 、 or commas.
func (s RiskTypes) Label(lang string) string {
	all := riskTypesIn[s]
	if all == nil {
		return string(s)
	}
	words := make([]string, len(all))
	for i, t := range all {
		words[i] = t.Label(lang)
	}
	if lang == "en" {
		return strings.Join(words, ", ")
	}
	return strings.Join(words, "、")
}
