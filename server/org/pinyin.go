package org

import (
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"

	"sineng/ent/term/fold"
)

const (
	// mostReadings is the greatest number of combinations of readings kept of one name's initials.
	mostReadings = 32
	// mostSpelled is that of its whole readings, which are longer.
	mostSpelled = 8
)

// surnames are readings of characters in surnames that the library's table lacks or puts last.
var surnames = map[rune][]string{
	'谌': {"chen", "shen"}, '黑': {"hei", "he"}, '单': {"dan", "shan", "chan"}, '仇': {"chou", "qiu"}, '区': {"qu", "ou"}, '查': {"cha", "zha"},
	'解': {"jie", "xie"}, '任': {"ren"}, '曾': {"ceng", "zeng"}, '朴': {"pu", "piao"}, '尉': {"wei", "yu"}, '盖': {"gai", "ge"}, '乐': {"le", "yue"},
	'缪': {"miao", "mou"}, '覃': {"tan", "qin"}, '逄': {"pang"}, '佟': {"tong"}, '芮': {"rui"}, '郄': {"qie", "xi"}, '长': {"chang", "zhang"},
	'万': {"wan", "mo"}, '员': {"yuan", "yun"}, '祭': {"ji", "zhai"}, '洗': {"xi", "xian"}, '冼': {"xian"}, '晟': {"sheng", "cheng"}, '行': {"xing", "hang"},
}

// Initials are the pinyin initials of a name for all readings of its characters, separated by
// spaces: 重庆 gives "cq zq". Letters and digits stay as they are.
func Initials(name string) string { return spell(name, mostReadings, firstLetter) }

// Pinyin is what a name is found by in Latin letters: its initials, and its whole pinyin for all
// readings: 重庆 gives "cq zq chongqing zhongqing".
func Pinyin(name string) string {
	initials, whole := Initials(name), spell(name, mostSpelled, func(reading string) string { return reading })
	if whole == initials {
		return initials
	}
	return truncate(strings.TrimSpace(initials+" "+whole), 500)
}

// spell writes the parts of a name's readings in all combinations, up to a number.
func spell(name string, most int, part func(reading string) string) string {
	words := []string{""}
	for _, r := range name {
		var parts []string
		for _, reading := range readingsOf(r) {
			if p := part(reading); !has(parts, p) {
				parts = append(parts, p)
			}
		}
		if len(parts) > 0 {
			words = combined(words, parts, most)
		}
	}
	return truncate(strings.TrimSpace(strings.Join(words, " ")), 500)
}

// readingsOf are the readings of a character, without tones; a letter or digit reads as itself.
// Radicals and compatibility characters read as the character that they stand for.
func readingsOf(r rune) []string {
	if folded := []rune(fold.Compat(string(r))); len(folded) == 1 {
		r = folded[0]
	}
	if !unicode.Is(unicode.Han, r) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return []string{strings.ToLower(string(r))}
		}
		return nil
	}
	args := pinyin.NewArgs()
	args.Heteronym = true
	var out []string
	for _, reading := range append(surnames[r], pinyin.SinglePinyin(r, args)...) {
		if reading = strings.ReplaceAll(reading, "ü", "v"); !has(out, reading) {
			out = append(out, reading)
		}
	}
	return out
}

func has(all []string, one string) bool {
	for _, s := range all {
		if s == one {
			return true
		}
	}
	return false
}

func firstLetter(reading string) string {
	for _, r := range reading {
		return string(r)
	}
	return ""
}

// combined appends each reading to each word, or, where these were more than most, the first
// reading alone.
func combined(words, readings []string, most int) []string {
	if len(words)*len(readings) > most {
		readings = readings[:1]
	}
	next := make([]string, 0, len(words)*len(readings))
	for _, w := range words {
		for _, reading := range readings {
			next = append(next, w+reading)
		}
	}
	return next
}

// truncate cuts at a space, so that no partial word is indexed, or else between characters.
func truncate(s string, n int) string {
	if len(s) <= n {
		return s
	}
	if i := strings.LastIndexByte(s[:n], ' '); i > 0 {
		return s[:i]
	}
	return strings.ToValidUTF8(s[:n], "")
}
