package audit

import (
	"context"
	"encoding/json"
	"slices"

	"sineng/ent"
	"sineng/ent/auditentry"
	"sineng/ent/audittouch"
	"sineng/ent/term"
	"sineng/server/audit/tlog"
)

// signIns are entries whose details say from where somebody came.
var signIns = []term.AuditAction{term.AuditActionSignIn, term.AuditActionRefuseSignIn, term.AuditActionSignOut, term.AuditActionEndSession}

// Erase removes from the log the texts of all changes of a person and of their account, and
// the addresses of their sign-ins; accountID is nil for none. The entries and their proofs
// remain. It returns what was erased, which the entry on the erasure must list. It finds only
// sequenced entries, so Sequence must run first. The caller decides who may be erased.
func Erase(ctx context.Context, tx *ent.Tx, personID int64, accountID *int64) ([]ErasedChange, error) {
	about := []int64{personID}
	if accountID != nil {
		about = append(about, *accountID)
	}
	var ids []int64
	err := tx.AuditTouch.Query().Where(audittouch.ObjectIDIn(about...)).Select(audittouch.FieldEntryID).Scan(ctx, &ids)
	if err != nil {
		return nil, err
	}
	if accountID != nil {
		own, err := tx.AuditEntry.Query().Where(auditentry.AccountID(*accountID), auditentry.ActionIn(signIns...)).IDs(ctx)
		if err != nil {
			return nil, err
		}
		ids = append(ids, own...)
	}
	slices.Sort(ids)
	var erased []ErasedChange
	for _, id := range slices.Compact(ids) {
		some, err := eraseFromEntry(ctx, tx, id, about)
		if err != nil {
			return nil, err
		}
		erased = append(erased, some...)
	}
	return erased, nil
}

func eraseFromEntry(ctx context.Context, tx *ent.Tx, id int64, about []int64) ([]ErasedChange, error) {
	row, err := tx.AuditEntry.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	e, err := Parse([]byte(row.Body))
	if err != nil {
		return nil, err
	}
	beside, err := tx.AuditText.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	texts := &Texts{}
	if err := json.Unmarshal([]byte(beside.Texts), texts); err != nil {
		return nil, err
	}
	var erased []ErasedChange
	for i, d := range e.Changes {
		if slices.Contains(about, d.ID) && i < len(texts.Changes) && texts.Changes[i] != nil {
			texts.Changes[i] = nil
			erased = append(erased, ErasedChange{tlog.IndexOf(id), i})
		}
	}
	if slices.Contains(signIns, e.Action) && slices.Contains(about, e.Actor.Account) && texts.Details != nil && len(e.Details) > 0 {
		texts.Details = nil
		erased = append(erased, ErasedChange{tlog.IndexOf(id), DetailsOf})
	}
	if len(erased) == 0 {
		return nil, nil
	}
	text, err := Encode(texts)
	if err != nil {
		return nil, err
	}
	return erased, tx.AuditText.UpdateOneID(id).SetTexts(string(text)).Exec(ctx)
}
