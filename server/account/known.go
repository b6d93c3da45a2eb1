package account

import (
	"context"
	stdsql "database/sql"
	"encoding/json"
	"errors"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/apitoken"
	"sineng/ent/person"
	"sineng/ent/rule"
	"sineng/ent/session"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/store"
	"sineng/server/tally"
)

// known is a statement that finds a session or a token, and with it, in the same statement, the account, the
// account's person, the version of rights and the state of the counts. It is built by hand, since ent
// would take a statement for each of them.
type known struct {
	s    *sql.Selector
	into []any

	account       ent.Account
	must, barred  stdsql.NullBool
	changed, step stdsql.NullTime
	codes, name   stdsql.NullString
	person        stdsql.NullInt64
	version       stdsql.NullInt64
	counts        tally.Moment
}

// knownBy begins the statement with the table of sessions or tokens, whose column account_id holds the
// account.
func knownBy(dialect, table string) *known {
	k := &known{s: sql.Dialect(dialect).Select().From(sql.Table(table).As("known"))}
	a, p := sql.Table(account.Table).As("owner"), sql.Table(person.Table).As("owner_person")
	k.s.Join(a).On(k.s.C(session.FieldAccountID), a.C(account.FieldID))
	k.s.LeftJoin(p).OnP(sql.And(sql.ColumnsEQ(a.C(account.FieldPersonID), p.C(person.FieldID)), sql.ExprP(rule.NotStagedSQL("owner_person"))))
	k.read(a.C(account.FieldID), &k.account.ID)
	k.read(a.C(account.FieldLoginName), &k.account.LoginName)
	k.read(a.C(account.FieldDisabled), &k.barred)
	k.read(a.C(account.FieldMustChangePassword), &k.must)
	k.read(a.C(account.FieldPasswordChangedAt), &k.changed)
	k.read(a.C(account.FieldTotpConfirmedAt), &k.step)
	k.read(a.C(account.FieldRecoveryCodes), &k.codes)
	k.read(p.C(person.FieldID), &k.person)
	k.read(p.C(person.FieldName), &k.name)
	k.read(store.JoinRightsVersion(k.s), &k.version)
	k.s.AppendSelectExpr(tally.SelectMoment())
	k.into = append(k.into, k.counts.Into()...)
	return k
}

// read adds a column to the statement.
func (k *known) read(column string, into any) {
	k.s.AppendSelect(column)
	k.into = append(k.into, into)
}

// find runs the statement and reports whether there is a row. The account then has what signing in needs of
// it, and its person.
func (k *known) find(ctx context.Context, client *ent.Client) (found bool, err error) {
	err = k.each(ctx, client, func() error {
		found = true
		return nil
	})
	return found, err
}

// each runs the statement and calls do with each row in turn, which is where the statement reads into.
func (k *known) each(ctx context.Context, client *ent.Client, do func() error) error {
	query, args := k.s.Query()
	rows, err := client.QueryContext(viewer.System(ctx), query, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		k.account = ent.Account{}
		if err := rows.Scan(k.into...); err != nil {
			return err
		}
		if err := k.complete(); err != nil {
			return err
		}
		if err := do(); err != nil {
			return err
		}
	}
	return errors.Join(rows.Err(), rows.Close())
}

// complete gives the account what stands in columns that may be null. Nothing of it is shared with the row
// after it.
func (k *known) complete() error {
	a := &k.account
	a.Disabled, a.MustChangePassword = k.barred.Bool, k.must.Bool
	if k.changed.Valid {
		a.PasswordChangedAt = new(k.changed.Time)
	}
	if k.step.Valid {
		a.TotpConfirmedAt = new(k.step.Time)
	}
	if k.person.Valid {
		a.PersonID = new(k.person.Int64)
		a.Edges.Person = &ent.Person{ID: k.person.Int64, Name: k.name.String}
	}
	if !k.codes.Valid {
		return nil
	}
	return json.Unmarshal([]byte(k.codes.String), &a.RecoveryCodes)
}

// knownSession is a living session with its account; nil for none.
func (s *Service) knownSession(ctx context.Context, token string) (*ent.Session, *known, error) {
	k, row := s.sessionsBy(hashToken(token))
	found, err := k.find(ctx, s.store.Client)
	if err != nil || !found {
		return nil, nil, err
	}
	return row, k, nil
}

// sessionsBy is the statement that finds the living sessions among those with some hashes, each of which is
// read into the row.
func (s *Service) sessionsBy(hashes ...any) (*known, *ent.Session) {
	k, row, now := knownBy(s.store.Dialect(), session.Table), &ent.Session{}, s.store.Now()
	k.s.Where(sql.And(sql.In(k.s.C(session.FieldTokenHash), hashes...),
		sql.GT(k.s.C(session.FieldExpiresAt), now), sql.GT(k.s.C(session.FieldSeenAt), now.Add(-IdleTimeout))))
	// All that the seal covers is read.
	k.read(k.s.C(session.FieldID), &row.ID)
	k.read(k.s.C(session.FieldSeal), &row.Seal)
	k.read(k.s.C(session.FieldTokenHash), &row.TokenHash)
	k.read(k.s.C(session.FieldAccountID), &row.AccountID)
	k.read(k.s.C(session.FieldCreatedAt), &row.CreatedAt)
	k.read(k.s.C(session.FieldSeenAt), &row.SeenAt)
	k.read(k.s.C(session.FieldExpiresAt), &row.ExpiresAt)
	k.read(k.s.C(session.FieldMethod), (*string)(&row.Method))
	k.read(k.s.C(session.FieldFactorPending), &row.FactorPending)
	k.read(k.s.C(session.FieldAddress), &row.Address)
	k.read(k.s.C(session.FieldAgent), &row.Agent)
	return k, row
}

// knownToken is a token with its account and the levels of its unit, none for a unit that nobody
// sees yet; nil for no token.
func (s *Service) knownToken(ctx context.Context, secret string) (*ent.ApiToken, *known, authz.Levels, error) {
	k, row := knownBy(s.store.Dialect(), apitoken.Table), &ent.ApiToken{}
	var at authz.Levels
	var place [len(authz.Levels{})]stdsql.NullInt64
	var unitID stdsql.NullInt64
	var scopes stdsql.NullString
	var revoked, used stdsql.NullTime
	u := sql.Table(unit.Table).As("place")
	k.s.LeftJoin(u).OnP(sql.And(sql.ColumnsEQ(k.s.C(apitoken.FieldUnitID), u.C(unit.FieldID)), sql.ExprP(rule.NotStagedSQL("place"))))
	k.s.Where(sql.EQ(k.s.C(apitoken.FieldTokenHash), hashToken(secret)))
	k.read(k.s.C(apitoken.FieldID), &row.ID)
	k.read(k.s.C(apitoken.FieldAccountID), &row.AccountID)
	k.read(k.s.C(apitoken.FieldScopes), &scopes)
	k.read(k.s.C(apitoken.FieldUnitID), &unitID)
	k.read(k.s.C(apitoken.FieldExpiresAt), &row.ExpiresAt)
	k.read(k.s.C(apitoken.FieldRevokedAt), &revoked)
	k.read(k.s.C(apitoken.FieldLastUsedAt), &used)
	for n := range place {
		k.read(u.C(rule.LevelColumn(n+1)), &place[n])
	}
	found, err := k.find(ctx, s.store.Client)
	if err != nil || !found {
		return nil, nil, at, err
	}
	for n := range place {
		at[n] = place[n].Int64
	}
	if unitID.Valid {
		row.UnitID = &unitID.Int64
	}
	if revoked.Valid {
		row.RevokedAt = &revoked.Time
	}
	if used.Valid {
		row.LastUsedAt = &used.Time
	}
	if scopes.Valid {
		row.Scopes = []term.TokenScope{}
		err = json.Unmarshal([]byte(scopes.String), &row.Scopes)
	}
	return row, k, at, err
}
