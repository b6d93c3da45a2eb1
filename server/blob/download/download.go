// Package download says how a file is handed to a browser.
package download

import (
	"net/http"
	"net/url"
	"path"
	"strings"
)

// Media types of files that the program makes.
const (
	XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	ZIP  = "application/zip"
)

// Attachment sets the headers of a file that is saved and never shown, under a name that
// somebody may have chosen.
func Attachment(h http.Header, name, mediaType string) {
	h.Set("Content-Type", mediaType)
	h.Set("Content-Disposition", `attachment; filename="file`+ending(name)+`"; filename*=UTF-8''`+extended(name))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "sandbox; default-src 'none'")
	h.Set("Cache-Control", "no-store")
}

// ending is the ending of a file's name, "" unless it is of plain letters and figures.
func ending(name string) string {
	end := path.Ext(name)
	for _, r := range strings.TrimPrefix(end, ".") {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') {
			return ""
		}
	}
	return end
}

// extended writes a text as a parameter of a header may hold it (RFC 8187), of which a path
// leaves more as it is.
func extended(text string) string { return strings.ReplaceAll(url.QueryEscape(text), "+", "%20") }
