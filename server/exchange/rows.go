package exchange

import (
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"sineng/ent/term"
	"sineng/server/form/wording"
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
	details                          powerDetails
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
	powerDetails                        powerDetails
	post, duties                        string
	from                                *time.Time
	holder                              written // who holds the post, or whom the risk point concerns
	title                               string
	types                               []term.RiskType // none where the file leaves them open
	category                            string
	manifestation, cause                string
	exposed, exposedPeople              []string
	likelihood, severity                *int
	consequence                         *term.ConsequenceKind
	proposed, grade                     *term.Grade
	foundBy                             []term.FoundBy
	directOwner, deptOwner, leaderOwner ownerText
	measure                             *measureRow // nil where the row has none
}

// powerDetails are what a register says of a power beside its name and code.
type powerDetails struct {
	powerType                        *term.PowerType
	legal                            []term.LegalBasis
	responsibilities, accountability string
}

type measureRow struct {
	content              string
	kind                 *term.MeasureKind
	mechanism            *term.Mechanism
	scope                *term.MeasureScope
	rules                string
	indicator, threshold string
	owner, supervisor    ownerText
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
	r := &powerRow{line: l, unit: l.unitRef(), code: l.ifThere(fCode, 64), name: l.needed(fName, 300),
		posts:    names(l.text(fPosts, 2000)),
		decision: l.word(fDecision, 200), execution: l.word(fExecution, 200), supervision: l.word(fSupervision, 200),
		frequency: l.word(fFrequency, 200), discretion: choice(l, fDiscretion, discretions), note: l.text(fNote, longestText),
		limit: l.number(fLimit, 0, 99_999), scope: l.text(fScope, 500), form: l.text(fForm, 500), reason: l.text(fReason, 1000)}
	l.ifThere(fPowerType, longestText)
	r.details = powerDetails{powerType: meant[term.PowerType](l, fPowerType, ReasonUnknownValue, "应为职权类别或清单中的两位代码", "a type of power, or its two-digit code"),
		legal: parseLegal(l.text(fLegal, longestText)), responsibilities: l.text(fResponsibilities, longestText), accountability: l.text(fAccountability, longestText)}
	if three := pathNames(l.word(fThreePosts, 600)); len(three) == 3 {
		r.decision, r.execution, r.supervision = three[0], three[1], three[2]
	} else if len(three) != 0 {
		l.fail(fThreePosts, ReasonUnknownValue, "应依次写明决策、执行、监督岗位,用“/”分开", "the three posts in this order, parted by /")
	}
	for _, b := range r.details.legal {
		if len([]rune(b.Law)) > 300 {
			l.fail(fLegal, ReasonTooLong, "法律法规名称最多 300 个字", "the name of a law has at most 300 characters")
		}
	}
	return r
}

func readRisk(l *line) *riskRow {
	r := &riskRow{line: l, unit: l.unitRef(), power: l.word(fPower, 300), powerCode: l.word(fPowerCode, 64), step: l.word(fStep, 200),
		post: l.word(fPost, 2000), duties: l.text(fDuties, longestText), from: l.day(fFrom),
		cause: l.text(fCause, longestText), category: l.word(fCategory, 200),
		exposed: names(l.text(fExposed, 2000)), exposedPeople: names(l.text(fExposedPeople, 2000)),
		likelihood: l.scale(fLikelihood), severity: l.scale(fSeverity), consequence: meant[term.ConsequenceKind](l, fConsequence, ReasonUnknownValue, "应为可能构成犯罪、违纪或行政违法、轻微违规", "one of CRIME, DISCIPLINE, MINOR"),
		proposed: l.grade(fProposed), grade: l.grade(fGrade),
		directOwner: l.owner(fDirectOwner, fDirectOwnerTitle), deptOwner: l.owner(fDeptOwner, fDeptOwnerTitle), leaderOwner: l.owner(fLeaderOwner, fLeaderOwnerTitle)}
	r.powerDetails = powerDetails{powerType: meant[term.PowerType](l, fPowerType, ReasonUnknownValue, "应为职权类别或清单中的两位代码", "a type of power, or its two-digit code"),
		legal: parseLegal(l.text(fLegal, longestText)), responsibilities: l.text(fResponsibilities, longestText), accountability: l.text(fAccountability, longestText)}
	if name := l.word(fHolder, 100); name != "" {
		r.holder = parseWritten(name)
		if r.holder.jobTitle == "" {
			r.holder.jobTitle = l.word(fJobTitle, 100)
		}
	}
	readTexts(r)
	var open string
	if r.types, open = l.riskTypes(); open != "" && r.category == "" {
		r.category = open
	}
	if f := value(l, fFoundBy, foundBys.ParseList, ReasonUnknownValue, "应为自己找、部门查、领导提、群众帮、集体定", "some of 自己找, 部门查, 领导提, 群众帮, 集体定"); f != nil {
		r.foundBy = *f
	}
	r.measure = readMeasure(l)
	r.tellOpen()
	return r
}

// longestTitleText is the greatest length of a risk point's title, in characters.
const longestTitleText = 300

// titleText is the title of a row's risk point: the title, or the manifestation where there is
// none, on one line and cut to its length.
func (l *line) titleText() string {
	text := l.text(fTitle, longestText)
	if text == "" {
		text = l.text(fManifestation, longestText)
	}
	return cutTitle(oneLine(text))
}

// cutTitle cuts a title to its length.
func cutTitle(title string) string {
	if all := []rune(title); len(all) > longestTitleText {
		return strings.TrimSpace(string(all[:longestTitleText-1])) + "…"
	}
	return title
}

// readTexts reads title and manifestation. Either stands for the other; a title that is too long
// is cut, and the whole text becomes the manifestation, or its beginning.
func readTexts(r *riskRow) {
	title, manifestation := r.text(fTitle, longestText), r.text(fManifestation, longestText)
	whole := title
	switch {
	case title == "" && manifestation == "":
		r.needed(fTitle, longestText)
		return
	case title == "":
		whole = manifestation
	}
	r.title, r.manifestation = cutTitle(oneLine(whole)), manifestation
	if manifestation == "" {
		r.manifestation = whole
	}
	if r.title != oneLine(whole) {
		if title != "" && manifestation != "" && !strings.Contains(manifestation, title) {
			r.manifestation = title + "\n" + manifestation
		}
		r.tell(ToldShortened, fTitle, r.title, fmt.Sprintf("风险点名称超过 %d 字,已截短,全文记入表现情形", longestTitleText),
			fmt.Sprintf("a title of more than %d characters is cut; the whole text is kept as the manifestation", longestTitleText))
		if n := utf8.RuneCountInString(r.manifestation); n > longestText {
			r.fail(fTitle, ReasonTooLong, fmt.Sprintf("风险点名称与表现情形合计最多 %d 个字,现有 %d 个", longestText, n),
				fmt.Sprintf("title and manifestation have at most %d characters together, they have %d", longestText, n))
		}
	}
}

// tellOpen tells what the row leaves open.
func (r *riskRow) tellOpen() {
	if r.bad() {
		return
	}
	if len(r.types) == 0 {
		r.tell(ToldOpen, fRiskType, r.category, "风险类别未给出,登记为未分类", "no type of risk is given; it is registered as unclassified")
	}
	if r.proposed == nil && r.grade == nil && r.likelihood == nil && r.severity == nil && r.consequence == nil {
		r.tell(ToldOpen, fGrade, r.title, "风险等级未给出,登记为未评级", "no grade is given; it is registered without one")
	}
}

// readMeasureOnly parses a row of a list of measures, which names its risk
// point by title.
func readMeasureOnly(l *line) *riskRow {
	r := &riskRow{line: l, unit: l.unitRef(), title: l.text(fTitle, longestText)}
	l.needed(fMeasure, longestText)
	r.measure = readMeasure(l)
	return r
}

// serial is a bare number, which is neither a day nor a frequency.
var serial = regexp.MustCompile(`^\d+(?:\.\d+)?$`)

// readMeasure parses the measure of a row; nil when its content is empty.
func readMeasure(l *line) *measureRow {
	m := &measureRow{content: l.text(fMeasure, longestText), kind: choice(l, fMeasureKind, measureKinds), mechanism: choice(l, fMechanism, mechanisms),
		scope: choice(l, fMeasureScope, measureScopes), rules: l.word(fRules, 500), indicator: l.word(fIndicator, 500), threshold: l.word(fThreshold, 200),
		owner: l.owner(fOwner, fOwnerTitle), supervisor: l.owner(fSupervisor, fSupervisorTitle), frequency: l.word(fFrequency, 200),
		status: choice(l, fStatus, measureStates), evidence: l.text(fEvidence, longestText), comprehensive: l.flag(fComprehensive)}
	if both := l.word(fIndicatorBoth, 500); both != "" {
		m.indicator = both
		if i := strings.IndexAny(both, "/\uff0f"); i >= 0 {
			m.indicator, m.threshold = oneLine(both[:i]), oneLine(strings.TrimLeft(both[i:], "/\uff0f"))
		}
	}
	for _, f := range []field{fDue, fDueOrFrequency} { // 每季度 and 长期 occur there as often as days
		text := l.word(f, 200)
		if day, ok := wording.DayOf(text, wording.DayOptions{EndOfMonth: true, Year: l.year, Serials: true}); ok {
			m.due = &day
		} else if serial.MatchString(text) {
			l.fail(f, ReasonBadDate, "应为日期或频次,例如 2026-06-30、每季度", "a day or a frequency, such as 2026-06-30 or 每季度")
		} else if text != "" && m.frequency == "" {
			m.frequency = text
		}
	}
	if m.content == "" {
		return nil
	}
	return m
}
