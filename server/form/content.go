// Package form shows the register as the four forms 表1 to 表4, keeps what is typed into
// them, and writes it into the register.
package form

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"sineng/ent/term"
)

// Format is the version of the structure of Content, stored in each content.
const Format = 1

// Content is the text of a form, as it is submitted, compared, printed and
// filed.
type Content struct {
	Format   int           `json:"format"`
	Kind     term.FormKind `json:"kind"`
	Year     int           `json:"year"`
	Campaign string        `json:"campaign"`
	Unit     Named         `json:"unit"`
	// Person is the person of a personal form, nil for a department's.
	Person   *Named `json:"person,omitempty"`
	Revision int    `json:"revision"`
	// PreparedBy and PreparedOn say who submitted it and on which day.
	PreparedBy string `json:"preparedBy,omitempty"`
	PreparedOn string `json:"preparedOn,omitempty"`
	// Fields are the cells outside the tables, by their code (表3: 姓名, 职务, 廉洁承诺
	// …).
	Fields []Cell `json:"fields,omitempty"`
	// Sections are the tables, in the order of the layout.
	Sections []Section `json:"sections"`
	// ReviewDecisions are those in force when the form was filed, none before.
	ReviewDecisions []ReviewDecision `json:"reviewDecisions,omitempty"`
	// FiledNumber 备案编号 and FiledOn are set when the form is filed.
	FiledNumber string `json:"filedNumber,omitempty"`
	FiledOn     string `json:"filedOn,omitempty"`
}

// Named is a unit or a person as the form names them.
type Named struct {
	ID   int64  `json:"id"`
	Code string `json:"code,omitempty"` // unit code or staff number
	Name string `json:"name"`
}

// Section is a table of a form.
type Section struct {
	Code string `json:"code"`
	Rows []Row  `json:"rows"`
}

// Row is a line of a table.
type Row struct {
	// Key is the id of the register row in base 36, or "new-…" for a row that
	// is not in the register yet.
	Key   string `json:"key"`
	Cells []Cell `json:"cells"`
	// Note explains a change against the previous year.
	Note string `json:"note,omitempty"`
}

// Cell is the text of a column in Chinese, as printed.
type Cell struct {
	Code string `json:"code"`
	Text string `json:"text"`
}

// ReviewDecision is a signed review decision as printed.
type ReviewDecision struct {
	Stage  term.FormState `json:"stage"`
	Text   string         `json:"text"`
	Signer string         `json:"signer"`
	Title  string         `json:"title,omitempty"`
	Behalf string         `json:"behalf,omitempty"`
	At     string         `json:"at"` // RFC 3339, UTC
}

// Text returns the text of a column of the row, "" when empty.
func (r Row) Text(code string) string { return text(r.Cells, code) }

// Field returns the text of a cell outside the tables, "" when empty.
func (c *Content) Field(code string) string { return text(c.Fields, code) }

func text(cells []Cell, code string) string {
	for _, c := range cells {
		if c.Code == code {
			return c.Text
		}
	}
	return ""
}

// Encode returns the content as canonical JSON: equal contents give equal
// bytes.
func (c *Content) Encode() ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(c); err != nil {
		return nil, err
	}
	return bytes.TrimRight(out.Bytes(), "\n"), nil
}

// Hash returns the SHA-256 of an encoded content in hexadecimal.
func Hash(encoded []byte) string {
	sum := sha256.Sum256(encoded)
	return hex.EncodeToString(sum[:])
}

// Decode reads an encoded content.
func Decode(encoded []byte) (*Content, error) {
	var c Content
	if err := json.Unmarshal(encoded, &c); err != nil {
		return nil, fmt.Errorf("reading the content of a form: %w", err)
	}
	if c.Format != Format {
		return nil, fmt.Errorf("the content of a form has the format %d, this program reads %d", c.Format, Format)
	}
	return &c, nil
}
