// Package paper puts the four forms on paper: as xlsx and docx files that look like the
// printed form, as one archive of a whole campaign, and back from a filled xlsx file into a
// form's draft.
package paper

import (
	"fmt"

	"sineng/ent/term"
	"sineng/server/form"
)

// Document is a form to be put on paper.
type Document struct {
	Content *form.Content
	// Hash is the SHA-256 of the encoded content, in hexadecimal.
	Hash   string
	Layout form.Layout
	// State is where the form stood. All but a filed one say on paper that they are not filed.
	State term.FormState
	// FormID is the form's id in the database, 0 where it has none.
	FormID int64
}

// NewDocument is the document of a content, whose hash it works out.
func NewDocument(c *form.Content, state term.FormState, formID int64) (Document, error) {
	if form.LayoutOf(c.Kind).Kind == "" {
		return Document{}, fmt.Errorf("there is no layout of the form %q", c.Kind)
	}
	encoded, err := c.Encode()
	if err != nil {
		return Document{}, err
	}
	return Document{Content: c, Hash: form.Hash(encoded), Layout: form.LayoutOf(c.Kind), State: state, FormID: formID}, nil
}

// Subject is whose form it is, as a file is named after it.
func (d Document) Subject() string {
	if d.Content.Person != nil {
		return d.Content.Person.Name
	}
	return d.Content.Unit.Name
}

// Title is e.g. 表1 部门权力登记表.
func (d Document) Title() string { return d.Layout.Number + " " + d.Layout.ZH }

// FileName is what a file of the document is called, without an ending.
func (d Document) FileName() string {
	return safeName(fmt.Sprintf("%s-%s-%s-%d年", d.Layout.Number, d.Layout.ZH, d.Subject(), d.Content.Year))
}

// landscape tells whether the paper lies on its side: all but the personal form do.
func (d Document) landscape() bool { return d.Content.Kind != term.FormKindPersonal }

// status says that a form is not filed, and where it stands; empty for a filed one.
func (d Document) status() string {
	switch {
	case d.Content.FiledOn != "" || d.Content.FiledNumber != "":
		return ""
	case d.State == "":
		return "未备案"
	}
	return "未备案 · " + d.State.Label("zh")
}

// hashShown is how much of a hash stands on paper, in hexadecimal digits.
const hashShown = 16

// foot is what stands at the left end of each page's foot.
func (d Document) foot() string {
	text := fmt.Sprintf("修订 第%d次", d.Content.Revision)
	if d.Hash != "" {
		text += "  SHA-256 " + d.Hash[:min(hashShown, len(d.Hash))]
	}
	return text
}

// footEnd is what stands at its right end.
func (d Document) footEnd() string {
	if d.Content.FiledNumber != "" {
		return "备案编号 " + d.Content.FiledNumber
	}
	return d.status()
}
