package register

import (
	"context"
	"strings"

	"sineng/ent"
	"sineng/ent/duty"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/org"
	"sineng/server/store"
)

// RecordDuty is the input of Service.RecordDuty.
type RecordDuty struct {
	PostID    int64
	Content   string
	SortOrder *int
}

// ReviseDuty is the input of Service.ReviseDuty.
type ReviseDuty struct {
	ID              int64
	ExpectedVersion int
	Content         string
	SortOrder       int
}

// RecordDuty adds a duty to a post.
func (s *Service) RecordDuty(ctx context.Context, in RecordDuty) (*ent.Duty, error) {
	if bad := length("content", strings.TrimSpace(in.Content), 1, 4000, "岗位职责", "The duty"); bad != nil {
		return nil, bad
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionRecordDuty, Right: authz.EditRegister}, func(ctx context.Context, tx *ent.Tx) (*ent.Duty, error) {
		p, err := tx.Post.Get(ctx, in.PostID)
		if err != nil {
			return nil, store.OrMissing(err, "postId", "岗位", "post")
		}
		u, err := org.Hold(ctx, s.store, tx, p.UnitID, authz.EditRegister, "postId")
		if err != nil {
			return nil, err
		}
		now := s.store.Now()
		create := tx.Duty.Create().SetPostID(p.ID).SetContent(strings.TrimSpace(in.Content)).
			SetCreatedAt(now).SetUpdatedAt(now)
		if in.SortOrder != nil {
			create.SetSortOrder(*in.SortOrder)
		}
		if err := org.Place(create.Mutation(), u); err != nil {
			return nil, err
		}
		return create.Save(ctx)
	})
}

// ReviseDuty changes a duty.
func (s *Service) ReviseDuty(ctx context.Context, in ReviseDuty) (*ent.Duty, error) {
	if bad := length("content", strings.TrimSpace(in.Content), 1, 4000, "岗位职责", "The duty"); bad != nil {
		return nil, bad
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionReviseDuty, Right: authz.EditRegister}, func(ctx context.Context, tx *ent.Tx) (*ent.Duty, error) {
		d, err := tx.Duty.Get(ctx, in.ID)
		if err != nil {
			return nil, store.OrMissing(err, "id", "职责", "duty")
		}
		if _, err := org.Hold(ctx, s.store, tx, d.UnitID, authz.EditRegister, "id"); err != nil {
			return nil, err
		}
		out, err := tx.Duty.UpdateOne(d).Where(duty.Version(in.ExpectedVersion)).AddVersion(1).
			SetContent(strings.TrimSpace(in.Content)).SetSortOrder(in.SortOrder).SetUpdatedAt(s.store.Now()).Save(ctx)
		return out, org.Stale(err)
	})
}

// Duties lists the duties of a subtree or a post.
func (s *Service) Duties(ctx context.Context, unitID, postID *int64, page store.Page, with func(*ent.DutyQuery)) (*store.Slice[*ent.Duty], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadRegister); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).Duty.Query()
	if err := org.Within(ctx, s.store, q, unitID, nil); err != nil {
		return nil, err
	}
	if postID != nil {
		if err := org.CheckPosts(ctx, s.store.Reader(ctx), "postId", *postID); err != nil {
			return nil, err
		}
		q.Where(duty.PostID(*postID))
	}
	return store.List(ctx, q, page, func(d *ent.Duty) int64 { return d.ID }, []store.Key[*ent.Duty]{
		store.Asc("post_id", func(d *ent.Duty) any { return d.PostID }),
		store.Asc("sort_order", func(d *ent.Duty) any { return d.SortOrder }),
	}, with)
}
