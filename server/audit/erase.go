package audit

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/appointment"
	"sineng/ent/auditentry"
	"sineng/ent/audittouch"
	"sineng/ent/portfolio"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit/tlog"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/store"
)

// erasedName stands where a name was.
const erasedName = "(已删除)"

// signIns are entries whose details say from where somebody came.
var signIns = []term.AuditAction{term.AuditActionSignIn, term.AuditActionRefuseSignIn, term.AuditActionSignOut, term.AuditActionEndSession}

// Erase takes the name, the numbers and the addresses of somebody who has left out of the
// log and off the person and the account. The entries and their proofs stay, and with them
// what the person did and decided. It returns how many entries lost texts.
func (s *Service) Erase(ctx context.Context, personID int64, reason string) (*ent.Person, int, error) {
	reason = strings.TrimSpace(reason)
	if n := utf8.RuneCountInString(reason); n < 1 || n > 500 {
		return nil, 0, fault.Bad("reason", "BAD_LENGTH", "请填写 1 至 500 字的依据", "Give a reason of 1 to 500 characters")
	}
	if err := authz.CheckAnywhere(ctx, authz.EraseTexts); err != nil {
		return nil, 0, err
	}
	if _, err := Sequence(ctx, s.store); err != nil {
		return nil, 0, err
	}
	entries := 0
	p, err := store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.Person, error) {
		p, err := tx.Person.Get(ctx, personID)
		if err != nil {
			return nil, store.OrMissing(err, "personId", "人员", "person")
		}
		at := p.Levels()
		if err := authz.Check(ctx, authz.EraseTexts, at); err != nil {
			return nil, err
		}
		ctx = viewer.System(ctx)
		a, err := s.hasLeft(ctx, tx, p.ID)
		if err != nil {
			return nil, err
		}
		erased, err := eraseFromLog(ctx, tx, p, a)
		if err != nil {
			return nil, err
		}
		last := int64(-1)
		for _, c := range erased {
			if c.Entry != last {
				entries, last = entries+1, c.Entry
			}
		}
		p, err = tx.Person.UpdateOne(p).SetName(erasedName).SetInitials("").SetJobTitle("").ClearStaffNumber().ClearPoliticalStatus().
			AddVersion(1).SetUpdatedAt(s.store.Now()).Save(ctx)
		if err != nil {
			return nil, err
		}
		if a != nil {
			if err := tx.Account.UpdateOne(a).SetLoginName(fmt.Sprintf("erased-%d", a.ID)).SetUpdatedAt(s.store.Now()).AddVersion(1).Exec(ctx); err != nil {
				return nil, err
			}
		}
		return p, Append(ctx, s.store, Event{Action: term.AuditActionEraseTexts, Right: authz.EraseTexts, At: at, Object: p.ID,
			Reason: reason, Bare: true, Erased: erased})
	})
	return p, entries, err
}

// hasLeft refuses somebody who is still in office or may still sign in, and returns the
// account, nil for none.
func (s *Service) hasLeft(ctx context.Context, tx *ent.Tx, person int64) (*ent.Account, error) {
	today := s.store.Today()
	holds, err := tx.Appointment.Query().Where(appointment.PersonID(person),
		appointment.Or(appointment.ToDayIsNil(), appointment.ToDayGTE(today))).Exist(ctx)
	if err != nil {
		return nil, err
	}
	leads, err := tx.Portfolio.Query().Where(portfolio.PersonID(person),
		portfolio.Or(portfolio.ToDayIsNil(), portfolio.ToDayGTE(today))).Exist(ctx)
	if err != nil {
		return nil, err
	}
	if holds || leads {
		return nil, fault.New(fault.InvalidTransition, "PERSON_IN_OFFICE", "personId",
			"该人员仍在任职,不能删除其个人信息", "This person still holds an office; relieve them first")
	}
	a, err := tx.Account.Query().Where(account.PersonID(person)).Only(ctx)
	switch {
	case ent.IsNotFound(err):
		return nil, nil
	case err != nil:
		return nil, err
	case !a.Disabled:
		return nil, fault.New(fault.InvalidTransition, "ACCOUNT_OPEN", "personId",
			"该人员的账号尚未停用", "The person's account is not disabled yet")
	}
	return a, nil
}

// eraseFromLog takes out the texts of every change of the person and the account.
func eraseFromLog(ctx context.Context, tx *ent.Tx, p *ent.Person, a *ent.Account) ([]ErasedChange, error) {
	about := []int64{p.ID}
	if a != nil {
		about = append(about, a.ID)
	}
	var ids []int64
	err := tx.AuditTouch.Query().Where(audittouch.ObjectIDIn(about...)).Select(audittouch.FieldEntryID).Scan(ctx, &ids)
	if err != nil {
		return nil, err
	}
	if a != nil {
		own, err := tx.AuditEntry.Query().Where(auditentry.AccountID(a.ID), auditentry.ActionIn(signIns...)).IDs(ctx)
		if err != nil {
			return nil, err
		}
		ids = append(ids, own...)
	}
	slices.Sort(ids)
	var erased []ErasedChange
	for _, id := range slices.Compact(ids) {
		some, err := eraseFromEntry(ctx, tx, id, about)
		if err != nil {
			return nil, err
		}
		erased = append(erased, some...)
	}
	return erased, nil
}

func eraseFromEntry(ctx context.Context, tx *ent.Tx, id int64, about []int64) ([]ErasedChange, error) {
	row, err := tx.AuditEntry.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	e, err := Parse([]byte(row.Body))
	if err != nil {
		return nil, err
	}
	beside, err := tx.AuditText.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	texts := &Texts{}
	if err := json.Unmarshal([]byte(beside.Texts), texts); err != nil {
		return nil, err
	}
	var erased []ErasedChange
	for i, d := range e.Changes {
		if slices.Contains(about, d.ID) && i < len(texts.Changes) && texts.Changes[i] != nil {
			texts.Changes[i] = nil
			erased = append(erased, ErasedChange{tlog.IndexOf(id), i})
		}
	}
	if slices.Contains(signIns, e.Action) && slices.Contains(about, e.Actor.Account) && texts.Details != nil && len(e.Details) > 0 {
		texts.Details = nil
		erased = append(erased, ErasedChange{tlog.IndexOf(id), DetailsOf})
	}
	if len(erased) == 0 {
		return nil, nil
	}
	text, err := Encode(texts)
	if err != nil {
		return nil, err
	}
	return erased, tx.AuditText.UpdateOneID(id).SetTexts(string(text)).Exec(ctx)
}
