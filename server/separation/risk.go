package separation

import (
	"sineng/ent"
	"sineng/ent/term"
)

// risk is a risk point.
type risk struct {
	unit, person int64
	grade        term.Grade
	proposer     Who
	endorser     Who
	meeting      int64          // that endorsed instead
	retirer      Who            // who began to retire it
	endorsed     bool           // since it was last decided
	tabled       map[int64]bool // items of agendas since then that no meeting has decided
}

// graveness says who decides a grade: 2 the leading group, 1 two people.
func graveness(g term.Grade) int {
	switch g {
	case term.GradeA:
		return 2
	case term.GradeB:
		return 1
	}
	return 0
}

// judgeRisk judges a decided grade that changed, a risk point that was retired and one that was
// rewritten.
func (b *Book) judgeRisk(a Act, r Row) {
	known := risk{}
	if was := b.risks[r.ID]; was != nil {
		known = *was
	}
	if r.Made {
		known.proposer = a.By
	}
	switch now := term.Grade(r.text("grade")); {
	case r.has("grade") && (now == term.Ungraded || now == ""):
		// What was decided is void; nothing is decided instead.
	case r.has("grade") && now != known.grade:
		b.judgeGrade(a, r, known, max(graveness(known.grade), graveness(now)))
	}
	if term.RiskStatus(r.text("status")) == term.RiskStatusRetired {
		b.judgeRetired(a, r, known)
	}
	if graveness(known.grade) > 0 && rewrites(a, r) && !r.has("outdated") && !r.has("grade") {
		b.breach(Rewritten, a, r)
	}
}

func byGraveness(n int) Rule {
	if n == 2 {
		return GradeByGroup
	}
	return GradeByTwo
}

func (b *Book) judgeGrade(a Act, r Row, known risk, grave int) {
	meeting := int64(0)
	for _, m := range a.rows(ent.TypeAssessment) {
		if m.id("risk_point_id") == r.ID {
			set(m, "meeting_id", &meeting)
		}
	}
	alone := false
	switch {
	case known.meeting != 0 && meeting == known.meeting && known.endorser.Account != 0 && !same(known.endorser, a.By):
		// A unit's meeting endorsed it, an inspector concurs.
		alone = grave == 2
	case meeting != 0:
		alone = b.voters(meeting, r.ID, grave == 2) < 2 && grave > 0
		if grave == 2 && !alone && !b.ownWords(r.ID) {
			b.breach(GroupsOwnWords, a, r)
		}
		if b.chairs(meeting, known.proposer) && grave == 2 || same(known.proposer, a.By) && grave > 0 {
			b.breach(OwnProposal, a, r)
		}
	default:
		alone = grave == 2 || grave == 1 && !b.two(known.endorser, a.By, a.At)
		if same(known.proposer, a.By) || same(known.proposer, known.endorser) && grave > 0 {
			b.breach(OwnProposal, a, r)
		}
	}
	if alone {
		b.breach(byGraveness(grave), a, r)
	}
}

// judgeRetired judges a risk point that was retired: an A or a B, and one that was being decided.
func (b *Book) judgeRetired(a Act, r Row, known risk) {
	switch grave := graveness(known.grade); {
	case grave > 0 && !b.retiredByTwo(a, r, known):
		b.breach(byGraveness(grave), a, r)
	case grave == 2 && !b.ownWords(r.ID):
		b.breach(GroupsOwnWords, a, r)
	case grave == 0 && (known.endorsed || len(known.tabled) > 0) && !b.retiredByTwo(a, r, known):
		b.breach(RetiredAlone, a, r)
	}
}

// retiredByTwo reports whether a risk point was retired by a meeting or by two.
func (b *Book) retiredByTwo(a Act, r Row, known risk) bool {
	for _, i := range b.items {
		if i.risk == r.ID && b.votersOf(i, graveness(known.grade) == 2) >= 2 {
			return true
		}
	}
	return b.two(known.retirer, a.By, a.At) || b.two(known.endorser, a.By, a.At) || b.confirmed(a)
}

// decidedOn are the columns on which a grade was decided.
var decidedOn = []string{"title", "manifestation", "cause", "consequence", "likelihood", "severity", "unlimited_power", "past_breach"}

// rewrites reports whether an act changes what a risk point says, other than by a new assessment.
func rewrites(a Act, r Row) bool {
	if r.Made || a.Action == term.AuditActionProposeGrade || len(a.rows(ent.TypeAssessment)) > 0 {
		return false
	}
	for _, column := range decidedOn {
		if r.has(column) && r.Old[column] != r.Now[column] {
			return true
		}
	}
	return false
}
