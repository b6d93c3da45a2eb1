package exchange

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/importmapping"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// Keep keeps a mapping under its name for a unit, in place of the one that has the name there.
func (s *Service) Keep(ctx context.Context, unitID int64, m *Mapping) (*ent.ImportMapping, error) {
	name := strings.TrimSpace(m.Name)
	if n := utf8.RuneCountInString(name); n == 0 || n > 100 {
		return nil, fault.Bad("saveAs", ReasonTooLong, "映射名称应为 1 至 100 个字", "The name of a mapping has 1 to 100 characters")
	}
	if err := m.check(); err != nil {
		return nil, err
	}
	kept := *m
	kept.Name, kept.Choices.Same = name, nil // answers about rows are for one file alone
	layout, err := json.Marshal(kept)
	if err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionKeepMapping, Right: authz.Import}, func(ctx context.Context, tx *ent.Tx) (*ent.ImportMapping, error) {
		u, err := org.Hold(ctx, s.store, tx, unitID, authz.Import, "unitId")
		if err != nil {
			return nil, err
		}
		now := s.store.Now()
		old, err := tx.ImportMapping.Query().Where(importmapping.UnitID(unitID), importmapping.Name(name)).Only(ctx)
		switch {
		case err == nil:
			return tx.ImportMapping.UpdateOne(old).SetLayout(string(layout)).SetUpdatedAt(now).SetVersion(old.Version + 1).Save(ctx)
		case !ent.IsNotFound(err):
			return nil, err
		}
		create := tx.ImportMapping.Create().SetName(name).SetLayout(string(layout)).SetCreatedAt(now).SetUpdatedAt(now)
		if err := org.Place(create.Mutation(), u); err != nil {
			return nil, err
		}
		return create.Save(ctx)
	})
}

// DropMapping forgets a mapping.
func (s *Service) DropMapping(ctx context.Context, id int64, expectedVersion int) error {
	_, err := audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionDropMapping, Right: authz.Import}, func(ctx context.Context, tx *ent.Tx) (*ent.ImportMapping, error) {
		m, err := tx.ImportMapping.Get(ctx, id)
		if err != nil {
			return nil, store.OrMissing(err, "id", "导入映射", "mapping")
		}
		if _, err := org.HoldToEnd(ctx, s.store, tx, m.UnitID, authz.Import, "id"); err != nil {
			return nil, err
		}
		if m.Version != expectedVersion {
			return nil, fault.Stale()
		}
		return m, tx.ImportMapping.DeleteOne(m).Exec(ctx)
	})
	return err
}

// Mappings lists the mappings kept for a unit itself, by name.
func (s *Service) Mappings(ctx context.Context, unitID int64, page store.Page, with func(*ent.ImportMappingQuery)) (*store.Slice[*ent.ImportMapping], error) {
	if err := authz.CheckAnywhere(ctx, authz.Import); err != nil {
		return nil, err
	}
	if _, err := s.org.Root(ctx, unitID, "unitId"); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).ImportMapping.Query().Where(importmapping.UnitID(unitID))
	return store.List(ctx, q, page, func(m *ent.ImportMapping) int64 { return m.ID },
		[]store.Key[*ent.ImportMapping]{store.Asc("name", func(m *ent.ImportMapping) any { return m.Name })}, with)
}

// mostKept is how many kept mappings are tried on a file.
const mostKept = 500

// kept are the mappings that may fit a file: those of the unit of the import and of all above it,
// the nearest first, or all that the viewer sees where no unit is given; of one unit the newest
// first.
func (s *Service) kept(ctx context.Context, unitID *int64) ([]*Mapping, error) {
	q := s.store.Reader(ctx).ImportMapping.Query()
	var levels authz.Levels
	if unitID != nil {
		u, err := s.org.Root(ctx, *unitID, "unitId")
		if err != nil {
			return nil, err
		}
		levels = org.LevelsOf(u)
		q.Where(importmapping.UnitIDIn(levels[:]...))
	}
	rows, err := q.Order(importmapping.ByUpdatedAt(sql.OrderDesc()), importmapping.ByID(sql.OrderDesc())).Limit(mostKept).All(ctx)
	if err != nil {
		return nil, err
	}
	if unitID != nil {
		slices.SortStableFunc(rows, func(a, b *ent.ImportMapping) int {
			return slices.Index(levels[:], b.UnitID) - slices.Index(levels[:], a.UnitID)
		})
	}
	var out []*Mapping
	for _, row := range rows {
		m := new(Mapping)
		if err := json.Unmarshal([]byte(row.Layout), m); err != nil {
			return nil, err
		}
		m.Name = row.Name
		out = append(out, m)
	}
	return out, nil
}

// Mappings is Service.Mappings.
func (j *Jobs) Mappings(ctx context.Context, unitID int64, page store.Page, with func(*ent.ImportMappingQuery)) (*store.Slice[*ent.ImportMapping], error) {
	return j.service.Mappings(ctx, unitID, page, with)
}

// DropMapping is Service.DropMapping.
func (j *Jobs) DropMapping(ctx context.Context, id int64, expectedVersion int) error {
	return j.service.DropMapping(ctx, id, expectedVersion)
}
