package deliver

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/notice"
	"sineng/ent/noticedelivery"
	"sineng/ent/noticesetting"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/mail"
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
	// mostInDigest is how many notices a digest lists.
	mostInDigest = 100
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
	final := slices.ContainsFunc([]error{errNoAddress, errNoMail, errSecret, errMailRefused, errEmpty}, func(e error) bool { return errors.Is(failed, e) })
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

// send brings a delivery to its account by what it wishes now.
func (s *Service) send(ctx context.Context, d *ent.NoticeDelivery) error {
	setting, err := s.store.Client.NoticeSetting.Query().Where(noticesetting.AccountID(d.AccountID)).WithAccount().Only(ctx)
	if err != nil || setting.Edges.Account == nil || setting.Edges.Account.Disabled {
		return errNoAddress
	}
	m, err := s.message(ctx, d)
	if err != nil {
		return err
	}
	switch d.Channel {
	case term.NoticeChannelMail:
		return s.mail(ctx, setting, m)
	default:
		return s.call(ctx, setting, m)
	}
}

func (s *Service) mail(ctx context.Context, setting *ent.NoticeSetting, m *message) error {
	switch {
	case s.options.Mail == nil:
		return errNoMail
	case !setting.Mail || setting.MailAddress == "":
		return errNoAddress
	}
	err := s.options.Mail(ctx, m.ID, setting.MailAddress, m.subject(), m.body())
	if err == nil {
		return nil
	}
	s.options.Log.WarnContext(ctx, "a mail was not accepted", "account", setting.AccountID, "error", err)
	if errors.Is(err, mail.ErrRefused) {
		return errMailRefused
	}
	return errMail
}

func (s *Service) call(ctx context.Context, setting *ent.NoticeSetting, m *message) error {
	if !setting.Webhook || setting.WebhookURL == "" {
		return errNoAddress
	}
	secret, err := s.secrets.Unseal(webhookSecret, setting.AccountID, setting.WebhookSecret)
	if err != nil {
		return errSecret
	}
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	return s.hooks.post(ctx, setting.WebhookURL, secret, body)
}

// message is what a delivery says; as JSON it is the body of a webhook.
type message struct {
	// ID is the same however often the message is sent.
	ID string `json:"id"`
	// Kind is NOTICE, DIGEST or TEST.
	Kind    string        `json:"kind"`
	At      time.Time     `json:"at"`
	Notices []messageLine `json:"notices"`
	// More is how many further notices a digest does not list.
	More int `json:"more,omitempty"`
}

// messageLine is a notice in both languages.
type messageLine struct {
	Kind  term.NoticeKind   `json:"kind"`
	Title map[string]string `json:"title"`
	Text  map[string]string `json:"text"`
	URL   string            `json:"url"`
	At    time.Time         `json:"at"`
}

const (
	testKey   = "TEST:"
	digestKey = "DIGEST:"
)

// message puts together what a delivery says at this moment.
func (s *Service) message(ctx context.Context, d *ent.NoticeDelivery) (*message, error) {
	_, key, _ := strings.Cut(d.Key, ":")
	m := &message{ID: s.nameOf(d), Kind: "NOTICE", At: d.MadeAt, Notices: []messageLine{}}
	switch {
	case strings.HasPrefix(key, testKey):
		m.Kind = "TEST"
	case d.Edges.Notice != nil:
		m.Notices = append(m.Notices, s.line(d.Edges.Notice))
	default:
		m.Kind = "DIGEST"
		rows, more, err := s.inDigest(ctx, d)
		if err != nil {
			return nil, err
		}
		for _, n := range rows {
			m.Notices = append(m.Notices, s.line(n))
		}
		m.More = more
		if len(rows) == 0 {
			return nil, errEmpty
		}
	}
	return m, nil
}

// nameOf is the name of a delivery: no two of this program or of another have the same.
func (s *Service) nameOf(d *ent.NoticeDelivery) string {
	sum := sha256.Sum256([]byte(s.options.Base + "\n" + d.Key + "\n" + d.MadeAt.UTC().Format(time.RFC3339Nano)))
	return hex.EncodeToString(sum[:16])
}

func (s *Service) line(n *ent.Notice) messageLine {
	return messageLine{Kind: n.Kind, Title: map[string]string{"zh": s.registry.Title(n, "zh"), "en": s.registry.Title(n, "en")},
		Text: map[string]string{"zh": s.registry.Text(n, "zh"), "en": s.registry.Text(n, "en")}, URL: s.options.Base + s.registry.Path(n), At: n.At}
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
	return rows, n - len(rows), err
}
