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

// Format is the version of Content's form, written into every one of them.
const Format = 1

// Content is a form as it reads: what is submitted, compared, printed and filed.
type Content struct {
	Format   int           `json:"format"`
	Kind     term.FormKind `json:"kind"`
	Year     int           `json:"year"`
	Campaign string        `json:"campaign"`
	Unit     Named         `json:"unit"`
	// Person is whose form it is; nil for a department's.
	Person   *Named `json:"person,omitempty"`
	Revision int    `json:"revision"`
	// PreparedBy and PreparedOn are who handed it in and on which day.
	PreparedBy string `json:"preparedBy,omitempty"`
	PreparedOn string `json:"preparedOn,omitempty"`
	// Fields are the cells that stand once, by their code (表3: 姓名, 职务, 廉洁承诺 …).
	Fields []Cell `json:"fields,omitempty"`
	// Sections are its tables, in the order of the layout.
	Sections []Section `json:"sections"`
	// ReviewDecisions are those in force when it was filed; none before.
	ReviewDecisions []ReviewDecision `json:"reviewDecisions,omitempty"`
	// FiledNumber 备案编号 and FiledOn are set when it is filed.
	FiledNumber string `json:"filedNumber,omitempty"`
	FiledOn     string `json:"filedOn,omitempty"`
}

// Named is a unit or a person as the form names them.
type Named struct {
	ID   int64  `json:"id"`
	Code string `json:"code,omitempty"` // of a unit its code, of a person the staff number
	Name string `json:"name"`
}

// Section is a table of a form.
type Section struct {
	Code string `json:"code"`
	Rows []Row  `json:"rows"`
}

// Row is a line of a table.
type Row struct {
	// Key is the id of the row of the register in base 36, or "new-…" for one that is not
	// written into it yet.
	Key   string `json:"key"`
	Cells []Cell `json:"cells"`
	// Note explains what changed against the year before.
	Note string `json:"note,omitempty"`
}

// Cell is what stands in a column, as text in Chinese, the way it is printed.
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

// Text is what stands in a column of the row, "" for nothing.
func (r Row) Text(code string) string { return text(r.Cells, code) }

// Field is what stands in a cell that stands once, "" for nothing.
func (c *Content) Field(code string) string { return text(c.Fields, code) }

func text(cells []Cell, code string) string {
	for _, c := range cells {
		if c.Code == code {
			return c.Text
		}
	}
	return ""
}

// Encode is the content as canonical JSON: the same content is always the same bytes.
func (c *Content) Encode() ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(c); err != nil {
		return nil, err
	}
	return bytes.TrimRight(out.Bytes(), "\n"), nil
}

// Hash is the SHA-256 of an encoded content, in hexadecimal.
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
