package exchange

import (
	"strings"
	"time"

	"sineng/ent/term"
)

// unitRef names a unit by its code, or by its name or path.
type unitRef struct{ code, name string }

func (r unitRef) empty() bool { return r.code == "" && r.name == "" }

type unitRow struct {
	*line
	code, name string
	parent     string // code or name of the parent; empty leaves it
	kind       *term.UnitKind
	sort       *int
}

type personRow struct {
	*line
	unit      unitRef
	number    string
	name      string
	jobTitle  string
	political *term.PoliticalStatus
	post      string
	from      *time.Time
	duties    string
	keyPost   *bool
	rotation  *int
	lead      *term.PortfolioKind
	leadUnits []string
}

type powerRow struct {
	*line
	unit                             unitRef
	code, name                       string
	powerType                        term.PowerType
	legal                            []term.LegalBasis
	posts                            []string
	decision, execution, supervision string
	frequency                        string
	discretion                       *term.Discretion
	note                             string
	limit                            *int
	scope, form, reason              string
}

type riskRow struct {
	*line
	unit                                unitRef
	power, powerCode, step              string
	title                               string
	riskType                            term.RiskType // empty in a list of measures
	manifestation, cause                string
	exposed, exposedPeople              []string
	likelihood, severity                *int
	consequence                         *term.ConsequenceKind
	proposed, grade                     *term.Grade
	foundBy                             []term.FoundBy
	directOwner, deptOwner, leaderOwner string
	measure                             *measureRow // nil where the row has none
}

type measureRow struct {
	content              string
	kind                 *term.MeasureKind
	mechanism            *term.Mechanism
	scope                *term.MeasureScope
	rules                string
	indicator, threshold string
	owner, supervisor    string
	due                  *time.Time
	frequency            string
	status               *term.MeasureStatus
	evidence             string
	comprehensive        *bool
}

func readUnit(l *line) *unitRow {
	return &unitRow{line: l, code: l.needed(fCode, 64), name: l.needed(fName, 200), parent: l.word(fParent, 200),
		kind: choice(l, fKind, unitKinds), sort: l.number(fSort, -1_000_000, 1_000_000)}
}

func (l *line) unitRef() unitRef { return unitRef{l.word(fUnitCode, 64), l.word(fUnit, 200)} }

func readPerson(l *line) *personRow {
	r := &personRow{line: l, unit: l.unitRef(), number: l.word(fNumber, 64), name: l.needed(fName, 100),
		jobTitle: l.word(fJobTitle, 100), political: choice(l, fPolitical, politicalStatuses),
		post: l.word(fPost, 200), from: l.day(fFrom), duties: l.text(fDuties, longestText), keyPost: l.flag(fKeyPost),
		rotation: l.number(fRotation, 1, 50), lead: choice(l, fLead, portfolioKinds), leadUnits: names(l.text(fLeadUnits, 2000))}
	if r.lead == nil && len(r.leadUnits) > 0 && !l.bad() {
		inCharge := term.PortfolioKindInCharge
		r.lead = &inCharge
	}
	return r
}

func readPower(l *line) *powerRow {
	r := &powerRow{line: l, unit: l.unitRef(), code: l.needed(fCode, 64), name: l.needed(fName, 300),
		legal: parseLegal(l.text(fLegal, longestText)), posts: names(l.text(fPosts, 2000)),
		decision: l.word(fDecision, 200), execution: l.word(fExecution, 200), supervision: l.word(fSupervision, 200),
		frequency: l.word(fFrequency, 200), discretion: choice(l, fDiscretion, discretions), note: l.text(fNote, longestText),
		limit: l.number(fLimit, 0, 99_999), scope: l.text(fScope, 500), form: l.text(fForm, 500), reason: l.text(fReason, 1000)}
	if t := choice(l, fPowerType, powerTypes); t != nil {
		r.powerType = *t
	} else if l.blank(fPowerType) {
		l.needed(fPowerType, longestText)
	}
	if three := pathNames(l.word(fThreePosts, 600)); len(three) == 3 {
		r.decision, r.execution, r.supervision = three[0], three[1], three[2]
	} else if len(three) != 0 {
		l.fail(fThreePosts, ReasonUnknownValue, "应依次写明决策、执行、监督岗位,用“/”分开", "the three posts in this order, parted by /")
	}
	for _, b := range r.legal {
		if len([]rune(b.Law)) > 300 {
			l.fail(fLegal, ReasonTooLong, "法律法规名称最多 300 个字", "the name of a law has at most 300 characters")
		}
	}
	return r
}

func readRisk(l *line) *riskRow {
	r := &riskRow{line: l, unit: l.unitRef(), power: l.word(fPower, 300), powerCode: l.word(fPowerCode, 64), step: l.word(fStep, 200),
		title: l.needed(fTitle, 300), cause: l.text(fCause, longestText),
		exposed: names(l.text(fExposed, 2000)), exposedPeople: names(l.text(fExposedPeople, 2000)),
		likelihood: l.scale(fLikelihood), severity: l.scale(fSeverity), consequence: choice(l, fConsequence, consequences),
		proposed: l.grade(fProposed), grade: l.grade(fGrade),
		directOwner: l.person(fDirectOwner), deptOwner: l.person(fDeptOwner), leaderOwner: l.person(fLeaderOwner)}
	if t := l.riskType(fRiskType); t != nil {
		r.riskType = *t
	} else if l.blank(fRiskType) {
		l.needed(fRiskType, longestText)
	}
	if l.has(fManifestation) {
		if r.manifestation = l.text(fManifestation, longestText); r.manifestation == "" && !l.bad() {
			l.needed(fManifestation, longestText)
		}
	} else {
		r.manifestation = r.title
	}
	if f := value(l, fFoundBy, foundBys.ParseList, ReasonUnknownValue, "应为自己找、部门查、领导提、群众帮、集体定", "some of 自己找, 部门查, 领导提, 群众帮, 集体定"); f != nil {
		r.foundBy = *f
	}
	if r.proposed == nil && r.grade == nil && r.likelihood == nil && r.consequence == nil && !l.bad() {
		for _, f := range []field{fGrade, fProposed, fLikelihood, fConsequence} {
			if l.has(f) {
				l.needed(f, longestText)
				break
			}
		}
	}
	r.measure = readMeasure(l)
	return r
}

// readMeasureOnly parses a row of a list of measures, which names its risk
// point by title.
func readMeasureOnly(l *line) *riskRow {
	r := &riskRow{line: l, unit: l.unitRef(), title: l.needed(fTitle, longestText)}
	l.needed(fMeasure, longestText)
	r.measure = readMeasure(l)
	return r
}

// readMeasure parses the measure of a row; nil when its content is empty.
func readMeasure(l *line) *measureRow {
	m := &measureRow{content: l.text(fMeasure, longestText), kind: choice(l, fMeasureKind, measureKinds), mechanism: choice(l, fMechanism, mechanisms),
		scope: choice(l, fMeasureScope, measureScopes), rules: l.text(fRules, 500), indicator: l.text(fIndicator, 500), threshold: l.text(fThreshold, 200),
		owner: l.person(fOwner), supervisor: l.person(fSupervisor), frequency: l.word(fFrequency, 200),
		status: choice(l, fStatus, measureStates), evidence: l.text(fEvidence, longestText), comprehensive: l.flag(fComprehensive)}
	if both := l.word(fIndicatorBoth, 500); both != "" {
		m.indicator = both
		if i := strings.IndexAny(both, "/\uff0f"); i >= 0 {
			m.indicator, m.threshold = oneLine(both[:i]), oneLine(strings.TrimLeft(both[i:], "/\uff0f"))
		}
	}
	for _, f := range []field{fDue, fDueOrFrequency} { // 每季度 and 长期 occur there as often as days
		text := l.word(f, 200)
		if day, ok := parseDay(text, true); ok {
			m.due = &day
		} else if text != "" && m.frequency == "" {
			m.frequency = text
		}
	}
	if m.content == "" {
		return nil
	}
	return m
}
