package graph

import (
	"context"
	"maps"

	"sineng/ent/auditentry"
	"sineng/ent/viewer"
	"sineng/graph/scalar"
	"sineng/server/fault"
	"sineng/server/store"
)

// node finds an object by its id; nil when there is none or the viewer may not see it.
func (r *Resolver) node(ctx context.Context, id int64) (scalar.Node, error) {
	found, err := r.nodesOf(ctx, store.TableOf(id), []int64{id})
	return found[id], err
}

// nodes finds several objects in one statement per entity.
func (r *Resolver) nodes(ctx context.Context, ids []int64) ([]scalar.Node, error) {
	if len(ids) > store.MaxPage {
		return nil, fault.Bad("ids", "TOO_MANY_IDS", "一次最多查询 100 个编号", "At most 100 ids at a time")
	}
	byTable := map[string][]int64{}
	for _, id := range ids {
		byTable[store.TableOf(id)] = append(byTable[store.TableOf(id)], id)
	}
	all := map[int64]scalar.Node{}
	for table, some := range byTable {
		found, err := r.nodesOf(ctx, table, some)
		if err != nil {
			return nil, err
		}
		maps.Copy(all, found)
	}
	out := make([]scalar.Node, len(ids))
	for i, id := range ids {
		out[i] = all[id]
	}
	return out, nil
}

// nodesOf finds objects of one entity by their ids, as far as the viewer may see them.
func (r *Resolver) nodesOf(ctx context.Context, table string, ids []int64) (map[int64]scalar.Node, error) {
	if table == auditentry.Table {
		return r.entries(ctx, ids)
	}
	return r.rowsOf(ctx, table, ids)
}

// entries are entries of the audit log.
func (r *Resolver) entries(ctx context.Context, ids []int64) (map[int64]scalar.Node, error) {
	if !TypeOpen(viewer.FromContext(ctx), "AuditEntry") {
		return nil, nil
	}
	found, err := r.Audit.ByID(ctx, ids)
	out := make(map[int64]scalar.Node, len(found))
	for id, e := range found {
		out[id] = e
	}
	return out, err
}

func get[T scalar.Node, Q interface {
	All(context.Context) ([]T, error)
}](ctx context.Context, q Q, load func(Q, fields), id func(T) int64, name string) (map[int64]scalar.Node, error) {
	if !TypeOpen(viewer.FromContext(ctx), name) {
		return nil, nil
	}
	load(q, selected(ctx, name, "Node"))
	rows, err := q.All(ctx)
	out := make(map[int64]scalar.Node, len(rows))
	for _, row := range rows {
		out[id(row)] = row
	}
	return out, err
}
