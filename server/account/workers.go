package account

import (
	"time"

	"sineng/server/job"
)

// sweepEvery is the interval at which ended sessions are deleted.
const sweepEvery = time.Hour

// Workers delete sessions that have ended.
func (s *Service) Workers() []job.Worker {
	return []job.Worker{{Name: "account.sweep", Run: job.Every(sweepEvery, s.Sweep)}}
}
