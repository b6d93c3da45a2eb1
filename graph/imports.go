package graph

import (
	"context"
	"time"

	"sineng/graph/model"
	"sineng/server/authz"
	"sineng/server/exchange"
	"sineng/server/fault"
)

// progressEvery is how often the state of a followed import is polled; it is in memory.
const progressEvery = 200 * time.Millisecond

// importProgress sends an import whenever it changes, until it needs no more work.
func (r *Resolver) importProgress(ctx context.Context, id int64) (<-chan *model.ImportJob, error) {
	if err := authz.CheckAnywhere(ctx, authz.Import); err != nil {
		return nil, err
	}
	job, err := r.Imports.Job(ctx, id)
	if err != nil {
		return nil, err
	}
	if job == nil {
		return nil, fault.MissingAt("jobId", "导入任务", "import")
	}
	out := make(chan *model.ImportJob)
	go func() {
		defer close(out)
		tick := time.NewTicker(progressEvery)
		defer tick.Stop()
		var sent exchange.Job
		for job != nil && err == nil {
			if *job != sent {
				select {
				case out <- r.importJob(ctx, job):
					sent = *job
				case <-ctx.Done():
					return
				}
			}
			if job.State != exchange.Planning && job.State != exchange.Committing {
				return
			}
			select {
			case <-tick.C:
			case <-ctx.Done():
				return
			}
			job, err = r.Imports.Job(ctx, id)
		}
	}()
	return out, nil
}

// importJob converts an import, in the language of the request.
func (r *Resolver) importJob(ctx context.Context, j *exchange.Job) *model.ImportJob {
	lang := r.Language(ctx)
	out := &model.ImportJob{ID: j.ID, State: model.ImportState(j.State), FileName: j.FileName, Percent: j.Percent,
		RowsTotal: j.RowsTotal, RowsRead: j.RowsRead, RowsPlanned: j.RowsPlanned, RowsWritten: j.RowsWritten, RowsShown: j.RowsShown,
		Figures: []*model.ImportFigure{}, Preview: []*model.ImportChange{}, Choices: &model.ImportChoices{},
		Tables: []*model.ImportTable{}, Sheets: []*model.ImportSheet{}, Words: []*model.ImportWord{}, Told: []*model.ImportTold{},
		Unread: []*model.ImportUnread{}, Questions: []*model.ImportQuestion{}}
	if j.Stage != "" {
		out.Stage = new(model.ImportStage(j.Stage))
	}
	if f := j.Failure; f != nil {
		out.Failure = &model.ImportFailure{Reason: f.Reason, Message: f.Message(lang)}
	}
	if url := j.ProblemsURL(); url != "" {
		out.ProblemsURL = &url
	}
	if j.Plan == nil {
		return out
	}
	out.BadRowCount = j.Plan.BadRowCount
	for _, f := range j.Plan.Figures {
		out.Figures = append(out.Figures, &model.ImportFigure{Object: model.ImportObject(f.Object), Created: f.Created, Changed: f.Changed, Unchanged: f.Unchanged, Unwritten: f.Unwritten})
	}
	for _, c := range j.Plan.Preview {
		change := &model.ImportChange{Object: model.ImportObject(c.Object), Created: c.Created, Label: c.Label, Differences: []*model.ImportDifference{}}
		for _, d := range c.Differences {
			change.Differences = append(change.Differences, &model.ImportDifference{Field: d.Field.In(lang), Old: d.Old.In(lang), New: d.New.In(lang)})
		}
		out.Preview = append(out.Preview, change)
	}
	out.AllProblems, out.AllRemarks, out.RemarkCount = cells(j.Plan.Problems, lang), cells(j.Plan.Remarks, lang), j.Plan.RemarkCount
	out.Waiting = j.Plan.Waiting
	mapped(out, j.Plan, lang)
	return out
}

// cells converts problems or remarks.
func cells(all []exchange.Problem, lang string) []*model.ImportProblem {
	var out []*model.ImportProblem
	for _, p := range all {
		out = append(out, &model.ImportProblem{Sheet: p.Sheet, Row: p.Row, Column: p.Column, Found: p.Found, Wanted: p.Wanted(lang), Reason: p.Reason})
	}
	return out
}
