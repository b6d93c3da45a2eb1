package rulebook

import (
	"context"
	"fmt"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/calendar"
	"sineng/server/fault"
	"sineng/server/store"
	"sineng/server/timer"
)

// Repeal repeals a document from a day on, with all its editions.
type Repeal struct {
	DocumentID      int64
	ExpectedVersion int
	// From is the first day on which it holds no more.
	From   time.Time
	Reason string
	// ReviewWithinDays are the days within which what stands on it is looked at, from that day on.
	ReviewWithinDays int
}

// WithdrawRepeal takes back a repeal that is yet to come.
type WithdrawRepeal struct {
	DocumentID      int64
	ExpectedVersion int
}

func reasoned(text string) (string, *fault.Error) { return calendar.Reason(text) }

// Repeal repeals a document, or moves a repeal that is yet to come to another day. On that day, or at once where it has passed, what stands on the
// document is asked to be looked at.
func (s *Service) Repeal(ctx context.Context, in Repeal) (*ent.RulesDocument, error) {
	var bad fault.List
	reason, wrong := reasoned(in.Reason)
	if wrong != nil {
		bad.Add(wrong)
	}
	if wrong := within("reviewWithinDays", in.ReviewWithinDays); wrong != nil {
		bad.Add(wrong)
	}
	if in.From.After(s.store.Today().AddDate(mostAhead, 0, 0)) {
		bad.Add(fault.Bad("from", "OUT_OF_RANGE", fmt.Sprintf("废止日期应在今后 %d 年以内", mostAhead), fmt.Sprintf("It is repealed within %d years", mostAhead)))
	}
	if err := bad.Err(); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionRepealRules, Right: right, Reason: reason}, func(ctx context.Context, tx *ent.Tx) (*ent.RulesDocument, error) {
		d, editions, err := s.held(ctx, tx, in.DocumentID, in.ExpectedVersion, "documentId")
		if err != nil {
			return nil, err
		}
		if StateOn(d, s.store.Today()) == StateRepealed {
			return nil, repealed("documentId")
		}
		if wrong := repealable(editions, in.From); wrong != nil {
			return nil, wrong
		}
		if err := timer.Set(ctx, tx, dueRepeal, d.ID, store.StartOf(in.From)); err != nil {
			return nil, err
		}
		return s.save(ctx, tx, d, func(m *ent.RulesDocumentMutation) {
			m.SetRepealedFrom(in.From)
			m.SetRepealedReason(reason)
			m.SetRepealedReviewDays(in.ReviewWithinDays)
		})
	})
}

// repealable refuses a repeal of what never holds, or before the last edition has.
func repealable(editions []*ent.RulesEdition, from time.Time) *fault.Error {
	var last *ent.RulesEdition
	for _, e := range editions {
		if e.WithdrawnAt == nil && (last == nil || e.FromDay.After(last.FromDay)) {
			last = e
		}
	}
	switch {
	case last == nil:
		return fault.New(fault.InvalidTransition, "NO_EDITION", "documentId", "该文件没有施行的版本,无须废止", "This document has no edition to repeal")
	case !from.After(last.FromDay):
		on := last.FromDay.Format(time.DateOnly)
		return fault.Bad("from", "NOT_AFTER", fmt.Sprintf("第 %d 版自 %s 起施行,废止日期应晚于该日;尚未施行的版本可以先撤回", last.Revision, on),
			fmt.Sprintf("Edition %d is in force from %s: repeal it later, or withdraw one that is yet to come first", last.Revision, on))
	}
	return nil
}

// WithdrawRepeal takes back a repeal that is yet to come.
func (s *Service) WithdrawRepeal(ctx context.Context, in WithdrawRepeal) (*ent.RulesDocument, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionWithdrawRepeal, Right: right}, func(ctx context.Context, tx *ent.Tx) (*ent.RulesDocument, error) {
		d, _, err := s.held(ctx, tx, in.DocumentID, in.ExpectedVersion, "documentId")
		if err != nil {
			return nil, err
		}
		switch {
		case d.RepealedFrom == nil:
			return nil, fault.New(fault.InvalidTransition, "NOT_REPEALED", "documentId", "该文件没有待生效的废止", "This document is not to be repealed")
		case StateOn(d, s.store.Today()) == StateRepealed:
			return nil, repealed("documentId")
		}
		if err := timer.Cancel(ctx, tx, dueRepeal, d.ID); err != nil {
			return nil, err
		}
		return s.save(ctx, tx, d, func(m *ent.RulesDocumentMutation) {
			m.ClearRepealedFrom()
			m.SetRepealedReason("")
			m.SetRepealedReviewDays(0)
		})
	})
}
