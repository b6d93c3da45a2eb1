package engine

import (
	"fmt"
	"slices"

	"sineng/ent/term"
)

// Item is one change of a repair.
type Item struct {
	Kind ItemKind `json:"kind"`
	// Power and Step are where the process changes, Role the role that moves.
	Power int64  `json:"power,omitempty"`
	Step  string `json:"step,omitempty"`
	Role  Role   `json:"role,omitempty"`
	// FromPost and ToPost are the post that gives up and the one that takes over; a check has only the
	// latter, a holder who is replaced only the former.
	FromPost int64 `json:"fromPost,omitempty"`
	ToPost   int64 `json:"toPost,omitempty"`
	// Appointment or Portfolio goes from one person to another.
	Appointment int64 `json:"appointment,omitempty"`
	Portfolio   int64 `json:"portfolio,omitempty"`
	Unit        int64 `json:"unit,omitempty"`
	FromPerson  int64 `json:"fromPerson,omitempty"`
	ToPerson    int64 `json:"toPerson,omitempty"`
}

// ItemKind is what is done.
type ItemKind string

// The values of ItemKind.
const (
	ItemReassignStep  ItemKind = "REASSIGN_STEP"  // another post of the department carries the step out
	ItemReassignRole  ItemKind = "REASSIGN_ROLE"  // another post of the department has the role
	ItemReplaceHolder ItemKind = "REPLACE_HOLDER" // another person of the department holds the post
	ItemAddCheck      ItemKind = "ADD_CHECK"      // a review by a post of the department follows the step
	ItemMovePortfolio ItemKind = "MOVE_PORTFOLIO" // another leader of the bureau has the portfolio
)

// Changes are the changes of an item in facts as they are now; nothing where what it changes is gone.
func (i Item) Changes(ix *Index) []Change {
	var p *Power
	ok := false
	if old := ix.powers[i.Power]; old != nil {
		switch i.Kind {
		case ItemReassignStep:
			p, ok = WithStepOn(old, i.Step, i.ToPost)
		case ItemReassignRole:
			p, ok = WithRoleOn(old, i.Role, i.ToPost)
		case ItemAddCheck:
			p, ok = WithCheck(old, i.Step, i.Step+"+", term.StepKindReview, i.ToPost)
		}
		if !ok {
			return nil
		}
		if i.Kind == ItemReassignRole {
			p.Since = ix.day
		} else {
			p.ProcessSince = ix.day
		}
		return []Change{SetPower{p}}
	}
	switch i.Kind {
	case ItemReplaceHolder:
		if a, ok := ix.appointments[i.Appointment]; ok && a.Person == i.FromPerson {
			return []Change{SetAppointment{Appointment{a.ID, i.ToPerson, a.Post, ix.day}}}
		}
	case ItemMovePortfolio:
		if f, ok := ix.portfolios[i.Portfolio]; ok && f.Person == i.FromPerson {
			return []Change{SetPortfolio{Portfolio{f.ID, i.ToPerson, f.Unit, f.Kind, ix.day}}}
		}
	}
	return nil
}

// slot is what an item changes; no two of a plan change the same.
func (i Item) slot() Item {
	i.ToPost, i.ToPerson = 0, 0
	return i
}

// Text says in both languages what is done.
func (i Item) Text(n Names) Text {
	switch i.Kind {
	case ItemReassignStep:
		return Text{
			ZH: fmt.Sprintf("将“%s”的环节“%s”由岗位“%s”改交岗位“%s”", n.Power(i.Power), n.Step(i.Power, i.Step), n.Post(i.FromPost), n.Post(i.ToPost)),
			EN: fmt.Sprintf("Give the step %q of %q from the post %q to %q", n.Step(i.Power, i.Step), n.Power(i.Power), n.Post(i.FromPost), n.Post(i.ToPost)),
		}
	case ItemReassignRole:
		return Text{
			ZH: fmt.Sprintf("“%s”的%s由“%s”改为“%s”", n.Power(i.Power), i.Role.Label("zh"), n.Post(i.FromPost), n.Post(i.ToPost)),
			EN: fmt.Sprintf("Make %q, instead of %q, the %s of %q", n.Post(i.ToPost), n.Post(i.FromPost), lower(i.Role.Label("en")), n.Power(i.Power)),
		}
	case ItemReplaceHolder:
		return Text{
			ZH: fmt.Sprintf("岗位“%s”由%s改为%s担任", n.Post(i.FromPost), n.Person(i.FromPerson), n.Person(i.ToPerson)),
			EN: fmt.Sprintf("Appoint %s to the post %q in place of %s", n.Person(i.ToPerson), n.Post(i.FromPost), n.Person(i.FromPerson)),
		}
	case ItemAddCheck:
		return Text{
			ZH: fmt.Sprintf("在“%s”的环节“%s”之后增加由岗位“%s”承担的审核", n.Power(i.Power), n.Step(i.Power, i.Step), n.Post(i.ToPost)),
			EN: fmt.Sprintf("Add a review by the post %q after the step %q of %q", n.Post(i.ToPost), n.Step(i.Power, i.Step), n.Power(i.Power)),
		}
	case ItemMovePortfolio:
		return Text{
			ZH: fmt.Sprintf("对“%s”的分管由%s调整给%s", n.Unit(i.Unit), n.Person(i.FromPerson), n.Person(i.ToPerson)),
			EN: fmt.Sprintf("Give the charge of %q from %s to %s", n.Unit(i.Unit), n.Person(i.FromPerson), n.Person(i.ToPerson)),
		}
	}
	return Text{ZH: string(i.Kind), EN: string(i.Kind)}
}

// Items are the changes that a repair of a department considers, in a fixed order: those of a part of
// one of its conflicts, within what the department has. Whether they help is not looked at.
func Items(s *State, unit int64) []Item {
	var out []Item
	seen := map[Item]bool{}
	add := func(i Item) {
		if !seen[i] {
			seen[i] = true
			out = append(out, i)
		}
	}
	staff := s.ix.staff(unit)
	for _, c := range s.OfUnit(unit) {
		for _, p := range c.Parts {
			if p.Portfolio != 0 {
				s.ix.movesOf(p.Portfolio, add)
				continue
			}
			if p.Unit == unit {
				s.ix.stepsAway(c, p, staff, add)
			}
			if s.ix.posts[p.Post].Unit == unit {
				s.ix.replacements(c, p, staff, add)
			}
		}
	}
	return out
}

// staffed is what a department has to repair with: the posts that somebody holds, and who holds them.
type staffed struct{ posts, people []int64 }

func (ix *Index) staff(unit int64) staffed {
	var out staffed
	for _, post := range ordered(ix.postsOf[unit]) {
		holders := sight{Index: ix}.holders(post)
		if len(holders) > 0 {
			out.posts = append(out.posts, post)
		}
		for _, h := range holders {
			if !slices.Contains(out.people, h.Person) {
				out.people = append(out.people, h.Person)
			}
		}
	}
	slices.Sort(out.people)
	return out
}

// stepsAway are the items that give a step or role to another post, or put a check after a step where
// one is missing.
func (ix *Index) stepsAway(c Conflict, p Part, staff staffed, add func(Item)) {
	missing := slices.ContainsFunc(c.Settlements, func(s Settlement) bool { return s.Kind == SettleAddCheck })
	for _, to := range staff.posts {
		if p.Step != "" && to != p.Post {
			add(Item{Kind: ItemReassignStep, Power: p.Power, Step: p.Step, FromPost: p.Post, ToPost: to})
		}
		if p.Role != "" && p.Role != RoleExercise && to != p.Post {
			add(Item{Kind: ItemReassignRole, Power: p.Power, Role: p.Role, FromPost: p.Post, ToPost: to})
		}
		if missing && p.Step != "" && to != p.Post {
			add(Item{Kind: ItemAddCheck, Power: p.Power, Step: p.Step, ToPost: to})
		}
	}
}

// replacements are the items that give a post of a person of the hand to another person.
func (ix *Index) replacements(c Conflict, p Part, staff staffed, add func(Item)) {
	for _, person := range c.Hand.People() {
		for _, a := range ix.Appointments(person) {
			if a.Post != p.Post {
				continue
			}
			for _, to := range staff.people {
				if to != person {
					add(Item{Kind: ItemReplaceHolder, FromPost: a.Post, Appointment: a.ID, FromPerson: person, ToPerson: to})
				}
			}
		}
	}
}

// movesOf are the items that give a portfolio to another leader in charge of something in the bureau.
func (ix *Index) movesOf(id int64, add func(Item)) {
	p := ix.portfolios[id]
	if p.Kind == term.PortfolioKindPrincipal {
		return
	}
	var leaders []int64
	for _, u := range ix.inBureau(ix.bureauOf(p.Unit)) {
		for _, q := range ix.portfoliosOf(u, term.PortfolioKindInCharge) {
			if q.Person != p.Person && !slices.Contains(leaders, q.Person) {
				leaders = append(leaders, q.Person)
			}
		}
	}
	slices.Sort(leaders)
	for _, to := range leaders {
		add(Item{Kind: ItemMovePortfolio, Portfolio: id, Unit: p.Unit, FromPerson: p.Person, ToPerson: to})
	}
}

// OfUnit are the conflicts of a department: of its powers, of itself, and those of its bureau that have a
// part in it.
func (s *State) OfUnit(unit int64) []Conflict {
	var out []Conflict
	for _, p := range ordered(s.ix.powersOf[unit]) {
		out = append(out, s.conflicts[Site{SitePower, p}]...)
	}
	out = append(out, s.conflicts[Site{SiteUnit, unit}]...)
	for _, c := range s.conflicts[Site{SiteBureau, s.ix.bureauOf(unit)}] {
		if slices.Contains(c.Units(), unit) {
			out = append(out, c)
		}
	}
	return out
}
