package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// Token is the session of the benchmark's leader.
const token = "floor-session-of-the-leader"

func hashOf(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

const levels = "l1, l2, l3, l4, l5, l6"

// tables are the floor's: what the questions read, with the indexes that they need.
var tables = []string{
	`f_units (id BIGINT PRIMARY KEY, code VARCHAR(64) NOT NULL UNIQUE, name VARCHAR(200) NOT NULL, kind VARCHAR(32) NOT NULL, level INT NOT NULL, sort_order INT NOT NULL, parent_id BIGINT, LEVELS)`,
	`f_posts (id BIGINT PRIMARY KEY, unit_id BIGINT NOT NULL, name VARCHAR(200) NOT NULL, duties VARCHAR(4000) NOT NULL, key_post INT NOT NULL, LEVELS)`,
	`f_people (id BIGINT PRIMARY KEY, unit_id BIGINT NOT NULL, name VARCHAR(100) NOT NULL, job_title VARCHAR(100) NOT NULL, LEVELS)`,
	`f_risks (id SERIAL, LEVELS, unit_id BIGINT NOT NULL, title VARCHAR(300) NOT NULL, risk_type VARCHAR(32) NOT NULL, status VARCHAR(32) NOT NULL, manifestation VARCHAR(4000) NOT NULL, cause VARCHAR(4000) NOT NULL,
		found_by VARCHAR(200) NOT NULL, consequence VARCHAR(32) NOT NULL, likelihood INT NOT NULL, severity INT NOT NULL, grade VARCHAR(8) NOT NULL, proposed_grade VARCHAR(8) NOT NULL, power_type VARCHAR(20) NOT NULL, controlled INT NOT NULL,
		power_id BIGINT, step_id BIGINT, post_id BIGINT, direct_owner_id BIGINT, department_owner_id BIGINT, leader_owner_id BIGINT, created_at MOMENT NOT NULL)`,
	`f_exposed (risk_id BIGINT NOT NULL, post_id BIGINT NOT NULL, PRIMARY KEY (risk_id, post_id))`,
	`f_assessments (id SERIAL, LEVELS, risk_id BIGINT NOT NULL, kind VARCHAR(32) NOT NULL, grade VARCHAR(8) NOT NULL, likelihood INT NOT NULL, severity INT NOT NULL, consequence VARCHAR(32) NOT NULL, clause VARCHAR(200) NOT NULL, actor_id BIGINT, at MOMENT NOT NULL)`,
	`f_measures (id BIGINT PRIMARY KEY, content VARCHAR(4000) NOT NULL, status VARCHAR(32) NOT NULL)`,
	`f_guards (risk_id BIGINT NOT NULL, measure_id BIGINT NOT NULL, PRIMARY KEY (risk_id, measure_id))`,
	`f_counts (unit_id BIGINT NOT NULL, grade VARCHAR(8) NOT NULL, n INT NOT NULL, uncontrolled INT NOT NULL, PRIMARY KEY (unit_id, grade))`,
	`f_deltas (id SERIAL, LEVELS, grade VARCHAR(8) NOT NULL, n INT NOT NULL, uncontrolled INT NOT NULL)`,
	`f_accounts (id BIGINT PRIMARY KEY, login_name VARCHAR(64) NOT NULL UNIQUE, person_id BIGINT, disabled INT NOT NULL)`,
	`f_roles (account_id BIGINT NOT NULL, role VARCHAR(32) NOT NULL, unit_id BIGINT NOT NULL, level INT NOT NULL, from_day VARCHAR(10) NOT NULL, to_day VARCHAR(10), PRIMARY KEY (account_id, role, unit_id))`,
	`f_sessions (token_hash VARCHAR(64) PRIMARY KEY, account_id BIGINT NOT NULL, expires_at BIGINT NOT NULL)`,
}

// indexes are f_index_0 and so on.
var indexes = []string{
	"f_units (parent_id, sort_order, code)", "f_posts (unit_id, name)", "f_people (unit_id)", "f_assessments (risk_id)", "f_assessments (l1, at)", "f_assessments (l2, at)", "f_assessments (l3, at)",
	"f_risks (l1, grade, status, created_at, id)", "f_risks (l2, grade, status, created_at, id)", "f_risks (l3, grade, status, created_at, id)",
	"f_risks (l4, grade, status, created_at, id)", "f_risks (l5, grade, status, created_at, id)", "f_risks (l6, grade, status, created_at, id)", "f_risks (unit_id)", "f_risks (post_id)", "f_risks (direct_owner_id)",
}

// fill makes the tables from the program's, whose rows they repeat.
func (s *server) fill(ctx context.Context) error {
	serial, moment := "BIGINT PRIMARY KEY AUTO_INCREMENT", "DATETIME(6)"
	if s.lite {
		serial, moment = "INTEGER PRIMARY KEY", "TEXT"
	}
	long := ""
	for n := range 6 {
		long += fmt.Sprintf(", l%d BIGINT NOT NULL DEFAULT 0", n+1)
	}
	types := strings.NewReplacer("SERIAL", serial, "MOMENT", moment, "LEVELS", strings.TrimPrefix(long, ", "))
	var all []string
	for _, t := range tables {
		name, _, _ := strings.Cut(t, " ")
		all = append(all, "DROP TABLE IF EXISTS "+name, "CREATE TABLE "+types.Replace(t))
	}
	const riskColumns = levels + ", unit_id, title, risk_type, status, manifestation, cause, found_by, consequence, likelihood, severity, grade, proposed_grade, power_type, controlled, power_id, step_id, post_id, direct_owner_id, department_owner_id, leader_owner_id, created_at"
	day := func(column string) string { return "SUBSTR(CAST(" + column + " AS CHAR), 1, 10)" }
	all = append(all,
		"INSERT INTO f_units SELECT id, code, name, kind, level, sort_order, parent_id, "+levels+" FROM units",
		"INSERT INTO f_posts SELECT id, unit_id, name, duties, key_post, "+levels+" FROM posts",
		"INSERT INTO f_people SELECT id, unit_id, name, job_title, "+levels+" FROM persons",
		"INSERT INTO f_risks (id, "+riskColumns+") SELECT id, "+riskColumns+" FROM risk_points ORDER BY id",
		"INSERT INTO f_exposed SELECT risk_point_id, post_id FROM risk_point_exposed_posts",
		"INSERT INTO f_assessments (id, "+levels+", risk_id, kind, grade, likelihood, severity, consequence, clause, actor_id, at) SELECT id, "+levels+", risk_point_id, kind, grade, likelihood, severity, consequence, clause, actor_id, at FROM assessments ORDER BY id",
		"INSERT INTO f_measures SELECT id, content, status FROM measures",
		"INSERT INTO f_guards SELECT risk_point_id, measure_id FROM measure_risk_points",
		"INSERT INTO f_accounts SELECT id, login_name, person_id, disabled FROM accounts",
		"INSERT INTO f_roles SELECT a.id, p.kind, p.unit_id, u.level, "+day("p.from_day")+", "+day("p.to_day")+" FROM accounts a JOIN portfolios p ON p.person_id = a.person_id JOIN units u ON u.id = p.unit_id",
		"INSERT INTO f_sessions SELECT '"+hashOf(token)+"', id, 4102444800 FROM accounts WHERE login_name = 'bench-leader'",
	)
	for n := 1; n <= 6; n++ {
		all = append(all, fmt.Sprintf(`INSERT INTO f_counts SELECT l%d, grade, COUNT(*), SUM(CASE WHEN grade = 'A' AND controlled = 0 THEN 1 ELSE 0 END)
			FROM risk_points WHERE status <> 'RETIRED' AND l%d <> 0 GROUP BY l%d, grade`, n, n, n))
	}
	for i, on := range indexes {
		all = append(all, fmt.Sprintf("CREATE INDEX f_index_%d ON %s", i, on))
	}
	if s.lite {
		all = append(all, "ANALYZE")
	} else {
		for _, t := range tables {
			name, _, _ := strings.Cut(t, " ")
			all = append(all, "ANALYZE TABLE "+name)
		}
	}
	for _, statement := range all {
		if _, err := s.write.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("%s: %w", statement, err)
		}
	}
	return nil
}
