package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"sineng/server/account"
	"sineng/server/attachment"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/audit/verify"
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
	db, err := openStore(ctx, s.Database, append(o, store.WithSeal(key), store.WithConnections(s.DatabaseConnections))...)
	if err != nil {
		return nil, err
	}
	_, err = db.Migrate(ctx)
	if err == nil {
		err = audit.Baseline(ctx, db)
	}
	if err == nil {
		err = sealOnce(ctx, db, s.LogFolder())
	}
	if err == nil {
		err = once(ctx, db, filepath.Join(s.LogFolder(), repairedMark), verify.RepairEnumerations)
	}
	if err != nil {
		_ = db.Close()
		return nil, err
	}
	return db, nil
}

// sealedMark is the file of the log's folder that says that the rows of the database bear seals.
const sealedMark = "rows.sealed"

// sealOnce seals the rows of a database that is older than seals, and carries over what else is older,
// the first time that it is opened. The mark is a file, so that nobody brings it about from within the database.
func sealOnce(ctx context.Context, db *store.Store, folder string) error {
	return once(ctx, db, filepath.Join(folder, sealedMark), func(ctx context.Context, db *store.Store) error {
		if err := db.SealAll(ctx); err != nil {
			return err
		}
		return account.CarryOver(ctx, db)
	})
}

// repairedMark is the file of the log's folder that says that values of enumerations that an older
// program let through were repaired.
const repairedMark = "enumerations.repaired"

// once carries a database over the first time that it is opened, as long as there is no mark.
func once(ctx context.Context, db *store.Store, mark string, carry func(context.Context, *store.Store) error) error {
	if _, err := os.Stat(mark); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := carry(ctx, db); err != nil {
		return err
	}
	return os.WriteFile(mark, []byte(db.Now().Format(time.RFC3339)+"\n"), 0o600)
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
