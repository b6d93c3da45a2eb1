package hint

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/fingerprint"
	"sineng/ent/riskpoint"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/follow"
	"sineng/server/form"
	"sineng/server/job"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/timer"
)

const (
	cursorName = "hint"
	// dueBuild is the kind of the one due row that builds all fingerprints.
	dueBuild   = "hint.build"
	buildBatch = 500
	// followEvery is the interval at which the log is read.
	followEvery = 2 * time.Second
)

// Service maintains the fingerprints of texts and gives hints.
type Service struct {
	store    *store.Store
	forms    *form.Service
	register *register.Service
	follower *follow.Follower
	begun    atomic.Bool // whether the follower is known to have begun
}

// New makes the service.
func New(s *store.Store, forms *form.Service, records *register.Service) *Service {
	out := &Service{store: s, forms: forms, register: records}
	out.follower = &follow.Follower{Store: s, Name: cursorName, Do: out.follow, Actions: []term.AuditAction{
		term.AuditActionRecordRiskPoint, term.AuditActionReviseRiskPoint, term.AuditActionRetireRiskPoint,
		term.AuditActionApplyForm, term.AuditActionSubmitForm, term.AuditActionRollForward, term.AuditActionImport, term.AuditActionLoadSample}}
	return out
}

// Workers returns the worker that maintains the fingerprints.
func (s *Service) Workers() []job.Worker {
	return []job.Worker{{Name: "hint.follow", Run: job.Every(followEvery, s.Keep)}}
}

// Keep renews the fingerprints of the risk points in new entries of the log.
// The first time it schedules the build of all fingerprints.
func (s *Service) Keep(ctx context.Context) error {
	if err := s.begin(viewer.System(ctx)); err != nil {
		return err
	}
	return s.follower.Pass(ctx)
}

// begin starts at the end of the log when nothing was followed yet: later
// changes are followed, what exists now is built.
func (s *Service) begin(ctx context.Context) error {
	if s.begun.Load() {
		return nil
	}
	err := store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
		begins, err := s.follower.Skip(ctx)
		if err != nil || !begins {
			return err
		}
		return timer.Set(ctx, tx, dueBuild, 0, s.store.Now())
	})
	s.begun.Store(err == nil)
	return err
}

// Timers make the fingerprints of all risk points, a batch per transaction.
func (s *Service) Timers() []timer.Handler {
	return []timer.Handler{{Kind: dueBuild, Do: func(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
		ids, err := tx.RiskPoint.Query().Where(riskpoint.IDGT(item.Cursor)).Order(riskpoint.ByID()).Limit(buildBatch).IDs(ctx)
		if err != nil {
			return err
		}
		if len(ids) == buildBatch {
			item.Continue(ids[buildBatch-1])
		}
		return write(ctx, tx, ids)
	}}}
}

// follow renews the fingerprints of the risk points in entries of the log.
func (s *Service) follow(ctx context.Context, tx *ent.Tx, entries []follow.Entry) error {
	var ids []int64
	for _, e := range entries {
		ids = append(ids, e.Changed(ent.TypeRiskPoint)...)
	}
	slices.Sort(ids)
	for part := range slices.Chunk(slices.Compact(ids), buildBatch) {
		if err := write(ctx, tx, part); err != nil {
			return err
		}
	}
	return nil
}

// write renews the fingerprints of risk points; a retired one has none.
func write(ctx context.Context, tx *ent.Tx, ids []int64) error {
	if len(ids) == 0 {
		return nil
	}
	rows, err := tx.RiskPoint.Query().Where(riskpoint.IDIn(ids...)).All(ctx)
	if err != nil {
		return err
	}
	var creates []*ent.FingerprintCreate
	var gone []int64
	for _, r := range rows {
		if r.Status == term.RiskStatusRetired {
			gone = append(gone, r.ID)
			continue
		}
		creates = append(creates, SetFingerprint(tx.Fingerprint.Create(), r))
	}
	if len(gone) > 0 {
		if _, err := tx.Fingerprint.Delete().Where(fingerprint.RiskPointIDIn(gone...)).Exec(ctx); err != nil {
			return err
		}
	}
	if len(creates) == 0 {
		return nil
	}
	return tx.Fingerprint.CreateBulk(creates...).OnConflict(sql.ConflictColumns(fingerprint.FieldRiskPointID), sql.ResolveWithNewValues(),
		sql.ResolveWith(func(u *sql.UpdateSet) { u.SetIgnore(fingerprint.FieldID) })).Exec(ctx)
}

// SetFingerprint sets the fingerprint of a risk point.
func SetFingerprint(c *ent.FingerprintCreate, r *ent.RiskPoint) *ent.FingerprintCreate {
	s := Sign(Shingles(riskText(r)))
	b := s.Bands()
	return c.SetRiskPointID(r.ID).SetUnitID(r.UnitID).SetLevels(r.Levels()).
		SetSignature(s.Bytes()).SetB1(b[0]).SetB2(b[1]).SetB3(b[2]).SetB4(b[3]).SetB5(b[4]).SetB6(b[5]).SetB7(b[6]).SetB8(b[7])
}

// riskText returns the normalized text of a risk point for comparison.
func riskText(r *ent.RiskPoint) string { return Normalize(r.Title + r.Manifestation + r.Cause) }

const (
	// perStatement is how many texts are looked up per statement.
	perStatement = 20
	// perBand is the greatest number of fingerprints considered per band.
	perBand = 20
)

// Candidates returns, for each text, the risk points that the viewer may see
// and whose fingerprints share a band with it, those with most shared bands
// first. What the viewer may not see is not looked at, so that its number and
// its texts change nothing.
func Candidates(ctx context.Context, client *ent.Client, signatures []Signature) ([][]int64, error) {
	out := make([][]int64, len(signatures))
	seen, seenArgs, some := visible(ctx)
	if !some {
		return out, nil
	}
	for first := 0; first < len(signatures); first += perStatement {
		var parts []string
		var args []any
		for i := first; i < min(first+perStatement, len(signatures)); i++ {
			for b, value := range signatures[i].Bands() {
				parts = append(parts, fmt.Sprintf("SELECT * FROM (SELECT %d AS n, %s FROM %s WHERE b%d = ?%s LIMIT %d) AS t%d_%d", i, fingerprint.FieldRiskPointID, fingerprint.Table, b+1, seen, perBand, i, b))
				args = append(append(args, value), seenArgs...)
			}
		}
		rows, err := client.QueryContext(ctx, strings.Join(parts, " UNION ALL "), args...)
		if err != nil {
			return nil, err
		}
		shared := map[int]map[int64]int{}
		for rows.Next() {
			var n int
			var id int64
			if err := rows.Scan(&n, &id); err != nil {
				_ = rows.Close()
				return nil, err
			}
			if shared[n] == nil {
				shared[n] = map[int64]int{}
			}
			shared[n][id]++
		}
		_ = rows.Close()
		if err := rows.Err(); err != nil {
			return nil, err
		}
		for n, ids := range shared {
			for id := range ids {
				out[n] = append(out[n], id)
			}
			slices.SortFunc(out[n], func(a, b int64) int {
				if d := ids[b] - ids[a]; d != 0 {
					return d
				}
				return int(min(max(a-b, -1), 1))
			})
		}
	}
	return out, nil
}

// visible returns the condition for the risk point of a fingerprint to be
// visible to the viewer, as SQL to append to a condition, and whether any can
// be. A fingerprint carries the levels of its risk point, by which risk points
// are seen.
func visible(ctx context.Context) (text string, args []any, some bool) {
	v := viewer.FromContext(ctx)
	if v == nil || !v.System && v.Register.Empty() {
		return "", nil, false
	}
	if v.System || v.Register.All {
		return "", nil, true
	}
	table := sql.Select().From(sql.Table(fingerprint.Table))
	rule.Scoped(rule.Register).For(v)(table)
	text, args = table.P().Query()
	return " AND (" + text + ")", args, true
}
