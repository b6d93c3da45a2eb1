package indicator

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/indicator"
	"sineng/ent/term"
	"sineng/server/notice"
	"sineng/server/timer"
)

const (
	// noticeBatch is of how many indicators one transaction reminds.
	noticeBatch = 500
	// back is for how many days without a server reminders are made up for.
	back = 3
)

// Notices registers the notices on indicators.
func (s *Service) Notices() notice.Source {
	return notice.Source{
		Kinds: []notice.Kind{
			{Kind: term.NoticeKindReadingDue, Page: "/indicators/{id}", ZH: "{subject}有一项监测值待您录入,{until} 前录入", EN: "{subject}: a reading of an indicator is to be recorded by {until}",
				Many: &notice.Many{Page: "/indicators?mine=true&owed=true", ZH: "有 {many} 项监测值待您录入,最早 {until} 到期", EN: "{many} readings of indicators are to be recorded, the first by {until}",
					Words: func(all []map[string]string) map[string]string {
						return map[string]string{"until": notice.Earliest(all, "until")}
					}}},
		},
		Clocks: []notice.Clock{{Kind: "reading.due", With: s.notifyDue, Back: back}},
		Seen:   map[string]func(context.Context, []int64) ([]int64, error){indicator.Table: s.seen},
	}
}

// seen are those of some indicators that the viewer sees.
func (s *Service) seen(ctx context.Context, ids []int64) ([]int64, error) {
	return s.store.Reader(ctx).Indicator.Query().Where(indicator.IDIn(ids...)).IDs(ctx)
}

// notifyDue tells who reads an indicator that its period is over, once for each period.
func (s *Service) notifyDue(ctx context.Context, b *notice.Batch, item *timer.Item) error {
	rows, err := b.Tx.Indicator.Query().Where(indicator.IDGT(item.Cursor), watched, indicator.StoppedReason(""), indicator.OwedOnLTE(b.Today), indicator.OwedOnGT(b.Today.AddDate(0, 0, -back))).
		WithUnit().WithMeasure().Order(indicator.ByID()).Limit(noticeBatch).All(ctx)
	if err != nil || len(rows) == 0 {
		return err
	}
	if len(rows) == noticeBatch {
		item.Continue(rows[len(rows)-1].ID)
	}
	readers := make([]int64, len(rows))
	for n, i := range rows {
		readers[n] = ReaderOf(i)
	}
	accounts, err := b.AccountsOf(ctx, readers)
	if err != nil {
		return err
	}
	for n, i := range rows {
		if readers[n] == 0 {
			continue
		}
		b.Notify([]int64{accounts[readers[n]]}, notice.Notice{Kind: term.NoticeKindReadingDue, Object: i.ID, Key: notice.Key("reading due", i.ID, i.OwedOn.Unix()),
			Words: map[string]string{"unit": i.Edges.Unit.Name, "until": DueOn(i).Format(time.DateOnly)}})
	}
	return nil
}

// ReaderOf is who is to read an indicator, 0 for nobody; its measure is loaded.
func ReaderOf(i *ent.Indicator) int64 {
	switch {
	case i.PersonID != nil:
		return *i.PersonID
	case i.Edges.Measure != nil && i.Edges.Measure.OwnerID != nil:
		return *i.Edges.Measure.OwnerID
	}
	return 0
}
