package hint_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/server/hint"
	"sineng/server/store"
	"sineng/server/testkit"
)

// fingerprints is the number of texts in the benchmark.
const fingerprints = 1_000_000

var (
	whens   = strings.Fields("受理申请时 现场检查中 审核材料时 确定价格时 抽取样品时 验收工程时 拨付资金时 选拔干部时 采购设备时 处罚裁量时 复核数据时 变更登记时")
	hows    = strings.Fields("故意拖延 隐瞒事实 降低标准 泄露信息 伪造记录 超越权限 违反程序 选择执法 虚报数量 拆分项目 串通投标 收受礼金")
	whos    = strings.Fields("企业 申请人 中介机构 供应商 施工单位 检测机构 亲属 同事 下属单位 个体工商户 代理人 投标人")
	results = strings.Fields("谋取私利 造成国有资产流失 损害群众利益 导致不合格产品流入市场 影响公平竞争 引发安全事故 形成利益输送 侵占公共资金")
)

// sentence generates a text of some 40 characters; most of them differ from
// each other.
func sentence(r *rand.Rand) string {
	one := func(from []string) string { return from[r.IntN(len(from))] }
	return fmt.Sprintf("%s%s%s%s与%s%s%s%d号事项%s", one(whens), one(hows), one(whos), one(hows), one(whos), one(whens), one(results), r.IntN(100_000), one(results))
}

func signatureOf(text string) hint.Signature { return hint.Sign(hint.Shingles(hint.Normalize(text))) }

func BenchmarkFingerprints(b *testing.B) {
	testkit.EachServer(b, func(b *testing.B, open func() *testkit.DB) {
		db, ctx := open(), testkit.System()
		r := rand.New(rand.NewPCG(1, 2))
		begun := time.Now()
		for first := 0; first < fingerprints; first += 20_000 {
			err := store.WithTx(ctx, db.Raw, func(ctx context.Context, tx *ent.Tx) error {
				for i := first; i < first+20_000; i += 500 {
					var values []string
					var args []any
					for n := i; n < i+500; n++ {
						s := signatureOf(sentence(r))
						values = append(values, "(?,1,?,?,?,?,?,?,?,?,?)")
						args = append(args, n+1, s.Bytes())
						for _, band := range s.Bands() {
							args = append(args, band)
						}
					}
					_, err := tx.ExecContext(ctx, "INSERT INTO fingerprints (risk_point_id,unit_id,signature,b1,b2,b3,b4,b5,b6,b7,b8) VALUES "+strings.Join(values, ","), args...)
					if err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(time.Since(begun).Seconds(), "s/build")
		var times []time.Duration
		for range 50 {
			form := make([]hint.Signature, 40)
			for i := range form {
				form[i] = signatureOf(sentence(r))
			}
			at := time.Now()
			if _, err := hint.Candidates(ctx, db.Client, form); err != nil {
				b.Fatal(err)
			}
			times = append(times, time.Since(at))
		}
		slices.Sort(times)
		b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "ms/form-of-40-median")
		b.ReportMetric(float64(times[len(times)-1].Microseconds())/1000, "ms/form-of-40-worst")
		b.ReportMetric(0, "ns/op")
	})
}
