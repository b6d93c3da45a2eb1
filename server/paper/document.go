// Package paper exports the four forms as xlsx and docx files that look like
// the printed form, exports a whole campaign as one archive, and imports a
// filled xlsx file into a form's draft.
package paper

import (
	"fmt"

	"sineng/ent/term"
	"sineng/server/form"
)

// Document is a form to be exported.
type Document struct {
	Content *form.Content
	// Hash is the SHA-256 of the encoded content, in hexadecimal.
	Hash   string
	Layout form.Layout
	// State is the form's state at that time. Any form that is not filed says
	// so on paper.
	State term.FormState
	// FormID is the form's id in the database, 0 where it has none.
	FormID int64
}

// NewDocument makes the document of a content and computes its hash.
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

// Subject returns the unit or person of the form, for file names.
func (d Document) Subject() string {
	if d.Content.Person != nil {
		return d.Content.Person.Name
	}
	return d.Content.Unit.Name
}

// Title returns e.g. 表1 部门权力登记表.
func (d Document) Title() string { return d.Layout.Number + " " + d.Layout.ZH }

// FileName returns the name of the document's file without extension.
func (d Document) FileName() string {
	return safeName(fmt.Sprintf("%s-%s-%s-%d年", d.Layout.Number, d.Layout.ZH, d.Subject(), d.Content.Year))
}

// landscape reports whether the paper is landscape; only the personal form is
// portrait.
func (d Document) landscape() bool { return d.Content.Kind != term.FormKindPersonal }

// status says that a form is not filed and in which state it is; empty for a
// filed one.
func (d Document) status() string {
	switch {
	case d.Content.FiledOn != "" || d.Content.FiledNumber != "":
		return ""
	case d.State == "":
		return "未备案"
	}
	return "未备案 · " + d.State.Label("zh")
}

// hashShown is how many hexadecimal digits of a hash are printed.
const hashShown = 16

// foot returns the left part of the page footer.
func (d Document) foot() string {
	text := fmt.Sprintf("修订 第%d次", d.Content.Revision)
	if d.Hash != "" {
		text += "  SHA-256 " + d.Hash[:min(hashShown, len(d.Hash))]
	}
	return text
}

// footEnd returns the right part of the page footer.
func (d Document) footEnd() string {
	if d.Content.FiledNumber != "" {
		return "备案编号 " + d.Content.FiledNumber
	}
	return d.status()
}
