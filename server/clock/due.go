package clock

import (
	"context"
	"slices"
	"time"

	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/calendar"
	"sineng/server/fault"
)

// Ask is a question when a time limit ends.
type Ask struct {
	RuleCode  *string
	Rule      *Definition // one that is being written, in place of RuleCode
	UnitID    *int64
	Number    *int
	CountedIn *term.ClockUnit
	End       term.ClockEnd // where no rule is named
	Start     time.Time
	Pauses    []Pause
	Extended  int
}

// Pause is time that is taken out, as it is asked.
type Pause struct {
	Kind term.PauseKind
	From time.Time
	To   *time.Time
}

// Answer is when a time limit ends, with the clock that was run.
type Answer struct {
	calendar.Answer
	Clock calendar.Clock
}

// Due says when a time limit ends. Nothing is written.
func (s *Service) Due(ctx context.Context, in Ask) (*Answer, error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadOrganisation); err != nil {
		return nil, err
	}
	k, err := s.clock(ctx, in)
	if err != nil {
		return nil, err
	}
	run := calendar.Run{Start: in.Start, Extended: in.Extended}
	for _, p := range in.Pauses {
		pause := calendar.Pause{Kind: p.Kind, From: p.From}
		if p.To != nil {
			pause.To = *p.To
		}
		run.Pauses = append(run.Pauses, pause)
	}
	c, err := s.calendar.On(ctx)
	if err != nil {
		return nil, err
	}
	a, err := k.Due(c, run)
	if err != nil {
		return nil, err
	}
	return &Answer{a, k}, nil
}

// clock is the clock that a question names.
func (s *Service) clock(ctx context.Context, in Ask) (calendar.Clock, error) {
	var number int
	var unit term.ClockUnit
	if in.Number != nil {
		if number = *in.Number; number < 1 {
			return calendar.Clock{}, fault.Bad("number", "OUT_OF_RANGE", "期限至少为 1", "A time limit is 1 at least")
		}
	}
	if in.CountedIn != nil {
		unit = *in.CountedIn
	}
	r, err := s.rule(ctx, in)
	if err != nil {
		return calendar.Clock{}, err
	}
	k, err := r.Clock(number, unit)
	return k, asField(err, "unit", "countedIn")
}

// rule is the rule that a question names.
func (s *Service) rule(ctx context.Context, in Ask) (calendar.Rule, error) {
	none := fault.MissingAt("ruleCode", "期限计算规则", "rule of time limits")
	var rules []*Rule
	var set *own
	if in.UnitID != nil {
		u, err := s.unit(ctx, *in.UnitID, authz.ReadOrganisation)
		if err != nil {
			return calendar.Rule{}, err
		}
		if set, err = s.own(ctx, s.store.Reader(ctx), u); err != nil {
			return calendar.Rule{}, err
		}
		rules = set.on(in.Start)
	}
	switch {
	case in.Rule != nil && in.RuleCode != nil:
		return calendar.Rule{}, fault.Bad("ruleCode", "TWO_RULES", "只能按一条规则计算:已有的规则,或正在拟定的规则", "One rule counts: one that is set, or one that is being written")
	case in.Rule != nil:
		r, err := in.Rule.rule()
		if err == nil && !r.InForce(in.Start) {
			err = notInForce()
		}
		return r, err
	case in.RuleCode == nil:
		r := calendar.Rule{Start: term.ClockStartDayAfter, End: in.End}
		for _, p := range term.PauseKind("").Values() {
			r.Pauses = append(r.Pauses, term.PauseKind(p))
		}
		return r, nil
	}
	if r, statute := calendar.RuleOf(*in.RuleCode); statute {
		rules = append(rules, &Rule{Rule: r})
	}
	n := slices.IndexFunc(rules, func(r *Rule) bool { return r.Code == *in.RuleCode })
	switch {
	case n < 0 && set != nil && set.ever(*in.RuleCode), n >= 0 && !rules[n].InForce(in.Start):
		return calendar.Rule{}, notInForce()
	case n < 0:
		return calendar.Rule{}, none
	}
	return rules[n].Rule, nil
}

func notInForce() error {
	return fault.Bad("start", "RULE_NOT_IN_FORCE", "该规则在起算之日不施行,请改选规则", "The rule is not in force on the day it starts: choose another")
}

// asField renames a field of faults to that of the input that they are of.
func asField(err error, from, to string) error {
	for _, e := range fault.All(err) {
		if e.Field == from {
			e.Field = to
		}
	}
	return err
}
