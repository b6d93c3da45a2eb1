package notice

import (
	"context"
	"fmt"
	"time"

	"sineng/ent"
	"sineng/ent/campaign"
	"sineng/ent/delegation"
	"sineng/ent/form"
	"sineng/ent/job"
	"sineng/ent/logcursor"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/store"
)

const (
	// dueWithin is how many days before its deadline a form is called due soon.
	dueWithin = 3
	// remindEvery is after how many days of delay the filler of a form is told again.
	remindEvery = 7
	// dayCursor is the day, counted from 1970, whose deadlines were told of last.
	dayCursor = "notice days"
	// jobCursor is the moment, in microseconds, up to which ended jobs were told of.
	jobCursor = "notice jobs"
	// jobLag is by how much later than its end a job may become visible.
	jobLag = time.Minute
)

// TellDeadlines tells once a day of forms and answers to objections that are due soon or overdue,
// and those who sign for somebody from this day on of what waits.
func (s *Service) TellDeadlines(ctx context.Context) error {
	ctx = viewer.System(ctx)
	today := s.store.Today()
	day := today.Unix() / 86400
	done, err := s.cursor(ctx, dayCursor)
	if err != nil || done >= day {
		return err
	}
	soon := form.And(form.DueOnGTE(today), form.DueOnLTE(today.AddDate(0, 0, dueWithin)))
	err = s.eachLate(ctx, soon, func(b *batch, f *ent.Form, fillers []int64) {
		b.tell(fillers, 0, term.NoticeKindFormDue, f.ID, keyOf("due", f.ID, f.Revision, ":", f.DueOn.Format(time.DateOnly)), formWords(f))
	})
	if err != nil {
		return err
	}
	err = s.eachLate(ctx, form.DueOnLT(today), func(b *batch, f *ent.Form, fillers []int64) {
		late := int(today.Sub(f.DueOn).Hours() / 24)
		words := formWords(f)
		words["days"] = fmt.Sprint(late)
		b.tell(fillers, 0, term.NoticeKindFormOverdue, f.ID,
			keyOf("overdue", f.ID, f.Revision, ":", f.DueOn.Format(time.DateOnly), ":", (late-1)/remindEvery), words)
	})
	if err != nil {
		return err
	}
	if err := s.tellObjectionClocks(ctx, today); err != nil {
		return err
	}
	err = store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
		b := s.newBatch(tx)
		if err := b.tellDeputies(ctx, delegation.FromDay(today)); err != nil {
			return err
		}
		return b.flush(ctx)
	})
	if err != nil {
		return err
	}
	return s.moveCursor(ctx, dayCursor, day)
}

// eachLate goes through the forms that wait to be handed in, a batch per transaction, so
// that a day with hundreds of thousands of them holds nobody up and can be begun again.
func (s *Service) eachLate(ctx context.Context, due predicate.Form, do func(b *batch, f *ent.Form, fillers []int64)) error {
	last := int64(0)
	for {
		n := 0
		err := store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
			forms, err := tx.Form.Query().Where(form.IDGT(last), form.StateEQ(term.FormStateDraft), due,
				form.HasCampaignWith(campaign.ClosedAtIsNil())).Order(form.ByID()).Limit(formBatch).WithUnit().WithPerson().All(ctx)
			if n = len(forms); err != nil || n == 0 {
				return err
			}
			b := s.newBatch(tx)
			people, err := b.fillersOf(ctx, forms)
			if err != nil {
				return err
			}
			var all []int64
			for _, f := range forms {
				all = append(all, people[f.ID]...)
			}
			accounts, err := b.accountsOf(ctx, all)
			if err != nil {
				return err
			}
			for _, f := range forms {
				var fillers []int64
				for _, p := range people[f.ID] {
					fillers = append(fillers, accounts[p])
				}
				do(b, f, fillers)
			}
			if err := b.flush(ctx); err != nil {
				return err
			}
			last = forms[n-1].ID
			return nil
		})
		if err != nil || n < formBatch {
			return err
		}
	}
}

// TellJobs tells who asked for a background job that it has ended. Jobs stand in no entry of
// the log.
func (s *Service) TellJobs(ctx context.Context) error {
	ctx = viewer.System(ctx)
	since, err := s.cursor(ctx, jobCursor)
	if err != nil {
		return err
	}
	rows, err := s.store.Client.Job.Query().Where(job.StateIn(term.JobStateDone, term.JobStateFailed, term.JobStateCancelled),
		job.AccountIDNotNil(), job.EndedAtGT(time.UnixMicro(since).UTC())).Order(job.ByEndedAt(), job.ByID()).Limit(formBatch).All(ctx)
	if err != nil || len(rows) == 0 {
		return err
	}
	err = store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
		b := s.newBatch(tx)
		for _, j := range rows {
			b.tell([]int64{*j.AccountID}, 0, term.NoticeKindJobEnded, j.ObjectID, keyOf("job", j.ID), map[string]string{"job": string(j.Kind), "jobState": string(j.State)})
		}
		return b.flush(ctx)
	})
	if err != nil {
		return err
	}
	return s.moveCursor(ctx, jobCursor, min(rows[len(rows)-1].EndedAt.UnixMicro(), s.store.Now().Add(-jobLag).UnixMicro()))
}

// cursor is where a cursor stands, 0 where there is none yet.
func (s *Service) cursor(ctx context.Context, name string) (int64, error) {
	c, err := s.store.Client.LogCursor.Query().Where(logcursor.Name(name)).Only(ctx)
	if ent.IsNotFound(err) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return c.Next, nil
}

func (s *Service) moveCursor(ctx context.Context, name string, to int64) error {
	return s.store.Client.LogCursor.Create().SetName(name).SetNext(to).OnConflictColumns(logcursor.FieldName).UpdateNext().Exec(ctx)
}
