package deliver

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/noticedelivery"
	"sineng/server/audit"
	"sineng/server/audit/verify"
	"sineng/server/store"
)

// misdirected tells that a delivery is of no notice of its account: the notice's key, which no seal
// covers, was changed in the database, or the notice was deleted.
func misdirected(d *ent.NoticeDelivery) bool {
	return d.NoticeID != nil && (d.Edges.Notice == nil || d.Edges.Notice.AccountID != d.AccountID)
}

// Checks find deliveries that are not of a notice of their account. A notice is deleted by nobody.
func (s *Service) Checks() []verify.Check {
	return []verify.Check{{Name: "deliveries", Run: checkDeliveries}}
}

func checkDeliveries(ctx context.Context, client *ent.Client) ([]verify.Finding, error) {
	var out []verify.Finding
	for after := int64(0); ; {
		rows, err := client.NoticeDelivery.Query().Where(noticedelivery.IDGT(after), noticedelivery.NoticeIDNotNil()).WithNotice().
			Order(noticedelivery.ByID(sql.OrderAsc())).Limit(store.MaxPage).All(ctx)
		if err != nil || len(rows) == 0 {
			return out, err
		}
		for _, d := range rows {
			if after = d.ID; misdirected(d) {
				out = append(out, verify.Finding{Reason: "DELIVERY_MISDIRECTED", Entry: -1, Object: &audit.Object{Type: ent.TypeNoticeDelivery, ID: d.ID},
					ZH: "所发送的通知不存在,或不属于该账号", EN: "it delivers no notice, or one of another account"})
			}
		}
	}
}
