package review

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/formsubmission"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/form"
)

// Base is what a form is compared with; the values match ComparisonBase of the API.
type Base string

// The bases.
const (
	// LastSubmission is the previous submission.
	LastSubmission Base = "LAST_SUBMISSION"
	// LastFiled is the previously filed revision.
	LastFiled Base = "LAST_FILED"
	// LastYear is the form filed in the campaign that this one continues.
	LastYear Base = "LAST_YEAR"
)

// Compared is a form's content side by side with an earlier one.
type Compared struct {
	*form.Comparison
	With Base
	// BeforeYear, BeforeRevision and BeforeAt identify the earlier content.
	BeforeYear     int
	BeforeRevision int
	BeforeAt       time.Time
	// AfterHash is the hash of the submission, empty where the register is compared.
	AfterHash string
}

// Compare compares a form with an earlier content: the submission if there is one, else the
// register's content. It returns nil where there is nothing to compare with.
func (s *Service) Compare(ctx context.Context, formID int64, base Base) (*Compared, error) {
	f, err := s.forms.Get(ctx, formID)
	if err != nil {
		return nil, err
	}
	client, out := s.store.Reader(ctx), &Compared{With: base}
	var present *ent.FormSubmission
	if f.SubmissionID != nil && f.State != term.FormStateDraft {
		if present, err = client.FormSubmission.Get(everywhere(ctx), *f.SubmissionID); err != nil {
			return nil, err
		}
		out.AfterHash = present.Hash
	}
	var before *form.Content
	if base == LastYear {
		old, content, err := s.lastYear(ctx, client, f)
		if err != nil || old == nil {
			return nil, err
		}
		before, out.BeforeYear, out.BeforeRevision = content, content.Year, content.Revision
		if old.FiledAt != nil {
			out.BeforeAt = *old.FiledAt
		}
	} else {
		old, err := s.earlier(ctx, client, f, present, base)
		if err != nil || old == nil {
			return nil, err
		}
		hash := old.Hash
		if base == LastFiled && (present == nil || present.EndedBy != endedFiled) {
			hash = f.FiledHash // includes the grades decided during the review
		}
		if before, err = s.frozen(ctx, client, f.ID, hash); err != nil {
			return nil, err
		}
		out.BeforeYear, out.BeforeRevision, out.BeforeAt = before.Year, old.Revision, old.At
	}
	after, err := s.after(ctx, client, f, present)
	if err != nil {
		return nil, err
	}
	out.Comparison = form.Compare(before, after)
	return out, nil
}

// after is the form's present content: the submission, or else the register's.
func (s *Service) after(ctx context.Context, client *ent.Client, f *ent.Form, present *ent.FormSubmission) (*form.Content, error) {
	if present != nil {
		return s.frozen(ctx, client, f.ID, present.Hash)
	}
	return s.forms.Current(everywhere(ctx), f)
}

// earlier is the submission that the present one, or the draft, is compared with; nil for
// none.
func (s *Service) earlier(ctx context.Context, client *ent.Client, f *ent.Form, present *ent.FormSubmission, base Base) (*ent.FormSubmission, error) {
	q := client.FormSubmission.Query().Where(formsubmission.FormID(f.ID)).Order(ent.Desc(formsubmission.FieldNumber))
	if present != nil {
		q.Where(formsubmission.NumberLT(present.Number))
	}
	switch base {
	case LastSubmission:
	case LastFiled:
		q.Where(formsubmission.EndedBy(endedFiled))
	default:
		return nil, fault.Bad("with", "UNKNOWN_BASE", "没有这种对照", "There is no such comparison")
	}
	old, err := q.First(everywhere(ctx))
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return old, err
}

// YearDifference is how a form differs from the year before, with the explanations.
type YearDifference struct {
	Form     *ent.Form
	Previous *ent.Form
	// Comparison holds the explanations as the notes of its rows.
	Comparison *Compared
	// Explained counts the changed rows that have a note, Unexplained those that lack one.
	Explained, Unexplained int
	// Confirmed is true when the unchanged rows were confirmed together.
	Confirmed bool
}

// YearDifference returns the difference between a form and that of the year before; nil where
// there is none.
func (s *Service) YearDifference(ctx context.Context, formID int64) (*YearDifference, error) {
	c, err := s.Compare(ctx, formID, LastYear)
	if err != nil || c == nil {
		return nil, err
	}
	f, err := s.forms.Get(ctx, formID)
	if err != nil {
		return nil, err
	}
	old, _, err := s.lastYear(ctx, s.store.Reader(ctx), f)
	if err != nil {
		return nil, err
	}
	extras, err := s.forms.Extras(everywhere(ctx), f)
	if err != nil {
		return nil, err
	}
	out, layout := &YearDifference{Form: f, Previous: old, Comparison: c, Confirmed: extras.Confirmed}, form.LayoutOf(f.Kind)
	for i := range c.Sections {
		for j := range c.Sections[i].Rows {
			row := &c.Sections[i].Rows[j]
			if row.Kind == form.RowSame {
				continue
			}
			if note := extras.Notes[row.Key]; note != "" {
				row.Note = note
			} else if row.Kind == form.RowRemoved {
				row.Note = "" // a note from the year before is no explanation
			}
			if row.Note != "" {
				out.Explained++
			} else if layout.Entered(*row) {
				out.Unexplained++
			}
		}
	}
	return out, nil
}
