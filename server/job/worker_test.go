package job_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"sineng/server/job"
)

func TestAWorkerThatFailsIsStartedAgainWithGrowingPauses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		var starts []time.Duration
		var out bytes.Buffer
		begun := time.Now()
		job.RunWorkers(ctx, slog.New(slog.NewTextHandler(&out, nil)), job.Worker{Name: "failing", Run: func(ctx context.Context) error {
			starts = append(starts, time.Since(begun).Round(time.Second))
			switch len(starts) {
			case 4:
				panic("no")
			case 9: // it has run well for a while
				<-time.After(time.Minute) // of the bubble of synctest
			case 10:
				stop()
				<-ctx.Done()
				return nil
			}
			return errors.New("the database is gone")
		}})
		want := []time.Duration{0, 1, 3, 7, 15, 31, 63, 123, 183, 244}
		for i := range want {
			want[i] *= time.Second
		}
		if !slices.Equal(starts, want) {
			t.Errorf("started after %v, want %v", starts, want)
		}
		if text := out.String(); !strings.Contains(text, "worker=failing") || !strings.Contains(text, "the database is gone") || !strings.Contains(text, "panic: no") {
			t.Errorf("the log says %s", text)
		}
	})
}

func TestWorkersRunSideBySideUntilTheContextEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithTimeout(t.Context(), 10*time.Second)
		defer stop()
		var good, bad int
		ended := false
		job.RunWorkers(ctx, slog.New(slog.DiscardHandler),
			job.Worker{Name: "good", Run: job.Every(time.Second, func(context.Context) error { good++; return nil })},
			job.Worker{Name: "bad", Run: func(context.Context) error { bad++; return errors.New("no") }},
			job.Worker{Name: "short", Run: func(context.Context) error { return nil }},
			job.Worker{Name: "slow to end", Run: func(ctx context.Context) error {
				<-ctx.Done()
				<-time.After(time.Second)
				ended = true
				return ctx.Err()
			}})
		if good < 10 || bad != 4 || !ended {
			t.Errorf("%d passes of the good one, %d starts of the bad one, the slow one ended: %v", good, bad, ended)
		}
	})
}
