package warning

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/warning"
	"sineng/ent/warningevent"
	"sineng/server/follow"
	"sineng/server/notice"
	"sineng/server/timer"
)

const (
	// noticeBatch is how many warnings one transaction reminds of.
	noticeBatch = 500
	// soon is how many days before its last day a warning is reminded of.
	soon = 1
)

// Notices registers the notices on warnings.
func (s *Service) Notices() notice.Source {
	return notice.Source{
		Kinds: []notice.Kind{
			{Kind: term.NoticeKindWarningRaised, Page: "/warnings/{id}", ZH: "{number}({colour}):{subject},{what},请于 {due} 前答复", EN: "{number} ({colour}): {subject}, {what}; answer by {due}"},
			{Kind: term.NoticeKindWarningEscalated, Page: "/warnings/{id}", ZH: "{number}({colour})逾期未办,现上报({tier}):{subject},{what}", EN: "{number} ({colour}) was not answered in time and went up ({tier}): {subject}, {what}"},
			{Kind: term.NoticeKindWarningAnswered, Page: "/warnings/{id}", ZH: "{number}已答复,请核实:{subject},{what}", EN: "{number} was answered and waits to be verified: {subject}, {what}"},
			{Kind: term.NoticeKindWarningReturned, Page: "/warnings/{id}", ZH: "{number}的答复被退回,请于 {due} 前重新答复:{subject},{what}", EN: "The answer of {number} was returned; answer anew by {due}: {subject}, {what}"},
			{Kind: term.NoticeKindWarningLifted, Page: "/warnings/{id}", ZH: "{number}已解除:{subject},{what}", EN: "{number} is lifted: {subject}, {what}"},
			{Kind: term.NoticeKindWarningDue, Page: "/warnings/{id}", ZH: "{number}应于 {due} 前答复,尚未答复:{subject},{what}", EN: "{number} is to be answered by {due}: {subject}, {what}"},
		},
		Words: map[string]notice.Word{"tier": notice.Label[term.Role], "colour": notice.Label[term.WarningColour], "what": notice.Label[term.WarningKind]},
		Answers: []notice.Answer{
			{With: s.notify, To: []term.AuditAction{term.AuditActionRaiseWarnings, term.AuditActionEscalateWarning, term.AuditActionAnswerWarning, term.AuditActionReturnWarning,
				term.AuditActionVerifyWarning, term.AuditActionLiftWarning}},
		},
		Clocks: []notice.Clock{{Kind: "warning.due", With: s.notifyDue}},
		Seen:   map[string]func(context.Context, []int64) ([]int64, error){warning.Table: s.seen},
	}
}

// seen are those of some warnings that the viewer sees.
func (s *Service) seen(ctx context.Context, ids []int64) ([]int64, error) {
	return s.store.Reader(ctx).Warning.Query().Where(warning.IDIn(ids...)).IDs(ctx)
}

// notify tells of the events in entries of the log.
func (s *Service) notify(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	for _, e := range entries {
		var ids []int64
		for _, d := range e.Changes {
			if d.Type == ent.TypeWarningEvent {
				ids = append(ids, d.ID)
			}
		}
		for part := range slices.Chunk(ids, noticeBatch) {
			events, err := b.Tx.WarningEvent.Query().Where(warningevent.IDIn(part...)).WithWarning(func(q *ent.WarningQuery) { q.WithUnit() }).
				Order(warningevent.ByID()).All(ctx)
			if err != nil {
				return err
			}
			for _, ev := range events {
				if err := s.tell(ctx, b, ev); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// tell notifies of one event.
func (s *Service) tell(ctx context.Context, b *notice.Batch, e *ent.WarningEvent) error {
	w := e.Edges.Warning
	n := notice.Notice{Object: w.ID, Key: notice.Key("warning", w.ID, e.Position), Words: words(w, e.DueOn)}
	n.Words["colour"] = string(e.Colour)
	switch e.Kind {
	case term.WarningEventKindRaise, term.WarningEventKindReaddress, term.WarningEventKindWorsen:
		n.Kind = term.NoticeKindWarningRaised
		if e.Colour != term.WarningColourRed {
			return s.tellAsked(ctx, b, w, e.Tier, e.PersonID, n)
		}
		if err := s.tellAsked(ctx, b, w, e.Tier, e.PersonID, n); err != nil {
			return err
		}
		return s.tellInspectors(ctx, b, w, n)
	case term.WarningEventKindEscalate:
		n.Kind = term.NoticeKindWarningEscalated
		n.Words["tier"] = string(e.Tier)
		if err := s.tellAsked(ctx, b, w, e.Tier, e.PersonID, n); err != nil {
			return err
		}
		return s.tellInspectors(ctx, b, w, n)
	case term.WarningEventKindReturn:
		n.Kind = term.NoticeKindWarningReturned
		return s.tellAsked(ctx, b, w, e.Tier, e.PersonID, n)
	case term.WarningEventKindLift:
		n.Kind = term.NoticeKindWarningLifted
		return s.tellAsked(ctx, b, w, e.Tier, e.PersonID, n)
	case term.WarningEventKindAnswer:
		n.Kind = term.NoticeKindWarningAnswered
		return s.tellInspectors(ctx, b, w, n)
	}
	return nil
}

// tellAsked notifies who is asked: the person, or all who hold the tier where nobody in particular is.
func (s *Service) tellAsked(ctx context.Context, b *notice.Batch, w *ent.Warning, tier term.Role, person *int64, n notice.Notice) error {
	if person != nil {
		accounts, err := b.Accounts(ctx, *person)
		b.Notify(accounts, n)
		return err
	}
	but, err := b.Accounts(ctx, value(w.ConcernedID))
	if err != nil {
		return err
	}
	holders, err := b.Holders(ctx, tier, w.Levels(), but...)
	b.Notify(holders, n)
	return err
}

// tellInspectors notifies inspectors, but whom the warning concerns or is addressed to.
func (s *Service) tellInspectors(ctx context.Context, b *notice.Batch, w *ent.Warning, n notice.Notice) error {
	but, err := b.Accounts(ctx, value(w.ConcernedID), value(w.PersonID), value(w.AnswererID))
	if err != nil {
		return err
	}
	holders, err := b.Holders(ctx, term.RoleInspector, w.Levels(), but...)
	b.Notify(holders, n)
	return err
}

// words are what the texts of notices name: nothing that tells what a row says.
func words(w *ent.Warning, due *time.Time) map[string]string {
	out := map[string]string{"unit": w.Edges.Unit.Name, "number": Number(w), "what": string(w.Kind), "colour": string(w.Colour), "due": ""}
	if due != nil {
		out["due"] = due.Format(time.DateOnly)
	}
	return out
}

// notifyDue reminds who is asked of warnings whose last day is near, once for each last day.
func (s *Service) notifyDue(ctx context.Context, b *notice.Batch, item *timer.Item) error {
	rows, err := b.Tx.Warning.Query().Where(warning.IDGT(item.Cursor), warning.StateIn(asked...), warning.DueOnGTE(b.Today), warning.DueOnLTE(b.Today.AddDate(0, 0, soon))).
		WithUnit().Order(warning.ByID()).Limit(noticeBatch).All(ctx)
	if err != nil {
		return err
	}
	for _, w := range rows {
		n := notice.Notice{Kind: term.NoticeKindWarningDue, Object: w.ID, Key: notice.Key("warning due", w.ID, w.DueOn.Format(time.DateOnly)), Words: words(w, w.DueOn)}
		if err := s.tellAsked(ctx, b, w, w.Tier, w.PersonID, n); err != nil {
			return err
		}
	}
	if len(rows) == noticeBatch {
		item.Continue(rows[len(rows)-1].ID)
	}
	return nil
}
