// Package frontend carries the built admin page.
package frontend

import (
	"embed"
	"io/fs"
)

// Dist holds the built page below the folder dist. It is committed, so that a
// clean clone builds without Node.
//
//go:embed all:dist
var Dist embed.FS

// FS is the built page with index.html at its root.
func FS() fs.FS {
	sub, err := fs.Sub(Dist, "dist")
	if err != nil {
		// Only a malformed path makes Sub fail, and this one is constant.
		panic(err)
	}
	return sub
}
