package warning

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/assessment"
	"sineng/ent/checkitem"
	"sineng/ent/riskpoint"
	"sineng/ent/rule"
	"sineng/ent/supervisioncheck"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/ent/warning"
	"sineng/ent/warningcause"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/org"
	"sineng/server/store"
)

// TryRule asks what a rule would do.
type TryRule struct {
	UnitID int64
	Rule   Settings
	Since  *time.Time // the first day looked back to, nil for today alone
}

// Trial is what a rule would do.
type Trial struct {
	// Today is how many warnings it would raise, Fresh how many of these are not warned of yet; Samples are the first of these.
	Today, Fresh int
	Samples      []*Sample
	ByTier       []*TierCount
	// KnownFrom is the first day of which it is known what was amiss, nil for none.
	KnownFrom *time.Time
	Past
}

// Sample is something that a rule would warn of.
type Sample struct {
	UnitID int64
	Cause
}

// TierCount is how many warnings a tier would be asked to answer.
type TierCount struct {
	Tier  term.Role
	Count int
}

const (
	mostSamples = 20
	mostYears   = 10
	// mostTried is over how many causes a rule is tried at most.
	mostTried = 200_000
)

// Try says what a rule would do on a unit and below. Nothing is kept.
func (s *Service) Try(ctx context.Context, in TryRule) (*Trial, error) {
	in.Rule = in.Rule.trimmed()
	var bad fault.List
	for _, e := range fault.All(in.Rule.Validate()) {
		e.Field = "rule." + e.Field
		bad.Add(e)
	}
	today := s.store.Today()
	if in.Since != nil && (!in.Since.Before(today) || in.Since.Before(today.AddDate(-mostYears, 0, 0))) {
		bad.Add(fault.Bad("since", "OUT_OF_RANGE", fmt.Sprintf("回测从过去 %d 年内的某一天开始", mostYears), fmt.Sprintf("It looks back to a day in the past %d years", mostYears)))
	}
	if err := bad.Err(); err != nil {
		return nil, err
	}
	u, err := org.UnitOf(ctx, s.store, in.UnitID)
	if err != nil {
		return nil, err
	}
	if u == nil {
		return nil, fault.MissingAt("unitId", "单位", "unit")
	}
	if err := authz.Check(ctx, authz.SetRecipes, u.Levels()); err != nil {
		return nil, err
	}
	return s.try(everywhere(ctx), u, in, today)
}

func (s *Service) try(ctx context.Context, u *ent.Unit, in TryRule, today time.Time) (*Trial, error) {
	client, inside := s.store.Reader(ctx), sql.FieldEQ(rule.LevelColumn(u.Level), u.ID)
	q := client.WarningCause.Query().Where(inside, warningcause.KindEQ(in.Rule.Kind))
	if in.Since == nil {
		q.Where(warningcause.GoneOnIsNil())
	}
	rows, err := q.Order(warningcause.BySince(), warningcause.ByID()).Limit(mostTried + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	if len(rows) > mostTried {
		return nil, fault.Bad("unitId", "TOO_MANY_CAUSES", fmt.Sprintf("该单位及下级的同类事由超过 %d 条,请选择下级单位试行", mostTried),
			fmt.Sprintf("There are more than %d causes of the kind: try the rule on a unit below", mostTried))
	}
	out := &Trial{Samples: []*Sample{}, ByTier: []*TierCount{}, Past: Past{MedianDays: -1, MedianLead: -1}}
	var spans []Span
	var now []*ent.WarningCause
	for _, r := range rows {
		sp := Span{Cause: causeOf(r)}
		if r.GoneOn != nil {
			sp.Gone = *r.GoneOn
		} else if in.Rule.Warns(sp.Cause) && !in.Rule.From(sp.Cause).After(today) {
			now = append(now, r)
		}
		spans = append(spans, sp)
	}
	if len(rows) > 0 {
		out.KnownFrom = &rows[0].Since
	}
	if err := s.tryToday(ctx, client, u, in.Rule, now, out); err != nil || in.Since == nil {
		return out, err
	}
	problems, err := s.problems(ctx, client, u, in.Rule.Kind, *in.Since)
	if err != nil {
		return nil, err
	}
	out.Past = Replay(in.Rule, spans, problems, *in.Since, today)
	return out, nil
}

// tryToday says what a rule would raise today, of whom.
func (s *Service) tryToday(ctx context.Context, client *ent.Client, u *ent.Unit, r Settings, now []*ent.WarningCause, out *Trial) error {
	out.Today = len(now)
	warned := map[string]bool{}
	units := map[int64]*ent.Unit{}
	for part := range slices.Chunk(now, atOnce) {
		var keys []string
		var ids []int64
		for _, c := range part {
			keys, ids = append(keys, *c.LiveKey), append(ids, c.UnitID)
		}
		rows, err := client.Warning.Query().Where(warning.CauseKeyIn(keys...)).Select(warning.FieldCauseKey).All(ctx)
		if err != nil {
			return err
		}
		for _, w := range rows {
			warned[*w.CauseKey] = true
		}
		some, err := client.Unit.Query().Where(unit.IDIn(ids...)).All(ctx)
		if err != nil {
			return err
		}
		for _, one := range some {
			units[one.ID] = one
		}
	}
	held, err := office.Read(client, office.On(s.store.Today())).Below(ctx, u.Levels(), tiers...)
	if err != nil {
		return err
	}
	chains, byTier := map[int64]office.Chain{}, map[term.Role]int{}
	for _, c := range now {
		if !warned[*c.LiveKey] {
			if out.Fresh++; len(out.Samples) < mostSamples {
				out.Samples = append(out.Samples, &Sample{c.UnitID, causeOf(c)})
			}
		}
		if _, known := chains[c.UnitID]; !known && units[c.UnitID] != nil {
			chains[c.UnitID] = held.At(units[c.UnitID].Levels()).Chain(c.UnitID)
		}
		tier, _ := chains[c.UnitID].Asked(r.To, office.Passing(value(c.ConcernedID)))
		byTier[tier]++
	}
	for tier, n := range byTier {
		out.ByTier = append(out.ByTier, &TierCount{tier, n})
	}
	slices.SortFunc(out.ByTier, func(a, b *TierCount) int { return cmp.Compare(a.Tier.Tier(), b.Tier.Tier()) })
	return nil
}

// problems are what is known to have gone wrong with the subjects of a kind since a day: of risk points and steps, what checks found
// wanting, and grades that became graver. Of other kinds nothing is known.
func (s *Service) problems(ctx context.Context, client *ent.Client, u *ent.Unit, kind term.WarningKind, since time.Time) ([]Problem, error) {
	if kind != term.WarningKindRiskUndefended && kind != term.WarningKindGradeStale && kind != term.WarningKindStepUnderdefended {
		return nil, nil
	}
	inside := sql.FieldEQ(rule.LevelColumn(u.Level), u.ID)
	var onRisks []Problem
	checks, err := client.SupervisionCheck.Query().Where(inside, supervisioncheck.StateEQ(term.CheckStateDone), supervisioncheck.DoneAtGTE(store.StartOf(since))).All(ctx)
	if err != nil {
		return nil, err
	}
	done := map[int64]time.Time{}
	var ids []int64
	for _, c := range checks {
		if c.Defects > 0 {
			done[c.ID], ids = day(*c.DoneAt), append(ids, c.ID)
		}
	}
	err = store.InParts(ids, func(part []int64) error {
		items, err := client.CheckItem.Query().Where(checkitem.CheckIDIn(part...), checkitem.OutcomeEQ(term.CheckOutcomeDefect)).All(ctx)
		for _, i := range items {
			onRisks = append(onRisks, Problem{i.RiskPointID, done[i.CheckID]})
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	graded, err := client.Assessment.Query().Where(inside, assessment.KindEQ(term.AssessmentKindDecision), assessment.AtGTE(store.StartOf(since))).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, a := range graded {
		if a.PreviousGrade != term.Ungraded && a.Grade < a.PreviousGrade {
			onRisks = append(onRisks, Problem{a.RiskPointID, day(a.At)})
		}
	}
	if kind != term.WarningKindStepUnderdefended {
		return onRisks, nil
	}
	return onSteps(ctx, client, onRisks)
}

// onSteps are problems of risk points as those of their steps.
func onSteps(ctx context.Context, client *ent.Client, of []Problem) ([]Problem, error) {
	var ids []int64
	for _, p := range of {
		ids = append(ids, p.Subject)
	}
	steps := map[int64]int64{}
	err := store.InParts(ids, func(part []int64) error {
		rows, err := client.RiskPoint.Query().Where(riskpoint.IDIn(part...), riskpoint.StepIDNotNil()).Select(riskpoint.FieldStepID).All(ctx)
		for _, r := range rows {
			steps[r.ID] = *r.StepID
		}
		return err
	})
	var out []Problem
	for _, p := range of {
		if step, is := steps[p.Subject]; is {
			out = append(out, Problem{step, p.On})
		}
	}
	return out, err
}
