package notice

import (
	"context"
	"maps"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/notice"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/objection"
	"sineng/server/store"
)

// insertBatch is how many rows one statement writes.
const insertBatch = 500

// told is a notice that is to be written for an account.
type told struct {
	account int64
	kind    term.NoticeKind
	object  int64
	key     string
	words   map[string]string
}

// batch gathers the notices of one transaction.
type batch struct {
	tx    *ent.Tx
	at    time.Time
	today time.Time
	list  []told

	objections *objection.Service
	written    Written

	holders map[place]map[int64][]int64
}

// place is a role on a unit, by the unit's levels.
type place struct {
	role term.Role
	at   authz.Levels
}

func (s *Service) newBatch(tx *ent.Tx) *batch {
	now := s.store.Now()
	return &batch{tx: tx, objections: s.objections, written: s.options.Written, at: now, today: store.DayOf(now), holders: map[place]map[int64][]int64{}}
}

// tell adds a notice for each of the accounts but one, 0 for none.
func (b *batch) tell(accounts []int64, but int64, kind term.NoticeKind, object int64, key string, words map[string]string) {
	for _, id := range accounts {
		if id != 0 && id != but {
			b.list = append(b.list, told{id, kind, object, key, words})
		}
	}
}

// flush writes the notices, each once however often it is told, and what brings them to
// those who wish it one by one.
func (b *batch) flush(ctx context.Context) error {
	type identity struct {
		account int64
		key     string
	}
	seen := map[identity]bool{}
	list := slices.DeleteFunc(b.list, func(n told) bool {
		id := identity{n.account, n.key}
		known := seen[id]
		seen[id] = true
		return known
	})
	b.list = nil
	accounts := map[int64]bool{}
	for part := range slices.Chunk(list, insertBatch) {
		rows := make([]*ent.NoticeCreate, len(part))
		for i, n := range part {
			accounts[n.account] = true
			rows[i] = b.tx.Notice.Create().SetAccountID(n.account).SetKind(n.kind).SetObjectID(n.object).SetKey(n.key).SetWords(n.words).SetAt(b.at)
		}
		err := b.tx.Notice.CreateBulk(rows...).OnConflict(sql.ConflictColumns(notice.FieldAccountID, notice.FieldKey), sql.ResolveWithIgnore()).Exec(ctx)
		if err != nil {
			return err
		}
	}
	if b.written == nil || len(accounts) == 0 {
		return nil
	}
	return b.written(ctx, b.tx, slices.Sorted(maps.Keys(accounts)), b.at)
}
