package wording

import "testing"

// FuzzWords asserts of any text that a reading has a value, and none has no reading.
func FuzzWords(f *testing.F) {
	for _, seed := range []string{"高(A级)", "★★☆", "①思想道德②制度机制", "01行政许可", "2026年1月至6月", "二〇二六年六月底前", "三百五", "尚不构成犯罪", "60%"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		bad := func(what string, c Certainty, has bool) {
			if (c == Unknown) == has {
				t.Errorf("%s of %q has certainty %d, value %v", what, s, c, has)
			}
		}
		g, c := GradeOf(s)
		bad("grade", c, g != "")
		for _, r := range GradeScale([]string{s, "高", "一般"}) {
			bad("grade of a scale", r.Certainty, r.Grade != "")
		}
		types, c := RiskTypesOf(s)
		bad("risk types", c, len(types) > 0)
		p, c := PowerTypeOf(s)
		bad("power type", c, p != "")
		k, c := ConsequenceOf(s)
		bad("consequence", c, k != "")
		n, c := LikelihoodOf(s)
		bad("likelihood", c, n >= 1 && n <= 5)
		n, c = SeverityOf(s)
		bad("severity", c, n >= 1 && n <= 5)
		for _, o := range []DayOptions{{}, {EndOfMonth: true, Year: 2026, Serials: true}} {
			if day, ok := DayOf(s, o); ok && (day.Year() < firstYear || day.Year() > lastYear) {
				t.Errorf("%q is the day %s", s, day)
			}
		}
		if n, ok := chineseNumber(s); ok && n < 0 {
			t.Errorf("%q is %d", s, n)
		}
		Plain(s)
	})
}
