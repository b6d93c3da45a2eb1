package notify

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/notice"
	"sineng/ent/noticedelivery"
	"sineng/ent/noticesetting"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/objection"
	"sineng/server/store"
)

// insertBatch is how many rows one statement writes.
const insertBatch = 500

// told is a notice that is to be written for an account.
type told struct {
	account int64
	kind    term.NoticeKind
	object  int64
	key     string
	words   map[string]string
}

// batch gathers the notices of one transaction.
type batch struct {
	tx    *ent.Tx
	at    time.Time
	today time.Time
	list  []told

	objections *objection.Service

	holders map[place]map[int64][]int64
}

// place is a role on a unit, by the unit's levels.
type place struct {
	role term.Role
	at   authz.Levels
}

func (s *Service) newBatch(tx *ent.Tx) *batch {
	now := s.store.Now()
	return &batch{tx: tx, objections: s.objections, at: now, today: store.DayOf(now), holders: map[place]map[int64][]int64{}}
}

// tell adds a notice for each of the accounts but one, 0 for none.
func (b *batch) tell(accounts []int64, but int64, kind term.NoticeKind, object int64, key string, words map[string]string) {
	for _, id := range accounts {
		if id != 0 && id != but {
			b.list = append(b.list, told{id, kind, object, key, words})
		}
	}
}

// flush writes the notices, each once however often it is told, and what brings them to
// those who wish it one by one.
func (b *batch) flush(ctx context.Context) error {
	type identity struct {
		account int64
		key     string
	}
	seen := map[identity]bool{}
	list := slices.DeleteFunc(b.list, func(n told) bool {
		id := identity{n.account, n.key}
		known := seen[id]
		seen[id] = true
		return known
	})
	b.list = nil
	accounts := map[int64]bool{}
	for part := range slices.Chunk(list, insertBatch) {
		rows := make([]*ent.NoticeCreate, len(part))
		for i, n := range part {
			accounts[n.account] = true
			rows[i] = b.tx.Notice.Create().SetAccountID(n.account).SetKind(n.kind).SetObjectID(n.object).SetKey(n.key).SetWords(n.words).SetAt(b.at)
		}
		err := b.tx.Notice.CreateBulk(rows...).OnConflict(sql.ConflictColumns(notice.FieldAccountID, notice.FieldKey), sql.ResolveWithIgnore()).Exec(ctx)
		if err != nil {
			return err
		}
	}
	return b.deliver(ctx, slices.Sorted(maps.Keys(accounts)))
}

// deliver plans the deliveries of the notices that were just written.
func (b *batch) deliver(ctx context.Context, accounts []int64) error {
	for part := range slices.Chunk(accounts, insertBatch) {
		settings, err := b.tx.NoticeSetting.Query().Where(noticesetting.AccountIDIn(part...), noticesetting.Digest(false),
			noticesetting.Or(noticesetting.Mail(true), noticesetting.Webhook(true))).All(ctx)
		if err != nil {
			return err
		}
		for _, setting := range settings {
			ids, err := b.tx.Notice.Query().Where(notice.AccountID(setting.AccountID), notice.At(b.at)).IDs(ctx)
			if err != nil {
				return err
			}
			for _, id := range ids {
				if err := plan(ctx, b.tx, setting, &id, fmt.Sprint(id), b.at); err != nil {
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
			SetKey(string(channel)+":"+key).SetChannel(channel).SetState(term.DeliveryStateWaiting).SetNextAt(at).SetMadeAt(at))
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
