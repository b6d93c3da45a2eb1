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

// Forms is what paper needs of the forms themselves.
type Forms interface {
	// Get is a form as far as the viewer may see it, else NOT_FOUND.
	Get(ctx context.Context, id int64) (*ent.Form, error)
	// MayFill is nil where the viewer may write into the form as it stands.
	MayFill(ctx context.Context, f *ent.Form) error
	// Content is the form with what was typed over it.
	Content(ctx context.Context, f *ent.Form) (*form.Filling, error)
	// SaveDraft keeps what was typed into a form.
	SaveDraft(ctx context.Context, in form.SaveDraft) (*ent.Form, *form.Filling, error)
}

// Service puts forms on paper and takes them back.
type Service struct {
	store *store.Store
	forms Forms
	files Files
	// PieceSize is how many forms of a campaign are put together at a time; 0 leaves it to
	// their number.
	PieceSize int
}

// New makes the service; files keep what exports of campaigns have written so far.
func New(s *store.Store, forms Forms, files Files) *Service {
	return &Service{store: s, forms: forms, files: files}
}

// Document is a form as it is put on paper: as it was filed, else as it was handed in where
// it is in review, else as it reads now, with what was typed where the viewer may fill it.
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

// frozenAs is the hash of the content that counts, empty where nothing is frozen.
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

// frozen is a content that was kept. It must still be what its hash says.
func (s *Service) frozen(ctx context.Context, f *ent.Form, hash string) (Document, error) {
	row, err := s.store.Reader(ctx).FormSnapshot.Query().Where(formsnapshot.FormID(f.ID), formsnapshot.Hash(hash)).Only(viewer.System(ctx))
	if err != nil {
		return Document{}, fmt.Errorf("the frozen content of form %d: %w", f.ID, err)
	}
	if form.Hash([]byte(row.Content)) != hash {
		return Document{}, fault.New(fault.Internal, "SNAPSHOT_CHANGED", "", "这张表保存的内容与其哈希不符,请报告管理员运行 verify 核查",
			"What was kept of this form does not fit its hash; tell the administrator, who finds more by verify")
	}
	c, err := form.Decode([]byte(row.Content))
	if err != nil {
		return Document{}, err
	}
	d, err := NewDocument(c, f.State, f.ID)
	d.Hash = hash
	return d, err
}

// File is a form in a file.
type File struct {
	Name string // with its ending
	Type string // media type
	Data func(w io.Writer) error
}

// formats are the file formats by their ending.
var formats = map[string]struct {
	media string
	write func(io.Writer, ...Document) error
}{
	"xlsx": {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XLSX},
	"docx": {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", DOCX},
}

// Export is a form in a file of the format given, xlsx or docx. That it was taken is an entry
// of the log.
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
	if err := s.tell(ctx, f, map[string]string{"format": format, "hash": d.Hash}); err != nil {
		return nil, err
	}
	return &File{Name: d.FileName() + "." + format, Type: as.media, Data: func(w io.Writer) error { return as.write(w, d) }}, nil
}

// tell writes down that a form left the system.
func (s *Service) tell(ctx context.Context, f *ent.Form, details map[string]string) error {
	e := audit.Event{Action: term.AuditActionExport, Right: rightTo(ctx, f), At: form.LevelsOf(f), Object: f.ID, Details: details}
	if v := viewer.FromContext(ctx); f.PersonID != nil && v != nil && v.PersonID != *f.PersonID {
		e.Subjects = []int64{*f.PersonID}
	}
	return store.WithTx(ctx, s.store, func(ctx context.Context, _ *ent.Tx) error { return audit.Append(ctx, s.store, e) })
}

// rightTo is the right by which the viewer sees a form, empty for who sees their own.
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

// mostTogether is how many forms a department's archive holds; more take a job.
const mostTogether = 500

// ExportUnit is an archive of the forms of a department in a campaign, as far as the viewer
// may see them, in the order of their numbers.
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
		if err := s.tell(ctx, f, map[string]string{"format": "zip", "hash": docs[i].Hash}); err != nil {
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
