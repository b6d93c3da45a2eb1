package graph

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/vikstrous/dataloadgen"

	"sineng/ent"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/account"
	"sineng/server/agenda"
	"sineng/server/audit"
	"sineng/server/balance"
	"sineng/server/check"
	"sineng/server/education"
	"sineng/server/instruction"
	"sineng/server/org"
	"sineng/server/pending"
	"sineng/server/proceeding"
	"sineng/server/review"
	"sineng/server/rulebook"
	"sineng/server/store"
	"sineng/server/supervision"
	"sineng/server/tally"
	"sineng/server/warning"
)

// batchWait is how long a batch waits for further fields of the same list.
const batchWait = time.Millisecond

// batches load in one statement what several fields of one operation request at the same time.
// They exist for one operation.
type batches struct {
	people  *rows[*ent.Person]
	units   *rows[*ent.Unit]
	posts   *rows[*ent.Post]
	risks   *dataloadgen.Loader[int64, *ent.RiskPoint]
	below   *dataloadgen.Loader[int64, int]
	counts  *dataloadgen.Loader[int64, *supervision.RiskCounts]
	worst   *dataloadgen.Loader[int64, term.Grade]
	tokens  *dataloadgen.Loader[int64, []*ent.ApiToken]
	locks   *dataloadgen.Loader[string, *time.Time]
	actors  *dataloadgen.Loader[audit.Actor, string]
	choices *dataloadgen.Loader[int64, review.Choice]
	closed  *dataloadgen.Loader[int64, bool]
	agenda  *dataloadgen.Loader[agenda.Key, *agenda.Subject]

	names       *dataloadgen.Loader[int64, *account.Name]
	mayManage   *dataloadgen.Loader[int64, bool]
	mayDecide   *dataloadgen.Loader[int64, account.MayDecide]
	waiting     *dataloadgen.Loader[int64, []*pending.View]
	retirements *dataloadgen.Loader[int64, *pending.View]
	acceptances *dataloadgen.Loader[int64, *pending.View]
	findings    *dataloadgen.Loader[*ent.Conflict, *balance.Conflict]
	kept        *dataloadgen.Loader[string, *ent.Conflict]
	conflicts   *dataloadgen.Loader[int64, []*balance.Count]
	checkItems  *dataloadgen.Loader[int64, []*ent.CheckItem]
	mayRecord   *dataloadgen.Loader[*ent.SupervisionCheck, bool]
	turns       *dataloadgen.Loader[*ent.CheckHandover, *check.Side]
	events      *dataloadgen.Loader[int64, []*ent.WarningEvent]
	actions     *dataloadgen.Loader[*ent.Warning, []warning.Action]
	// Of tasks and indicators of measures.
	doable   *dataloadgen.Loader[*ent.MeasureTask, bool]
	readable *dataloadgen.Loader[*ent.Indicator, bool]
	readings *dataloadgen.Loader[int64, []*ent.IndicatorReading]
	// Of education sessions.
	attended *dataloadgen.Loader[*ent.EducationSession, *education.Counts]
	lessons  *dataloadgen.Loader[*ent.EducationSession, []*ent.MeasureTask]
	mine     *dataloadgen.Loader[int64, *ent.EducationParticipant]
	// Of proceedings.
	taken  *dataloadgen.Loader[int64, []*ent.ProceedingStep]
	pauses *dataloadgen.Loader[int64, []*ent.ProceedingPause]
	strays *dataloadgen.Loader[int64, []*proceeding.Deviation]

	// Of rules documents.
	editions   *dataloadgen.Loader[*ent.RulesDocument, []*rulebook.Edition]
	rulesLinks *dataloadgen.Loader[int64, []*ent.RulesLink]
	edition    *dataloadgen.Loader[*ent.RulesReview, *rulebook.Edition]
	answerable *dataloadgen.Loader[*ent.RulesReview, bool]

	// Of instructions.
	steps *dataloadgen.Loader[int64, []*ent.InstructionEvent]
	named *dataloadgen.Loader[int64, []*ent.InstructionRisk]
	deeds *dataloadgen.Loader[*ent.Instruction, []instruction.Action]
}

type batchesKey struct{}

// nullable maps keys without a row that the viewer sees to nil, which is not an error.
func nullable[Row any](s *store.Store, of func(context.Context, *store.Store, []int64) (map[int64]*Row, error)) func(context.Context, []int64) (map[int64]*Row, error) {
	return func(ctx context.Context, ids []int64) (map[int64]*Row, error) {
		rows, err := of(ctx, s, ids)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			if _, ok := rows[id]; !ok {
				rows[id] = nil
			}
		}
		return rows, nil
	}
}

// WithBatches adds new batches to an operation's context. A query is answered from what is remembered,
// as of the moment at which its session or token was found.
func (r *Resolver) WithBatches(ctx context.Context) context.Context {
	if s := signedInOf(ctx); s != nil && isQuery(ctx) {
		ctx = tally.At(store.AsQuery(ctx), s.Counts)
	}
	wait := dataloadgen.WithWait(batchWait)
	return context.WithValue(ctx, batchesKey{}, &batches{
		people:      newRows(nullable(r.Store, org.PeopleOf), wait),
		units:       newRows(nullable(r.Store, org.UnitsOf), wait),
		posts:       newRows(nullable(r.Store, org.PostsOf), wait),
		risks:       dataloadgen.NewMappedLoader(r.risksOf, wait),
		below:       dataloadgen.NewMappedLoader(r.unitsBelow, wait),
		counts:      dataloadgen.NewMappedLoader(r.riskCounts, wait),
		worst:       dataloadgen.NewMappedLoader(r.worstGrades, wait),
		tokens:      dataloadgen.NewMappedLoader(r.tokensOf, wait),
		locks:       dataloadgen.NewMappedLoader(r.lockedUntil, wait),
		actors:      dataloadgen.NewMappedLoader(r.Audit.ActorNames, wait),
		agenda:      dataloadgen.NewMappedLoader(r.Meetings.Subjects, wait),
		choices:     dataloadgen.NewMappedLoader(r.Reviews.Choices, wait),
		closed:      dataloadgen.NewMappedLoader(r.Forms.Closed, wait),
		names:       dataloadgen.NewMappedLoader(r.Accounts.Names, wait),
		mayManage:   dataloadgen.NewMappedLoader(r.Accounts.MayManage, wait),
		mayDecide:   dataloadgen.NewMappedLoader(r.Accounts.MayDecide, wait),
		waiting:     dataloadgen.NewMappedLoader(r.Acts.About, wait),
		retirements: dataloadgen.NewMappedLoader(r.Register.WaitingRetirements, wait),
		acceptances: dataloadgen.NewMappedLoader(r.Balance.Waiting, wait),
		findings:    dataloadgen.NewMappedLoader(r.Balance.Findings, wait),
		kept:        dataloadgen.NewMappedLoader(r.Balance.Kept, wait),
		conflicts:   dataloadgen.NewMappedLoader(r.conflictCounts, wait),
		checkItems:  dataloadgen.NewMappedLoader(r.SupervisionChecks.ItemsOf, wait),
		mayRecord:   dataloadgen.NewMappedLoader(r.SupervisionChecks.May, wait),
		turns:       dataloadgen.NewMappedLoader(r.SupervisionChecks.Turns, wait),
		events:      dataloadgen.NewMappedLoader(r.Warnings.EventsOf, wait),
		actions:     dataloadgen.NewMappedLoader(r.Warnings.Actions, wait),
		doable:      dataloadgen.NewMappedLoader(r.Tasks.May, wait),
		readable:    dataloadgen.NewMappedLoader(r.Monitoring.MayRead, wait),
		readings:    dataloadgen.NewMappedLoader(r.Monitoring.Recent, wait),
		attended:    dataloadgen.NewMappedLoader(r.Education.CountsOf, wait),
		lessons:     dataloadgen.NewMappedLoader(r.Education.Completable, wait),
		mine:        dataloadgen.NewMappedLoader(r.Education.Own, wait),
		editions:    dataloadgen.NewMappedLoader(r.Rulebook.EditionsOf, wait),
		rulesLinks:  dataloadgen.NewMappedLoader(r.Rulebook.LinksOf, wait),
		edition:     dataloadgen.NewMappedLoader(r.Rulebook.AskedFor, wait),
		answerable:  dataloadgen.NewMappedLoader(r.Rulebook.May, wait),
		taken:       dataloadgen.NewMappedLoader(r.Tracking.Steps, wait),
		pauses:      dataloadgen.NewMappedLoader(r.Tracking.Pauses, wait),
		strays:      dataloadgen.NewMappedLoader(r.Tracking.Deviations, wait),
		steps:       dataloadgen.NewMappedLoader(r.Instructions.EventsOf, wait),
		named:       dataloadgen.NewMappedLoader(r.Instructions.RisksOf, wait),
		deeds:       dataloadgen.NewMappedLoader(r.Instructions.Actions, wait),
	})
}

func (r *Resolver) risksOf(ctx context.Context, ids []int64) (map[int64]*ent.RiskPoint, error) {
	rows, err := r.Store.Client.RiskPoint.Query().Where(riskpoint.IDIn(ids...)).All(ctx)
	return byID(ids, rows, func(p *ent.RiskPoint) int64 { return p.ID }), err
}

// unitsBelow counts the open units directly below units.
func (r *Resolver) unitsBelow(ctx context.Context, ids []int64) (map[int64]int, error) {
	below, err := org.ChildrenOf(ctx, r.Store, ids)
	out, today := byID[int](ids, nil, nil), r.Store.Today()
	for id, units := range below {
		for _, u := range units {
			if org.IsOpen(u, today) {
				out[id]++
			}
		}
	}
	return out, err
}

// riskCounts are the counts of risk points of units' subtrees.
func (r *Resolver) riskCounts(ctx context.Context, ids []int64) (map[int64]*supervision.RiskCounts, error) {
	units, err := org.UnitsOf(ctx, r.Store, ids)
	if err != nil {
		return nil, err
	}
	counts, err := r.Supervision.UnitCounts(ctx, slices.Collect(maps.Values(units)))
	out := byID[*supervision.RiskCounts](ids, nil, nil)
	for id, c := range counts {
		out[id] = &c
	}
	return out, err
}

// conflictCounts are the numbers of conflicts of balance of units' subtrees.
func (r *Resolver) conflictCounts(ctx context.Context, ids []int64) (map[int64][]*balance.Count, error) {
	units, err := org.UnitsOf(ctx, r.Store, ids)
	if err != nil {
		return nil, err
	}
	counts, err := r.Balance.CountsOf(ctx, slices.Collect(maps.Values(units)))
	out := byID[[]*balance.Count](ids, nil, nil)
	maps.Copy(out, counts)
	return out, err
}

// worstGrades are the worst decided grades of powers.
func (r *Resolver) worstGrades(ctx context.Context, ids []int64) (map[int64]term.Grade, error) {
	worst, err := r.Register.WorstGrades(ctx, ids)
	out := byID[term.Grade](ids, nil, nil)
	for id, g := range worst {
		out[id] = g
	}
	return out, err
}

func (r *Resolver) tokensOf(ctx context.Context, accounts []int64) (map[int64][]*ent.ApiToken, error) {
	tokens, err := r.Accounts.TokensOf(ctx, accounts)
	for _, id := range accounts {
		if tokens[id] == nil {
			tokens[id] = []*ent.ApiToken{}
		}
	}
	return tokens, err
}

// lockedUntil returns until when login names are locked; nil for those that are not.
func (r *Resolver) lockedUntil(ctx context.Context, names []string) (map[string]*time.Time, error) {
	locked, err := r.Accounts.LockedUntil(ctx, names)
	out := make(map[string]*time.Time, len(names))
	for _, name := range names {
		out[name] = nil
		if at, ok := locked[name]; ok {
			out[name] = &at
		}
	}
	return out, err
}

func batchOf(ctx context.Context) *batches { return ctx.Value(batchesKey{}).(*batches) }

// byID maps rows by id; an id without a row maps to nil, which is not an error.
func byID[T any](ids []int64, rows []T, id func(T) int64) map[int64]T {
	out := make(map[int64]T, len(ids))
	for _, i := range ids {
		var none T
		out[i] = none
	}
	for _, row := range rows {
		out[id(row)] = row
	}
	return out
}

// personOf is the person of an optional reference; null when there is none or it is hidden.
func personOf(ctx context.Context, id *int64) (*ent.Person, error) {
	if id == nil {
		return nil, nil
	}
	return batchOf(ctx).people.of(ctx, *id)
}

// nameOfAccount is the owner of an account; nil for no account.
func nameOfAccount(ctx context.Context, id *int64) (*account.Name, error) {
	if id == nil {
		return nil, nil
	}
	return batchOf(ctx).names.Load(ctx, *id)
}
