package sheet

import "strings"

// numeralSets are the characters of [DBNum1], [DBNum2] and [DBNum3], and their words for ten,
// hundred and thousand.
var numeralSets = [...]struct{ digits, units []rune }{
	{[]rune("〇一二三四五六七八九"), []rune("十百千")},
	{[]rune("零壹贰叁肆伍陆柒捌玖"), []rune("拾佰仟")},
	{[]rune("０１２３４５６７８９"), nil},
}

// numerals writes digits in characters of a set from 1, or leaves them as they are for set 0:
// one by one, or in words as a sum: 46 is 四六 or 四十六.
func numerals(digits string, set int, sum bool) string {
	if set == 0 {
		return digits
	}
	chars := numeralSets[set-1]
	if !sum || chars.units == nil || len(digits) > 8 {
		return strings.Map(func(r rune) rune { return chars.digits[r-'0'] }, digits)
	}
	if high := len(digits) - 4; high > 0 {
		low := digits[high:]
		out := numerals(digits[:high], set, true) + "万"
		if strings.Trim(low, "0") == "" {
			return out
		}
		if low[0] == '0' {
			out += string(chars.digits[0])
		}
		return out + numerals(strings.TrimLeft(low, "0"), set, true)
	}
	var out strings.Builder
	zero := false
	for i, r := range digits {
		if r == '0' {
			zero = out.Len() > 0
			continue
		}
		if zero {
			out.WriteRune(chars.digits[0])
			zero = false
		}
		out.WriteRune(chars.digits[r-'0'])
		if unit := len(digits) - 2 - i; unit >= 0 {
			out.WriteRune(chars.units[unit])
		}
	}
	if out.Len() == 0 {
		return string(chars.digits[0])
	}
	return out.String()
}
