package engine

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// Site is what a rule is judged on; every conflict belongs to exactly one.
type Site struct {
	Kind SiteKind `json:"kind"`
	// ID is the power, the unit or the bureau.
	ID int64 `json:"id"`
}

// SiteKind is the kind of a site.
type SiteKind string

// The values of SiteKind, in the order in which conflicts are listed.
const (
	SitePower  SiteKind = "POWER"
	SiteUnit   SiteKind = "UNIT"
	SiteBureau SiteKind = "BUREAU"
)

var siteOrder = []SiteKind{SitePower, SiteUnit, SiteBureau}

func (s Site) compare(o Site) int {
	return cmp.Or(cmp.Compare(slices.Index(siteOrder, s.Kind), slices.Index(siteOrder, o.Kind)), cmp.Compare(s.ID, o.ID))
}

// Hand is whose hand a conflict is in.
type Hand struct {
	Kind HandKind `json:"kind"`
	// A and, for two people, B are the ids; of two people A is the smaller.
	A int64 `json:"a"`
	B int64 `json:"b,omitempty"`
}

// HandKind is the kind of a hand.
type HandKind string

// The values of HandKind.
const (
	HandPerson     HandKind = "PERSON"
	HandPost       HandKind = "POST"
	HandDepartment HandKind = "DEPARTMENT"
	// HandRelatives are two people in a close relation.
	HandRelatives HandKind = "RELATIVES"
	// HandPair are two people who do something for each other.
	HandPair HandKind = "PAIR"
	// HandUnknown is that of a step whose holder is not known.
	HandUnknown HandKind = "UNKNOWN"
)

// People are the people of a hand: one, two, or nobody.
func (h Hand) People() []int64 {
	switch h.Kind {
	case HandPerson:
		return []int64{h.A}
	case HandRelatives, HandPair:
		return []int64{h.A, h.B}
	}
	return nil
}

// Part is one of the holdings that make a conflict: a step of a process, a role of a post in a
// power, a post, or a portfolio over a unit.
type Part struct {
	Power int64 `json:"power,omitempty"`
	// Step is the key of a step, StepID its row where the facts have it.
	Step   string `json:"step,omitempty"`
	StepID int64  `json:"stepId,omitempty"`
	Role   Role   `json:"role,omitempty"`
	Post   int64  `json:"post,omitempty"`
	// Portfolio is the id of a portfolio.
	Portfolio int64 `json:"portfolio,omitempty"`
	// Unit is that of the power, the post or the portfolio.
	Unit int64 `json:"unit,omitempty"`
	// Person is who of a hand of two people holds it; 0 in a hand of one.
	Person int64 `json:"person,omitempty"`
	// order is the place of the step in its process.
	order int
}

func (p Part) compare(o Part) int {
	return cmp.Or(cmp.Compare(p.Power, o.Power), cmp.Compare(p.order, o.order), cmp.Compare(p.Step, o.Step), cmp.Compare(p.Role, o.Role),
		cmp.Compare(p.Post, o.Post), cmp.Compare(p.Portfolio, o.Portfolio), cmp.Compare(p.Unit, o.Unit), cmp.Compare(p.Person, o.Person))
}

// Conflict is a rule that is broken.
type Conflict struct {
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`
	Site     Site     `json:"site"`
	Hand     Hand     `json:"hand"`
	// At tells conflicts of one hand apart that are each at one thing: the key of a step of wide
	// discretion, the key post; empty where there is one for a hand.
	At string `json:"at,omitempty"`
	// Parts are all holdings that make the conflict, sorted.
	Parts []Part `json:"parts"`
	// Since is the first day from which enough of the parts have held that the rule is broken, as far
	// as the parts hold today: the latest beginning among the earliest that suffice.
	Since Day `json:"since"`
	// Uncertain tells that the rule may be kept after all: whoever holds a step that nobody is known to
	// hold could be the check that is missed.
	Uncertain bool `json:"uncertain,omitempty"`
	// Settlements are ways to settle it, the first the one that changes least.
	Settlements []Settlement `json:"settlements"`
}

// Fingerprint names the conflict: the rule, where, and in whose hand. It stays the same while the
// same hand breaks the same rule at the same place, whatever steps are added, and over all days.
func (c Conflict) Fingerprint() string {
	return short(strings.Join([]string{"1", c.Rule, string(c.Site.Kind), num(c.Site.ID), string(c.Hand.Kind), num(c.Hand.A), num(c.Hand.B), c.At}, "|"))
}

// Digest changes with anything that is said of the conflict, so that what was decided about it can
// be looked at again.
func (c Conflict) Digest() string {
	text, err := json.Marshal(c)
	if err != nil {
		panic(err) // a conflict holds nothing that JSON cannot
	}
	return short(string(text))
}

// same tells whether the digests of two conflicts of one name are equal.
func (c Conflict) same(o Conflict) bool {
	return c.Severity == o.Severity && c.Since == o.Since && c.Uncertain == o.Uncertain && slices.Equal(c.Settlements, o.Settlements) &&
		slices.EqualFunc(c.Parts, o.Parts, func(a, b Part) bool { a.order, b.order = 0, 0; return a == b })
}

func num(id int64) string { return strconv.FormatInt(id, 10) }

func short(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:16])
}

// Powers, Units and Posts are those of the parts, each once and sorted.
func (c Conflict) Powers() []int64 { return c.each(func(p Part) int64 { return p.Power }) }

// Units are those of the parts.
func (c Conflict) Units() []int64 { return c.each(func(p Part) int64 { return p.Unit }) }

// Posts are those of the parts.
func (c Conflict) Posts() []int64 { return c.each(func(p Part) int64 { return p.Post }) }

// Steps are the keys of the steps of a power that are parts, in the order of the process.
func (c Conflict) Steps(power int64) []string {
	var out []string
	for _, p := range c.Parts {
		if p.Power == power && p.Step != "" && !slices.Contains(out, p.Step) {
			out = append(out, p.Step)
		}
	}
	return out
}

func (c Conflict) each(of func(Part) int64) []int64 {
	var out []int64
	for _, p := range c.Parts {
		if id := of(p); id != 0 && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

// compare is the order of conflicts: by site, rule, hand and place.
func (c Conflict) compare(o Conflict) int {
	return cmp.Or(c.Site.compare(o.Site), cmp.Compare(c.Rule, o.Rule), cmp.Compare(c.Hand.Kind, o.Hand.Kind),
		cmp.Compare(c.Hand.A, o.Hand.A), cmp.Compare(c.Hand.B, o.Hand.B), cmp.Compare(c.At, o.At))
}

// Unknown is a step of which nobody is known to hold it: no rule that asks who holds it can be
// said to be kept there.
type Unknown struct {
	Power int64
	Step  string
	Why   UnknownWhy
}

// UnknownWhy says why a holder is unknown.
type UnknownWhy string

// The values of UnknownWhy.
const (
	UnknownNoProcess UnknownWhy = "NO_PROCESS" // no process is recorded; Step is empty
	UnknownNoPost    UnknownWhy = "NO_POST"    // no post carries the step out
	UnknownVacant    UnknownWhy = "VACANT"     // nobody holds the post
	UnknownTooLarge  UnknownWhy = "TOO_LARGE"  // the process has more steps than are followed along its ways; Step is empty
)
