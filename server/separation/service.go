package separation

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/auditentry"
	"sineng/ent/audittext"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/audit/verify"
	"sineng/server/job"
	"sineng/server/store"
)

// Service says in the log since when the rules hold for a database, and finds breaches in it.
type Service struct{ store *store.Store }

// New returns the service.
func New(s *store.Store) *Service { return &Service{s} }

// holdEvery is how often the program looks whether the log says that its rules hold.
const holdEvery = 24 * time.Hour

// Workers say in the log that the rules hold, as soon as a program that knows them runs.
func (s *Service) Workers() []job.Worker {
	return []job.Worker{{Name: "separation.hold", Run: job.Every(holdEvery, s.Hold)}}
}

// Checks find the breaches.
func (s *Service) Checks() []verify.Check {
	return []verify.Check{{Name: "breaches of separation", Run: check}}
}

// detail is the text of an entry that lists the rules in force from it on.
const detail = "rules"

// Hold writes an entry that lists the rules that no entry lists yet.
func (s *Service) Hold(ctx context.Context) error {
	ctx = viewer.System(ctx)
	held, err := heldSince(ctx, s.store.Client)
	if err != nil {
		return err
	}
	var fresh []string
	for _, r := range Rules {
		if _, known := held[r]; !known {
			fresh = append(fresh, string(r))
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	return store.WithTx(ctx, s.store, func(ctx context.Context, _ *ent.Tx) error {
		return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionHoldSeparation, Details: map[string]string{detail: strings.Join(fresh, " ")}})
	})
}

// heldSince is the index of the entry since which each rule holds.
func heldSince(ctx context.Context, client *ent.Client) (map[Rule]int64, error) {
	rows, err := client.AuditEntry.Query().Where(auditentry.ActionEQ(term.AuditActionHoldSeparation)).Order(auditentry.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	out := map[Rule]int64{}
	for _, row := range rows {
		text, err := client.AuditText.Get(ctx, row.ID)
		if ent.IsNotFound(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		beside := &audit.Texts{}
		if json.Unmarshal([]byte(text.Texts), beside) != nil || beside.Details == nil {
			continue // the comparison of texts with the log reports it
		}
		for _, name := range strings.Fields(beside.Details.Text[detail]) {
			if _, known := out[Rule(name)]; !known {
				out[Rule(name)] = tlog.IndexOf(row.ID)
			}
		}
	}
	return out, nil
}

// beside are the actions that no rule reads.
var beside = []term.AuditAction{term.AuditActionReadRecord, term.AuditActionRefuseSignIn, term.AuditActionSignOut, term.AuditActionEndSession,
	term.AuditActionExport, term.AuditActionAttachFile, term.AuditActionRemoveFile, term.AuditActionSetNotices}

// scanBatch is how many entries are read at a time.
const scanBatch = 1000

// Read tells a book all entries of the log that have their place.
func Read(ctx context.Context, client *ent.Client, b *Book) error {
	for after := int64(0); ; {
		rows, err := client.AuditEntry.Query().Where(auditentry.IDGT(after), auditentry.ActionNotIn(beside...)).Order(auditentry.ByID()).Limit(scanBatch).All(ctx)
		if err != nil || len(rows) == 0 {
			return err
		}
		last := rows[len(rows)-1].ID
		kept, err := client.AuditText.Query().Where(audittext.IDGTE(rows[0].ID), audittext.IDLTE(last)).All(ctx)
		if err != nil {
			return err
		}
		texts := make(map[int64]string, len(kept))
		for _, t := range kept {
			texts[t.ID] = t.Texts
		}
		for _, row := range rows {
			a, err := ActOf(tlog.IndexOf(row.ID), []byte(row.Body), []byte(texts[row.ID]))
			if err != nil {
				continue // an entry that cannot be read is a finding of the log's own verification
			}
			b.Take(a)
		}
		after = last
	}
}

// check reports every breach. One that is older than its rule is listed apart.
func check(ctx context.Context, client *ent.Client) ([]verify.Finding, error) {
	since, err := heldSince(ctx, client)
	if err != nil {
		return nil, err
	}
	b := NewBook()
	if err := Read(ctx, client, b); err != nil {
		return nil, err
	}
	var out []verify.Finding
	for _, breach := range b.Breaches() {
		from, held := since[breach.Rule]
		out = append(out, breach.finding(!held || breach.Entry < from))
	}
	// Those that fail a verification come first.
	slices.SortStableFunc(out, func(a, b verify.Finding) int { return bit(a.Past) - bit(b.Past) })
	return out, nil
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}
