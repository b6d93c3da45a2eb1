package graph

import (
	"context"
	"sync"

	"sineng/server/account"
	"sineng/server/live"
)

// Positions hands the positions of a stream's events from the resolver to the transport, in their order,
// since a client need not select them.
type Positions struct {
	last string // that the client has, by Last-Event-ID
	mu   sync.Mutex
	list []string
}

type positionsKey struct{}

// WithPositions prepares the context of a stream; last is the position that its client says to have.
func WithPositions(ctx context.Context, last string) (context.Context, *Positions) {
	p := &Positions{last: last}
	return context.WithValue(ctx, positionsKey{}, p), p
}

// Next is the position of the next event in order, "" for events without one.
func (p *Positions) Next() (position string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.list) > 0 {
		position, p.list = p.list[0], p.list[1:]
	}
	return position
}

func (p *Positions) add(position string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.list = append(p.list, position)
}

// live subscribes the viewer to what of theirs changes.
func (r *Resolver) live(ctx context.Context, after *string) (<-chan *live.Event, error) {
	positions, _ := ctx.Value(positionsKey{}).(*Positions)
	if positions == nil {
		positions = &Positions{}
	}
	ask := live.Ask{After: positions.last, Language: r.Language(ctx), Renew: r.renewed}
	for _, f := range selected(ctx).list {
		ask.Notices = ask.Notices || f.Name == "unreadNotices" || f.Name == "notices"
		ask.ToDo = ask.ToDo || f.Name == "toDo"
	}
	if after != nil {
		ask.After = *after
	}
	in, err := r.Live.Subscribe(ctx, ask)
	if err != nil {
		return nil, err
	}
	out := make(chan *live.Event)
	go func() {
		defer close(out)
		for event := range in {
			positions.add(event.ID) // before it is read
			select {
			case out <- event:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out, nil
}

// renewed is the context with what its session may do at this moment; false where it has ended or must
// do something else first.
func (r *Resolver) renewed(ctx context.Context) (context.Context, bool, error) {
	now, err := r.Accounts.Peek(ctx, r.Token(ctx))
	if err != nil || now == nil || now.Confined() != account.Free {
		return ctx, false, err
	}
	return WithSignedIn(ctx, now), true, nil
}
