package proceedings

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"sineng/ent/term/fold"
	"sineng/server/form/wording"
	"sineng/server/store"
)

var timeOfDay = regexp.MustCompile(`(?:^|[ T日])(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2}))?`)

// momentOf reads a moment in China as tables write it: 2026-03-02 09:30:00, 2026年3月2日 9时30分, or a day alone, which is its beginning; whole tells
// a day alone.
func momentOf(text string) (t time.Time, whole, ok bool) {
	text = strings.TrimSpace(fold.Compat(text))
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return t.UTC(), false, true
	}
	day := text
	m := timeOfDay.FindStringSubmatchIndex(text)
	if m != nil {
		day = text[:m[2]]
	}
	on, ok := wording.Day(strings.TrimRight(day, " T"), false)
	if !ok {
		return time.Time{}, false, false
	}
	t = store.StartOf(on)
	if m == nil {
		return t, true, true
	}
	part := func(n int) int {
		if m[2*n] < 0 {
			return 0
		}
		v, _ := strconv.Atoi(text[m[2*n]:m[2*n+1]])
		return v
	}
	if part(1) > 23 || part(2) > 59 || part(3) > 59 {
		return time.Time{}, false, false
	}
	return t.Add(time.Duration(part(1))*time.Hour + time.Duration(part(2))*time.Minute + time.Duration(part(3))*time.Second), false, true
}

// dayOf reads a day; a time of it is left out.
func dayOf(text string) (time.Time, bool) {
	t, _, ok := momentOf(text)
	return store.DayOf(t), ok
}
