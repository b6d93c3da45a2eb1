package main

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"sineng/scripts/bench/load"
)

// The questions that are measured.
var queries = []string{"Q1", "Q2", "Q3", "M1"}

// documents are the questions as GraphQL: one folder for today's API, one for each older API that
// another version may be compared with.
//
//go:embed documents
var documents embed.FS

// places are what the questions are about, read from the register.
type places struct {
	root        int64
	provinces   []int64
	counties    []string // codes
	departments []department
}

type department struct {
	id     int64
	code   string
	posts  []int64
	people []int64
}

// findPlaces reads the top unit, the units below it, and some hundred departments over the whole tree
// from the tables named.
func findPlaces(ctx context.Context, db *sql.DB, units, posts, people string) (*places, error) {
	p := &places{}
	if err := db.QueryRowContext(ctx, "SELECT id FROM "+units+" WHERE level = 1").Scan(&p.root); err != nil {
		return nil, err
	}
	each := func(query string, row func(*sql.Rows) error) error {
		rows, err := db.QueryContext(ctx, query)
		if err != nil {
			return err
		}
		defer func() { _ = rows.Close() }()
		for rows.Next() {
			if err := row(rows); err != nil {
				return err
			}
		}
		return rows.Err()
	}
	err := each("SELECT id FROM "+units+" WHERE level = 2 ORDER BY id", func(r *sql.Rows) error {
		var id int64
		err := r.Scan(&id)
		p.provinces = append(p.provinces, id)
		return err
	})
	if err != nil {
		return nil, err
	}
	err = each("SELECT code FROM "+units+" WHERE kind = 'BUREAU' AND level = 4 ORDER BY id", func(r *sql.Rows) error {
		var code string
		err := r.Scan(&code)
		p.counties = append(p.counties, code)
		return err
	})
	if err != nil {
		return nil, err
	}
	err = each("SELECT id, code FROM "+units+" WHERE kind = 'DEPARTMENT' ORDER BY id", func(r *sql.Rows) error {
		var d department
		err := r.Scan(&d.id, &d.code)
		p.departments = append(p.departments, d)
		return err
	})
	if err != nil {
		return nil, err
	}
	if step := len(p.departments) / 800; step > 1 {
		var some []department
		for i := 0; i < len(p.departments); i += step {
			some = append(some, p.departments[i])
		}
		p.departments = some
	}
	for i := range p.departments {
		d := &p.departments[i]
		for table, into := range map[string]*[]int64{posts: &d.posts, people: &d.people} {
			err := each(fmt.Sprintf("SELECT id FROM %s WHERE unit_id = %d ORDER BY id", table, d.id), func(r *sql.Rows) error {
				var id int64
				err := r.Scan(&id)
				*into = append(*into, id)
				return err
			})
			if err != nil {
				return nil, err
			}
		}
	}
	return p, nil
}

// key is an id as the API writes it.
func key(id int64) string { return "s" + strconv.FormatInt(id, 36) }

// variables are those of the nth time that a question is asked.
func (p *places) variables(query string, n int) map[string]any {
	switch query {
	case "Q1":
		return map[string]any{"unit": key(p.root)}
	case "Q2":
		return map[string]any{"unit": key(p.provinces[n%len(p.provinces)])}
	}
	if query == "Q3" {
		return map[string]any{"code": p.counties[n%len(p.counties)]}
	}
	d := p.departments[n%len(p.departments)]
	return map[string]any{"input": map[string]any{
		"unitId": key(d.id),
		"details": map[string]any{"title": fmt.Sprintf("验收环节把关不严(第 %d 号)", n), "riskType": "DUTY", "manifestation": "对不符合条件的申请人放宽要求,或者对符合条件的故意拖延",
			"cause": "制度不健全,缺少复核", "foundBy": []string{"SELF"}, "postId": key(d.posts[1]), "exposedPostIds": []string{key(d.posts[1])},
			"directOwnerId": key(d.people[1]), "departmentOwnerId": key(d.people[0])},
		"assessment": map[string]any{"likelihood": 2 + n%3, "severity": 3, "consequence": "MINOR"},
	}}
}

// graphQL makes the requests of a question to a server with a GraphQL API. The first one of each
// run sends the document, the others its hash.
func graphQL(address, cookie, folder, query string, p *places) (load.Request, error) {
	text, err := documents.ReadFile("documents/" + folder + "/" + strings.ToLower(query) + ".graphql")
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(text)
	body := map[string]any{"extensions": map[string]any{"persistedQuery": map[string]any{"version": 1, "sha256Hash": hex.EncodeToString(sum[:])}}}
	body["query"], body["variables"] = string(text), p.variables(query, 0)
	c, err := load.Dial(address)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	first, _ := json.Marshal(body)
	if err := c.Send(post(address, cookie, "/graphql", first)); err != nil {
		return nil, fmt.Errorf("%s: %w", query, err)
	}
	delete(body, "query")
	// What repeats is made once.
	known := map[int][]byte{}
	many := map[string]int{"Q1": 1, "Q2": len(p.provinces), "Q3": len(p.counties)}[query]
	for n := range many {
		body["variables"] = p.variables(query, n)
		text, err := json.Marshal(body)
		if err != nil {
			return nil, err
		}
		known[n] = post(address, cookie, "/graphql", text)
	}
	extensions, err := json.Marshal(body["extensions"])
	if err != nil {
		return nil, err
	}
	return func(n int) []byte {
		if many > 0 {
			return known[n%many]
		}
		variables, _ := json.Marshal(p.variables(query, n))
		return post(address, cookie, "/graphql", fmt.Appendf(nil, `{"extensions":%s,"variables":%s}`, extensions, variables))
	}, nil
}

func encode(v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // what is encoded here always can be
	}
	return text
}

func post(address, cookie, path string, body []byte) []byte {
	return fmt.Appendf(nil, "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nCookie: %s\r\nContent-Length: %d\r\n\r\n%s", path, address, cookie, len(body), body)
}
