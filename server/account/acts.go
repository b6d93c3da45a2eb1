package account

import (
	"context"
	"errors"

	"sineng/ent"
	"sineng/ent/apitoken"
	"sineng/ent/person"
	"sineng/ent/roleappointment"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/pending"
)

// Acts are the acts of power on accounts that wait for a second person.
func (s *Service) Acts() []pending.Kind {
	return []pending.Kind{
		{Kind: term.ActKindGrantRole, Carry: s.carryGrant, Drop: s.dropGrant},
		{Kind: term.ActKindResetPassword, Carry: s.carryPassword},
		{Kind: term.ActKindResetSecondFactor, Carry: s.carryFactor},
		{Kind: term.ActKindLinkPerson, Carry: s.carryPerson, Drop: s.dropPerson},
		{Kind: term.ActKindLinkIdentity, Carry: s.carryIdentity},
	}
}

func (s *Service) kinds() pending.Kinds { return pending.KindsOf(s.Acts()...) }

func (s *Service) carryGrant(ctx context.Context, tx *ent.Tx, a *ent.PendingAct) (int64, error) {
	r, err := tx.RoleAppointment.Query().Where(roleappointment.ID(a.ObjectID)).Only(ctx)
	if err != nil {
		return 0, err
	}
	_, err = s.enforce(ctx, tx, r, "")
	return r.ID, err
}

func (s *Service) dropGrant(ctx context.Context, tx *ent.Tx, a *ent.PendingAct, _ term.ActStatus) error {
	r, err := tx.RoleAppointment.Get(ctx, a.ObjectID)
	if err != nil {
		return err
	}
	_, err = s.decideGrant(ctx, tx, r, declineRole, "")
	return err
}

// reset is the payload of a reset: the hash of the new first password.
type reset struct {
	Hash string `json:"hash,omitempty"`
}

func (s *Service) carryPassword(ctx context.Context, tx *ent.Tx, a *ent.PendingAct) (int64, error) {
	in, err := pending.Load[reset](a)
	if err != nil {
		return 0, err
	}
	acc, err := s.lockAccount(ctx, tx, a.ObjectID)
	if err != nil {
		return 0, err
	}
	return 0, inOrder(
		func() error { return s.setPassword(ctx, tx, acc, in.Hash, true, a.BegunBy) },
		func() error { return s.endTokens(ctx, tx, acc.ID) },
		func() error {
			return s.record(ctx, acc, audit.Event{Action: term.AuditActionResetPassword, Right: authz.ConfirmGrants})
		})
}

func (s *Service) carryFactor(ctx context.Context, tx *ent.Tx, a *ent.PendingAct) (int64, error) {
	acc, err := s.lockAccount(ctx, tx, a.ObjectID)
	if err != nil {
		return 0, err
	}
	return 0, inOrder(
		func() error { return s.clearFactor(ctx, tx, acc) },
		func() error {
			return s.record(ctx, acc, audit.Event{Action: term.AuditActionDisableSecondFactor, Right: authz.ConfirmGrants,
				Reason: a.Reason, Details: map[string]string{"step": "RESET"}})
		})
}

// clearFactor removes a second factor on behalf of somebody else than its owner: the account's
// sessions and tokens end.
func (s *Service) clearFactor(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	return inOrder(
		func() error {
			return s.change(ctx, tx, a, func(u *ent.AccountUpdateOne) {
				withoutFactor(u)
				u.ClearSecretsOwnSince().ClearSecretsSetBy().SetNillableSecretsSetBy(acting(ctx))
			})
		},
		func() error { return endSessions(ctx, tx, a.ID) },
		func() error { return s.endTokens(ctx, tx, a.ID) })
}

// endTokens revokes the API tokens of an account whose password or second factor somebody else has
// reset: what it made before is not trusted any more.
func (s *Service) endTokens(ctx context.Context, tx *ent.Tx, accountID int64) error {
	rows, err := tx.ApiToken.Query().Where(apitoken.AccountID(accountID), apitoken.RevokedAtIsNil()).All(ctx)
	if err != nil {
		return err
	}
	now := s.store.Now()
	for _, t := range rows {
		if err := tx.ApiToken.UpdateOneID(t.ID).SetRevokedAt(now).SetUpdatedAt(now).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// carryPerson opens the account that was made for a person.
func (s *Service) carryPerson(ctx context.Context, tx *ent.Tx, a *ent.PendingAct) (int64, error) {
	acc, err := s.lockAccount(ctx, tx, a.ObjectID)
	if err != nil {
		return 0, err
	}
	return 0, inOrder(
		func() error { return s.change(ctx, tx, acc, func(u *ent.AccountUpdateOne) { u.SetDisabled(false) }) },
		func() error {
			return s.record(ctx, acc, audit.Event{Action: term.AuditActionLinkPerson, Right: authz.ConfirmGrants})
		})
}

// dropPerson takes the person away from the account that was made for them, which stays disabled.
func (s *Service) dropPerson(ctx context.Context, tx *ent.Tx, a *ent.PendingAct, _ term.ActStatus) error {
	acc, err := s.lockAccount(ctx, tx, a.ObjectID)
	if err != nil {
		return err
	}
	return s.change(ctx, tx, acc, func(u *ent.AccountUpdateOne) { u.ClearPersonID().SetDisabled(true) })
}

// identityLink is the payload of a link to an identity.
type identityLink struct {
	Issuer  string `json:"issuer"`
	Subject string `json:"subject"`
}

func (s *Service) carryIdentity(ctx context.Context, tx *ent.Tx, a *ent.PendingAct) (int64, error) {
	in, err := pending.Load[identityLink](a)
	if err != nil {
		return 0, err
	}
	acc, err := s.lockAccount(ctx, tx, a.ObjectID)
	if err != nil {
		return 0, err
	}
	made, err := s.linkIdentity(ctx, tx, acc, Claim{Issuer: in.Issuer, Subject: in.Subject})
	if err != nil {
		return 0, err
	}
	return made.ID, nil
}

// WaitingGrant is the act that stands beside a granted role while it waits, nil once it does not.
func (s *Service) WaitingGrant(ctx context.Context, id int64) (*pending.View, error) {
	acts, err := pending.On(ctx, s.store, s.kinds(), term.ActKindGrantRole, id)
	return acts[id], err
}

// wait makes an act on an account wait where the account is powerful; nil where it is to be carried
// out at once.
func (s *Service) wait(ctx context.Context, tx *ent.Tx, a *ent.Account, kind term.ActKind, payload any, reason string) (*ent.PendingAct, error) {
	if !pending.Waits(ctx) {
		return nil, nil
	}
	var owner int64
	if a.PersonID != nil {
		owner = *a.PersonID
	}
	powerful, err := s.Powerful(ctx, tx.Client(), a.ID, owner)
	if err != nil || !powerful {
		return nil, err
	}
	act, err := s.actOn(ctx, tx, a, kind, payload, reason)
	if err != nil {
		return nil, err
	}
	return pending.Begin(ctx, s.store, tx, act)
}

// actOn describes an act on an account, to be confirmed where the unit of its person and all that it
// holds lie: who may confirm in one place gives nobody what is held in another.
func (s *Service) actOn(ctx context.Context, tx *ent.Tx, a *ent.Account, kind term.ActKind, payload any, reason string) (pending.Act, error) {
	act := pending.Act{Kind: kind, Object: a.ID, Account: a.ID, Right: authz.ConfirmGrants, Payload: payload, Reason: reason,
		Words: map[string]string{"login": a.LoginName}}
	if a.PersonID == nil {
		return act, nil // the whole system
	}
	p, err := tx.Person.Query().Where(person.ID(*a.PersonID)).WithUnit().Only(ctx)
	if err != nil {
		return act, err
	}
	act.Person = p.ID
	act.Words["person"], act.Words["unit"] = p.Name, p.Edges.Unit.Name
	return act, s.placed(ctx, tx, &act, p.Levels())
}

// placed sets where the right to confirm an act on an account is needed: the nearest unit that has
// below it, or is, all the units that it or its person holds something on, and the person's own place.
func (s *Service) placed(ctx context.Context, tx *ent.Tx, act *pending.Act, own authz.Levels) error {
	held, err := s.holds(ctx, tx.Client(), act.Account, act.Person)
	if err != nil {
		return err
	}
	act.At = office.Common(append(held, own)...)
	if id := office.UnitAt(act.At).ID; id != 0 {
		act.Unit = &id
	}
	return nil
}

// calledOf is the name of an account's person, "" without one.
func (s *Service) calledOf(ctx context.Context, a *ent.Account) (string, error) {
	if a.PersonID == nil {
		return "", nil
	}
	p, err := s.store.Reader(ctx).Person.Get(viewer.System(ctx), *a.PersonID)
	if err != nil {
		return "", err
	}
	return p.Name, nil
}

// reasonOf is the reason of a fault, "" for another error.
func reasonOf(err error) string {
	if all := fault.All(err); len(all) > 0 {
		return all[0].Reason
	}
	return ""
}

// onField is an error with another name for an input field.
func onField(err error, from, to string) error {
	var f *fault.Error
	if !errors.As(err, &f) || f.Field != from {
		return err
	}
	out := *f
	out.Field = to
	return &out
}
