package deliver

import (
	"context"
	"errors"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/noticedelivery"
	"sineng/ent/term"
	"sineng/ent/viewer"
)

const (
	// deliverBatch is how many deliveries one pass tries.
	deliverBatch = 50
	// MostAttempts is how often a delivery is tried before it is given up: for almost three
	// days, so that a mail server may be down over a weekend.
	MostAttempts = 20
	// firstPause is the pause after the first attempt; each is twice the last.
	firstPause = time.Minute
	// longestPause bounds it.
	longestPause = 6 * time.Hour
)

// Pause is how long to wait after an attempt, the first being 1: twice as long each time,
// spread by a quarter up or down by a number between 0 and 1.
func Pause(attempt int, random float64) time.Duration {
	pause := firstPause
	for n := 1; n < attempt && pause < longestPause; n++ {
		pause *= 2
	}
	return time.Duration(float64(min(pause, longestPause)) * (0.75 + random/2))
}

// channels are those on which deliveries are made.
var channels = []term.NoticeChannel{term.NoticeChannelMail, term.NoticeChannelWebhook}

// Deliver tries the deliveries whose time has come and returns how many there were. Of two
// that deliver at the same time only one gets each. One whose outcome could not be written down
// is made again, under the same name.
func (s *Service) Deliver(ctx context.Context) (int, error) {
	all := 0
	for _, channel := range channels {
		n, err := s.deliver(ctx, channel)
		all += n
		if err != nil {
			return all, err
		}
	}
	return all, nil
}

func (s *Service) deliver(ctx context.Context, channel term.NoticeChannel) (int, error) {
	ctx = viewer.System(ctx)
	waiting, err := s.store.Client.NoticeDelivery.Query().Where(noticedelivery.StateEQ(term.DeliveryStatePending), noticedelivery.NextAtLTE(s.store.Now()),
		noticedelivery.ChannelEQ(channel)).Order(noticedelivery.ByNextAt(), noticedelivery.ByID()).Limit(deliverBatch).WithNotice().All(ctx)
	if err != nil {
		return 0, err
	}
	n := 0
	silent := map[int64]bool{}
	for _, d := range waiting {
		if err := ctx.Err(); err != nil {
			return n, err
		}
		if silent[d.AccountID] {
			continue
		}
		// Whoever counts the attempt has it; the time of the next is set first, so that one
		// that dies in between is tried again.
		attempt := d.Attempts + 1
		next := s.store.Now().Add(Pause(attempt, s.options.Random()))
		got, err := s.store.Client.NoticeDelivery.Update().Where(noticedelivery.ID(d.ID), noticedelivery.StateEQ(term.DeliveryStatePending),
			noticedelivery.Attempts(d.Attempts)).SetAttempts(attempt).SetNextAt(next).Save(ctx)
		if err != nil {
			return n, err
		}
		if got == 0 {
			continue
		}
		n++
		failed := s.send(ctx, d)
		if err := s.settle(ctx, d, attempt, failed); err != nil {
			return n, err
		}
		if channel == term.NoticeChannelWebhook && errors.Is(failed, errNoAnswer) {
			silent[d.AccountID] = true
			if err := s.postpone(ctx, d, next); err != nil {
				return n, err
			}
		}
	}
	return n, nil
}

// postpone counts an attempt that met with silence for all that waits for the same address: it
// would meet with the same, and each would hold up what waits for others.
func (s *Service) postpone(ctx context.Context, d *ent.NoticeDelivery, next time.Time) error {
	waits := noticedelivery.And(noticedelivery.AccountID(d.AccountID), noticedelivery.ChannelEQ(d.Channel), noticedelivery.IDNEQ(d.ID),
		noticedelivery.StateEQ(term.DeliveryStatePending), noticedelivery.NextAtLTE(s.store.Now()))
	err := s.store.Client.NoticeDelivery.Update().Where(waits, noticedelivery.AttemptsGTE(MostAttempts-1)).
		AddAttempts(1).SetState(term.DeliveryStateFailed).SetFailure(errNoAnswer.Error()).Exec(ctx)
	if err != nil {
		return err
	}
	return s.store.Client.NoticeDelivery.Update().Where(waits).AddAttempts(1).SetNextAt(next).SetFailure(errNoAnswer.Error()).Exec(ctx)
}

// settle writes down what came of an attempt.
func (s *Service) settle(ctx context.Context, d *ent.NoticeDelivery, attempt int, failed error) error {
	update := s.store.Client.NoticeDelivery.UpdateOneID(d.ID)
	final := slices.ContainsFunc([]error{errNoAddress, errNoMail, errSecret, errMailRefused, errEmpty, errForged}, func(e error) bool { return errors.Is(failed, e) })
	switch {
	case failed == nil:
		update.SetState(term.DeliveryStateSent).SetSentAt(s.store.Now()).SetFailure("")
	case final, attempt >= MostAttempts:
		update.SetState(term.DeliveryStateFailed).SetFailure(failed.Error())
	default:
		update.SetFailure(failed.Error())
	}
	return update.Exec(ctx)
}
