package review

import (
	"context"
	"errors"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/formsnapshot"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/form"
	"sineng/server/org"
)

// SubmitForm is the input of Service.Submit.
type SubmitForm struct {
	FormID          int64
	ExpectedVersion int
	// LateReason is required after the deadline.
	LateReason string
}

// Submitted is the result of Submit.
type Submitted struct {
	Form *ent.Form
	// Problems prevent the submission; the form stays a draft.
	Problems []form.Problem
}

// Submit writes the draft into the register, freezes the resulting content and submits it.
// Where there are problems, it writes nothing.
func (s *Service) Submit(ctx context.Context, in SubmitForm) (*Submitted, error) {
	late := strings.TrimSpace(in.LateReason)
	if bad := org.Length("lateReason", late, 0, 500, "逾期原因", "The reason"); bad != nil {
		return nil, bad
	}
	var problems []form.Problem
	f, err := s.within(ctx, func(ctx context.Context, tx *ent.Tx) (*ent.Form, *fault.Error, error) {
		r, err := s.hold(ctx, tx, in.FormID)
		if err != nil {
			return nil, nil, err
		}
		if err := r.open(in.ExpectedVersion); err != nil {
			return nil, nil, err
		}
		if _, err := s.acts(ctx, r, Submit); err != nil {
			return nil, nil, err
		}
		to, err := Next(r.form.State, Submit, Facts{Kind: r.form.Kind})
		if err != nil {
			return nil, nil, err
		}
		isLate := form.Overdue(r.form, s.store.Today())
		if isLate && late == "" {
			day := r.form.DueOn.Format("2006-01-02")
			return nil, nil, fault.Bad("lateReason", "PAST_DEADLINE", "该表格的填报截止日期是 "+day+",现已逾期;请说明逾期原因后再提交,已填内容不受影响",
				"The form was due on "+day+"; say why it is late to hand it in. What was filled in stays")
		}
		if problems, err = s.forms.Apply(ctx, r.form); err != nil || len(problems) > 0 {
			return nil, nil, orProblems(err)
		}
		// Applying the draft may have changed the form.
		if r.form, err = tx.Form.Get(everywhere(ctx), r.form.ID); err != nil {
			return nil, nil, err
		}
		content, err := s.forms.Current(everywhere(ctx), r.form)
		if err != nil {
			return nil, nil, err
		}
		problems, err = s.unexplained(ctx, r, content)
		if problems = append(form.Blanks(content), problems...); err != nil || len(problems) > 0 {
			return nil, nil, orProblems(err)
		}
		if err := s.handIn(ctx, r, content, isLate); err != nil {
			return nil, nil, err
		}
		if err := s.enter(ctx, r, to); err != nil {
			return nil, nil, err
		}
		return r.form, nil, s.record(ctx, r.form, term.AuditActionSubmitForm, authz.FillForms, late)
	})
	if errors.Is(err, errProblems) {
		f, err = s.forms.Get(ctx, in.FormID)
		return &Submitted{Form: f, Problems: problems}, err
	}
	if err != nil {
		return nil, err
	}
	return &Submitted{Form: f.Unwrap()}, nil
}

// errProblems rolls back the transaction of a form that has problems.
var errProblems = errors.New("the form has problems")

func orProblems(err error) error {
	if err != nil {
		return err
	}
	return errProblems
}

// handIn freezes a content and records the submission.
func (s *Service) handIn(ctx context.Context, r *round, content *form.Content, late bool) error {
	v, sys := viewer.Actor(ctx), everywhere(ctx)
	name := "系统"
	number := 1
	if r.submission != nil {
		number = r.submission.Number + 1
	}
	create := r.tx.FormSubmission.Create().SetFormID(r.form.ID).SetNillablePersonID(r.form.PersonID).SetRevision(r.form.Revision).SetNumber(number).
		SetAt(s.store.Now()).SetLate(late)
	accounts, people, err := s.preparers(ctx, r, content)
	if err != nil {
		return err
	}
	if v != nil {
		name = v.Name
		if v.AccountID != 0 {
			create.SetAccountID(v.AccountID)
			accounts = with(accounts, v.AccountID)
		}
		if v.PersonID != 0 {
			p, err := r.tx.Person.Get(sys, v.PersonID)
			if err != nil {
				return err
			}
			name = p.Name
			create.SetSubmitterID(p.ID)
			people = with(people, p.ID)
		}
	}
	content.Revision, content.PreparedBy, content.PreparedOn = r.form.Revision, name, s.store.Today().Format("2006-01-02")
	content.ReviewDecisions, content.FiledNumber, content.FiledOn = nil, "", ""
	hash, err := s.freeze(ctx, r, content)
	if err != nil {
		return err
	}
	placed(create, r.form)
	containsA := ContainsA(content)
	if r.submission, err = create.SetHash(hash).SetContainsA(containsA).SetSubmitterName(name).Save(sys); err != nil {
		return err
	}
	r.decisions, r.containsA = nil, containsA
	r.form, err = r.tx.Form.UpdateOne(r.form).SetSubmissionID(r.submission.ID).SetSubmittedAt(r.submission.At).SetContainsA(containsA).
		SetPreparedBy(accounts).SetPreparedByPersons(people).ClearReturnedAt().SetReturnReason("").SetStarted(true).Save(sys)
	return err
}

// freeze stores a content unchangeably and returns its hash.
func (s *Service) freeze(ctx context.Context, r *round, content *form.Content) (string, error) {
	encoded, err := content.Encode()
	if err != nil {
		return "", err
	}
	hash, sys := form.Hash(encoded), everywhere(ctx)
	known, err := r.tx.FormSnapshot.Query().Where(formsnapshot.FormID(r.form.ID), formsnapshot.Hash(hash)).Exist(sys)
	if err != nil || known {
		return hash, err
	}
	return hash, r.tx.FormSnapshot.Create().SetFormID(r.form.ID).SetHash(hash).SetContent(string(encoded)).SetAt(s.store.Now()).Exec(sys)
}

// frozen reads a stored content.
func (s *Service) frozen(ctx context.Context, client *ent.Client, formID int64, hash string) (*form.Content, error) {
	row, err := client.FormSnapshot.Query().Where(formsnapshot.FormID(formID), formsnapshot.Hash(hash)).Only(everywhere(ctx))
	if ent.IsNotFound(err) {
		return nil, fault.MissingAt("hash", "表格快照", "snapshot of the form")
	}
	if err != nil {
		return nil, err
	}
	return form.Decode([]byte(row.Content))
}

// Snapshot is the content of a form as submitted or filed, by its hash.
func (s *Service) Snapshot(ctx context.Context, formID int64, hash string) (*form.Content, error) {
	if _, err := s.forms.Get(ctx, formID); err != nil {
		return nil, err
	}
	return s.frozen(ctx, s.store.Reader(ctx), formID, hash)
}

// ContainsA reports whether a content contains a grade A: decided, or proposed where none is
// decided.
func ContainsA(c *form.Content) bool {
	for _, section := range c.Sections {
		for _, row := range section.Rows {
			grade := row.Text("grade")
			if grade == "" {
				grade = row.Text("proposed")
			}
			if strings.HasPrefix(grade, string(term.GradeA)) {
				return true
			}
		}
	}
	return false
}

// containsA reports whether the submission contains a grade A, or one was decided since.
func (s *Service) containsA(ctx context.Context, r *round) (bool, error) {
	if r.form.ContainsA {
		return true, nil
	}
	now, err := s.forms.Current(everywhere(ctx), r.form)
	if err != nil {
		return false, err
	}
	return ContainsA(now), nil
}

// Recall withdraws a submission that nobody has answered yet.
func (s *Service) Recall(ctx context.Context, formID int64, expectedVersion int) (*ent.Form, error) {
	return s.within(ctx, func(ctx context.Context, tx *ent.Tx) (*ent.Form, *fault.Error, error) {
		r, err := s.hold(ctx, tx, formID)
		if err != nil {
			return nil, nil, err
		}
		if err := r.open(expectedVersion); err != nil {
			return nil, nil, err
		}
		facts, err := r.facts(ctx)
		if err != nil {
			return nil, nil, err
		}
		if _, err := s.acts(ctx, r, Recall); err != nil {
			return nil, nil, err
		}
		if _, err := Next(r.form.State, Recall, facts); err != nil {
			return nil, nil, err
		}
		if err := s.backToDraft(ctx, r, endedRecalled, ""); err != nil {
			return nil, nil, err
		}
		return r.form, nil, s.record(ctx, r.form, term.AuditActionRecallForm, authz.FillForms, "")
	})
}

func with(ids []int64, id int64) []int64 {
	if slices.Contains(ids, id) {
		return ids
	}
	return append(ids, id)
}

// placed sets the unit of a row of a form to the form's.
func placed[T interface {
	SetUnitID(int64) T
	SetLevels([6]int64) T
}](create T, f *ent.Form) {
	create.SetUnitID(f.UnitID).SetLevels(f.Levels())
}
