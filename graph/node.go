package graph

import (
	"context"
	"maps"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/appointment"
	"sineng/ent/assessment"
	"sineng/ent/auditentry"
	"sineng/ent/campaign"
	"sineng/ent/duty"
	"sineng/ent/form"
	"sineng/ent/measure"
	"sineng/ent/meeting"
	"sineng/ent/objection"
	"sineng/ent/person"
	"sineng/ent/portfolio"
	"sineng/ent/post"
	"sineng/ent/power"
	"sineng/ent/process"
	"sineng/ent/processstep"
	"sineng/ent/publicfeedback"
	"sineng/ent/riskpoint"
	"sineng/ent/roleappointment"
	"sineng/ent/unit"
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
	client, l := r.Store.Client, r.load()
	switch table {
	case unit.Table:
		return get(ctx, client.Unit.Query().Where(unit.IDIn(ids...)), l.unit, func(v *ent.Unit) int64 { return v.ID }, "Unit")
	case post.Table:
		return get(ctx, client.Post.Query().Where(post.IDIn(ids...)), l.post, func(v *ent.Post) int64 { return v.ID }, "Post")
	case person.Table:
		return get(ctx, client.Person.Query().Where(person.IDIn(ids...)), l.person, func(v *ent.Person) int64 { return v.ID }, "Person")
	case appointment.Table:
		return get(ctx, client.Appointment.Query().Where(appointment.IDIn(ids...)), l.appointment, func(v *ent.Appointment) int64 { return v.ID }, "Appointment")
	case portfolio.Table:
		return get(ctx, client.Portfolio.Query().Where(portfolio.IDIn(ids...)), l.portfolio, func(v *ent.Portfolio) int64 { return v.ID }, "Portfolio")
	case duty.Table:
		return get(ctx, client.Duty.Query().Where(duty.IDIn(ids...)), l.duty, func(v *ent.Duty) int64 { return v.ID }, "Duty")
	case power.Table:
		return get(ctx, client.Power.Query().Where(power.IDIn(ids...)), l.power, func(v *ent.Power) int64 { return v.ID }, "Power")
	case process.Table:
		return get(ctx, client.Process.Query().Where(process.IDIn(ids...)), l.process, func(v *ent.Process) int64 { return v.ID }, "Process")
	case processstep.Table:
		return get(ctx, client.ProcessStep.Query().Where(processstep.IDIn(ids...)), l.step, func(v *ent.ProcessStep) int64 { return v.ID }, "ProcessStep")
	case riskpoint.Table:
		return get(ctx, client.RiskPoint.Query().Where(riskpoint.IDIn(ids...)), l.risk, func(v *ent.RiskPoint) int64 { return v.ID }, "RiskPoint")
	case assessment.Table:
		return get(ctx, client.Assessment.Query().Where(assessment.IDIn(ids...)), l.assessment, func(v *ent.Assessment) int64 { return v.ID }, "Assessment")
	case measure.Table:
		return get(ctx, client.Measure.Query().Where(measure.IDIn(ids...)), l.measure, func(v *ent.Measure) int64 { return v.ID }, "Measure")
	case campaign.Table:
		return get(ctx, client.Campaign.Query().Where(campaign.IDIn(ids...)), l.campaign, func(v *ent.Campaign) int64 { return v.ID }, "Campaign")
	case form.Table:
		return get(ctx, client.Form.Query().Where(form.IDIn(ids...)), l.form, func(v *ent.Form) int64 { return v.ID }, "Form")
	case objection.Table:
		return get(ctx, client.Objection.Query().Where(objection.IDIn(ids...)), l.objection, func(v *ent.Objection) int64 { return v.ID }, "Objection")
	case publicfeedback.Table:
		return get(ctx, client.PublicFeedback.Query().Where(publicfeedback.IDIn(ids...)), l.feedback, func(v *ent.PublicFeedback) int64 { return v.ID }, "PublicFeedback")
	case meeting.Table:
		return get(ctx, client.Meeting.Query().Where(meeting.IDIn(ids...)), l.meeting, func(v *ent.Meeting) int64 { return v.ID }, "Meeting")
	case account.Table:
		return get(ctx, client.Account.Query().Where(account.IDIn(ids...)), l.account, func(v *ent.Account) int64 { return v.ID }, "Account")
	case roleappointment.Table:
		return get(ctx, client.RoleAppointment.Query().Where(roleappointment.IDIn(ids...)), l.role, func(v *ent.RoleAppointment) int64 { return v.ID }, "RoleAppointment")
	}
	if table == auditentry.Table {
		return r.entries(ctx, ids)
	}
	return nil, nil
}

// entries are entries of the audit log.
func (r *Resolver) entries(ctx context.Context, ids []int64) (map[int64]scalar.Node, error) {
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
	load(q, selected(ctx, name, "Node"))
	rows, err := q.All(ctx)
	out := make(map[int64]scalar.Node, len(rows))
	for _, row := range rows {
		out[id(row)] = row
	}
	return out, err
}
