package rulebook

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/rulesreview"
	"sineng/ent/term"
	"sineng/server/follow"
	"sineng/server/notice"
	"sineng/server/store"
	"sineng/server/timer"
)

const (
	// noticeBatch is of how many reviews one transaction reminds.
	noticeBatch = 500
	// soon is how many days before its last day a review is reminded of.
	soon = 3
)

// mine is the list of what waits for whoever reads it.
const mine = "/rules-reviews?mine=true"

// Notices registers the notices on reviews.
func (s *Service) Notices() notice.Source {
	many := func(zh, en string) *notice.Many {
		return &notice.Many{Page: mine, ZH: zh, EN: en, Words: func(all []map[string]string) map[string]string {
			return map[string]string{"due": notice.Earliest(all, "due")}
		}}
	}
	return notice.Source{
		Kinds: []notice.Kind{
			{Kind: term.NoticeKindRulesReviewAsked, Page: "/rules-reviews/{id}", ZH: "{subject}的一项职权或措施所依据的制度有变动,请在 {due} 前复核", EN: "{subject}: rules have changed that a power or measure stands on, look at it by {due}",
				Many: many("有 {many} 项职权或措施所依据的制度有变动,请复核,最早 {due} 到期", "Rules have changed that {many} powers or measures stand on: look at them, the first by {due}")},
			{Kind: term.NoticeKindRulesReviewDue, Page: "/rules-reviews/{id}", ZH: "{subject}的一项制度复核将于 {due} 到期,请按时答复", EN: "{subject}: a review after rules changed is due on {due}",
				Many: many("有 {many} 项制度复核即将到期,最早 {due} 到期", "{many} reviews after rules changed are soon due, the first on {due}")},
		},
		Answers: []notice.Answer{{With: s.notifyAsked, To: []term.AuditAction{term.AuditActionAskRulesReviews}}},
		Clocks:  []notice.Clock{{Kind: "rules.due", With: s.notifyDue, Back: soon}},
		Seen:    map[string]func(context.Context, []int64) ([]int64, error){rulesreview.Table: s.seen},
	}
}

// seen are those of some reviews that the viewer sees.
func (s *Service) seen(ctx context.Context, ids []int64) ([]int64, error) {
	return s.store.Reader(ctx).RulesReview.Query().Where(rulesreview.IDIn(ids...)).IDs(ctx)
}

// notifyAsked tells people of reviews that they were asked.
func (s *Service) notifyAsked(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	var ids []int64
	for _, e := range entries {
		for _, d := range e.Changes {
			_, moved := d.Columns[rulesreview.FieldPersonID]
			if d.Type == ent.TypeRulesReview && (moved || d.Op == store.RowCreated) {
				ids = append(ids, d.ID)
			}
		}
	}
	return store.InParts(ids, func(part []int64) error {
		rows, err := b.Tx.RulesReview.Query().Where(rulesreview.IDIn(part...), rulesreview.StateEQ(term.RulesReviewStateOpen), rulesreview.PersonIDNotNil()).
			WithUnit().Order(rulesreview.ByID()).All(ctx)
		if err != nil {
			return err
		}
		return tell(ctx, b, rows, term.NoticeKindRulesReviewAsked, "rules review asked")
	})
}

// tell notifies each who is asked of their reviews. The words name nothing of the document.
func tell(ctx context.Context, b *notice.Batch, rows []*ent.RulesReview, kind term.NoticeKind, key string) error {
	people := make([]int64, len(rows))
	for i, r := range rows {
		people[i] = *r.PersonID
	}
	accounts, err := b.AccountsOf(ctx, people)
	if err != nil {
		return err
	}
	for _, r := range rows {
		b.Notify([]int64{accounts[*r.PersonID]}, notice.Notice{Kind: kind, Object: r.ID, Key: notice.Key(key, r.ID, *r.PersonID),
			Words: map[string]string{"unit": r.Edges.Unit.Name, "due": r.DueOn.Format(time.DateOnly)}})
	}
	return nil
}

// notifyDue reminds of reviews whose last day is near, once each.
func (s *Service) notifyDue(ctx context.Context, b *notice.Batch, item *timer.Item) error {
	rows, err := b.Tx.RulesReview.Query().Where(rulesreview.IDGT(item.Cursor), rulesreview.StateEQ(term.RulesReviewStateOpen), rulesreview.PersonIDNotNil(),
		rulesreview.DueOnGTE(b.Today), rulesreview.DueOnLTE(b.Today.AddDate(0, 0, soon))).WithUnit().Order(rulesreview.ByID()).Limit(noticeBatch).All(ctx)
	if err != nil {
		return err
	}
	if len(rows) == noticeBatch {
		item.Continue(rows[len(rows)-1].ID)
	}
	return tell(ctx, b, rows, term.NoticeKindRulesReviewDue, "rules review due")
}
