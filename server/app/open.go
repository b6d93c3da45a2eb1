package app

import (
	"context"
	"fmt"
	"log/slog"

	"sineng/server/account"
	"sineng/server/attachment"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/blob"
	"sineng/server/config"
	"sineng/server/deliver"
	"sineng/server/mail"
	"sineng/server/store"
)

// OpenStore opens the database of the settings and brings its schema up to date.
func OpenStore(ctx context.Context, s config.Settings, o ...store.Option) (*store.Store, error) {
	key, err := tlog.SealKey(s.LogFolder())
	if err != nil {
		return nil, err
	}
	db, err := store.Open(ctx, s.Database, append(o, store.WithSeal(key))...)
	if err != nil {
		return nil, err
	}
	_, err = db.Migrate(ctx)
	if err == nil {
		err = audit.Baseline(ctx, db)
	}
	if err != nil {
		_ = db.Close()
		return nil, err
	}
	return db, nil
}

// Open builds the services on a database by the settings. base is the address that browsers
// use, "" where none is served.
func Open(db *store.Store, s config.Settings, base string, logger *slog.Logger) (*App, error) {
	o := Options{Store: db, Logger: logger}
	sender, err := openMail(s)
	if err != nil {
		return nil, err
	}
	if o.Accounts, err = openAccounts(db, s); err != nil {
		return nil, err
	}
	if o.Log, err = openLog(db, s, sender, logger); err != nil {
		return nil, err
	}
	if o.Files, err = blob.Open(s.FilesFolder()); err != nil {
		return nil, fmt.Errorf("--files %s: %w", s.FilesFolder(), err)
	}
	if s.AttachmentMB < 1 {
		return nil, config.UsageError{Err: fmt.Errorf("--attachment-mb: %d is less than 1", s.AttachmentMB)}
	}
	o.Attachments = attachment.DefaultLimits()
	o.Attachments.FileBytes = int64(s.AttachmentMB) << 20
	o.Delivery = deliver.Options{Base: base, PrivateTargets: s.NoticePrivateTargets}
	if sender != nil {
		o.Delivery.Mail = sender.SendAs
	}
	return New(o)
}

// openMail is the mail server, nil where none is set.
func openMail(s config.Settings) (*mail.Sender, error) {
	if s.SMTP == "" {
		return nil, nil
	}
	sender, err := mail.New(s.SMTP, s.MailFrom)
	if err != nil {
		return nil, config.UsageError{Err: err}
	}
	return sender, nil
}

func openAccounts(db *store.Store, s config.Settings) (*account.Service, error) {
	policy := account.FactorPolicy(s.SecondFactor)
	if !policy.Valid() {
		return nil, config.UsageError{Err: fmt.Errorf("--second-factor: %q is not optional, administrators or all", s.SecondFactor)}
	}
	if s.PasswordDays < 0 {
		return nil, config.UsageError{Err: fmt.Errorf("--password-days: %d is less than 0", s.PasswordDays)}
	}
	accounts, err := account.New(db, nil, account.WithKey(account.KeyIn(s.KeysFolder())), account.WithSecondFactor(policy), account.WithPasswordDays(s.PasswordDays))
	if err != nil {
		return nil, err
	}
	accounts.LimitTokens(s.LongestToken())
	return accounts, nil
}

// openLog opens the audit log with the witnesses of its checkpoints.
func openLog(db *store.Store, s config.Settings, sender *mail.Sender, logger *slog.Logger) (*tlog.Log, error) {
	var send tlog.Mailer
	if sender != nil {
		send = sender.Send
	}
	o := tlog.Options{Dir: s.LogFolder(), Every: s.LogInterval, Log: logger}
	for _, setting := range config.List(s.Witness) {
		w, err := tlog.ParseWitness(setting, s.WebhookSecret, send)
		if err != nil {
			return nil, config.UsageError{Err: err}
		}
		o.Witnesses = append(o.Witnesses, w)
	}
	return tlog.Open(db, o)
}
