package deliver

import (
	"context"
	"crypto/rand"
	"fmt"
	"net/mail"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/noticedelivery"
	"sineng/ent/noticesetting"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/fault"
	"sineng/server/store"
)

// mostDeliveries is how many of the last deliveries are shown.
const mostDeliveries = 10

// Settings are on which channels somebody is notified.
type Settings struct {
	Mail        bool
	MailAddress string
	// MailPossible tells whether the program has a mail server.
	MailPossible bool
	Webhook      bool
	WebhookURL   string
	// WebhookSigned tells whether there is a secret to sign with.
	WebhookSigned bool
	Digest        bool
	DigestHour    int
	// Deliveries are the last ones, the newest first.
	Deliveries []*ent.NoticeDelivery
}

// SetSettings are the choices of an account.
type SetSettings struct {
	Mail        bool
	MailAddress string
	Webhook     bool
	WebhookURL  string
	// RenewSecret makes a new secret for the webhook.
	RenewSecret bool
	Digest      bool
	DigestHour  int
}

// SettingsSet are settings as they were kept.
type SettingsSet struct {
	Settings *Settings
	// WebhookSecret is a new secret, shown this once; nil where it stays what it was.
	WebhookSecret *string
}

func (s *Service) setting(ctx context.Context) (*ent.NoticeSetting, error) {
	row, err := s.store.Reader(ctx).NoticeSetting.Query().Where(noticesetting.AccountID(viewer.FromContext(ctx).AccountID)).Only(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return row, err
}

// Settings are the viewer's own.
func (s *Service) Settings(ctx context.Context) (*Settings, error) {
	row, err := s.setting(ctx)
	if err != nil {
		return nil, err
	}
	out := &Settings{MailPossible: s.options.Mail != nil, DigestHour: noticesetting.DefaultDigestHour}
	if row != nil {
		out.Mail, out.MailAddress, out.Webhook, out.WebhookURL = row.Mail, row.MailAddress, row.Webhook, row.WebhookURL
		out.WebhookSigned, out.Digest, out.DigestHour = row.WebhookSecret != "", row.Digest, row.DigestHour
	}
	out.Deliveries, err = s.store.Reader(ctx).NoticeDelivery.Query().Where(noticedelivery.AccountID(viewer.FromContext(ctx).AccountID)).
		Order(ent.Desc(noticedelivery.FieldID)).Limit(mostDeliveries).All(viewer.System(ctx))
	return out, err
}

// SetSettings changes the viewer's own settings.
func (s *Service) SetSettings(ctx context.Context, in SetSettings) (*SettingsSet, error) {
	in.MailAddress, in.WebhookURL = strings.TrimSpace(in.MailAddress), strings.TrimSpace(in.WebhookURL)
	if bad := s.validate(in); bad != nil {
		return nil, bad
	}
	me := viewer.FromContext(ctx).AccountID
	out := &SettingsSet{}
	_, err := audit.Write(viewer.System(ctx), s.store, audit.Event{Action: term.AuditActionSetNotices}, func(ctx context.Context, tx *ent.Tx) (*ent.NoticeSetting, error) {
		out.WebhookSecret = nil
		row, err := tx.NoticeSetting.Query().Where(noticesetting.AccountID(me)).Only(ctx)
		if err != nil && !ent.IsNotFound(err) {
			return nil, err
		}
		now := s.store.Now()
		if row == nil {
			if row, err = tx.NoticeSetting.Create().SetAccountID(me).SetCreatedAt(now).SetUpdatedAt(now).Save(ctx); err != nil {
				return nil, err
			}
		}
		update := tx.NoticeSetting.UpdateOneID(row.ID).SetMail(in.Mail).SetMailAddress(in.MailAddress).SetWebhook(in.Webhook).SetWebhookURL(in.WebhookURL).
			SetDigest(in.Digest).SetDigestHour(in.DigestHour).SetUpdatedAt(now).AddVersion(1)
		// A secret belongs to one address: whoever receives there must not sign for another.
		if in.Webhook && (in.RenewSecret || row.WebhookSecret == "" || row.WebhookURL != in.WebhookURL) {
			secret := rand.Text()
			sealed, err := s.secrets.Seal(webhookSecret, me, secret)
			if err != nil {
				return nil, err
			}
			update.SetWebhookSecret(sealed)
			out.WebhookSecret = &secret
		}
		return update.Save(ctx)
	})
	if err != nil {
		return nil, err
	}
	out.Settings, err = s.Settings(ctx)
	return out, err
}

func (s *Service) validate(in SetSettings) error {
	if in.Mail && s.options.Mail == nil {
		return fault.Bad("mail", "MAIL_NOT_CONFIGURED", "系统没有配置邮件服务器,请联系管理员", "The program has no mail server; ask its operator")
	}
	if in.Mail || in.MailAddress != "" {
		a, err := mail.ParseAddress(in.MailAddress)
		if err != nil || a.Address != in.MailAddress || len(in.MailAddress) > 254 {
			return fault.Bad("mailAddress", "BAD_MAIL_ADDRESS", "邮箱地址不正确,例如 name@example.gov.cn", "This is no mail address such as name@example.gov.cn")
		}
	}
	if in.Webhook || in.WebhookURL != "" {
		if len(in.WebhookURL) > 1000 || !s.hooks.allows(in.WebhookURL) {
			return fault.Bad("webhookUrl", "BAD_WEBHOOK_URL", "回调地址须为公网的 https:// 地址,不得含用户名或内网地址",
				"The address must start with https:// and be in the public network, without a user name")
		}
	}
	if in.DigestHour < 0 || in.DigestHour > 23 {
		return fault.Bad("digestHour", "BAD_HOUR", "汇总时间须为 0 到 23 点", "The hour must be 0 to 23")
	}
	return nil
}

// SendTest sends a test notice on every channel that the viewer chose, once a minute at most.
func (s *Service) SendTest(ctx context.Context) (*Settings, error) {
	row, err := s.setting(ctx)
	if err != nil {
		return nil, err
	}
	if row == nil || len(channelsOf(row)) == 0 {
		return nil, fault.Bad("", "NO_CHANNEL", "请先启用并保存一种通知方式", "Turn a channel on and save it first")
	}
	now := s.store.Now()
	key := testKey + store.EncodeID(row.AccountID) + ":" + fmt.Sprint(now.Unix()/int64(time.Minute/time.Second))
	err = store.WithTx(viewer.System(ctx), s.store, func(ctx context.Context, tx *ent.Tx) error {
		for _, channel := range channelsOf(row) {
			sent, err := tx.NoticeDelivery.Query().Where(noticedelivery.Key(string(channel) + ":" + key)).Exist(ctx)
			if err != nil {
				return err
			}
			if sent {
				return fault.New(fault.RateLimited, "TOO_SOON", "", "测试通知每分钟只能发送一次,请稍后再试", "A test notice may be sent once a minute; try again in a moment")
			}
		}
		return plan(ctx, tx, row, nil, key, now)
	})
	if err != nil {
		return nil, err
	}
	return s.Settings(ctx)
}
