package paper

import (
	"fmt"
	"strings"
)

// names makes names unique, ignoring case.
type names struct {
	most  int
	taken map[string]bool
}

func newNames(most int) *names { return &names{most: most, taken: map[string]bool{}} }

// take returns the name, with a number appended when it is taken.
func (n *names) take(name string) string {
	if name == "" {
		name = "_"
	}
	out := cutRunes(name, n.most)
	for i := 2; n.taken[strings.ToLower(out)]; i++ {
		end := fmt.Sprintf("(%d)", i)
		out = cutRunes(name, n.most-len(end)) + end
	}
	n.taken[strings.ToLower(out)] = true
	return out
}

// cutRunes shortens a text to a number of UTF-16 units.
func cutRunes(text string, most int) string {
	for i, r := range text {
		if most--; r > 0xFFFF {
			most--
		}
		if most < 0 {
			return strings.TrimRight(text[:i], " ")
		}
	}
	return text
}
