package tally

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"time"

	"entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/sqlgraph"

	"sineng/ent"
	"sineng/ent/countfold"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// kept is how many rows of the feed are kept: a server that is further behind begins again.
const kept = 200

// delta is a change of the counts.
type delta struct {
	levels [6]int64
	State
	n int
	// turn is 1 or -1 for a decision (see turnOf), shifted for counts that a move takes from the
	// units above or gives to them, 0 for a risk point.
	turn int
	old  bool // of a version that did not note the days
}

const shifted = 2

// unit is the unit that the risk point is on.
func (d delta) unit() int64 { return lowest(d.levels) }

func lowest(levels [6]int64) int64 {
	var out int64
	for _, id := range levels {
		if id != 0 {
			out = id
		}
	}
	return out
}

// body is what a row of the feed says: units and keys once each, and changes that refer to them.
type body struct {
	Units [][7]int64 `json:"u,omitempty"` // the unit and its levels
	Keys  []Key      `json:"k,omitempty"`
	// Risks are the unit, the key, the post, the days of recording and of retiring (0 for none)
	// and a number.
	Risks [][6]int64 `json:"r,omitempty"`
	// Turns are the unit, the day, 1 for worse and -1 for milder, and a number.
	Turns [][4]int64 `json:"t,omitempty"`
	// Shifts are the unit, the key and a number: counts of units above one that moved.
	Shifts [][3]int64 `json:"s,omitempty"`
	Moved  *moved     `json:"m,omitempty"`
	// Lost is true where the days of some change are not known.
	Lost bool `json:"lost,omitempty"`
}

// moved is a unit that went to another place in the tree.
type moved struct {
	Unit     int64    `json:"unit"`
	From, To [6]int64 // its ancestors, without itself
}

// bodyOf gathers deltas.
func bodyOf(deltas []delta) body {
	var out body
	units, keys := map[int64]int64{}, map[Key]int64{}
	risks, turns := map[[5]int64]int{}, map[[3]int64]int{}
	for _, d := range deltas {
		id := d.unit()
		u, known := units[id]
		if !known {
			u = int64(len(out.Units))
			units[id] = u
			out.Units = append(out.Units, [7]int64{id, d.levels[0], d.levels[1], d.levels[2], d.levels[3], d.levels[4], d.levels[5]})
		}
		out.Lost = out.Lost || d.old
		if d.turn != 0 && d.turn != shifted {
			turns[[3]int64{u, int64(dayNumber(d.recorded)), int64(d.turn)}]++
			continue
		}
		k, known := keys[d.Key]
		if !known {
			k = int64(len(out.Keys))
			keys[d.Key] = k
			out.Keys = append(out.Keys, d.Key)
		}
		if d.turn == shifted {
			out.Shifts = append(out.Shifts, [3]int64{u, k, int64(d.n)})
			continue
		}
		risks[[5]int64{u, k, d.Post, int64(dayNumber(d.recorded)), int64(dayNumber(d.retired))}] += d.n
	}
	for r, n := range risks {
		if n != 0 {
			out.Risks = append(out.Risks, [6]int64{r[0], r[1], r[2], r[3], r[4], int64(n)})
		}
	}
	for t, n := range turns {
		out.Turns = append(out.Turns, [4]int64{t[0], t[1], t[2], int64(n)})
	}
	return out
}

// dayNumber is a stored day as the number of days since 1970; 0 for none.
func dayNumber(day time.Time) uint16 {
	if day.IsZero() {
		return 0
	}
	return uint16(day.Unix() / (24 * 60 * 60))
}

// publish appends a row to the feed, in the transaction that changed the roll-up. Two at once
// take the same number: the second waits for the first, and takes the next.
func publish(ctx context.Context, tx *ent.Tx, at time.Time, b body) error {
	ctx = viewer.System(ctx)
	text, err := json.Marshal(b)
	if err != nil {
		return err
	}
	for {
		newest, err := newestFold(ctx, tx.Client())
		if err != nil {
			return err
		}
		err = tx.CountFold.Create().SetNumber(newest.number + 1).SetToken(rand.Int64()).SetAt(at).SetBody(string(text)).Exec(ctx)
		if err == nil {
			_, err = tx.CountFold.Delete().Where(sql.FieldLTE(countfold.FieldNumber, newest.number+1-kept)).Exec(ctx)
			return err
		}
		if !sqlgraph.IsUniqueConstraintError(err) {
			return err
		}
	}
}

// version names a state of the roll-up.
type version struct{ number, token int64 }

func newestFold(ctx context.Context, client *ent.Client) (version, error) {
	row, err := client.CountFold.Query().Order(ent.Desc(countfold.FieldNumber)).Select(countfold.FieldNumber, countfold.FieldToken).First(ctx)
	if ent.IsNotFound(err) {
		return version{}, nil
	}
	if err != nil {
		return version{}, err
	}
	return version{row.Number, row.Token}, nil
}

// after are the rows of the feed that follow a version. ok is false where they do not: a row
// between is gone, the history is another one, or a row was not written by the program.
func after(ctx context.Context, s *store.Store, v version) (bodies []body, at version, ok bool, err error) {
	ctx = viewer.System(ctx)
	rows, err := s.Client.CountFold.Query().Where(sql.FieldGTE(countfold.FieldNumber, v.number)).Order(ent.Asc(countfold.FieldNumber)).Limit(kept + 1).All(ctx)
	if err != nil {
		return nil, v, false, err
	}
	next := v.number
	if v.number == 0 {
		next = 1
	}
	for _, r := range rows {
		if r.Number != next || r.Number == v.number && r.Token != v.token || !s.Genuine(r) {
			return nil, v, false, nil
		}
		next++
		if r.Number == v.number {
			continue
		}
		var b body
		if err := json.Unmarshal([]byte(r.Body), &b); err != nil {
			return nil, v, false, nil
		}
		bodies, at = append(bodies, b), version{r.Number, r.Token}
	}
	if len(bodies) == 0 {
		at = v
	}
	return bodies, at, len(rows) > 0 || v.number == 0, nil
}
