package check

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/office"
	"sineng/server/org"
)

// supervised is what a bureau's planning starts from.
type supervised struct {
	bureau      *ent.Unit
	units       map[int64]*ent.Unit
	settings    Settings
	departments []Department
	risks       []Risk
}

// leading are the tiers of which checks may be asked, or to which they go.
var leading = []term.Role{term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RoleLeadingGroup}

// read reads what the planning of a bureau starts from, in a number of statements that does not grow with it but for batches.
func read(ctx context.Context, client *ent.Client, bureau *ent.Unit, today time.Time) (*supervised, error) {
	ctx = everywhere(ctx)
	units, err := org.BureauOf(ctx, client, bureau)
	if err != nil {
		return nil, err
	}
	plan, err := planOn(ctx, client, bureau)
	if err != nil {
		return nil, err
	}
	out := &supervised{bureau: bureau, units: map[int64]*ent.Unit{}, settings: plan.Settings}
	ids := make([]int64, len(units))
	for i, u := range units {
		out.units[u.ID], ids[i] = u, u.ID
	}
	offices := office.Read(client, office.On(today))
	held, err := offices.Below(ctx, bureau.Levels(), leading...)
	if err != nil {
		return nil, err
	}
	for _, u := range units {
		if u.ID != bureau.ID && departmentOf(bureau, u) != u.ID {
			continue
		}
		d := Department{ID: u.ID, Chain: held.At(u.Levels()).Chain(u.ID)}
		for _, p := range held.Portfolios {
			if p.Unit == u.ID && p.Kind == term.PortfolioKindHead && !slices.Contains(d.Heads, p.Person) {
				d.Heads = append(d.Heads, p.Person)
			}
		}
		slices.Sort(d.Heads)
		out.departments = append(out.departments, d)
	}
	return out, out.readRisks(ctx, client, offices, ids)
}

// departmentOf is the department of a bureau with which a unit is checked.
func departmentOf(bureau, u *ent.Unit) int64 {
	if at := u.Levels(); u.Level > bureau.Level {
		return at[bureau.Level]
	}
	return bureau.ID
}

// unitsAtOnce is how many units a statement names.
const unitsAtOnce = 500

func (b *supervised) readRisks(ctx context.Context, client *ent.Client, offices office.Reader, units []int64) error {
	exposed := map[int64][]int64{} // posts, by risk point
	var posts []int64
	for ids := range slices.Chunk(units, unitsAtOnce) {
		rows, err := client.RiskPoint.Query().Where(riskpoint.UnitIDIn(ids...), riskpoint.StatusEQ(term.RiskStatusDecided), riskpoint.GradeNEQ(term.Ungraded)).
			Select(riskpoint.FieldID, riskpoint.FieldUnitID, riskpoint.FieldGrade, riskpoint.FieldDirectOwnerID, riskpoint.FieldPersonID, riskpoint.FieldPostID).
			WithExposedPosts(func(q *ent.PostQuery) { q.Select("id") }).WithExposedPersons(func(q *ent.PersonQuery) { q.Select("id") }).
			Order(riskpoint.ByID()).All(ctx)
		if err != nil {
			return err
		}
		for _, r := range rows {
			one := Risk{ID: r.ID, Department: departmentOf(b.bureau, b.units[r.UnitID]), Grade: r.Grade}
			for _, id := range []*int64{r.DirectOwnerID, r.PersonID} {
				if id != nil {
					one.Own = append(one.Own, *id)
				}
			}
			for _, p := range r.Edges.ExposedPersons {
				one.Own = append(one.Own, p.ID)
			}
			if r.PostID != nil {
				exposed[r.ID] = append(exposed[r.ID], *r.PostID)
			}
			for _, p := range r.Edges.ExposedPosts {
				exposed[r.ID] = append(exposed[r.ID], p.ID)
			}
			posts = append(posts, exposed[r.ID]...)
			b.risks = append(b.risks, one)
		}
	}
	appointed, err := offices.On(ctx, posts...)
	if err != nil {
		return err
	}
	on := map[int64][]int64{}
	for _, a := range appointed {
		on[a.Post] = append(on[a.Post], a.Person)
	}
	for i, r := range b.risks {
		for _, p := range exposed[r.ID] {
			b.risks[i].Own = append(b.risks[i].Own, on[p]...)
		}
	}
	return nil
}

// wants are the checks that are asked for on a day.
func (b *supervised) wants(today time.Time) []Wanted {
	return Wants(b.settings, today, b.departments, b.risks)
}
