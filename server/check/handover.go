package check

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/checkhandover"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// Side is one of the two people of a handover.
type Side string

// The sides of a handover.
const (
	// Predecessor was asked to check before.
	Predecessor Side = "PREDECESSOR"
	// Successor is asked to check now.
	Successor Side = "SUCCESSOR"
)

// Sign signs a handover.
type Sign struct {
	HandoverID      int64
	ExpectedVersion int
	Note            string
}

const mostNote = 1000

// insteadOf are who signs in the place of a predecessor who can sign in no more.
var insteadOf = []term.Role{term.RolePrincipalLeader, term.RoleInspector, term.RoleLeadingGroup}

// Turns are the sides for which the viewer may sign handovers now, nil for none: each of the two signs once; for a predecessor who
// has no account any more the principal leader, an inspector or the leading group does. Tokens sign nothing.
func (s *Service) Turns(ctx context.Context, all []*ent.CheckHandover) (map[*ent.CheckHandover]*Side, error) {
	return s.turns(ctx, s.store.Reader(ctx), all...)
}

func (s *Service) turns(ctx context.Context, client *ent.Client, all ...*ent.CheckHandover) (map[*ent.CheckHandover]*Side, error) {
	v, out := viewer.FromContext(ctx), map[*ent.CheckHandover]*Side{}
	side := func(of Side) *Side { return &of }
	instead := map[*ent.CheckHandover]int64{}
	var people []int64
	for _, h := range all {
		out[h] = nil
		switch {
		case v == nil || v.TokenID != 0 || v.PersonID == 0:
		case v.PersonID == h.SuccessorID:
			if h.SuccessorSignedAt == nil {
				out[h] = side(Successor)
			}
		case h.PredecessorSignedAt != nil:
		case v.PersonID == h.PredecessorID:
			out[h] = side(Predecessor)
		case slices.ContainsFunc(insteadOf, func(r term.Role) bool { return authz.Held(v, r).Reaches(h.Levels()) }):
			instead[h] = h.PredecessorID
			people = append(people, h.PredecessorID)
		}
	}
	if len(instead) == 0 {
		return out, nil
	}
	rows, err := client.Account.Query().Where(account.PersonIDIn(people...), account.Disabled(false)).Select(account.FieldPersonID).All(everywhere(ctx))
	if err != nil {
		return nil, err
	}
	for h, person := range instead {
		if !slices.ContainsFunc(rows, func(a *ent.Account) bool { return *a.PersonID == person }) {
			out[h] = side(Predecessor)
		}
	}
	return out, nil
}

// Sign signs a handover for the side whose turn it is the viewer's to sign.
func (s *Service) Sign(ctx context.Context, in Sign) (*ent.CheckHandover, error) {
	note := strings.TrimSpace(in.Note)
	if utf8.RuneCountInString(note) > mostNote {
		return nil, tooLong("note", mostNote)
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionSignHandover}, func(ctx context.Context, tx *ent.Tx) (*ent.CheckHandover, error) {
		h, err := tx.CheckHandover.Get(ctx, in.HandoverID)
		if err != nil {
			return nil, store.OrMissing(err, "handoverId", "监督交接", "handover")
		}
		turns, err := s.turns(ctx, tx.Client(), h)
		switch {
		case err != nil:
			return nil, err
		case turns[h] == nil:
			return nil, fault.New(fault.Forbidden, "NOT_YOURS", "handoverId", "这份交接清单不由您签署,或者您已经签署", "It is not yours to sign this handover, or you have signed it")
		case h.Version != in.ExpectedVersion:
			return nil, fault.Stale()
		}
		by, now := viewer.FromContext(ctx).AccountID, s.store.Now()
		u := tx.CheckHandover.UpdateOne(h).Where(checkhandover.Version(h.Version)).AddVersion(1).SetUpdatedAt(now)
		if *turns[h] == Successor {
			u.SetSuccessorSignedAt(now).SetSuccessorSignedBy(by).SetSuccessorNote(note)
		} else {
			u.SetPredecessorSignedAt(now).SetPredecessorSignedBy(by).SetPredecessorNote(note)
		}
		out, err := u.Save(everywhere(ctx))
		return out, org.Stale(err)
	})
}
