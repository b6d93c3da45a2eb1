package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"sineng/ent"
	"sineng/server/account"
	"sineng/server/attachment"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/audit/verify"
	"sineng/server/blob"
	"sineng/server/config"
	"sineng/server/mail"
	"sineng/server/org"
	"sineng/server/review"
	"sineng/server/store"
	"sineng/server/tally"
)

// openLog opens the audit log of a database with those who are told of it.
func openLog(s config.Settings, db *store.Store, log *slog.Logger) (*tlog.Log, error) {
	var send tlog.Mailer
	if s.SMTP != "" {
		sender, err := mail.New(s.SMTP, s.MailFrom)
		if err != nil {
			return nil, usageError{err}
		}
		send = sender.Send
	}
	o := tlog.Options{Dir: s.LogFolder(), Every: s.LogInterval, Log: log}
	for _, setting := range config.List(s.Witness) {
		w, err := tlog.ParseWitness(setting, s.WebhookSecret, send)
		if err != nil {
			return nil, usageError{err}
		}
		o.Witnesses = append(o.Witnesses, w)
	}
	return tlog.Open(db, o)
}

// openWitness makes the server a witness for the logs of others, where it is told to.
func openWitness(s config.Settings, db *store.Store) (*tlog.Cosigner, error) {
	logs := config.List(s.WitnessFor)
	if len(logs) == 0 {
		return nil, nil
	}
	return tlog.NewCosigner(db, s.LogFolder(), logs)
}

// refuseToContinue says what to do with a database that lacks what was signed.
func refuseToContinue(err error) error {
	if !errors.Is(err, tlog.ErrForked) {
		return err
	}
	return fmt.Errorf("%w\nThe database was cut short, rewritten or restored from an older backup. Run \"sineng verify\" to see what differs.\n"+
		"If it is a backup that you restored, \"sineng log accept --reason …\" puts the loss on record and lets the server start", err)
}

// checks are what a verification compares beside the log and the rows.
func checks(db *store.Store, files *blob.Store) []verify.Check {
	return []verify.Check{
		{Name: "counts of risk points", Run: func(ctx context.Context, client *ent.Client) ([]verify.Finding, error) {
			differ, err := tally.Recount(ctx, client)
			var out []verify.Finding
			for _, d := range differ {
				out = append(out, verify.Finding{Reason: "COUNT_CHANGED", Entry: -1, Object: &audit.Object{Type: ent.TypeUnit, ID: d.Unit},
					ZH: fmt.Sprintf("单位 %d 的风险点 %+v 计数为 %d,实有 %d", d.Unit, d.Key, d.Counted, d.Actual),
					EN: fmt.Sprintf("unit %d: %d risk points counted as %+v, %d are there", d.Unit, d.Counted, d.Key, d.Actual)})
			}
			return out, err
		}},
		{Name: "counts of units", Run: func(ctx context.Context, client *ent.Client) ([]verify.Finding, error) {
			differ, err := org.RecountChildren(ctx, client)
			var out []verify.Finding
			for _, d := range differ {
				out = append(out, verify.Finding{Reason: "COUNT_CHANGED", Entry: -1,
					ZH: fmt.Sprintf("单位 %s 的下级单位计数为 %d,实有 %d", d.Code, d.Counted, d.Actual),
					EN: fmt.Sprintf("unit %s: %d open units below it counted, %d are there", d.Code, d.Counted, d.Actual)})
			}
			return out, err
		}},
		{Name: "sessions", Run: func(ctx context.Context, client *ent.Client) ([]verify.Finding, error) {
			forged, err := account.Forged(ctx, db, client)
			var out []verify.Finding
			for _, id := range forged {
				out = append(out, verify.Finding{Reason: "SESSION_FORGED", Entry: -1, Object: &audit.Object{Type: ent.TypeSession, ID: id},
					ZH: fmt.Sprintf("会话 %d 不是由系统写入的,已不起作用", id), EN: fmt.Sprintf("session %d was not written by the program and opens nothing", id)})
			}
			return out, err
		}},
		{Name: "attached files", Run: func(ctx context.Context, client *ent.Client) ([]verify.Finding, error) {
			broken, err := attachment.Check(ctx, client, files)
			var out []verify.Finding
			for _, b := range broken {
				f := verify.Finding{Reason: "FILE_CHANGED", Entry: -1, Object: &audit.Object{Type: ent.TypeAttachment, ID: b.ID},
					ZH: fmt.Sprintf("佐证 %d 的文件内容与其哈希 %s 不符", b.ID, b.Hash), EN: fmt.Sprintf("the file of attachment %d is not the one of hash %s", b.ID, b.Hash)}
				if b.Gone {
					f.Reason, f.ZH, f.EN = "FILE_MISSING", fmt.Sprintf("佐证 %d 的文件 %s 缺失", b.ID, b.Hash), fmt.Sprintf("the file %s of attachment %d is gone", b.Hash, b.ID)
				}
				out = append(out, f)
			}
			return out, err
		}},
		{Name: "filed forms", Run: func(ctx context.Context, client *ent.Client) ([]verify.Finding, error) {
			flaws, err := review.Flaws(ctx, client)
			var out []verify.Finding
			for _, f := range flaws {
				finding := verify.Finding{Reason: "FORM_CONTENT_CHANGED", Entry: -1, Object: &audit.Object{Type: f.Type, ID: f.ID},
					ZH: fmt.Sprintf("表格 %d 的存档内容与其散列值 %s 不符", f.Form, f.Hash),
					EN: fmt.Sprintf("form %d: the frozen content does not have its hash %s", f.Form, f.Hash)}
				if f.Missing {
					finding.Reason = "FORM_CONTENT_MISSING"
					finding.ZH = fmt.Sprintf("表格 %d 的存档内容 %s 缺失", f.Form, f.Hash)
					finding.EN = fmt.Sprintf("form %d: the frozen content %s is gone", f.Form, f.Hash)
				}
				out = append(out, finding)
			}
			return out, err
		}},
		{Name: "places of rows", Run: func(ctx context.Context, client *ent.Client) ([]verify.Finding, error) {
			differ, err := org.FindMisplaced(ctx, client)
			var out []verify.Finding
			for _, d := range differ {
				out = append(out, verify.Finding{Reason: "PLACE_CHANGED", Entry: -1, Object: &audit.Object{Type: audit.TypeOf(d.ID), ID: d.ID},
					ZH: fmt.Sprintf("%s %d 的上级单位字段与组织树不符", audit.TypeOf(d.ID), d.ID),
					EN: fmt.Sprintf("%s %d: the units above it are not those of the tree", audit.TypeOf(d.ID), d.ID)})
			}
			return out, err
		}},
	}
}
