package verify

import (
	"errors"
	"os"
	"slices"
)

// spillBytes is how much of a part is kept in memory before it goes into the file.
const spillBytes = 32 << 10

// spill keeps records of a fixed length in parts, each in the order in which they were added,
// in a temporary file, so that a log of any length is replayed within bounded memory. The file
// has no name while the system lets an open file be removed.
type spill struct {
	length int
	file   *os.File // nil until it is needed
	end    int64
	parts  map[int64]*part
	err    error // the first failure, after which nothing is kept
}

type part struct {
	buffer []byte
	at     []segment // in the file, before the buffer
}

type segment struct {
	from   int64
	length int
}

func newSpill(length int) *spill { return &spill{length: length, parts: map[int64]*part{}} }

// add adds a record to a part.
func (s *spill) add(key int64, record []byte) {
	p := s.parts[key]
	if p == nil {
		p = &part{}
		s.parts[key] = p
	}
	if p.buffer = append(p.buffer, record...); len(p.buffer) < spillBytes || s.err != nil {
		return
	}
	if s.file == nil {
		if s.file, s.err = os.CreateTemp("", "sineng-verify-*"); s.err != nil {
			return
		}
		_ = os.Remove(s.file.Name())
	}
	if _, s.err = s.file.WriteAt(p.buffer, s.end); s.err != nil {
		return
	}
	p.at = append(p.at, segment{s.end, len(p.buffer)})
	s.end += int64(len(p.buffer))
	p.buffer = p.buffer[:0]
}

// each calls do with the records of a part.
func (s *spill) each(key int64, do func(record []byte)) error {
	p := s.parts[key]
	if p == nil || s.err != nil {
		return s.err
	}
	var read []byte
	for _, at := range p.at {
		read = slices.Grow(read[:0], at.length)[:at.length]
		if _, err := s.file.ReadAt(read, at.from); err != nil {
			return err
		}
		for record := range slices.Chunk(read, s.length) {
			do(record)
		}
	}
	for record := range slices.Chunk(p.buffer, s.length) {
		do(record)
	}
	return nil
}

// keys are the parts in order.
func (s *spill) keys() []int64 {
	out := make([]int64, 0, len(s.parts))
	for key := range s.parts {
		out = append(out, key)
	}
	slices.Sort(out)
	return out
}

// close removes the file.
func (s *spill) close() error {
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	if gone := os.Remove(s.file.Name()); gone != nil && !errors.Is(gone, os.ErrNotExist) {
		err = errors.Join(err, gone)
	}
	return err
}
