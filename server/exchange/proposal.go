package exchange

import "sineng/ent/term"

// proposed is the proposal of a question in words; empty where there is none.
func (q Question) proposed() Text {
	switch q.Kind {
	case AskColumn:
		if q.Proposal == "" {
			return Text{}
		}
		return Text{anyTitleOf(field(q.Proposal)), FieldName(q.Proposal)}
	case AskWord:
		return meaningText(WordKind(q.Sample), q.Proposal)
	case AskSamePosts:
		if q.Proposal == string(OneRisk) {
			return Text{"一个风险点多个涉险岗位", "one with several exposed posts"}
		}
		return Text{"每个岗位一个风险点", "a risk point per post"}
	}
	return Text{q.Proposal, q.Proposal}
}

// anyTitleOf is a field's title on the form of the first kind of tables that has it.
func anyTitleOf(f field) string {
	for _, l := range layouts {
		if t := titleOf(l.kind, f); t != string(f) {
			return t
		}
	}
	for of, title := range ownerTitles {
		if title == f {
			return anyTitleOf(of) + "职务"
		}
	}
	return FieldName(string(f))
}

// meaningText is the meaning of a word in words.
func meaningText(k WordKind, value string) Text {
	switch {
	case value == LeftOpen:
		return Text{"留空", "left open"}
	case value == "":
		return Text{}
	}
	switch k {
	case WordGrade:
		return Text{gradeWords(value).Label("zh"), gradeWords(value).Label("en")}
	case WordRiskType:
		return typesText(splitTypes(value))
	case WordConsequence:
		v := term.ConsequenceKind(value)
		return Text{v.Label("zh"), v.Label("en")}
	case WordPowerType:
		v := term.PowerType(value)
		return Text{v.Label("zh"), v.Label("en")}
	}
	return Text{value, value} // points
}
