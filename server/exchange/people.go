package exchange

import (
	"context"
	"fmt"

	"sineng/server/authz"
	"sineng/server/org"
)

// planPerson plans a row of a list of people: the person, the post, the
// appointment, and the portfolios.
func (p *planner) planPerson(r *personRow) {
	n := p.listed(r)
	if n == nil {
		return
	}
	p.sayPerson(r, n)
	if r.post != "" {
		home := p.unitOf(n)
		if home == nil {
			r.fail(fUnit, ReasonUnknownUnit, "应写明岗位所在的单位", "the unit of the post")
			return
		}
		for _, name := range p.postNames(home, r.post) {
			if at := p.post(r.line, fPost, home, name); at != nil {
				p.sayPost(r, at)
				p.appointTo(r.line, r.from, n, at)
			}
		}
	}
	if r.lead == nil {
		return
	}
	if len(r.leadUnits) == 0 {
		if home := p.unitOf(n); home != nil {
			p.lead(r.line, fLead, n, home, *r.lead)
		}
	}
	for _, name := range r.leadUnits {
		if u := p.unitByPath(r.line, fLeadUnits, name); u != nil {
			p.lead(r.line, fLeadUnits, n, u, *r.lead)
		}
	}
}

// listed finds the person of a row by staff number, else by name on the unit's
// payroll, or plans a new one.
func (p *planner) listed(r *personRow) *personNode {
	var n *personNode
	if r.number != "" {
		n = p.byNumber(r.number)
	}
	var u *unitNode
	if !r.unit.empty() || n == nil {
		if u = p.unit(r.line, r.unit); u == nil {
			return nil
		}
	}
	if n == nil {
		var found []*personNode
		for _, other := range p.onPayroll(u, r.name) {
			if r.number == "" || other.number == "" {
				found = append(found, other)
			}
		}
		switch {
		case len(found) > 1:
			r.fail(fName, ReasonAmbiguousName, "该单位有多人同名,请填写工号", "a staff number: the unit has several people of this name")
			return nil
		case len(found) == 0:
			n = p.newPerson(r.line, fNumber, written{name: r.name, number: r.number}, u)
		default:
			n = found[0]
			if r.number != "" {
				if p.numberHidden(r.number) {
					r.fail(fNumber, "STAFF_NUMBER_TAKEN", "工号已被其他单位人员使用", "a staff number that nobody else has")
					return nil
				}
				p.people.byNumber.plan(p, r.number, n)
				set(p, &n.number, r.number)
			}
		}
	}
	if n != nil && u != nil && p.unitOf(n) != u {
		if n.namedByListing {
			r.fail(fUnit, ReasonConflict, fmt.Sprintf("与第 %d 行同一人员的单位不一致", n.first.row.Number), fmt.Sprintf("the unit given in row %d for the same person", n.first.row.Number))
			return nil
		}
		set(p, &n.unit, u)
	}
	return n
}

// sayPerson applies a row to a person. Further rows of the same person must
// agree with it.
func (p *planner) sayPerson(r *personRow, n *personNode) {
	agree := func(f field, said, now string) bool {
		if said == "" || said == now {
			return false
		}
		if n.namedByListing && now != "" {
			r.fail(f, ReasonConflict, fmt.Sprintf("与第 %d 行同一人员的内容不一致", n.first.row.Number), fmt.Sprintf("what row %d says of the same person", n.first.row.Number))
			return false
		}
		return true
	}
	if !sameName(r.name, n.name) && agree(fName, r.name, n.name) {
		set(p, &n.name, r.name)
	}
	if agree(fJobTitle, r.jobTitle, n.jobTitle) {
		set(p, &n.jobTitle, r.jobTitle)
	}
	if r.political != nil && (n.political == nil || *n.political != *r.political) {
		if n.namedByListing && n.political != nil {
			agree(fPolitical, string(*r.political), string(*n.political))
		} else {
			set(p, &n.political, r.political)
		}
	}
	set(p, &n.namedByListing, true)
	p.touch(ObjectPerson, n, &n.first, r.line)
	if n.row != nil && !r.bad() && n.settle(p).run != nil {
		if old := p.units.byID[n.row.UnitID]; old != nil {
			p.allowed(r.line, fName, authz.EditPeople, old, "变更人员", "change people")
		}
		p.allowed(r.line, fUnit, authz.EditPeople, n.unit, "变更人员", "change people")
	}
}

func (n *personNode) settle(p *planner) outcome {
	out := outcome{created: n.row == nil, label: n.name, line: n.first}
	home := p.unitOf(n)
	if home != nil {
		out.label += "(" + home.name + ")"
	}
	if n.row == nil {
		out.run = func(ctx context.Context) error { return personNodes{n}.write(ctx, p) }
		out.together = personNodes{n}
		return out
	}
	old := ""
	if n.row.StaffNumber != nil {
		old = *n.row.StaffNumber
	}
	out.differences.text(namePersonName, n.row.Name, n.name)
	out.differences.text(nameNumber, old, n.number)
	out.differences.text(nameJobTitle, n.row.JobTitle, n.jobTitle)
	labelled(&out.differences, namePolitical, maybe(n.row.PoliticalStatus), maybe(n.political))
	if home != nil && home.id != n.row.UnitID {
		from := ""
		if u := p.units.byID[n.row.UnitID]; u != nil {
			from = u.name
		}
		out.differences = append(out.differences, Difference{nameUnit, Text{from, from}, Text{home.name, home.name}})
	}
	if len(out.differences) > 0 {
		out.held = true
		out.run = func(ctx context.Context) error {
			in := org.UpdatePerson{ID: n.id, ExpectedVersion: n.row.Version, UnitID: n.row.UnitID, StaffNumber: given(n.number),
				Name: n.name, JobTitle: n.jobTitle, PoliticalStatus: n.political}
			if home != nil {
				in.UnitID = home.id
			}
			_, err := p.org.UpdatePerson(ctx, in)
			return err
		}
	}
	return out
}

// personNodes are new people that are written together.
type personNodes []*personNode

func (all personNodes) gather(others together) together {
	more, _ := others.(personNodes)
	return append(more, all...)
}

func (all personNodes) write(ctx context.Context, p *planner) error {
	in := make([]org.AddPerson, len(all))
	for i, n := range all {
		in[i] = org.AddPerson{UnitID: p.unitOf(n).id, StaffNumber: given(n.number), Name: n.name, JobTitle: n.jobTitle, PoliticalStatus: n.political}
	}
	made, err := p.org.AddPeople(ctx, in)
	for i, row := range made {
		all[i].id = row.ID
	}
	return err
}

func given(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func (n *personNode) open(*planner) bool { return false }

func (n *personNode) forget(*planner) { n.first = n.first.mark() }
