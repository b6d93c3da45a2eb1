package account

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/predicate"
	"sineng/ent/session"
	"sineng/ent/signinfailure"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/fault"
	"sineng/server/store"
)

// OwnSession is one of the viewer's sessions.
type OwnSession struct {
	ID                           int64
	CreatedAt, SeenAt, ExpiresAt time.Time
	// Address and Agent are those of the browser that signed in.
	Address, Agent string
	Method         term.SignInMethod
	// Current is true for the session of the request itself.
	Current bool
}

// openSession stores a new session under a fresh token. One that still needs its second factor
// ends after FactorTimeout.
func (s *Service) openSession(ctx context.Context, tx *ent.Tx, accountID int64, method term.SignInMethod, owesFactor bool) (string, error) {
	token, now, origin := newToken(), s.store.Now(), audit.OriginOf(ctx)
	end := now.Add(AbsoluteTimeout)
	if owesFactor {
		end = now.Add(FactorTimeout)
	}
	return token, tx.Session.Create().SetTokenHash(hashToken(token)).SetAccountID(accountID).
		SetCreatedAt(now).SetSeenAt(now).SetExpiresAt(end).SetMethod(method).SetFactorPending(owesFactor).
		SetAddress(short(origin.Address, 64)).SetAgent(short(origin.Agent, 300)).Exec(ctx)
}

func endSessions(ctx context.Context, tx *ent.Tx, accountID int64) error {
	_, err := tx.Session.Delete().Where(session.AccountID(accountID)).Exec(ctx)
	return err
}

// alive matches sessions that have not ended.
func (s *Service) alive() predicate.Session {
	now := s.store.Now()
	return session.And(session.ExpiresAtGT(now), session.SeenAtGT(now.Add(-IdleTimeout)))
}

// Sessions are the viewer's open sessions, the last used first; token is that of the request.
func (s *Service) Sessions(ctx context.Context, token string) ([]*OwnSession, error) {
	a, err := s.ownAccount(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := s.store.Reader(ctx).Session.Query().Where(session.AccountID(a.ID), s.alive()).
		Order(session.BySeenAt(sql.OrderDesc()), session.ByID(sql.OrderDesc())).All(viewer.System(ctx))
	out := make([]*OwnSession, len(rows))
	for i, r := range rows {
		out[i] = &OwnSession{r.ID, r.CreatedAt, r.SeenAt, r.ExpiresAt, r.Address, r.Agent, r.Method, r.TokenHash == hashToken(token)}
	}
	return out, err
}

// EndSession ends one of the viewer's sessions.
func (s *Service) EndSession(ctx context.Context, id int64) error {
	n, err := s.endOwn(ctx, session.ID(id))
	if err == nil && n == 0 {
		return fault.MissingAt("sessionId", "会话", "session")
	}
	return err
}

// EndOtherSessions ends all of the viewer's sessions except that of the token.
func (s *Service) EndOtherSessions(ctx context.Context, token string) error {
	_, err := s.endOwn(ctx, session.TokenHashNEQ(hashToken(token)))
	return err
}

// endOwn ends the viewer's sessions that match a condition and logs each.
func (s *Service) endOwn(ctx context.Context, which predicate.Session) (int, error) {
	a, err := s.ownAccount(ctx)
	if err != nil {
		return 0, err
	}
	return store.WithValue(viewer.System(ctx), s.store, func(ctx context.Context, tx *ent.Tx) (int, error) {
		if _, err := s.lockAccount(ctx, tx, a.ID); err != nil {
			return 0, err
		}
		rows, err := tx.Session.Query().Where(session.AccountID(a.ID), s.alive(), which).All(ctx)
		if err != nil {
			return 0, err
		}
		at, err := s.placeOf(ctx, a.LoginName)
		if err != nil {
			return 0, err
		}
		for _, r := range rows {
			if _, err := tx.Session.Delete().Where(session.ID(r.ID)).Exec(ctx); err != nil {
				return 0, err
			}
			err := audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionEndSession, Object: a.ID, At: at, Details: map[string]string{
				"session": strconv.FormatInt(r.ID, 36), "sessionAddress": r.Address, "sessionAgent": r.Agent}})
			if err != nil {
				return 0, err
			}
		}
		return len(rows), nil
	})
}

// Sweep deletes sessions that have ended and failed sign-ins that no longer count towards a
// lock.
func (s *Service) Sweep(ctx context.Context) error {
	now := s.store.Now()
	return store.WithTx(viewer.System(ctx), s.store, func(ctx context.Context, tx *ent.Tx) error {
		_, err := tx.Session.Delete().Where(session.Or(session.ExpiresAtLTE(now), session.SeenAtLTE(now.Add(-IdleTimeout)))).Exec(ctx)
		if err != nil {
			return err
		}
		_, err = tx.SignInFailure.Delete().Where(signinfailure.FailedAtLTE(now.Add(-longestLock))).Exec(ctx)
		return err
	})
}

func newToken() string { return rand.Text() + rand.Text() }

// hashToken is the form in which a token is stored: a copy of the database opens no session.
func hashToken(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}
