package notice

import (
	"context"

	"sineng/ent"
	"sineng/ent/notice"
	"sineng/ent/predicate"
	"sineng/ent/term"
)

// Said is what was said on an object by notices of some kinds.
type Said struct {
	// Last is the last notice of each account.
	Last map[int64]*ent.Notice
	// First is the first notice of them all, 0 for none.
	First int64
}

// SaidTo is what was said to accounts, by the index of their notices. What this batch adds is
// among it.
func (b *Batch) SaidTo(ctx context.Context, accounts []int64, object int64, kinds ...term.NoticeKind) (Said, error) {
	return b.said(ctx, notice.AccountIDIn(accounts...), object, kinds)
}

// SaidFrom is what was said to anybody from a notice on, and to those who were notified
// together with its account.
func (b *Batch) SaidFrom(ctx context.Context, first int64, object int64, kinds ...term.NoticeKind) (Said, error) {
	return b.said(ctx, notice.IDGTE(first-mostHolders), object, kinds)
}

func (b *Batch) said(ctx context.Context, which predicate.Notice, object int64, kinds []term.NoticeKind) (Said, error) {
	out := Said{Last: map[int64]*ent.Notice{}}
	if err := b.Flush(ctx); err != nil {
		return out, err
	}
	rows, err := b.Tx.Notice.Query().Where(which, notice.KindIn(kinds...), notice.ObjectID(object)).Order(notice.ByID()).All(ctx)
	for _, n := range rows {
		out.Last[n.AccountID] = n
	}
	if len(rows) > 0 {
		out.First = rows[0].ID
	}
	return out, err
}
