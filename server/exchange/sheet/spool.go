package sheet

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
)

// spool keeps rows in a temporary file, so that a file of any number of rows is read within
// bounded memory. The file has no name while the system lets an open file be removed.
type spool struct {
	file *os.File
	out  *bufio.Writer
	end  int64
}

func newSpool() (*spool, error) {
	f, err := os.CreateTemp("", "sineng-rows-*")
	if err != nil {
		return nil, fmt.Errorf("making a file for rows: %w", err)
	}
	_ = os.Remove(f.Name())
	return &spool{file: f, out: bufio.NewWriterSize(f, 1<<16)}, nil
}

// close removes the file.
func (s *spool) close() error {
	err := s.file.Close()
	if gone := os.Remove(s.file.Name()); gone != nil && !errors.Is(gone, os.ErrNotExist) {
		err = errors.Join(err, gone)
	}
	return err
}

// spooled are the rows of a table in a spool. They are added to one table after another, or while
// another table's are read.
type spooled struct {
	*spool
	from, to     int64
	buffer, head []byte
}

func (s *spool) table() keeper { return &spooled{spool: s, from: -1} }

// add appends a row: its length, its number, the number of its cells with its flags, and of each
// cell the kind with its flags, and the text.
func (t *spooled) add(r Row) error {
	if t.from < 0 {
		t.from = t.end
	}
	b := binary.AppendUvarint(t.buffer[:0], uint64(r.Number))
	b = binary.AppendUvarint(b, flagged(len(r.Cells), r.Banner, r.Hidden, r.Heading))
	for _, c := range r.Cells {
		b = binary.AppendUvarint(b, flagged(int(c.Kind), c.Filled, c.Across, c.Down, c.Computed))
		b = binary.AppendUvarint(b, uint64(len(c.Text)))
		b = append(b, c.Text...)
	}
	length := binary.AppendUvarint(t.head[:0], uint64(len(b)))
	t.buffer, t.head, t.end = b, length, t.end+int64(len(length)+len(b))
	t.to = t.end
	_, err := t.out.Write(length)
	if err == nil {
		_, err = t.out.Write(b)
	}
	return err
}

// flagged packs flags below a number.
func flagged(n int, flags ...bool) uint64 {
	v := uint64(n)
	for _, f := range flags {
		v <<= 1
		if f {
			v |= 1
		}
	}
	return v
}

func (t *spooled) each(do func(Row) error) error {
	if t.from < 0 {
		return nil
	}
	if err := t.out.Flush(); err != nil {
		return err
	}
	in := rowReader{in: bufio.NewReaderSize(io.NewSectionReader(t.file, t.from, t.to-t.from), 1<<16)}
	for {
		row, err := in.row()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := do(row); err != nil {
			return err
		}
	}
}

// rowReader reads rows that spooled.add wrote.
type rowReader struct {
	in     *bufio.Reader
	buffer []byte
	rest   string // of the present row
}

// row returns the next row; io.EOF after the last.
func (r *rowReader) row() (Row, error) {
	size, err := binary.ReadUvarint(r.in)
	if err != nil {
		return Row{}, err
	}
	r.buffer = slices.Grow(r.buffer[:0], int(size))[:size]
	if _, err := io.ReadFull(r.in, r.buffer); err != nil {
		return Row{}, errors.Join(io.ErrUnexpectedEOF, err)
	}
	r.rest = string(r.buffer) // the texts of the row share it
	row := Row{Number: r.number()}
	cells := r.flagged(&row.Banner, &row.Hidden, &row.Heading)
	row.Cells = make([]Cell, cells)
	for i := range row.Cells {
		c := &row.Cells[i]
		c.Kind = Kind(r.flagged(&c.Filled, &c.Across, &c.Down, &c.Computed))
		n := r.number()
		c.Text, r.rest = r.rest[:n], r.rest[n:]
	}
	return row, nil
}

func (r *rowReader) number() int {
	var n uint64
	for shift := 0; ; shift += 7 {
		b := r.rest[0]
		r.rest = r.rest[1:]
		if n |= uint64(b&0x7f) << shift; b < 0x80 {
			return int(n)
		}
	}
}

// flagged reads what the function flagged packed.
func (r *rowReader) flagged(flags ...*bool) int {
	v := r.number()
	for i := len(flags) - 1; i >= 0; i-- {
		*flags[i] = v&1 == 1
		v >>= 1
	}
	return v
}
