package audit

import (
	"reflect"
	"testing"

	"sineng/ent"
	"sineng/ent/migrate"
	"sineng/server/store"
)

func TestTheLogAnswersForEveryTableButThoseThatAreNamed(t *testing.T) {
	known := map[string]bool{}
	for _, e := range logged {
		known[e.table] = true
	}
	for _, edges := range linkTables {
		for _, l := range edges {
			known[l.table] = true
		}
	}
	client := reflect.TypeFor[ent.Client]()
	for _, table := range migrate.Tables {
		if known[table.Name] {
			continue
		}
		unlogged := false
		for i := range client.NumField() {
			name := client.Field(i).Name
			unlogged = unlogged || store.Unlogged(name) && entitiesTable(name) == table.Name
		}
		if !unlogged {
			t.Errorf("the log knows nothing of %s: give it a line in entities.go, or name it in store", table.Name)
		}
	}
	for name := range logged {
		if store.Unlogged(name) {
			t.Errorf("%s is both logged and not", name)
		}
	}
}

// entitiesTable is the table of an entity that is not logged.
func entitiesTable(name string) string {
	return map[string]string{ent.TypeSession: "sessions", ent.TypeSignInFailure: "sign_in_failures", ent.TypeRiskCount: "risk_counts",
		ent.TypeRiskCountDelta: "risk_count_delta", ent.TypeAuditInbox: "audit_inbox", ent.TypeAuditEntry: "audit_entries",
		ent.TypeAuditText: "audit_texts", ent.TypeAuditTouch: "audit_touches", ent.TypeAuditHash: "audit_hashes",
		ent.TypeAuditCheckpoint: "audit_checkpoints", ent.TypeAuditWitness: "audit_witnesses", ent.TypeWitnessedLog: "witnessed_logs",
		ent.TypeFormDraft: "form_drafts", ent.TypeFormSnapshot: "form_snapshots", ent.TypeJob: "jobs", ent.TypeDueItem: "due_items", ent.TypeLogCursor: "log_cursors",
		ent.TypeNotice: "notices", ent.TypeNoticeDelivery: "notice_deliveries", ent.TypeFingerprint: "fingerprints"}[name]
}
