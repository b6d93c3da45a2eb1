package search

import (
	"encoding/binary"
	"math/bits"
)

// A block are the rows whose keys agree but for their lowest bits.
const (
	blockBits = 13
	blockSize = 1 << blockBits
)

func blockOf(id int64) int64 { return id >> blockBits }

// keyOf is the key of the row of SearchBlock for a block and a gram.
func keyOf(block int64, gram uint32) int64 { return block<<32 | int64(gram) }

// members is a set of rows of a block.
type members [blockSize / 64]uint64

func (m *members) add(id int64)      { m[id%blockSize/64] |= 1 << (id % 64) }
func (m *members) has(id int64) bool { return m[id%blockSize/64]&(1<<(id%64)) != 0 }

// and keeps the rows that are in both sets.
func (m *members) and(other *members) {
	for i := range m {
		m[i] &= other[i]
	}
}

// or adds the rows of another set.
func (m *members) or(other *members) {
	for i := range m {
		m[i] |= other[i]
	}
}

// orDifference adds the rows that are in one of two sets but not in both; the second may be nil.
func (m *members) orDifference(a, b *members) {
	if b == nil {
		b = &members{}
	}
	for i := range m {
		m[i] |= a[i] ^ b[i]
	}
}

// without takes the rows of another set away.
func (m *members) without(other *members) {
	for i := range m {
		m[i] &^= other[i]
	}
}

func (m *members) count() (n int) {
	for _, w := range m {
		n += bits.OnesCount64(w)
	}
	return n
}

// each calls use for the place of every member in the block, in order.
func (m *members) each(use func(place int64)) {
	for i, w := range m {
		for w != 0 {
			use(int64(i*64 + bits.TrailingZeros64(w)))
			w &= w - 1
		}
	}
}

// pack writes the set as the distances between its members, each in a byte or two, or, where that
// is longer, as one bit per row.
func (m *members) pack() []byte {
	out := make([]byte, 0, 64)
	last := int64(-1)
	m.each(func(place int64) {
		if len(out) < len(m)*8 {
			out = binary.AppendUvarint(out, uint64(place-last))
			last = place
		}
	})
	if len(out) < len(m)*8 {
		return out
	}
	out = out[:0]
	for _, w := range m {
		out = binary.LittleEndian.AppendUint64(out, w)
	}
	return out
}

// unpack reads what pack wrote; what it cannot read is left out.
func unpack(packed []byte) *members {
	m := &members{}
	if len(packed) == len(m)*8 {
		for i := range m {
			m[i] = binary.LittleEndian.Uint64(packed[i*8:])
		}
		return m
	}
	place := int64(-1)
	for len(packed) > 0 {
		d, n := binary.Uvarint(packed)
		if place += int64(d); n <= 0 || d == 0 || d > blockSize || place >= blockSize {
			break
		}
		m.add(place)
		packed = packed[n:]
	}
	return m
}
