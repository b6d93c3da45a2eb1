package form

import (
	"context"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/measure"
	"sineng/ent/post"
	"sineng/ent/power"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/office"
	"sineng/server/register"
)

// readPersonal reads 表3: the person, the risk points on the person, and the
// measures that guard these and are the person's own or guard nothing else.
func (b *book) readPersonal(ctx context.Context, client *ent.Client) error {
	who, err := client.Person.Get(ctx, *b.form.PersonID)
	if err != nil {
		return err
	}
	b.who = who
	offices, err := client.Appointment.Query().Where(appointment.PersonID(who.ID), office.InForce(b.today)).WithPost().
		Order(appointment.ByFromDay(), appointment.ByID()).All(ctx)
	if err != nil {
		return err
	}
	var posts []*ent.Post
	var since []string
	for _, o := range offices {
		if o.Edges.Post != nil {
			posts, since = append(posts, o.Edges.Post), append(since, dayText(&o.FromDay))
			b.addPost(o.Edges.Post)
		}
	}
	if err := b.readDuties(ctx, client, idsOf(posts)); err != nil {
		return err
	}
	powers, err := client.Power.Query().Where(power.HasExercisingPostsWith(post.IDIn(idsOf(posts)...)),
		power.Or(power.RetiredOnIsNil(), power.RetiredOnGT(b.today))).Order(power.ByCode(), power.ByID()).All(ctx)
	if err != nil {
		return err
	}
	b.fields = map[string]string{"name": line(who.Name), "jobTitle": line(who.JobTitle), "post": b.posts.list(idsOf(posts)),
		"since": strings.Join(since, listDivider), "duties": b.personDuties(posts), "powers": powerNames(powers)}
	b.addPerson(who)
	if err := b.readPersonalRisks(ctx, client); err != nil {
		return err
	}
	return b.readPersonalMeasures(ctx, client)
}

// personDuties returns the registered duties of a person's posts, or what the
// post itself says where none are registered.
func (b *book) personDuties(posts []*ent.Post) string {
	var out []string
	for _, p := range posts {
		text := b.dutyText([]int64{p.ID})
		if text == "" {
			text = long(p.Duties)
		}
		if text != "" && len(posts) > 1 {
			text = line(p.Name) + ":" + text
		}
		if text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, "\n")
}

func powerNames(powers []*ent.Power) string {
	var out []string
	for _, p := range powers {
		out = append(out, line(p.Name))
	}
	return strings.Join(out, listDivider)
}

func (b *book) readPersonalRisks(ctx context.Context, client *ent.Client) error {
	risks, err := client.RiskPoint.Query().Where(riskpoint.PersonID(*b.form.PersonID), riskpoint.StatusIn(register.Living...)).
		WithExposedPosts().WithExposedPersons().WithStep().Order(riskpoint.ByID()).All(ctx)
	for _, r := range risks {
		b.addRisk(r.ID, r.Title, 0)
		if r.PowerID != nil && r.Edges.Step != nil {
			b.powers.steps[*r.PowerID] = append(b.powers.steps[*r.PowerID], r.Edges.Step)
		}
		b.entries[sectionRisks] = append(b.entries[sectionRisks], &entry{section: sectionRisks, key: RowKey36(r.ID), version: r.Version, cells: b.riskCells(r), row: r})
	}
	// Measures of the same form refer to new rows by their title.
	for i, r := range b.draft.Rows {
		if r.Section == sectionRisks && isNew(r.Key) && r.Cells["title"].Text != "" {
			b.addRisk(pendingID(i), r.Cells["title"].Text, 1)
		}
	}
	return err
}

// pendingID is a negative placeholder for the id of a risk point that a row of
// the draft will create.
func pendingID(row int) int64 { return -1 - int64(row) }

func (b *book) readPersonalMeasures(ctx context.Context, client *ent.Client) error {
	me := *b.form.PersonID
	measures, err := client.Measure.Query().Where(measure.HasRiskPointsWith(riskpoint.PersonID(me)), measure.StatusNEQ(term.MeasureStatusRetired)).
		WithRiskPoints(func(q *ent.RiskPointQuery) { q.Order(riskpoint.ByID()) }).Order(measure.ByID()).All(ctx)
	for _, m := range measures {
		mine := !slices.ContainsFunc(m.Edges.RiskPoints, func(r *ent.RiskPoint) bool { return r.PersonID == nil || *r.PersonID != me })
		if !mine && (m.OwnerID == nil || *m.OwnerID != me) {
			continue
		}
		b.entries[sectionMeasures] = append(b.entries[sectionMeasures], &entry{section: sectionMeasures, key: RowKey36(m.ID), version: m.Version, cells: b.measureCells(m), row: m})
	}
	return err
}
