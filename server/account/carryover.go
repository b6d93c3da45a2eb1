package account

import (
	"context"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/auditentry"
	"sineng/ent/pendingact"
	"sineng/ent/portfolio"
	"sineng/ent/roleappointment"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/office"
	"sineng/server/pending"
	"sineng/server/store"
)

// CarryOver gives a database that is older than acts that wait for a second person what they rest on:
// since when accounts have secrets of their own, the first sign-in of a principal leader, and an act
// beside each granted role that waits; sessions of the older program end. It takes from the log what the log tells, and the present moment
// for accounts of which it tells nothing. It may be repeated.
func CarryOver(ctx context.Context, s *store.Store) error {
	ctx = viewer.System(ctx)
	if _, err := audit.Sequence(ctx, s); err != nil { // what waited when the older program stopped
		return err
	}
	c := &Service{store: s}
	if err := c.endForeignSessions(ctx); err != nil {
		return err
	}
	if err := c.carrySecrets(ctx); err != nil {
		return err
	}
	if err := c.carryLeader(ctx); err != nil {
		return err
	}
	return c.carryGrants(ctx)
}

// endForeignSessions ends the sessions whose seal is not of this program: an older one sealed them in
// another form. They would let nobody in and be reported as forged until they expire.
func (s *Service) endForeignSessions(ctx context.Context) error {
	return store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
		rows, err := tx.Session.Query().All(ctx)
		if err != nil {
			return err
		}
		for _, row := range rows {
			if s.store.Genuine(row) {
				continue
			}
			if err := tx.Session.DeleteOneID(row.ID).Exec(ctx); err != nil {
				return err
			}
		}
		return nil
	})
}

// carryBatch is how many accounts one transaction carries over.
const carryBatch = 200

// aboutSecrets are the entries that tell who set the secrets of an account.
var aboutSecrets = []term.AuditAction{term.AuditActionCreateAccount, term.AuditActionChangePassword, term.AuditActionResetPassword,
	term.AuditActionDisableSecondFactor, term.AuditActionEnableSecondFactor}

// ownSince is since when nobody but the owner of an account has set its password and second factor: the
// first time that the owner set the password after the last time that somebody else set either. Known is
// false where the entries tell nothing.
func ownSince(id int64, entries []*ent.AuditEntry) (since *time.Time, known bool) {
	for _, e := range entries {
		own := e.AccountID == id
		switch {
		case !own:
			since, known = nil, true
		case e.Action == term.AuditActionChangePassword:
			if known = true; since == nil {
				since = &e.At
			}
		}
	}
	return since, known
}

// carrySecrets enters since when accounts have secrets of their own.
func (s *Service) carrySecrets(ctx context.Context) error {
	for after, more := int64(0), true; more; {
		err := store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
			rows, err := tx.Account.Query().Where(account.IDGT(after), account.SecretsOwnSinceIsNil(), account.MustChangePassword(false)).
				Order(account.ByID()).Limit(carryBatch).All(ctx)
			if more = err == nil && len(rows) > 0; !more {
				return err
			}
			for _, a := range rows {
				since, err := s.sinceWhen(ctx, tx, a)
				if err != nil {
					return err
				}
				if after = a.ID; since == nil {
					continue
				}
				if err := tx.Account.UpdateOneID(a.ID).SetSecretsOwnSince(*since).SetUpdatedAt(s.store.Now()).AddVersion(1).Exec(ctx); err != nil {
					return err
				}
				if err := s.record(ctx, a, audit.Event{Action: term.AuditActionCarryOver}); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) sinceWhen(ctx context.Context, tx *ent.Tx, a *ent.Account) (*time.Time, error) {
	if a.PasswordChangedAt == nil { // made by the sign-in of a provider: nobody has ever known a password
		return &a.CreatedAt, nil
	}
	entries, err := tx.AuditEntry.Query().Where(auditentry.ActionIn(aboutSecrets...), auditentry.ObjectID(a.ID)).Order(auditentry.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	since, known := ownSince(a.ID, entries)
	if !known {
		now := s.store.Now()
		since = &now
	}
	return since, nil
}

// carryLeader notes the first sign-in of a principal leader with secrets of their own, which ended
// start-up.
func (s *Service) carryLeader(ctx context.Context) error {
	return store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
		if led, err := tx.Account.Query().Where(account.LedAtNotNil()).Exist(ctx); err != nil || led {
			return err
		}
		leaders, err := tx.Account.Query().Where(account.SecretsOwnSinceNotNil(), account.Or(leadsByGrant, leadsByPortfolio)).All(ctx)
		if err != nil {
			return err
		}
		var first *ent.Account
		var at time.Time
		for _, a := range leaders {
			found, err := s.firstLed(ctx, tx, a)
			if err != nil {
				return err
			}
			if !found.IsZero() && (first == nil || found.Before(at)) {
				first, at = a, found
			}
		}
		if first == nil {
			return nil
		}
		if err := s.change(ctx, tx, first, func(u *ent.AccountUpdateOne) { u.SetLedAt(at) }); err != nil {
			return err
		}
		return s.record(ctx, first, audit.Event{Action: term.AuditActionCarryOver})
	})
}

// leadsByGrant keeps the accounts that have, or had, the role of a principal leader.
func leadsByGrant(q *sql.Selector) {
	r := sql.Dialect(q.Dialect()).Select(roleappointment.FieldAccountID).From(sql.Table(roleappointment.Table))
	r.Where(sql.EQ(r.C(roleappointment.FieldRole), term.RolePrincipalLeader))
	q.Where(sql.In(q.C(account.FieldID), r))
}

// leadsByPortfolio keeps the accounts of people who have, or had, a principal portfolio.
func leadsByPortfolio(q *sql.Selector) {
	p := sql.Dialect(q.Dialect()).Select(portfolio.FieldPersonID).From(sql.Table(portfolio.Table))
	p.Where(sql.EQ(p.C(portfolio.FieldKind), term.PortfolioKindPrincipal))
	q.Where(sql.In(q.C(account.FieldPersonID), p))
}

// firstLed is the first sign-in of an account on a day on which it was a principal leader's, since its
// secrets are its owner's own; zero for none.
func (s *Service) firstLed(ctx context.Context, tx *ent.Tx, a *ent.Account) (time.Time, error) {
	signIns, err := tx.AuditEntry.Query().Where(auditentry.ActionEQ(term.AuditActionSignIn), auditentry.AccountID(a.ID),
		auditentry.AtGTE(*a.SecretsOwnSince)).Order(auditentry.ByID()).All(ctx)
	if err != nil {
		return time.Time{}, err
	}
	var person int64
	if a.PersonID != nil {
		person = *a.PersonID
	}
	var looked time.Time
	for _, e := range signIns {
		day := store.DayOf(e.At)
		if day.Equal(looked) {
			continue
		}
		looked = day
		facts, err := office.Read(tx.Client(), office.On(day)).Account(ctx, a.ID, person)
		if err != nil {
			return time.Time{}, err
		}
		if slices.ContainsFunc(facts.Grants(a.ID, person), func(g viewer.Grant) bool { return g.Role == term.RolePrincipalLeader }) {
			return e.At, nil
		}
	}
	return time.Time{}, nil
}

// carryGrants begins an act beside each granted role that waits and has none, as begun by whoever
// granted it.
func (s *Service) carryGrants(ctx context.Context) error {
	return store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
		rows, err := tx.RoleAppointment.Query().Where(roleappointment.StatusEQ(term.GrantStatusPending)).WithUnit().
			WithAccount(func(q *ent.AccountQuery) { q.WithPerson() }).Order(roleappointment.ByID()).All(ctx)
		if err != nil {
			return err
		}
		for _, r := range rows {
			has, err := tx.PendingAct.Query().Where(pendingact.KindEQ(term.ActKindGrantRole), pendingact.ObjectID(r.ID)).Exist(ctx)
			if err != nil {
				return err
			}
			if has {
				continue
			}
			act, err := s.grantAct(ctx, r, r.Edges.Unit, r.Edges.Account)
			if err != nil {
				return err
			}
			if r.GrantedBy != nil {
				act.BegunBy = *r.GrantedBy
			}
			if _, err := pending.BeginAsked(ctx, s.store, tx, act); err != nil {
				return err
			}
		}
		return nil
	})
}
