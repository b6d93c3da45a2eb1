package paper

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"sineng/ent"
	entform "sineng/ent/form"
	"sineng/ent/formsnapshot"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/form"
	"sineng/server/store"
)

// Forms is what the service needs of the forms.
type Forms interface {
	// Get returns a form, or NOT_FOUND when the viewer may not see it.
	Get(ctx context.Context, id int64) (*ent.Form, error)
	// MayFill returns nil when the viewer may write to the form in its present
	// state.
	MayFill(ctx context.Context, f *ent.Form) error
	// Content returns the form with the draft over it.
	Content(ctx context.Context, f *ent.Form) (*form.Filling, error)
	// SaveDraft saves what was typed into a form.
	SaveDraft(ctx context.Context, in form.SaveDraft) (*ent.Form, *form.Filling, error)
}

// Service exports and imports forms.
type Service struct {
	store *store.Store
	forms Forms
	files Files
	// PieceSize is how many forms of a campaign are exported at a time; 0
	// derives it from their number.
	PieceSize int
}

// New makes the service; files stores the pieces of campaign exports.
func New(s *store.Store, forms Forms, files Files) *Service {
	return &Service{store: s, forms: forms, files: files}
}

// Document returns a form for export: as filed; else as submitted, when it is
// in review; else as it reads now, draft included when the viewer may fill it.
func (s *Service) Document(ctx context.Context, f *ent.Form) (Document, error) {
	if f.PersonID != nil {
		store.NoteRead(ctx, *f.PersonID)
	}
	hash, err := s.frozenAs(ctx, f)
	if err != nil {
		return Document{}, err
	}
	if hash != "" {
		return s.frozen(ctx, f, hash)
	}
	filling, err := s.forms.Content(ctx, f)
	if err != nil {
		return Document{}, err
	}
	c, err := s.headed(ctx, f)
	if err != nil {
		return Document{}, err
	}
	fill(c, filling)
	return NewDocument(c, f.State, f.ID)
}

// frozenAs returns the hash of the stored content that counts, empty when
// there is none.
func (s *Service) frozenAs(ctx context.Context, f *ent.Form) (string, error) {
	switch f.State {
	case term.FormStateFiled, term.FormStateRevising:
		return f.FiledHash, nil
	case term.FormStateDraft, term.FormStateDropped:
		return "", nil
	}
	if f.SubmissionID == nil {
		return "", nil
	}
	row, err := s.store.Reader(ctx).FormSubmission.Get(viewer.System(ctx), *f.SubmissionID)
	if err != nil {
		return "", err
	}
	return row.Hash, nil
}

// frozen returns a stored content. It fails when the content does not match
// its hash.
func (s *Service) frozen(ctx context.Context, f *ent.Form, hash string) (Document, error) {
	row, err := s.store.Reader(ctx).FormSnapshot.Query().Where(formsnapshot.FormID(f.ID), formsnapshot.Hash(hash)).Only(viewer.System(ctx))
	if err != nil {
		return Document{}, fmt.Errorf("the frozen content of form %d: %w", f.ID, err)
	}
	if form.Hash([]byte(row.Content)) != hash {
		return Document{}, fault.New(fault.Internal, "SNAPSHOT_CHANGED", "", "这张表保存的内容与其哈希不符,请报告管理员运行 verify 核查",
			"The stored content of this form does not match its hash; tell the administrator, who can find out more by verify")
	}
	c, err := form.Decode([]byte(row.Content))
	if err != nil {
		return Document{}, err
	}
	d, err := NewDocument(c, f.State, f.ID)
	d.Hash = hash
	return d, err
}

// File is an exported file.
type File struct {
	Name string // with its extension
	Type string // media type
	Data func(w io.Writer) error
}

// formats are the file formats by extension.
var formats = map[string]struct {
	media string
	write func(io.Writer, ...Document) error
}{
	"xlsx": {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XLSX},
	"docx": {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", DOCX},
}

// Export returns a form as a file in the format xlsx or docx, and records the
// export in the log.
func (s *Service) Export(ctx context.Context, id int64, format string) (*File, error) {
	as, ok := formats[format]
	if !ok {
		return nil, fault.Missing("文件格式", "file format")
	}
	f, err := s.forms.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	d, err := s.Document(ctx, f)
	if err != nil {
		return nil, err
	}
	if err := s.record(ctx, f, map[string]string{"format": format, "hash": d.Hash}); err != nil {
		return nil, err
	}
	return &File{Name: d.FileName() + "." + format, Type: as.media, Data: func(w io.Writer) error { return as.write(w, d) }}, nil
}

// record writes the export of a form to the log.
func (s *Service) record(ctx context.Context, f *ent.Form, details map[string]string) error {
	e := audit.Event{Action: term.AuditActionExport, Right: rightTo(ctx, f), At: form.LevelsOf(f), Object: f.ID, Details: details}
	if v := viewer.FromContext(ctx); f.PersonID != nil && v != nil && v.PersonID != *f.PersonID {
		e.Subjects = []int64{*f.PersonID}
	}
	return store.WithTx(ctx, s.store, func(ctx context.Context, _ *ent.Tx) error { return audit.Append(ctx, s.store, e) })
}

// rightTo returns the action by which the viewer sees a form, empty for the
// viewer's own.
func rightTo(ctx context.Context, f *ent.Form) authz.Action {
	right := authz.ReadRegister
	if f.PersonID != nil {
		right = authz.ReadPersonal
	}
	if v := viewer.FromContext(ctx); v == nil || !authz.May(v, right, form.LevelsOf(f)) {
		return ""
	}
	return right
}

// mostTogether is the greatest number of forms in a department's archive; more
// need a job.
const mostTogether = 500

// ExportUnit returns an archive of a department's forms in a campaign that the
// viewer may see, in the order of their numbers.
func (s *Service) ExportUnit(ctx context.Context, unitID, campaignID int64) (*File, error) {
	u, err := s.store.Reader(ctx).Unit.Get(ctx, unitID)
	if err != nil {
		return nil, store.OrMissing(err, "", "单位", "unit")
	}
	c, err := s.store.Reader(ctx).Campaign.Get(ctx, campaignID)
	if err != nil {
		return nil, store.OrMissing(err, "campaign", "专项工作", "campaign")
	}
	rows, err := s.store.Reader(ctx).Form.Query().Where(entform.CampaignID(c.ID), entform.UnitID(u.ID), entform.StateNEQ(term.FormStateDropped)).
		Order(entform.ByID()).Limit(mostTogether + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	switch {
	case len(rows) == 0:
		return nil, fault.Missing("表格", "form")
	case len(rows) > mostTogether:
		return nil, fault.New(fault.Invalid, "TOO_MANY_FORMS", "", "表格超过 "+strconv.Itoa(mostTogether)+" 张,请在专项工作页面整体导出",
			"These are more than "+strconv.Itoa(mostTogether)+" forms; export the campaign as a whole")
	}
	docs := make([]Document, len(rows))
	for i, f := range rows {
		if docs[i], err = s.Document(ctx, f); err != nil {
			return nil, err
		}
	}
	for i, f := range rows {
		if err := s.record(ctx, f, map[string]string{"format": "zip", "hash": docs[i].Hash}); err != nil {
			return nil, err
		}
	}
	return &File{Name: safeName(fmt.Sprintf("%s-%d年表格", u.Name, c.Year)) + ".zip", Type: "application/zip", Data: func(w io.Writer) error {
		a := newArchive(w)
		for i := range docs {
			if err := a.add("", docs[i], rows[i].State); err != nil {
				return err
			}
		}
		return a.close()
	}}, nil
}
