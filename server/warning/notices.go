package warning

import (
	"context"
	"maps"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/ent/warning"
	"sineng/ent/warningevent"
	"sineng/server/authz"
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
			{Kind: term.NoticeKindWarningRaised, Page: "/warnings/{id}", ZH: "{number}({colour}):{subject},{what},请于 {due} 前答复", EN: "{number} ({colour}): {subject}, {what}; answer by {due}",
				Many: many("/warnings?unit={id}", "新发出 {many} 份预警,最重为{colour},最早应于 {due} 前答复", "{many} warnings were raised, the gravest {colour}, the first to be answered by {due}")},
			{Kind: term.NoticeKindWarningEscalated, Page: "/warnings/{id}", ZH: "{number}({colour})逾期未办,现上报({tier}):{subject},{what}", EN: "{number} ({colour}) was not answered in time and went up ({tier}): {subject}, {what}",
				Many: many("/warnings?unit={id}", "有 {many} 份预警逾期未办,现上报,最重为{colour}", "{many} warnings were not answered in time and went up, the gravest {colour}")},
			{Kind: term.NoticeKindWarningAnswered, Page: "/warnings/{id}", ZH: "{number}已答复,请核实:{subject},{what}", EN: "{number} was answered and waits to be verified: {subject}, {what}",
				Many: many("/warnings?state=ANSWERED&unit={id}", "有 {many} 份预警已答复,请核实,最重为{colour}", "{many} warnings were answered and wait to be verified, the gravest {colour}")},
			{Kind: term.NoticeKindWarningReturned, Page: "/warnings/{id}", ZH: "{number}的答复被退回,请于 {due} 前重新答复:{subject},{what}", EN: "The answer of {number} was returned; answer anew by {due}: {subject}, {what}",
				Many: many("/warnings?unit={id}", "有 {many} 份预警的答复被退回,最重为{colour},最早应于 {due} 前重新答复", "The answers of {many} warnings were returned, the gravest {colour}; answer anew, the first by {due}")},
			{Kind: term.NoticeKindWarningLifted, Page: "/warnings/{id}", ZH: "{number}已解除:{subject},{what}", EN: "{number} is lifted: {subject}, {what}",
				Many: many("/warnings?state=LIFTED&unit={id}", "有 {many} 份预警已解除,最重为{colour}", "{many} warnings are lifted, the gravest {colour}")},
			{Kind: term.NoticeKindWarningDue, Page: "/warnings/{id}", ZH: "{number}应于 {due} 前答复,尚未答复:{subject},{what}", EN: "{number} is to be answered by {due}: {subject}, {what}",
				Many: many("/warnings?unit={id}", "有 {many} 份预警尚未答复,最重为{colour},最早应于 {due} 前答复", "{many} warnings are not answered yet, the gravest {colour}, the first to be answered by {due}")},
		},
		Words: map[string]notice.Word{"tier": notice.Label[term.Role], "colour": notice.Label[term.WarningColour], "what": notice.Label[term.WarningKind]},
		Answers: []notice.Answer{
			{With: s.notify, To: []term.AuditAction{term.AuditActionRaiseWarnings, term.AuditActionEscalateWarning, term.AuditActionAnswerWarning, term.AuditActionReturnWarning,
				term.AuditActionVerifyWarning, term.AuditActionLiftWarning}},
		},
		Clocks: []notice.Clock{{Kind: "warning.due", With: s.notifyDue, Back: soon}},
		Seen:   map[string]func(context.Context, []int64) ([]int64, error){warning.Table: s.seen},
	}
}

// seen are those of some warnings that the viewer sees.
func (s *Service) seen(ctx context.Context, ids []int64) ([]int64, error) {
	return s.store.Reader(ctx).Warning.Query().Where(warning.IDIn(ids...)).IDs(ctx)
}

// many is how notices on several warnings read, which name the gravest colour and the first day.
func many(page, zh, en string) *notice.Many {
	return &notice.Many{Page: page, ZH: zh, EN: en, Words: func(all []map[string]string) map[string]string {
		return map[string]string{"colour": notice.Gravest(all, "colour", term.WarningColour("").Values()), "due": notice.Earliest(all, "due")}
	}}
}

// notify tells of the events in entries of the log.
func (s *Service) notify(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	var ids []int64
	for _, e := range entries {
		ids = append(ids, e.Changed(ent.TypeWarningEvent)...)
	}
	for part := range slices.Chunk(ids, noticeBatch) {
		events, err := b.Tx.WarningEvent.Query().Where(warningevent.IDIn(part...)).WithWarning(func(q *ent.WarningQuery) { q.WithUnit() }).
			Order(warningevent.ByID()).All(ctx)
		if err != nil {
			return err
		}
		asks := make([]asking, len(events))
		for i, e := range events {
			asks[i] = asking{e.Edges.Warning, e.Tier, e.PersonID}
		}
		bureaus, err := readAsked(ctx, b, asks)
		if err != nil {
			return err
		}
		for _, e := range events {
			if err := s.tell(ctx, b, bureaus, e); err != nil {
				return err
			}
		}
	}
	return nil
}

// asking is a warning with who is asked.
type asking struct {
	w      *ent.Warning
	tier   term.Role
	person *int64
}

// readAsked reads who may be notified of warnings, of all together, and returns the names of the bureaus that number them.
func readAsked(ctx context.Context, b *notice.Batch, asks []asking) (map[int64]string, error) {
	var people, bureaus []int64
	var inspected []authz.Levels
	by := map[term.Role][]authz.Levels{}
	for _, a := range asks {
		at := a.w.Levels()
		bureaus, inspected = append(bureaus, a.w.BureauID), append(inspected, at)
		for _, id := range []*int64{a.person, a.w.PersonID, a.w.ConcernedID, a.w.AnswererID} {
			if id != nil {
				people = append(people, *id)
			}
		}
		if a.person == nil {
			by[a.tier] = append(by[a.tier], at)
		}
	}
	if _, err := b.AccountsOf(ctx, people); err != nil {
		return nil, err
	}
	if err := b.ReadHolders(ctx, inspected, term.RoleInspector); err != nil {
		return nil, err
	}
	for _, tier := range slices.Sorted(maps.Keys(by)) {
		if err := b.ReadHolders(ctx, by[tier], tier); err != nil {
			return nil, err
		}
	}
	rows, err := b.Tx.Unit.Query().Where(unit.IDIn(bureaus...)).Select(unit.FieldID, unit.FieldName).All(ctx)
	names := map[int64]string{}
	for _, u := range rows {
		names[u.ID] = u.Name
	}
	return names, err
}

// tell notifies of one event.
func (s *Service) tell(ctx context.Context, b *notice.Batch, bureaus map[int64]string, e *ent.WarningEvent) error {
	w := e.Edges.Warning
	n := notice.Notice{Object: w.ID, Key: notice.Key("warning", w.ID, e.Position), Words: words(w, bureaus, e.DueOn), At: w.Levels()}
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

// words are what the texts of notices name: nothing that tells what a row says. The number comes after the bureau that gave it, since
// others count from 1 too.
func words(w *ent.Warning, bureaus map[int64]string, due *time.Time) map[string]string {
	out := map[string]string{"unit": w.Edges.Unit.Name, "number": bureaus[w.BureauID] + " " + Number(w), "what": string(w.Kind), "colour": string(w.Colour), "due": ""}
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
	asks := make([]asking, len(rows))
	for i, w := range rows {
		asks[i] = asking{w, w.Tier, w.PersonID}
	}
	bureaus, err := readAsked(ctx, b, asks)
	if err != nil {
		return err
	}
	for _, w := range rows {
		n := notice.Notice{Kind: term.NoticeKindWarningDue, Object: w.ID, Key: notice.Key("warning due", w.ID, w.DueOn.Format(time.DateOnly)), Words: words(w, bureaus, w.DueOn), At: w.Levels()}
		if err := s.tellAsked(ctx, b, w, w.Tier, w.PersonID, n); err != nil {
			return err
		}
	}
	if len(rows) == noticeBatch {
		item.Continue(rows[len(rows)-1].ID)
	}
	return nil
}
