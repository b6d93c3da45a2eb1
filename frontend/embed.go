// Package frontend carries the built admin page.
package frontend

import (
	"embed"
	"encoding/json"
	"fmt"
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

// Manifest is the file of the built page that holds its GraphQL documents.
const Manifest = "operations.json"

// Documents are the GraphQL documents that the page sends, by the SHA-256 of their text in
// hexadecimal. The build writes them down.
func Documents() (map[string]string, error) {
	text, err := fs.ReadFile(FS(), Manifest)
	if err != nil {
		return nil, fmt.Errorf("the page's documents: %w", err)
	}
	var out map[string]string
	if err := json.Unmarshal(text, &out); err != nil {
		return nil, fmt.Errorf("the page's documents: %w", err)
	}
	return out, nil
}
