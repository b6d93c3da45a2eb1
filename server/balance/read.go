package balance

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/closerelation"
	"sineng/ent/delegation"
	"sineng/ent/portfolio"
	"sineng/ent/post"
	"sineng/ent/power"
	"sineng/ent/predicate"
	"sineng/ent/process"
	"sineng/ent/processstep"
	"sineng/ent/riskpoint"
	"sineng/ent/stepedge"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/balance/engine"
	"sineng/server/office"
	processes "sineng/server/process"
)

// everywhere reads what judging takes, whoever asks: only what the viewer sees is named to them.
func everywhere(ctx context.Context) context.Context { return viewer.System(ctx) }

// known are the facts of a scope on a day.
type known struct {
	facts engine.Facts
	// past is true for a day before today, of which grades of steps are not read.
	past  bool
	scope scope
}

// reader reads the facts of a scope.
type reader struct {
	client *ent.Client
	scope  scope
	day    time.Time
	past   bool
	facts  engine.Facts
	posts  map[int64]bool
}

func (s *Service) read(ctx context.Context, u *ent.Unit, day time.Time, together scoping) (*known, error) {
	client := s.store.Reader(ctx)
	sc, err := together(ctx, client, u)
	if err != nil {
		return nil, err
	}
	return s.readScope(ctx, client, sc, day)
}

func (s *Service) readScope(ctx context.Context, client *ent.Client, sc scope, day time.Time) (*known, error) {
	r := s.reader(client, sc, day)
	for _, read := range []func(context.Context) error{r.powers, r.readPosts, r.people, r.relations, r.units} {
		if err := read(everywhere(ctx)); err != nil {
			return nil, err
		}
	}
	return &known{r.facts, r.past, sc}, nil
}

func (s *Service) reader(client *ent.Client, sc scope, day time.Time) *reader {
	r := &reader{client: client, scope: sc, day: day, past: day.Before(s.store.Today()), posts: map[int64]bool{}}
	r.facts.Day = engine.DayOf(day)
	return r
}

// powers reads the powers that are registered on the day, with the version of their process in force then.
func (r *reader) powers(ctx context.Context) error {
	end := r.day.AddDate(0, 0, 1)
	rows, err := r.client.Power.Query().Where(r.scope.in, power.CreatedAtLT(end), power.Or(power.RetiredOnIsNil(), power.RetiredOnGT(r.day))).
		WithExercisingPosts().Order(power.ByID()).All(ctx)
	if err != nil {
		return err
	}
	versions, err := r.versions(ctx, end, r.scope.in)
	if err != nil {
		return err
	}
	grades, err := r.grades(ctx)
	if err != nil {
		return err
	}
	r.add(rows, versions, grades)
	return nil
}

// add adds powers with the version of their process in force, by power, and the grades of steps.
func (r *reader) add(rows []*ent.Power, versions map[int64]*ent.Process, grades map[int64]term.Grade) {
	for _, p := range rows {
		out := &engine.Power{ID: p.ID, Unit: p.UnitID, Type: p.Type, Discretion: p.Discretion, Since: engine.DayOf(p.CreatedAt),
			Decision: r.named(p.DecisionPostID), Execution: r.named(p.ExecutionPostID), Supervision: r.named(p.SupervisionPostID)}
		for _, post := range p.Edges.ExercisingPosts {
			out.Exercising = append(out.Exercising, r.named(&post.ID))
		}
		if v := versions[p.ID]; v != nil {
			g := processes.GraphOf(v)
			out.Process, out.ProcessSince = &g, engine.DayOf(v.CreatedAt)
			for _, st := range v.Edges.Steps {
				r.named(st.PostID)
				out.StepIDs, out.Grades = append(out.StepIDs, st.ID), append(out.Grades, grades[st.ID])
			}
		}
		r.facts.Powers = append(r.facts.Powers, out)
	}
}

// named notes that a post is referred to.
func (r *reader) named(post *int64) int64 {
	if post == nil {
		return 0
	}
	r.posts[*post] = true
	return *post
}

// versions are those of some processes that are in force on the day, by power.
func (r *reader) versions(ctx context.Context, end time.Time, of predicate.Process) (map[int64]*ent.Process, error) {
	q := r.client.Process.Query().Where(of)
	if r.past {
		heads, err := r.client.Process.Query().Where(of, process.CreatedAtLT(end)).Order(process.ByRevision()).
			Select(process.FieldID, process.FieldPowerID).All(ctx)
		if err != nil {
			return nil, err
		}
		newest := map[int64]int64{}
		for _, p := range heads {
			newest[p.PowerID] = p.ID
		}
		ids := make([]int64, 0, len(newest))
		for _, id := range newest {
			ids = append(ids, id)
		}
		q.Where(process.IDIn(ids...))
	} else {
		q.Where(process.Current(true))
	}
	rows, err := q.WithSteps(func(q *ent.ProcessStepQuery) { q.Order(processstep.BySortOrder()) }).
		WithStepEdges(func(q *ent.StepEdgeQuery) { q.Order(stepedge.ByID()) }).Order(process.ByID()).All(ctx)
	out := map[int64]*ent.Process{}
	for _, p := range rows {
		out[p.PowerID] = p
	}
	return out, err
}

// grades are the worst decided grades of the steps today; none of a day that is past.
func (r *reader) grades(ctx context.Context) (map[int64]term.Grade, error) {
	out := map[int64]term.Grade{}
	if r.past {
		return out, nil
	}
	rows, err := r.client.RiskPoint.Query().Where(r.scope.in, riskpoint.StepIDNotNil(), riskpoint.StatusNEQ(term.RiskStatusRetired), riskpoint.GradeNEQ(term.Ungraded)).
		Select(riskpoint.FieldStepID, riskpoint.FieldGrade).All(ctx)
	for _, p := range rows {
		if g := out[*p.StepID]; g == "" || p.Grade < g {
			out[*p.StepID] = p.Grade
		}
	}
	return out, err
}

// readPosts reads the posts of the scope, and those elsewhere that its powers refer to.
func (r *reader) readPosts(ctx context.Context) error {
	open := post.Or(post.ClosedOnIsNil(), post.ClosedOnGT(r.day))
	rows, err := r.client.Post.Query().Where(r.scope.in, open).Order(post.ByID()).All(ctx)
	if err != nil {
		return err
	}
	elsewhere := []int64{}
	for _, p := range rows {
		delete(r.posts, p.ID)
	}
	for id := range r.posts {
		elsewhere = append(elsewhere, id)
	}
	if len(elsewhere) > 0 {
		slices.Sort(elsewhere)
		more, err := r.client.Post.Query().Where(post.IDIn(elsewhere...), open).Order(post.ByID()).All(ctx)
		if err != nil {
			return err
		}
		rows = append(rows, more...)
	}
	for _, p := range rows {
		r.facts.Posts = append(r.facts.Posts, postOf(p))
	}
	return r.appointments(ctx, elsewhere)
}

func postOf(p *ent.Post) engine.Post {
	one := engine.Post{ID: p.ID, Unit: p.UnitID, Key: p.KeyPost}
	if p.RotationYears != nil {
		one.RotationYears = *p.RotationYears
	}
	return one
}

func (r *reader) appointments(ctx context.Context, elsewhere []int64) error {
	where := predicate.Appointment(r.scope.in)
	if len(elsewhere) > 0 {
		where = appointment.Or(where, appointment.PostIDIn(elsewhere...))
	}
	rows, err := r.client.Appointment.Query().Where(where, office.InForce(r.day)).Order(appointment.ByID()).All(ctx)
	for _, a := range rows {
		r.facts.Appointments = append(r.facts.Appointments, engine.Appointment{ID: a.ID, Person: a.PersonID, Post: a.PostID, From: engine.DayOf(a.FromDay)})
	}
	return err
}

// people reads who leads the units and who signs for whom.
func (r *reader) people(ctx context.Context) error {
	leading, err := r.client.Portfolio.Query().Where(r.scope.in, office.InForce(r.day)).Order(portfolio.ByID()).All(ctx)
	if err != nil {
		return err
	}
	if ids := idsOf(r.scope.above); len(ids) > 0 {
		above, err := r.client.Portfolio.Query().Where(portfolio.UnitIDIn(ids...), portfolio.KindEQ(term.PortfolioKindPrincipal), office.InForce(r.day)).
			Order(portfolio.ByID()).All(ctx)
		if err != nil {
			return err
		}
		leading = append(leading, above...)
	}
	for _, p := range leading {
		r.facts.Portfolios = append(r.facts.Portfolios, engine.Portfolio{ID: p.ID, Person: p.PersonID, Unit: p.UnitID, Kind: p.Kind, From: engine.DayOf(p.FromDay)})
	}
	holders := map[int64]bool{}
	for _, a := range r.facts.Appointments {
		holders[a.Person] = true
	}
	for ids := range slices.Chunk(sorted(holders), mostAtOnce) {
		away, err := r.client.Delegation.Query().Where(delegation.PersonIDIn(ids...), office.InForce(r.day)).Order(delegation.ByID()).All(ctx)
		if err != nil {
			return err
		}
		for _, d := range away {
			r.facts.Deputies = append(r.facts.Deputies, engine.Deputy{ID: d.ID, Person: d.PersonID, Deputy: d.DeputyID})
		}
	}
	return nil
}

// relations reads the close relations of those on the posts that both of whom are on one.
func (r *reader) relations(ctx context.Context) error {
	holders := map[int64]bool{}
	for _, a := range r.facts.Appointments {
		holders[a.Person] = true
	}
	for _, p := range r.facts.Portfolios {
		holders[p.Person] = true
	}
	for ids := range slices.Chunk(sorted(holders), mostAtOnce) {
		rows, err := r.client.CloseRelation.Query().Where(closerelation.PersonIDIn(ids...), office.InForce(r.day)).Order(closerelation.ByID()).All(ctx)
		if err != nil {
			return err
		}
		for _, c := range rows {
			if holders[c.OtherID] {
				r.facts.Relations = append(r.facts.Relations, engine.Relation{ID: c.ID, A: c.PersonID, B: c.OtherID, Since: engine.DayOf(c.FromDay)})
			}
		}
	}
	return nil
}

// units adds the units with the functions that their powers give them.
func (r *reader) units(context.Context) error {
	types := map[int64][]term.PowerType{}
	for _, p := range r.facts.Powers {
		types[p.Unit] = append(types[p.Unit], p.Type)
	}
	for _, u := range r.scope.units {
		one := engine.Unit{ID: u.ID, Kind: u.Kind, Functions: engine.FunctionsOf(types[u.ID]...)}
		if u.ParentID != nil {
			one.Parent = *u.ParentID
		}
		r.facts.Units = append(r.facts.Units, one)
	}
	for _, u := range r.scope.above {
		one := engine.Unit{ID: u.ID, Kind: u.Kind}
		if u.ParentID != nil {
			one.Parent = *u.ParentID
		}
		r.facts.Units = append(r.facts.Units, one)
	}
	return nil
}

func idsOf(units []*ent.Unit) []int64 {
	out := make([]int64, len(units))
	for i, u := range units {
		out[i] = u.ID
	}
	return out
}
