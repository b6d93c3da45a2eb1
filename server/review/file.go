package review

import (
	"context"
	"fmt"
	"strconv"
	"time"
	"unicode/utf8"

	"sineng/ent"
	"sineng/server/form"
)

// longestNumber is the greatest length of a filing number.
const longestNumber = 64

// file freezes a form under a filing number: the submission with the present decided grades,
// and the review decisions in force.
func (s *Service) file(ctx context.Context, r *round, update *ent.FormUpdateOne) error {
	sys := everywhere(ctx)
	u, err := r.tx.Unit.Get(sys, r.form.UnitID)
	if err != nil {
		return err
	}
	var p *ent.Person
	if r.form.PersonID != nil {
		if p, err = r.tx.Person.Get(sys, *r.form.PersonID); err != nil {
			return err
		}
	}
	content, err := s.decided(ctx, r)
	if err != nil {
		return err
	}
	number := filedNumber(r.campaign.Year, r.form, u, p)
	content.ReviewDecisions, content.FiledNumber, content.FiledOn = printed(r.approvals()), number, s.store.Today().Format("2006-01-02")
	hash, err := s.freeze(ctx, r, content)
	if err != nil {
		return err
	}
	update.SetFiledAt(s.store.Now()).SetFiledNumber(number).SetFiledHash(hash).ClearPublicityUntil()
	return s.ended(ctx, r, endedFiled, "")
}

// decided is the submission with the present decided grades.
func (s *Service) decided(ctx context.Context, r *round) (*form.Content, error) {
	content, err := s.frozen(ctx, r.tx.Client(), r.form.ID, r.submission.Hash)
	if err != nil {
		return nil, err
	}
	now, err := s.forms.Current(everywhere(ctx), r.form)
	if err != nil {
		return nil, err
	}
	refresh(content, now)
	return content, nil
}

// refresh updates a content with the grades decided since it was submitted.
func refresh(content, now *form.Content) {
	decided := map[string]map[string]string{} // by row, then by column
	layout := form.LayoutOf(content.Kind)
	columns := map[string][]form.Column{}
	for _, t := range layout.Tables {
		columns[t.Code] = t.Columns
	}
	for _, s := range now.Sections {
		for _, r := range s.Rows {
			cells := map[string]string{}
			for _, c := range columns[s.Code] {
				if c.Decided {
					cells[c.Code] = r.Text(c.Code)
				}
			}
			decided[s.Code+"/"+r.Key] = cells
		}
	}
	for _, s := range content.Sections {
		for i, r := range s.Rows {
			for code, text := range decided[s.Code+"/"+r.Key] {
				s.Rows[i].Cells = set(s.Rows[i].Cells, code, text)
			}
		}
	}
}

// set sets the text of a cell; a missing cell is added for a text that is not empty.
func set(cells []form.Cell, code, text string) []form.Cell {
	for i := range cells {
		if cells[i].Code == code {
			cells[i].Text = text
			return cells
		}
	}
	if text == "" {
		return cells
	}
	return append(cells, form.Cell{Code: code, Text: text})
}

// printed converts review decisions to those of a form's content.
func printed(decisions []*ent.ReviewDecision) []form.ReviewDecision {
	var out []form.ReviewDecision
	for _, o := range decisions {
		out = append(out, form.ReviewDecision{Stage: o.Stage, Text: o.Text, Signer: o.SignerName, Title: o.SignerTitle, Behalf: o.BehalfName,
			At: o.At.UTC().Format(time.RFC3339)})
	}
	return out
}

// filedNumber 备案编号 is the year, the form, the unit, the person of a personal form and the
// revision: 2026-表1-DJ03-r1. A code that is too long is replaced by the id.
func filedNumber(year int, f *ent.Form, u *ent.Unit, p *ent.Person) string {
	of, short := u.Code, strconv.FormatInt(u.ID, 36)
	if p != nil {
		id := strconv.FormatInt(p.ID, 36)
		short += "-" + id
		if p.StaffNumber != nil && *p.StaffNumber != "" {
			id = *p.StaffNumber
		}
		of += "-" + id
	}
	number := func(of string) string {
		return fmt.Sprintf("%d-%s-%s-r%d", year, form.LayoutOf(f.Kind).Number, of, f.Revision)
	}
	if out := number(of); utf8.RuneCountInString(out) <= longestNumber {
		return out
	}
	return number(short)
}
