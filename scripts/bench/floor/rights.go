package main

import (
	"database/sql"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// scope is what a session may see and change: the subtrees of units. The bare floor has none and
// restricts nothing.
type scope struct {
	person int64
	roots  []root
}

type root struct {
	unit  int64
	level int
}

const sessionOf = `SELECT a.person_id, r.unit_id, r.level FROM f_sessions s JOIN f_accounts a ON a.id = s.account_id AND a.disabled = 0
	LEFT JOIN f_roles r ON r.account_id = a.id AND r.from_day <= ? AND (r.to_day IS NULL OR r.to_day >= ?) WHERE s.token_hash = ? AND s.expires_at > ?`

// session looks up the session of a request with the roles in force today.
func (s *server) session(r *http.Request) (*scope, error) {
	cookie, err := r.Cookie("session")
	if err != nil {
		return nil, errors.New("no session")
	}
	now := time.Now()
	today := now.UTC().Format(time.DateOnly)
	out := &scope{}
	err = s.each(r.Context(), sessionOf, []any{today, today, hashOf(cookie.Value), now.Unix()}, func(rows *sql.Rows) error {
		var person, unit, level sql.NullInt64
		if err := rows.Scan(&person, &unit, &level); err != nil {
			return err
		}
		out.person = person.Int64
		if unit.Valid {
			out.roots = append(out.roots, root{unit.Int64, int(level.Int64)})
		}
		return nil
	})
	if err == nil && len(out.roots) == 0 {
		err = errors.New("the session has no rights")
	}
	return out, err
}

// within is the condition that the rows of a table stand below one of the roots, to follow others.
func (w *scope) within(table string, args *[]any) string {
	if len(w.roots) == 0 {
		return ""
	}
	var b strings.Builder
	for i, r := range w.roots {
		if i > 0 {
			b.WriteString(" OR ")
		}
		fmt.Fprintf(&b, "%s.l%d = ?", table, r.level)
		*args = append(*args, r.unit)
	}
	return " AND (" + b.String() + ")"
}
