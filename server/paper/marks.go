package paper

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"strconv"
	"strings"

	"sineng/ent/term"
	"sineng/server/exchange/sheet"
)

// The first column of an exported sheet is hidden and holds marks, by which an
// import recognises the form, where each table begins, and the register row of
// each row. Beside a row's key are fingerprints of its cells, which
// distinguish a change in the file from a change in the register since the
// export.
const (
	markForm    = sheet.MarkForm
	markNone    = "-" // a line that is not imported
	markMore    = sheet.MarkMore
	markRow     = "r "
	markField   = "f "
	markSection = "# "
	markKeys    = sheet.MarkKeys
)

// Origin identifies the form that a file was exported from.
type Origin struct {
	Format     int           `json:"v"`
	Form       string        `json:"form,omitempty"` // id in base 36
	Kind       term.FormKind `json:"kind"`
	Year       int           `json:"year"`
	Campaign   string        `json:"campaign"`
	Unit       string        `json:"unit"` // id in base 36
	UnitName   string        `json:"unitName"`
	Person     string        `json:"person,omitempty"`
	PersonName string        `json:"personName,omitempty"`
	Revision   int           `json:"revision"`
	Hash       string        `json:"hash"`
}

// originFormat is the version of the format of the marks.
const originFormat = 1

// Origin returns the origin of the document.
func (d Document) Origin() Origin {
	c := d.Content
	o := Origin{Format: originFormat, Kind: c.Kind, Year: c.Year, Campaign: c.Campaign, Unit: strconv.FormatInt(c.Unit.ID, 36), UnitName: c.Unit.Name,
		Revision: c.Revision, Hash: d.Hash}
	if d.FormID != 0 {
		o.Form = strconv.FormatInt(d.FormID, 36)
	}
	if c.Person != nil {
		o.Person, o.PersonName = strconv.FormatInt(c.Person.ID, 36), c.Person.Name
	}
	return o
}

func (o Origin) mark() string {
	text, _ := json.Marshal(o) // contains only texts and numbers, cannot fail
	return markForm + string(text)
}

func readOrigin(mark string) (o Origin, ok bool) {
	text, ok := strings.CutPrefix(strings.TrimSpace(mark), markForm)
	if !ok || json.Unmarshal([]byte(text), &o) != nil || o.Format != originFormat {
		return Origin{}, false
	}
	return o, true
}

// fingerprintSize is the length of a cell's fingerprint in characters.
const fingerprintSize = 4

// fingerprintOf returns a short fingerprint of a text, by which a change is
// detected.
func fingerprintOf(text string) string {
	sum := sha256.Sum256([]byte(shown(text)))
	return base64.RawURLEncoding.EncodeToString(sum[:])[:fingerprintSize]
}

// rowMark returns the mark of a row: its key and the fingerprints of its cells
// in the order of the columns.
func rowMark(key string, texts []string) string {
	var fingerprints strings.Builder
	for _, t := range texts {
		fingerprints.WriteString(fingerprintOf(t))
	}
	return markRow + key + " " + fingerprints.String()
}

func fieldMark(code, text string) string { return markField + code + " " + fingerprintOf(text) }

func sectionMark(code string) string { return markSection + code }

// readRowMark parses a mark; fingerprints is nil when the mark is damaged.
func readRowMark(mark string, columns int) (key string, fingerprints []string) {
	rest, _ := strings.CutPrefix(mark, markRow)
	key, all, _ := strings.Cut(strings.TrimSpace(rest), " ")
	if len(all) != columns*fingerprintSize {
		return key, nil
	}
	for i := range columns {
		fingerprints = append(fingerprints, all[i*fingerprintSize:(i+1)*fingerprintSize])
	}
	return key, fingerprints
}
