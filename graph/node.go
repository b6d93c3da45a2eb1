package graph

import (
	"context"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/appointment"
	"sineng/ent/assessment"
	"sineng/ent/duty"
	"sineng/ent/measure"
	"sineng/ent/migrate"
	"sineng/ent/person"
	"sineng/ent/portfolio"
	"sineng/ent/post"
	"sineng/ent/power"
	"sineng/ent/process"
	"sineng/ent/processstep"
	"sineng/ent/riskpoint"
	"sineng/ent/roleappointment"
	"sineng/ent/unit"
	"sineng/graph/scalar"
	"sineng/server/fault"
	"sineng/server/store"
)

// node finds an object by its id, whose range tells the entity; nil when there is none
// or the viewer may not see it.
func (r *Resolver) node(ctx context.Context, id int64) (scalar.Node, error) {
	client, l := r.Store.Client, r.load()
	switch tableOf(id) {
	case unit.Table:
		return get(ctx, client.Unit.Query().Where(unit.ID(id)), l.unit, "Unit")
	case post.Table:
		return get(ctx, client.Post.Query().Where(post.ID(id)), l.post, "Post")
	case person.Table:
		return get(ctx, client.Person.Query().Where(person.ID(id)), l.person, "Person")
	case appointment.Table:
		return get(ctx, client.Appointment.Query().Where(appointment.ID(id)), l.appointment, "Appointment")
	case portfolio.Table:
		return get(ctx, client.Portfolio.Query().Where(portfolio.ID(id)), l.portfolio, "Portfolio")
	case duty.Table:
		return get(ctx, client.Duty.Query().Where(duty.ID(id)), l.duty, "Duty")
	case power.Table:
		return get(ctx, client.Power.Query().Where(power.ID(id)), l.power, "Power")
	case process.Table:
		return get(ctx, client.Process.Query().Where(process.ID(id)), l.process, "Process")
	case processstep.Table:
		return get(ctx, client.ProcessStep.Query().Where(processstep.ID(id)), l.step, "ProcessStep")
	case riskpoint.Table:
		return get(ctx, client.RiskPoint.Query().Where(riskpoint.ID(id)), l.risk, "RiskPoint")
	case assessment.Table:
		return get(ctx, client.Assessment.Query().Where(assessment.ID(id)), l.assessment, "Assessment")
	case measure.Table:
		return get(ctx, client.Measure.Query().Where(measure.ID(id)), l.measure, "Measure")
	case account.Table:
		return get(ctx, client.Account.Query().Where(account.ID(id)), l.account, "Account")
	case roleappointment.Table:
		return get(ctx, client.RoleAppointment.Query().Where(roleappointment.ID(id)), l.roles, "RoleAppointment")
	}
	return nil, nil
}

func get[T scalar.Node, Q interface {
	Only(context.Context) (T, error)
}](ctx context.Context, q Q, load func(Q, fields), name string) (scalar.Node, error) {
	load(q, selected(ctx, name, "Node"))
	v, err := q.Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return v, nil
}

func (r *Resolver) nodes(ctx context.Context, ids []int64) ([]scalar.Node, error) {
	if len(ids) > store.MaxPage {
		return nil, fault.Bad("ids", "TOO_MANY_IDS", "一次最多查询 100 个编号", "At most 100 ids at a time")
	}
	out := make([]scalar.Node, len(ids))
	for i, id := range ids {
		n, err := r.node(ctx, id)
		if err != nil {
			return nil, err
		}
		out[i] = n
	}
	return out, nil
}

// idRange is how many ids each table has to itself.
const idRange = 1 << 32

// tables maps the start of a table's range of ids to its name.
var tables = func() map[int64]string {
	out := map[int64]string{}
	for _, t := range migrate.Tables {
		if t.Annotation != nil && t.Annotation.IncrementStart != nil {
			out[int64(*t.Annotation.IncrementStart)/idRange] = t.Name
		}
	}
	return out
}()

func tableOf(id int64) string { return tables[id/idRange] }
