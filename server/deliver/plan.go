package deliver

import (
	"context"
	"fmt"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/notice"
	"sineng/ent/noticedelivery"
	"sineng/ent/noticesetting"
	"sineng/ent/term"
)

// planBatch is how many accounts one statement looks for.
const planBatch = 500

// Plan plans the deliveries of the notices that were just written for accounts, all at one moment.
func Plan(ctx context.Context, tx *ent.Tx, accounts []int64, at time.Time) error {
	for part := range slices.Chunk(accounts, planBatch) {
		settings, err := tx.NoticeSetting.Query().Where(noticesetting.AccountIDIn(part...), noticesetting.Digest(false),
			noticesetting.Or(noticesetting.Mail(true), noticesetting.Webhook(true))).All(ctx)
		if err != nil {
			return err
		}
		for _, setting := range settings {
			ids, err := tx.Notice.Query().Where(notice.AccountID(setting.AccountID), notice.At(at)).IDs(ctx)
			if err != nil {
				return err
			}
			for _, id := range ids {
				if err := plan(ctx, tx, setting, &id, fmt.Sprint(id), at); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// plan plans a delivery on each of the channels of a setting, once per key.
func plan(ctx context.Context, tx *ent.Tx, setting *ent.NoticeSetting, noticeID *int64, key string, at time.Time) error {
	var rows []*ent.NoticeDeliveryCreate
	for _, channel := range channelsOf(setting) {
		rows = append(rows, tx.NoticeDelivery.Create().SetAccountID(setting.AccountID).SetNillableNoticeID(noticeID).
			SetKey(string(channel)+":"+key).SetChannel(channel).SetState(term.DeliveryStatePending).SetNextAt(at).SetMadeAt(at))
	}
	if len(rows) == 0 {
		return nil
	}
	return tx.NoticeDelivery.CreateBulk(rows...).OnConflict(sql.ConflictColumns(noticedelivery.FieldKey), sql.ResolveWithIgnore()).Exec(ctx)
}

// channelsOf are the channels that somebody chose.
func channelsOf(setting *ent.NoticeSetting) []term.NoticeChannel {
	var out []term.NoticeChannel
	if setting.Mail && setting.MailAddress != "" {
		out = append(out, term.NoticeChannelMail)
	}
	if setting.Webhook && setting.WebhookURL != "" {
		out = append(out, term.NoticeChannelWebhook)
	}
	return out
}
