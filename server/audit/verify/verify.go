package verify

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"time"

	"golang.org/x/mod/sumdb/note"
	sumdb "golang.org/x/mod/sumdb/tlog"

	"sineng/ent"
	"sineng/ent/auditentry"
	"sineng/ent/audittext"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/store"
)

// Check compares one kind of derived data with its source: counts with the rows, filed forms
// with their hashes. Domains register their checks.
type Check struct {
	Name string
	// Run returns the differences.
	Run func(ctx context.Context, client *ent.Client) ([]Finding, error)
}

// Options say what to verify against.
type Options struct {
	// Dir is the log's folder; without it only the database's checkpoints are compared.
	Dir string
	// Verifier verifies the checkpoints' signatures; it is always required.
	Verifier note.Verifier
	// Checks are run after the log and the rows.
	Checks []Check
	// WithoutSchema leaves out the comparison of the database's schema, for tests that compare
	// rows many times.
	WithoutSchema bool
	// Progress is called with the number of entries read; it may be nil.
	Progress func(entries int64)
	// Now is the present time, for entries that wait too long.
	Now time.Time
}

// longestWait is how long an entry may wait for its index while the server runs, with a
// margin.
const longestWait = 10 * time.Minute

// Run verifies the whole log, its tree, its checkpoints and all logged rows at one point in
// time. An error means that reading failed; differences are in the report.
func Run(ctx context.Context, s *store.Store, o Options) (_ *Report, err error) {
	v := &verification{store: s, options: o, replay: newStates(), roots: map[int64]sumdb.Hash{}}
	defer func() { err = errors.Join(err, v.replay.close()) }()
	err = s.Snapshot(viewer.System(ctx), func(ctx context.Context, client *ent.Client) error {
		v.client = client
		for _, step := range []func(context.Context) error{
			v.readCheckpoints, v.readEntries, v.compareCheckpoints, v.compareNodes, v.compareTouches, v.readInbox, v.compareBare,
			v.compareRows, v.compareLinks, v.compareSeals, v.compareWitnessed, v.compareSchema, v.runChecks,
		} {
			if err := step(ctx); err != nil {
				return err
			}
		}
		return nil
	})
	return &v.report, err
}

type verification struct {
	store       *store.Store
	options     Options
	client      *ent.Client
	report      Report
	replay      *replay
	checkpoints []*signed
	roots       map[int64]sumdb.Hash // by size, of the sizes that were signed
	frontier    tlog.Frontier
	tiles       []sumdb.Hash // the leaves after the last node of level 8
	nodes       []sumdb.Hash // of level 8
	size        int64
	seen        map[int64]*seenIDs // the compared rows, by block
}

// readEntries reads the log once, in the order of the index.
func (v *verification) readEntries(ctx context.Context) error {
	batches := make(chan []*pair, 1)
	var failed error
	var reading sync.WaitGroup
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	reading.Go(func() {
		defer close(batches)
		failed = v.fetch(ctx, batches)
	})
	next := int64(0)
	for batch := range batches {
		parallel(batch, func(p *pair) {
			if p.unread != nil {
				return
			}
			p.leaf.open()
			p.leaf.compareColumns(p.row)
			p.leaf.compareSeal(v.store)
		})
		for _, p := range batch {
			l := p.leaf
			if l.index != next {
				v.report.entry("ENTRY_MISSING", next, fmt.Sprintf("从这里起缺少 %d 条", l.index-next), plural(l.index-next)+" from here on are missing")
			}
			next = l.index + 1
			if p.unread != nil {
				v.unreadable(ent.TypeAuditEntry, tlog.EntryID(l.index), p.unread)
				continue
			}
			v.take(l)
		}
		if v.options.Progress != nil {
			v.options.Progress(next)
		}
	}
	reading.Wait()
	v.size, v.report.Entries = next, v.frontier.Size
	return failed
}

// pair is an entry's row with what is in it; unread is why the row cannot be read.
type pair struct {
	row    *ent.AuditEntry
	leaf   *leaf
	unread error
}

// fetch reads entries with their texts.
func (v *verification) fetch(ctx context.Context, out chan<- []*pair) error {
	limit := leastBatch
	for after := int64(0); ; {
		batch, err := v.entriesAfter(ctx, after, limit)
		if err != nil || len(batch) == 0 {
			return err
		}
		after = tlog.EntryID(batch[len(batch)-1].leaf.index)
		limit = nextLimit(limit, batch)
		select {
		case out <- batch:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// entriesAfter reads the next entries, one by one where they cannot be read together.
func (v *verification) entriesAfter(ctx context.Context, after int64, limit int) ([]*pair, error) {
	read := func(after int64, limit int) ([]*pair, error) {
		rows, err := v.client.AuditEntry.Query().Where(auditentry.IDGT(after)).Order(auditentry.ByID()).Limit(limit).All(ctx)
		if err != nil || len(rows) == 0 {
			return nil, err
		}
		texts, err := v.client.AuditText.Query().Where(audittext.IDGTE(rows[0].ID), audittext.IDLTE(rows[len(rows)-1].ID)).All(ctx)
		if err != nil {
			return nil, err
		}
		beside := make(map[int64]string, len(texts))
		for _, t := range texts {
			beside[t.ID] = t.Texts
		}
		batch := make([]*pair, len(rows))
		for i, row := range rows {
			t, has := beside[row.ID]
			batch[i] = &pair{row: row, leaf: &leaf{index: tlog.IndexOf(row.ID), body: []byte(row.Body), texts: t, has: has}}
		}
		return batch, nil
	}
	batch, failed := read(after, limit)
	if failed == nil || ctx.Err() != nil {
		return batch, failed
	}
	ids, err := v.idsAfter(ctx, ent.TypeAuditEntry, after)
	if err != nil {
		return nil, failed
	}
	for _, id := range ids {
		one, err := read(id-1, 1)
		if err != nil {
			one = []*pair{{leaf: &leaf{index: tlog.IndexOf(id)}, unread: err}}
		}
		batch = append(batch, one...)
	}
	return batch, ctx.Err()
}

// parallel runs work on every element, on all processors.
func parallel[T any](all []T, work func(T)) {
	workers := runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(all); i += workers {
				work(all[i])
			}
		})
	}
	wg.Wait()
}

// take adds an entry to the tree and to the replayed state.
func (v *verification) take(l *leaf) {
	for _, w := range l.wrong {
		v.report.entry(w.reason, l.index, w.zh, w.en)
	}
	v.frontier.Add(l.hash)
	if _, signed := v.roots[v.frontier.Size]; signed {
		v.roots[v.frontier.Size], _ = v.frontier.Root()
	}
	if v.tiles = append(v.tiles, l.hash); len(v.tiles) == 1<<tlog.TileHeight {
		v.nodes = append(v.nodes, tlog.Fold(v.tiles))
		v.tiles = v.tiles[:0]
	}
	for _, object := range l.entry.Touched() {
		v.replay.touches.add(object, tlog.EntryID(l.index))
	}
	v.replay.apply(l)
}

// compareNodes compares the stored nodes of the tree.
func (v *verification) compareNodes(ctx context.Context) error {
	want := map[[2]int64]sumdb.Hash{}
	level, nodes := int64(tlog.TileHeight), v.nodes
	for len(nodes) > 0 {
		var above []sumdb.Hash
		for i, h := range nodes {
			want[[2]int64{level, int64(i)}] = h
			if (i+1)%(1<<tlog.TileHeight) == 0 {
				above = append(above, tlog.Fold(nodes[i+1-(1<<tlog.TileHeight):i+1]))
			}
		}
		level, nodes = level+tlog.TileHeight, above
	}
	err := v.eachBatch(ctx, ent.TypeAuditHash, func(rows []any) {
		for _, row := range rows {
			r := row.(*ent.AuditHash)
			key := [2]int64{int64(r.Level), r.N}
			h, known := want[key]
			delete(want, key)
			if !known || len(r.Hash) != sumdb.HashSize || sumdb.Hash(r.Hash) != h {
				v.report.log("NODE_CHANGED", fmt.Sprintf("散列树第 %d 层第 %d 个节点与日志不符", r.Level, r.N),
					fmt.Sprintf("node %d of level %d of the tree does not follow from the entries", r.N, r.Level))
			}
		}
	})
	for key := range want {
		v.report.log("NODE_MISSING", fmt.Sprintf("散列树第 %d 层第 %d 个节点缺失", key[0], key[1]),
			fmt.Sprintf("node %d of level %d of the tree is missing", key[1], key[0]))
	}
	return err
}

// compareTouches compares the table for finding entries by object.
func (v *verification) compareTouches(ctx context.Context) error {
	var have multiset
	err := v.eachBatch(ctx, ent.TypeAuditTouch, func(rows []any) {
		for _, row := range rows {
			r := row.(*ent.AuditTouch)
			have.add(r.ObjectID, r.EntryID)
		}
	})
	if have != v.replay.touches {
		v.report.log("INDEX_CHANGED", fmt.Sprintf("按对象检索日志的索引与日志不符(应有 %d 行,现有 %d 行)", v.replay.touches.n, have.n),
			fmt.Sprintf("the index of entries by object does not follow from the log (%d rows of %d)", have.n, v.replay.touches.n))
	}
	return err
}

// readInbox reads the waiting entries, whose changes the rows may already have.
func (v *verification) readInbox(ctx context.Context) error {
	return v.eachBatch(ctx, ent.TypeAuditInbox, func(batch []any) {
		for _, row := range batch {
			v.readWaiting(row.(*ent.AuditInbox))
		}
	})
}

func (v *verification) readWaiting(r *ent.AuditInbox) {
	l := &leaf{index: v.size + v.report.Pending, body: []byte(r.Body), texts: r.Texts, has: true}
	v.report.Pending++
	l.open()
	l.compareSeal(v.store)
	for _, w := range l.wrong {
		v.report.entry(w.reason, l.index, "(待入账)"+w.zh, "(waiting for its place) "+w.en)
	}
	v.replay.apply(l)
	if now := v.options.Now; !audit.Anonymous(l.entry.Action) && !now.IsZero() && now.Sub(l.entry.At) > longestWait {
		v.report.entry("ENTRY_WAITS", l.index, "写入后长时间未编入日志", "it has waited for its place for too long")
	}
}

// compareBare reports entries whose texts are missing although no entry erased them.
func (v *verification) compareBare(ctx context.Context) error {
	last := int64(-1)
	for _, c := range v.replay.bare {
		if !v.replay.erased[c] && c.Entry != last {
			last = c.Entry
			v.report.entry("TEXT_MISSING", c.Entry, "文本缺失,且没有删除记录", "its texts are gone, and no entry says that they were erased")
		}
	}
	n, err := v.client.AuditText.Query().Where(audittext.Or(audittext.IDLT(tlog.EntryID(0)), audittext.IDGTE(tlog.EntryID(v.size)))).Count(ctx)
	if n > 0 {
		v.report.log("TEXT_ADDED", fmt.Sprintf("有 %d 份文本不属于任何日志条目", n), fmt.Sprintf("%d texts belong to no entry", n))
	}
	return err
}

// runChecks runs the checks of domains. One that fails on what it reads is a finding; the row
// that it fails on is named where the rows are compared.
func (v *verification) runChecks(ctx context.Context) error {
	for _, c := range v.options.Checks {
		found, err := c.Run(ctx, v.client)
		if err != nil {
			if ctx.Err() != nil || !v.answers(ctx) {
				return fmt.Errorf("%s: %w", c.Name, err)
			}
			v.report.log("CHECK_FAILED", fmt.Sprintf("检查“%s”无法完成(%v)", c.Name, err), fmt.Sprintf("the check %q could not be made (%v)", c.Name, err))
		}
		for _, f := range found {
			if !f.Past {
				v.report.add(f)
			} else if len(v.report.Accepted) < mostFindings {
				v.report.Accepted = append(v.report.Accepted, f)
			}
		}
	}
	return nil
}

func (v *verification) databaseCheckpoints(ctx context.Context) ([]*ent.AuditCheckpoint, error) {
	var out []*ent.AuditCheckpoint
	err := v.eachBatch(ctx, ent.TypeAuditCheckpoint, func(rows []any) {
		for _, row := range rows {
			out = append(out, row.(*ent.AuditCheckpoint))
		}
	})
	slices.SortStableFunc(out, func(a, b *ent.AuditCheckpoint) int { return cmp.Compare(a.Size, b.Size) })
	return out, err
}

// Bounds of what is read at a time: rows, and entries with their texts, which differ much in
// length.
const (
	scanBatch  = 2000
	leastBatch = 8
	batchBytes = 2 << 20
)

// nextLimit is how many entries are read after a batch.
func nextLimit(limit int, batch []*pair) int {
	bytes := 0
	for _, p := range batch {
		bytes += len(p.leaf.body) + len(p.leaf.texts)
	}
	if bytes == 0 {
		return limit
	}
	return min(max(len(batch)*batchBytes/bytes, leastBatch), 2*limit, scanBatch)
}
