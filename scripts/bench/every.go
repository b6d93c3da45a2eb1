package main

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"sineng/scripts/bench/data"
	"sineng/scripts/bench/questions"
)

// longestAnswer is how long any question may take on the larger register.
const longestAnswer = 100 * time.Millisecond

// unasked are root fields that read the whole log on purpose.
var unasked = []string{"verification"}

// every asks each root field of the API once with every filter and every order, and lists what takes
// longer than longestAnswer in the better of two turns, and what is refused to everybody.
func (p *plan) every(ctx context.Context, e engine, tree *source) (err error) {
	release, err := lock("measure")
	if err != nil {
		return err
	}
	defer release()
	s, err := ours(ctx, "ours", e, p.sizes[0], tree, "now")
	if s != nil && s.base != nil {
		defer func() { err = errors.Join(err, s.close()) }()
	}
	if err != nil {
		return err
	}
	schema, err := loadSchema()
	if err != nil {
		return err
	}
	var cookies []string
	for _, login := range []string{data.Leader, "bench-inspector", "bench-leading_group", "bench-system_admin", "bench-security_admin", "bench-auditor", data.Head} {
		cookie, err := signIn(s.process.address, login)
		if err != nil {
			return err
		}
		cookies = append(cookies, cookie)
	}
	known := &rowIDs{ctx: ctx, db: s.db, found: map[string]any{}}
	all := questions.Every(schema, known.given, func(field string) bool { return slices.Contains(unasked, field) })
	t := tabwriter.NewWriter(p.out, 0, 4, 1, ' ', 0)
	fmt.Fprintf(p.out, "\n%s, size %s, %d questions; slower than %s, or refused:\n\n", e, p.sizes[0], len(all), longestAnswer)
	fmt.Fprintln(t, "| question\t| ms\t| refused with\t|")
	fmt.Fprintln(t, "|---\t|---\t|---\t|")
	slow := 0
	for _, q := range all {
		took, refused := s.best(q.Document(schema), cookies)
		if took > longestAnswer || refused != "" {
			slow++
			fmt.Fprintf(t, "| %s\t| %.0f\t| %s\t|\n", q.Name(), took.Seconds()*1000, refused)
		}
	}
	fmt.Fprintf(t, "| %d of %d\t| \t| \t|\n", slow, len(all))
	return errors.Join(t.Flush(), known.err)
}

func loadSchema() (*ast.Schema, error) {
	var sources []*ast.Source
	files, err := filepath.Glob("graph/schema/*.graphql")
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		sources = append(sources, &ast.Source{Name: file, Input: string(text)})
	}
	return gqlparser.LoadSchema(sources...)
}

// best asks as the first account that is answered, twice, and returns the better time; or what the last
// account was refused with.
func (s *side) best(document string, cookies []string) (took time.Duration, refused string) {
	for _, cookie := range cookies {
		first, why := s.timed(document, cookie)
		if why != "" {
			refused = why
			continue
		}
		second, _ := s.timed(document, cookie)
		return min(first, second), ""
	}
	return 0, refused
}

// timed asks once and returns the code of the first error, if any.
func (s *side) timed(document, cookie string) (took time.Duration, refused string) {
	body := encode(map[string]string{"query": document})
	r, err := http.NewRequest(http.MethodPost, "http://"+s.process.address+"/graphql", bytes.NewReader(body))
	if err != nil {
		return 0, err.Error()
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Cookie", cookie)
	start := time.Now()
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, err.Error()
	}
	defer func() { _ = answer.Body.Close() }()
	var said struct {
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	err = json.NewDecoder(answer.Body).Decode(&said)
	took = time.Since(start)
	switch {
	case err != nil:
		return took, err.Error()
	case len(said.Errors) > 0:
		return took, said.Errors[0].Extensions.Code + " " + said.Errors[0].Message
	}
	return took, ""
}

// rowIDs finds rows to ask by: for each name of an argument one in the middle of its table.
type rowIDs struct {
	ctx   context.Context
	db    *sql.DB
	found map[string]any
	err   error
}

// tables are those in which an argument's id is looked up, by the ending of its name.
var tables = []struct{ ending, table string }{
	{"riskpoint", "risk_points"}, {"measure", "measures"}, {"meeting", "meetings"}, {"campaign", "campaigns"}, {"form", "forms"}, {"account", "accounts"},
	{"power", "powers"}, {"duty", "duties"}, {"parent", "units"}, {"unit", "units"}, {"post", "posts"}, {"person", "persons"}, {"owner", "persons"},
	{"supervisor", "persons"}, {"object", "risk_points"}, {"about", "risk_points"}, {"act", "pending_acts"}, {"process", "processes"}, {"import", "imports"}, {"job", "jobs"},
}

func (r *rowIDs) given(field string, argument *ast.ArgumentDefinition, part *ast.FieldDefinition) any {
	name, typ := argument.Name, argument.Type
	if part != nil {
		name, typ = part.Name, part.Type
	}
	if typ.Name() != "ID" {
		return nil
	}
	name = strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(name, "Ids"), "Id"))
	if name == "" || name == "id" || name == "ids" {
		name = strings.ToLower(field)
	}
	for _, t := range tables {
		if !strings.HasSuffix(name, t.ending) && !strings.HasSuffix(strings.TrimSuffix(name, "s"), t.ending) {
			continue
		}
		id := r.middle(t.table)
		if id != nil && typ.Elem != nil {
			return []any{id}
		}
		return id
	}
	return nil
}

// middle is the id of a row in the middle of a table, nil where it has none.
func (r *rowIDs) middle(table string) any {
	if id, known := r.found[table]; known {
		return id
	}
	var id int64
	err := r.db.QueryRowContext(r.ctx, "SELECT id FROM "+table+" WHERE id >= (SELECT (MIN(id) + MAX(id)) / 2 FROM "+table+") ORDER BY id LIMIT 1").Scan(&id)
	switch {
	case err == nil:
		r.found[table] = key(id)
	case errors.Is(err, sql.ErrNoRows):
		r.found[table] = nil
	default:
		r.err = errors.Join(r.err, fmt.Errorf("%s: %w", table, err))
		r.found[table] = nil
	}
	return r.found[table]
}
