package sample

import "sineng/ent/term"

// seed is the core of a risk point. Its texts have slots: {t} the other party,
// {m} a document or an object of the power, {s} the step, {w} the post, {p} a
// place.
type seed struct {
	steps       string // letters of the steps that it fits, empty for any
	kind        term.RiskType
	consequence term.ConsequenceKind
	title       string // continues the short name of the power
	text        string
}

const (
	mor  = term.RiskTypeMoral
	inst = term.RiskTypeInstitution
	dut  = term.RiskTypeDuty
	envr = term.RiskTypeEnvironment

	crime = term.ConsequenceKindCrime
	disc  = term.ConsequenceKindDiscipline
	minor = term.ConsequenceKindMinor
)

// seeds are the cores by type of power.
var seeds = map[term.PowerType][]seed{
	lic: licSeeds, con: licSeeds, enf: enfSeeds, ins: insSeeds, pen: penSeeds, com: penSeeds,
	all: allSeeds, pay: allSeeds, rew: allSeeds, hr: hrSeeds, fin: finSeeds, col: colSeeds,
	pro: proSeeds, eng: engSeeds, ast: astSeeds, adj: othSeeds, oth: othSeeds,
}
