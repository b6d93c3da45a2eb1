package store

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strconv"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/server/fault"
)

// MaxPage is the greatest number of rows per page.
const MaxPage = 100

// Page requests the first rows after a cursor.
type Page struct {
	First int
	After string // empty for the start
	Max   int    // MaxPage when 0
	// Columns are those that are read besides the key and those of the order; nil for all. Whoever asks
	// knows that nothing else reads of the rows.
	Columns []string
}

// sized refuses a page that is empty or too large.
func (p Page) sized() error {
	limit := p.Max
	if limit == 0 {
		limit = MaxPage
	}
	if p.First < 1 || p.First > limit {
		return fault.Bad("first", "BAD_PAGE_SIZE", "每页条数超出范围", "first is out of range: give 1 to the list's greatest page")
	}
	return nil
}

// Slice is a page of rows with their cursors.
type Slice[T any] struct {
	Rows    []T
	Cursors []string
	HasNext bool
	// HasPrevious reports whether there are rows before the page.
	HasPrevious bool
	// Count counts all rows of the list; the query runs when it is called.
	Count func(context.Context) (int, error)
}

// Keep leaves out the rows of the page that do not meet a condition.
func (s *Slice[T]) Keep(meets func(T) bool) {
	rows, cursors := s.Rows[:0:0], s.Cursors[:0:0]
	for i, row := range s.Rows {
		if meets(row) {
			rows, cursors = append(rows, row), append(cursors, s.Cursors[i])
		}
	}
	s.Rows, s.Cursors = rows, cursors
}

// Key is a column that a list is ordered by. Where its value is a pointer the column may be null, which is less than
// any value.
type Key[T any] struct {
	column string
	desc   bool
	value  func(T) any
}

// Asc orders by a column, smallest first.
func Asc[T any](column string, value func(T) any) Key[T] { return Key[T]{column, false, value} }

// Desc orders by a column, greatest first.
func Desc[T any](column string, value func(T) any) Key[T] { return Key[T]{column, true, value} }

// nullable reports whether the column may be null.
func (k Key[T]) nullable() bool {
	_, ok := k.value(blank[T]()).(*int)
	return ok
}

// equal is the condition for rows with a value, nil for null.
func (k Key[T]) equal(s *sql.Selector, value any) *sql.Predicate {
	if value == nil {
		return sql.IsNull(s.C(k.column))
	}
	return sql.EQ(s.C(k.column), value)
}

// beyond is the condition for rows after a value in the key's direction, with those that have it too where they are
// wanted.
func (k Key[T]) beyond(s *sql.Selector, value any, too bool) *sql.Predicate {
	column := s.C(k.column)
	switch {
	case value == nil && k.desc && too:
		return sql.IsNull(column)
	case value == nil && k.desc:
		return sql.False()
	case value == nil && too:
		return nil // every row
	case value == nil:
		return sql.NotNull(column)
	case !k.desc && too:
		return sql.GTE(column, value)
	case !k.desc:
		return sql.GT(column, value)
	}
	less := sql.LT(column, value)
	if too {
		less = sql.LTE(column, value)
	}
	if k.nullable() {
		return sql.Or(less, sql.IsNull(column))
	}
	return less
}

// query is the interface that the generated queries share. Q is the query type
// itself, P its predicates, T its rows, S what selects columns.
type query[Q any, P ~func(*sql.Selector), O ~func(*sql.Selector), T, S any] interface {
	Where(...P) Q
	Order(...O) Q
	Limit(int) Q
	Clone() Q
	Count(context.Context) (int, error)
	All(context.Context) ([]T, error)
	Select(...string) S
}

// List fetches a page by keyset: the keys in order, then the id as tie-break,
// both in the direction of the last key. It reads one row more to find out
// whether others follow, and counts only when Count is called. with adds edges
// to load.
func List[Q query[Q, P, O, T, S], P ~func(*sql.Selector), O ~func(*sql.Selector), T, S any](
	ctx context.Context, q Q, page Page, id func(T) int64, keys []Key[T], with func(Q),
) (*Slice[T], error) {
	if err := page.sized(); err != nil {
		return nil, err
	}
	keys = append(keys[:len(keys):len(keys)], Key[T]{"id", keys[len(keys)-1].desc, func(r T) any { return id(r) }})
	counted := q.Clone()
	out := &Slice[T]{Count: counted.Count, HasPrevious: page.After != ""}
	if page.After != "" {
		values, err := decodeCursor(page.After, keys)
		if err != nil {
			return nil, err
		}
		q.Where(P(func(s *sql.Selector) { s.Where(after(s, keys, values)) }))
	}
	q.Order(O(func(s *sql.Selector) {
		for _, k := range keys {
			if k.desc {
				s.OrderBy(sql.Desc(s.C(k.column)))
			} else {
				s.OrderBy(s.C(k.column))
			}
		}
	}))
	if with != nil {
		with(q)
	}
	if page.Columns != nil {
		columns := slices.Clone(page.Columns)
		for _, k := range keys {
			columns = append(columns, k.column)
		}
		slices.Sort(columns)
		q.Select(slices.Compact(columns)...)
	}
	rows, err := q.Limit(page.First + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	if out.HasNext = len(rows) > page.First; out.HasNext {
		rows = rows[:page.First]
	}
	out.Rows, out.Cursors = rows, make([]string, len(rows))
	for i, r := range rows {
		if out.Cursors[i], err = encodeCursor(keys, r); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// after is the condition for rows after the cursor: (a > x) or (a = x and b >
// y) …, with a >= x in front, so that the database can start its range there.
func after[T any](s *sql.Selector, keys []Key[T], values []any) *sql.Predicate {
	var any []*sql.Predicate
	for i := range keys {
		var all []*sql.Predicate
		for j := range keys[:i] {
			all = append(all, keys[j].equal(s, values[j]))
		}
		any = append(any, sql.And(append(all, keys[i].beyond(s, values[i], false))...))
	}
	if start := keys[0].beyond(s, values[0], true); start != nil {
		return sql.And(start, sql.Or(any...))
	}
	return sql.Or(any...)
}

// cursorValue is one value of a cursor; times keep their type.
type cursorValue struct {
	Text   *string    `json:"s,omitempty"`
	Number *int64     `json:"n,omitempty"`
	Time   *time.Time `json:"t,omitempty"`
}

// encodeCursor writes cursorValues by hand, since each row of a page has a cursor.
func encodeCursor[T any](keys []Key[T], r T) (string, error) {
	var room [160]byte
	text := append(room[:0], '[')
	for i, k := range keys {
		if i > 0 {
			text = append(text, ',')
		}
		switch v := k.value(r).(type) {
		case string:
			quoted, err := json.Marshal(v)
			if err != nil {
				return "", err
			}
			text = append(append(text, `{"s":`...), quoted...)
		case int64:
			text = strconv.AppendInt(append(text, `{"n":`...), v, 10)
		case int:
			text = strconv.AppendInt(append(text, `{"n":`...), int64(v), 10)
		case *int: // null is an empty value
			if text = append(text, '{'); v != nil {
				text = strconv.AppendInt(append(text, `"n":`...), int64(*v), 10)
			}
		case time.Time:
			text = append(v.AppendFormat(append(text, `{"t":"`...), time.RFC3339Nano), '"')
		default:
			return "", errors.New("store: a list is ordered by text, numbers or times only")
		}
		text = append(text, '}')
	}
	return base64.RawURLEncoding.EncodeToString(append(text, ']')), nil
}

// decodeCursor decodes a cursor. Each value must have its column's type, since
// databases differ in how they compare other types.
func decodeCursor[T any](cursor string, keys []Key[T]) ([]any, error) {
	bad := fault.Bad("after", "BAD_CURSOR", "分页游标无效,请从第一页重新开始", "The cursor is not one of this list; start at the first page")
	text, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		return nil, bad
	}
	var values []cursorValue
	if err := json.Unmarshal(text, &values); err != nil || len(values) != len(keys) {
		return nil, bad
	}
	row := blank[T]()
	out := make([]any, len(keys))
	for i, v := range values {
		var ok bool
		switch keys[i].value(row).(type) {
		case string:
			if ok = v.Text != nil; ok {
				out[i] = *v.Text
			}
		case int, int64:
			if ok = v.Number != nil; ok {
				out[i] = *v.Number
			}
		case *int:
			if ok = v.Text == nil && v.Time == nil; ok && v.Number != nil {
				out[i] = *v.Number
			}
		case time.Time:
			if ok = v.Time != nil; ok {
				out[i] = *v.Time
			}
		}
		if !ok {
			return nil, bad
		}
	}
	return out, nil
}

// blank returns a zero row, from which the types of columns are read.
func blank[T any]() (row T) {
	if t := reflect.TypeFor[T](); t.Kind() == reflect.Pointer {
		row = reflect.New(t.Elem()).Interface().(T)
	}
	return row
}
