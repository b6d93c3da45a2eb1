package objection

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/campaign"
	"sineng/ent/objection"
	"sineng/ent/portfolio"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// defaultDays is within how many days an objection is answered where no campaign says so.
const defaultDays = 30

// Service keeps objections.
type Service struct{ store *store.Store }

// New makes the service.
func New(s *store.Store) *Service { return &Service{store: s} }

// Raise is the input of Service.Raise.
type Raise struct {
	// AboutID is a risk point, an assessment, a form or an opinion of the signed-in person's
	// own record.
	AboutID int64
	Text    string
}

// Raise objects to what is recorded of the signed-in person. One objection to the same thing
// is answered before another is raised.
func (s *Service) Raise(ctx context.Context, in Raise) (*ent.Objection, error) {
	v := viewer.FromContext(ctx)
	if v == nil || v.PersonID == 0 || v.TokenID != 0 {
		return nil, fault.MissingAt("aboutId", "记录", "record of yours")
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
		open, err := tx.Objection.Query().Where(objection.PersonID(v.PersonID), objection.AboutID(in.AboutID), objection.StateEQ(term.ObjectionStateRaised)).Exist(system)
		if err != nil {
			return nil, err
		}
		if open {
			return nil, fault.New(fault.Conflict, "ALREADY_RAISED", "aboutId", "您对此项的申诉正在复核,请等待答复", "Your objection to this is being reviewed; wait for its answer")
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
			SetDueOn(s.store.Today().AddDate(0, 0, days)).SetState(term.ObjectionStateRaised).SetCreatedAt(now).SetUpdatedAt(now)
		if err := org.Place(create.Mutation(), u); err != nil {
			return nil, err
		}
		return create.Save(system)
	})
}

// quote is what was objected to, as it read then.
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

// tier is the role that answers: above the one that recorded, and higher still where nobody
// holds that one but who objects or had a part in it.
func (s *Service) tier(ctx context.Context, client *ent.Client, about *Recorded, personID int64) (term.Role, error) {
	kinds := map[term.Role]term.PortfolioKind{term.RoleDeptHead: term.PortfolioKindHead, term.RoleLeaderInCharge: term.PortfolioKindInCharge,
		term.RolePrincipalLeader: term.PortfolioKindPrincipal}
	today := s.store.Today()
	units := slices.DeleteFunc(about.at[:], func(id int64) bool { return id == 0 })
	tier := Above(about.level)
	for ; tier != term.RoleLeadingGroup; tier = Above(tier) {
		holders, err := client.Portfolio.Query().Where(portfolio.UnitIDIn(units...), portfolio.KindEQ(kinds[tier]),
			portfolio.FromDayLTE(today), portfolio.Or(portfolio.ToDayIsNil(), portfolio.ToDayGTE(today))).All(ctx)
		if err != nil {
			return "", err
		}
		if slices.ContainsFunc(holders, func(p *ent.Portfolio) bool { return p.PersonID != personID && !about.people[p.PersonID] }) {
			break
		}
	}
	return tier, nil
}

// days is within how many days the campaign of the day has objections answered.
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

// Answer is the input of Service.Answer.
type Answer struct {
	ObjectionID     int64
	ExpectedVersion int
	Outcome         term.ObjectionOutcome
	Answer          string
}

// Answer ends an objection, also after its day. Who answers holds the tier that it is
// addressed to, or one above, and neither objected nor recorded or decided what it is about.
func (s *Service) Answer(ctx context.Context, in Answer) (*ent.Objection, error) {
	text := strings.TrimSpace(in.Answer)
	if n := utf8.RuneCountInString(text); n == 0 || n > 4000 {
		return nil, fault.Bad("answer", "BAD_LENGTH", "请填写复核意见,不超过 4000 字", "Give the answer in at most 4,000 characters")
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionAnswerObjection, Right: authz.AnswerObjections}, func(ctx context.Context, tx *ent.Tx) (*ent.Objection, error) {
		o, err := s.hold(ctx, tx, in.ObjectionID)
		if err != nil {
			return nil, err
		}
		if _, err := org.HoldToEnd(ctx, s.store, tx, o.UnitID, authz.AnswerObjections, "objectionId"); err != nil {
			return nil, err
		}
		role, err := s.mayAnswer(ctx, tx.Client(), o)
		if err != nil {
			return nil, err
		}
		v, now := viewer.FromContext(ctx), s.store.Now()
		update := tx.Objection.UpdateOne(o).Where(objection.Version(in.ExpectedVersion)).AddVersion(1).SetUpdatedAt(now).
			SetState(term.ObjectionStateAnswered).SetOutcome(in.Outcome).SetAnswer(text).SetAnswererName(v.Name).SetAnsweredAt(now)
		if role != "" {
			update.SetAnswererRole(role)
		}
		if v.PersonID != 0 {
			update.SetAnswererID(v.PersonID)
		}
		out, err := update.Save(viewer.System(ctx))
		return out, org.Stale(err)
	})
}

// MayAnswer tells whether the viewer may answer an objection.
func (s *Service) MayAnswer(ctx context.Context, o *ent.Objection) (bool, error) {
	if !authz.May(viewer.FromContext(ctx), authz.AnswerObjections, levelsOf(o)) {
		return false, nil
	}
	_, err := s.mayAnswer(ctx, s.store.Reader(ctx), o)
	if len(fault.All(err)) > 0 {
		return false, nil
	}
	return err == nil, err
}

// mayAnswer is the role by which the viewer answers, or why they may not.
func (s *Service) mayAnswer(ctx context.Context, client *ent.Client, o *ent.Objection) (term.Role, error) {
	if o.State != term.ObjectionStateRaised {
		return "", ended(o)
	}
	v := viewer.FromContext(ctx)
	role, ok := answering(v, o)
	if !ok {
		return "", fault.New(fault.Forbidden, "NOT_THAT_TIER", "objectionId", "该申诉由"+o.Tier.Label("zh")+"(或其上级)答复",
			"It is answered by "+o.Tier.Label("en")+" or a tier above")
	}
	if o.PersonID == nil {
		return role, nil
	}
	concerned := *o.PersonID == v.PersonID
	if !concerned {
		about, err := s.find(ctx, client, *o.PersonID, o.AboutID)
		// What no longer names the person has nobody left who would be partial.
		if err != nil && !fault.Is(err, fault.NotFound) {
			return "", err
		}
		if err == nil {
			if concerned, err = about.involves(ctx, client, v); err != nil {
				return "", err
			}
		}
	}
	if concerned {
		return "", fault.New(fault.Forbidden, "OWN_WORK", "objectionId", "申诉人和记录、审定该事项的人不能答复该申诉",
			"Neither who objects nor who recorded or decided it answers")
	}
	return role, nil
}

// answering is the highest role by which somebody may answer what is addressed to a tier.
func answering(v *viewer.Viewer, o *ent.Objection) (role term.Role, ok bool) {
	if v.System {
		return "", true
	}
	for _, g := range v.Grants {
		if authz.Permits(g.Role, authz.AnswerObjections) && g.Scope.Reaches(levelsOf(o)) && Reaches(g.Role, o.Tier) && (!ok || Reaches(g.Role, role)) {
			role, ok = g.Role, true
		}
	}
	return role, ok && v.TokenID == 0
}

// Concerned are those who may not answer an objection: who objects, and the people and accounts
// that recorded or decided what it is about.
func (s *Service) Concerned(ctx context.Context, client *ent.Client, o *ent.Objection) (people, accounts []int64, err error) {
	if o.PersonID == nil {
		return nil, nil, nil
	}
	people = []int64{*o.PersonID}
	about, err := s.find(ctx, client, *o.PersonID, o.AboutID)
	if fault.Is(err, fault.NotFound) { // what no longer names the person
		return people, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	return append(people, slices.Collect(maps.Keys(about.people))...), slices.Collect(maps.Keys(about.accounts)), nil
}

// involves tells whether somebody recorded or decided it, by this account or by another of
// theirs.
func (r *Recorded) involves(ctx context.Context, client *ent.Client, v *viewer.Viewer) (bool, error) {
	if r.accounts[v.AccountID] || v.PersonID != 0 && r.people[v.PersonID] {
		return true, nil
	}
	if v.PersonID == 0 || len(r.accounts) == 0 {
		return false, nil
	}
	var ids []int64
	for id := range r.accounts {
		ids = append(ids, id)
	}
	return client.Account.Query().Where(account.IDIn(ids...), account.PersonID(v.PersonID)).Exist(viewer.System(ctx))
}

// Withdraw is the input of Service.Withdraw.
type Withdraw struct {
	ObjectionID     int64
	ExpectedVersion int
}

// Withdraw takes one's own objection back while it is not answered. It stays on record.
func (s *Service) Withdraw(ctx context.Context, in Withdraw) (*ent.Objection, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionWithdrawObjection}, func(ctx context.Context, tx *ent.Tx) (*ent.Objection, error) {
		o, err := s.hold(ctx, tx, in.ObjectionID)
		if err != nil {
			return nil, err
		}
		v := viewer.FromContext(ctx)
		if o.PersonID == nil || v.PersonID != *o.PersonID || v.TokenID != 0 {
			return nil, fault.New(fault.Forbidden, "NOT_YOURS", "objectionId", "只有申诉人本人可以撤回", "Only who raised it takes it back")
		}
		if o.State != term.ObjectionStateRaised {
			return nil, ended(o)
		}
		out, err := tx.Objection.UpdateOne(o).Where(objection.Version(in.ExpectedVersion)).AddVersion(1).SetUpdatedAt(s.store.Now()).
			SetState(term.ObjectionStateWithdrawn).Save(viewer.System(ctx))
		return out, org.Stale(err)
	})
}

func ended(o *ent.Objection) error {
	return fault.New(fault.InvalidTransition, "OBJECTION_ENDED", "objectionId", "该申诉"+o.State.Label("zh"), "The objection is "+string(o.State))
}

// hold finds an objection that the viewer may see and keeps others from ending it meanwhile.
func (s *Service) hold(ctx context.Context, tx *ent.Tx, id int64) (*ent.Objection, error) {
	q := tx.Objection.Query().Where(objection.ID(id))
	if s.store.Dialect() == dialect.MySQL {
		q.ForUpdate()
	}
	o, err := q.Only(ctx)
	if err != nil {
		return nil, store.OrMissing(err, "objectionId", "申诉", "objection")
	}
	return o, nil
}

// Filter narrows a list of objections.
type Filter struct {
	// UnitID is a unit and those below it.
	UnitID   *int64
	UnitOnly *bool
	States   []term.ObjectionState
	// Overdue are those whose day is over and that are not answered.
	Overdue *bool
	// ForMyTier are those that are addressed to a role of the viewer's, or to one below it.
	ForMyTier *bool
}

// List lists objections that the viewer may see, those that are due first at the front.
func (s *Service) List(ctx context.Context, f Filter, page store.Page, with func(*ent.ObjectionQuery)) (*store.Slice[*ent.Objection], error) {
	if err := authz.CheckAnywhere(ctx, authz.AnswerObjections); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).Objection.Query()
	if err := org.Within(ctx, s.store, q, f.UnitID, f.UnitOnly); err != nil {
		return nil, err
	}
	if len(f.States) > 0 {
		q.Where(objection.StateIn(f.States...))
	}
	if f.Overdue != nil && *f.Overdue {
		q.Where(objection.StateEQ(term.ObjectionStateRaised), objection.DueOnLT(s.store.Today()))
	}
	if f.ForMyTier != nil && *f.ForMyTier {
		var tiers []term.Role
		for _, tier := range ladder {
			if slices.ContainsFunc(viewer.FromContext(ctx).Grants, func(g viewer.Grant) bool { return Reaches(g.Role, tier) }) {
				tiers = append(tiers, tier)
			}
		}
		q.Where(objection.TierIn(tiers...))
	}
	return store.List(ctx, q, page, func(o *ent.Objection) int64 { return o.ID },
		[]store.Key[*ent.Objection]{store.Asc("due_on", func(o *ent.Objection) any { return o.DueOn })}, with)
}

// Overdue tells whether an objection should have been answered before a day.
func Overdue(o *ent.Objection, today time.Time) bool {
	return o.State == term.ObjectionStateRaised && o.DueOn.Before(today)
}

func levelsOf(o *ent.Objection) authz.Levels {
	return authz.Levels{o.L1, o.L2, o.L3, o.L4, o.L5, o.L6}
}
