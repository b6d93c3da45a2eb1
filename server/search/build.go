package search

import (
	"context"
	"fmt"

	"sineng/ent"
	"sineng/ent/audittouch"
	"sineng/ent/searchblock"
	"sineng/ent/searchprogress"
	"sineng/ent/viewer"
	"sineng/server/store"
)

const (
	// clearing is the position of an index whose sets are being deleted.
	clearing = -1
	// clearedAtOnce is how many of them one transaction deletes.
	clearedAtOnce = 20_000
)

// Build builds the index where it is not there, or is one of other texts. A build that was cut
// short goes on where it ended; of two programs each builds some of the blocks.
func (s *Service) Build(ctx context.Context) error {
	ctx = viewer.System(ctx)
	at, err := s.store.Client.SearchProgress.Query().Where(searchprogress.Shape(s.shape())).Only(ctx)
	if ent.IsNotFound(err) {
		at, err = s.begin(ctx)
	}
	for err == nil && !at.Built {
		at, err = s.buildNext(ctx, at)
	}
	return err
}

// Rebuild throws the index away and builds it anew. Until it is there, all rows are looked at.
func (s *Service) Rebuild(ctx context.Context) error {
	if _, err := s.begin(viewer.System(ctx)); err != nil {
		return err
	}
	return s.Build(ctx)
}

// begin begins a build. What the log says from here on is not in it.
func (s *Service) begin(ctx context.Context) (*ent.SearchProgress, error) {
	if _, err := s.follower.Skip(ctx); err != nil {
		return nil, err
	}
	at, err := store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.SearchProgress, error) {
		if _, err := tx.SearchProgress.Delete().Exec(ctx); err != nil {
			return nil, err
		}
		last, err := store.Keys(ctx, tx.Client(), fmt.Sprintf("SELECT COALESCE(MAX(id), 0) FROM %s", audittouch.Table))
		if err != nil {
			return nil, err
		}
		return tx.SearchProgress.Create().SetShape(s.shape()).SetPosition(clearing).SetTouch(last[0]).Save(ctx)
	})
	if ent.IsConstraintError(err) { // another program was faster
		return s.store.Client.SearchProgress.Query().Where(searchprogress.Shape(s.shape())).Only(ctx)
	}
	return at, err
}

// buildNext does the next step of a build, in a transaction that holds the index's progress, and
// returns the progress after it.
func (s *Service) buildNext(ctx context.Context, at *ent.SearchProgress) (*ent.SearchProgress, error) {
	src, number, found, err := s.next(ctx, at.Position)
	if err != nil {
		return nil, err
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.SearchProgress, error) {
		claim := tx.SearchProgress.Update().Where(searchprogress.ID(at.ID), searchprogress.Position(at.Position), searchprogress.Built(false))
		switch {
		case at.Position == clearing:
			claim.SetPosition(clearing)
		case found:
			claim.SetPosition((number+1)<<blockBits - 1)
		default:
			claim.SetBuilt(true)
		}
		n, err := claim.Save(ctx)
		switch {
		case err != nil:
			return nil, err
		case n == 0: // another program did it
		case at.Position == clearing:
			err = clearSome(ctx, tx, at.ID)
		case found:
			err = s.buildBlock(ctx, tx, src, number)
		}
		if err != nil {
			return nil, err
		}
		return tx.SearchProgress.Query().Where(searchprogress.Shape(s.shape())).Only(ctx)
	})
}

// clearSome deletes some sets, and lets the build begin when there are none.
func clearSome(ctx context.Context, tx *ent.Tx, progress int64) error {
	last, err := store.Keys(ctx, tx.Client(), fmt.Sprintf("SELECT MAX(id) FROM (SELECT id FROM %s ORDER BY id LIMIT %d) some HAVING MAX(id) IS NOT NULL", searchblock.Table, clearedAtOnce))
	if err != nil {
		return err
	}
	if len(last) == 0 {
		return tx.SearchProgress.Update().Where(searchprogress.ID(progress)).SetPosition(0).Exec(ctx)
	}
	_, err = tx.ExecContext(ctx, fmt.Sprintf("DELETE FROM %s WHERE id <= %d", searchblock.Table, last[0]))
	return err
}

// next is the first block with rows after a key.
func (s *Service) next(ctx context.Context, after int64) (src Source, number int64, found bool, err error) {
	for _, one := range s.sources {
		ids, err := store.Keys(ctx, s.store.Client, fmt.Sprintf("SELECT id FROM %s WHERE id > ? ORDER BY id LIMIT 1", one.Table), after)
		if err != nil {
			return src, 0, false, err
		}
		if len(ids) == 1 && (!found || blockOf(ids[0]) < number) {
			src, number, found = one, blockOf(ids[0]), true
		}
	}
	return src, number, found, nil
}

func (s *Service) buildBlock(ctx context.Context, tx *ent.Tx, src Source, number int64) error {
	b, err := computed(ctx, tx.Client(), src, number)
	if err != nil {
		return err
	}
	return b.write(ctx, s.store, tx, number)
}

// computed is what should stand in the index for a block.
func computed(ctx context.Context, client *ent.Client, src Source, number int64) (block, error) {
	rows, err := src.rows(ctx, client, fmt.Sprintf("id BETWEEN %d AND %d", number<<blockBits, (number+1)<<blockBits-1))
	if err != nil {
		return nil, err
	}
	out := block{}
	for _, r := range rows {
		out.add(r.id, src.grams(r))
	}
	return out, nil
}
