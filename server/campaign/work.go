package campaign

import (
	"context"
	"encoding/json"
	"slices"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/form"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/audit"
	"sineng/server/job"
	"sineng/server/store"
)

// batch is how many subjects one transaction of the job handles.
const batch = 500

// progress is the cursor of the job: its stage, the key after which it continues, and how many
// subjects are done.
type progress struct {
	Stage stage `json:"stage"`
	After int64 `json:"after"`
	Done  int   `json:"done"`
	Total int   `json:"total"`
}

// stage is what the job walks through.
type stage string

// The stages in order. The forms are walked to find those whose subject is gone.
const (
	walkUnits  stage = "UNITS"
	walkPeople stage = "PEOPLE"
	walkForms  stage = "FORMS"
	walkedAll  stage = "END"
)

// Jobs are the kinds of jobs that the service handles.
func (s *Service) Jobs() map[term.JobKind]job.Handler {
	return map[term.JobKind]job.Handler{term.JobKindOpenCampaign: s.Work}
}

// Work creates the forms of a campaign, or brings them into line with its plan and the
// organisation. It handles OPEN_CAMPAIGN jobs. Every batch is a transaction that includes the
// job's cursor, and a subject has one form of a kind, so that a job that was interrupted
// continues without creating any twice.
func (s *Service) Work(ctx context.Context, run *job.Run) error {
	id := run.Job.ObjectID
	var at progress
	if run.Cursor() == "" {
		c, err := s.store.Client.Campaign.Get(ctx, id)
		if err != nil {
			return store.OrMissing(err, "", "专项工作", "campaign")
		}
		if err := CheckRunning(c); err != nil {
			return err
		}
		if at, err = s.begin(ctx, scopeOf(c, s.store.Today())); err != nil {
			return err
		}
	} else if err := json.Unmarshal([]byte(run.Cursor()), &at); err != nil {
		return err
	}
	for at.Stage != walkedAll {
		next := at
		err := store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
			in, err := s.running(ctx, tx, id)
			if err != nil {
				return err
			}
			if next, err = s.walk(ctx, tx, in, at); err != nil {
				return err
			}
			cursor, err := json.Marshal(next)
			if err != nil {
				return err
			}
			return run.Save(ctx, string(cursor), next.Done, next.Total)
		})
		if err != nil {
			return err
		}
		at = next
	}
	return nil
}

// begin counts the subjects to handle.
func (s *Service) begin(ctx context.Context, in scope) (progress, error) {
	client := s.store.Client
	units, err := client.Unit.Query().Where(below[predicate.Unit](in.level, in.UnitID)).Count(ctx)
	if err != nil {
		return progress{}, err
	}
	people, err := client.Appointment.Query().Where(in.serves()).Unique(true).Select(appointment.FieldPersonID).Count(ctx)
	if err != nil {
		return progress{}, err
	}
	forms, err := client.Form.Query().Where(form.CampaignID(in.ID)).Count(ctx)
	return progress{Stage: walkUnits, Total: units + people + forms}, err
}

// walk handles the next batch and returns the job's new progress.
func (s *Service) walk(ctx context.Context, tx *ent.Tx, in scope, at progress) (progress, error) {
	var ids []int64
	var err error
	switch at.Stage {
	case walkUnits:
		if ids, err = in.unitsAfter(ctx, tx.Client(), at.After, batch/3); err == nil {
			err = s.alignUnits(ctx, tx, in, ids)
		}
	case walkPeople:
		if ids, err = in.peopleAfter(ctx, tx.Client(), at.After, batch); err == nil {
			err = s.alignPeople(ctx, tx, in, ids)
		}
	case walkForms:
		ids, err = s.walkForms(ctx, tx, in, at.After)
	}
	if err != nil {
		return at, err
	}
	if len(ids) > 0 {
		at.After, at.Done = ids[len(ids)-1], at.Done+len(ids)
		at.Total = max(at.Total, at.Done)
		return at, nil
	}
	at.After = 0
	switch {
	case at.Stage == walkUnits:
		at.Stage = walkPeople
	case at.Stage == walkPeople && in.ExpectedAt != nil:
		at.Stage = walkForms // a campaign that just opened has no older forms
	default:
		at.Stage, at.Total = walkedAll, at.Done
		return at, s.expected(ctx, tx, in)
	}
	return at, nil
}

// walkForms aligns the subjects of the next forms and returns those forms.
func (s *Service) walkForms(ctx context.Context, tx *ent.Tx, in scope, after int64) ([]int64, error) {
	rows, err := tx.Form.Query().Where(form.CampaignID(in.ID), form.IDGT(after)).Order(form.ByID()).Limit(batch).
		Select(form.FieldKind, form.FieldSubjectID).All(ctx)
	if err != nil {
		return nil, err
	}
	var ids, units, people []int64
	for _, f := range rows {
		ids = append(ids, f.ID)
		if f.Kind == term.FormKindPersonal {
			people = append(people, f.SubjectID)
		} else {
			units = append(units, f.SubjectID)
		}
	}
	slices.Sort(units)
	if err := s.alignUnits(ctx, tx, in, slices.Compact(units)); err != nil {
		return nil, err
	}
	return ids, s.alignPeople(ctx, tx, in, people)
}

// expected records that every required form exists, the first time that it is so.
func (s *Service) expected(ctx context.Context, tx *ent.Tx, in scope) error {
	if in.ExpectedAt != nil {
		return nil
	}
	now := s.store.Now()
	u := tx.Campaign.UpdateOne(in.Campaign).AddVersion(1).SetUpdatedAt(now)
	if err := move(u, in.Campaign, ActionExpect, Program, factsOf(in.Campaign), now); err != nil {
		return err
	}
	if err := u.Exec(ctx); err != nil {
		return err
	}
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionExpectForms, Object: in.ID, At: in.Levels()})
}

// withParents are units and the units directly above them: some fill forms only while they
// have no departments.
func withParents(ctx context.Context, client *ent.Client, ids []int64) ([]int64, error) {
	rows, err := client.Unit.Query().Where(unit.IDIn(ids...), unit.ParentIDNotNil()).Select(unit.FieldParentID).All(ctx)
	out := slices.Clone(ids)
	for _, u := range rows {
		out = append(out, *u.ParentID)
	}
	slices.Sort(out)
	return slices.Compact(out), err
}
