package notice

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/notice"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/office"
	"sineng/server/store"
)

const (
	// insertBatch is how many rows one statement writes.
	insertBatch = 500
	// insertBytes is how many bytes of keys of gathered notices it has at most, but for a single row.
	insertBytes = 1 << 20
)

// Notice is what accounts are to know.
type Notice struct {
	Kind term.NoticeKind
	// Object is what it is about.
	Object int64
	// Key makes it one of its kind: an account gets each key once.
	Key string
	// Words are what its text names: nothing that its reader may not see.
	Words map[string]string
	// At is where its object stands, so that one which stands for several leads to the unit to
	// which all belong; none where that is not needed.
	At authz.Levels
}

// Key is the key of a notice on a row, one for each of what more tells apart.
func Key(what string, id int64, more ...any) string {
	return what + ":" + strconv.FormatInt(id, 36) + ":" + fmt.Sprint(more...)
}

// Batch gathers the notices of one transaction.
type Batch struct {
	Tx *ent.Tx
	// Today is the day in China.
	Today time.Time

	at       time.Time
	again    time.Time // from when what is said again may have been said before
	written  Written
	registry *Registry
	list     []addressed
	people   map[int64]int64 // the accounts of people that were asked for, 0 for none
	holders  map[place][]office.Holder
}

// addressed is a notice for an account.
type addressed struct {
	account int64
	Notice
}

func (s *Service) newBatch(tx *ent.Tx) *Batch {
	now := s.store.Now()
	return &Batch{Tx: tx, Today: store.DayOf(now), at: now, again: now.Add(-skew), written: s.options.Written, registry: s.registry,
		people: map[int64]int64{}, holders: map[place][]office.Holder{}}
}

// Notify adds a notice for each of the accounts.
func (b *Batch) Notify(accounts []int64, n Notice) {
	for _, id := range accounts {
		if id != 0 {
			b.list = append(b.list, addressed{id, n})
		}
	}
}

// Except are accounts without some of them.
func Except(accounts []int64, but ...int64) []int64 {
	return slices.DeleteFunc(slices.Clone(accounts), func(id int64) bool { return slices.Contains(but, id) })
}

// Flush writes the notices gathered so far, each once however often it was added, and what
// brings them to those who wish it. Several of a kind for one account become one where the kind
// says how they read.
func (b *Batch) Flush(ctx context.Context) error {
	list, err := b.gather(ctx, b.take())
	if err != nil {
		return err
	}
	accounts := map[int64]bool{}
	for part := range chunks(list) {
		rows := make([]*ent.NoticeCreate, len(part))
		for i, n := range part {
			accounts[n.account] = true
			rows[i] = b.Tx.Notice.Create().SetAccountID(n.account).SetKind(n.Kind).SetObjectID(n.Object).SetKey(n.Key).SetWords(n.Words).SetAt(b.at)
		}
		err := b.Tx.Notice.CreateBulk(rows...).OnConflict(sql.ConflictColumns(notice.FieldAccountID, notice.FieldKey), sql.ResolveWithIgnore()).Exec(ctx)
		if err != nil {
			return err
		}
	}
	if b.written == nil || len(accounts) == 0 {
		return nil
	}
	return b.written(ctx, b.Tx, slices.Sorted(maps.Keys(accounts)), b.at)
}

// chunks are the notices of each statement.
func chunks(list []addressed) iter.Seq[[]addressed] {
	return func(yield func([]addressed) bool) {
		first, bytes := 0, 0
		for i, n := range list {
			size := len(n.Words[wordOf])
			if i > first && (i-first == insertBatch || bytes+size > insertBytes) {
				if !yield(list[first:i]) {
					return
				}
				first, bytes = i, 0
			}
			bytes += size
		}
		if first < len(list) {
			yield(list[first:])
		}
	}
}

// identity is what makes a notice one of its kind.
type identity struct {
	account int64
	key     string
}

// take hands out the notices gathered so far, each once.
func (b *Batch) take() []addressed {
	seen := map[identity]bool{}
	list := slices.DeleteFunc(b.list, func(n addressed) bool {
		id := identity{n.account, n.Key}
		known := seen[id]
		seen[id] = true
		return known
	})
	b.list = nil
	return list
}
