package warning

import (
	"context"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/campaign"
	"sineng/ent/conflict"
	entform "sineng/ent/form"
	"sineng/ent/objection"
	"sineng/ent/post"
	"sineng/ent/supervisioncheck"
	"sineng/ent/term"
	"sineng/server/store"
)

// forms finds forms that nobody has handed in, as long as their campaign runs.
func (a *amiss) forms(ctx context.Context) error {
	rows, err := a.client.Form.Query().Where(entform.UnitID(a.unit), entform.StateEQ(term.FormStateDraft), entform.HasCampaignWith(campaign.ClosedAtIsNil())).
		WithCampaign().WithPerson().All(ctx)
	for _, f := range rows {
		c := Cause{Kind: term.WarningKindFormOverdue, Subject: f.ID, Concerned: value(f.PersonID), Grade: term.Ungraded, Text: f.Edges.Campaign.Title + " " + f.Kind.Label("zh")}
		if f.PreparerID != nil {
			c.Concerned = *f.PreparerID
		}
		if f.Edges.Person != nil {
			c.Text += " " + f.Edges.Person.Name
		}
		a.overdue(f.DueOn, c)
	}
	return err
}

// checks finds checks of supervision that nobody has made.
func (a *amiss) checks(ctx context.Context) error {
	rows, err := a.client.SupervisionCheck.Query().Where(supervisioncheck.UnitID(a.unit), supervisioncheck.StateEQ(term.CheckStateDue)).All(ctx)
	for _, c := range rows {
		a.overdue(c.DueOn, Cause{Kind: term.WarningKindCheckOverdue, Subject: c.ID, Concerned: value(c.PersonID), Grade: c.Grade, Text: checkText(c)})
	}
	return err
}

func checkText(c *ent.SupervisionCheck) string {
	out := c.Kind.Label("zh")
	if c.Grade != term.Ungraded {
		out = string(c.Grade) + " 级" + out
	}
	return out
}

// objections finds objections that nobody has answered in time.
func (a *amiss) objections(ctx context.Context) error {
	rows, err := a.client.Objection.Query().Where(objection.UnitID(a.unit), objection.StateEQ(term.ObjectionStateRaised)).All(ctx)
	for _, o := range rows {
		a.overdue(o.DueOn, Cause{Kind: term.WarningKindObjectionOverdue, Subject: o.ID, Grade: term.Ungraded, Text: o.AboutText})
	}
	return err
}

// conflicts finds conflicts of balance that nobody has settled or accepted.
func (a *amiss) conflicts(ctx context.Context) error {
	rows, err := a.client.Conflict.Query().Where(conflict.UnitID(a.unit), conflict.StateEQ(term.ConflictStateOpen)).WithPower().All(ctx)
	for _, c := range rows {
		one := Cause{Kind: term.WarningKindBalanceConflict, Subject: c.ID, Grade: term.Ungraded, Severity: c.Severity, Since: c.Since}
		if c.Edges.Power != nil {
			one.Text = c.Edges.Power.Name
		}
		a.from(one)
	}
	return err
}

// transferDays is for how many days somebody's new post asks for a new personal form.
const transferDays = 365

// transfers finds people who came to a post of the unit and have handed in no personal form since.
func (a *amiss) transfers(ctx context.Context) error {
	posts, err := a.client.Post.Query().Where(post.UnitID(a.unit)).IDs(ctx)
	if err != nil {
		return err
	}
	var rows []*ent.Appointment
	err = store.InParts(posts, func(part []int64) error {
		some, err := a.client.Appointment.Query().Where(appointment.PostIDIn(part...), appointment.FromDayGT(a.today.AddDate(0, 0, -transferDays)),
			appointment.Or(appointment.ToDayIsNil(), appointment.ToDayGTE(a.today))).WithPerson().WithPost().All(ctx)
		rows = append(rows, some...)
		return err
	})
	if err != nil || len(rows) == 0 {
		return err
	}
	var people []int64
	for _, r := range rows {
		people = append(people, r.PersonID)
	}
	handedIn := map[int64][]*ent.Form{}
	err = store.InParts(people, func(part []int64) error {
		forms, err := a.client.Form.Query().Where(entform.PersonIDIn(part...), entform.KindEQ(term.FormKindPersonal), entform.SubmittedAtNotNil()).
			Select(entform.FieldPersonID, entform.FieldSubmittedAt).All(ctx)
		for _, f := range forms {
			handedIn[*f.PersonID] = append(handedIn[*f.PersonID], f)
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, r := range rows {
		declared := false
		for _, f := range handedIn[r.PersonID] {
			declared = declared || !day(*f.SubmittedAt).Before(r.FromDay)
		}
		if declared {
			continue
		}
		a.from(Cause{Kind: term.WarningKindTransferUndeclared, Subject: r.ID, Concerned: r.PersonID, Grade: term.Ungraded, Since: r.FromDay,
			Text: r.Edges.Person.Name + " " + r.Edges.Post.Name})
		if !r.FromDay.After(a.today) {
			a.then(r.FromDay.AddDate(0, 0, transferDays)) // asked for no more
			if r.ToDay != nil {
				a.then(r.ToDay.AddDate(0, 0, 1))
			}
		}
	}
	return nil
}
