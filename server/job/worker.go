package job

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"
)

// Worker is work that a server does for as long as it runs. A domain offers its workers to the
// program by a method Workers() []Worker.
type Worker struct {
	// Name is for the server's log, e.g. "campaign.follow".
	Name string
	// Run works until the context ends. It returns an error only when it cannot go on; whoever
	// runs it logs the error and starts it again after a pause that grows from failure to failure.
	Run func(ctx context.Context) error
}

// Every makes the Run of a worker that calls pass at once and then at an interval, and ends with
// the first failure.
func Every(interval time.Duration, pass func(context.Context) error) func(context.Context) error {
	return func(ctx context.Context) error {
		tick := time.NewTicker(interval)
		defer tick.Stop()
		for {
			if err := pass(ctx); err != nil {
				return err
			}
			select {
			case <-ctx.Done():
				return nil
			case <-tick.C:
			}
		}
	}
}

// Pauses between two starts of a worker that fails.
const (
	firstPause = time.Second
	mostPause  = time.Minute
	// steadyAfter is how long a worker has to run for its next failure to count as a first one.
	steadyAfter = 10 * time.Second
)

// RunWorkers runs workers side by side until the context ends and all of them have returned. A
// worker that fails or panics is started again; none stops another.
func RunWorkers(ctx context.Context, log *slog.Logger, workers ...Worker) {
	var working sync.WaitGroup
	for _, w := range workers {
		working.Go(func() { w.keepRunning(ctx, log) })
	}
	working.Wait()
}

// keepRunning starts a worker again until the context ends or it has nothing more to do.
func (w Worker) keepRunning(ctx context.Context, log *slog.Logger) {
	pause := firstPause
	for {
		begun := time.Now()
		err := w.runOnce(ctx)
		if ctx.Err() != nil {
			if err != nil && !errors.Is(err, ctx.Err()) {
				log.WarnContext(ctx, "a background worker stopped with an error", "worker", w.Name, "error", err)
			}
			return
		}
		if err == nil {
			return
		}
		if time.Since(begun) >= steadyAfter {
			pause = firstPause
		}
		log.ErrorContext(ctx, "a background worker failed and is started again", "worker", w.Name, "pause", pause, "error", err)
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
		pause = min(2*pause, mostPause)
	}
}

// runOnce runs a worker; a panic is an error of the worker, not the end of the server.
func (w Worker) runOnce(ctx context.Context) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	return w.Run(ctx)
}
