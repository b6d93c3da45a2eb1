package search

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/auditinbox"
	"sineng/ent/audittouch"
	"sineng/ent/rule"
	"sineng/ent/searchblock"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/store"
)

const (
	// mostWaiting is up to how many entries of the inbox, and mostBehind up to how many notes of
	// the log, are looked at besides the index; with more, all rows are.
	mostWaiting = 1000
	mostBehind  = 40_000
)

// Asked is what is looked for among the rows of a source.
type Asked struct {
	// Text is to be contained in one of the columns; empty for any.
	Text string
	// Words are, by column, the words that a row may have; a column without any is not asked for.
	Words map[string][]string
}

// Where is the condition for rows of a source to contain what is asked for; nil where nothing is.
// It is exact for the text; words are narrowed by only, and asked for by the caller. Where few
// rows may be meant, the database is told which, and looks at no others.
func Where(ctx context.Context, s *store.Store, src Source, asked Asked) (func(*sql.Selector), error) {
	ids, narrowed, err := candidates(ctx, s, src, &asked)
	if err != nil || asked.nothing() {
		return nil, err
	}
	return func(sel *sql.Selector) {
		if narrowed {
			store.Among(ids)(sel)
		}
		if asked.Text != "" {
			sel.Where(src.contains(sel, asked.Text))
		}
	}, nil
}

// contains is the condition for one of the columns to contain a text.
func (s Source) contains(sel *sql.Selector, text string) *sql.Predicate {
	any := make([]*sql.Predicate, len(s.Columns))
	for i, c := range s.Columns {
		any[i] = matches(sel.C(c.Name), c.How, text)
	}
	return sql.Or(any...)
}

// Narrow narrows a list of a source's rows to what is asked for, by Where.
func Narrow[Q interface{ Where(...P) Q }, P ~func(*sql.Selector)](ctx context.Context, s *store.Store, q Q, src Source, asked Asked) error {
	where, err := Where(ctx, s, src, asked)
	if err == nil && where != nil {
		q.Where(P(where))
	}
	return err
}

// Containing is the condition for rows of a source to contain a text, without the index.
func Containing(src Source, text string) func(*sql.Selector) {
	return func(sel *sql.Selector) { sel.Where(src.contains(sel, text)) }
}

// Keys is the condition for a column to hold one of the keys, of which there are few.
func Keys(column string, ids []int64) func(*sql.Selector) {
	return func(sel *sql.Selector) {
		if len(ids) == 0 {
			sel.Where(sql.False())
			return
		}
		sel.Where(sql.P(func(b *sql.Builder) { b.WriteString(sel.C(column)).WriteString(" IN ").WriteString(store.Numbers(ids)) }))
	}
}

// Few are the keys of the rows of a source that contain a text, whoever may see them; ok is false
// where they are more than a list of SQL should name.
func Few(ctx context.Context, s *store.Store, src Source, text string) (ids []int64, ok bool, err error) {
	where, err := Where(ctx, s, src, Asked{Text: text})
	if err != nil || where == nil {
		return nil, false, err
	}
	sel := sql.Dialect(s.Dialect()).Select("id").From(sql.Table(src.Table))
	where(sel)
	if src.Staged {
		sel.Where(rule.NotStaged(sel))
	}
	query, args := sel.Limit(store.MostNamed + 1).Query()
	ids, err = store.Keys(ctx, s.Reader(ctx), query, args...)
	return ids, len(ids) <= store.MostNamed, err
}

func (a Asked) nothing() bool {
	return a.Text == "" && !slices.ContainsFunc(slices.Collect(maps.Values(a.Words)), func(w []string) bool { return len(w) > 0 })
}

// candidates are the keys of rows that may be meant; every row that is stands among them. narrowed
// is false where all rows may be. It trims the text.
func candidates(ctx context.Context, s *store.Store, src Source, asked *Asked) (ids []int64, narrowed bool, err error) {
	asked.Text = strings.TrimSpace(asked.Text)
	if own, _ := viewer.Import(ctx); own != 0 || ent.TxFromContext(ctx) != nil || asked.nothing() {
		return nil, false, nil // sees what no entry of the log tells of yet
	}
	at, err := progressOf(ctx, s.Client, src.Table)
	if err != nil || !at.usable {
		return nil, false, err
	}
	// In this order, since entries move from the inbox to the notes of the log, and from there into
	// the index: each is met at least once.
	waiting, few, err := waitingRows(ctx, s.Client, src, mostWaiting)
	if err != nil || !few {
		return nil, false, err
	}
	behind, err := store.Keys(ctx, s.Client, fmt.Sprintf("SELECT %s FROM %s WHERE id > ? ORDER BY id LIMIT %d", audittouch.FieldObjectID, audittouch.Table, mostBehind+1), at.touch)
	if err != nil || len(behind) > mostBehind {
		return nil, false, err
	}
	var all [][]uint32 // a row has one of each
	for _, g := range gramsFor(asked.Text) {
		all = append(all, []uint32{g})
	}
	for column, values := range asked.Words {
		var any []uint32
		for _, v := range values {
			any = append(any, word(column, v))
		}
		if len(any) > 0 {
			all = append(all, any)
		}
	}
	found, err := lookUp(ctx, s.Client, at.blocks(), all)
	if err != nil {
		return nil, false, err
	}
	ids = slices.Concat(found, waiting, slices.DeleteFunc(behind, func(id int64) bool { return !src.owns(id) }))
	slices.Sort(ids)
	ids = slices.Compact(ids)
	return ids, len(ids) <= store.MostNamed, nil
}

// reach says what the index knows of a table.
type reach struct {
	usable      bool
	touch       int64
	first, last int64 // keys of the table, 0 for none
}

// blocks are those that the table's rows stand in.
func (r reach) blocks() []int64 {
	var out []int64
	for b := blockOf(r.first); r.last > 0 && b <= blockOf(r.last); b++ {
		out = append(out, b)
	}
	return out
}

func progressOf(ctx context.Context, client *ent.Client, table string) (out reach, err error) {
	rows, err := client.QueryContext(viewer.System(ctx), fmt.Sprintf("SELECT built, touch, COALESCE((SELECT MIN(id) FROM %s), 0), COALESCE((SELECT MAX(id) FROM %s), 0) FROM search_progresses",
		table, table))
	if err != nil {
		return out, err
	}
	return out, each(rows, func() error { return rows.Scan(&out.usable, &out.touch, &out.first, &out.last) })
}

// waitingRows are a source's rows that entries in the inbox of the log name; few is false where
// there are more than most entries, 0 for any number.
func waitingRows(ctx context.Context, client *ent.Client, src Source, most int) (ids []int64, few bool, err error) {
	shown, err := store.ShownImports(ctx, client, auditinbox.Table)
	if err != nil || len(shown) == 0 {
		return nil, err == nil, err
	}
	var bodies []string
	q := client.AuditInbox.Query().Where(auditinbox.ImportIDIn(shown...))
	if most > 0 {
		q.Limit(most + 1)
	}
	err = q.Select(auditinbox.FieldBody).Scan(viewer.System(ctx), &bodies)
	if err != nil || most > 0 && len(bodies) > most {
		return nil, false, err
	}
	for _, body := range bodies {
		if !strings.Contains(body, src.Type) {
			continue
		}
		var e struct {
			Changes []struct{ audit.Object } `json:"changes"`
		}
		if json.Unmarshal([]byte(body), &e) != nil {
			continue // not written by the program; a verification reports it
		}
		for _, c := range e.Changes {
			if c.Type == src.Type {
				ids = append(ids, c.ID)
			}
		}
	}
	return ids, true, nil
}

// lookUp finds the rows of blocks that have one gram of each list.
func lookUp(ctx context.Context, client *ent.Client, blocks []int64, all [][]uint32) ([]int64, error) {
	var out []int64
	lists := map[uint32][]int{} // by gram, the lists that name it
	for i, any := range all {
		for _, g := range any {
			lists[g] = append(lists[g], i)
		}
	}
	for part := range slices.Chunk(blocks, 256) {
		var keys []int64
		for _, b := range part {
			for _, g := range slices.Sorted(maps.Keys(lists)) {
				keys = append(keys, keyOf(b, g))
			}
		}
		met := map[int64][]*members{} // by block, for each list the rows that have one of its grams
		err := readBlocks(ctx, client, "id IN "+store.Numbers(keys), func(key int64, m *members) {
			b := key >> 32
			if met[b] == nil {
				met[b] = make([]*members, len(all))
			}
			for _, i := range lists[uint32(key)] {
				if met[b][i] == nil {
					met[b][i] = &members{}
				}
				met[b][i].or(m)
			}
		})
		if err != nil {
			return nil, err
		}
		for _, b := range part {
			if met[b] == nil || slices.Contains(met[b], nil) {
				continue
			}
			m := met[b][0]
			for _, other := range met[b][1:] {
				m.and(other)
			}
			m.each(func(place int64) { out = append(out, b<<blockBits|place) })
		}
	}
	return out, nil
}

// readBlocks reads the sets that a condition selects.
func readBlocks(ctx context.Context, client *ent.Client, where string, use func(key int64, m *members)) error {
	rows, err := client.QueryContext(viewer.System(ctx), fmt.Sprintf("SELECT id, %s FROM %s WHERE %s", searchblock.FieldMembers, searchblock.Table, where))
	if err != nil {
		return err
	}
	var (
		key    int64
		packed []byte
	)
	return each(rows, func() error {
		if err := rows.Scan(&key, &packed); err != nil {
			return err
		}
		use(key, unpack(packed))
		return nil
	})
}
