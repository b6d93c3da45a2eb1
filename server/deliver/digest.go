package deliver

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/notice"
	"sineng/ent/noticedelivery"
	"sineng/ent/noticesetting"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// digestDays is how far back a digest looks at most.
const digestDays = 7

// mostInDigest is how many notices a digest lists.
const mostInDigest = 100

// digestBatch is how many accounts are read at a time.
const digestBatch = 500

// MakeDigests plans the day's digest of everybody who wishes one and whose hour has come.
func (s *Service) MakeDigests(ctx context.Context) error {
	ctx = viewer.System(ctx)
	now := s.store.Now()
	today := store.DayOf(now)
	hour := int(now.Sub(store.StartOf(today)) / time.Hour)
	for {
		settings, err := s.store.Client.NoticeSetting.Query().Where(noticesetting.Digest(true), noticesetting.DigestHourLTE(hour),
			noticesetting.Or(noticesetting.DigestedOnIsNil(), noticesetting.DigestedOnLT(today)),
			noticesetting.Or(noticesetting.Mail(true), noticesetting.Webhook(true))).Order(noticesetting.ByID()).Limit(digestBatch).All(ctx)
		if err != nil {
			return err
		}
		for _, setting := range settings {
			if err := s.makeDigest(ctx, setting, today, now); err != nil {
				return err
			}
		}
		if len(settings) < digestBatch {
			return nil
		}
	}
}

// makeDigest plans one account's digest, where there is anything to say.
func (s *Service) makeDigest(ctx context.Context, setting *ent.NoticeSetting, today, now time.Time) error {
	return store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
		if err := tx.NoticeSetting.UpdateOneID(setting.ID).SetDigestedOn(today).Exec(ctx); err != nil {
			return err
		}
		n, err := tx.Notice.Update().Where(notice.AccountID(setting.AccountID), notice.Digested(false), notice.AtLTE(now),
			notice.AtGT(now.AddDate(0, 0, -digestDays)), notAlone(setting.AccountID, channelsOf(setting)...)).SetDigested(true).Save(ctx)
		if err != nil || n == 0 {
			return err
		}
		return plan(ctx, tx, setting, nil, digestKey+store.EncodeID(setting.AccountID)+":"+today.Format(time.DateOnly), now)
	})
}

// notAlone is the condition that a notice was not brought to its account one by one on a
// channel, before they chose a digest.
func notAlone(accountID int64, channels ...term.NoticeChannel) predicate.Notice {
	return notice.Not(notice.HasDeliveriesWith(noticedelivery.AccountID(accountID), noticedelivery.NoticeIDNotNil(), noticedelivery.ChannelIn(channels...)))
}

// inDigest are the notices since the digest before, the newest first.
func (s *Service) inDigest(ctx context.Context, d *ent.NoticeDelivery) (rows []*ent.Notice, more int, err error) {
	from := d.MadeAt.AddDate(0, 0, -digestDays)
	before, err := s.store.Client.NoticeDelivery.Query().Where(noticedelivery.AccountID(d.AccountID), noticedelivery.ChannelEQ(d.Channel),
		noticedelivery.KeyHasPrefix(string(d.Channel)+":"+digestKey), noticedelivery.MadeAtLT(d.MadeAt)).
		Order(ent.Desc(noticedelivery.FieldMadeAt)).First(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return nil, 0, err
	}
	if before != nil && before.MadeAt.After(from) {
		from = before.MadeAt
	}
	q := s.store.Client.Notice.Query().Where(notice.AccountID(d.AccountID), notice.AtGT(from), notice.AtLTE(d.MadeAt), notAlone(d.AccountID, d.Channel))
	n, err := q.Clone().Count(ctx)
	if err != nil {
		return nil, 0, err
	}
	rows, err = q.Order(ent.Desc(notice.FieldAt, notice.FieldID)).Limit(mostInDigest).All(ctx)
	more = n - len(rows)
	// What somebody wrote or changed by hand is sent to nobody; a verification names it.
	return slices.DeleteFunc(rows, func(n *ent.Notice) bool { return !s.store.Genuine(n) }), more, err
}
