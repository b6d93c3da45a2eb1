package store_test

import (
	"context"
	"fmt"
	"testing"

	"sineng/ent/term"
	"sineng/server/store"
	"sineng/server/testkit"
)

// A risk point had one type; as a set of one type it is written alike, so that the log's commitment to its
// row holds, and it may have all of them afterwards.
func TestARiskPointOfAnOlderDatabaseKeepsItsTypeAndMayHaveSeveral(t *testing.T) {
	testkit.Empty(t, func(t *testing.T, url string) {
		s, ctx := open(t, url), testkit.System()
		if err := s.MigrateTo(ctx, 20261130110842); err != nil {
			t.Fatal(err)
		}
		write := func(query string, args ...any) {
			t.Helper()
			if _, err := s.Client.ExecContext(context.Background(), query, args...); err != nil {
				t.Fatal(err)
			}
		}
		write("INSERT INTO units (id, created_at, updated_at, l1, code, name, kind, level) VALUES (1, '2026-01-01', '2026-01-01', 1, 'B01', '市局', 'BUREAU', 1)")
		old := []term.RiskType{term.RiskTypeMoral, term.RiskTypeInstitution, term.RiskTypeDuty, term.RiskTypeEnvironment}
		for i, of := range old {
			write("INSERT INTO risk_points (id, created_at, updated_at, l1, title, risk_type, status, manifestation, consequence, likelihood, severity, found_by, unit_id)"+
				" VALUES (?, '2026-01-01', '2026-01-01', 1, '风险', ?, 'PROPOSED', '表现', 'MINOR', 1, 1, '[]', 1)", i+1, string(of))
		}
		if _, err := s.Migrate(ctx); err != nil {
			t.Fatal(err)
		}
		for i, of := range old {
			r := s.Client.RiskPoint.GetX(ctx, int64(i+1))
			if r.RiskTypes != term.RiskTypes(of) || !r.RiskTypes.Valid() {
				t.Errorf("%s became %q", of, r.RiskTypes)
			}
			covered := store.Columns(r)
			if _, other := covered["risk_types"]; other || fmt.Sprint(covered["risk_type"]) != string(of) {
				t.Errorf("the log now covers %v", covered)
			}
		}
		for _, set := range term.RiskTypes("").Values() {
			write("UPDATE risk_points SET risk_type = ? WHERE id = 1", set)
			if got := s.Client.RiskPoint.GetX(ctx, 1).RiskTypes; got != term.RiskTypes(set) {
				t.Errorf("%q is kept as %q", set, got)
			}
		}
	})
}
