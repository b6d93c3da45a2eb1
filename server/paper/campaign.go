package paper

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"sineng/ent"
	entform "sineng/ent/form"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/job"
	"sineng/server/store"
)

// Files stores the pieces of an export by the SHA-256 of their bytes.
type Files interface {
	Put(r io.Reader, most int64) (hash string, size int64, err error)
	Open(hash string) (io.ReadSeekCloser, int64, error)
	Remove(hash string) error
}

// Run is one attempt at a job, see package job.
type Run interface {
	Cursor() string
	// Save records progress; it fails when the job no longer belongs to this
	// run.
	Save(ctx context.Context, cursor string, done, total int) error
	// Result stores the file that the job made.
	Result(ctx context.Context, name string, write func(io.Writer) error) error
}

// ExportCampaign requests an archive of all forms of a campaign, by a job that
// enqueue creates. Only those who lead the campaign may: they may see all of
// its forms, 表3 included.
func (s *Service) ExportCampaign(ctx context.Context, campaignID int64, enqueue func(ctx context.Context) (*ent.Job, error)) (*ent.Job, error) {
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.Job, error) {
		c, err := tx.Campaign.Get(ctx, campaignID)
		if err != nil {
			return nil, store.OrMissing(err, "campaignId", "专项工作", "campaign")
		}
		at := c.Levels()
		for _, right := range []authz.Action{authz.ManageCampaigns, authz.ReadPersonal} {
			if err := authz.Check(ctx, right, at); err != nil {
				return nil, err
			}
		}
		j, err := enqueue(ctx)
		if err != nil {
			return nil, err
		}
		return j, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionExport, Right: authz.ManageCampaigns, At: at, Object: c.ID,
			Details: map[string]string{"what": "campaign forms", "format": "zip"}})
	})
}

// progress is how far an export has come: the last form, and the pieces made.
type progress struct {
	After  int64    `json:"after"`
	Done   int      `json:"done"`
	Pieces []string `json:"pieces"`
}

// Bounds of an export.
const (
	leastPiece = 200     // least number of forms in a piece
	mostPieces = 400     // bounds the hashes that a job stores as its progress
	pieceBytes = 1 << 30 // greatest size of a piece in bytes
)

// pieceSize returns how many forms make a piece.
func pieceSize(total int) int { return max(leastPiece, (total+mostPieces-1)/mostPieces) }

// WriteCampaign is the work of an export. It makes the archive in pieces, each
// stored as soon as it is made so that a restart continues from there, and
// joins them at the end.
func (s *Service) WriteCampaign(ctx context.Context, run Run, files Files, jobID, campaignID int64) (err error) {
	ctx = viewer.System(ctx)
	var p progress
	if at := run.Cursor(); at != "" {
		if err := json.Unmarshal([]byte(at), &p); err != nil {
			return fmt.Errorf("the cursor of an export: %w", err)
		}
	}
	c, err := s.store.Reader(ctx).Campaign.Get(ctx, campaignID)
	if err != nil {
		return err
	}
	all := s.store.Reader(ctx).Form.Query().Where(entform.CampaignID(campaignID), entform.StateNEQ(term.FormStateDropped))
	total, err := all.Clone().Count(ctx)
	if err != nil {
		return err
	}
	size := s.PieceSize
	if size <= 0 {
		size = pieceSize(total)
	}
	for {
		rows, err := all.Clone().Where(entform.IDGT(p.After)).Order(entform.ByID()).Limit(size).WithUnit().All(ctx)
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			break
		}
		hash, err := s.piece(ctx, files, rows, fmt.Sprintf("%d/%d", jobID, p.After))
		if err != nil {
			return err
		}
		next := progress{After: rows[len(rows)-1].ID, Done: p.Done + len(rows), Pieces: append(p.Pieces[:len(p.Pieces):len(p.Pieces)], hash)}
		if err := save(ctx, run, next, total); err != nil {
			return errors.Join(err, s.discard(files, err, next))
		}
		p = next
	}
	name := safeName(fmt.Sprintf("%s-%d年-表格", c.Title, c.Year)) + ".zip"
	err = run.Result(ctx, name, func(w io.Writer) error {
		return join(w, files, p.Pieces, func() error { return save(ctx, run, p, total) })
	})
	if err != nil {
		return errors.Join(err, s.discard(files, err, p))
	}
	for _, hash := range p.Pieces { // a piece left behind only takes disk space
		_ = files.Remove(hash)
	}
	return nil
}

func save(ctx context.Context, run Run, p progress, total int) error {
	cursor, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return run.Save(ctx, string(cursor), p.Done, max(total, p.Done))
}

// discard removes the pieces of an export that has ended for good. Those of
// one that lost its lease or is to be retried stay for the next run.
func (s *Service) discard(files Files, cause error, p progress) error {
	if !errors.Is(cause, job.ErrCancelled) {
		return nil
	}
	for _, hash := range p.Pieces {
		if err := files.Remove(hash); err != nil {
			return err
		}
	}
	return nil
}

// piece makes an archive of some forms and stores it. A mark makes its bytes
// unique, so that removing it in the end removes no piece of another export.
func (s *Service) piece(ctx context.Context, files Files, rows []*ent.Form, mark string) (string, error) {
	var packed bytes.Buffer
	a := newArchive(&packed)
	if err := a.zip.SetComment(mark); err != nil {
		return "", err
	}
	for _, f := range rows {
		d, err := s.Document(ctx, f)
		if err != nil {
			return "", fmt.Errorf("form %d: %w", f.ID, err)
		}
		u, err := f.Edges.UnitOrErr()
		if err != nil {
			return "", err
		}
		if err := a.add(safeName(u.Code+" "+u.Name), d, f.State); err != nil {
			return "", fmt.Errorf("form %d: %w", f.ID, err)
		}
		if err := ctx.Err(); err != nil {
			return "", err
		}
	}
	if err := a.close(); err != nil {
		return "", err
	}
	hash, _, err := files.Put(&packed, pieceBytes)
	return hash, err
}

// join concatenates pieces without compressing again, and merges their lists.
// tick is called after each piece.
func join(w io.Writer, files Files, pieces []string, tick func() error) error {
	out := zip.NewWriter(w)
	var lines [][]string
	for _, hash := range pieces {
		more, err := copyPiece(out, files, hash)
		if err != nil {
			return err
		}
		lines = append(lines, more...)
		if err := tick(); err != nil {
			return err
		}
	}
	if err := writeIndex(out, lines); err != nil {
		return err
	}
	return out.Close()
}

func copyPiece(out *zip.Writer, files Files, hash string) (lines [][]string, err error) {
	f, size, err := files.Open(hash)
	if err != nil {
		return nil, fmt.Errorf("a piece of the export: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	in, err := zip.NewReader(readerAt{f}, size)
	if err != nil {
		return nil, err
	}
	for _, one := range in.File {
		if one.Name == indexName {
			lines, err = readIndex(one)
		} else {
			err = out.Copy(one)
		}
		if err != nil {
			return nil, err
		}
	}
	return lines, nil
}

func readIndex(f *zip.File) (lines [][]string, err error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	all, err := csv.NewReader(r).ReadAll()
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return all[1:], nil
}

// readerAt implements io.ReaderAt on a file with a single reader.
type readerAt struct{ io.ReadSeeker }

func (r readerAt) ReadAt(p []byte, at int64) (int, error) {
	if _, err := r.Seek(at, io.SeekStart); err != nil {
		return 0, err
	}
	n, err := io.ReadFull(r, p)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = io.EOF
	}
	return n, err
}
