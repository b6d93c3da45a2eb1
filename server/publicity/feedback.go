package publicity

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/publicfeedback"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// Receive is the input of Service.Receive.
type Receive struct {
	Slug string
	Text string
	// Contact is how to reach the author, as far as they wish.
	Contact string
}

// Receive records what a member of the public writes about a notice while its
// window is open. Everything that the context knows about the author is
// discarded.
func (s *Service) Receive(ctx context.Context, in Receive) error {
	text, contact := strings.TrimSpace(in.Text), strings.TrimSpace(in.Contact)
	var bad fault.List
	if n := utf8.RuneCountInString(text); n == 0 || n > 4000 || !utf8.ValidString(text) {
		bad.Add(fault.Bad("text", "BAD_LENGTH", "请填写反馈内容,不超过 4000 字", "Write something, in at most 4,000 characters"))
	}
	if utf8.RuneCountInString(contact) > 200 || !utf8.ValidString(contact) {
		bad.Add(fault.Bad("contact", "BAD_LENGTH", "联系方式不超过 200 字", "The contact takes at most 200 characters"))
	}
	if err := bad.Err(); err != nil {
		return err
	}
	ctx, cancel := forget(ctx)
	defer cancel()
	_, err := audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionReceiveFeedback}, func(ctx context.Context, tx *ent.Tx) (*ent.PublicFeedback, error) {
		n, err := s.open(ctx, tx.Client(), in.Slug)
		if err != nil {
			return nil, err
		}
		u, err := org.HoldToEnd(ctx, s.store, tx, n.UnitID, authz.HandleFeedback, "")
		if err != nil {
			return nil, err
		}
		create := tx.PublicFeedback.Create().SetNoticeID(n.ID).SetFormID(n.FormID).SetText(text).SetContact(contact).
			SetReceivedOn(s.store.Today())
		if err := enter(create.Mutation(), "", ActionReceive); err != nil {
			return nil, err
		}
		if err := org.Place(create.Mutation(), u); err != nil {
			return nil, err
		}
		return create.Save(ctx)
	})
	return err
}

// forget returns a context of the program itself that ends with another and
// carries none of its values.
func forget(ctx context.Context) (context.Context, context.CancelFunc) {
	out, cancel := context.WithCancel(viewer.System(context.Background()))
	stop := context.AfterFunc(ctx, cancel)
	return out, func() { stop(); cancel() }
}

// Filter narrows a list of feedback.
type Filter struct {
	// UnitID restricts to a unit and its subtree.
	UnitID   *int64
	UnitOnly *bool
	States   []term.FeedbackState
	// From and To are the first and the last day on which it was received.
	From, To *time.Time
}

// Feedback lists the feedback that the viewer handles, newest first.
func (s *Service) Feedback(ctx context.Context, f Filter, page store.Page, with func(*ent.PublicFeedbackQuery)) (*store.Slice[*ent.PublicFeedback], error) {
	if err := authz.CheckAnywhere(ctx, authz.HandleFeedback); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).PublicFeedback.Query()
	if err := org.Within(ctx, s.store, q, f.UnitID, f.UnitOnly); err != nil {
		return nil, err
	}
	if len(f.States) > 0 {
		q.Where(publicfeedback.StateIn(f.States...))
	}
	if f.From != nil {
		q.Where(publicfeedback.ReceivedOnGTE(*f.From))
	}
	if f.To != nil {
		q.Where(publicfeedback.ReceivedOnLTE(*f.To))
	}
	return store.List(ctx, q, page, func(p *ent.PublicFeedback) int64 { return p.ID },
		[]store.Key[*ent.PublicFeedback]{store.Desc("received_on", func(p *ent.PublicFeedback) any { return p.ReceivedOn })}, with)
}

// Handle is the input of Service.Handle.
type Handle struct {
	FeedbackID      int64
	ExpectedVersion int
	// Handling is what was done about it.
	Handling string
}

// Handle records how feedback was handled. It may be recorded again.
func (s *Service) Handle(ctx context.Context, in Handle) (*ent.PublicFeedback, error) {
	handling := strings.TrimSpace(in.Handling)
	if n := utf8.RuneCountInString(handling); n == 0 || n > 2000 {
		return nil, fault.Bad("handling", "BAD_LENGTH", "请填写处理情况,不超过 2000 字", "Say what was done, in at most 2,000 characters")
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionHandleFeedback, Right: authz.HandleFeedback}, func(ctx context.Context, tx *ent.Tx) (*ent.PublicFeedback, error) {
		p, err := tx.PublicFeedback.Get(ctx, in.FeedbackID)
		if err != nil {
			return nil, store.OrMissing(err, "feedbackId", "公示反馈", "feedback")
		}
		if _, err := org.HoldToEnd(ctx, s.store, tx, p.UnitID, authz.HandleFeedback, "feedbackId"); err != nil {
			return nil, err
		}
		update := tx.PublicFeedback.UpdateOne(p).Where(publicfeedback.Version(in.ExpectedVersion)).AddVersion(1).
			SetHandling(handling).SetHandledAt(s.store.Now())
		if err := enter(update.Mutation(), p.State, ActionHandle); err != nil {
			return nil, err
		}
		if v := viewer.FromContext(ctx); v.PersonID != 0 {
			update.SetHandlerID(v.PersonID)
		} else {
			update.ClearHandlerID()
		}
		out, err := update.Save(viewer.System(ctx))
		return out, org.Stale(err)
	})
}
