package account

import (
	"context"
	"fmt"
	"time"

	"sineng/ent"
	"sineng/server/audit"
	"sineng/server/audit/verify"
	"sineng/server/job"
)

// sweepEvery is the interval at which ended sessions are deleted.
const sweepEvery = time.Hour

// Workers delete sessions that have ended.
func (s *Service) Workers() []job.Worker {
	return []job.Worker{{Name: "account.sweep", Run: job.Every(sweepEvery, s.Sweep)}}
}

// Checks find sessions that somebody wrote into the database without using the program.
func (s *Service) Checks() []verify.Check {
	return []verify.Check{{Name: "sessions", Run: s.checkSessions}}
}

// checkSessions reports forged sessions.
func (s *Service) checkSessions(ctx context.Context, client *ent.Client) ([]verify.Finding, error) {
	forged, err := Forged(ctx, s.store, client)
	var out []verify.Finding
	for _, id := range forged {
		out = append(out, verify.Finding{Reason: "SESSION_FORGED", Entry: -1, Object: &audit.Object{Type: ent.TypeSession, ID: id},
			ZH: fmt.Sprintf("会话 %d 不是由系统写入的,已不起作用", id), EN: fmt.Sprintf("session %d was not written by the program and opens nothing", id)})
	}
	return out, err
}
