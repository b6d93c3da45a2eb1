package proceeding

import (
	"slices"

	"sineng/ent/term"
	"sineng/server/balance/engine"
	"sineng/server/store"
)

// excluded adds the pairs of steps of one person that exclude each other, by the rules of balance on steps of one process: whoever took a step
// counts as its holder, from the day on which they did. One person and rule are told once.
func (j *judging) excluded() {
	if j.Rules == nil {
		return
	}
	// Each step gets a post of its own here, whatever post is to carry it out: what counts is who did.
	posts, power := map[int]int64{}, &engine.Power{ID: j.PowerID, Unit: j.UnitID, Type: j.PowerType}
	graph := j.Course.graph
	graph.Steps = slices.Clone(graph.Steps)
	for s, step := range graph.Steps {
		own := *step
		post := int64(s + 1)
		own.PostID, posts[s], graph.Steps[s] = &post, post, &own
	}
	power.Process = &graph
	facts := engine.Facts{Units: []engine.Unit{{ID: j.UnitID, Kind: term.UnitKindDepartment}}, Powers: []*engine.Power{power}}
	for _, post := range posts {
		facts.Posts = append(facts.Posts, engine.Post{ID: post, Unit: j.UnitID})
	}
	held := map[engine.Appointment]bool{}
	for n, v := range j.visits {
		s := j.Course.place(v.Key)
		if s < 0 || v.Person == 0 || held[engine.Appointment{Person: v.Person, Post: posts[s]}] {
			continue
		}
		held[engine.Appointment{Person: v.Person, Post: posts[s]}] = true
		from := engine.DayOf(store.DayOf(v.Began))
		facts.Appointments = append(facts.Appointments, engine.Appointment{ID: int64(n + 1), Person: v.Person, Post: posts[s], From: from})
		facts.Day = max(facts.Day, from)
	}
	conflicts, _ := engine.EvaluatePower(engine.NewIndex(facts), j.Rules, j.PowerID)
	for _, c := range conflicts {
		keys := c.Steps(j.PowerID)
		if c.Hand.Kind != engine.HandPerson || len(keys) < 2 || !j.twoLists(c.Rule) {
			continue
		}
		first, last := graph.Steps[j.Course.place(keys[0])], graph.Steps[j.Course.place(keys[len(keys)-1])]
		j.add(Deviation{Kind: term.DeviationKindExcluded, Key: last.Key, Name: last.Name, OtherKey: first.Key, OtherName: first.Name,
			Person: c.Hand.A, Rule: c.Rule, From: c.Since.Time()})
	}
}

// twoLists tells whether a rule is of two lists in one person's hand; the others ask who could do something, not who did.
func (j *judging) twoLists(code string) bool {
	return slices.ContainsFunc(j.Rules.Rules(), func(r engine.Rule) bool {
		return r.Code == code && r.Definition.Kind == engine.KindTwoLists && r.Definition.SameHand == engine.SameHandPerson
	})
}
