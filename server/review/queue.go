package review

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/sqljson"

	"sineng/ent"
	"sineng/ent/campaign"
	entform "sineng/ent/form"
	"sineng/ent/predicate"
	"sineng/ent/reviewdecision"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/org"
	"sineng/server/store"
)

// QueueFilter narrows the list of forms to review.
type QueueFilter struct {
	CampaignID *int64
	UnitID     *int64
	Kinds      []term.FormKind
	States     []term.FormState
}

// ToReview lists the forms that await the viewer, the earliest deadline first: those addressed
// to them or to somebody for whom they sign, and those open to a role of theirs. Forms that
// they prepared or signed are left out.
func (s *Service) ToReview(ctx context.Context, f QueueFilter, page store.Page, with func(*ent.FormQuery)) (*store.Slice[*ent.Form], error) {
	q := s.store.Reader(ctx).Form.Query()
	if err := org.Within(ctx, s.store, q, f.UnitID, nil); err != nil {
		return nil, err
	}
	if f.CampaignID != nil {
		if _, err := s.store.Reader(ctx).Campaign.Get(ctx, *f.CampaignID); err != nil {
			return nil, store.OrMissing(err, "filter.campaignId", "专项工作", "campaign")
		}
		q.Where(entform.CampaignID(*f.CampaignID))
	}
	if len(f.Kinds) > 0 {
		q.Where(entform.KindIn(f.Kinds...))
	}
	if len(f.States) > 0 {
		q.Where(entform.StateIn(f.States...))
	}
	waits, err := s.waits(ctx)
	if err != nil {
		return nil, err
	}
	return store.List(ctx, q.Where(waits...), page, func(f *ent.Form) int64 { return f.ID },
		[]store.Key[*ent.Form]{store.Asc("due_on", func(f *ent.Form) any { return f.DueOn })}, with)
}

// waits matches forms that await the viewer.
func (s *Service) waits(ctx context.Context) ([]predicate.Form, error) {
	v := viewer.FromContext(ctx)
	away, err := s.signsFor(ctx, s.store.Reader(ctx), v.PersonID)
	if err != nil {
		return nil, err
	}
	any := Pending(v, away)
	if len(any) == 0 {
		return []predicate.Form{func(s *sql.Selector) { s.Where(sql.False()) }}, nil
	}
	return []predicate.Form{entform.Or(any...), entform.HasCampaignWith(campaign.ClosedAtIsNil())}, nil
}

// pendingStates are the states in which a form awaits an answer.
var pendingStates = append(slices.Clone(Stages), term.FormStateRevising)

// Pending returns alternative conditions for a form to await somebody: it is addressed to them
// or to somebody for whom they sign, or is open to all holders of a role of theirs. There are
// none for somebody whom no form can await. Which claim answers in which state, and who is
// barred from it, comes from Claim.
func Pending(v *viewer.Viewer, away []int64) []predicate.Form {
	var any []predicate.Form
	for _, part := range parts(v, away) {
		plain := part.answered(term.TurnOwn)
		for _, bars := range everyBar {
			if states := plain[bars]; len(states) > 0 {
				any = append(any, part.pending(v, bars, states))
			}
		}
		// Another turn opens more states, and bars fewer.
		for _, turn := range []term.Turn{term.TurnGroup, term.TurnAgain} {
			opened := part.answered(turn)
			for _, bars := range everyBar {
				more := slices.DeleteFunc(opened[bars], func(s term.FormState) bool { return slices.Contains(plain[bars], s) })
				if len(more) > 0 {
					any = append(any, part.pending(v, bars, more, entform.TurnEQ(turn)))
				}
			}
		}
	}
	return any
}

// bar says whether who prepared a form, and who signed another stage of it, may not answer it.
type bar struct{ prepared, signed bool }

var everyBar = []bar{{true, true}, {true, false}, {false, true}, {false, false}}

// answered are the states in which a claim answers, by who is barred.
func (p part) answered(turn term.Turn) map[bar][]term.FormState {
	out := map[bar][]term.FormState{}
	for _, state := range pendingStates {
		p.claim.State, p.claim.Turn = state, turn
		if p.claim.answers() {
			prepared, signed := p.claim.barred()
			out[bar{prepared, signed}] = append(out[bar{prepared, signed}], state)
		}
	}
	return out
}

// pending is the condition for a form to await somebody with a claim.
func (p part) pending(v *viewer.Viewer, bars bar, states []term.FormState, more ...predicate.Form) predicate.Form {
	all := append([]predicate.Form{p.where, entform.StateIn(states...)}, more...)
	if bars.prepared {
		all = append(all, notPrepared(v))
	}
	if bars.signed {
		all = append(all, notSigned(v))
	}
	return entform.And(all...)
}

// part is a claim that somebody has on all forms that match a condition.
type part struct {
	claim Claim
	where predicate.Form
}

// parts are the claims that somebody may have on pending forms.
func parts(v *viewer.Viewer, away []int64) []part {
	var out []part
	if v.PersonID != 0 && v.TokenID == 0 {
		out = append(out, part{Claim{Addressed: ToThem}, entform.AddresseeIDIn(append(slices.Clone(away), v.PersonID)...)})
	}
	if scope := reach(v, term.RoleInspector); !scope.Empty() {
		out = append(out, part{Claim{Inspects: true, Addressed: ToAnother}, below(scope)})
	}
	if scope := reach(v, term.RoleLeadingGroup); !scope.Empty() {
		out = append(out, part{Claim{InGroup: true}, entform.And(below(scope), entform.AddresseeIDIsNil())})
	}
	return out
}

// RolesAt are the roles whose holders answer a form that is addressed to no person. A stage
// whose own holders all prepared the form, or where nobody leads the unit who may answer, is
// answered by the leading group.
func RolesAt(f *ent.Form) []term.Role {
	var out []term.Role
	if (Claim{State: f.State, Turn: TurnOf(f), Inspects: true}).answers() {
		out = append(out, term.RoleInspector)
	}
	if (Claim{State: f.State, Turn: TurnOf(f), InGroup: true}).answers() {
		out = append(out, term.RoleLeadingGroup)
	}
	return out
}

// reach is where the viewer holds a role.
func reach(v *viewer.Viewer, role term.Role) viewer.Scope {
	var out viewer.Scope
	for _, g := range v.Grants {
		if g.Role == role && v.TokenID == 0 {
			out.All = out.All || g.Scope.All
			out.Roots = append(out.Roots, g.Scope.Roots...)
		}
	}
	return out
}

func below(scope viewer.Scope) predicate.Form {
	return func(s *sql.Selector) {
		if scope.All {
			s.Where(sql.Not(sql.False()))
			return
		}
		var any []*sql.Predicate
		for _, r := range scope.Roots {
			any = append(any, sql.EQ(s.C(rule.LevelColumn(r.Level)), r.ID))
		}
		s.Where(sql.Or(any...))
	}
}

func notPrepared(v *viewer.Viewer) predicate.Form {
	return func(s *sql.Selector) {
		s.Where(sql.Not(sqljson.ValueContains(s.C(entform.FieldPreparedBy), v.AccountID)))
		if v.PersonID != 0 {
			s.Where(sql.Not(sqljson.ValueContains(s.C(entform.FieldPreparedByPersons), v.PersonID)))
			s.Where(sql.Or(sql.IsNull(s.C(entform.FieldPersonID)), sql.NEQ(s.C(entform.FieldPersonID), v.PersonID)))
		}
	}
}

func notSigned(v *viewer.Viewer) predicate.Form {
	return func(s *sql.Selector) {
		o := sql.Table(reviewdecision.Table)
		mine := []*sql.Predicate{sql.EQ(o.C(reviewdecision.FieldAccountID), v.AccountID)}
		if v.PersonID != 0 {
			mine = append(mine, sql.EQ(o.C(reviewdecision.FieldSignerID), v.PersonID), sql.EQ(o.C(reviewdecision.FieldBehalfID), v.PersonID))
		}
		s.Where(sql.NotExists(sql.Dialect(s.Dialect()).Select(o.C(reviewdecision.FieldID)).From(o).Where(sql.And(
			sql.ColumnsEQ(o.C(reviewdecision.FieldSubmissionID), s.C(entform.FieldSubmissionID)),
			sql.EQ(o.C(reviewdecision.FieldVerdict), string(term.VerdictApproved)), sql.IsNull(o.C(reviewdecision.FieldVoidedAt)), sql.Or(mine...)))))
	}
}
