package paper

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"strconv"
	"strings"

	"sineng/ent/term"
)

// The first column of an exported sheet is hidden and holds marks, by which the file is
// understood when it comes back: what form it is, where each table begins, and which row of
// the register each of its rows shows. Beside the key of a row stands a print of each of its
// cells, so that what was changed in the file is told from what was changed in the register
// meanwhile.
const (
	markForm    = "sineng-form "
	markNone    = "-" // a line that is not read
	markMore    = "+" // goes on with the row above, which is taller than a spreadsheet's row
	markRow     = "r "
	markField   = "f "
	markSection = "# "
	markKeys    = "k " // keys of all rows that were exported
)

// Origin says which form a file was exported from.
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

// originFormat is the version of the marks.
const originFormat = 1

// Origin says which form the document is of.
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
	text, _ := json.Marshal(o) // of texts and numbers alone, which cannot fail
	return markForm + string(text)
}

func readOrigin(mark string) (o Origin, ok bool) {
	text, ok := strings.CutPrefix(strings.TrimSpace(mark), markForm)
	if !ok || json.Unmarshal([]byte(text), &o) != nil || o.Format != originFormat {
		return Origin{}, false
	}
	return o, true
}

// fingerprintSize is how many characters the fingerprint of a cell has.
const fingerprintSize = 4

// fingerprintOf is a short fingerprint of a text, by which a change of it is seen.
func fingerprintOf(text string) string {
	sum := sha256.Sum256([]byte(shown(text)))
	return base64.RawURLEncoding.EncodeToString(sum[:])[:fingerprintSize]
}

// rowMark marks a row of the table by its key and the fingerprints of its cells in the order of
// the columns.
func rowMark(key string, texts []string) string {
	var fingerprints strings.Builder
	for _, t := range texts {
		fingerprints.WriteString(fingerprintOf(t))
	}
	return markRow + key + " " + fingerprints.String()
}

func fieldMark(code, text string) string { return markField + code + " " + fingerprintOf(text) }

func sectionMark(code string) string { return markSection + code }

// readRowMark takes a mark apart; fingerprints is empty where it was damaged.
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
