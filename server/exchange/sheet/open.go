package sheet

import (
	"context"
	"errors"
	"os"
	"slices"
)

// errEnough ends a reading of rows.
var errEnough = errors.New("enough rows")

// File is a file that was read, with its rows in a temporary file. It must be closed.
type File struct {
	// Format and Encoding are as in Book.
	Format, Encoding string
	// Tables are as in Book.
	Tables []Stored

	spool *spool
}

// Stored is one sheet whose rows are on disk.
type Stored struct {
	// Name, Within, Hidden and HiddenColumns are as in Table.
	Name, Within  string
	Hidden        bool
	HiddenColumns []int
	// Exported reports that the program exported the sheet, or the document; a column of marks is
	// left out.
	Exported bool

	rows keeper
}

// Open reads a file on disk, without loading it when it is too large. Its rows are then read as
// often as needed. Errors are those of Read.
func Open(ctx context.Context, path, name string, limits Limits) (*File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > limits.FileBytes {
		return nil, tooLarge(limits.FileBytes)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Keep(ctx, data, name, limits)
}

// Keep is Open for the content of a file.
func Keep(ctx context.Context, data []byte, name string, limits Limits) (*File, error) {
	s, err := newSpool()
	if err != nil {
		return nil, err
	}
	c, err := parse(ctx, data, name, limits, s.table)
	if err != nil {
		_ = s.close()
		return nil, err
	}
	f := &File{Format: c.format, Encoding: c.encoding, spool: s}
	for _, t := range c.tables {
		stored := Stored{Name: t.name, Within: t.within, Hidden: t.hidden, HiddenColumns: t.hiddenColumns, rows: t.rows}
		stored.Exported = c.ours
		if exported(t.rows) {
			stored.Exported, stored.rows = true, own{t.rows}
			stored.HiddenColumns = slices.DeleteFunc(slices.Clone(t.hiddenColumns), func(c int) bool { return c == 0 })
		}
		f.Tables = append(f.Tables, stored)
	}
	return f, nil
}

// Close removes what is kept of the file.
func (f *File) Close() error { return f.spool.close() }

// Each passes the rows with at least one cell that is not blank, in order.
func (t Stored) Each(do func(Row) error) error { return t.rows.each(do) }

// First returns the first rows, at most so many.
func (t Stored) First(most int) ([]Row, error) {
	var out []Row
	err := t.Each(func(r Row) error {
		if len(out) == most {
			return errEnough
		}
		out = append(out, r)
		return nil
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return out, err
}
