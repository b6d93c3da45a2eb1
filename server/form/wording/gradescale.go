package wording

import "sineng/ent/term"

// GradeReading is what a word of a file's column of grades means there.
type GradeReading struct {
	// Grade is empty where Certainty is Unknown.
	Grade     term.Grade
	Certainty Certainty
	// Below reports that the word lies below the third grade of its scale (四级, D, 蓝色): it has no
	// reading, since nobody but the body can say whether such a risk is C or none.
	Below bool
}

// step is a place in the scales that bodies use, from the most serious one down.
type step int

const (
	stepNone   step = iota
	stepMost        // 特别重大, above 重大
	stepTop         // 重大, 高, 红, ★★★★★
	stepUpper       // 较大, 较高: below 重大, or the top where nothing is above
	stepMiddle      // 中, 橙
	stepUsual       // 一般: the middle or the lowest
	stepLower       // 较低, 较小
	stepLow         // 低, 小
	stepBelow       // 四级, D, 蓝
)

// steps are words with a place in a scale beside those that are clear.
var steps = map[string]step{
	"特别重大": stepMost, "特大": stepMost, "重大": stepTop, "高": stepTop, "极高": stepTop, "很高": stepTop, "最高": stepTop, "大": stepTop, "重要": stepTop, "重点": stepTop, "严重": stepTop,
	"较大": stepUpper, "较高": stepUpper, "较重": stepUpper, "较严重": stepUpper, "比较高": stepUpper, "比较大": stepUpper, "次高": stepUpper, "较重要": stepUpper, "中高": stepUpper,
	"中": stepMiddle, "medium": stepMiddle, "moderate": stepMiddle, "适中": stepMiddle,
	"一般": stepUsual, "普通": stepUsual, "通常": stepUsual,
	"较低": stepLower, "较小": stepLower, "较轻": stepLower, "次低": stepLower, "中低": stepLower,
	"低": stepLow, "小": stepLow, "轻微": stepLow, "轻": stepLow, "很低": stepLow, "极低": stepLow, "最低": stepLow, "极小": stepLow, "很小": stepLow,
	"四": stepBelow, "4": stepBelow, "iv": stepBelow, "d": stepBelow, "丁": stepBelow, "肆": stepBelow, "五": stepBelow, "5": stepBelow, "v": stepBelow, "e": stepBelow,
	"蓝": stepBelow, "蓝色": stepBelow, "绿": stepBelow, "绿色": stepBelow,
}

// GradeScale reads all words of a file's column of grades together, by the word. Clear words stay
// what GradeOf says, but where the file itself shows that its scale is another one they are
// proposals:
//
//   - 重大/较大/一般 and 高/较高/一般 are A/B/C; 高/一般/低 too, so that 一般 is C where something
//     else stands for B, and B where something stands for C. 较高/一般/较低 are A/B/C as well. A
//     word that stands alone has no reading.
//   - Of four steps the first three are A, B and C, and the fourth has no reading: the register
//     knows no grade below C, and a risk of a fourth step may be none. Where the fourth step is
//     called 低 (重大/较大/一般/低), which is C in any file, 一般 is proposed as C beside it.
//   - 特别重大/重大/较大/一般 are the levels of incidents: 重大 is then B and 较大 C.
//   - 红/黄/蓝 and 红/黄/绿 without 橙 are three steps: 黄 is then B and the last one C.
//   - Four or five stars are a scale of their own: of five, 5 and 4 are A, 3 is B, 2 and 1 are C;
//     of four, 4, 3 and 2 are A, B and C. Figures from 1 beside 4 or 5 are proposals, since 5
//     may be the most serious.
func GradeScale(words []string) map[string]GradeReading {
	s := scaleOf(words)
	out := make(map[string]GradeReading, len(words))
	for _, w := range words {
		atoms := gradeAtoms(w)
		g, certainty := agreed(atomsBy(atoms, s.read))
		r := GradeReading{Grade: g, Certainty: certainty}
		if certainty == Unknown {
			for _, a := range atoms {
				r.Below = r.Below || s.placeOf(a) == stepBelow || s.starred(a)
			}
		}
		out[w] = r
	}
	return out
}

// gradeScale is what the words of a file show of its scale.
type gradeScale struct {
	has     map[step]bool
	atoms   map[string]bool
	stars   int // most stars
	figures bool
}

func scaleOf(words []string) gradeScale {
	s := gradeScale{has: map[step]bool{}, atoms: map[string]bool{}}
	for _, w := range words {
		for _, atom := range gradeAtoms(w) {
			for _, a := range []string{atom, strip(atom, gradeAsides)} {
				s.atoms[a] = true
				s.has[s.placeOf(a)] = true
				s.stars = max(s.stars, starsOf(a))
			}
		}
	}
	s.figures = s.atoms["4"] || s.atoms["5"]
	// Other clear words stand for steps too.
	for a := range s.atoms {
		switch grades[a] {
		case term.GradeA:
			s.has[stepTop] = true
		case term.GradeB:
			s.has[stepMiddle] = true
		case term.GradeC:
			s.has[stepLow] = true
		}
	}
	return s
}

func (s gradeScale) placeOf(atom string) step {
	if p, ok := steps[atom]; ok {
		return p
	}
	return steps[strip(atom, gradeAsides)]
}

// starsOf is the number of stars that an atom consists of, 0 for another one.
func starsOf(atom string) int {
	n := 0
	for _, r := range atom {
		if r != '★' {
			return 0
		}
		n++
	}
	return n
}

// starred reports whether an atom is the star below the third step of four.
func (s gradeScale) starred(atom string) bool { return s.stars == 4 && starsOf(atom) == 1 }

func (s gradeScale) read(atom string) (reading[term.Grade], bool) {
	propose := func(g term.Grade) (reading[term.Grade], bool) {
		return reading[term.Grade]{g, Proposed}, g != ""
	}
	if n := starsOf(atom); n > 0 && s.stars > 3 {
		return propose(starGrade(n, s.stars))
	}
	three := (s.atoms["蓝"] || s.atoms["蓝色"] || s.atoms["绿"] || s.atoms["绿色"]) && !s.atoms["橙"] && !s.atoms["橙色"] &&
		(s.atoms["黄"] || s.atoms["黄色"]) && (s.atoms["红"] || s.atoms["红色"])
	switch atom {
	case "黄", "黄色":
		if three {
			return propose(term.GradeB)
		}
	case "蓝", "蓝色", "绿", "绿色":
		if three {
			return propose(term.GradeC)
		}
	case "1", "2", "3":
		if s.figures {
			return propose(grades[atom])
		}
	case "重大":
		if s.has[stepMost] {
			return propose(term.GradeB)
		}
	}
	if g, ok := grades[atom]; ok {
		return reading[term.Grade]{g, Clear}, true
	}
	if g := s.propose(steps[atom]); g != "" {
		return propose(g)
	}
	if g, ok := nearGrades[atom]; ok {
		return propose(g)
	}
	return reading[term.Grade]{}, false
}

// propose is the grade of a step beside the other steps of the file, empty for none.
func (s gradeScale) propose(p step) term.Grade {
	above := s.has[stepTop] || s.has[stepMost]
	switch p {
	case stepMost:
		return term.GradeA
	case stepTop:
		if s.has[stepUpper] || s.has[stepMiddle] || s.has[stepUsual] || s.has[stepLower] || s.has[stepLow] {
			return term.GradeA
		}
	case stepUpper:
		switch {
		case s.has[stepMost] && s.has[stepTop]:
			return term.GradeC
		case above:
			return term.GradeB
		case s.has[stepMiddle] || s.has[stepUsual] && s.has[stepLower]:
			return term.GradeA
		case s.has[stepUsual] || s.has[stepLow] || s.has[stepLower]:
			return term.GradeB
		}
	case stepMiddle:
		return term.GradeB
	case stepUsual:
		switch {
		case s.has[stepMost]:
			return "" // the fourth of the levels of incidents
		case s.has[stepUpper] && (above || !s.has[stepLower]), s.has[stepMiddle]:
			return term.GradeC
		case s.has[stepLow] || s.has[stepLower]:
			return term.GradeB
		case above:
			return term.GradeC
		}
	case stepLower, stepLow:
		return term.GradeC
	}
	return ""
}

func starGrade(n, most int) term.Grade {
	switch {
	case most == 4 && n == 4, most > 4 && n >= 4:
		return term.GradeA
	case n == 3:
		return term.GradeB
	case n == 2, most > 4 && n == 1:
		return term.GradeC
	}
	return ""
}
