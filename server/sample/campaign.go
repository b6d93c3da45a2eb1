package sample

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"sineng/ent"
	entform "sineng/ent/form"
	"sineng/ent/publicnotice"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/audit"
	"sineng/server/campaign"
	"sineng/server/form"
	"sineng/server/job"
	"sineng/server/publicity"
	"sineng/server/review"
	"sineng/server/store"
	"sineng/server/timer"
)

// opened is how many days ago the sample's campaign was opened.
const opened = 15

// publicDays is the length of its publicity window in days.
const publicDays = 5

// LoadWithCampaign fills an empty database as Load does, and opens a campaign
// whose forms are in all stages, from not begun to filed.
func LoadWithCampaign(ctx context.Context, s *store.Store, accounts *account.Service, now time.Time) (*Result, error) {
	l, err := fillIn(ctx, s, accounts, now)
	if err != nil {
		return nil, err
	}
	// With its place in the log, what a form tells is found by index when it is handed in.
	if _, err := audit.Sequence(ctx, l.store); err != nil {
		return nil, fmt.Errorf("sample: the log: %w", err)
	}
	records := form.New(l.store, l.register)
	y := &year{loader: l, forms: records, reviews: review.New(l.store, records), campaigns: campaign.New(l.store), byID: map[int64]*person{}}
	for _, who := range l.people {
		y.byID[who.row.ID] = who
	}
	if err := y.run(viewer.System(ctx)); err != nil {
		return nil, fmt.Errorf("sample: the campaign: %w", err)
	}
	return &l.result, nil
}

// year is a running campaign.
type year struct {
	*loader
	forms     *form.Service
	reviews   *review.Service
	campaigns *campaign.Service
	byID      map[int64]*person
	campaign  *ent.Campaign
}

func (y *year) run(ctx context.Context) error {
	if err := y.open(ctx); err != nil {
		return err
	}
	if err := y.fillForms(ctx); err != nil {
		return err
	}
	if err := y.hearThePublic(ctx); err != nil {
		return err
	}
	// No notices of the past: followers of the log start after it.
	_, err := audit.Sequence(ctx, y.store)
	return err
}

// open plans the campaign and creates its forms.
func (y *year) open(ctx context.Context) error {
	y.clock = y.moment(opened + 1)
	first := y.daysAgo(opened)
	phase := func(p term.CampaignPhase, from, to int, due ...*campaign.DueInput) *campaign.PhaseInput {
		return &campaign.PhaseInput{Phase: p, From: y.daysAgo(-from), To: y.daysAgo(-to), Due: due}
	}
	due := func(k term.FormKind, in int) *campaign.DueInput {
		return &campaign.DueInput{Kind: k, On: y.daysAgo(-in)}
	}
	group := y.as(ctx, y.group[2], term.RoleLeadingGroup, y.root)
	c, err := y.campaigns.Plan(group, campaign.Plan{UnitID: y.root.unit.ID, Details: campaign.Details{
		Year: first.Year(), Title: fmt.Sprintf("%d年度廉政风险排查防控", first.Year()),
		Description: "全系统各部门梳理职权、排查风险、完善措施,全体人员自查岗位风险。",
		Kinds:       []term.FormKind{term.FormKindPowers, term.FormKindRisks, term.FormKindPersonal, term.FormKindMeasures},
		Phases: []*campaign.PhaseInput{
			phase(term.CampaignPhaseSurvey, -opened, 15, due(term.FormKindPowers, -2), due(term.FormKindPersonal, 5), due(term.FormKindRisks, 10)),
			phase(term.CampaignPhaseMechanism, 16, 45, due(term.FormKindMeasures, 40)),
			phase(term.CampaignPhaseControl, 46, 75),
		},
		PublicityDays: publicDays, ObjectionDays: 15,
	}})
	if err != nil {
		return err
	}
	y.clock = y.moment(opened)
	if y.campaign, err = y.campaigns.Open(group, campaign.Step{ID: c.ID, ExpectedVersion: c.Version}); err != nil {
		return err
	}
	runner := job.New(y.store, nil, slog.New(slog.DiscardHandler))
	runner.Handle(term.JobKindOpenCampaign, y.campaigns.Work)
	for runner.Once(ctx) {
	}
	return nil
}

// endWindows ends the public windows that are over.
func (y *year) endWindows(ctx context.Context) error {
	due := timer.New(y.store, slog.New(slog.DiscardHandler))
	for _, h := range y.reviews.Timers() {
		if h.Kind == review.DueWindow {
			due.Handle(h)
		}
	}
	_, err := due.Fire(ctx)
	return err
}

// hearThePublic ends the publicity windows that are over, and adds feedback to
// an open one.
func (y *year) hearThePublic(ctx context.Context) error {
	y.clock = y.moment(0)
	if err := y.endWindows(ctx); err != nil {
		return err
	}
	notice, err := y.store.Client.PublicNotice.Query().Where(publicnotice.EndedAtIsNil(), publicnotice.HasFormWith(entform.KindEQ(term.FormKindRisks))).
		Order(publicnotice.ByID()).First(ctx)
	if ent.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return publicity.New(y.store).Receive(ctx, publicity.Receive{Slug: notice.Slug,
		Text: "办事窗口的取号机经常停用,工作人员手工排号,建议把这一情形补充为风险点。"})
}
