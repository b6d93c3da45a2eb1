package separation

import (
	"slices"

	"sineng/ent"
	entmeasure "sineng/ent/measure"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
)

type measure struct {
	unit     int64
	status   term.MeasureStatus
	drafters []Who // those who wrote what it says now
	owner    int64
	risks    map[int64]bool // risk points that it guards
}

// form is a form; subject is whom or what it is about, in a kind.
type (
	form struct {
		subject
		handedIn  int64 // the entry that handed it in last
		preparers []Who
	}
	subject struct {
		kind term.FormKind
		id   int64 // unit or person
	}
)

// judgeMeasure judges a measure that is approved, or that stands further than its drafter may
// take it.
func (b *Book) judgeMeasure(a Act, r Row) {
	to := term.MeasureStatus(r.text("status"))
	known := b.measures[r.ID]
	switch {
	case !r.has("status") || to == term.MeasureStatusDrafted || to == term.MeasureStatusRevised || to == term.MeasureStatusRetired:
	case r.Made, known != nil && (known.status == term.MeasureStatusDrafted || known.status == term.MeasureStatusRevised) &&
		(to != term.MeasureStatusApproved || slices.ContainsFunc(known.drafters, func(w Who) bool { return same(w, a.By) })):
		b.breach(OwnPreparation, a, r)
	}
}

// judgeReview judges an approval of a form by whoever prepared it or wrote in its rows since such
// a form was last filed.
func (b *Book) judgeReview(a Act, r Row) {
	f := b.forms[r.id("form_id")]
	if !r.Made || f == nil || a.Action != term.AuditActionApproveForm {
		return
	}
	for _, known := range b.written[f.subject] {
		if known.same() {
			continue
		}
		for w, at := range known.authors {
			if same(b.who(w), a.By) && at > b.filed[f.subject] && at < f.handedIn {
				b.breach(OwnPreparation, a, Row{Type: ent.TypeForm, ID: r.id("form_id")})
				return
			}
		}
	}
	if slices.ContainsFunc(f.preparers, func(w Who) bool { return same(w, a.By) }) {
		b.breach(OwnPreparation, a, Row{Type: ent.TypeForm, ID: r.id("form_id")})
	}
}

// prepares are the actions of whoever prepares a form.
var prepares = []term.AuditAction{term.AuditActionBeginForm, term.AuditActionApplyForm, term.AuditActionSubmitForm}

// wrote keeps who wrote what a form shows, and that one was filed.
func (b *Book) wrote(a Act) {
	if f := b.forms[a.Object]; f != nil {
		switch {
		case a.Action == term.AuditActionFileForm:
			b.filed[f.subject], f.preparers = f.handedIn, nil
			for _, known := range b.written[f.subject] {
				known.filed, known.unclear = known.handedIn, false
			}
		case a.By.Account != 0 && slices.Contains(prepares, a.Action):
			f.preparers = append(f.preparers, a.By)
		}
		if a.Action == term.AuditActionSubmitForm {
			f.handedIn = a.Index
			for _, known := range b.written[f.subject] {
				known.handedIn = known.said
			}
		}
	}
	for _, r := range a.Rows {
		s, ok := b.subjectOf(a, r)
		if !ok {
			continue
		}
		if b.written[s] == nil {
			b.written[s] = map[int64]*row{}
		}
		known := b.written[s][r.ID]
		if known == nil {
			known = &row{authors: map[Who]int64{}}
			b.written[s][r.ID] = known
		}
		if known.says(r); a.By.Account != 0 {
			known.authors[a.By] = a.Index
		}
	}
}

// retired is the state of a row of the register that stands in no form any more.
const retired = string(term.RiskStatusRetired)

// subjectOf is the form in which a written row stands. One that is retired stands in none, whatever was said of it then.
func (b *Book) subjectOf(a Act, r Row) (subject, bool) {
	if r.text("status") == retired {
		return subject{}, false
	}
	switch r.Type {
	case ent.TypeRiskPoint:
		known := b.risks[r.ID]
		if known == nil || !r.writes(a.Action) {
			return subject{}, false
		}
		if known.person != 0 {
			return subject{term.FormKindPersonal, known.person}, true
		}
		return subject{term.FormKindRisks, known.unit}, true
	case ent.TypePower:
		if r.writes(a.Action) && !r.has("retired_on") {
			return subject{term.FormKindPowers, b.powers[r.ID]}, true
		}
	case ent.TypeMeasure:
		if known := b.measures[r.ID]; known != nil && r.writes(a.Action) {
			return b.formOf(known), true
		}
	}
	return subject{}, false
}

// formOf is the form in which a measure stands: that of its unit, or where it guards only risk points of people, that of a person of whom
// all are, or else of who owns it; the empty subject where it stands in none.
func (b *Book) formOf(m *measure) subject {
	people := map[int64]bool{}
	for id := range m.risks {
		r := b.risks[id]
		if r == nil || r.person == 0 {
			return subject{term.FormKindMeasures, m.unit}
		}
		people[r.person] = true
	}
	switch {
	case len(m.risks) == 0:
		return subject{term.FormKindMeasures, m.unit}
	case len(people) == 1:
		for id := range people {
			return subject{term.FormKindPersonal, id}
		}
	case people[m.owner]:
		return subject{term.FormKindPersonal, m.owner}
	}
	return subject{}
}

// guards follows which risk points measures guard. A measure that stands in another form by that takes along who wrote it.
func (b *Book) guards(r Row) {
	relink := func(id int64, change func(*measure)) {
		m := b.measures[id]
		if m == nil {
			return
		}
		before := b.formOf(m)
		change(m)
		after, known := b.formOf(m), b.written[before][id]
		if known == nil || before == after {
			return
		}
		delete(b.written[before], id)
		if b.written[after] == nil {
			b.written[after] = map[int64]*row{}
		}
		b.written[after][id] = known
	}
	switch r.Type {
	case ent.TypeMeasure:
		links := r.Links[entmeasure.EdgeRiskPoints]
		relink(r.ID, func(m *measure) {
			for _, id := range links.Removed {
				delete(m.risks, id)
			}
			for _, id := range links.Added {
				m.risks[id] = true
			}
			set(r, "owner_id", &m.owner)
		})
	case ent.TypeRiskPoint:
		links := r.Links[riskpoint.EdgeMeasures]
		for _, id := range links.Removed {
			relink(id, func(m *measure) { delete(m.risks, r.ID) })
		}
		for _, id := range links.Added {
			relink(id, func(m *measure) { m.risks[r.ID] = true })
		}
	}
}
