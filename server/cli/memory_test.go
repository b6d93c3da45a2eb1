package cli

import (
	"context"
	"log/slog"
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

func TestTheCollectorIsSetByTheMemoryThereIs(t *testing.T) {
	const mib = 1 << 20
	for _, c := range []struct {
		available    uint64
		gogc, gomem  string
		room         uint64
		limit        int64
		live         uint64
		percent      int
		whatIsTested string
	}{
		{0, "", "", 64 * mib, 0, 16 * mib, 400, "nothing known"},
		{256 * mib, "", "", 64 * mib, 256 * mib / 5 * 4, 40 * mib, 160, "a small container"},
		{1024 * mib, "", "", 128 * mib, 1024 * mib / 5 * 4, 64 * mib, 200, "a small machine"},
		{64 << 30, "", "", 192 * mib, (64 << 30) / 5 * 4, 40 * mib, 400, "a large machine"},
		{64 << 30, "", "", 192 * mib, (64 << 30) / 5 * 4, 96 * mib, 200, "a large register"},
		{64 << 30, "", "", 192 * mib, (64 << 30) / 5 * 4, 2 << 30, 100, "an enormous one"},
		{64 << 30, "50", "", 0, (64 << 30) / 5 * 4, 0, 0, "GOGC is set"},
		{64 << 30, "", "1GiB", 192 * mib, 0, 0, 400, "GOMEMLIMIT is set"},
	} {
		m := memoryFor(c.available, func(name string) string { return map[string]string{"GOGC": c.gogc, "GOMEMLIMIT": c.gomem}[name] })
		if m.room != c.room || m.limit != c.limit {
			t.Errorf("%s: %+v, want room %d and limit %d", c.whatIsTested, m, c.room, c.limit)
		}
		if got := percentFor(c.live, m.room); m.room > 0 && got != c.percent {
			t.Errorf("%s: %d %%, want %d", c.whatIsTested, got, c.percent)
		}
	}
	if availableMemory() == 0 {
		t.Error("this machine has no memory")
	}
}

// After a collection with much in use less garbage is let be, in parts of that.
func TestTheCollectorFollowsWhatIsInUse(t *testing.T) {
	limit := debug.SetMemoryLimit(-1)
	percent := func() int {
		p := debug.SetGCPercent(100)
		debug.SetGCPercent(p)
		return p
	}
	before := percent()
	t.Cleanup(func() { debug.SetGCPercent(before); debug.SetMemoryLimit(limit) })
	stop := memory{room: 64 << 20}.apply(context.Background(), slog.New(slog.DiscardHandler))
	defer stop()
	reaches := func(what string, is func(int) bool) {
		t.Helper()
		for deadline := time.Now().Add(10 * time.Second); !is(percent()); runtime.Gosched() {
			if runtime.GC(); time.Now().After(deadline) {
				t.Fatalf("%s the percentage is %d", what, percent())
			}
		}
	}
	reaches("with little in use", func(p int) bool { return p > 150 })
	much := make([]byte, 200<<20)
	reaches("with much in use", func(p int) bool { return p == leastPercent })
	runtime.KeepAlive(much)
	much = nil
	reaches("with little in use again", func(p int) bool { return p > 150 })
}
