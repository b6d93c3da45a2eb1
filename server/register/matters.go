package register

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/agenda"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/store"
	"sineng/server/tally"
)

// Matters are the kinds of items that meetings decide about the register.
func (s *Service) Matters() []agenda.Matter {
	return []agenda.Matter{s.gradeMatter(), s.retirementMatter(), s.openingMatter(), s.comprehensiveMatter()}
}

// gradeMatter decides a grade: A, and lowering an A, by votes of the leading group.
func (s *Service) gradeMatter() agenda.Matter {
	return agenda.Matter{
		Kind: term.ItemKindGrade,
		Check: func(ctx context.Context, tx *ent.Tx, i agenda.Item, day time.Time) error {
			if i.Grade == term.Ungraded {
				return fault.Bad("grade", "REQUIRED", "请选择提请审定的等级", "Choose the grade to vote on")
			}
			_, err := s.CheckVotable(ctx, tx, i.About, i.Grade, day)
			return err
		},
		Needs: func(present, voted term.Grade) agenda.Body {
			if WayOf(present, voted) == ByMeeting {
				return agenda.LeadingGroup
			}
			return agenda.Members
		},
		Subjects: s.riskSubjects, Proposers: s.proposersOf,
		Conclude: func(ctx context.Context, tx *ent.Tx, o agenda.Outcome) (agenda.Done, error) {
			r, err := tx.RiskPoint.Get(ctx, o.Item.About)
			if err != nil {
				return agenda.Done{}, store.OrMissing(err, "itemId", "风险点", "risk point")
			}
			if !o.Carried {
				return agenda.Done{Decided: r.Grade}, nil
			}
			done, err := s.DecideInMeeting(ctx, DecideInMeeting{RiskPointID: r.ID, MeetingID: o.MeetingID, Grade: o.Item.Grade, Reason: o.Reason,
				Body: o.Body, Proposal: o.Proposal})
			if err != nil {
				return agenda.Done{}, err
			}
			decided := o.Item.Grade
			if o.Proposal {
				decided = r.Grade
			}
			return agenda.Done{Decided: decided, AssessmentID: &done.Assessment.ID}, nil
		},
	}
}

// retirementMatter retires a risk point of any grade by votes of the leading group: an A after
// two clean periods, unless what it stood on has ended.
func (s *Service) retirementMatter() agenda.Matter {
	return agenda.Matter{
		Kind: term.ItemKindRetirement,
		Check: func(ctx context.Context, tx *ent.Tx, i agenda.Item, day time.Time) error {
			r, err := s.holdForRetirement(ctx, tx, i)
			if err != nil {
				return err
			}
			return s.checkRetirement(ctx, tx, r, *i.Ground, day)
		},
		Needs:    func(term.Grade, term.Grade) agenda.Body { return agenda.LeadingGroup },
		Subjects: s.riskSubjects, Proposers: s.proposersOf,
		Conclude: func(ctx context.Context, tx *ent.Tx, o agenda.Outcome) (agenda.Done, error) {
			r, err := s.holdForRetirement(ctx, tx, o.Item)
			if err != nil {
				return agenda.Done{}, err
			}
			if !o.Carried {
				return agenda.Done{Decided: r.Grade}, nil
			}
			done, err := s.retireInMeeting(ctx, tx, r, o)
			if err != nil {
				return agenda.Done{}, err
			}
			return agenda.Done{Decided: term.Ungraded, AssessmentID: &done.Assessment.ID}, nil
		},
	}
}

// riskSubjects are the risk points of items, whoever asks: members must know what they vote on.
func (s *Service) riskSubjects(ctx context.Context, ids []int64) (map[int64]*agenda.Subject, error) {
	rows, err := s.store.Reader(ctx).RiskPoint.Query().Where(riskpoint.IDIn(ids...)).WithUnit().All(everywhere(ctx))
	if err != nil {
		return nil, err
	}
	out := make(map[int64]*agenda.Subject, len(rows))
	for _, r := range rows {
		if r.PersonID != nil {
			store.NoteRead(ctx, *r.PersonID)
		}
		out[r.ID] = &agenda.Subject{Title: r.Title, UnitName: r.Edges.Unit.Name, Levels: tally.LevelsOf(r), Present: r.Grade, PersonID: r.PersonID}
	}
	return out, nil
}

// proposersOf are those who proposed the grade of a risk point, or rewrote its text, since it
// was last decided, and who endorsed to retire it.
func (s *Service) proposersOf(ctx context.Context, tx *ent.Tx, riskPointID int64) (agenda.Authors, error) {
	known, err := s.past(everywhere(ctx), tx, riskPointID)
	if err != nil {
		return agenda.Authors{}, err
	}
	var out agenda.Authors
	all := known.authors
	if known.retirement != nil {
		all = append(all, known.retirement)
	}
	for _, a := range all {
		out.People = append(out.People, given(a.ActorID))
		out.Accounts = append(out.Accounts, given(a.AccountID))
	}
	return withPeople(ctx, tx, out)
}

// withPeople adds the people of the accounts.
func withPeople(ctx context.Context, tx *ent.Tx, a agenda.Authors) (agenda.Authors, error) {
	rows, err := tx.Account.Query().Where(account.IDIn(a.Accounts...), account.PersonIDNotNil()).All(everywhere(ctx))
	for _, row := range rows {
		a.People = append(a.People, given(row.PersonID))
	}
	a.People, a.Accounts = distinct(a.People), distinct(a.Accounts)
	return a, err
}

// holdForRetirement loads the risk point of an item, to be retired by somebody who holds
// meetings of the leading group.
func (s *Service) holdForRetirement(ctx context.Context, tx *ent.Tx, i agenda.Item) (*ent.RiskPoint, error) {
	if i.Ground == nil {
		return nil, fault.Bad("ground", "REQUIRED", "请选择撤销理由", "Choose the ground for retiring it")
	}
	r, err := s.holdToRetire(ctx, tx, i.About)
	if err != nil {
		return nil, err
	}
	return r, withTier(authz.Check(ctx, authz.DecideA, tally.LevelsOf(r)), authz.DecideA)
}
