package main

import (
	"database/sql"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// id reads an id as the program's API writes it.
func id(text string) int64 {
	n, _ := strconv.ParseInt(strings.TrimPrefix(text, "s"), 36, 64)
	return n
}

func appendID(b []byte, id int64) []byte {
	b = append(b, `"s`...)
	return append(strconv.AppendInt(b, id, 36), '"')
}

// appendText appends a JSON text. Almost none holds a character that is written otherwise.
func appendText(b []byte, text []byte) []byte {
	b = append(b, '"')
	for _, c := range text {
		switch {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c < ' ':
			b = append(b, `\u00`...)
			b = append(b, "0123456789abcdef"[c>>4], "0123456789abcdef"[c&15])
		default:
			b = append(b, c)
		}
	}
	return append(b, '"')
}

// appendNamed appends an object that has but a name, or null.
func appendNamed(b []byte, name sql.RawBytes) []byte {
	if name == nil {
		return append(b, "null"...)
	}
	b = append(b, `{"name":`...)
	return append(appendText(b, name), '}')
}

func appendNumbers(b []byte, of [5]int) []byte {
	b = append(b, '[')
	for i, n := range of {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, int64(n), 10)
	}
	return append(b, ']')
}

// columnOf is the place of a grade in the counts.
func columnOf(grade []byte) int { return strings.IndexByte("ABCU", grade[0]) }

// counted is a unit of the overview.
type counted struct {
	id     int64
	sort   int
	name   string
	counts [5]int
}

// overview counts the risk points below each unit directly below one, in one statement: the roll-up,
// and what is not folded into it yet.
func (s *server) overview(r *http.Request, who *scope, b []byte) ([]byte, error) {
	unit := id(r.URL.Query().Get("unit"))
	args := []any{unit}
	scoped := who.within("u", &args)
	args = append(args, unit)
	who.within("u", &args)
	query := `SELECT u.id, u.name, u.sort_order, c.grade, c.n, c.uncontrolled FROM f_units u LEFT JOIN f_counts c ON c.unit_id = u.id WHERE u.parent_id = ?` + scoped + `
		UNION ALL SELECT u.id, '', 0, d.grade, d.n, d.uncontrolled FROM f_deltas d JOIN f_units u ON u.id IN (d.l1, d.l2, d.l3, d.l4, d.l5, d.l6) WHERE u.parent_id = ?` + scoped
	units := make([]counted, 0, 64)
	var id int64
	var sort int
	var name, grade sql.RawBytes
	var n, uncontrolled sql.NullInt64
	err := s.each(r.Context(), query, args, func(rows *sql.Rows) error {
		if err := rows.Scan(&id, &name, &sort, &grade, &n, &uncontrolled); err != nil {
			return err
		}
		at := len(units) - 1
		if at < 0 || units[at].id != id {
			at = slices.IndexFunc(units, func(u counted) bool { return u.id == id })
		}
		if at < 0 {
			at = len(units)
			units = append(units, counted{id: id, sort: sort, name: string(name)})
		}
		if units[at].name == "" { // a delta may come first
			units[at].name, units[at].sort = string(name), sort
		}
		if grade != nil {
			units[at].counts[columnOf(grade)] += int(n.Int64)
			units[at].counts[4] += int(uncontrolled.Int64)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(units) == 0 {
		return nil, errNotFound
	}
	slices.SortStableFunc(units, func(a, b counted) int { return a.sort - b.sort })
	b = append(b, `{"data":{"gradeMatrix":{"columns":["A","B","C","UNGRADED","UNCONTROLLED_A"],"rows":[`...)
	var totals [5]int
	for i, u := range units {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, `{"key":`...)
		b = appendID(b, u.id)
		b = append(b, `,"label":`...)
		b = appendText(b, []byte(u.name))
		b = append(b, `,"counts":`...)
		b = appendNumbers(b, u.counts)
		worst := "null"
		for i, grade := range []string{`"C"`, `"B"`, `"A"`} {
			if u.counts[2-i] > 0 {
				worst = grade
			}
		}
		b = append(append(append(b, `,"worst":`...), worst...), '}')
		for i, n := range u.counts {
			totals[i] += n
		}
	}
	b = append(b, `],"totals":`...)
	return append(appendNumbers(b, totals), `}}}`...), nil
}

const pageSize = 50

// risks is the first page of the A risks below a unit: the unit with the number of them, the page
// with all names, and the measures of the page.
func (s *server) risks(r *http.Request, who *scope, b []byte) ([]byte, error) {
	unit := id(r.URL.Query().Get("unit"))
	args := []any{unit, unit}
	var level, total int
	found := false
	err := s.each(r.Context(), `SELECT u.level, COALESCE((SELECT SUM(c.n) FROM f_counts c WHERE c.unit_id = u.id AND c.grade = 'A'), 0)
		+ COALESCE((SELECT SUM(d.n) FROM f_deltas d WHERE d.grade = 'A' AND ? IN (d.l1, d.l2, d.l3, d.l4, d.l5, d.l6)), 0) FROM f_units u WHERE u.id = ?`+who.within("u", &args), args, func(rows *sql.Rows) error {
		found = true
		return rows.Scan(&level, &total)
	})
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, errNotFound
	}
	column := "l" + strconv.Itoa(level)
	index := ""
	if !s.lite {
		index = " FORCE INDEX (f_index_" + strconv.Itoa(6+level) + ")"
	}
	args = []any{unit}
	query := `SELECT r.id, r.title, r.risk_type, r.grade, r.status, r.consequence, r.likelihood, r.severity, r.controlled, r.unit_id, u.name, p.name, a.name, b.name, c.name
		FROM f_risks r` + index + ` LEFT JOIN f_units u ON u.id = r.unit_id LEFT JOIN f_posts p ON p.id = r.post_id
		LEFT JOIN f_people a ON a.id = r.direct_owner_id LEFT JOIN f_people b ON b.id = r.department_owner_id LEFT JOIN f_people c ON c.id = r.leader_owner_id
		WHERE r.` + column + ` = ? AND r.grade = 'A' AND r.status IN ('DECIDED', 'PROPOSED')` + who.within("r", &args) + ` ORDER BY r.status, r.created_at, r.id LIMIT 51`
	b = append(b, `{"data":{"riskPoints":{"totalCount":`...)
	b = strconv.AppendInt(b, int64(total), 10)
	b = append(b, `,"edges":[`...)
	// The measures come after the page; where they go in is kept.
	var risks [pageSize]int64
	var ends [pageSize]int
	n := 0
	more := false
	var id, unitID int64
	var likelihood, severity int
	var controlled bool
	var title, kind, grade, status, consequence, unitName, post, direct, head, leader sql.RawBytes
	into := []any{&id, &title, &kind, &grade, &status, &consequence, &likelihood, &severity, &controlled, &unitID, &unitName, &post, &direct, &head, &leader}
	err = s.each(r.Context(), query, args, func(rows *sql.Rows) error {
		if n == pageSize {
			more = true
			return nil
		}
		if err := rows.Scan(into...); err != nil {
			return err
		}
		if n > 0 {
			b = append(b, ',')
		}
		b = append(b, `{"node":{"id":`...)
		b = appendID(b, id)
		b = append(b, `,"title":`...)
		b = appendText(b, title)
		b = append(b, `,"riskType":`...)
		b = appendText(b, kind)
		b = append(b, `,"grade":`...)
		b = appendText(b, grade)
		b = append(b, `,"status":`...)
		b = appendText(b, status)
		b = append(b, `,"consequence":`...)
		b = appendText(b, consequence)
		b = append(b, `,"likelihood":`...)
		b = strconv.AppendInt(b, int64(likelihood), 10)
		b = append(b, `,"severity":`...)
		b = strconv.AppendInt(b, int64(severity), 10)
		b = append(b, `,"controlled":`...)
		b = strconv.AppendBool(b, controlled)
		b = append(b, `,"unit":{"id":`...)
		b = appendID(b, unitID)
		b = append(b, `,"name":`...)
		b = appendText(b, unitName)
		b = append(b, `},"post":`...)
		b = appendNamed(b, post)
		b = append(b, `,"directOwner":`...)
		b = appendNamed(b, direct)
		b = append(b, `,"departmentOwner":`...)
		b = appendNamed(b, head)
		b = append(b, `,"leaderOwner":`...)
		b = appendNamed(b, leader)
		b = append(b, `,"measures":[`...)
		risks[n], ends[n] = id, len(b)
		n++
		b = append(b, `]}}`...)
		return nil
	})
	if err != nil {
		return nil, err
	}
	b = append(b, `],"pageInfo":{"hasNextPage":`...)
	b = strconv.AppendBool(b, more)
	b = append(b, `}}}}`...)
	if n == 0 {
		return b, nil
	}
	return s.measures(r, b, risks[:n], ends[:n])
}

// measuresOf asks for the measures of a page; a page that is not full asks for the last one again.
var measuresOf = `SELECT g.risk_id, m.id, m.content, m.status FROM f_guards g JOIN f_measures m ON m.id = g.measure_id WHERE g.risk_id IN (` +
	strings.TrimSuffix(strings.Repeat("?,", pageSize), ",") + `) ORDER BY g.risk_id, m.id`

// measures puts the measures of the risk points where their lists end in an answer.
func (s *server) measures(r *http.Request, answer []byte, risks []int64, ends []int) ([]byte, error) {
	args := make([]any, pageSize)
	for i := range args {
		args[i] = risks[min(i, len(risks)-1)]
	}
	lists := make(map[int64][]byte, len(risks))
	var risk, id int64
	var content, status sql.RawBytes
	err := s.each(r.Context(), measuresOf, args, func(rows *sql.Rows) error {
		if err := rows.Scan(&risk, &id, &content, &status); err != nil {
			return err
		}
		b := lists[risk]
		if b != nil {
			b = append(b, ',')
		}
		b = append(b, `{"id":`...)
		b = appendID(b, id)
		b = append(b, `,"content":`...)
		b = appendText(b, content)
		b = append(b, `,"status":`...)
		b = appendText(b, status)
		lists[risk] = append(b, '}')
		return nil
	})
	if err != nil {
		return nil, err
	}
	out := make([]byte, 0, len(answer)+len(lists)*200)
	from := 0
	for i, id := range risks {
		out = append(out, answer[from:ends[i]]...)
		out = append(out, lists[id]...)
		from = ends[i]
	}
	return append(out, answer[from:]...), nil
}

// node is a unit with what hangs on it.
type node struct {
	id, parent int64
	head       []byte // its own fields
	posts      []byte // its list of posts, without the brackets
}

// below is how many levels are shown under the unit asked for.
const below = 2

// department is a unit with its posts and those of two levels under it: a statement for each level,
// and one for all posts.
func (s *server) department(r *http.Request, who *scope, b []byte) ([]byte, error) {
	ctx := r.Context()
	var nodes []node
	var text [3]sql.RawBytes
	read := func(rows *sql.Rows) error {
		var n node
		var parent sql.NullInt64
		if err := rows.Scan(&n.id, &parent, &text[0], &text[1], &text[2]); err != nil {
			return err
		}
		n.parent = parent.Int64
		n.head = appendID(append(make([]byte, 0, 160), `{"id":`...), n.id)
		n.head = append(n.head, `,"code":`...)
		n.head = appendText(n.head, text[0])
		n.head = append(n.head, `,"name":`...)
		n.head = appendText(n.head, text[1])
		n.head = append(n.head, `,"kind":`...)
		n.head = appendText(n.head, text[2])
		nodes = append(nodes, n)
		return nil
	}
	const columns = "SELECT u.id, u.parent_id, u.code, u.name, u.kind FROM f_units u WHERE "
	args := []any{r.URL.Query().Get("code")}
	if err := s.each(ctx, columns+"u.code = ?"+who.within("u", &args), args, read); err != nil {
		return nil, err
	}
	if len(nodes) == 0 {
		return nil, errNotFound
	}
	root := nodes[0].id
	for from, level := 0, 0; level < below && from < len(nodes); level++ {
		parents := idsOf(nodes[from:])
		from = len(nodes)
		if err := s.each(ctx, columns+"u.parent_id IN "+marks(len(parents))+who.within("u", &parents)+" ORDER BY u.sort_order, u.code", parents, read); err != nil {
			return nil, err
		}
	}
	at := make(map[int64]int, len(nodes))
	for i, n := range nodes {
		at[n.id] = i
	}
	var id, unit int64
	var key bool
	units := idsOf(nodes)
	err := s.each(ctx, "SELECT p.id, p.unit_id, p.name, p.duties, p.key_post FROM f_posts p WHERE p.unit_id IN "+marks(len(units))+who.within("p", &units)+" ORDER BY p.unit_id, p.name", units, func(rows *sql.Rows) error {
		if err := rows.Scan(&id, &unit, &text[0], &text[1], &key); err != nil {
			return err
		}
		p := nodes[at[unit]].posts
		if p == nil {
			p = make([]byte, 0, 1024)
		} else {
			p = append(p, ',')
		}
		p = appendID(append(p, `{"id":`...), id)
		p = append(p, `,"name":`...)
		p = appendText(p, text[0])
		p = append(p, `,"duties":`...)
		p = appendText(p, text[1])
		p = append(p, `,"keyPost":`...)
		p = strconv.AppendBool(p, key)
		nodes[at[unit]].posts = append(p, '}')
		return nil
	})
	if err != nil {
		return nil, err
	}
	b = append(b, `{"data":{"unit":`...)
	b = appendNode(b, nodes, at[root], below)
	return append(b, `}}`...), nil
}

// appendNode appends a unit with so many levels below it.
func appendNode(b []byte, nodes []node, i, levels int) []byte {
	b = append(b, nodes[i].head...)
	b = append(b, `,"posts":[`...)
	b = append(b, nodes[i].posts...)
	b = append(b, ']')
	if levels > 0 {
		b = append(b, `,"children":[`...)
		first := true
		for k := i + 1; k < len(nodes); k++ {
			if nodes[k].parent != nodes[i].id {
				continue
			}
			if !first {
				b = append(b, ',')
			}
			first = false
			b = appendNode(b, nodes, k, levels-1)
		}
		b = append(b, ']')
	}
	return append(b, '}')
}

// idsOf are the ids of units; their number is rounded up by repeating the first, so that few
// statements need to be prepared.
func idsOf(nodes []node) []any {
	out := make([]any, 0, 16)
	for _, n := range nodes {
		out = append(out, n.id)
	}
	for len(out)%8 != 0 {
		out = append(out, out[0])
	}
	return out
}

func marks(n int) string { return "(" + strings.TrimSuffix(strings.Repeat("?,", n), ",") + ")" }
