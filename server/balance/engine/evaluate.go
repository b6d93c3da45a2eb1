package engine

import (
	"iter"
	"slices"
)

// Result is what a whole run finds.
type Result struct {
	// Conflicts are in the order of their sites, rules and hands.
	Conflicts []Conflict
	// Unknown are the steps that no rule can be said to be kept at, by power and step.
	Unknown []Unknown
}

// Evaluate judges all rules on all facts.
func Evaluate(f Facts, rules *Rulebook) Result {
	ix := NewIndex(f)
	var out Result
	for _, s := range ix.sites(rules) {
		conflicts, unknown := ix.Judge(rules, s)
		out.Conflicts = append(out.Conflicts, conflicts...)
		out.Unknown = append(out.Unknown, unknown...)
	}
	return out
}

// EvaluatePower judges the rules that look at one power alone.
func EvaluatePower(ix *Index, rules *Rulebook, power int64) ([]Conflict, []Unknown) {
	return ix.Judge(rules, Site{SitePower, power})
}

// EvaluateUnit judges the rules that look at one unit alone; its powers are judged by EvaluatePower.
func EvaluateUnit(ix *Index, rules *Rulebook, unit int64) []Conflict {
	out, _ := ix.Judge(rules, Site{SiteUnit, unit})
	return out
}

// EvaluateBureau judges the rules that look across the units of one bureau.
func EvaluateBureau(ix *Index, rules *Rulebook, bureau int64) []Conflict {
	out, _ := ix.Judge(rules, Site{SiteBureau, bureau})
	return out
}

// Stream judges all rules on powers that come one after another. The facts of the index are all but
// the powers, of which it then keeps those alone that a rule on units or bureaus looks at. Conflicts
// come in the order of the powers given, then of the units and bureaus, until found says no more.
func Stream(ix *Index, rules *Rulebook, powers iter.Seq[*Power], found func([]Conflict, []Unknown) bool) {
	for p := range powers {
		if conflicts, unknown := (sight{Index: ix}).judgePower(rules, p); len(conflicts)+len(unknown) > 0 && !found(conflicts, unknown) {
			return
		}
		if wanted(rules.unit, p) || wanted(rules.bureau, p) {
			ix.setPower(p)
		}
	}
	for _, s := range ix.sites(rules) {
		if s.Kind == SitePower {
			continue
		}
		if conflicts, _ := ix.Judge(rules, s); len(conflicts) > 0 && !found(conflicts, nil) {
			return
		}
	}
}

// sites are all places on which rules are judged, in order.
func (ix *Index) sites(rules *Rulebook) []Site {
	var out []Site
	for _, p := range keys(ix.powers) {
		out = append(out, Site{SitePower, p})
	}
	bureaus := map[int64]bool{}
	for _, u := range keys(ix.units) {
		out = append(out, Site{SiteUnit, u})
		bureaus[ix.bureauOf(u)] = true
	}
	if len(rules.bureau) > 0 {
		for _, u := range keys(bureaus) {
			out = append(out, Site{SiteBureau, u})
		}
	}
	return out
}

// Judge judges the rules of one site. Conflicts are sorted.
func (ix *Index) Judge(rules *Rulebook, s Site) ([]Conflict, []Unknown) {
	return sight{Index: ix}.judge(rules, s)
}

func (v sight) judge(rules *Rulebook, s Site) (out []Conflict, unknown []Unknown) {
	switch s.Kind {
	case SitePower:
		if p := v.powers[s.ID]; p != nil {
			return v.judgePower(rules, p)
		}
		return nil, nil
	case SiteUnit:
		if _, ok := v.units[s.ID]; !ok {
			return nil, nil
		}
		out = v.judgeTogether(rules.unit, s, []int64{s.ID})
		for _, j := range rules.rotation {
			out = rotation(v, s.ID, &j.Rule, out)
		}
		for _, j := range rules.directCharge {
			out = directCharge(v, s.ID, &j.Rule, out)
		}
	case SiteBureau:
		if _, ok := v.units[s.ID]; !ok || v.bureauOf(s.ID) != s.ID {
			return nil, nil
		}
		out = v.judgeTogether(rules.bureau, s, ordered(v.inBureau(s.ID)))
	}
	slices.SortFunc(out, Conflict.compare)
	return out, nil
}

// judgePower judges the rules that look at one power alone, whether the index has it or not.
func (v sight) judgePower(rules *Rulebook, p *Power) (out []Conflict, unknown []Unknown) {
	unknown = v.unknown(p)
	if len(rules.power) == 0 {
		return nil, unknown
	}
	hs := ofPower(p, rules.roles)
	if rules.portfolio {
		hs = v.addPortfolios(hs, p.Unit)
	}
	b := v.bench(Site{SitePower, p.ID}, hs)
	var s shape
	followed := false
	if rules.shapes {
		s, followed = shapeOf(p.Process)
	}
	for _, j := range rules.power {
		switch {
		case j.two != nil:
			out = j.two.judge(b, &j.Rule, out)
		case !followed:
		case j.Definition.Kind == KindSingleHand:
			out = singleHand(b, &s, &j.Rule, out)
		case j.Definition.Kind == KindUncheckedDiscretion:
			out = unchecked(b, &s, p, &j.Rule, out)
		}
	}
	slices.SortFunc(out, Conflict.compare)
	return out, unknown
}

// unknown are the steps of a power whose holder is not known.
func (v sight) unknown(p *Power) []Unknown {
	var out []Unknown
	if p.Process == nil || len(p.Process.Steps) == 0 {
		return []Unknown{{Power: p.ID, Why: UnknownNoProcess}}
	}
	if len(p.Process.Steps) > mostSteps {
		out = append(out, Unknown{Power: p.ID, Why: UnknownTooLarge})
	}
	for _, s := range p.Process.Steps {
		switch {
		case s.PostID == nil || *s.PostID == 0:
			out = append(out, Unknown{p.ID, s.Key, UnknownNoPost})
		case v.vacant(*s.PostID):
			out = append(out, Unknown{p.ID, s.Key, UnknownVacant})
		}
	}
	return out
}

// judgeTogether judges rules that look at several powers, posts and portfolios of units.
func (v sight) judgeTogether(rules []*judged, s Site, units []int64) (out []Conflict) {
	if len(rules) == 0 {
		return nil
	}
	var hs []holding
	posts, portfolios := asked(rules, SelectorPost), asked(rules, SelectorPortfolio)
	for _, u := range units {
		for _, id := range ordered(v.powersOf[u]) {
			if p := v.powers[id]; wanted(rules, p) {
				hs = append(hs, ofPower(p, true)...)
			}
		}
		if posts {
			for _, id := range ordered(v.postsOf[u]) {
				hs = append(hs, holding{kind: SelectorPost, post: id, unit: u})
			}
		}
		if portfolios {
			hs = v.addPortfolios(hs, u)
		}
	}
	if len(hs) == 0 {
		return nil
	}
	b := v.bench(s, hs)
	for _, j := range rules {
		if j.Definition.Kind == KindProcurementAcceptance {
			out = procurementAcceptance(b, &j.Rule, out)
		} else {
			out = j.two.judge(b, &j.Rule, out)
		}
	}
	return out
}

func (v sight) addPortfolios(hs []holding, unit int64) []holding {
	for _, id := range ordered(v.portfoliosOn[unit]) {
		p := v.portfolios[id]
		hs = append(hs, holding{kind: SelectorPortfolio, portfolio: p, unit: unit, since: p.From})
	}
	return hs
}
