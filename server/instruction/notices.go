package instruction

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/instruction"
	"sineng/ent/instructionevent"
	"sineng/ent/term"
	"sineng/server/follow"
	"sineng/server/notice"
	"sineng/server/timer"
)

const (
	// noticeBatch is how many instructions one transaction reminds of.
	noticeBatch = 500
	// soon is how many days before its last day an instruction is reminded of.
	soon = 3
)

// Notices registers the notices on instructions.
func (s *Service) Notices() notice.Source {
	const page = "/instructions/{id}"
	return notice.Source{
		Kinds: []notice.Kind{
			{Kind: term.NoticeKindInstructionGiven, Page: page, ZH: "{giver}下达{number},请于 {due} 前办结:{subject}", EN: "{giver} gave {number}, to be done by {due}: {subject}"},
			{Kind: term.NoticeKindInstructionEscalated, Page: page, ZH: "{number}逾期未办,现上报({role}):{subject}", EN: "{number} is late and went up ({role}): {subject}",
				Many: many("/instructions?late=yes&unit={id}", "有 {many} 项督办逾期未办,现上报,最早应于 {due} 前办结", "{many} instructions are late and went up, the first was to be done by {due}")},
			{Kind: term.NoticeKindInstructionAnswered, Page: page, ZH: "{number}已答复:{subject}", EN: "{number} was answered: {subject}"},
			{Kind: term.NoticeKindInstructionReported, Page: page, ZH: "{number}已报结,请验收:{subject}", EN: "{number} was reported done and waits to be accepted: {subject}",
				Many: many("/instructions?state=REPORTED&unit={id}", "有 {many} 项督办已报结,请验收", "{many} instructions were reported done and wait to be accepted")},
			{Kind: term.NoticeKindInstructionReturned, Page: page, ZH: "{number}被退回,请于 {due} 前办结:{subject}", EN: "{number} was returned, to be done by {due}: {subject}"},
			{Kind: term.NoticeKindInstructionClosed, Page: page, ZH: "{number}已结束({ending}):{subject}", EN: "{number} is over ({ending}): {subject}"},
			{Kind: term.NoticeKindInstructionDue, Page: page, ZH: "{number}应于 {due} 前办结:{subject}", EN: "{number} is to be done by {due}: {subject}",
				Many: many("/instructions", "有 {many} 项督办尚未办结,最早应于 {due} 前办结", "{many} instructions are not done yet, the first is to be done by {due}")},
		},
		Words: map[string]notice.Word{"role": notice.Label[term.Role], "ending": notice.Label[term.InstructionState]},
		Answers: []notice.Answer{{With: s.notify, To: []term.AuditAction{term.AuditActionGiveInstruction, term.AuditActionAnswerInstruction, term.AuditActionReportInstruction,
			term.AuditActionAcceptInstruction, term.AuditActionReturnInstruction, term.AuditActionExtendInstruction, term.AuditActionWithdrawInstruction,
			term.AuditActionEscalateInstruction, term.AuditActionReaddressInstruction}}},
		Clocks: []notice.Clock{{Kind: "instruction.due", With: s.notifyDue, Back: soon}},
		Seen:   map[string]func(context.Context, []int64) ([]int64, error){instruction.Table: s.seen},
	}
}

// many is how notices on several instructions read, which name the first day.
func many(page, zh, en string) *notice.Many {
	return &notice.Many{Page: page, ZH: zh, EN: en, Words: func(all []map[string]string) map[string]string {
		return map[string]string{"due": notice.Earliest(all, "due")}
	}}
}

// seen are those of some instructions that the viewer sees.
func (s *Service) seen(ctx context.Context, ids []int64) ([]int64, error) {
	return s.store.Reader(ctx).Instruction.Query().Where(instruction.IDIn(ids...)).IDs(ctx)
}

// notify tells of the events in entries of the log.
func (s *Service) notify(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	var ids []int64
	for _, e := range entries {
		ids = append(ids, e.Changed(ent.TypeInstructionEvent)...)
	}
	for part := range slices.Chunk(ids, noticeBatch) {
		events, err := b.Tx.InstructionEvent.Query().Where(instructionevent.IDIn(part...)).WithInstruction(func(q *ent.InstructionQuery) { q.WithUnit() }).
			Order(instructionevent.ByID()).All(ctx)
		if err != nil {
			return err
		}
		for _, e := range events {
			if err := s.tell(ctx, b, e); err != nil {
				return err
			}
		}
	}
	return nil
}

// tell notifies of one event: who is asked of what is asked, who gave it of what became of it, and of what went up those above, who
// gave it and the inspectors.
func (s *Service) tell(ctx context.Context, b *notice.Batch, e *ent.InstructionEvent) error {
	i := e.Edges.Instruction
	n := notice.Notice{Object: i.ID, Key: notice.Key("instruction", i.ID, e.Position), Words: words(i, e.DueOn)}
	switch e.Kind {
	case term.InstructionEventKindOrder, term.InstructionEventKindReaddress:
		n.Kind = term.NoticeKindInstructionGiven
		return tellPerson(ctx, b, value(e.PersonID), n)
	case term.InstructionEventKindExtend:
		n.Kind = term.NoticeKindInstructionDue
		return tellPerson(ctx, b, i.PersonID, n)
	case term.InstructionEventKindReturn:
		n.Kind = term.NoticeKindInstructionReturned
		return tellPerson(ctx, b, i.PersonID, n)
	case term.InstructionEventKindAnswer:
		n.Kind = term.NoticeKindInstructionAnswered
		return tellPerson(ctx, b, i.GiverID, n)
	case term.InstructionEventKindReport, term.InstructionEventKindRemind:
		n.Kind = term.NoticeKindInstructionReported
		return s.tellSteering(ctx, b, i, e.Kind == term.InstructionEventKindRemind, n)
	case term.InstructionEventKindAccept, term.InstructionEventKindWithdraw:
		n.Kind = term.NoticeKindInstructionClosed
		n.Words["ending"] = string(closedBy[e.Kind])
		return tellPerson(ctx, b, i.PersonID, n)
	case term.InstructionEventKindEscalate:
		n.Kind = term.NoticeKindInstructionEscalated
		n.Words["role"] = string(e.Tier)
		return s.tellUp(ctx, b, i, e, n)
	}
	return nil
}

// closedBy are the states to which events close an instruction.
var closedBy = map[term.InstructionEventKind]term.InstructionState{
	term.InstructionEventKindAccept: term.InstructionStateAccepted, term.InstructionEventKindWithdraw: term.InstructionStateWithdrawn,
}

func tellPerson(ctx context.Context, b *notice.Batch, person int64, n notice.Notice) error {
	accounts, err := b.Accounts(ctx, person)
	b.Notify(accounts, n)
	return err
}

// tellSteering notifies who accepts: who gave it and to whom it went up, and, when it has waited for long, the inspectors.
func (s *Service) tellSteering(ctx context.Context, b *notice.Batch, i *ent.Instruction, reminded bool, n notice.Notice) error {
	accounts, err := b.Accounts(ctx, i.GiverID, value(i.UpPersonID))
	if err != nil {
		return err
	}
	if b.Notify(accounts, n); !reminded {
		return nil
	}
	return s.tellInspectors(ctx, b, i, n)
}

// tellUp notifies to whom it went up, or all who hold the tier where that is nobody in particular, who gave it, and the inspectors.
func (s *Service) tellUp(ctx context.Context, b *notice.Batch, i *ent.Instruction, e *ent.InstructionEvent, n notice.Notice) error {
	accounts, err := b.Accounts(ctx, i.GiverID, value(e.PersonID))
	if err != nil {
		return err
	}
	if e.PersonID == nil {
		but, err := b.Accounts(ctx, i.PersonID)
		if err != nil {
			return err
		}
		holders, err := b.Holders(ctx, e.Tier, i.Levels(), but...)
		if err != nil {
			return err
		}
		accounts = append(accounts, holders...)
	}
	b.Notify(accounts, n)
	return s.tellInspectors(ctx, b, i, n)
}

// tellInspectors notifies inspectors, but who is asked.
func (s *Service) tellInspectors(ctx context.Context, b *notice.Batch, i *ent.Instruction, n notice.Notice) error {
	but, err := b.Accounts(ctx, i.PersonID, i.GiverID, value(i.UpPersonID))
	if err != nil {
		return err
	}
	holders, err := b.Holders(ctx, term.RoleInspector, i.Levels(), but...)
	b.Notify(holders, n)
	return err
}

// words are what the texts of notices name: nothing that tells what is asked.
func words(i *ent.Instruction, due time.Time) map[string]string {
	return map[string]string{"unit": i.Edges.Unit.Name, "number": Number(i), "giver": i.GiverName, "due": due.Format(time.DateOnly)}
}

// notifyDue reminds who is asked of instructions whose last day is near, once for each last day.
func (s *Service) notifyDue(ctx context.Context, b *notice.Batch, item *timer.Item) error {
	rows, err := b.Tx.Instruction.Query().Where(instruction.IDGT(item.Cursor), instruction.StateIn(waiting...), instruction.DueOnGTE(b.Today), instruction.DueOnLTE(b.Today.AddDate(0, 0, soon))).
		WithUnit().Order(instruction.ByID()).Limit(noticeBatch).All(ctx)
	if err != nil {
		return err
	}
	for _, i := range rows {
		n := notice.Notice{Kind: term.NoticeKindInstructionDue, Object: i.ID, Key: notice.Key("instruction due", i.ID, i.DueOn.Format(time.DateOnly)), Words: words(i, i.DueOn)}
		if err := tellPerson(ctx, b, i.PersonID, n); err != nil {
			return err
		}
	}
	if len(rows) == noticeBatch {
		item.Continue(rows[len(rows)-1].ID)
	}
	return nil
}
