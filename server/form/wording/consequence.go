package wording

import (
	"regexp"

	"sineng/ent/term"
	"sineng/ent/term/fold"
)

var (
	// denied matches what a text says is not the case: 尚不构成犯罪.
	denied = regexp.MustCompile(`(尚|还|但)*(不|未|无|没有|非)[^,、;。]{0,6}?(犯罪|刑事|刑法|罪|违纪|违法)`)
	crime  = regexp.MustCompile(`犯罪|刑事|刑法|刑律|罪|贪污|受贿|行贿|索贿|挪用公款|司法`)
	breach = regexp.MustCompile(`违纪|违法|党纪|政纪|处分|纪律|违反|失职|渎职|不正之风|法律责任`)
	lapse  = regexp.MustCompile(`违规|轻微|批评|谈话|提醒|诫勉|不规范|差错|瑕疵|效率`)
)

// ConsequenceOf reads what may follow from a risk. A text of several is proposed as the worst of
// them; what it denies (不构成犯罪) is left out of account.
func ConsequenceOf(word string) (term.ConsequenceKind, Certainty) {
	if v, ok := Consequences.Parse(word); ok {
		return v, Clear
	}
	s := denied.ReplaceAllString(fold.Compat(word), "")
	switch {
	case crime.MatchString(s):
		return term.ConsequenceKindCrime, Proposed
	case breach.MatchString(s):
		return term.ConsequenceKindDiscipline, Proposed
	case lapse.MatchString(s):
		return term.ConsequenceKindMinor, Proposed
	}
	return "", Unknown
}
