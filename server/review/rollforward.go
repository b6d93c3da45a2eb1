package review

import (
	"context"

	"sineng/ent"
	"sineng/ent/campaign"
	entform "sineng/ent/form"
	"sineng/server/form"
)

// lastYear is the filed form of the same kind and subject in the campaign that this one
// continues, with its content; nil where there is none.
func (s *Service) lastYear(ctx context.Context, client *ent.Client, f *ent.Form) (*ent.Form, *form.Content, error) {
	sys := everywhere(ctx)
	c, err := client.Campaign.Query().Where(campaign.ID(f.CampaignID)).Only(sys)
	if err != nil || c.PreviousID == nil {
		return nil, nil, err
	}
	old, err := client.Form.Query().Where(entform.CampaignID(*c.PreviousID), entform.KindEQ(f.Kind), entform.SubjectID(f.SubjectID), entform.FiledHashNEQ("")).Only(sys)
	if ent.IsNotFound(err) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	content, err := s.frozen(ctx, client, old.ID, old.FiledHash)
	return old, content, err
}

// unexplained are the problems of a form that continues one of the year before: unchanged rows
// that were not confirmed, and changed rows without an explanation.
func (s *Service) unexplained(ctx context.Context, r *round, now *form.Content) ([]form.Problem, error) {
	_, before, err := s.lastYear(ctx, r.tx.Client(), r.form)
	if err != nil || before == nil {
		return nil, err
	}
	extras, err := s.forms.Extras(ctx, r.form)
	if err != nil {
		return nil, err
	}
	return Unexplained(before, now, extras), nil
}

// Unexplained are the problems that Submit will find in a draft as compared with the form
// filed the year before; nil where none was filed, or where the viewer may not see the draft.
func (s *Service) Unexplained(ctx context.Context, f *form.Filling) ([]form.Problem, error) {
	if !f.Draft {
		return nil, nil
	}
	_, before, err := s.lastYear(ctx, s.store.Reader(ctx), f.Form)
	if err != nil || before == nil {
		return nil, err
	}
	now, extras := f.Content()
	out := Unexplained(before, now, extras)
	if out == nil {
		out = []form.Problem{}
	}
	return out, nil
}

// Unexplained are the problems of a content as compared with that of the year before: changed,
// added or removed rows without a note, and unchanged rows that were not confirmed.
func Unexplained(before, now *form.Content, extras form.Extras) []form.Problem {
	var out []form.Problem
	edited := form.Edited(before, now)
	changed := map[string]bool{}
	for _, row := range edited {
		changed[row.Section+"/"+row.Key] = true
		if row.Section == "" || row.Note != "" && row.Kind != form.RowRemoved || extras.Notes[row.Key] != "" {
			continue
		}
		p := form.Problem{Section: &row.Section, Key: &row.Key, Reason: "CHANGE_UNEXPLAINED"}
		switch name := nameOf(row); row.Kind {
		case form.RowAdded:
			p.ZH, p.EN = "“"+name+"”为本年新增,请说明原因", "“"+name+"” is new this year: explain it"
		case form.RowRemoved:
			p.ZH, p.EN = "“"+name+"”上年有而本年没有,请说明原因", "“"+name+"” was there last year and is gone: explain it"
		default:
			p.ZH, p.EN = "“"+name+"”与上年不同,请说明原因", "“"+name+"” differs from last year: explain it"
		}
		out = append(out, p)
	}
	same := 0
	for _, section := range now.Sections {
		for _, row := range section.Rows {
			if !changed[section.Code+"/"+row.Key] {
				same++
			}
		}
	}
	if same > 0 && !extras.Confirmed {
		out = append(out, form.Problem{Reason: "UNCHANGED_UNCONFIRMED", ZH: "未变化的内容须一次性确认与上年一致", EN: "Confirm in one act that the rows that did not change still hold"})
	}
	return out
}
