package rule

import (
	"slices"

	"sineng/ent/viewer"
)

// InDirectory reports whether a viewer sees a unit, or a post or person of a unit, by the unit's key and the row's
// level columns: what Scoped(Directory).Or(Above(unit)) says of rows in the database.
func InDirectory(v *viewer.Viewer, unit int64, levels [6]int64) bool {
	return v.System || v.Directory.Reaches(levels) || slices.Contains(v.Ancestors, unit)
}
