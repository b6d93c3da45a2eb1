package engine

// Term is somebody's time on a key post with a rotation limit.
type Term struct {
	Person, Post, Unit int64
	From               Day
	// Limit is the first day beyond the rotation limit.
	Limit Day
}

// terms are the terms on a post, none for one that need not be rotated.
func (v sight) terms(post int64) []Term {
	p := v.posts[post]
	if !p.Key || p.RotationYears <= 0 {
		return nil
	}
	var out []Term
	for _, h := range v.holders(post) {
		out = append(out, Term{h.Person, post, p.Unit, h.From, h.From.AfterYears(p.RotationYears)})
	}
	return out
}

// DaysLeft is how many days are left to the limit, 0 or less for a term beyond it.
func (t Term) DaysLeft(on Day) int { return int(t.Limit - on) }

// broken tells whether a rule on rotation is broken on a day, and since when it has been.
func (d *Definition) broken(t Term, on Day) (Day, bool) {
	if d.NearDays == 0 {
		return t.Limit, on >= t.Limit
	}
	near := max(t.From, t.Limit-Day(d.NearDays))
	return near, on >= near && on < t.Limit
}

// rotation finds the key posts of a unit that were held for too long, or nearly.
func rotation(v sight, unit int64, rule *Rule, out []Conflict) []Conflict {
	for _, post := range v.postsOf[unit] {
		for _, t := range v.terms(post) {
			since, broken := rule.Definition.broken(t, v.day)
			if !broken {
				continue
			}
			out = append(out, Conflict{
				Rule: rule.Code, Severity: rule.Severity, Site: Site{SiteUnit, unit}, Hand: Hand{Kind: HandPerson, A: t.Person}, At: num(post),
				Parts: []Part{{Post: post, Unit: unit}}, Since: since,
				Settlements: []Settlement{{Kind: SettleRotatePost, Post: post, Person: t.Person}},
			})
		}
	}
	return out
}
