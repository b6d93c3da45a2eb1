package balance

import (
	"cmp"
	"strings"

	"sineng/server/balance/engine"
)

// worded are the names of rows in a language, with a word for those that the viewer does not see.
type worded struct {
	*names
	lang string
}

func (w worded) or(name string) string {
	return cmp.Or(name, engine.Text{ZH: "(无权查看)", EN: "(not shown to you)"}.In(w.lang))
}

// Person is the name of a person.
func (w worded) Person(id int64) string {
	if p := w.people[id]; p != nil {
		return p.Name
	}
	return w.or("")
}

// Post is the name of a post.
func (w worded) Post(id int64) string {
	if p := w.posts[id]; p != nil {
		return p.Name
	}
	return w.or("")
}

// Unit is the name of a unit.
func (w worded) Unit(id int64) string {
	if u := w.units[id]; u != nil {
		return u.Name
	}
	return w.or("")
}

// Power is the name of a power.
func (w worded) Power(id int64) string {
	if p := w.powers[id]; p != nil {
		return p.Name
	}
	return w.or("")
}

// Step is the name of a step.
func (w worded) Step(power int64, key string) string {
	if w.powers[power] == nil {
		return w.or("")
	}
	return cmp.Or(w.steps[power][key], key)
}

// Message says in a sentence who holds what.
func (c *Conflict) Message(lang string) string {
	w := worded{c.names, lang}
	who := w.hand(c.Conflict)
	parts := make([]string, 0, len(c.Conflict.Parts))
	for _, p := range c.Conflict.Parts {
		part := w.part(p)
		if p.Person != 0 {
			part = w.Person(p.Person) + ":" + part
		}
		parts = append(parts, part)
	}
	join, colon := "、", ":"
	if lang == "en" {
		join, colon = ", ", ": "
	}
	return who + colon + strings.Join(parts, join)
}

// Settlements are the ways to settle it, the first the one that changes least.
func (c *Conflict) Settlements(lang string) []string {
	out := []string{}
	for _, s := range c.Conflict.Settlements {
		out = append(out, s.Text(worded{c.names, lang}).In(lang))
	}
	return out
}

func (w worded) hand(c engine.Conflict) string {
	and := engine.Text{ZH: "与", EN: " and "}.In(w.lang)
	switch c.Hand.Kind {
	case engine.HandPerson:
		return w.Person(c.Hand.A)
	case engine.HandPost:
		return w.Post(c.Hand.A)
	case engine.HandDepartment:
		return w.Unit(c.Hand.A)
	case engine.HandRelatives, engine.HandPair:
		return w.Person(c.Hand.A) + and + w.Person(c.Hand.B)
	}
	return engine.Text{ZH: "承办人不明", EN: "Nobody known"}.In(w.lang)
}

// part says what is held: a step, a role, a portfolio or a post.
func (w worded) part(p engine.Part) string {
	en := w.lang == "en"
	switch {
	case p.Step != "" && en:
		return w.Step(p.Power, p.Step) + " of " + w.Power(p.Power)
	case p.Step != "":
		return "“" + w.Power(p.Power) + "”的“" + w.Step(p.Power, p.Step) + "”"
	case p.Role != "" && en:
		return p.Role.Label("en") + " of " + w.Power(p.Power)
	case p.Role != "":
		return "“" + w.Power(p.Power) + "”的" + p.Role.Label("zh")
	case p.Portfolio != 0 && en:
		return "in charge of " + w.Unit(p.Unit)
	case p.Portfolio != 0:
		return "分管" + w.Unit(p.Unit)
	case p.Post != 0:
		return w.Post(p.Post)
	}
	return w.Power(p.Power)
}
