package app_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"sineng/ent"
	"sineng/server/account"
	"sineng/server/app"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/blob"
	"sineng/server/store"
	"sineng/server/testkit"
)

// workerDatabase names the environment variable that makes a child of the test binary the worker of a database.
const workerDatabase = "SINENG_TEST_APP_WORKER"

func TestMain(m *testing.M) {
	if url := os.Getenv(workerDatabase); url != "" {
		if err := serveWork(url, os.Getenv(workerDatabase+"_LOG"), os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, "worker:", err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// serveWork does what a server does in the background whenever it is told the time, until there is nothing left to do. Where it is told
// a number of points it kills itself with SIGKILL at that one: before a statement, before a commit or after it.
func serveWork(url, dir string, in io.Reader, out io.Writer) error {
	ctx := context.Background()
	var now, points atomic.Int64
	statements := &testkit.Statements{}
	statements.Points(func(string) {
		if points.Add(-1) == 0 {
			_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {} // nothing more is done until it has come
		}
	})
	key, err := tlog.SealKey(dir)
	if err != nil {
		return err
	}
	clock := func() time.Time { return time.UnixMilli(now.Add(1)).UTC() }
	s, err := store.Open(ctx, url, store.WithClock(clock), store.WithSeal(key), store.WithDriver(statements.Driver))
	if err != nil {
		return err
	}
	defer func() { _ = s.Close() }()
	accounts, err := account.New(s, testkit.CheapHash, account.WithKey(testkit.TestKey))
	if err != nil {
		return err
	}
	log, err := tlog.Open(s, tlog.Options{Dir: dir})
	if err != nil {
		return err
	}
	files, err := blob.Open(dir + "/files")
	if err != nil {
		return err
	}
	a, err := app.New(app.Options{Store: s, Accounts: accounts, Log: log, Files: files})
	if err != nil {
		return err
	}
	defer func() { _ = a.Close() }()
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		var at, until int64
		if _, err := fmt.Sscan(lines.Text(), &at, &until); err != nil {
			return err
		}
		now.Store(at)
		points.Store(until)
		did := 0
		for {
			n, err := pass(ctx, a)
			if err != nil {
				fmt.Fprintln(os.Stderr, "worker: a pass failed and is made again:", err)
			}
			if n == 0 && err == nil {
				break
			}
			did++
		}
		points.Store(0)
		if _, err := fmt.Fprintln(out, did); err != nil {
			return err
		}
	}
	return lines.Err()
}

// pass follows the log once and fires what is due, and returns how much there was to do.
func pass(ctx context.Context, a *app.App) (int, error) {
	did, err := audit.Sequence(ctx, a.Store)
	if err != nil && !ent.IsConstraintError(err) { // of two at once one fails, and the other goes on
		return did, err
	}
	for _, follow := range []func(context.Context) error{a.SupervisionChecks.Follow, a.Warnings.Follow, a.Notices.Follow} {
		if err := follow(ctx); err != nil {
			return did, err
		}
	}
	fired, err := a.Timer.Fire(ctx)
	return did + fired, err
}

// workers are server processes that work on one database.
type workers struct {
	t    *testing.T
	db   *testkit.DB
	dice *rand.Rand // nil where nobody is killed
	all  []*worker
	// kills is how often one was killed, most how often at most.
	kills, most int
}

// worker is a server process.
type worker struct {
	cmd  *exec.Cmd
	in   io.WriteCloser
	said *bufio.Scanner
}

func newWorkers(t *testing.T, db *testkit.DB, n int, dice *rand.Rand) *workers {
	t.Helper()
	w := &workers{t: t, db: db, dice: dice, all: make([]*worker, n), most: 8}
	for i := range w.all {
		w.start(i)
	}
	t.Cleanup(func() {
		for _, one := range w.all {
			_ = one.in.Close()
			_ = one.cmd.Process.Kill()
			_ = one.cmd.Wait()
		}
	})
	return w
}

func (w *workers) start(i int) {
	w.t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), workerDatabase+"="+w.db.URL, workerDatabase+"_LOG="+w.db.LogDir)
	c.Stderr = os.Stderr
	in, out := testkit.Must(c.StdinPipe())(w.t), testkit.Must(c.StdoutPipe())(w.t)
	if err := c.Start(); err != nil {
		w.t.Fatal(err)
	}
	w.all[i] = &worker{c, in, bufio.NewScanner(out)}
}

// work has all of them work at once at a moment until none finds anything to do. Those that die are started again.
func (w *workers) work(at time.Time) {
	w.t.Helper()
	for busy := true; busy; at = at.Add(time.Minute) {
		busy = false
		died, did := make([]bool, len(w.all)), make([]int, len(w.all))
		var running sync.WaitGroup
		for i, one := range w.all {
			until := 0
			if w.dice != nil && w.kills < w.most && w.dice.IntN(2) == 0 {
				until = 1 + w.dice.IntN(150)
			}
			running.Go(func() {
				_, err := fmt.Fprintln(one.in, at.UnixMilli(), until)
				died[i] = err != nil || !one.said.Scan()
				if !died[i] {
					_, err = fmt.Sscan(one.said.Text(), &did[i])
					died[i] = err != nil
				}
			})
		}
		running.Wait()
		for i, one := range w.all {
			if died[i] {
				_ = one.cmd.Wait()
				if status, ok := one.cmd.ProcessState.Sys().(syscall.WaitStatus); !ok || status.Signal() != syscall.SIGKILL {
					w.t.Fatalf("a worker ended by itself: %v", one.cmd.ProcessState)
				}
				w.kills++
				w.start(i)
			}
			busy = busy || died[i] || did[i] > 0
		}
	}
}
