package rulebook

import (
	"context"
	"slices"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/measure"
	"sineng/ent/power"
	"sineng/ent/predicate"
	"sineng/ent/rulesdocument"
	"sineng/ent/rulesedition"
	"sineng/ent/ruleslink"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/search"
	"sineng/server/store"
)

// Filter narrows a list of documents.
type Filter struct {
	UnitID *int64 // with all below it
	// AppliesToUnitID lists those on which something of a unit may stand: its own, and those of the units above it.
	AppliesToUnitID *int64
	Text            *string // in the title or a number
	Kinds           []term.RulesKind
	States          []State
}

// mostSuggested is how many documents a text is looked for in.
const mostSuggested = 2000

// List lists documents that the viewer sees, by their titles.
func (s *Service) List(ctx context.Context, f Filter, page store.Page, with func(*ent.RulesDocumentQuery)) (*store.Slice[*ent.RulesDocument], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadRegister); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).RulesDocument.Query()
	if err := org.Within(ctx, s.store, q, f.UnitID, nil); err != nil {
		return nil, err
	}
	if f.AppliesToUnitID != nil {
		u, err := s.store.Reader(ctx).Unit.Query().Where(unit.ID(*f.AppliesToUnitID)).Only(ctx)
		if err != nil {
			return nil, store.OrMissing(err, "filter.appliesToUnitId", "单位", "unit")
		}
		q.Where(rulesdocument.UnitIDIn(path(u.Levels())...))
	}
	if len(f.Kinds) > 0 {
		q.Where(rulesdocument.KindIn(f.Kinds...))
	}
	if len(f.States) > 0 {
		q.Where(inState(s.store.Today(), f.States))
	}
	if f.Text != nil {
		if err := search.Narrow(ctx, s.store, q, titles, search.Asked{Text: strings.TrimSpace(*f.Text)}); err != nil {
			return nil, err
		}
	}
	keys := []store.Key[*ent.RulesDocument]{store.Asc(rulesdocument.FieldTitle, func(d *ent.RulesDocument) any { return d.Title })}
	return store.List(ctx, q, page, func(d *ent.RulesDocument) int64 { return d.ID }, keys, with)
}

// path are the units of a path, without the empty levels.
func path(at authz.Levels) []int64 {
	var out []int64
	for _, id := range at {
		if id != 0 {
			out = append(out, id)
		}
	}
	return out
}

// inState limits documents to those that StateOn says are in one of some states on a day.
func inState(day time.Time, states []State) predicate.RulesDocument {
	held := rulesdocument.Or(rulesdocument.RepealedFromIsNil(), rulesdocument.RepealedFromGT(day))
	of := map[State]predicate.RulesDocument{
		StateRepealed: rulesdocument.RepealedFromLTE(day),
		StateNotYet:   rulesdocument.And(held, rulesdocument.Or(rulesdocument.InForceFromIsNil(), rulesdocument.InForceFromGT(day))),
		StateInForce:  rulesdocument.And(held, rulesdocument.InForceFromLTE(day)),
	}
	var any []predicate.RulesDocument
	for _, state := range states {
		any = append(any, of[state])
	}
	return rulesdocument.Or(any...)
}

// StateOf is the state of a document today.
func (s *Service) StateOf(d *ent.RulesDocument) State { return StateOn(d, s.store.Today()) }

// EditionsOf are the editions of documents that the viewer has been shown, the newest first.
func (s *Service) EditionsOf(ctx context.Context, documents []*ent.RulesDocument) (map[*ent.RulesDocument][]*Edition, error) {
	ids, of := make([]int64, len(documents)), map[int64][]*ent.RulesEdition{}
	for i, d := range documents {
		ids[i] = d.ID
	}
	err := store.InParts(ids, func(part []int64) error {
		rows, err := s.store.Reader(ctx).RulesEdition.Query().Where(rulesedition.DocumentIDIn(part...)).Order(rulesedition.ByDocumentID(), rulesedition.ByRevision()).All(everywhere(ctx))
		for _, e := range rows {
			of[e.DocumentID] = append(of[e.DocumentID], e)
		}
		return err
	})
	out := map[*ent.RulesDocument][]*Edition{}
	for _, d := range documents {
		out[d] = shown(of[d.ID], d.RepealedFrom, s.store.Today())
	}
	return out, err
}

// AskedFor are the editions that reviews are about, nil for those of documents that were repealed. The viewer has been shown the reviews.
func (s *Service) AskedFor(ctx context.Context, reviews []*ent.RulesReview) (map[*ent.RulesReview]*Edition, error) {
	var ids []int64
	for _, r := range reviews {
		ids = append(ids, r.DocumentID)
	}
	var documents []*ent.RulesDocument
	err := store.InParts(distinct(ids), func(part []int64) error {
		rows, err := s.store.Reader(ctx).RulesDocument.Query().Where(rulesdocument.IDIn(part...)).All(everywhere(ctx))
		documents = append(documents, rows...)
		return err
	})
	if err != nil {
		return nil, err
	}
	of, err := s.EditionsOf(ctx, documents)
	known, out := map[int64]*Edition{}, map[*ent.RulesReview]*Edition{}
	for _, editions := range of {
		for _, e := range editions {
			known[e.ID] = e
		}
	}
	for _, r := range reviews {
		out[r] = known[value(r.EditionID)]
	}
	return out, err
}

// Links lists what stands on a document that the viewer sees, as far as they see that too: in the order in which it was linked.
func (s *Service) Links(ctx context.Context, d *ent.RulesDocument, page store.Page, with func(*ent.RulesLinkQuery)) (*store.Slice[*ent.RulesLink], error) {
	q := s.store.Reader(ctx).RulesLink.Query().Where(ruleslink.DocumentID(d.ID))
	return store.List(ctx, q, page, func(l *ent.RulesLink) int64 { return l.ID }, []store.Key[*ent.RulesLink]{store.Asc(ruleslink.FieldAt, func(l *ent.RulesLink) any { return l.At })}, with)
}

// LinksOf are the links of powers or measures that the viewer has been shown, in the order in which they were made.
func (s *Service) LinksOf(ctx context.Context, things []int64) (map[int64][]*ent.RulesLink, error) {
	out := map[int64][]*ent.RulesLink{}
	for _, id := range things {
		out[id] = []*ent.RulesLink{}
	}
	err := store.InParts(things, func(part []int64) error {
		rows, err := s.store.Reader(ctx).RulesLink.Query().Where(ruleslink.Or(ruleslink.PowerIDIn(part...), ruleslink.MeasureIDIn(part...))).Order(ruleslink.ByID()).All(ctx)
		for _, l := range rows {
			id := value(l.PowerID) + value(l.MeasureID)
			out[id] = append(out[id], l)
		}
		return err
	})
	return out, err
}

// SuggestedFor are the documents that a measure names in its basis and does not stand on yet, of those that hold or will and that the viewer sees.
func (s *Service) SuggestedFor(ctx context.Context, m *ent.Measure) ([]*ent.RulesDocument, error) {
	if strings.TrimSpace(m.RulesDocument) == "" {
		return []*ent.RulesDocument{}, nil
	}
	client := s.store.Reader(ctx)
	var linked []int64
	if err := client.RulesLink.Query().Where(ruleslink.MeasureID(m.ID)).Select(ruleslink.FieldDocumentID).Scan(everywhere(ctx), &linked); err != nil {
		return nil, err
	}
	rows, err := client.RulesDocument.Query().Where(rulesdocument.UnitIDIn(path(m.Levels())...), inState(s.store.Today(), []State{StateNotYet, StateInForce})).
		Order(rulesdocument.ByTitle(), rulesdocument.ByID()).Limit(mostSuggested).All(ctx)
	named := Suggested(m.RulesDocument, rows)
	return slices.DeleteFunc(named, func(d *ent.RulesDocument) bool { return slices.Contains(linked, d.ID) }), err
}

// known refuses a filter by a document, power or measure that the viewer does not see.
func (s *Service) known(ctx context.Context, f ReviewFilter) error {
	client := s.store.Reader(ctx)
	for _, one := range []struct {
		id            *int64
		there         func(int64) (bool, error)
		field, zh, en string
	}{
		{f.DocumentID, func(id int64) (bool, error) {
			return client.RulesDocument.Query().Where(rulesdocument.ID(id)).Exist(ctx)
		}, "documentId", "制度文件", "rules document"},
		{f.PowerID, func(id int64) (bool, error) { return client.Power.Query().Where(power.ID(id)).Exist(ctx) }, "powerId", "职权", "power"},
		{f.MeasureID, func(id int64) (bool, error) { return client.Measure.Query().Where(measure.ID(id)).Exist(ctx) }, "measureId", "防控措施", "measure"},
	} {
		if one.id == nil {
			continue
		}
		there, err := one.there(*one.id)
		if err != nil {
			return err
		}
		if !there {
			return fault.MissingAt("filter."+one.field, one.zh, one.en)
		}
	}
	return nil
}
