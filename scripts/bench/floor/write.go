package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

// recording is what the program's API takes to record a risk point, as far as it is measured.
type recording struct {
	UnitID  string
	Details struct {
		Title, RiskType, Manifestation, Cause, PostID string
		FoundBy, ExposedPostIDs                       []string
		DirectOwnerID, DepartmentOwnerID              string
	}
	Assessment struct {
		Likelihood, Severity int
		Consequence          string
	}
}

// gradeOf is the recipe in force: the worse of likelihood and consequence.
func gradeOf(likelihood int, consequence string) (grade, clause string) {
	switch {
	case consequence == "CRIME":
		return "A", "consequence=CRIME"
	case likelihood >= 4:
		return "A", "likelihood=" + strconv.Itoa(likelihood)
	case consequence == "DISCIPLINE":
		return "B", "consequence=DISCIPLINE"
	case likelihood == 3:
		return "B", "likelihood=3"
	}
	return "C", "likelihood=" + strconv.Itoa(likelihood)
}

const (
	insertRisk = "INSERT INTO f_risks (" + levels + ", unit_id, title, risk_type, status, manifestation, cause, found_by, consequence, likelihood, severity, grade, proposed_grade, power_type, controlled, post_id, direct_owner_id, department_owner_id, created_at) " +
		"VALUES (?,?,?,?,?,?,?,?,?,'PROPOSED',?,?,?,?,?,?,'U',?,'',0,?,?,?,?)"
	insertExposed    = "INSERT INTO f_exposed (risk_id, post_id) VALUES (?,?)"
	insertAssessment = "INSERT INTO f_assessments (" + levels + ", risk_id, kind, grade, likelihood, severity, consequence, clause, actor_id, at) VALUES (?,?,?,?,?,?,?,'PROPOSAL',?,?,?,?,?,?,?)"
	insertDelta      = "INSERT INTO f_deltas (" + levels + ", grade, n, uncontrolled) VALUES (?,?,?,?,?,?,'U',1,0)"
)

// record records a risk point with its proposal: seven statements with the ends of the transaction.
func (s *server) record(r *http.Request, who *scope, b []byte) ([]byte, error) {
	ctx := r.Context()
	var in recording
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		return nil, err
	}
	if in.Details.Title == "" || in.Details.Manifestation == "" || in.Assessment.Likelihood < 1 || in.Assessment.Likelihood > 5 || in.Assessment.Severity < 1 || in.Assessment.Severity > 5 {
		return nil, fmt.Errorf("a risk point has a title, a manifestation, and a likelihood and severity of 1 to 5")
	}
	unit, post, direct, head := id(in.UnitID), id(in.Details.PostID), id(in.Details.DirectOwnerID), id(in.Details.DepartmentOwnerID)
	grade, clause := gradeOf(in.Assessment.Likelihood, in.Assessment.Consequence)
	now := any(time.Now().UTC().Truncate(time.Microsecond))
	if s.lite {
		now = now.(time.Time).Format("2006-01-02 15:04:05.999999+00:00")
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer func() { _ = tx.Rollback() }()
	args := []any{post, direct, head, unit}
	found, err := s.statement(ctx, s.write, "SELECT u.l1, u.l2, u.l3, u.l4, u.l5, u.l6 FROM f_units u JOIN f_posts p ON p.id = ? AND p.unit_id = u.id JOIN f_people a ON a.id = ? JOIN f_people b ON b.id = ? WHERE u.id = ?"+who.within("u", &args))
	if err != nil {
		return nil, err
	}
	var l [6]int64
	if err := tx.StmtContext(ctx, found).QueryRowContext(ctx, args...).Scan(&l[0], &l[1], &l[2], &l[3], &l[4], &l[5]); err != nil {
		if err == sql.ErrNoRows {
			return nil, errNotFound
		}
		return nil, err
	}
	exec := func(text string, args ...any) (sql.Result, error) {
		statement, err := s.statement(ctx, s.write, text)
		if err != nil {
			return nil, err
		}
		return tx.StmtContext(ctx, statement).ExecContext(ctx, args...)
	}
	made, err := exec(insertRisk, l[0], l[1], l[2], l[3], l[4], l[5], unit, in.Details.Title, in.Details.RiskType, in.Details.Manifestation, in.Details.Cause,
		`["`+strings.Join(in.Details.FoundBy, `","`)+`"]`, in.Assessment.Consequence, in.Assessment.Likelihood, in.Assessment.Severity, grade, post, direct, head, now)
	if err != nil {
		return nil, err
	}
	risk, err := made.LastInsertId()
	if err != nil {
		return nil, err
	}
	for _, exposed := range in.Details.ExposedPostIDs {
		if _, err := exec(insertExposed, risk, id(exposed)); err != nil {
			return nil, err
		}
	}
	if _, err := exec(insertAssessment, l[0], l[1], l[2], l[3], l[4], l[5], risk, grade, in.Assessment.Likelihood, in.Assessment.Severity, in.Assessment.Consequence, clause, who.person, now); err != nil {
		return nil, err
	}
	if _, err := exec(insertDelta, l[0], l[1], l[2], l[3], l[4], l[5]); err != nil {
		return nil, err
	}
	if err := tx.Commit(); err != nil {
		return nil, err
	}
	b = append(b, `{"data":{"recordRiskPoint":{"riskPoint":{"id":`...)
	b = appendID(b, risk)
	b = append(b, `,"version":1,"status":"PROPOSED","proposedGrade":"`...)
	b = append(b, grade...)
	return append(b, `","grade":null}}}}`...), nil
}

// foldEvery adds what writes have appended to the roll-up, so that it stays short.
func (s *server) foldEvery(ctx context.Context, every time.Duration) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(every):
		}
		if err := s.fold(ctx); err != nil && ctx.Err() == nil {
			fmt.Fprintln(os.Stderr, "floor: folding:", err)
		}
	}
}

type cell struct {
	unit  int64
	grade string
}

func (s *server) fold(ctx context.Context) error {
	// Rows are locked without the gaps between them, so that writers go on; another floor on the same
	// tables waits.
	options, lock := &sql.TxOptions{Isolation: sql.LevelReadCommitted}, " FOR UPDATE"
	if s.lite {
		options, lock = nil, ""
	}
	tx, err := s.write.BeginTx(ctx, options)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	rows, err := tx.QueryContext(ctx, "SELECT id, "+levels+", grade, n, uncontrolled FROM f_deltas ORDER BY id LIMIT 5000"+lock)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	sums := map[cell][2]int{}
	var ids []string
	for rows.Next() {
		var id int64
		var l [6]int64
		var grade string
		var n, uncontrolled int
		if err := rows.Scan(&id, &l[0], &l[1], &l[2], &l[3], &l[4], &l[5], &grade, &n, &uncontrolled); err != nil {
			return err
		}
		ids = append(ids, strconv.FormatInt(id, 10))
		for _, unit := range l {
			if unit != 0 {
				c := cell{unit, grade}
				sums[c] = [2]int{sums[c][0] + n, sums[c][1] + uncontrolled}
			}
		}
	}
	if err := rows.Err(); err != nil || len(ids) == 0 {
		return err
	}
	update := "ON DUPLICATE KEY UPDATE n = n + VALUES(n), uncontrolled = uncontrolled + VALUES(uncontrolled)"
	if s.lite {
		update = "ON CONFLICT DO UPDATE SET n = n + excluded.n, uncontrolled = uncontrolled + excluded.uncontrolled"
	}
	var b strings.Builder
	for c, n := range sums {
		if b.Len() > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "(%d,'%s',%d,%d)", c.unit, c.grade, n[0], n[1])
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO f_counts (unit_id, grade, n, uncontrolled) VALUES "+b.String()+" "+update); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "DELETE FROM f_deltas WHERE id IN ("+strings.Join(ids, ",")+")"); err != nil {
		return err
	}
	return tx.Commit()
}
