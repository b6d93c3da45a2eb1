package wording

import (
	"strings"
	"testing"

	"sineng/ent/term"
)

func TestGradesOfWords(t *testing.T) {
	for want, words := range map[struct {
		grade     term.Grade
		certainty Certainty
	}]string{
		{term.GradeA, Clear}: "高(A级)|A级(高)|高风险(一级)|一级风险点|Ⅰ级风险|１级|高级|高(★★★)|红色|重大|重大风险|高等级|高度风险|等级:高|高危|A|a|Ａ|高|一级|Ⅰ|I级|1|高风险|" +
			"廉政风险等级:高|风险等级：一级|自评:A级|高/A|高、A级|A级风险岗位|一级风险环节|第一级|第1级|HIGH|High risk|A(期初审定)|A(原内容审定)|A（期初审定、原内容审定）|" +
			"★★★|\"A\"类风险|“A”级|A 级|A　级|一类|高级别|高\n(A级)|【高】|[A]|红|红色预警|重大风险点|壹级|高危风险|评定为高|A类岗位|grade A",
		{term.GradeB, Clear}:    "中级|★★|橙色|中等|B 级|中度|中|B|二级|Ⅱ级|II|2|２级|中风险|中等风险|中度风险|二级风险点|B级(中)|中(B级)|中风险(二级)|第2级|第二级|橙|★★☆|中(★★)|medium|B(原内容审定)|贰级",
		{term.GradeC, Clear}:    "低级|★|黄色|\"C\"类风险|低度风险|三级(低)|Ⅲ|低|C|c级|三级|III级|3|低风险|低等级|低危|三级风险点|低(C级)|★☆☆|黄|第3级|low|低风险(三级)|C（期初审定）",
		{term.GradeA, Proposed}: "甲级|极高|特别重大|很高风险|最高|三星级|高(需重点关注)|重点(A级)",
		{term.GradeB, Proposed}: "乙级|中(其他)|两星",
		{term.GradeC, Proposed}: "丙级|较低|轻微|较小风险|很低|一星|四级(低)|蓝色(低)",
		{"", Unknown}:           "较大|一般|较高|四级|D|蓝色|Ⅳ级|五级|4|高(B级)|A/B|高中低|A、B、C|无|-||/|风险|等级|待定|资金拨付|3分|★★★★|60%|绿色|AB|中高|E|(  )|大|小",
	} {
		for _, w := range strings.Split(words, "|") {
			if g, c := GradeOf(w); g != want.grade || c != want.certainty {
				t.Errorf("%q is %s with certainty %d, want %s with %d", w, g, c, want.grade, want.certainty)
			}
			if g, ok := Grade(w); ok != (want.certainty == Clear) || ok && g != want.grade {
				t.Errorf("a form reads %q as %s, %v", w, g, ok)
			}
		}
	}
}

func TestGradesOfTheScaleOfAFile(t *testing.T) {
	const most = "高(A级) A级(高) 高风险(一级) 一级风险点 Ⅰ级风险 １级 高级 中级 低级 高(★★★) ★★ ★ 红色 橙色 黄色 重大 较大 一般 重大风险 高等级 中等 较高 B级 \"C\"类风险 高度风险 中度 低度风险 等级:高 三级(低) Ⅲ 高危 四级 D"
	for _, c := range []struct{ words, want string }{
		// a letter is a clear reading, a small one a proposal, ? none, ! one below C
		{most, "A A A A A A A B C A B C A B C A b c A A B b B C A B C A C C A ! !"},
		{"重大 较大 一般", "A b c"},
		{"重大风险 较大风险 一般风险", "A b c"},
		{"重大 较大 一般 低", "A b c C"},
		{"重大 较大 一般 低风险", "A b c C"},
		{"重大 较大", "A b"},
		{"较大 一般", "b c"},
		{"重大 一般", "A c"},
		{"特别重大 重大 较大 一般", "a b c ?"},
		{"高 较高 一般", "A b c"},
		{"高 一般 低", "A b C"},
		{"高 中 一般", "A B c"},
		{"高 一般", "A c"},
		{"一般 低", "b C"},
		{"高 较高 中 低", "A b B C"},
		{"较高 一般 较低", "a b c"},
		{"较高 中 较低", "a B c"},
		{"较大 一般 较小", "a b c"},
		{"较大", "?"},
		{"一般", "?"},
		{"较高 较高", "? ?"},
		{"大 中 小", "a B c"},
		{"大", "?"},
		{"重点 一般", "a c"},
		{"一级 二级 三级 四级", "A B C !"},
		{"一级(重大) 二级(较大) 三级(一般) 四级(低)", "A B C c"},
		{"Ⅰ Ⅱ Ⅲ Ⅳ", "A B C !"},
		{"A B C D", "A B C !"},
		{"A级 B级 C级 D级 E级", "A B C ! !"},
		{"甲 乙 丙 丁", "a b c !"},
		{"红色 橙色 黄色 蓝色", "A B C !"},
		{"红 黄 蓝", "A b c"},
		{"红色 黄色 绿色", "A b c"},
		{"红色 黄色", "A C"},
		{"蓝色", "!"},
		{"★★★★★ ★★★★ ★★★ ★★ ★", "a a b c c"},
		{"★★★★ ★★★ ★★ ★", "a b c !"},
		{"★★★ ★★ ★", "A B C"},
		{"1 2 3", "A B C"},
		{"1 2 3 4", "a b c !"},
		{"5 4 3 2 1", "! ! c b a"},
		{"高 资金 低", "A ? C"},
		{"", ""},
	} {
		words, want := strings.Fields(c.words), strings.Fields(c.want)
		got := GradeScale(words)
		for i, w := range words {
			r := got[w]
			said := "?"
			switch {
			case r.Certainty == Clear:
				said = string(r.Grade)
			case r.Certainty == Proposed:
				said = strings.ToLower(string(r.Grade))
			case r.Below:
				said = "!"
			}
			if said != want[i] || (r.Certainty == Unknown) != (r.Grade == "") {
				t.Errorf("of %s: %s is %s %+v, want %s", c.words, w, said, r, want[i])
			}
		}
	}
}
