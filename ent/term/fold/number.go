package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// mostNumbers is how many numbers are taken off one after the other: 一、(一)1.①.
const mostNumbers = 4

// Unnumbered is a title without the number that it was given in a list, as typed otherwise:
// 资金拨付 of 1.资金拨付, 2、资金拨付, (三)资金拨付, ④资金拨付, 第五、资金拨付, 06资金拨付 and
// 1.2 资金拨付. A number that belongs to the title stays: 12345热线, 110指挥, 3D打印, 一把手,
// 2026年预算, 1.5万元以上采购, 一、二级岗位. Where it may be either, it stays, since two numbers
// too many look alike sooner than two titles too few.
func Unnumbered(title string) string {
	rest := strings.TrimSpace(title)
	for range mostNumbers {
		n := numbered(look(rest))
		if n == 0 || Key(rest[n:]) == "" {
			break
		}
		rest = strings.TrimSpace(rest[n:])
	}
	return rest
}

// seen is a character as it looks, with the place where the next one begins in the text.
type seen struct {
	r   rune
	end int
}

// mostSeen is how many characters a numbering and what tells that it is one take at most.
const mostSeen = 32

// look are the first characters of a text as they look: full width and radicals folded, enclosed
// numbers not.
func look(s string) []seen {
	var out []seen
	for i, r := range s {
		if len(out) == mostSeen {
			break
		}
		if r >= utf8.RuneSelf && !enclosed(r) {
			if folded := norm.NFKC.String(string(r)); utf8.RuneCountInString(folded) == 1 {
				r, _ = utf8.DecodeRuneInString(folded)
			}
			r = same(r)
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r >= 0:
			out = append(out, seen{r, i + size})
		case len(out) > 0: // not seen
			out[len(out)-1].end = i + size
		}
	}
	return out
}

// enclosed reports whether a character is a number in a circle, in brackets or with a full stop.
func enclosed(r rune) bool {
	return r >= 0x2460 && r <= 0x24E9 || r >= 0x24EB && r <= 0x24FF || r >= 0x2776 && r <= 0x2793 || // ① ⑴ ⒈ ⒜ ⓵ ❶
		r >= 0x3220 && r <= 0x3229 || r >= 0x3280 && r <= 0x3289 || r >= 0x3251 && r <= 0x325F || r >= 0x32B1 && r <= 0x32BF // ㈠ ㊀ ㉑ ㊱
}

// numbered is the length in bytes of the numbering that a text begins with, 0 for none.
func numbered(t []seen) int {
	for _, of := range []func([]seen) int{byEnclosed, inBrackets, byOrdinal, byFigures, byNumerals, byLetter} {
		if n := of(t); n > 0 {
			return t[n-1].end
		}
	}
	return 0
}

// at is the character at a place, 0 behind the end.
func at(t []seen, i int) rune {
	if i < len(t) {
		return t[i].r
	}
	return 0
}

// run is the number of characters from a place on of which a condition holds.
func run(t []seen, from int, is func(rune) bool) int {
	n := 0
	for from+n < len(t) && is(t[from+n].r) {
		n++
	}
	return n
}

func figure(r rune) bool { return r >= '0' && r <= '9' }
func numeral(r rune) bool {
	return strings.ContainsRune("零〇一二三四五六七八九十百廿壹贰叁肆伍陆柒捌玖拾", r)
}
func roman(r rune) bool { return strings.ContainsRune("IVXⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", r) }
func space(r rune) bool { return r == ' ' || r == '\u3000' || r == '\n' || r == '\t' }

// parts reports whether a character stands between a number and its title.
func parts(r rune) bool { return strings.ContainsRune(".、。)]】〕,:;", r) }

// measures reports whether a character behind a number says what it counts: 3 人, 12 个月, 5%.
func measures(r rune) bool {
	return r != 0 && strings.ContainsRune("万亿千百十元角分年月日号时天周次个项件名家户条款级类等倍成层楼栋期度岁米吨公%‰", r)
}

// counts is measures for a single number followed by a space, where 人 counts too.
func counts(r rune) bool { return measures(r) || r == '人' }

// parted is the length of what parts a number, which ends before a place, from its title: a sign or
// two, with spaces around them. It is 0 where there is none.
func parted(t []seen, from int) int {
	before := run(t, from, space)
	signs := min(run(t, from+before, parts), 2)
	if signs == 0 {
		return 0
	}
	return before + signs + run(t, from+before+signs, space)
}

// lists reports whether a number is one of several that belong to a title: 一、二级岗位, 1、2号楼.
// from is where the next one begins.
func lists(t []seen, from int, is func(rune) bool) bool {
	n := run(t, from, is)
	next := at(t, from+n)
	return n > 0 && n < 4 && (next == '、' || next != '年' && strings.ContainsRune("级类等号楼层期栋标月季档", next) && next != 0)
}

// byEnclosed is a number in a circle or the like, with or without a sign behind it: ①资金, ⑴、资金.
func byEnclosed(t []seen) int {
	if len(t) == 0 || !enclosed(t[0].r) {
		return 0
	}
	return 1 + max(parted(t, 1), run(t, 1, space))
}

var brackets = map[rune]rune{'(': ')', '[': ']', '【': '】', '〔': '〕'}

// inBrackets is (1), [1], 【一】, (a).
func inBrackets(t []seen) int {
	closing := brackets[at(t, 0)]
	if closing == 0 {
		return 0
	}
	from := 1 + run(t, 1, space)
	n := run(t, from, figure)
	if n == 0 || n > 3 {
		n = run(t, from, numeral)
	}
	if n == 0 {
		n = run(t, from, roman)
	}
	if n == 0 && at(t, from) >= 'a' && at(t, from) <= 'z' {
		n = 1
	}
	end := from + n + run(t, from+n, space)
	if n == 0 || n > 4 || at(t, end) != closing {
		return 0
	}
	return end + 1 + max(parted(t, end+1), run(t, end+1, space))
}

// byOrdinal is 第一、 第1条: 第三步 资金; what has no sign or space behind it is a word: 第三方.
func byOrdinal(t []seen) int {
	if at(t, 0) != '第' {
		return 0
	}
	n := run(t, 1, figure)
	if n == 0 {
		n = run(t, 1, numeral)
	}
	if n == 0 || n > 4 {
		return 0
	}
	end := 1 + n
	if r := at(t, end); r != 0 && strings.ContainsRune("章节条款项步点", r) {
		end++
	}
	if behind := max(parted(t, end), run(t, end, space)); behind > 0 && !lists(t, end+behind, numeral) {
		return end + behind
	}
	return 0
}

// byFigures is 1. 1、 1) 01 1.2 1-2、 1.2.3.
func byFigures(t []seen) int {
	n := run(t, 0, figure)
	if n == 0 || n > 3 {
		return 0
	}
	end, levels := n, 1
	for at(t, end) == '.' || at(t, end) == '-' {
		m := run(t, end+1, figure)
		if m == 0 {
			break
		}
		if m > 2 { // 1.2026年预算 is numbered, 1.500元 may not be
			if at(t, end) == '.' && levels == 1 && m == 4 && at(t, end+1+m) == '年' {
				return end + 1
			}
			return 0
		}
		end, levels = end+1+m, levels+1
	}
	sign, blank := parted(t, end), run(t, end, space)
	next := at(t, end+blank)
	switch {
	case sign > 0 && figure(at(t, end+sign)):
		// 1、2026年预算 is numbered; 1、2号楼, 110、119接警, 1:1配套 and 1,000元 belong together.
		comma := at(t, end) == '、' || at(t, end) == ')' || space(at(t, end+sign-1))
		if !comma || n == 3 || lists(t, end+sign, figure) {
			return 0
		}
		return end + sign
	case sign > 0:
		return end + sign
	case levels > 1:
		if blank > 0 && !measures(next) && letter(next) {
			return end + blank
		}
		return 0
	case at(t, end+blank) == '-' && n <= 2 && unicode.Is(unicode.Han, at(t, end+blank+1+run(t, end+blank+1, space))): // 1-资金拨付
		return end + blank + 1 + run(t, end+blank+1, space)
	case blank > 0 && (n <= 2 || t[0].r == '0') && letter(next) && !counts(next):
		return end + blank
	case n == 2 && t[0].r == '0' && unicode.Is(unicode.Han, next) && !counts(next): // 01资金拨付
		return end
	}
	return 0
}

// byNumerals is 一、 十一. 二 资金拨付.
func byNumerals(t []seen) int {
	n := run(t, 0, numeral)
	of := numeral
	if n == 0 {
		n, of = run(t, 0, roman), roman
	}
	if n == 0 || n > 4 {
		return 0
	}
	if sign := parted(t, n); sign > 0 {
		if lists(t, n+sign, of) {
			return 0
		}
		return n + sign
	}
	// 一 般 is a word of two characters that was padded.
	if blank := run(t, n, space); blank > 0 && len(t) > n+blank+2 && !counts(at(t, n+blank)) {
		return n + blank
	}
	return 0
}

// byLetter is A. a) B、 before a Chinese title.
func byLetter(t []seen) int {
	r := at(t, 0)
	if r < 'A' || r > 'z' || r > 'Z' && r < 'a' {
		return 0
	}
	if sign := parted(t, 1); sign > 0 && unicode.Is(unicode.Han, at(t, 1+sign)) {
		return 1 + sign
	}
	return 0
}

func letter(r rune) bool {
	return unicode.IsLetter(r) || strings.ContainsRune("《“\"「【(", r) && r != 0
}
