package verify

import (
	"archive/zip"
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"golang.org/x/mod/sumdb/note"
	sumdb "golang.org/x/mod/sumdb/tlog"

	"sineng/ent"
	"sineng/ent/auditentry"
	"sineng/ent/audittext"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/store"
)

// Files of an archive.
const (
	archiveCheckpoint = "checkpoint"
	archiveEntries    = "entries.jsonl"
	archiveTexts      = "texts.jsonl"
	archiveKey        = "log.pub"
	archiveReadme     = "README.txt"
)

const archiveNotice = `审计日志归档 / Archive of an audit log

checkpoint     the signed size and root hash of the log (C2SP tlog-checkpoint)
entries.jsonl  one entry a line, in the order of the log; a line without its end is a leaf (RFC 6962)
texts.jsonl    the texts that entries hold salted hashes of, one entry a line
log.pub        the key that verifies the checkpoint; compare it with the one you were given

sineng verify --archive FILE --key log.pub
`

// WriteArchive writes the signed part of the log into a file that can be verified without the
// server. It requires the right to read the log of the whole system.
func (s *Service) WriteArchive(ctx context.Context, w io.Writer) error {
	if err := authz.CheckEverywhere(ctx, authz.ReadLog); err != nil {
		return err
	}
	// The archive includes the entry of its own export, which is therefore written and signed
	// first.
	err := store.WithTx(ctx, s.store, func(ctx context.Context, _ *ent.Tx) error {
		return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionExport, Right: authz.ReadLog, Details: map[string]string{"what": "audit log"}})
	})
	if err != nil {
		return err
	}
	ctx = viewer.System(ctx)
	if _, err := audit.Sequence(ctx, s.store); err != nil && !ent.IsConstraintError(err) {
		return err
	}
	c, err := s.log.Checkpoint(ctx)
	if err != nil {
		return err
	}
	return s.store.Snapshot(ctx, func(ctx context.Context, client *ent.Client) error {
		z := zip.NewWriter(w)
		for _, f := range []struct{ name, text string }{{archiveReadme, archiveNotice}, {archiveCheckpoint, c.Note}, {archiveKey, s.log.Key().Public + "\n"}} {
			if err := put(z, f.name, c.At, func(w io.Writer) error { _, err := io.WriteString(w, f.text); return err }); err != nil {
				return err
			}
		}
		if err := put(z, archiveEntries, c.At, func(w io.Writer) error { return writeEntries(ctx, client, w, c.Size) }); err != nil {
			return err
		}
		if err := put(z, archiveTexts, c.At, func(w io.Writer) error { return writeTexts(ctx, client, w, c.Size) }); err != nil {
			return err
		}
		return z.Close()
	})
}

func put(z *zip.Writer, name string, at time.Time, write func(io.Writer) error) error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: at})
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	return errors.Join(write(b), b.Flush())
}

func writeEntries(ctx context.Context, client *ent.Client, w io.Writer, size int64) error {
	for next := int64(0); next < size; {
		rows, err := client.AuditEntry.Query().Where(auditentry.IDGTE(tlog.EntryID(next)), auditentry.IDLT(tlog.EntryID(size))).
			Order(auditentry.ByID()).Limit(scanBatch).All(ctx)
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return fmt.Errorf("the log ends at entry %d of %d", next, size)
		}
		for _, r := range rows {
			if _, err := io.WriteString(w, r.Body+"\n"); err != nil {
				return err
			}
		}
		next = tlog.IndexOf(rows[len(rows)-1].ID) + 1
	}
	return nil
}

// archivedTexts is a line of the file of texts.
type archivedTexts struct {
	Entry int64           `json:"entry"`
	Texts json.RawMessage `json:"texts"`
}

func writeTexts(ctx context.Context, client *ent.Client, w io.Writer, size int64) error {
	for after := int64(0); ; {
		rows, err := client.AuditText.Query().Where(audittext.IDGT(after), audittext.IDLT(tlog.EntryID(size))).
			Order(audittext.ByID()).Limit(scanBatch).All(ctx)
		if err != nil || len(rows) == 0 {
			return err
		}
		for _, r := range rows {
			line, err := audit.Encode(archivedTexts{tlog.IndexOf(r.ID), json.RawMessage(r.Texts)})
			if err != nil {
				return err
			}
			if _, err := w.Write(append(line, '\n')); err != nil {
				return err
			}
		}
		after = rows[len(rows)-1].ID
	}
}

// ErrNotArchive means that a file is not an archive of a log.
var ErrNotArchive = fault.New(fault.Invalid, "NOT_AN_ARCHIVE", "", "该文件不是审计日志归档", "The file is no archive of an audit log")

// Archive verifies an archive with the key alone. checkpoints are further signed notes that
// the archived log must contain.
func Archive(z *zip.Reader, verifier note.Verifier, checkpoints ...*tlog.Checkpoint) (*Report, *tlog.Checkpoint, error) {
	text, err := readSmall(z, archiveCheckpoint)
	if err != nil {
		return nil, nil, ErrNotArchive
	}
	own, err := tlog.OpenCheckpoint(text, verifier)
	if err != nil {
		return nil, nil, fault.New(fault.Invalid, "BAD_SIGNATURE", "", "归档中检查点的签名与公钥不符", "The signature on the archive's checkpoint is not of this key")
	}
	v := &verification{replay: newReplay(), roots: map[int64]sumdb.Hash{}}
	for _, c := range append(checkpoints, own) {
		v.checkpoints = append(v.checkpoints, &signed{Checkpoint: c, inDatabase: true, inFile: true})
		v.roots[c.Size] = sumdb.Hash{}
	}
	beside, err := z.Open(archiveTexts)
	if err != nil {
		return nil, nil, ErrNotArchive
	}
	defer func() { _ = beside.Close() }()
	texts := lines(beside)
	nextText := archivedTexts{Entry: -1}
	entries, err := z.Open(archiveEntries)
	if err != nil {
		return nil, nil, ErrNotArchive
	}
	defer func() { _ = entries.Close() }()
	bodies := lines(entries)
	for index := int64(0); bodies.Scan(); index++ {
		for nextText.Entry < index && texts.Scan() {
			nextText = archivedTexts{}
			if err := json.Unmarshal(texts.Bytes(), &nextText); err != nil {
				v.report.entry("TEXT_CHANGED", index, "随附文本无法读取", "the texts beside it cannot be read")
				break
			}
		}
		l := &leaf{index: index, body: append([]byte(nil), bodies.Bytes()...)}
		if nextText.Entry == index {
			l.texts, l.has = string(nextText.Texts), true
		}
		l.open()
		v.take(l)
	}
	if err := errors.Join(bodies.Err(), texts.Err()); err != nil {
		return nil, nil, fmt.Errorf("reading the archive: %w", err)
	}
	v.size, v.report.Entries = v.frontier.Size, v.frontier.Size
	if v.size > own.Size {
		v.report.log("ENTRY_ADDED", fmt.Sprintf("归档多出 %d 条未签名的日志", v.size-own.Size), plural(v.size-own.Size)+" more than were signed")
	}
	_ = v.compareCheckpoints(context.Background())
	for _, c := range v.replay.bare {
		if !v.replay.erased[c] {
			v.report.entry("TEXT_MISSING", c.Entry, "文本缺失,且没有删除记录", "its texts are gone, and no entry says that they were erased")
		}
	}
	return &v.report, own, nil
}

// longestLine is the greatest length of an entry in an archive, in bytes.
const longestLine = 256 << 20

func lines(r io.Reader) *bufio.Scanner {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 64<<10), longestLine)
	return s
}

func readSmall(z *zip.Reader, name string) (string, error) {
	f, err := z.Open(name)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	text, err := io.ReadAll(io.LimitReader(f, 1<<20))
	return string(text), err
}
