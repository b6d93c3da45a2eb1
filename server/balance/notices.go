package balance

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"time"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/conflict"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/follow"
	"sineng/server/notice"
	"sineng/server/office"
	"sineng/server/store"
	"sineng/server/timer"
)

const (
	// endsWithin is how many days before its last day the acceptance of a conflict is reported.
	endsWithin = 30
	// noticeBatch is how many conflicts one transaction reports.
	noticeBatch = 500
)

// Notices registers the notices on conflicts. They go to those who settle conflicts of a unit, its head and its leader in charge, and name
// the unit and numbers alone: the page behind the link says the rest to who may see it.
func (s *Service) Notices() notice.Source {
	return notice.Source{
		Kinds: []notice.Kind{
			{Kind: term.NoticeKindConflictFound, Page: "/conflicts?unit={id}&severity=HIGH", ZH: "{subject}新发现 {count} 个严重制衡冲突,请处理",
				EN: "{count} grave conflicts of balance were found in {subject}: settle them"},
			{Kind: term.NoticeKindConflictReopened, Page: "/conflicts?unit={id}&state=OPEN", ZH: "{subject}有 {count} 个限期接受的制衡冲突已恢复为待处理",
				EN: "{count} accepted conflicts of balance in {subject} are open again"},
			{Kind: term.NoticeKindAcceptanceEnding, Page: "/conflicts?unit={id}&state=ACCEPTED", ZH: "{subject}有一个制衡冲突限期接受至 {due},请及时消除或重新申请",
				EN: "A conflict of balance in {subject} is accepted until {due}: settle it, or ask again"},
		},
		Answers: []notice.Answer{{With: s.notifyJudged, To: []term.AuditAction{term.AuditActionJudgeBalance}}},
		Clocks:  []notice.Clock{{Kind: "balance.acceptance-ending", With: s.notifyEnding}},
	}
}

// news are the conflicts of a unit of which an entry of the log tells the same.
type news struct {
	unit  int64
	kind  term.NoticeKind
	entry int64
}

// notifyJudged tells of grave conflicts that a judging has found and of those that are accepted no more: one notice for a unit and judging.
func (s *Service) notifyJudged(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	type told struct {
		kind  term.NoticeKind
		entry int64
	}
	tells := map[int64]told{} // by conflict, what was said of it last
	for _, e := range entries {
		for _, d := range e.Changes {
			if kind := newsOf(d); kind != "" {
				tells[d.ID] = told{kind, e.Index}
			}
		}
	}
	byUnit := map[news][]*ent.Conflict{}
	for ids := range slices.Chunk(slices.Sorted(maps.Keys(tells)), noticeBatch) {
		rows, err := b.Tx.Conflict.Query().Where(conflict.IDIn(ids...), conflict.StateEQ(term.ConflictStateOpen)).Order(conflict.ByID()).All(ctx)
		if err != nil {
			return err
		}
		for _, c := range rows {
			t := tells[c.ID]
			if t.kind == term.NoticeKindConflictReopened || c.Severity == 1 {
				k := news{c.UnitID, t.kind, t.entry}
				byUnit[k] = append(byUnit[k], c)
			}
		}
	}
	for k, rows := range byUnit {
		if err := s.notifySettlers(ctx, b, rows, notice.Notice{Kind: k.kind, Key: notice.Key(string(k.kind), k.unit, k.entry),
			Words: map[string]string{"count": strconv.Itoa(len(rows))}}); err != nil {
			return err
		}
	}
	return nil
}

// newsOf is what a change says of a conflict: that it was found, or is accepted no more; nothing for others.
func newsOf(d audit.Diff) term.NoticeKind {
	states, moved := d.Columns[conflict.FieldState]
	switch {
	case d.Type != ent.TypeConflict:
		return ""
	case moved && states[0] == string(term.ConflictStateAccepted):
		return term.NoticeKindConflictReopened
	case d.Op == store.RowCreated:
		return term.NoticeKindConflictFound
	}
	return ""
}

// notifySettlers tells those who settle the conflicts of one unit: who heads it and who is in charge of it; where they have a part in all of
// them, those above, who may decide on them.
func (s *Service) notifySettlers(ctx context.Context, b *notice.Batch, rows []*ent.Conflict, n notice.Notice) error {
	u, err := b.Tx.Unit.Get(ctx, rows[0].UnitID)
	if err != nil {
		return err
	}
	n.Object = u.ID
	n.Words["unit"] = u.Name
	own, err := s.inAll(ctx, b, rows)
	if err != nil {
		return err
	}
	told := map[int64]bool{}
	for _, role := range []term.Role{term.RoleDeptHead, term.RoleLeaderInCharge} {
		holders, err := b.Holders(ctx, role, u.Levels())
		if err != nil {
			return err
		}
		for _, id := range holders {
			told[id] = true
		}
	}
	for _, role := range []term.Role{term.RolePrincipalLeader, term.RoleLeadingGroup} {
		if len(notice.Except(slices.Collect(maps.Keys(told)), own...)) > 0 {
			break
		}
		holders, err := b.Holders(ctx, role, u.Levels(), own...)
		if err != nil {
			return err
		}
		for _, id := range holders {
			told[id] = true
		}
	}
	b.Notify(sorted(told), n)
	return nil
}

// inAll are the accounts of those who have a part in every one of some conflicts.
func (s *Service) inAll(ctx context.Context, b *notice.Batch, rows []*ent.Conflict) ([]int64, error) {
	var in []int64
	for i, c := range rows {
		people, err := partIn(ctx, b.Tx.Client(), c, b.Today)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			in = people
		}
		in = slices.DeleteFunc(in, func(id int64) bool { return !slices.Contains(people, id) })
		if len(in) == 0 {
			return nil, nil
		}
	}
	return b.Accounts(ctx, in...)
}

// partIn are those who have a part in a conflict: the people of its hand, and who holds the posts of a hand that is a post or a department.
func partIn(ctx context.Context, client *ent.Client, c *ent.Conflict, day time.Time) ([]int64, error) {
	f, err := findingOf(c)
	if err != nil {
		return nil, err
	}
	if people := f.Hand.People(); people != nil {
		return people, nil
	}
	var out []int64
	rows, err := client.Appointment.Query().Where(appointment.PostIDIn(f.Posts()...), office.InForce(day)).Order(appointment.ByID()).All(ctx)
	for _, r := range rows {
		out = append(out, r.PersonID)
	}
	return out, err
}

// notifyEnding tells of conflicts whose acceptance ends within a month, once for each acceptance.
func (s *Service) notifyEnding(ctx context.Context, b *notice.Batch, item *timer.Item) error {
	rows, err := b.Tx.Conflict.Query().Where(conflict.IDGT(item.Cursor), conflict.StateEQ(term.ConflictStateAccepted),
		conflict.AcceptedUntilGTE(b.Today), conflict.AcceptedUntilLTE(b.Today.AddDate(0, 0, endsWithin))).Order(conflict.ByID()).Limit(noticeBatch).All(ctx)
	if err != nil {
		return err
	}
	for _, c := range rows {
		until := c.AcceptedUntil.Format(time.DateOnly)
		if err := s.notifySettlers(ctx, b, []*ent.Conflict{c}, notice.Notice{Kind: term.NoticeKindAcceptanceEnding, Key: notice.Key("acceptance ending "+until, c.ID),
			Words: map[string]string{"due": until}}); err != nil {
			return err
		}
	}
	if len(rows) == noticeBatch {
		item.Continue(rows[len(rows)-1].ID)
	}
	return nil
}
