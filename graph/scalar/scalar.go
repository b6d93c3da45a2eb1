// Package scalar says how ids, days, moments, decimal numbers and grades are written in the API.
package scalar

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/store"
)

// Ids are the database's keys, which are unique over all entities, in base 36 behind a
// letter, so that nobody takes them for numbers to count with.
const IDPrefix = store.IDPrefix

// MarshalID writes an id.
func MarshalID(id int64) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(EncodeID(id))) })
}

// EncodeID is the opaque form of a key.
func EncodeID(id int64) string { return store.EncodeID(id) }

// UnmarshalID reads an id. One that no object can have reads as 0, which no row has, so
// that it is answered like any other unknown id.
func UnmarshalID(v any) (int64, error) {
	s, ok := v.(string)
	if !ok {
		return 0, fault.Bad("id", "BAD_ID", "编号格式不正确", "An id is a text as the API gave it")
	}
	if len(s) < 2 || s[:1] != IDPrefix {
		return 0, nil
	}
	id, err := strconv.ParseInt(s[1:], 36, 64)
	if err != nil {
		return 0, nil
	}
	return id, nil
}

// MarshalDate writes a day.
func MarshalDate(t time.Time) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { _, _ = fmt.Fprintf(w, "%q", t.Format(time.DateOnly)) })
}

// UnmarshalDate reads a day between 1900 and 2200.
func UnmarshalDate(v any) (time.Time, error) {
	s, _ := v.(string)
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1900 || t.Year() > 2200 {
		return t, fault.Bad("", "BAD_DATE", "日期格式应为 2026-03-31", "A day is written 2026-03-31")
	}
	return t, nil
}

// MarshalGrade writes a grade; one that is not decided is null.
func MarshalGrade(g term.Grade) graphql.Marshaler {
	if g == term.Ungraded || g == "" {
		return graphql.Null
	}
	return graphql.MarshalString(string(g))
}

// UnmarshalGrade reads a grade; null, where it is allowed, is one that is not decided.
func UnmarshalGrade(v any) (term.Grade, error) {
	if v == nil {
		return term.Ungraded, nil
	}
	s, ok := v.(string)
	if g := term.Grade(s); ok && (g == term.GradeA || g == term.GradeB || g == term.GradeC) {
		return g, nil
	}
	return "", fault.Bad("", "BAD_GRADE", "等级应为 A、B 或 C", "A grade is A, B or C")
}
