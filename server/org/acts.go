package org

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/pendingact"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/pending"
)

// Acts are the acts on the organisation that wait for a second person.
func (s *Service) Acts() []pending.Kind {
	return []pending.Kind{
		{Kind: term.ActKindAssignPortfolio, Carry: s.carryOffice},
		{Kind: term.ActKindAppoint, Carry: s.carryOffice},
		{Kind: term.ActKindImportOffices, Carry: s.carryOffices, Concerned: s.whoGains},
		{Kind: term.ActKindMoveUnit, Carry: s.carryMove, Concerned: s.whoGainsByUnit},
		{Kind: term.ActKindCloseUnit, Carry: s.carryClosing, Concerned: s.whoGainsByUnit},
	}
}

func (s *Service) kinds() pending.Kinds { return pending.KindsOf(s.Acts()...) }

// view is an act as it shows to the viewer.
func (s *Service) view(ctx context.Context, act *ent.PendingAct) (*pending.View, error) {
	views, err := pending.Views(ctx, s.store, s.kinds(), act)
	if err != nil {
		return nil, err
	}
	return views[0], nil
}

// wait makes an office wait for its second person; post is nil for a portfolio. It returns nil where
// the office is to be given at once. In an import it is gathered with the others of the list.
func (s *Service) wait(ctx context.Context, tx *ent.Tx, o Office, u *ent.Unit, p *ent.Person, post *ent.Post) (*pending.View, error) {
	if !pending.Waits(ctx) {
		return nil, nil
	}
	if g := gathering(ctx); g != nil {
		g.add(o, u, p, post)
		return &pending.View{PendingAct: &ent.PendingAct{}}, nil
	}
	act := pending.Act{Kind: term.ActKindAssignPortfolio, Unit: &u.ID, At: LevelsOf(u), Person: p.ID, Right: authz.ConfirmGrants, Payload: o,
		Words: map[string]string{"person": p.Name, "unit": u.Name, "from": o.From.Format(time.DateOnly)}}
	if post != nil {
		act.Kind, act.Words["post"], act.Words["role"] = term.ActKindAppoint, post.Name, string(term.RoleStaff)
	} else {
		act.Words["kind"] = string(o.Kind)
	}
	if err := s.waitsOnce(ctx, tx, act.Kind, o); err != nil {
		return nil, err
	}
	row, err := pending.Begin(ctx, s.store, tx, act)
	if err != nil || row == nil {
		return nil, err
	}
	return s.view(ctx, row)
}

// waitsOnce refuses an office that waits already.
func (s *Service) waitsOnce(ctx context.Context, tx *ent.Tx, kind term.ActKind, o Office) error {
	rows, err := tx.PendingAct.Query().Where(pendingact.KindEQ(kind), pendingact.PersonID(o.Person), pendingact.StatusEQ(term.ActStatusPending)).All(viewer.System(ctx))
	if err != nil {
		return err
	}
	for _, a := range rows {
		other, err := pending.Load[Office](a)
		if err != nil {
			return err
		}
		if other.Unit == o.Unit && other.Kind == o.Kind && other.Post == o.Post {
			return fault.New(fault.Conflict, "WAITS_ALREADY", "personId", "同一事项已在等待确认,请先处理或撤回", "The same already waits for its confirmation; have it decided or withdraw it first")
		}
	}
	return nil
}

// carryOffice gives the office of an act.
func (s *Service) carryOffice(ctx context.Context, tx *ent.Tx, a *ent.PendingAct) (int64, error) {
	o, err := pending.Load[Office](a)
	if err != nil {
		return 0, err
	}
	return s.give(ctx, tx, o, authz.Action(a.ByRight))
}

// give gives an office by a right, if it still can be given.
func (s *Service) give(ctx context.Context, tx *ent.Tx, o Office, right authz.Action) (int64, error) {
	if o.Post != 0 {
		u, _, _, err := s.appointable(ctx, tx, o)
		if err != nil {
			return 0, err
		}
		row, err := s.appoint(ctx, tx, o, u, right)
		if err != nil {
			return 0, err
		}
		return row.ID, nil
	}
	u, _, err := s.assignable(ctx, tx, o)
	if err != nil {
		return 0, err
	}
	row, err := s.assign(ctx, tx, o, u, right)
	if err != nil {
		return 0, err
	}
	return row.ID, nil
}

// carryOffices gives the offices of an imported list, but those that are held meanwhile.
func (s *Service) carryOffices(ctx context.Context, tx *ent.Tx, a *ent.PendingAct) (int64, error) {
	all, err := pending.Load[list](a)
	if err != nil {
		return 0, err
	}
	for _, t := range all.Moves {
		if err := s.transfer(ctx, tx, t, authz.Action(a.ByRight)); err != nil {
			return 0, err
		}
	}
	for _, o := range all.Offices {
		_, err := s.give(ctx, tx, o, authz.Action(a.ByRight))
		if reasons := fault.All(err); len(reasons) > 0 && slices.Contains([]string{reasonAssigned, reasonAppointed}, reasons[0].Reason) {
			continue
		}
		if err != nil {
			return 0, err
		}
	}
	return 0, nil
}

// unitBatch is how many units one statement reads.
const unitBatch = 500

// whoGains are the people of an imported list, and those who would see more by its moves.
func (s *Service) whoGains(ctx context.Context, client *ent.Client, a *ent.PendingAct) ([]int64, error) {
	if a.Payload == "" { // decided
		return nil, nil
	}
	all, err := pending.Load[list](a)
	if err != nil {
		return nil, err
	}
	var out []int64
	for _, o := range all.Offices {
		out = append(out, o.Person)
	}
	moves, err := relocations(ctx, client, all.Moves)
	if err != nil || len(moves) == 0 {
		return out, err
	}
	gain, err := s.gainersByMove(ctx, client, moves...)
	return append(out, peopleOf(gain)...), err
}

// relocations reads the units that are moved and where to.
func relocations(ctx context.Context, client *ent.Client, moves []transfer) ([]relocation, error) {
	var ids []int64
	for _, m := range moves {
		if ids = append(ids, m.Unit); m.Parent != nil {
			ids = append(ids, *m.Parent)
		}
	}
	slices.Sort(ids)
	known := map[int64]*ent.Unit{}
	for part := range slices.Chunk(slices.Compact(ids), unitBatch) {
		rows, err := client.Unit.Query().Where(unit.IDIn(part...)).All(viewer.System(ctx))
		if err != nil {
			return nil, err
		}
		for _, u := range rows {
			known[u.ID] = u
		}
	}
	var out []relocation
	for _, m := range moves {
		r := relocation{unit: known[m.Unit]}
		if m.Parent != nil && known[*m.Parent] != nil {
			r.to = LevelsOf(known[*m.Parent])
		}
		if r.unit != nil {
			out = append(out, r)
		}
	}
	return out, nil
}

type gatherKey struct{}

// Gathered are the offices of an imported list that wait for a second person together.
type Gathered struct {
	list   list
	words  []string
	common authz.Levels
	known  map[any]bool
}

// knows notes what is gathered, and reports whether it was already: a transaction may be repeated.
func (g *Gathered) knows(what any) bool {
	if g.known == nil {
		g.known = map[any]bool{}
	}
	before := g.known[what]
	g.known[what] = true
	return before
}

// list is the payload of an imported list.
type list struct {
	Offices []Office   `json:"offices,omitempty"`
	Moves   []transfer `json:"moves,omitempty"`
}

// Gather returns a context in which offices that would wait are gathered instead, to be confirmed
// once as a whole by BeginGathered.
func Gather(ctx context.Context) (context.Context, *Gathered) {
	g := &Gathered{}
	return context.WithValue(ctx, gatherKey{}, g), g
}

func gathering(ctx context.Context) *Gathered {
	g, _ := ctx.Value(gatherKey{}).(*Gathered)
	return g
}

// Count is how many offices and moves were gathered.
func (g *Gathered) Count() int { return len(g.words) }

func (g *Gathered) add(o Office, u *ent.Unit, p *ent.Person, post *ent.Post) {
	what := o.Kind.Label("zh")
	if post != nil {
		what = post.Name
	}
	if g.knows(o) {
		return
	}
	g.list.Offices = append(g.list.Offices, o)
	g.name(p.Name+" — "+what+"("+u.Name+")", LevelsOf(u))
}

func (g *Gathered) move(u, parent *ent.Unit) {
	if g.knows(transfer{Unit: u.ID}) {
		return
	}
	t := transfer{Unit: u.ID}
	if parent.ID != 0 {
		t.Parent = &parent.ID
	}
	g.list.Moves = append(g.list.Moves, t)
	g.name(u.Name+" → "+parent.Name, LevelsOf(parent))
}

// name adds what is shown, and keeps the levels that all have in common.
func (g *Gathered) name(what string, at authz.Levels) {
	if len(g.words) == 0 {
		g.common = at
	}
	g.common = office.Common(g.common, at)
	g.words = append(g.words, what)
}

// mostNamed is how many offices of an imported list are named one by one.
const mostNamed = 50

// BeginGathered makes the gathered offices wait for a second person as one act; nil where there are
// none. File is the name of the list.
func (s *Service) BeginGathered(ctx context.Context, tx *ent.Tx, g *Gathered, file string) (*ent.PendingAct, error) {
	if len(g.words) == 0 {
		return nil, nil
	}
	named := g.words[:min(len(g.words), mostNamed)]
	list := strings.Join(named, ";")
	if more := len(g.words) - len(named); more > 0 {
		list += fmt.Sprintf(" …… (+%d)", more)
	}
	act := pending.Act{Kind: term.ActKindImportOffices, At: g.common, Right: authz.ConfirmGrants, Payload: g.list,
		Words: map[string]string{"file": file, "rows": fmt.Sprint(len(g.words)), "offices": list}}
	if unit := office.UnitAt(g.common).ID; unit != 0 {
		u, err := tx.Unit.Get(viewer.System(ctx), unit)
		if err != nil {
			return nil, err
		}
		act.Unit, act.Words["unit"] = &u.ID, u.Name
	}
	return pending.Begin(ctx, s.store, tx, act)
}
