package form

import (
	"strings"

	"sineng/ent"
	"sineng/server/fault"
	"sineng/server/form/wording"
)

// powerIndex finds powers of the unit, and the steps of their present
// processes.
type powerIndex struct {
	*index
	powers map[int64]*ent.Power
	steps  map[int64][]*ent.ProcessStep // by power
}

// place is a power or a step of it.
type place struct {
	power *ent.Power
	step  *ent.ProcessStep // nil for the power itself
}

func newPowerIndex() *powerIndex {
	return &powerIndex{index: newIndex(), powers: map[int64]*ent.Power{}, steps: map[int64][]*ent.ProcessStep{}}
}

func (x *powerIndex) addPower(p *ent.Power, steps []*ent.ProcessStep) {
	tier := 0
	if p.RetiredOn != nil {
		tier = 1 // still shown in the form, but yields to another of the same name
	}
	x.add(&thing{id: p.ID, texts: []string{p.Name, p.Code, p.Code + " " + p.Name}, tier: tier})
	x.powers[p.ID], x.steps[p.ID] = p, steps
}

// resolve finds the place that a text names: a power by code or name,
// optionally followed by /step.
func (x *powerIndex) resolve(text string) (at place, several bool) {
	text = wording.OneLine(text)
	if t, many := x.find(text); t != nil || many {
		return place{power: x.powers[idOf(t)]}, many
	}
	for i := len(text) - 1; i > 0; i-- {
		rest := text[i:]
		if !strings.HasPrefix(rest, "/") && !strings.HasPrefix(rest, "\uff0f") {
			continue
		}
		t, many := x.find(text[:i])
		if many {
			return place{}, true
		}
		if t == nil {
			continue
		}
		name := strings.TrimPrefix(strings.TrimPrefix(rest, "/"), "\uff0f")
		if s := x.step(t.id, name); s != nil {
			return place{x.powers[t.id], s}, false
		}
	}
	return place{}, false
}

func idOf(t *thing) int64 {
	if t == nil {
		return 0
	}
	return t.id
}

// step returns the step of a power with a name or key, nil when none or
// several match.
func (x *powerIndex) step(power int64, name string) *ent.ProcessStep {
	for _, same := range []func(string) bool{
		func(s string) bool { return wording.OneLine(s) == wording.OneLine(name) },
		func(s string) bool { return wording.Identity(s) == wording.Identity(name) },
	} {
		for _, of := range []func(*ent.ProcessStep) string{
			func(s *ent.ProcessStep) string { return s.Name }, func(s *ent.ProcessStep) string { return s.Key },
		} {
			var found []*ent.ProcessStep
			for _, s := range x.steps[power] {
				if same(of(s)) {
					found = append(found, s)
				}
			}
			if len(found) == 1 {
				return found[0]
			}
		}
	}
	return nil
}

// placeText returns what to write for a place so that it is found again.
func (x *powerIndex) placeText(power *int64, step *int64) string {
	if power == nil || x.powers[*power] == nil {
		return ""
	}
	p := x.powers[*power]
	var s *ent.ProcessStep
	for _, one := range x.steps[p.ID] {
		if step != nil && one.ID == *step {
			s = one
		}
	}
	heads := []string{x.text(p.ID), p.Name, p.Code, wording.Numbered(p.Code, p.ID)}
	for _, head := range heads {
		text := wording.OneLine(head)
		if s == nil {
			if at, _ := x.resolve(text); at.power == p && at.step == nil {
				return text
			}
			continue
		}
		for _, tail := range []string{s.Name, s.Key} {
			text := wording.OneLine(head) + "/" + wording.OneLine(tail)
			if at, _ := x.resolve(text); at.power == p && at.step == s {
				return text
			}
		}
	}
	return x.text(p.ID)
}

func (x *powerIndex) read(c Column, text string) (place, *fault.Error) {
	if text == "" {
		return place{}, nil
	}
	at, several := x.resolve(text)
	switch {
	case several:
		return at, ambiguous(c, text, "职权", "powers")
	case at.power == nil:
		return at, fault.Bad(c.Code, "UNKNOWN_POWER", c.ZH+"中的“"+quoted(text)+"”不是本部门在册职权的编码或名称(可在其后加“/环节”)",
			c.EN+": “"+quoted(text)+"” is no code or name of a power of the department, with /step behind it where one is meant")
	}
	return at, nil
}
