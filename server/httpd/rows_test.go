package httpd_test

import (
	"fmt"
	"testing"
)

// What waits on the rows of a list is read for all of them at once.
func TestWhatWaitsOnRowsIsReadAtOnce(t *testing.T) {
	s := newTwoSides(t)
	who := s.strong[0]
	statements := func(first int) int {
		t.Helper()
		query := fmt.Sprintf("query{riskPoints(first:%d){nodes{id retirementAct{id}}}}", first)
		run(t, s.db, s.server, who, query, true) // fills what is kept in memory
		s.db.Statements.Reset()
		if res := run(t, s.db, s.server, who, query, true); len(res.Errors) > 0 {
			t.Fatal(said(res))
		}
		return len(s.db.Statements.All())
	}
	if one, many := statements(1), statements(4); many > one {
		t.Errorf("%d statements for one row, %d for four", one, many)
	}
}
