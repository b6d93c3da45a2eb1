package account

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/session"
	"sineng/server/audit"
	"sineng/server/audit/verify"
	"sineng/server/store"
)

// revived tells that a session is older than its account's password or second factor, the setting of
// which ended all sessions: somebody put the row back into the database.
func revived(found *ent.Session, a *ent.Account) bool {
	after := func(set *time.Time) bool { return set != nil && found.CreatedAt.Before(*set) }
	return after(a.PasswordChangedAt) || after(a.TotpConfirmedAt)
}

// Checks find sessions that were put back after they had ended.
func (s *Service) Checks() []verify.Check {
	return []verify.Check{{Name: "ended sessions", Run: checkSessions}}
}

func checkSessions(ctx context.Context, client *ent.Client) ([]verify.Finding, error) {
	var out []verify.Finding
	for after := int64(0); ; {
		rows, err := client.Session.Query().Where(session.IDGT(after)).WithAccount().Order(session.ByID()).Limit(store.MaxPage).All(ctx)
		if err != nil || len(rows) == 0 {
			return out, err
		}
		for _, r := range rows {
			if after = r.ID; r.Edges.Account != nil && revived(r, r.Edges.Account) {
				out = append(out, verify.Finding{Reason: "SESSION_REVIVED", Entry: -1, Object: &audit.Object{Type: ent.TypeSession, ID: r.ID},
					ZH: "该会话早于其账号的密码或二次验证,本应已结束,已不起作用", EN: "the session is older than its account's password or second factor, had ended, and gives no rights"})
			}
		}
	}
}
