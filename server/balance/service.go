// Package balance tells who holds what power in too few hands 能分权制衡: it reads the register and the
// organisation as they stood on a day, has engine judge them, and puts names to what it finds.
package balance

import (
	"context"
	"fmt"
	"time"

	"sineng/ent"
	"sineng/server/authz"
	"sineng/server/balance/engine"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/process"
	"sineng/server/store"
)

// MostPowers is how many powers are judged at once; of more, a unit below has to be named.
const MostPowers = 3000

// Service judges balance, and keeps the conflicts of today. What it tells of another day, or of what is only considered, it works out
// and keeps nothing of.
type Service struct {
	store     *store.Store
	processes *process.Service
	// builtIn are the rules that every body has.
	builtIn *engine.Rulebook
}

// New returns the service.
func New(s *store.Store, processes *process.Service) *Service {
	rules, err := engine.NewRulebook(engine.BuiltIn())
	if err != nil {
		panic(fmt.Sprintf("the built-in rules of balance: %v", err))
	}
	return &Service{store: s, processes: processes, builtIn: rules}
}

// Unit judges a unit and those below it on a day; nil for today. Of a day to come, what is appointed and ended by then
// counts, with the processes of today. A department is judged with its bureau, of which only what has a part in it is
// told.
func (s *Service) Unit(ctx context.Context, unitID int64, on *time.Time) (*Balance, error) {
	return s.judge(ctx, unitID, on, subtree)
}

func (s *Service) judge(ctx context.Context, unitID int64, on *time.Time, together scoping) (*Balance, error) {
	u, err := s.place(ctx, unitID)
	if err != nil {
		return nil, err
	}
	day := s.store.Today()
	if on != nil {
		day = *on
	}
	read, err := s.read(ctx, u, day, together)
	if err != nil {
		return nil, err
	}
	rules, err := s.Rulebook(ctx, s.store.Reader(ctx), u)
	if err != nil {
		return nil, err
	}
	b := &Balance{Unit: u, On: day, state: engine.NewState(read.facts, rules), rules: rules, past: read.past}
	b.tell()
	return b, b.name(ctx, s.store.Reader(ctx))
}

// Power judges one power with its bureau on a day; nil for today. What stands below the bureau does not count.
func (s *Service) Power(ctx context.Context, powerID int64, on *time.Time) (*Balance, error) {
	p, err := s.store.Reader(ctx).Power.Get(ctx, powerID)
	if err != nil {
		return nil, store.OrMissing(err, "powerId", "职权", "power")
	}
	b, err := s.judge(ctx, p.UnitID, on, bureau)
	if err != nil {
		return nil, err
	}
	b.narrow(p.ID)
	return b, nil
}

// place is a unit whose register the viewer may read.
func (s *Service) place(ctx context.Context, unitID int64) (*ent.Unit, error) {
	u, err := s.unit(ctx, unitID)
	if err != nil {
		return nil, err
	}
	return u, authz.Check(ctx, authz.ReadRegister, u.Levels())
}

// unit is a unit that the viewer sees.
func (s *Service) unit(ctx context.Context, id int64) (*ent.Unit, error) {
	u, err := org.UnitOf(ctx, s.store, id)
	if err == nil && u == nil {
		err = fault.MissingAt("unitId", "单位", "unit")
	}
	return u, err
}
