package org

import (
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// mostReadings is the greatest number of combinations of readings kept for one name.
const mostReadings = 32

// Initials are the pinyin initials of a name for all readings of its characters, separated by
// spaces: 重庆 gives "cq zq". Letters and digits stay as they are.
func Initials(name string) string {
	args := pinyin.NewArgs()
	args.Style = pinyin.FirstLetter
	args.Heteronym = true
	words := []string{""}
	for _, r := range name {
		var readings []string
		if unicode.Is(unicode.Han, r) {
			seen := map[string]bool{}
			for _, reading := range pinyin.SinglePinyin(r, args) {
				if !seen[reading] {
					seen[reading] = true
					readings = append(readings, reading)
				}
			}
		} else if unicode.IsLetter(r) || unicode.IsDigit(r) {
			readings = []string{strings.ToLower(string(r))}
		}
		if len(readings) == 0 {
			continue
		}
		if len(words)*len(readings) > mostReadings {
			readings = readings[:1]
		}
		next := make([]string, 0, len(words)*len(readings))
		for _, w := range words {
			for _, reading := range readings {
				next = append(next, w+reading)
			}
		}
		words = next
	}
	return truncate(strings.TrimSpace(strings.Join(words, " ")), 500)
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
