package exchange

import (
	"slices"

	"sineng/server/authz"
)

// place is where a row's risk point stands.
type place struct {
	power *powerNode
	known *stepNode
	posts []*postNode
	// holder is who holds the post, or whom the risk point concerns where no post is named.
	holder *personNode
}

// placeOf finds or plans the power with its step, the posts and their holder that a row names.
func (p *planner) placeOf(r *riskRow, u *unitNode) (at place, ok bool) {
	if r.power != "" || r.powerCode != "" {
		at.power, at.known = p.powerNamed(r, u)
		if at.power == nil {
			return at, false
		}
	}
	for _, name := range names(r.post) {
		q := p.post(r.line, fPost, u, name)
		if q == nil {
			return at, false
		}
		if r.duties != "" && r.duties != q.duties {
			set(p, &q.duties, r.duties)
			if q.row != nil && !p.allowed(r.line, fDuties, authz.EditOrganisation, u, "变更岗位", "change posts") {
				return at, false
			}
		}
		at.posts = append(at.posts, q)
	}
	if r.holder.name != "" {
		if at.holder = p.personOf(r.line, fHolder, r.holder, u, u); at.holder == nil {
			return at, false
		}
		if len(at.posts) == 1 {
			p.appointTo(r.line, r.from, at.holder, at.posts[0])
		}
	}
	return at, !r.bad()
}

// sayPlace applies where the risk point stands.
func (p *planner) sayPlace(r *riskRow, n *riskNode, at place) {
	if at.power != nil {
		to := refTo(at.power, at.power.name)
		if p.agree(r, n, fPower, to == n.facts.power && sameStep(at.known, n.facts.step)) {
			set(p, &n.facts.power, to)
			set(p, &n.facts.step, at.known)
		}
	}
	if len(at.posts) == 1 {
		if to := refTo(at.posts[0], at.posts[0].name); p.choices.SamePosts != OneRisk || n.said[fPost] == nil {
			if p.agree(r, n, fPost, to == n.facts.post) {
				set(p, &n.facts.post, to)
			}
		}
	}
	if len(at.posts) > 0 {
		posts := slices.Clone(n.facts.exposedPosts)
		for _, q := range at.posts {
			posts = append(posts, refTo(q, q.name))
		}
		set(p, &n.facts.exposedPosts, uniqueRefs(posts))
	}
	switch to := at.holder; {
	case to == nil:
	case len(at.posts) > 0:
		set(p, &n.facts.exposedPeople, uniqueRefs(append(slices.Clone(n.facts.exposedPeople), refTo(to, to.name))))
	default:
		if to := refTo(to, to.name); p.agree(r, n, fHolder, to == n.facts.person) {
			set(p, &n.facts.person, to)
		}
	}
}

// riskNamed finds the risk point that a row is about among those of the unit with its title, or
// plans a new one: of the same types, power and post.
func (p *planner) riskNamed(r *riskRow, u *unitNode, at place) *riskNode {
	k := titleIdentity(r.title)
	var near []*riskNode // of other types
	for _, n := range spelledFirst(p.risksOf(u)[k], r.title) {
		if !p.samePlace(r, n, at) {
			continue
		}
		if len(r.types) == 0 || setOf(n.types) == setOf(r.types) {
			return n
		}
		near = append(near, n)
	}
	if len(near) == 1 && near[0].said == nil && p.namedOnce(u, r.title) { // the file says otherwise of it
		return near[0]
	}
	if n := p.similar(r, u, at); n != nil {
		return n
	}
	n := &riskNode{unit: u, title: r.title, types: r.types, measures: map[string]*measureNode{}}
	add(p, u.risks, k, n)
	return n
}

// spelledFirst are some risk points with those of exactly that title first.
func spelledFirst(all []*riskNode, title string) []*riskNode {
	if len(all) < 2 {
		return all
	}
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(a, b *riskNode) int {
		exact := func(n *riskNode) int {
			if oneLine(n.title) == title {
				return 0
			}
			return 1
		}
		return exact(a) - exact(b)
	})
	return out
}

// samePlace reports whether a risk point may stand where the row says: neither its power nor, where
// the file has one per post, its post is another.
func (p *planner) samePlace(r *riskRow, n *riskNode, at place) bool {
	if at.power != nil && n.facts.power != (ref{}) && !sameObject(refTo(at.power, ""), n.facts.power) {
		return false
	}
	if p.choices.SamePosts != PerPost || len(r.exposed)+len(at.posts) == 0 || len(n.facts.exposedPosts) == 0 {
		return true
	}
	for _, q := range n.facts.exposedPosts {
		if slices.Contains(r.exposed, q.label) || slices.ContainsFunc(at.posts, func(post *postNode) bool { return sameObject(refTo(post, ""), q) }) {
			return true
		}
	}
	return false
}

// sameObject reports whether two references are to the same object, whatever their labels.
func sameObject(a, b ref) bool { return a.id == b.id && a.made == b.made }

// similar finds the risk point that a row may mean although its title is another: one that the file
// does not name, with a title that is nearly the same. It is a doubt, which somebody answers;
// until then the row is a new one.
func (p *planner) similar(r *riskRow, u *unitNode, at place) *riskNode {
	if p.choices.Same[r.title] == AnswerNew {
		return nil
	}
	var best *riskNode
	least := nearlySame
	for _, same := range p.risksOf(u) {
		for _, n := range same {
			if n.row == nil || n.said != nil || p.namedInFile(u, n.title) || !p.samePlace(r, n, at) {
				continue
			}
			if likeness := alike(titleIdentity(r.title), titleIdentity(n.title)); likeness > least || likeness == least && best != nil && n.id < best.id {
				best, least = n, likeness
			}
		}
	}
	if best == nil {
		return nil
	}
	if p.choices.Same[r.title] != AnswerSame {
		if len(p.doubts) < MaxProblems {
			p.doubts = append(p.doubts, Doubt{Sheet: r.name, Row: r.row.Number, Title: r.title, Registered: best.title, Unit: u.name})
		}
		return nil
	}
	was := titleIdentity(best.title)
	put(p, u.risks, was, slices.DeleteFunc(slices.Clone(u.risks[was]), func(n *riskNode) bool { return n == best }))
	set(p, &best.title, r.title)
	add(p, u.risks, titleIdentity(r.title), best)
	return best
}

// Doubt is a row of which it is not clear whether it is a risk point of the register under a new
// title, or a new one.
type Doubt struct {
	Sheet string
	Row   int
	// Title is the one in the file, Registered the one in the register.
	Title, Registered string
	Unit              string
}

// nearlySame is the likeness from which two titles may mean the same risk point.
const nearlySame = 0.75

// alike is the share of pairs of neighbouring characters that two texts have in common, 0 to 1.
func alike(a, b string) float64 {
	x, y := pairsOf(a), pairsOf(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	common, total := 0, 0
	for pair, n := range x {
		common += min(n, y[pair])
		total += n
	}
	for _, n := range y {
		total += n
	}
	return 2 * float64(common) / float64(total)
}

func pairsOf(s string) map[[2]rune]int {
	out := map[[2]rune]int{}
	all := []rune(s)
	for i := 1; i < len(all); i++ {
		out[[2]rune{all[i-1], all[i]}]++
	}
	return out
}
