package account

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/appointment"
	"sineng/ent/portfolio"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/store"
)

// erasedName replaces an erased name.
const erasedName = "(已删除)"

// EraseTexts removes the name, numbers and addresses of somebody who has left from the log,
// the person and the account. The entries and their proofs remain, and with them what the
// person did and decided. It returns how many entries lost texts.
func (s *Service) EraseTexts(ctx context.Context, personID int64, reason string) (*ent.Person, int, error) {
	reason = strings.TrimSpace(reason)
	if n := utf8.RuneCountInString(reason); n < 1 || n > 500 {
		return nil, 0, fault.Bad("reason", "BAD_LENGTH", "请填写 1 至 500 字的依据", "Give a reason of 1 to 500 characters")
	}
	if err := authz.CheckAnywhere(ctx, authz.EraseTexts); err != nil {
		return nil, 0, err
	}
	if _, err := audit.Sequence(ctx, s.store); err != nil {
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
		erased, err := s.erase(ctx, tx, p)
		if err != nil {
			return nil, err
		}
		entries = entriesOf(erased)
		p, err = tx.Person.UpdateOne(p).SetName(erasedName).SetInitials("").SetJobTitle("").ClearStaffNumber().ClearPoliticalStatus().
			AddVersion(1).SetUpdatedAt(s.store.Now()).Save(ctx)
		if err != nil {
			return nil, err
		}
		return p, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionEraseTexts, Right: authz.EraseTexts, At: at, Object: p.ID,
			Reason: reason, Bare: true, Erased: erased})
	})
	return p, entries, err
}

// erase removes the texts of somebody who has left from the log and the account.
func (s *Service) erase(ctx context.Context, tx *ent.Tx, p *ent.Person) ([]audit.ErasedChange, error) {
	a, err := s.hasLeft(ctx, tx, p.ID)
	if err != nil {
		return nil, err
	}
	if a == nil {
		return audit.Erase(ctx, tx, p.ID, nil)
	}
	erased, err := audit.Erase(ctx, tx, p.ID, &a.ID)
	if err != nil {
		return nil, err
	}
	return erased, tx.Account.UpdateOne(a).SetLoginName(fmt.Sprintf("erased-%d", a.ID)).SetUpdatedAt(s.store.Now()).AddVersion(1).Exec(ctx)
}

// entriesOf counts the entries that lost texts; the changes of one entry are adjacent.
func entriesOf(erased []audit.ErasedChange) int {
	n, last := 0, int64(-1)
	for _, c := range erased {
		if c.Entry != last {
			n, last = n+1, c.Entry
		}
	}
	return n
}

// hasLeft refuses somebody who holds or will hold a post or portfolio, or who may still sign
// in. It returns the account, nil for none.
func (s *Service) hasLeft(ctx context.Context, tx *ent.Tx, person int64) (*ent.Account, error) {
	today := s.store.Today()
	holds, err := tx.Appointment.Query().Where(appointment.PersonID(person), office.NotOver(today)).Exist(ctx)
	if err != nil {
		return nil, err
	}
	leads, err := tx.Portfolio.Query().Where(portfolio.PersonID(person), office.NotOver(today)).Exist(ctx)
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
