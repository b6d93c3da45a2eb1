package migrate

import (
	"embed"
	"io/fs"
)

//go:embed mysql/*.sql sqlite/*.sql
var files embed.FS

// Files are the versioned migrations of a dialect, "mysql" or "sqlite".
func Files(dialect string) (fs.FS, error) { return fs.Sub(files, dialect) }
