package org

import (
	"testing"

	"sineng/server/authz"
)

// A unit that moves within its level leaves the columns alone that stay, and with them their
// indexes in every table.
func TestAMoveAssignsOnlyWhatChanges(t *testing.T) {
	for name, c := range map[string]struct {
		from, level int
		old, to     authz.Levels
		want        string
	}{
		"beside":          {3, 3, authz.Levels{1, 2}, authz.Levels{1, 9}, "l2 = ?"},
		"to another tree": {3, 3, authz.Levels{1, 2}, authz.Levels{8, 9}, "l1 = ?, l2 = ?"},
		"to the same":     {3, 3, authz.Levels{1, 2}, authz.Levels{1, 2}, ""},
		"down":            {2, 3, authz.Levels{1}, authz.Levels{1, 9}, "l6 = l5, l5 = l4, l4 = l3, l3 = l2, l2 = ?"},
		"up":              {3, 2, authz.Levels{1, 2}, authz.Levels{1}, "l2 = l3, l3 = l4, l4 = l5, l5 = l6, l6 = 0"},
		"to the top":      {2, 1, authz.Levels{1}, authz.Levels{}, "l1 = l2, l2 = l3, l3 = l4, l4 = l5, l5 = l6, l6 = 0"},
	} {
		if set, args := shift(c.from, c.level, c.old, c.to); set != c.want {
			t.Errorf("%s: %q with %v, want %q", name, set, args, c.want)
		}
	}
}
