package cli

import (
	"context"
	"log/slog"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"

	"github.com/KimMachineGun/automemlimit/memlimit"
)

// How the garbage collector is set by the memory that there is, in bytes: an eighth of it, within bounds,
// is what garbage may take beside what is in use, so that a server at rest collects seldom and one that
// uses much stays small. The runtime holds back as a whole when it nears the limit.
const (
	leastRoom, mostRoom       = 64 << 20, 192 << 20
	leastPercent, mostPercent = 100, 400
	roomPart, limitPart       = 8, 5 // an eighth; four fifths
)

// memory is what the garbage collector goes by.
type memory struct {
	// available is what the machine or the control group has, 0 where that is not known.
	available uint64
	// room is how much garbage there may be, 0 where GOGC is set, which wins.
	room uint64
	// limit is the soft limit of the process, 0 where GOMEMLIMIT is set, which wins.
	limit int64
}

// memoryFor chooses by what is available and what the operator set.
func memoryFor(available uint64, environment func(string) string) memory {
	m := memory{available: available}
	if environment("GOGC") == "" {
		m.room = min(max(available/roomPart, leastRoom), mostRoom)
	}
	if environment("GOMEMLIMIT") == "" && available > 0 {
		m.limit = int64(min(available/limitPart*(limitPart-1), math.MaxInt64))
	}
	return m
}

// availableMemory is the control group's limit, or else the machine's memory.
func availableMemory() uint64 {
	system, _ := memlimit.FromSystem()
	if group, err := memlimit.FromCgroup(); err == nil && (system == 0 || group < system) {
		return group
	}
	return system
}

// percentFor is the percentage by which the heap may grow over what is live until it is collected.
func percentFor(live, room uint64) int {
	return int(min(max(room*100/max(live, 1), leastPercent), mostPercent))
}

// apply sets the collector until the returned function is called, and says so.
func (m memory) apply(ctx context.Context, log *slog.Logger) (stop func()) {
	if m.limit > 0 {
		debug.SetMemoryLimit(m.limit)
	}
	stopped := &atomic.Bool{}
	if m.room > 0 {
		followCollections(m.room, stopped, 0)
	}
	log.InfoContext(ctx, "memory", "available", m.available, "limit", debug.SetMemoryLimit(-1), "room for garbage", m.room, "GOGC", os.Getenv("GOGC"))
	return func() { stopped.Store(true) }
}

// followCollections sets the percentage anew after each collection: what it frees tells when it ended.
func followCollections(room uint64, stopped *atomic.Bool, was int) {
	if stopped.Load() {
		return
	}
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	percent := was
	if sample[0].Value.Kind() == metrics.KindUint64 {
		percent = percentFor(sample[0].Value.Uint64(), room)
	}
	if percent != was {
		debug.SetGCPercent(percent)
	}
	mark := new([16]byte)
	runtime.AddCleanup(mark, func(was int) { followCollections(room, stopped, was) }, percent)
}
