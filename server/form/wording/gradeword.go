package wording

import (
	"regexp"
	"strings"

	"sineng/ent/term"
	"sineng/ent/term/fold"
)

// grades are the words that mean a grade in any file, without what gradeAsides strip.
var grades = Words[term.Grade]{"a": term.GradeA, "b": term.GradeB, "c": term.GradeC, "高": term.GradeA, "中": term.GradeB, "低": term.GradeC,
	"一": term.GradeA, "二": term.GradeB, "三": term.GradeC, "壹": term.GradeA, "贰": term.GradeB, "叁": term.GradeC,
	"i": term.GradeA, "ii": term.GradeB, "iii": term.GradeC, "1": term.GradeA, "2": term.GradeB, "3": term.GradeC,
	"high": term.GradeA, "medium": term.GradeB, "middle": term.GradeB, "moderate": term.GradeB, "low": term.GradeC,
	"重大": term.GradeA, "红": term.GradeA, "红色": term.GradeA, "橙": term.GradeB, "橙色": term.GradeB, "黄": term.GradeC, "黄色": term.GradeC,
	"★★★": term.GradeA, "★★": term.GradeB, "★": term.GradeC}

// nearGrades are words that most likely mean a grade, whatever else the file says.
var nearGrades = Words[term.Grade]{"最高": term.GradeA, "极高": term.GradeA, "很高": term.GradeA, "特大": term.GradeA, "特别重大": term.GradeA,
	"甲": term.GradeA, "乙": term.GradeB, "丙": term.GradeC, "h": term.GradeA, "m": term.GradeB, "l": term.GradeC,
	"三星": term.GradeA, "二星": term.GradeB, "两星": term.GradeB, "一星": term.GradeC,
	"较低": term.GradeC, "较小": term.GradeC, "较轻": term.GradeC, "轻微": term.GradeC, "很低": term.GradeC, "极低": term.GradeC, "最低": term.GradeC}

var (
	// gradeAsides stand around the word of a grade.
	gradeAsides = []string{"廉政", "廉洁", "风险", "等级", "级别", "级", "类", "risk", "grade", "level",
		"度", "危", "等", "点", "第", "岗位", "岗", "环节", "职权", "权力", "事项", "预警", "程度", "标识"}
	gradeLabels = regexp.MustCompile(`^\s*(廉政|廉洁)?(风险)?(点)?(自评|自查|评定|评估|审定|拟定|建议|初评|终评|定为|为)?(的)?(风险)?(等级|级别|级|类别)?\s*[:为]\s*`)
	gradeParts  = regexp.MustCompile(`[()\[\]【】〔〕/、,;\n|]+`)
	stars       = regexp.MustCompile(`[★⭐🌟]+[☆✩]*|[☆✩]+`)
)

// GradeOf reads the word of a grade: 高, A级(高), 一级风险点, ★★, 等级:高, and what MarkedGrade writes.
// Words that mean another grade in another file (较大, 一般) are for GradeScale; words below the
// third grade (四级, D, 蓝色) have no reading, since there is no fourth.
func GradeOf(word string) (term.Grade, Certainty) {
	return gradeBy(word, func(atom string) (reading[term.Grade], bool) {
		if g, ok := grades[atom]; ok {
			return reading[term.Grade]{g, Clear}, true
		}
		g, ok := nearGrades[atom]
		return reading[term.Grade]{g, Proposed}, ok
	})
}

// gradeBy reads a word of a grade whose parts are looked up.
func gradeBy(word string, lookup func(atom string) (reading[term.Grade], bool)) (term.Grade, Certainty) {
	return agreed(atomsBy(gradeAtoms(word), lookup))
}

// atomsBy looks up the parts of a word as they are, then without what stands around them.
func atomsBy[T any](atoms []string, lookup func(atom string) (reading[T], bool)) []reading[T] {
	var out []reading[T]
	for _, atom := range atoms {
		r, ok := lookup(atom)
		if !ok {
			if r, ok = lookup(strip(atom, gradeAsides)); !ok {
				r.Certainty = Unknown
			}
		}
		out = append(out, r)
	}
	return out
}

// gradeAtoms takes a word apart: 高(A级) is 高 and a级, ★★☆ is ★★.
func gradeAtoms(word string) []string {
	s := WithoutMarks(fold.Compat(word))
	s = gradeLabels.ReplaceAllString(s, "")
	var out []string
	for _, part := range gradeParts.Split(s, -1) {
		for _, run := range stars.FindAllString(part, -1) {
			lit := strings.TrimRight(run, "☆✩")
			out = append(out, strings.Repeat("★", len([]rune(lit))))
		}
		if k := Key(stars.ReplaceAllString(part, "")); k != "" && !aroundGrade(k) {
			out = append(out, k)
		}
	}
	return out
}

// aroundGrade reports whether a part only says that a grade is meant: 风险 in 高/风险.
func aroundGrade(k string) bool {
	for _, w := range gradeAsides {
		if k == w {
			return true
		}
	}
	return false
}

// Grade parses the words of a grade that are clear in any file, see GradeOf.
func Grade(s string) (term.Grade, bool) {
	g, certainty := GradeOf(s)
	return g, certainty == Clear
}
