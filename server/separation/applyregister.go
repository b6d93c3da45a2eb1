package separation

import (
	"slices"

	"sineng/ent"
	"sineng/ent/term"
)

// applyRegister keeps what a row of the register, of a form or of a meeting says.
func (b *Book) applyRegister(a Act, r Row) {
	switch r.Type {
	case ent.TypeRiskPoint:
		k := entry(b.risks, r)
		set(r, "unit_id", &k.unit)
		set(r, "person_id", &k.person)
		word(r, "grade", &k.grade)
		if r.text("retiring") != "" {
			k.retirer = a.By
		}
		if r.text("status") == string(term.RiskStatusRetired) {
			// It stands in no form any more.
			delete(b.written[subject{term.FormKindRisks, k.unit}], r.ID)
			delete(b.written[subject{term.FormKindPersonal, k.person}], r.ID)
		}
	case ent.TypePower:
		if r.Made {
			b.powers[r.ID] = r.id("unit_id")
		}
		if r.has("retired_on") && r.Now["retired_on"] != nil {
			delete(b.written[subject{term.FormKindPowers, b.powers[r.ID]}], r.ID)
		}
	case ent.TypeAssessment:
		b.applyAssessment(a, r)
	case ent.TypeMeasure:
		m := entry(b.measures, r)
		if m.risks == nil {
			m.risks = map[int64]bool{}
		}
		set(r, "unit_id", &m.unit)
		word(r, "status", &m.status)
		if m.status == term.MeasureStatusRetired {
			delete(b.written[b.formOf(m)], r.ID)
		}
		if r.Made {
			m.drafters = []Who{a.By}
		} else if r.has("content") || r.has("revised_by") {
			m.drafters = append(m.drafters, a.By)
		}
	case ent.TypeForm:
		f := entry(b.forms, r)
		word(r, "kind", &f.kind)
		set(r, "subject_id", &f.id)
	case ent.TypeMeetingMember:
		m := entry(b.members, r)
		set(r, "meeting_id", &m.meeting)
		set(r, "person_id", &m.person)
		if r.has("head") {
			m.head = r.yes("head")
		}
	case ent.TypeMeetingItem:
		b.applyItem(r)
	case ent.TypeMeetingVote:
		b.applyVote(a, r)
	}
}

func (b *Book) applyAssessment(a Act, r Row) {
	if !r.Made {
		return
	}
	k := entry(b.risks, Row{ID: r.id("risk_point_id")})
	switch term.AssessmentKind(r.text("kind")) {
	case term.AssessmentKindProposal:
		k.proposer, k.endorser, k.meeting = a.By, Who{}, 0
	case term.AssessmentKindEndorsement:
		k.endorser, k.meeting, k.endorsed = a.By, r.id("meeting_id"), true
	case term.AssessmentKindRefusal:
		k.endorser, k.meeting = Who{}, 0
	case term.AssessmentKindDecision:
		// It settles what was proposed.
		k.proposer, k.endorser, k.meeting, k.endorsed, k.tabled = Who{}, Who{}, 0, false, nil
	}
}

func (b *Book) applyVote(a Act, r Row) {
	v := b.votes[r.ID]
	if v == nil {
		v = &vote{member: r.id("member_id"), by: a.By}
		b.votes[r.ID] = v
		if i := b.items[r.id("item_id")]; i != nil && !slices.Contains(i.votes, v) {
			i.votes = append(i.votes, v)
		}
	}
	if r.has("countersigned_by") && r.id("countersigned_by") != 0 {
		v.countersign = a.By
	}
}

// applyItem keeps what a row of an agenda says, and which risk points stand on one.
func (b *Book) applyItem(r Row) {
	i := entry(b.items, r)
	set(r, "meeting_id", &i.meeting)
	set(r, "risk_point_id", &i.risk)
	if i.risk == 0 {
		return
	}
	k := entry(b.risks, Row{ID: i.risk})
	switch {
	case r.Gone, r.text("state") == string(term.ItemStateDecided):
		delete(k.tabled, r.ID)
	case r.Made:
		if k.tabled == nil {
			k.tabled = map[int64]bool{}
		}
		k.tabled[r.ID] = true
	}
}
