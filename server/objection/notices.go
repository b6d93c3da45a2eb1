package objection

import (
	"context"
	"fmt"
	"time"

	"sineng/ent"
	"sineng/ent/objection"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/server/follow"
	"sineng/server/notice"
	"sineng/server/timer"
)

const (
	// dueWithin is how many days before its deadline an objection is reported as due soon.
	dueWithin = 3
	// remindEvery is the number of days after which an overdue objection is reported again.
	remindEvery = 7
	// noticeBatch is how many objections one transaction handles.
	noticeBatch = 500
)

// Notices registers the notices on objections.
func (s *Service) Notices() notice.Source {
	return notice.Source{
		Kinds: []notice.Kind{
			{Kind: term.NoticeKindObjectionRaised, Page: "/objections", ZH: "{subject}有一件申诉待您答复,期限 {due}", EN: "An objection in {subject} waits for your answer by {due}"},
			{Kind: term.NoticeKindObjectionDue, Page: "/objections", ZH: "{subject}有一件申诉将于 {due} 到期,请及时答复", EN: "An objection in {subject} is to be answered by {due}"},
			{Kind: term.NoticeKindObjectionOverdue, Page: "/objections", ZH: "{subject}有一件申诉已于 {due} 到期,逾期 {days} 天仍未答复",
				EN: "An objection in {subject} was to be answered by {due} and is {days} days late"},
			{Kind: term.NoticeKindObjectionWithdrawn, Page: "/objections", ZH: "{subject}有一件待答复的申诉已由申诉人撤回",
				EN: "An objection in {subject} that waited for an answer was withdrawn by who raised it"},
			{Kind: term.NoticeKindObjectionAnswered, Page: "/my-record", ZH: "您的申诉已有答复", EN: "Your objection was answered"},
		},
		Answers: []notice.Answer{{With: s.notify, To: []term.AuditAction{term.AuditActionRaiseObjection, term.AuditActionAnswerObjection, term.AuditActionWithdrawObjection}}},
		Clocks:  []notice.Clock{{Kind: "objection.due", With: s.notifyDue}, {Kind: "objection.overdue", With: s.notifyOverdue}},
		Seen:    map[string]func(context.Context, []int64) ([]int64, error){objection.Table: s.seen},
	}
}

// seen returns those of the ids whose objections the viewer may see.
func (s *Service) seen(ctx context.Context, ids []int64) ([]int64, error) {
	return s.store.Reader(ctx).Objection.Query().Where(objection.IDIn(ids...)).IDs(ctx)
}

// noticeWords are the parameters of a notice on an objection. The objector's name is not among
// them; the page behind the link shows it to those who may see it.
func noticeWords(o *ent.Objection) map[string]string {
	return map[string]string{"unit": o.Edges.Unit.Name, "due": o.DueOn.Format(time.DateOnly)}
}

// notify notifies of objections according to their present state: those who may answer, that
// one was raised or withdrawn, and the objector, that it was answered.
func (s *Service) notify(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	var ids []int64
	actors := map[int64]int64{}
	for _, e := range entries {
		for _, id := range e.Changed(ent.TypeObjection) {
			ids, actors[id] = append(ids, id), e.Actor.Account
		}
	}
	rows, err := b.Tx.Objection.Query().Where(objection.IDIn(ids...)).Order(objection.ByID()).WithUnit().All(ctx)
	if err != nil {
		return err
	}
	for _, o := range rows {
		switch o.State {
		case term.ObjectionStateRaised:
			err = s.notifyAnswerers(ctx, b, o, term.NoticeKindObjectionRaised, "objection", actors[o.ID], o.Tier)
		case term.ObjectionStateWithdrawn:
			err = s.notifyAnswerers(ctx, b, o, term.NoticeKindObjectionWithdrawn, "withdrawn", actors[o.ID], o.Tier)
		case term.ObjectionStateAnswered:
			err = notifyObjector(ctx, b, o)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// notifyAnswerers notifies those who may answer an objection: holders of a sufficient role,
// except the objector and whoever recorded or decided what it is about.
func (s *Service) notifyAnswerers(ctx context.Context, b *notice.Batch, o *ent.Objection, kind term.NoticeKind, key string, actor int64, roles ...term.Role) error {
	people, passed, err := s.Concerned(ctx, b.Tx.Client(), o)
	if err != nil {
		return err
	}
	own, err := b.Accounts(ctx, people...)
	if err != nil {
		return err
	}
	passed = append(append(passed, own...), actor)
	words := noticeWords(o)
	if kind == term.NoticeKindObjectionOverdue {
		words["days"] = fmt.Sprint(daysLate(o, b.Today))
	}
	for _, role := range roles {
		holders, err := b.Holders(ctx, role, o.Levels(), passed...)
		if err != nil {
			return err
		}
		b.Notify(holders, notice.Notice{Kind: kind, Object: o.ID, Key: notice.Key(key, o.ID), Words: words})
	}
	return nil
}

func notifyObjector(ctx context.Context, b *notice.Batch, o *ent.Objection) error {
	if o.PersonID == nil {
		return nil
	}
	accounts, err := b.Accounts(ctx, *o.PersonID)
	b.Notify(accounts, notice.Notice{Kind: term.NoticeKindObjectionAnswered, Object: o.ID, Key: notice.Key("answered", o.ID),
		Words: map[string]string{"unit": o.Edges.Unit.Name}})
	return err
}

// notifyDue notifies the answerers of objections whose deadline is near.
func (s *Service) notifyDue(ctx context.Context, b *notice.Batch, item *timer.Item) error {
	soon := objection.And(objection.DueOnGTE(b.Today), objection.DueOnLTE(b.Today.AddDate(0, 0, dueWithin)))
	return eachRaised(ctx, b, item, soon, func(o *ent.Objection) error {
		return s.notifyAnswerers(ctx, b, o, term.NoticeKindObjectionDue, "objection due", 0, o.Tier)
	})
}

// notifyOverdue notifies of objections past their deadline, again every week: the answerers,
// the tier above and the inspectors.
func (s *Service) notifyOverdue(ctx context.Context, b *notice.Batch, item *timer.Item) error {
	return eachRaised(ctx, b, item, objection.DueOnLT(b.Today), func(o *ent.Objection) error {
		key := fmt.Sprint("objection overdue ", (daysLate(o, b.Today)-1)/remindEvery)
		return s.notifyAnswerers(ctx, b, o, term.NoticeKindObjectionOverdue, key, 0, o.Tier, o.Tier.Above(), term.RoleInspector)
	})
}

func daysLate(o *ent.Objection, today time.Time) int { return int(today.Sub(o.DueOn).Hours() / 24) }

// eachRaised handles the unanswered objections in batches of noticeBatch.
func eachRaised(ctx context.Context, b *notice.Batch, item *timer.Item, due predicate.Objection, do func(*ent.Objection) error) error {
	rows, err := b.Tx.Objection.Query().Where(objection.IDGT(item.Cursor), objection.StateEQ(term.ObjectionStateRaised), due).
		Order(objection.ByID()).Limit(noticeBatch).WithUnit().All(ctx)
	if err != nil {
		return err
	}
	for _, o := range rows {
		if err := do(o); err != nil {
			return err
		}
	}
	if len(rows) == noticeBatch {
		item.Continue(rows[noticeBatch-1].ID)
	}
	return nil
}
