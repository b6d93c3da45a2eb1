package exchange

import (
	"hash/maphash"

	"sineng/ent/term/fold"
)

// survey is what one look at all rows tells before they are planned: which units and people are
// named, and which rows may be about the same risk point.
type survey struct {
	codes, names, numbers map[string]bool

	units []unitRef // as written, each once
	known map[unitRef]int32
	risks []namedRisk
	rows  int
	// posted are the risks that are named for posts, by unit as written and title.
	posted map[uint64]posting
	// flows are the steps that rows name of a power, in the order of the file, by flowKey.
	flows map[string][]string
}

// namedRisk is where a row names a risk point: by the unit as written and the title.
type namedRisk struct {
	row   int32
	unit  int32
	title uint64
}

var titleSeed = maphash.MakeSeed()

func newSurvey() *survey {
	return &survey{codes: map[string]bool{}, names: map[string]bool{}, numbers: map[string]bool{}, known: map[unitRef]int32{}, posted: map[uint64]posting{}, flows: map[string][]string{}}
}

// see takes note of a row; rows come in the order in which they are planned.
func (s *survey) see(l *line) {
	s.rows++
	switch l.kind {
	case KindUnits:
		r := unitRow{code: l.word(fCode, 64), parent: l.word(fParent, 200)}
		s.codes[r.code] = true
		s.codes[r.parent] = true
		s.names[r.parent] = true
	case KindPeople:
		s.unit(l.unitRef())
		s.numbers[l.word(fNumber, 64)] = true
		for _, name := range names(l.text(fLeadUnits, 2000)) {
			s.unit(unitRef{name: name})
		}
	case KindPowers:
		s.unit(l.unitRef())
	case KindRegister:
		title := l.titleText()
		s.risk(l.unitRef(), title)
		s.posts(l, title)
		s.flow(l)
	case KindMeasures:
		for _, title := range measureTitles(l.word(fTitle, longestText)) {
			s.risk(l.unitRef(), title)
		}
	}
}

// unit takes note of a unit and returns its number.
func (s *survey) unit(ref unitRef) int32 {
	if i, known := s.known[ref]; known {
		return i
	}
	i := int32(len(s.units))
	s.known[ref] = i
	s.units = append(s.units, ref)
	s.codes[ref.code] = true
	s.codes[ref.name] = true // the column for names sometimes holds a code
	s.names[ref.name] = true
	for _, step := range pathNames(ref.name) {
		s.names[step] = true
	}
	return i
}

func (s *survey) risk(ref unitRef, title string) {
	s.risks = append(s.risks, namedRisk{int32(s.rows), s.unit(ref), titleHash(title)})
}

// expected says until which row, in the order of planning, something may still be named.
type expected struct {
	risks map[uint64]naming // by the unit's name and the title
	units map[string]int32  // registers of units, by name
}

// naming is how often a file names a risk point, and where last.
type naming struct{ last, count int32 }

// expect works out what is still to come, once the units of the file are known.
func (p *planner) expect(s *survey) {
	unitNames := make([]string, len(s.units))
	for i, ref := range s.units {
		unitNames[i] = p.nameOf(ref)
	}
	p.flows = s.flows
	p.expected = expected{make(map[uint64]naming, len(s.risks)), map[string]int32{}}
	for _, r := range s.risks {
		name := unitNames[r.unit]
		k := titleIn(name, r.title)
		p.expected.risks[k] = naming{r.row, p.expected.risks[k].count + 1}
		p.expected.units[fold.Text(name)] = r.row
	}
}

// titleIn is a title in a unit. That two may come out the same costs time and nothing else.
func titleIn(unit string, title uint64) uint64 {
	return maphash.String(titleSeed, fold.Text(unit))*0x9E3779B97F4A7C15 ^ title
}

func titleHash(title string) uint64 { return maphash.String(titleSeed, titleIdentity(title)) }

// nameOf is the name that the unit of a row has or will have, as far as that can be told before
// the row is planned.
func (p *planner) nameOf(ref unitRef) string {
	switch u := p.units.code(ref.code); {
	case ref.code != "" && u != nil:
		return u.name
	case ref.code != "":
		return ref.name
	case ref.name == "" && p.root != nil:
		return p.root.name
	case len(p.units.byName[fold.Text(ref.name)]) > 0:
		return ref.name
	}
	if u := p.units.code(ref.name); u != nil {
		return u.name
	}
	if u := p.joined(ref.name); u != nil {
		return u.name
	}
	if ownWords[fold.Text(ref.name)] && p.root != nil {
		return p.root.name
	}
	if parts := pathNames(ref.name); len(parts) > 0 {
		return parts[len(parts)-1]
	}
	return ref.name
}

// lastRow is the last row that may name a risk point of a unit.
func (p *planner) lastRow(u *unitNode, title string) int {
	if n, ok := p.expected.risks[titleIn(u.name, titleHash(title))]; ok {
		return int(n.last)
	}
	return endOfFile
}

// namedOnce reports whether a single row names a risk point of a unit.
func (p *planner) namedOnce(u *unitNode, title string) bool {
	return p.expected.risks[titleIn(u.name, titleHash(title))].count == 1
}

// namedInFile reports whether any row does.
func (p *planner) namedInFile(u *unitNode, title string) bool {
	return p.expected.risks[titleIn(u.name, titleHash(title))].count > 0
}

// posting is what the file says of a risk with posts.
type posting struct {
	post, grade uint64
	// several reports that rows name it for different posts, differ that their grades do too.
	several, differ bool
}

// posts takes note of a risk that is named for a post.
func (s *survey) posts(l *line, title string) {
	if !l.has(fExposed) && !l.has(fPost) {
		return
	}
	k := titleIn(l.raw(fUnit)+"|"+l.raw(fUnitCode), titleHash(title))
	now := posting{post: maphash.String(titleSeed, fold.Text(l.raw(fExposed)+"|"+l.raw(fPost))), grade: maphash.String(titleSeed, l.raw(fGrade)+"|"+l.raw(fProposed))}
	before, known := s.posted[k]
	if !known {
		s.posted[k] = now
		return
	}
	before.several = before.several || before.post != now.post
	before.differ = before.differ || before.grade != now.grade
	s.posted[k] = before
}

// samePosts says whether rows name the same risk for several posts, and whether all of these give
// the same grade to each.
func (s *survey) samePosts() (several, differ bool) {
	for _, one := range s.posted {
		several = several || one.several
		differ = differ || one.several && one.differ
	}
	return several, differ
}

// endOfFile is after every row.
const endOfFile = 1 << 30
