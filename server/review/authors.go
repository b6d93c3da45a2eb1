package review

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	entform "sineng/ent/form"
	"sineng/ent/formsubmission"
	"sineng/server/form"
)

// preparers are the accounts and the people who prepared a form that is handed in: those who
// typed in it, and those who wrote in its rows since it was last filed. They are kept with the
// form, which the log answers for.
func (s *Service) preparers(ctx context.Context, r *round, content *form.Content) (accounts, people []int64, err error) {
	before, since, err := s.lastFiled(ctx, r.tx.Client(), r.form)
	if err != nil {
		return nil, nil, err
	}
	authors, err := s.forms.Authors(ctx, before, content, since)
	accounts, people = slices.Clone(r.form.PreparedBy), slices.Clone(r.form.PreparedByPersons)
	for _, id := range authors.Accounts {
		accounts = with(accounts, id)
	}
	for _, id := range authors.People {
		people = with(people, id)
	}
	return accounts, people, err
}

// lastFiled is what was last filed of a form, and when it was handed in: its own revision
// before, or else the newest form of its kind and subject in another campaign; nil for none.
func (s *Service) lastFiled(ctx context.Context, client *ent.Client, f *ent.Form) (*form.Content, time.Time, error) {
	sys, old := everywhere(ctx), f
	if f.FiledHash == "" {
		var err error
		old, err = client.Form.Query().Where(entform.KindEQ(f.Kind), entform.SubjectID(f.SubjectID), entform.FiledHashNEQ("")).
			Order(ent.Desc(entform.FieldFiledAt, entform.FieldID)).First(sys)
		if ent.IsNotFound(err) {
			return nil, time.Time{}, nil
		}
		if err != nil {
			return nil, time.Time{}, err
		}
	}
	sub, err := client.FormSubmission.Query().Where(formsubmission.FormID(old.ID), formsubmission.EndedBy(endedFiled)).
		Order(ent.Desc(formsubmission.FieldNumber)).First(sys)
	if err != nil {
		return nil, time.Time{}, err
	}
	content, err := s.frozen(ctx, client, old.ID, old.FiledHash)
	return content, sub.At, err
}
