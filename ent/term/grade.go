package term

// Grade is the grade of a risk 风险等级. A is the worst. The values sort from the worst to the
// mildest, with Ungraded at the end, so that an index over the column serves "worst first".
type Grade string

// The values of Grade. Ungraded is used in the database only: the API shows it as null.
const (
	GradeA   Grade = "A" // 高 / 一级
	GradeB   Grade = "B" // 中 / 二级
	GradeC   Grade = "C" // 低 / 三级
	Ungraded Grade = "U" // no grade yet
)

var labelsGrade = labels[Grade]{
	{GradeA, "高", "High"},
	{GradeB, "中", "Medium"},
	{GradeC, "低", "Low"},
	{Ungraded, "未定级", "Ungraded"},
}

// Values lists every Grade, the worst first.
func (Grade) Values() []string { return labelsGrade.values() }

// Label is the word for the grade in the language given ("zh" or "en").
func (g Grade) Label(lang string) string { return labelsGrade.label(g, lang) }

// Worse reports whether g is worse than other. Any grade is worse than none.
func (g Grade) Worse(other Grade) bool { return g < other }

// Worst is the worst of the grades given, Ungraded when there are none.
func Worst(grades ...Grade) Grade {
	worst := Ungraded
	for _, g := range grades {
		if g != "" && g.Worse(worst) {
			worst = g
		}
	}
	return worst
}
