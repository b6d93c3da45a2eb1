package tally

import (
	"context"
	"database/sql"
	"time"

	"sineng/ent"
	"sineng/ent/term"
)

// deltaColumns are the columns of a delta, of the alias d.
const deltaColumns = "d.l1, d.l2, d.l3, d.l4, d.l5, d.l6, d.grade, d.risk_types, d.power_type, d.status, d.controlled, d.n, d.post_id, d.recorded_on, d.retired_on, d.turn"

// pendingDeltas are the deltas of imports that are shown and of none, as a table d to join; the
// imports are told first, so that the rows of one under way are not looked at.
const pendingDeltas = "(SELECT DISTINCT import_id FROM risk_count_delta) AS i JOIN risk_count_delta AS d ON d.import_id = i.import_id" +
	" AND (i.import_id = 0 OR i.import_id NOT IN (SELECT id FROM staged_imports))"

// pendingNow reads the version and the deltas that are not folded, in one statement.
func pendingNow(ctx context.Context, client *ent.Client) (v version, deltas []delta, err error) {
	rows, err := client.QueryContext(ctx, "SELECT COALESCE(f.number, 0), COALESCE(f.token, 0), "+deltaColumns+" FROM (SELECT 1 AS one) AS o"+
		" LEFT JOIN (SELECT number, token FROM count_folds ORDER BY number DESC LIMIT 1) AS f ON 1 = 1 LEFT JOIN ("+pendingDeltas+") ON 1 = 1")
	if err != nil {
		return v, nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var d scannedDelta
		if err := rows.Scan(append([]any{&v.number, &v.token}, d.into()...)...); err != nil {
			return v, nil, err
		}
		if d.n.Valid {
			deltas = append(deltas, d.delta())
		}
	}
	return v, deltas, rows.Err()
}

// scannedDelta is where a delta is scanned that an outer join may leave empty.
type scannedDelta struct {
	levels                          [6]sql.NullInt64
	grade, types, powerType, status sql.NullString
	controlled                      sql.NullBool
	n, post, turn                   sql.NullInt64
	recorded, retired               sql.NullTime
}

func (d *scannedDelta) into() []any {
	l := &d.levels
	return []any{&l[0], &l[1], &l[2], &l[3], &l[4], &l[5], &d.grade, &d.types, &d.powerType, &d.status, &d.controlled,
		&d.n, &d.post, &d.recorded, &d.retired, &d.turn}
}

func (d *scannedDelta) delta() delta {
	out := delta{n: int(d.n.Int64), turn: int(d.turn.Int64), old: !d.recorded.Valid && d.turn.Int64 != shifted}
	for i, l := range d.levels {
		out.levels[i] = l.Int64
	}
	out.Key = Key{term.Grade(d.grade.String), term.RiskTypes(d.types.String), d.powerType.String, term.RiskStatus(d.status.String), d.controlled.Bool}
	out.Post, out.recorded = d.post.Int64, day(d.recorded)
	out.retired = day(d.retired)
	return out
}

// day is a stored day, zero for null.
func day(t sql.NullTime) time.Time {
	if !t.Valid {
		return time.Time{}
	}
	return time.Date(t.Time.Year(), t.Time.Month(), t.Time.Day(), 0, 0, 0, 0, time.UTC)
}
