package wording

import "strings"

// numeralDigits are the characters of figures, in the order of their values; those of a line mean
// the same.
var numeralDigits = func() map[rune]int {
	out := map[rune]int{}
	for _, set := range []string{"〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "\x00\x00两\x00\x00\x00\x00\x00\x00\x00"} {
		n := 0
		for _, r := range set {
			if r != 0 {
				out[r] = n
			}
			n++
		}
	}
	return out
}()

var numeralUnits = map[rune]int{'十': 10, '拾': 10, '百': 100, '佰': 100, '千': 1000, '仟': 1000, '万': 10_000}

// chineseNumber reads a whole number below a hundred million in characters: a sum (十二, 三百零五,
// 两万, 廿五) or figure by figure (二〇二六).
func chineseNumber(s string) (int, bool) {
	runes := []rune(strings.NewReplacer("廿", "二十", "卅", "三十").Replace(s))
	if len(runes) == 0 || len(runes) > 16 {
		return 0, false
	}
	if len(runes) > 1 && !strings.ContainsFunc(string(runes), func(r rune) bool { return numeralUnits[r] > 0 }) {
		n := 0
		for _, r := range runes {
			d, ok := numeralDigits[r]
			if !ok || r == '两' || n > 9_999_999 {
				return 0, false
			}
			n = n*10 + d
		}
		return n, true
	}
	total, below, digit := 0, 0, -1 // whole ten thousands, the part below one, the figure before a unit
	last := 100_000                 // unit before
	for i, r := range runes {
		if d, ok := numeralDigits[r]; ok {
			if digit > 0 || digit == 0 && d == 0 {
				return 0, false
			}
			digit = d
			continue
		}
		unit := numeralUnits[r]
		switch {
		case unit == 0, unit >= last && unit != 10_000:
			return 0, false
		case unit == 10_000:
			if total > 0 || below+max(digit, 0) == 0 {
				return 0, false
			}
			total, below, digit, last = (below+max(digit, 0))*unit, 0, -1, unit
			continue
		case digit < 0 && unit == 10 && i == 0:
			digit = 1
		case digit <= 0:
			return 0, false
		}
		below, digit, last = below+digit*unit, -1, unit
	}
	if digit > 0 && len(runes) > 1 && last > 10 && last < 100_000 && runes[len(runes)-2] != '零' && runes[len(runes)-2] != '〇' {
		return 0, false // 三百五 is 350 in speech
	}
	return total + below + max(digit, 0), true
}
