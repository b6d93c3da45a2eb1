package form

import (
	"context"
	"fmt"
	"time"

	"sineng/ent"
	"sineng/ent/campaign"
	entform "sineng/ent/form"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/server/follow"
	"sineng/server/notice"
	"sineng/server/timer"
)

const (
	// dueWithin is from how many days before its deadline a form is due soon.
	dueWithin = 3
	// remindEvery is the interval in days between reminders of a late form.
	remindEvery = 7
)

// Notices returns the notices about filling in forms.
func (s *Service) Notices() notice.Source {
	return notice.Source{
		Kinds: []notice.Kind{
			{Kind: term.NoticeKindFormExpected, Page: "/forms/{id}", ZH: "请填报{subject}的{form},截止日期 {due}", EN: "Fill in {form} of {subject} by {due}"},
			{Kind: term.NoticeKindFormDue, Page: "/forms/{id}", ZH: "{subject}的{form}将于 {due} 到期,请及时提交", EN: "{form} of {subject} is due on {due}"},
			{Kind: term.NoticeKindFormOverdue, Page: "/forms/{id}", ZH: "{subject}的{form}已于 {due} 到期,逾期 {days} 天仍未提交",
				EN: "{form} of {subject} was due on {due} and is {days} days late"},
		},
		Answers: []notice.Answer{{With: notifyExpected, To: []term.AuditAction{
			term.AuditActionExpectForms, term.AuditActionAssignForm, term.AuditActionMoveForm, term.AuditActionAllowRevision}}},
		Clocks: []notice.Clock{
			{Kind: "form.due", With: notifyLate(dueSoon, sayDue)},
			{Kind: "form.overdue", With: notifyLate(entform.DueOnLT, sayOverdue)},
		},
		Words: map[string]notice.Word{"form": notice.Label[term.FormKind], "state": notice.Label[term.FormState]},
		Seen:  map[string]func(context.Context, []int64) ([]int64, error){entform.Table: s.seen},
	}
}

// seen returns the ids of those forms that the viewer may see.
func (s *Service) seen(ctx context.Context, ids []int64) ([]int64, error) {
	return s.store.Reader(ctx).Form.Query().Where(entform.IDIn(ids...)).IDs(ctx)
}

// NoticeWords returns the words that the text of a notice about a form uses;
// none of them is content of the form.
func NoticeWords(f *ent.Form) map[string]string {
	words := map[string]string{"form": string(f.Kind), "state": string(f.State), "due": f.DueOn.Format(time.DateOnly)}
	if f.Edges.Unit != nil {
		words["unit"] = f.Edges.Unit.Name
	}
	if f.Edges.Person != nil {
		words["person"] = f.Edges.Person.Name
	}
	return words
}

// notifyExpected notifies those who are to fill a form that it is expected.
func notifyExpected(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	return EachChanged(ctx, b, entries, entform.StateEQ(term.FormStateDraft), func(changes []Changed) error {
		for _, c := range changes {
			b.Notify(notice.Except(c.Fillers, c.Entry.Actor.Account), notice.Notice{Kind: term.NoticeKindFormExpected, Object: c.Form.ID,
				Key: notice.Key("expected", c.Form.ID, c.Form.Revision), Words: NoticeWords(c.Form)})
		}
		return nil
	})
}

// dueSoon is the condition for forms that are due within dueWithin days of a
// day.
func dueSoon(today time.Time) predicate.Form {
	return entform.And(entform.DueOnGTE(today), entform.DueOnLTE(today.AddDate(0, 0, dueWithin)))
}

func sayDue(f *ent.Form, _ time.Time) notice.Notice {
	return notice.Notice{Kind: term.NoticeKindFormDue, Object: f.ID, Words: NoticeWords(f),
		Key: notice.Key("due", f.ID, f.Revision, ":", f.DueOn.Format(time.DateOnly))}
}

// sayOverdue makes the weekly notice that a form is late.
func sayOverdue(f *ent.Form, today time.Time) notice.Notice {
	late := int(today.Sub(f.DueOn).Hours() / 24)
	words := NoticeWords(f)
	words["days"] = fmt.Sprint(late)
	return notice.Notice{Kind: term.NoticeKindFormOverdue, Object: f.ID, Words: words,
		Key: notice.Key("overdue", f.ID, f.Revision, ":", f.DueOn.Format(time.DateOnly), ":", (late-1)/remindEvery)}
}

// notifyLate notifies those who fill forms that are to be submitted. It works
// in transactions of some hundreds of forms, so that a day with hundreds of
// thousands blocks nobody.
func notifyLate(due func(today time.Time) predicate.Form, say func(f *ent.Form, today time.Time) notice.Notice) func(context.Context, *notice.Batch, *timer.Item) error {
	return func(ctx context.Context, b *notice.Batch, item *timer.Item) error {
		forms, err := b.Tx.Form.Query().Where(entform.IDGT(item.Cursor), entform.StateEQ(term.FormStateDraft), due(b.Today),
			entform.HasCampaignWith(campaign.ClosedAtIsNil())).Order(entform.ByID()).Limit(noticeBatch).WithUnit().WithPerson().All(ctx)
		if err != nil {
			return err
		}
		fillers, err := fillerAccounts(ctx, b, forms)
		if err != nil {
			return err
		}
		for _, f := range forms {
			b.Notify(fillers[f.ID], say(f, b.Today))
		}
		if len(forms) == noticeBatch {
			item.Continue(forms[noticeBatch-1].ID)
		}
		return nil
	}
}
