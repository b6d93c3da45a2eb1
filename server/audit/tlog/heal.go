package tlog

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	sumdb "golang.org/x/mod/sumdb/tlog"

	"sineng/ent/auditcheckpoint"
)

// heal brings the two places of checkpoints together again, after a full disk or a crash stopped
// the program between them: a checkpoint that is signed by the log's key, that the log contains,
// and that stands in one place only is written to the other. One that the log does not contain
// stays where it is, so that a loss shows. The caller holds l.signing.
func (l *Log) heal(ctx context.Context) error {
	if err := trimPart(filepath.Join(l.dir, CheckpointsFile)); err != nil {
		return err
	}
	kept, err := ReadKept(l.dir)
	if err != nil {
		return err
	}
	rows, err := l.store.Client.AuditCheckpoint.Query().Order(auditcheckpoint.BySize(), auditcheckpoint.ByID()).All(ctx)
	if err != nil {
		return err
	}
	now, err := Size(ctx, l.store.Client)
	if err != nil {
		return err
	}
	inFile, inDatabase := map[string]bool{}, map[string]bool{}
	for _, r := range rows {
		inDatabase[r.Note] = true
	}
	var newest *Checkpoint
	for _, k := range kept {
		inFile[k.Note] = true
		c, err := OpenCheckpoint(k.Note, l.key.verifier)
		if err != nil {
			continue // a verification reports it
		}
		c.At = k.At
		if newest == nil || c.Size >= newest.Size {
			newest = c
		}
		if inDatabase[k.Note] {
			continue
		}
		if err := l.contained(ctx, c, now, func() error { return l.record(ctx, c) }); err != nil {
			return err
		}
	}
	for _, r := range rows {
		if inFile[r.Note] {
			continue
		}
		c, err := OpenCheckpoint(r.Note, l.key.verifier)
		if err != nil {
			continue
		}
		c.At = r.At
		if err := l.contained(ctx, c, now, func() error { return l.append(c) }); err != nil {
			return err
		}
	}
	return l.healNewest(newest)
}

// contained calls put when the log contains a checkpoint.
func (l *Log) contained(ctx context.Context, c *Checkpoint, now int64, put func() error) error {
	if c.Size > now {
		return nil
	}
	root, err := sumdb.TreeHash(c.Size, Reader(ctx, l.store.Client))
	if err != nil || root != c.Root {
		return err
	}
	l.log.WarnContext(ctx, "a checkpoint stood in one place only and is put into the other", "entries", c.Size)
	return put()
}

// healNewest writes the file of the newest checkpoint where it is older than the newest kept.
func (l *Log) healNewest(newest *Checkpoint) error {
	if newest == nil {
		return nil
	}
	text, err := os.ReadFile(filepath.Join(l.dir, CheckpointFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err == nil {
		c, err := OpenCheckpoint(string(text), l.key.verifier)
		if err != nil || c.Size >= newest.Size {
			return nil // what is forged is reported, not written over
		}
	}
	return l.replace(newest)
}

// trimPart cuts off a line that a full disk or a crash left unfinished at the end of a file.
func trimPart(path string) error {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil || len(text) == 0 || text[len(text)-1] == '\n' {
		return err
	}
	return os.Truncate(path, int64(bytes.LastIndexByte(text, '\n')+1))
}
