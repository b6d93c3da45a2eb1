package paper

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"time"
)

// fixedTime is the date of files inside an archive, so that the same content
// gives the same bytes. It is the earliest date of the format.
var fixedTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// part is a file inside an archive.
type part struct {
	name string
	data []byte
}

// pack writes parts into an archive in their order.
func pack(w io.Writer, parts []part) error {
	z := zip.NewWriter(w)
	for _, p := range parts {
		to, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: fixedTime})
		if err != nil {
			return err
		}
		if _, err := to.Write(p.data); err != nil {
			return err
		}
	}
	return z.Close()
}

// repack rewrites an archive with its parts in order and without dates.
func repack(w io.Writer, data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	var parts []part
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return err
		}
		content, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		if err := r.Close(); err != nil {
			return err
		}
		parts = append(parts, part{f.Name, content})
	}
	slices.SortFunc(parts, func(a, b part) int {
		// Some readers expect the list of content types to be the first part.
		if first := func(p part) bool { return p.name == "[Content_Types].xml" }; first(a) != first(b) {
			if first(a) {
				return -1
			}
			return 1
		}
		return strings.Compare(a.name, b.name)
	})
	return pack(w, parts)
}
