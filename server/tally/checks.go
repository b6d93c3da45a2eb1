package tally

import (
	"context"
	"fmt"
	"time"

	"sineng/ent"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/audit/verify"
	"sineng/server/job"
	"sineng/server/store"
)

// foldEvery is the interval at which pending counts are folded.
const foldEvery = 500 * time.Millisecond

// Workers returns the workers that fold pending counts and keep up with the roll-up.
func Workers(s *store.Store) []job.Worker {
	return []job.Worker{
		{Name: "tally.fold", Run: job.Every(foldEvery, func(ctx context.Context) error { _, err := Fold(ctx, s); return err })},
		{Name: "tally.keep", Run: job.Every(foldEvery, func(ctx context.Context) error { return Keep(ctx, s) })},
	}
}

// Checks returns the comparison of the counts with the rows.
func Checks() []verify.Check {
	return []verify.Check{{Name: "counts of risk points", Run: checkCounts}, {Name: "types of risk points", Run: checkTypes}}
}

// checkTypes finds risk points whose types are no set of types, so that they count under none.
func checkTypes(ctx context.Context, client *ent.Client) ([]verify.Finding, error) {
	sets := term.RiskTypes("").Values()
	rows, err := client.QueryContext(ctx, fmt.Sprintf("SELECT id, %s FROM %s WHERE %s NOT IN %s ORDER BY id",
		typesOfRow, riskpoint.Table, typesOfRow, marks(len(sets))), anys(sets)...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var out []verify.Finding
	for rows.Next() {
		var id int64
		var types string
		if err := rows.Scan(&id, &types); err != nil {
			return nil, err
		}
		out = append(out, verify.Finding{Reason: "TYPES_UNKNOWN", Entry: -1, Object: &audit.Object{Type: ent.TypeRiskPoint, ID: id},
			ZH: fmt.Sprintf("风险类别“%s”不是登记簿中的类别", types), EN: fmt.Sprintf("its risk types “%s” are none of the register's", types)})
	}
	return out, rows.Err()
}

// checkCounts finds counts that differ from a recount.
func checkCounts(ctx context.Context, client *ent.Client) ([]verify.Finding, error) {
	differ, err := Recount(ctx, client)
	var out []verify.Finding
	for _, d := range differ {
		out = append(out, verify.Finding{Reason: "COUNT_CHANGED", Entry: -1, Object: &audit.Object{Type: ent.TypeUnit, ID: d.Unit},
			ZH: fmt.Sprintf("单位 %d 的风险点 %+v 计数为 %d,实有 %d", d.Unit, d.Key, d.Counted, d.Actual),
			EN: fmt.Sprintf("unit %d: %d risk points counted as %+v, %d are there", d.Unit, d.Counted, d.Key, d.Actual)})
	}
	return out, err
}
