package objection

import (
	"context"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
)

// Answer is the input of Service.Answer.
type Answer struct {
	ObjectionID     int64
	ExpectedVersion int
	Outcome         term.ObjectionOutcome
	Answer          string
}

// Answer ends an objection, also after its deadline. The answerer holds the tier that it is
// addressed to, or a higher one, and neither raised the objection nor recorded or decided what
// it is about.
func (s *Service) Answer(ctx context.Context, in Answer) (*ent.Objection, error) {
	text := strings.TrimSpace(in.Answer)
	if n := utf8.RuneCountInString(text); n == 0 || n > 4000 {
		return nil, fault.Bad("answer", "BAD_LENGTH", "请填写复核意见,不超过 4000 字", "Give the answer in at most 4,000 characters")
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionAnswerObjection, Right: authz.AnswerObjections}, func(ctx context.Context, tx *ent.Tx) (*ent.Objection, error) {
		o, err := s.hold(ctx, tx, in.ObjectionID)
		if err != nil {
			return nil, err
		}
		if _, err := org.HoldToEnd(ctx, s.store, tx, o.UnitID, authz.AnswerObjections, "objectionId"); err != nil {
			return nil, err
		}
		as, role, err := s.capacity(ctx, tx.Client(), o)
		if err != nil {
			return nil, err
		}
		update, err := s.move(tx, o, in.ExpectedVersion, ActionAnswer, as)
		if err != nil {
			return nil, err
		}
		v := viewer.FromContext(ctx)
		update.SetOutcome(in.Outcome).SetAnswer(text).SetAnswererName(v.Name).SetAnsweredAt(s.store.Now())
		if role != "" {
			update.SetAnswererRole(role)
		}
		if v.PersonID != 0 {
			update.SetAnswererID(v.PersonID)
		}
		out, err := update.Save(viewer.System(ctx))
		return out, org.Stale(err)
	})
}

// MayAnswer reports whether the viewer may answer an objection.
func (s *Service) MayAnswer(ctx context.Context, o *ent.Objection) (bool, error) {
	if !authz.May(viewer.FromContext(ctx), authz.AnswerObjections, o.Levels()) {
		return false, nil
	}
	as, _, err := s.capacity(ctx, s.store.Reader(ctx), o)
	if err != nil {
		return false, err
	}
	_, refused := Next(o.State, ActionAnswer, as, o.Tier)
	return refused == nil, nil
}

// capacity is the capacity in which the viewer acts on an objection, and the role by which
// they answer.
func (s *Service) capacity(ctx context.Context, client *ent.Client, o *ent.Objection) (Capacity, term.Role, error) {
	v := viewer.FromContext(ctx)
	p := part{self: themself(v) && o.PersonID != nil && *o.PersonID == v.PersonID}
	var role term.Role
	role, p.reaches = answering(v, o)
	if o.PersonID == nil || p.self || !p.reaches {
		return p.capacity(), role, nil
	}
	about, err := s.find(ctx, client, *o.PersonID, o.AboutID)
	switch {
	case fault.Is(err, fault.NotFound): // the record no longer names the person, so that nobody is partial
	case err != nil:
		return "", "", err
	default:
		if p.involved, err = about.involves(ctx, client, v); err != nil {
			return "", "", err
		}
	}
	return p.capacity(), role, nil
}

// answering is the viewer's highest role on an objection's unit, if it reaches the tier that
// the objection is addressed to. API tokens have none.
func answering(v *viewer.Viewer, o *ent.Objection) (term.Role, bool) {
	role, ok := authz.ActingRole(v, authz.AnswerObjections, o.Levels())
	return role, ok && (v.System || role.Reaches(o.Tier))
}

// Concerned are those who may not answer an objection: the objector, and the people and
// accounts that recorded or decided what it is about.
func (s *Service) Concerned(ctx context.Context, client *ent.Client, o *ent.Objection) (people, accounts []int64, err error) {
	if o.PersonID == nil {
		return nil, nil, nil
	}
	people = []int64{*o.PersonID}
	about, err := s.find(ctx, client, *o.PersonID, o.AboutID)
	if fault.Is(err, fault.NotFound) { // the record no longer names the person
		return people, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	return append(people, slices.Collect(maps.Keys(about.people))...), slices.Collect(maps.Keys(about.accounts)), nil
}

// involves reports whether somebody recorded or decided it, by any account of the same person.
func (r *Recorded) involves(ctx context.Context, client *ent.Client, v *viewer.Viewer) (bool, error) {
	if r.accounts[v.AccountID] || v.PersonID != 0 && r.people[v.PersonID] {
		return true, nil
	}
	if v.PersonID == 0 || len(r.accounts) == 0 {
		return false, nil
	}
	var ids []int64
	for id := range r.accounts {
		ids = append(ids, id)
	}
	return client.Account.Query().Where(account.IDIn(ids...), account.PersonID(v.PersonID)).Exist(viewer.System(ctx))
}
