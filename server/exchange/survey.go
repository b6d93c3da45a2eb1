package exchange

import "hash/maphash"

// survey is what one look at all rows tells before they are planned: which units and people are
// named, and which rows may be about the same risk point.
type survey struct {
	codes, names, numbers map[string]bool

	units []unitRef // as written, each once
	known map[unitRef]int32
	risks []namedRisk
	rows  int
}

// namedRisk is where a row names a risk point: by the unit as written and the title.
type namedRisk struct {
	row   int32
	unit  int32
	title uint64
}

var titleSeed = maphash.MakeSeed()

func newSurvey() *survey {
	return &survey{codes: map[string]bool{}, names: map[string]bool{}, numbers: map[string]bool{}, known: map[unitRef]int32{}}
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
		s.risk(l.unitRef(), l.word(fTitle, 300))
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
	risks map[uint64]int32 // by the unit's name and the title
	units map[string]int32 // registers of units, by name
}

// expect works out what is still to come, once the units of the file are known.
func (p *planner) expect(s *survey) {
	unitNames := make([]string, len(s.units))
	for i, ref := range s.units {
		unitNames[i] = p.nameOf(ref)
	}
	p.expected = expected{make(map[uint64]int32, len(s.risks)), map[string]int32{}}
	for _, r := range s.risks {
		name := unitNames[r.unit]
		p.expected.risks[titleIn(name, r.title)] = r.row
		p.expected.units[name] = r.row
	}
}

// titleIn is a title in a unit. That two may come out the same costs time and nothing else.
func titleIn(unit string, title uint64) uint64 {
	return maphash.String(titleSeed, unit)*0x9E3779B97F4A7C15 ^ title
}

func titleHash(title string) uint64 { return maphash.String(titleSeed, identity(title)) }

// nameOf is the name that the unit of a row has or will have, as far as that can be told before
// the row is planned.
func (p *planner) nameOf(ref unitRef) string {
	switch u := p.units.byCode[ref.code]; {
	case ref.code != "" && u != nil:
		return u.name
	case ref.code != "":
		return ref.name
	case ref.name == "" && p.root != nil:
		return p.root.name
	case len(p.units.byName[ref.name]) > 0:
		return ref.name
	}
	if u := p.units.byCode[ref.name]; u != nil {
		return u.name
	}
	if parts := pathNames(ref.name); len(parts) > 0 {
		return parts[len(parts)-1]
	}
	return ref.name
}

// lastRow is the last row that may name a risk point of a unit.
func (p *planner) lastRow(u *unitNode, title string) int {
	if row, ok := p.expected.risks[titleIn(u.name, titleHash(title))]; ok {
		return int(row)
	}
	return endOfFile
}

// endOfFile is after every row.
const endOfFile = 1 << 30
