package attachment

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/viewer"
	"sineng/server/fault"
)

// Kind is a kind of owners that a domain brings. The domain says who may see one, who may attach files to it and when; whoever sees
// the owner sees its files, and nobody else does.
type Kind struct {
	// Table is that of the owners.
	Table string
	// ZH and EN are what one is called.
	ZH, EN string
	// Find finds an owner that the viewer may see, else an ent.NotFoundError. With hold it is locked until the transaction ends.
	Find func(ctx context.Context, client *ent.Client, id int64, hold bool) (*Owner, error)
}

// Owner is an owner as its domain finds it.
type Owner struct {
	// Unit is where it stands.
	Unit int64
	// May is nil while the viewer may attach files, and otherwise says why not.
	May error
	// Since is from when files may be taken away again, by who attached them: what was attached before has been acted on.
	Since time.Time
}

// Bringer is a domain that brings kinds of owners.
type Bringer interface{ Attachments() []Kind }

// Bring adds the kinds of owners of a domain.
func (s *Service) Bring(d Bringer) {
	for _, k := range d.Attachments() {
		s.kinds[k.Table] = k
	}
}

// broughtOwner finds owners of a table that a domain brings, nil for a table that none does.
func (s *Service) broughtOwner(table string) func(context.Context, *ent.Client, int64, bool) (*owner, error) {
	kind, known := s.kinds[table]
	if !known {
		return nil
	}
	return func(ctx context.Context, client *ent.Client, id int64, hold bool) (*owner, error) {
		found, err := kind.Find(ctx, client, id, hold)
		if err != nil {
			return nil, err
		}
		return &owner{unit: found.Unit, person: uploader(ctx), brought: found}, nil
	}
}

// uploader is the person on whom a file of such an owner stands: who attached it. On nobody it would show to all who see the files of
// a department.
func uploader(ctx context.Context) *int64 {
	if v := viewer.FromContext(ctx); v != nil && v.PersonID != 0 {
		return &v.PersonID
	}
	return nil
}

// mayRemove returns nil when the viewer may take a file away from an owner whose files they may change. Files of an owner that a
// domain brings are evidence of several sides: nobody takes away another's, or what has been acted on.
func (o *owner) mayRemove(ctx context.Context, a *ent.Attachment) error {
	if o.brought == nil {
		return nil
	}
	if v := viewer.FromContext(ctx); v.AccountID == 0 || a.UploaderID == nil || *a.UploaderID != v.AccountID {
		return fault.New(fault.Forbidden, "NOT_YOUR_FILE", "attachmentId", "只能移除本人添加的佐证", "Only who attached a file takes it away")
	}
	if a.At.Before(o.brought.Since) {
		return fault.New(fault.InvalidTransition, "FILE_SETTLED", "attachmentId", "该佐证已随答复或核实提交,不能再移除",
			"The file was handed in with an answer or a verification and is not taken away any more")
	}
	return nil
}
