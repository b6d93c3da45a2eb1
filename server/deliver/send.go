package deliver

import (
	"context"
	"encoding/json"
	"errors"

	"sineng/ent"
	"sineng/ent/noticesetting"
	"sineng/ent/term"
	"sineng/server/mail"
)

// send brings a delivery to its account by what it wishes now.
func (s *Service) send(ctx context.Context, d *ent.NoticeDelivery) error {
	if !s.store.Genuine(d) || misdirected(d) || d.Edges.Notice != nil && !s.store.Genuine(d.Edges.Notice) {
		return errForged
	}
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
