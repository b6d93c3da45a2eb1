package balance

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/closerelation"
	"sineng/ent/portfolio"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/timer"
)

// DeclareRelation declares that two people are closely related.
type DeclareRelation struct {
	PersonID, OtherID int64
	Kind              term.RelationKind
	From              time.Time
	Note              string
}

// EndRelation ends a close relation.
type EndRelation struct {
	RelationID      int64
	ExpectedVersion int
	To              time.Time
}

// Relations are the close relations of a person that the viewer may see, the newest first. That somebody else reads them is noted.
func (s *Service) Relations(ctx context.Context, personID int64) ([]*ent.CloseRelation, error) {
	if err := org.CheckPersons(ctx, s.store.Reader(ctx), "personId", personID); err != nil {
		return nil, err
	}
	rows, err := s.store.Reader(ctx).CloseRelation.Query().Where(closerelation.Or(closerelation.PersonID(personID), closerelation.OtherID(personID))).
		Order(closerelation.ByID()).All(ctx)
	reader := viewer.FromContext(ctx).PersonID
	for _, r := range rows {
		if reader == 0 || reader != r.PersonID && reader != r.OtherID { // to the two it is their own record
			store.NoteRead(ctx, r.PersonID)
			store.NoteRead(ctx, r.OtherID)
		}
	}
	return rows, err
}

// mayDeclare tells whether the viewer may declare or end relations of a person at a unit with these levels.
func mayDeclare(ctx context.Context, person int64, at authz.Levels) bool {
	v := viewer.FromContext(ctx)
	return v != nil && (v.PersonID == person && person != 0 || authz.May(v, authz.ReadPersonal, at))
}

// MayEnd tells whether the viewer may end a relation: who declared it for themself, or who reads personal records there.
func (s *Service) MayEnd(ctx context.Context, r *ent.CloseRelation) bool {
	return mayDeclare(ctx, r.PersonID, r.Levels())
}

// Declare declares a close relation.
func (s *Service) Declare(ctx context.Context, in DeclareRelation) (*ent.CloseRelation, error) {
	note := strings.TrimSpace(in.Note)
	switch {
	case utf8.RuneCountInString(note) > 500:
		return nil, fault.Bad("note", "TOO_LONG", "说明最多 500 个字符", "A note has at most 500 characters")
	case in.PersonID == in.OtherID:
		return nil, fault.Bad("otherId", "SAME_PERSON", "请选择另一人", "Choose somebody else")
	case in.From.After(s.store.Today()):
		return nil, fault.Bad("from", "IN_FUTURE", "起始日不得晚于今天", "A relation begins today at the latest")
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.CloseRelation, error) {
		client := tx.Client()
		p, err := client.Person.Get(ctx, in.PersonID)
		if err != nil {
			return nil, store.OrMissing(err, "personId", "人员", "person")
		}
		if err := org.CheckPersons(ctx, client, "otherId", in.OtherID); err != nil {
			return nil, err
		}
		u, err := client.Unit.Get(everywhere(ctx), p.UnitID)
		if err != nil {
			return nil, err
		}
		if !mayDeclare(ctx, p.ID, u.Levels()) {
			return nil, authz.Check(ctx, authz.ReadPersonal, u.Levels())
		}
		sys := everywhere(ctx)
		known, err := client.CloseRelation.Query().Where(closerelation.Or(
			closerelation.And(closerelation.PersonID(in.PersonID), closerelation.OtherID(in.OtherID)),
			closerelation.And(closerelation.PersonID(in.OtherID), closerelation.OtherID(in.PersonID))), closerelation.ToDayIsNil()).Exist(sys)
		if err != nil {
			return nil, err
		}
		if known {
			return nil, fault.New(fault.Conflict, "DECLARED_ALREADY", "otherId", "两人的回避关系已经申报", "The relation of the two is declared already")
		}
		now := s.store.Now()
		create := tx.CloseRelation.Create().SetPersonID(p.ID).SetOtherID(in.OtherID).SetKind(in.Kind).SetFromDay(in.From).SetNote(note).
			SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now)
		if v := viewer.Actor(ctx); v != nil && v.AccountID != 0 {
			create.SetDeclaredBy(v.AccountID)
		}
		row, err := create.Save(sys)
		if err != nil {
			return nil, err
		}
		if err := s.judgeHolders(ctx, tx, p.ID, in.OtherID); err != nil {
			return nil, err
		}
		return row, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionDeclareRelation, Right: rightOver(ctx, p.ID), At: u.Levels(), Object: row.ID})
	})
}

// EndRelation ends a close relation, or corrects its last day.
func (s *Service) EndRelation(ctx context.Context, in EndRelation) (*ent.CloseRelation, error) {
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.CloseRelation, error) {
		row, err := tx.CloseRelation.Get(ctx, in.RelationID)
		if err != nil {
			return nil, store.OrMissing(err, "relationId", "回避关系", "relation")
		}
		switch {
		case !s.MayEnd(ctx, row):
			return nil, authz.Check(ctx, authz.ReadPersonal, row.Levels())
		case row.Version != in.ExpectedVersion:
			return nil, fault.Stale()
		case in.To.Before(row.FromDay):
			return nil, fault.Bad("to", "BAD_PERIOD", "最后一日不得早于起始日", "The last day is not before the first")
		}
		row, err = tx.CloseRelation.UpdateOne(row).AddVersion(1).SetUpdatedAt(s.store.Now()).SetToDay(in.To).Save(everywhere(ctx))
		if err != nil {
			return nil, err
		}
		if err := s.judgeHolders(ctx, tx, row.PersonID, row.OtherID); err != nil {
			return nil, err
		}
		return row, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionEndRelation, Right: rightOver(ctx, row.PersonID), At: row.Levels(), Object: row.ID})
	})
}

// judgeHolders has the bureaus judged again where people hold posts or lead.
func (s *Service) judgeHolders(ctx context.Context, tx *ent.Tx, people ...int64) error {
	rows, err := tx.Appointment.Query().Where(appointment.PersonIDIn(people...), office.InForce(s.store.Today())).Order(appointment.ByID()).All(everywhere(ctx))
	if err != nil {
		return err
	}
	leading, err := tx.Portfolio.Query().Where(portfolio.PersonIDIn(people...), office.InForce(s.store.Today())).Order(portfolio.ByID()).All(everywhere(ctx))
	if err != nil {
		return err
	}
	units := map[int64]bool{}
	for _, a := range rows {
		units[a.UnitID] = true
	}
	for _, p := range leading {
		units[p.UnitID] = true
	}
	bureaus, err := org.BureausOf(ctx, tx.Client(), sorted(units))
	if err != nil {
		return err
	}
	return timer.SetAll(ctx, tx, dueJudge, bureaus, s.store.Now())
}
