package rulebook

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"sineng/ent"
	"sineng/ent/measure"
	"sineng/ent/power"
	"sineng/ent/ruleslink"
	"sineng/ent/rulesreview"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// recording is what saying of a power or a measure that it stands on a document needs, and answering in place of who is asked.
const recording = authz.RecordRisk

// mostLinks are linked, or parted, at a time.
const mostLinks = 500

// Link says of powers and measures that they stand on documents: each of them on each.
type Link struct {
	DocumentIDs, PowerIDs, MeasureIDs []int64
}

// thing is a power or a measure that stands on documents.
type thing struct {
	measure *ent.Measure
	power   *ent.Power
}

func (t thing) id() int64 {
	if t.measure != nil {
		return t.measure.ID
	}
	return t.power.ID
}

func (t thing) unit() int64 {
	if t.measure != nil {
		return t.measure.UnitID
	}
	return t.power.UnitID
}

func (t thing) levels() authz.Levels {
	if t.measure != nil {
		return t.measure.Levels()
	}
	return t.power.Levels()
}

// owner is who answers for it, 0 for nobody in particular.
func (t thing) owner() int64 {
	if t.measure != nil {
		return value(t.measure.OwnerID)
	}
	return 0
}

// named is how it is called in a review.
func (t thing) named() string {
	if t.power != nil {
		return t.power.Name
	}
	const most = 300
	if r := []rune(t.measure.Content); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return t.measure.Content
}

// retired tells whether it is used no more today.
func (s *Service) retired(t thing) bool {
	if t.measure != nil {
		return t.measure.Status == term.MeasureStatusRetired
	}
	return t.power.RetiredOn != nil && !t.power.RetiredOn.After(s.store.Today())
}

// thingOf is what a link is about, which is loaded.
func thingOf(l *ent.RulesLink) thing { return thing{l.Edges.Measure, l.Edges.Power} }

func distinct(ids []int64) []int64 { return slices.Compact(slices.Sorted(slices.Values(ids))) }

// Link links documents with what stands on them, and returns all links asked for. What is linked already stays as it is.
func (s *Service) Link(ctx context.Context, in Link) ([]*ent.RulesLink, error) {
	documents, powers, measures := distinct(in.DocumentIDs), distinct(in.PowerIDs), distinct(in.MeasureIDs)
	if n := len(documents) * (len(powers) + len(measures)); n < 1 || n > mostLinks {
		return nil, fault.Bad("documentIds", "OUT_OF_RANGE", fmt.Sprintf("请选择文件和职权或措施,一次关联 1 至 %d 项", mostLinks),
			fmt.Sprintf("Choose documents and powers or measures, 1 to %d links at a time", mostLinks))
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) ([]*ent.RulesLink, error) {
		things, err := s.things(ctx, tx, powers, measures)
		if err != nil {
			return nil, err
		}
		var out, made []*ent.RulesLink
		for _, id := range documents {
			all, added, err := s.linkOne(ctx, tx, id, things)
			if err != nil {
				return nil, err
			}
			out, made = append(out, all...), append(made, added...)
		}
		if len(made) == 0 {
			return out, nil
		}
		var entries notes
		for _, l := range made {
			entries.add(l.DocumentID, l.Levels(), l.ID)
		}
		return out, entries.append(ctx, s.store, audit.Event{Action: term.AuditActionLinkRules, Right: recording})
	})
}

// things are powers and measures that the viewer sees and may link, in units that are held.
func (s *Service) things(ctx context.Context, tx *ent.Tx, powers, measures []int64) ([]thing, error) {
	ps, err := tx.Power.Query().Where(power.IDIn(powers...)).Order(power.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	ms, err := tx.Measure.Query().Where(measure.IDIn(measures...)).Order(measure.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	if len(ps) < len(powers) {
		return nil, fault.MissingAt("powerIds", "职权", "power")
	}
	if len(ms) < len(measures) {
		return nil, fault.MissingAt("measureIds", "防控措施", "measure")
	}
	var out []thing
	var units []int64
	for _, p := range ps {
		out, units = append(out, thing{power: p}), append(units, p.UnitID)
	}
	for _, m := range ms {
		out, units = append(out, thing{measure: m}), append(units, m.UnitID)
	}
	field := "measureIds"
	if len(ms) == 0 {
		field = "powerIds"
	}
	if _, err := org.HoldAll(ctx, s.store, tx, units, recording, field); err != nil {
		return nil, err
	}
	for _, t := range out {
		switch {
		case !s.retired(t):
		case t.power != nil:
			return nil, fault.New(fault.InvalidTransition, "RETIRED", "powerIds", "职权已停用,不能关联制度文件", "A power that is retired stands on no document any more")
		default:
			return nil, fault.New(fault.InvalidTransition, "RETIRED", "measureIds", "措施已停用,不能关联制度文件", "A measure that is retired stands on no document any more")
		}
	}
	return out, nil
}

// linkOne links one document, and returns all its links with some things, and those that were made.
func (s *Service) linkOne(ctx context.Context, tx *ent.Tx, document int64, things []thing) (all, made []*ent.RulesLink, err error) {
	const field = "documentIds"
	d, err := s.locked(ctx, tx, document, field)
	if err != nil {
		return nil, nil, err
	}
	if StateOn(d, s.store.Today()) == StateRepealed {
		return nil, nil, repealed(field)
	}
	ids := make([]int64, len(things))
	for i, t := range things {
		ids[i] = t.id()
		if at := t.levels(); !slices.Contains(at[:], d.UnitID) {
			return nil, nil, fault.Bad(field, "NOT_BELOW", "“"+d.Title+"”不适用于该职权或措施所在的单位:只能关联本单位及上级单位的制度文件",
				"“"+d.Title+"” is of another unit: link documents of its own unit and of those above it")
		}
	}
	linked, err := tx.RulesLink.Query().Where(ruleslink.DocumentID(document), ruleslink.Or(ruleslink.MeasureIDIn(ids...), ruleslink.PowerIDIn(ids...))).
		Order(ruleslink.ByID()).All(everywhere(ctx))
	if err != nil {
		return nil, nil, err
	}
	had := map[int64]bool{}
	for _, l := range linked {
		had[value(l.MeasureID)+value(l.PowerID)] = true
	}
	v, now := viewer.FromContext(ctx), s.store.Now()
	var creates []*ent.RulesLinkCreate
	for _, t := range things {
		if had[t.id()] {
			continue
		}
		c := tx.RulesLink.Create().SetDocumentID(document).SetUnitID(t.unit()).SetLevels(t.levels()).SetAt(now).SetNillableAccountID(v.Account()).SetActorName(v.Name)
		if t.measure != nil {
			c.SetMeasureID(t.measure.ID)
		} else {
			c.SetPowerID(t.power.ID)
		}
		creates = append(creates, c)
	}
	if len(creates) == 0 {
		return linked, nil, nil
	}
	made, err = tx.RulesLink.CreateBulk(creates...).Save(everywhere(ctx))
	return append(linked, made...), made, err
}

// Unlink parts powers and measures from documents. Reviews of them that are open end.
func (s *Service) Unlink(ctx context.Context, links []int64) ([]int64, error) {
	const field = "linkIds"
	links = distinct(links)
	if n := len(links); n < 1 || n > mostLinks {
		return nil, fault.Bad(field, "OUT_OF_RANGE", fmt.Sprintf("一次取消 1 至 %d 项关联", mostLinks), fmt.Sprintf("Part 1 to %d links at a time", mostLinks))
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) ([]int64, error) {
		rows, err := tx.RulesLink.Query().Where(ruleslink.IDIn(links...)).Order(ruleslink.ByID()).All(ctx)
		if err != nil {
			return nil, err
		}
		if len(rows) < len(links) {
			return nil, fault.MissingAt(field, "制度依据关联", "link")
		}
		units := make([]int64, len(rows))
		documents := map[int64]bool{}
		for i, l := range rows {
			units[i] = l.UnitID
			documents[l.DocumentID] = true
		}
		for _, id := range distinct(units) {
			if _, err := org.HoldToEnd(ctx, s.store, tx, id, recording, field); err != nil {
				return nil, err
			}
		}
		for _, id := range slices.Sorted(maps.Keys(documents)) {
			if _, err := s.locked(everywhere(ctx), tx, id, field); err != nil {
				return nil, err
			}
		}
		open, err := s.openOf(ctx, tx, rows)
		if err != nil {
			return nil, err
		}
		var entries notes
		for _, l := range rows {
			entries.add(l.DocumentID, l.Levels(), l.ID)
			for _, r := range open[keyOf(l.DocumentID, l.PowerID, l.MeasureID)] {
				if err := s.step(ctx, tx, r, EventUnlink, func(*ent.RulesReviewMutation) {}); err != nil {
					return nil, err
				}
				entries.add(l.DocumentID, l.Levels(), r.ID)
			}
			if err := tx.RulesLink.DeleteOne(l).Exec(everywhere(ctx)); err != nil {
				return nil, err
			}
		}
		return links, entries.append(ctx, s.store, audit.Event{Action: term.AuditActionUnlinkRules, Right: recording})
	})
}

// pair is a document with what stands on it.
type pair struct{ document, thing int64 }

func keyOf(document int64, power, measure *int64) pair {
	return pair{document, value(power) + value(measure)}
}

// openOf are the open reviews of links.
func (s *Service) openOf(ctx context.Context, tx *ent.Tx, links []*ent.RulesLink) (map[pair][]*ent.RulesReview, error) {
	out := map[pair][]*ent.RulesReview{}
	var documents, powers, measures []int64
	for _, l := range links {
		documents = append(documents, l.DocumentID)
		if l.PowerID != nil {
			powers = append(powers, *l.PowerID)
		} else {
			measures = append(measures, *l.MeasureID)
		}
	}
	if len(links) == 0 {
		return out, nil
	}
	rows, err := tx.RulesReview.Query().Where(rulesreview.StateEQ(term.RulesReviewStateOpen), rulesreview.DocumentIDIn(distinct(documents)...),
		rulesreview.Or(rulesreview.PowerIDIn(distinct(powers)...), rulesreview.MeasureIDIn(distinct(measures)...))).Order(rulesreview.ByID()).All(everywhere(ctx))
	for _, r := range rows {
		at := keyOf(r.DocumentID, r.PowerID, r.MeasureID)
		out[at] = append(out[at], r)
	}
	return out, err
}

// notes gathers changed rows by the document that they are about and the unit where they stand, an entry of the log for each.
type notes struct{ events []audit.Event }

func (n *notes) add(document int64, at authz.Levels, rows ...int64) {
	if len(rows) == 0 {
		return
	}
	i := slices.IndexFunc(n.events, func(e audit.Event) bool { return e.Object == document && e.At == at })
	if i < 0 {
		i = len(n.events)
		n.events = append(n.events, audit.Event{Object: document, At: at})
	}
	n.events[i].Rows = append(n.events[i].Rows, rows...)
}

// append writes the entries of an action.
func (n *notes) append(ctx context.Context, s *store.Store, like audit.Event) error {
	if len(n.events) == 0 {
		return nil
	}
	for i := range n.events {
		n.events[i].Action, n.events[i].Right = like.Action, like.Right
	}
	return audit.AppendAll(ctx, s, n.events)
}
