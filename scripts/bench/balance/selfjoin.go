package balance

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"sineng/ent/term"
	"sineng/server/balance/engine"
)

// statement is a self-join; it gives a rule, a site and a person.
type statement struct{ rule, text string }

// way is how the rules are written as self-joins.
type way struct {
	name       string
	statements []statement
}

// ways are the self-joins that are measured: one query for each rule, as a team would write them; one
// for all rules on one process, by a table of pairs; and the same from the people who have two posts,
// in an order that the optimizers are not free to change, since that is what these registers reward.
func ways() []way {
	var each []statement
	others := []statement{supervising(), buying()}
	for _, r := range expressible() {
		if d := r.Definition; d.Scope == engine.ScopeSameProcess {
			each = append(each, statement{r.Code, fmt.Sprintf(`SELECT DISTINCT '%s', a.power_id, x.person_id
FROM step a JOIN step b ON b.power_id = a.power_id AND b.id <> a.id
JOIN appointment x ON x.post_id = a.post_id JOIN appointment y ON y.post_id = b.post_id AND y.person_id = x.person_id
WHERE a.kind IN (%s) AND b.kind IN (%s)`, r.Code, list(d.Left.Selectors[0].Steps), list(d.Right.Selectors[0].Steps))})
		}
	}
	return []way{
		{"SQL, a query for each rule", append(each, others...)},
		{"SQL, all pairs in one query", append([]statement{{"", `SELECT DISTINCT d.rule, a.power_id, x.person_id
FROM step a JOIN step b ON b.power_id = a.power_id AND b.id <> a.id JOIN duties d ON d.a = a.kind AND d.b = b.kind
JOIN appointment x ON x.post_id = a.post_id JOIN appointment y ON y.post_id = b.post_id AND y.person_id = x.person_id`}}, others...)},
		{"SQL, one query from people", append([]statement{{"", `SELECT STRAIGHT_JOIN DISTINCT d.rule, a.power_id, x.person_id
FROM appointment x JOIN appointment y ON y.person_id = x.person_id
JOIN step a ON a.post_id = x.post_id JOIN step b ON b.power_id = a.power_id AND b.post_id = y.post_id AND b.id <> a.id
JOIN duties d ON d.a = a.kind AND d.b = b.kind`}}, others...)},
	}
}

// supervising is the rule on who supervises their own work: a step of work, and a step or the role of
// supervision.
func supervising() statement {
	d := rule(engine.RuleSupervisedBySelf).Definition
	return statement{engine.RuleSupervisedBySelf, fmt.Sprintf(`SELECT '%[1]s', a.power_id, x.person_id
FROM step a JOIN step b ON b.power_id = a.power_id
JOIN appointment x ON x.post_id = a.post_id JOIN appointment y ON y.post_id = b.post_id AND y.person_id = x.person_id
WHERE a.kind IN (%[2]s) AND b.kind IN (%[3]s)
UNION SELECT '%[1]s', p.id, x.person_id
FROM power p JOIN step a ON a.power_id = p.id
JOIN appointment x ON x.post_id = a.post_id JOIN appointment y ON y.post_id = p.supervision_post_id AND y.person_id = x.person_id
WHERE a.kind IN (%[2]s)`, engine.RuleSupervisedBySelf, list(d.Left.Selectors[0].Steps), list(d.Right.Selectors[0].Steps))}
}

// buying is the rule on who procures and accepts within one bureau.
func buying() statement {
	return statement{engine.RuleProcurementAcceptance, fmt.Sprintf(`SELECT DISTINCT '%s', u.bureau_id, x.person_id
FROM power p JOIN unit u ON u.id = p.unit_id JOIN step a ON a.power_id = p.id AND a.kind IN (%s)
JOIN appointment x ON x.post_id = a.post_id
JOIN appointment y ON y.person_id = x.person_id JOIN step b ON b.post_id = y.post_id AND b.kind IN (%s)
JOIN power q ON q.id = b.power_id AND q.type = 'PROCUREMENT' JOIN unit v ON v.id = q.unit_id AND v.bureau_id = u.bureau_id
WHERE p.type = 'PROCUREMENT'`, engine.RuleProcurementAcceptance,
		list([]term.StepKind{term.StepKindHandle, term.StepKindApprove, term.StepKindDecide, term.StepKindExecute}), list([]term.StepKind{term.StepKindInspect}))}
}

func rule(code string) engine.Rule {
	for _, r := range engine.BuiltIn() {
		if r.Code == code {
			return r
		}
	}
	panic("there is no rule " + code)
}

func list(kinds []term.StepKind) string {
	var out []string
	for _, k := range kinds {
		out = append(out, "'"+string(k)+"'")
	}
	return strings.Join(out, ", ")
}

// run asks all statements one after another.
func (w way) run(ctx context.Context, db *sql.DB) ([]Finding, error) {
	var out []Finding
	for _, s := range w.statements {
		r := &reading{ctx: ctx, db: db}
		if err := each(r, s.text, func(rows *sql.Rows) error {
			var f Finding
			err := rows.Scan(&f.Rule, &f.Site, &f.Person)
			out = append(out, f)
			return err
		}); err != nil {
			return nil, err
		}
	}
	return sorted(out), nil
}

// Explain is how a server walks each statement.
func Explain(ctx context.Context, db *sql.DB) (string, error) {
	var out strings.Builder
	for _, w := range ways() {
		for _, s := range w.statements {
			fmt.Fprintf(&out, "\n%s\n%s\n", w.name, s.text)
			if err := explain(ctx, db, s.text, &out); err != nil {
				return "", err
			}
		}
	}
	return out.String(), nil
}

func explain(ctx context.Context, db *sql.DB, query string, out *strings.Builder) error {
	rows, err := db.QueryContext(ctx, "EXPLAIN FORMAT=TRADITIONAL "+query)
	if err != nil { // MariaDB has no name for it
		if rows, err = db.QueryContext(ctx, "EXPLAIN "+query); err != nil {
			return err
		}
	}
	defer func() { _ = rows.Close() }()
	names, err := rows.Columns()
	if err != nil {
		return err
	}
	for rows.Next() {
		cells := make([]sql.NullString, len(names))
		into := make([]any, len(names))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			return err
		}
		for i, c := range cells {
			if c.Valid && names[i] != "possible_keys" && names[i] != "id" && names[i] != "select_type" && names[i] != "partitions" {
				fmt.Fprintf(out, "%s=%s ", names[i], c.String)
			}
		}
		out.WriteByte('\n')
	}
	return rows.Err()
}
