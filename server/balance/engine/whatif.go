package engine

import "sineng/ent/term"

// Outcome is what one candidate would do.
type Outcome struct {
	// Created, Removed and Changed are the conflicts that it would make, end, or leave in another form.
	Created, Removed, Changed []Conflict
	// Unchanged is how many would go on as they are.
	Unchanged int
	Touched   Touch
}

// Compare tells of each candidate, a set of changes, what it alone would do. The state is left as it
// is. A row that does not exist yet takes an id that no other has, a negative one for example.
func Compare(s *State, candidates ...[]Change) []Outcome {
	out := make([]Outcome, len(candidates))
	count := s.Count()
	for i, changes := range candidates {
		d := s.Try(changes...)
		out[i] = Outcome{Created: d.Added, Removed: d.Removed, Changed: d.Changed, Unchanged: count - len(d.Removed) - len(d.Changed), Touched: d.Touched}
	}
	return out
}

// After are the facts as changes would leave them. The state is left as it is.
func (s *State) After(changes ...Change) Facts {
	_, undo := s.apply(changes)
	defer undo()
	return s.ix.Facts()
}

// Merge are the changes by which one unit goes into another: its posts, powers and the units below it
// move, its functions are added, and it is closed. Who is in charge of it or its head stays so of
// the other unless the other has somebody; then that portfolio ends, as do those of principal
// leaders over it. It is nothing where a unit is missing or the other lies below.
func Merge(ix *Index, from, into int64) []Change {
	source, ok := ix.units[from]
	target, there := ix.units[into]
	if !ok || !there || from == into {
		return nil
	}
	for _, u := range ix.subtree(from) {
		if u == into {
			return nil
		}
	}
	var out []Change
	if target.Functions|source.Functions != target.Functions {
		target.Functions |= source.Functions
		out = append(out, SetUnit{target})
	}
	for _, id := range ordered(ix.children[from]) {
		u := ix.units[id]
		u.Parent = into
		out = append(out, SetUnit{u})
	}
	for _, id := range ordered(ix.postsOf[from]) {
		p := ix.posts[id]
		p.Unit = into
		out = append(out, SetPost{p})
	}
	for _, id := range ordered(ix.powersOf[from]) {
		p := *ix.powers[id]
		p.Unit = into
		out = append(out, SetPower{&p})
	}
	for _, id := range ordered(ix.portfoliosOn[from]) {
		p := ix.portfolios[id]
		if p.Kind == term.PortfolioKindPrincipal || len(ix.portfoliosOf(into, p.Kind)) > 0 {
			out = append(out, DropPortfolio{id})
			continue
		}
		p.Unit, p.From = into, ix.day
		out = append(out, SetPortfolio{p})
	}
	return append(out, DropUnit{from})
}
