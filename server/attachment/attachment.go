// Package attachment manages the files 佐证 attached to a form, a risk point, a
// measure, a meeting, or what other domains bring (Kind), their owner. The content is in a blob store under its
// hash; a database row links it to its owner. Whoever may see the owner may
// read its files, whoever may change it may attach and remove files.
package attachment

import (
	"context"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/attachment"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/blob"
	"sineng/server/fault"
	"sineng/server/form"
	"sineng/server/org"
	"sineng/server/store"
)

// Limits bound what may be attached.
type Limits struct {
	// FileBytes is the greatest size of a file in bytes.
	FileBytes int64
	// Files is the greatest number of files of an owner, without removed ones.
	Files int
}

// DefaultLimits returns 20 MiB per file and 50 files per owner.
func DefaultLimits() Limits { return Limits{FileBytes: 20 << 20, Files: 50} }

// Forms is what the service needs of the forms.
type Forms interface {
	// MayFill returns nil when the viewer may write to a form.
	MayFill(context.Context, *ent.Form) error
	// RowNames returns the rows of a form as the viewer sees it.
	RowNames(context.Context, *ent.Form) ([]*form.RowName, error)
}

// Service manages attachments.
type Service struct {
	store  *store.Store
	files  *blob.Store
	forms  Forms
	limits Limits
	kinds  map[string]Kind // that domains bring, by table
}

// New makes the service.
func New(s *store.Store, files *blob.Store, forms Forms, limits Limits) *Service {
	return &Service{store: s, files: files, forms: forms, limits: limits, kinds: map[string]Kind{}}
}

// Limits returns the limits of the service.
func (s *Service) Limits() Limits { return s.limits }

// Attach is the input of Service.Attach.
type Attach struct {
	// OwnerID is the id of a form, a risk point, a measure, a meeting, or what other domains bring (Kind).
	OwnerID int64
	// RowKey is the key of the form's row, empty for the form itself.
	RowKey string
	// Name is the file's name; folders in it are cut off.
	Name string
	// Content is read to its end or to the limit.
	Content io.Reader
}

// Attach receives a file and attaches it. The right is checked before the
// content is read.
func (s *Service) Attach(ctx context.Context, in Attach) (*ent.Attachment, error) {
	o, err := s.changeable(ctx, s.store.Client, in.OwnerID, false)
	if err != nil {
		return nil, err
	}
	if err := s.onRow(ctx, o, in.RowKey); err != nil {
		return nil, err
	}
	name := shownName(in.Name)
	kind, err := kindOf(name)
	if err != nil {
		return nil, err
	}
	if err := s.roomFor(ctx, s.store.Client, o); err != nil {
		return nil, err
	}
	staged, err := s.files.Stage(in.Content, s.limits.FileBytes)
	if err != nil {
		return nil, err
	}
	defer staged.Discard()
	if err := kind.check(name, staged, staged.Size); err != nil {
		return nil, err
	}
	// A file without a row does no harm; a row without a file would.
	if err := staged.Keep(); err != nil {
		return nil, err
	}
	event := audit.Event{Action: term.AuditActionAttachFile, Right: o.right, Details: map[string]string{"hash": staged.Hash}}
	return audit.Write(ctx, s.store, event, func(ctx context.Context, tx *ent.Tx) (*ent.Attachment, error) {
		o, err := s.changeable(ctx, tx.Client(), in.OwnerID, true)
		if err != nil {
			return nil, err
		}
		if err := s.onRow(ctx, o, in.RowKey); err != nil {
			return nil, err
		}
		u, err := org.Hold(viewer.System(ctx), s.store, tx, o.unit, o.right, "ownerId")
		if err != nil {
			return nil, err
		}
		if err := s.roomFor(ctx, tx.Client(), o); err != nil {
			return nil, err
		}
		create := tx.Attachment.Create().SetOwnerID(in.OwnerID).SetRowKey(in.RowKey).SetNillablePersonID(o.person).SetName(name).
			SetMediaType(kind.media).SetSize(staged.Size).SetHash(staged.Hash).SetUploaderName(nameOf(ctx)).SetAt(s.store.Now())
		if v := viewer.FromContext(ctx); v.AccountID != 0 {
			create.SetUploaderID(v.AccountID)
		}
		if err := org.Place(create.Mutation(), u); err != nil {
			return nil, err
		}
		return create.Save(viewer.System(ctx))
	})
}

// onRow returns nil when an owner has the row that a file is for.
func (s *Service) onRow(ctx context.Context, o *owner, key string) error {
	if key == "" {
		return nil
	}
	if o.form == nil {
		return fault.Bad("row", "BAD_ROW", "只有表格分行,请不带行号地添加佐证", "Only a form has rows; attach the file without one")
	}
	rows, err := s.forms.RowNames(ctx, o.form)
	if err != nil || slices.ContainsFunc(rows, func(r *form.RowName) bool { return r.Key == key }) {
		return err
	}
	return fault.Bad("row", "BAD_ROW", "表格中没有这一行,它可能已被删除或尚未保存", "The form has no such row; it was removed, or is not saved yet")
}

// roomFor returns nil when an owner may have one more file.
func (s *Service) roomFor(ctx context.Context, client *ent.Client, o *owner) error {
	n, err := client.Attachment.Query().Where(attachment.OwnerID(o.id), attachment.RemovedAtIsNil()).Count(viewer.System(ctx))
	if err != nil || n < s.limits.Files {
		return err
	}
	return fault.New(fault.Conflict, "TOO_MANY_ATTACHMENTS", "ownerId", "佐证数量已达上限,请先移除不需要的文件",
		"There are as many files as may be; remove one that is not needed first")
}

// Remove is the input of Service.Remove.
type Remove struct {
	AttachmentID int64
	Reason       string
}

// Remove takes a file away from its owner. The row and the content stay as a
// record.
func (s *Service) Remove(ctx context.Context, in Remove) (*ent.Attachment, error) {
	reason := strings.TrimSpace(in.Reason)
	if n := utf8.RuneCountInString(reason); n == 0 || n > 500 {
		return nil, fault.Bad("reason", "BAD_LENGTH", "请填写移除原因,不超过 500 字", "Give a reason of at most 500 characters")
	}
	before, err := s.get(ctx, s.store.Client, in.AttachmentID)
	if err != nil {
		return nil, err
	}
	event := audit.Event{Action: term.AuditActionRemoveFile, Right: rightFor(before.OwnerID), Reason: reason, Details: map[string]string{"hash": before.Hash}}
	return audit.Write(ctx, s.store, event, func(ctx context.Context, tx *ent.Tx) (*ent.Attachment, error) {
		a, err := s.get(ctx, tx.Client(), in.AttachmentID)
		if err != nil {
			return nil, err
		}
		o, err := s.changeable(ctx, tx.Client(), a.OwnerID, true)
		if err != nil {
			return nil, err
		}
		if err := o.mayRemove(ctx, a); err != nil {
			return nil, err
		}
		if a.RemovedAt != nil {
			return nil, fault.New(fault.InvalidTransition, "ATTACHMENT_REMOVED", "attachmentId", "该佐证已被移除", "This file was removed already")
		}
		return tx.Attachment.UpdateOne(a).SetRemovedAt(s.store.Now()).SetRemoveReason(reason).Save(viewer.System(ctx))
	})
}

// List is the files of an owner.
type List struct {
	// Files are in the order in which they were attached.
	Files []*ent.Attachment
	// Rows are the present rows of a form that have files.
	Rows []*form.RowName
	// MayAttach reports whether the viewer may attach more.
	MayAttach bool
	// Removable are the ids of the files that the viewer may remove.
	Removable []int64
}

// List returns the files of an owner. A file attached to a row of a form is
// also listed for the risk point or measure in that row.
func (s *Service) List(ctx context.Context, owner int64, removed bool) (*List, error) {
	o, err := s.owner(ctx, s.store.Client, owner, false)
	if err != nil {
		return nil, err
	}
	mine := attachment.OwnerID(owner)
	if o.inForms {
		mine = attachment.Or(mine, attachment.RowKey(form.RowKey36(owner)))
	}
	q := s.store.Client.Attachment.Query().Where(mine).
		Order(attachment.ByAt(), attachment.ByID()).Limit(10 * s.limits.Files)
	if !removed {
		q.Where(attachment.RemovedAtIsNil())
	}
	out := &List{MayAttach: s.mayChange(ctx, o) == nil, Removable: []int64{}}
	if out.Files, err = q.All(ctx); err != nil {
		return out, err
	}
	for _, a := range out.Files {
		if out.MayAttach && a.OwnerID == owner && a.RemovedAt == nil && o.mayRemove(ctx, a) == nil {
			out.Removable = append(out.Removable, a.ID)
		}
	}
	if o.form == nil {
		return out, nil
	}
	on := map[string]bool{}
	for _, a := range out.Files {
		on[a.RowKey] = true
	}
	if delete(on, ""); len(on) == 0 {
		return out, nil
	}
	rows, err := s.forms.RowNames(ctx, o.form)
	out.Rows = slices.DeleteFunc(rows, func(r *form.RowName) bool { return !on[r.Key] })
	return out, err
}

// Open opens a file for whoever may see its owner. It fails when the content
// is missing or was changed on the disk.
func (s *Service) Open(ctx context.Context, id int64) (*ent.Attachment, io.ReadSeekCloser, error) {
	a, err := s.get(ctx, s.store.Client, id)
	if err != nil {
		return nil, nil, err
	}
	if err := s.files.Check(a.Hash); err != nil {
		return nil, nil, lost(err)
	}
	f, _, err := s.files.Open(a.Hash)
	if err != nil {
		return nil, nil, lost(err)
	}
	return a, f, nil
}

func lost(cause error) error {
	return fault.New(fault.Unavailable, "ATTACHMENT_LOST", "", "该文件在服务器上缺失或已被改动,无法下载,请联系管理员",
		"The file is missing on the server or was changed there and cannot be downloaded; tell the administrator").Because(cause)
}

// get finds a file whose owner the viewer may see.
func (s *Service) get(ctx context.Context, client *ent.Client, id int64) (*ent.Attachment, error) {
	a, err := client.Attachment.Get(ctx, id)
	if err == nil {
		_, err = s.owner(ctx, client, a.OwnerID, false)
	}
	if ent.IsNotFound(err) || fault.Is(err, fault.NotFound) {
		return nil, fault.MissingAt("attachmentId", "佐证", "file")
	}
	return a, err
}

// nameOf returns the present name of the viewer.
func nameOf(ctx context.Context) string {
	r := []rune(viewer.FromContext(ctx).Name)
	return string(r[:min(len(r), 100)])
}
