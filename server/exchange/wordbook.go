package exchange

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"sineng/ent/term"
	"sineng/server/form/wording"
)

// WordKind is an enumeration of which a file has words.
type WordKind string

// The enumerations whose words may need a meaning.
const (
	WordGrade       WordKind = "GRADE"
	WordRiskType    WordKind = "RISK_TYPE"
	WordLikelihood  WordKind = "LIKELIHOOD"
	WordSeverity    WordKind = "SEVERITY"
	WordConsequence WordKind = "CONSEQUENCE"
	WordPowerType   WordKind = "POWER_TYPE"
)

// WordKinds lists them in the order in which they are asked.
var WordKinds = []WordKind{WordGrade, WordRiskType, WordLikelihood, WordSeverity, WordConsequence, WordPowerType}

var wordKindOf = map[field]WordKind{fGrade: WordGrade, fProposed: WordGrade, fRiskType: WordRiskType, fLikelihood: WordLikelihood,
	fSeverity: WordSeverity, fConsequence: WordConsequence, fPowerType: WordPowerType}

// LeftOpen is the meaning of a word that gives no value: a grade is not proposed, a type is left
// open and the word kept as a text.
const LeftOpen = "OPEN"

// mostWords is how many different words of a kind are asked for. A column with more of them is
// read word by word, since it holds something else.
const mostWords = 200

// Word is a word of a file for a value of an enumeration.
type Word struct {
	Kind WordKind
	// Text is the word as first written.
	Text string
	// Count is how many cells have it.
	Count int
	// Sheet and Row say where it stands first.
	Sheet string
	Row   int
	// Value is what it means: a value of the enumeration, several types joined by "+", a number,
	// or LeftOpen; "" for a word without a reading.
	Value string
	// Sure is Clear where the word is unmistakable or its meaning was given, Proposed where Value
	// is a guess to confirm, and Unknown without a reading.
	Sure wording.Certainty
}

// wordBook holds the words of a file with their meanings.
type wordBook struct {
	words   map[WordKind]map[string]*Word // by key
	order   []*Word
	answers map[WordKind]map[string]string // given by a mapping, by key
}

func newWordBook() *wordBook {
	return &wordBook{words: map[WordKind]map[string]*Word{}, answers: map[WordKind]map[string]string{}}
}

func wordKey(s string) string { return identity(oneLine(s)) }

// see takes note of a word in a cell.
func (b *wordBook) see(k WordKind, text, sheet string, row int) {
	if text == "" {
		return
	}
	of := b.words[k]
	if of == nil {
		of = map[string]*Word{}
		b.words[k] = of
	}
	w := of[wordKey(text)]
	if w == nil {
		if len(of) >= mostWords {
			return
		}
		w = &Word{Kind: k, Text: text, Sheet: sheet, Row: row}
		of[wordKey(text)] = w
		b.order = append(b.order, w)
	}
	w.Count++
}

// answer gives words their meanings.
func (b *wordBook) answer(k WordKind, text, value string) {
	if b.answers[k] == nil {
		b.answers[k] = map[string]string{}
	}
	b.answers[k][wordKey(text)] = value
}

// resolve reads all words, those of grades in the scale that they make together.
func (b *wordBook) resolve() {
	var grades []string
	for _, w := range b.order {
		if w.Kind == WordGrade {
			grades = append(grades, w.Text)
		}
	}
	scale := wording.GradeScale(grades)
	for _, w := range b.order {
		if value, ok := b.answers[w.Kind][wordKey(w.Text)]; ok {
			w.Value, w.Sure = value, wording.Clear
			continue
		}
		if w.Kind == WordGrade {
			g := scale[w.Text]
			w.Value, w.Sure = string(g.Grade), g.Certainty
			continue
		}
		w.Value, w.Sure = readWord(w.Kind, w.Text)
	}
	slices.SortStableFunc(b.order, func(x, y *Word) int {
		return cmp.Or(slices.Index(WordKinds, x.Kind)-slices.Index(WordKinds, y.Kind), int(x.Sure)-int(y.Sure))
	})
}

// readWord reads a word by itself.
func readWord(k WordKind, text string) (string, wording.Certainty) {
	number := func(n int, sure wording.Certainty) (string, wording.Certainty) {
		if sure == wording.Unknown {
			return "", sure
		}
		return strconv.Itoa(n), sure
	}
	switch k {
	case WordGrade:
		g, sure := wording.GradeOf(text)
		return string(g), sure
	case WordRiskType:
		types, sure := wording.RiskTypesOf(text)
		if sure == wording.Unknown {
			return LeftOpen, wording.Proposed
		}
		return joinTypes(types), sure
	case WordLikelihood:
		return number(wording.LikelihoodOf(text))
	case WordSeverity:
		return number(wording.SeverityOf(text))
	case WordConsequence:
		v, sure := wording.ConsequenceOf(text)
		return string(v), sure
	case WordPowerType:
		v, sure := wording.PowerTypeOf(text)
		return string(v), sure
	}
	return "", wording.Unknown
}

// meaning returns what a word of a cell means, "" for nothing known.
func (b *wordBook) meaning(k WordKind, text string) string {
	if w := b.words[k][wordKey(text)]; w != nil {
		return w.Value
	}
	if value, ok := b.answers[k][wordKey(text)]; ok {
		return value
	}
	value, _ := readWord(k, text)
	return value
}

func joinTypes(types []term.RiskType) string {
	out := make([]string, len(types))
	for i, t := range types {
		out[i] = string(t)
	}
	return strings.Join(out, "+")
}

func splitTypes(value string) []term.RiskType {
	if value == "" || value == LeftOpen {
		return nil
	}
	var out []term.RiskType
	for _, v := range strings.Split(value, "+") {
		out = append(out, term.RiskType(v))
	}
	return out
}

// validMeaning reports whether a value may be given to a word.
func validMeaning(k WordKind, value string) bool {
	if value == LeftOpen {
		return k == WordGrade || k == WordRiskType
	}
	switch k {
	case WordGrade:
		return slices.Contains([]string{"A", "B", "C"}, value)
	case WordRiskType:
		types := splitTypes(value)
		for _, t := range types {
			if !slices.Contains(t.Values(), string(t)) {
				return false
			}
		}
		return len(types) > 0
	case WordLikelihood, WordSeverity:
		return len(value) == 1 && value >= "1" && value <= "5"
	case WordConsequence:
		return slices.Contains(term.ConsequenceKind("").Values(), value)
	case WordPowerType:
		return slices.Contains(term.PowerType("").Values(), value)
	}
	return false
}
