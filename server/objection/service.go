package objection

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/campaign"
	"sineng/ent/objection"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/org"
	"sineng/server/store"
)

// defaultDays is the deadline for an answer in days, where no campaign sets one.
const defaultDays = 30

// Service keeps objections.
type Service struct{ store *store.Store }

// New makes the service.
func New(s *store.Store) *Service { return &Service{store: s} }

// Raise is the input of Service.Raise.
type Raise struct {
	// AboutID is a risk point, an assessment, a form or a review decision in the signed-in
	// person's own record.
	AboutID int64
	Text    string
}

// Raise objects to a record of the signed-in person. An objection to the same record must be
// answered before another is raised.
func (s *Service) Raise(ctx context.Context, in Raise) (*ent.Objection, error) {
	v := viewer.FromContext(ctx)
	if !themself(v) {
		_, err := Next("", ActionRaise, Bystander, "")
		return nil, err
	}
	text := strings.TrimSpace(in.Text)
	if n := utf8.RuneCountInString(text); n == 0 || n > 4000 {
		return nil, fault.Bad("text", "BAD_LENGTH", "请写明申诉理由,不超过 4000 字", "Say what you object to and why, in at most 4,000 characters")
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionRaiseObjection}, func(ctx context.Context, tx *ent.Tx) (*ent.Objection, error) {
		about, err := s.find(ctx, tx.Client(), v.PersonID, in.AboutID)
		if err != nil {
			return nil, err
		}
		system := viewer.System(ctx)
		u, err := org.HoldToEnd(system, s.store, tx, about.UnitID, authz.AnswerObjections, "aboutId")
		if err != nil {
			return nil, err
		}
		latest, err := latestState(system, tx, v.PersonID, in.AboutID)
		if err != nil {
			return nil, err
		}
		to, err := Next(latest, ActionRaise, Objector, "")
		if err != nil {
			return nil, err
		}
		tier, err := s.tier(system, tx.Client(), about, v.PersonID)
		if err != nil {
			return nil, err
		}
		days, err := s.days(system, tx.Client(), about.at)
		if err != nil {
			return nil, err
		}
		now := s.store.Now()
		create := tx.Objection.Create().SetPersonID(v.PersonID).SetAboutID(in.AboutID).SetAboutText(about.quote()).SetText(text).SetTier(tier).
			SetDueOn(s.store.Today().AddDate(0, 0, days)).SetCreatedAt(now)
		enter(create.Mutation(), to, now)
		if err := org.Place(create.Mutation(), u); err != nil {
			return nil, err
		}
		return create.Save(system)
	})
}

// latestState is the state of a person's newest objection to a record, RAISED when one is
// unanswered; empty for none.
func latestState(ctx context.Context, tx *ent.Tx, personID, aboutID int64) (term.ObjectionState, error) {
	all, err := tx.Objection.Query().Where(objection.PersonID(personID), objection.AboutID(aboutID)).Order(objection.ByID(sql.OrderDesc())).All(ctx)
	if err != nil || len(all) == 0 {
		return "", err
	}
	if slices.ContainsFunc(all, func(o *ent.Objection) bool { return o.State == term.ObjectionStateRaised }) {
		return term.ObjectionStateRaised, nil
	}
	return all[0].State, nil
}

// themself reports whether the viewer is signed in as a person: API tokens have no access to a
// person's own record.
func themself(v *viewer.Viewer) bool { return v != nil && v.PersonID != 0 && v.TokenID == 0 }

// quote is the text objected to, as it was at the time.
func (r *Recorded) quote() string {
	parts := []string{r.Title}
	if r.Grade != "" && r.Grade != term.Ungraded {
		parts = append(parts, string(r.Grade))
	}
	if r.Text != "" {
		parts = append(parts, r.Text)
	}
	text := []rune(strings.Join(parts, ";"))
	if len(text) > 500 {
		text = append(text[:499], '…')
	}
	return string(text)
}

// tier is the role that answers: the one above the role that recorded, or a higher one where
// its only holders are the objector or involved in the record.
func (s *Service) tier(ctx context.Context, client *ent.Client, about *Recorded, personID int64) (term.Role, error) {
	facts, err := office.Read(client, office.On(s.store.Today())).Holding(ctx, about.at, office.LeaderRoles...)
	if err != nil {
		return "", err
	}
	return facts.AnsweringTier(about.level, about.UnitID, func(h office.Holder) bool {
		return h.Person == personID && personID != 0 || about.people[h.Person] || about.accounts[h.Account]
	}), nil
}

// days is the deadline in days of the campaign of the day, or else defaultDays.
func (s *Service) days(ctx context.Context, client *ent.Client, at authz.Levels) (int, error) {
	units := slices.DeleteFunc(at[:], func(id int64) bool { return id == 0 })
	c, err := client.Campaign.Query().Where(campaign.UnitIDIn(units...), campaign.OpenedAtNotNil(), campaign.ClosedAtIsNil()).
		Order(campaign.ByYear(sql.OrderDesc()), campaign.ByID(sql.OrderDesc())).First(ctx)
	if ent.IsNotFound(err) {
		return defaultDays, nil
	}
	if err != nil {
		return 0, err
	}
	return c.ObjectionDays, nil
}
