package verify

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"strings"

	"sineng/server/audit"
)

// rowState is the last logged state of a row.
type rowState struct {
	entry  int64 // index; after the end of the log for waiting entries
	digest [32]byte
	salt   [audit.SaltSize]byte
	salted bool
	gone   bool
}

// A record of a row's state is its id, the entry, the digest, the salt and two flags; one of a
// link is the owner, the other row and whether it was added.
const (
	stateLength = 8 + 8 + 32 + audit.SaltSize + 1
	linkLength  = 8 + 8 + 1

	flagSalted, flagGone = 1, 2
)

func (s rowState) record(id int64) []byte {
	out := make([]byte, 0, stateLength)
	out = binary.BigEndian.AppendUint64(out, uint64(id))
	out = binary.BigEndian.AppendUint64(out, uint64(s.entry))
	out = append(append(out, s.digest[:]...), s.salt[:]...)
	var flags byte
	if s.salted {
		flags |= flagSalted
	}
	if s.gone {
		flags |= flagGone
	}
	return append(out, flags)
}

func stateIn(record []byte) (id int64, s rowState) {
	id, s.entry = int64(binary.BigEndian.Uint64(record)), int64(binary.BigEndian.Uint64(record[8:]))
	copy(s.digest[:], record[16:])
	copy(s.salt[:], record[48:])
	flags := record[stateLength-1]
	s.salted, s.gone = flags&flagSalted != 0, flags&flagGone != 0
	return id, s
}

// blockBits says how many neighbouring ids are compared at once.
const blockBits = 17

// blockOf is the part in which the state of a row is kept.
func blockOf(id int64) int64 { return id >> blockBits }

// linkTable is a many-to-many edge of an entity.
type linkTable struct{ entity, edge string }

// linkBits is how many bits of a part's key name the block of the owners; those above name the
// table.
const linkBits = 63 - 12

// pairKey is a link of a table.
type pairKey struct{ owner, other int64 }

// replay computes the expected present state of every row from the log. States and links are kept
// in blocks of neighbouring ids.
type replay struct {
	rows    *spill // nil where they are not asked for
	links   *spill
	tables  []linkTable
	erased  map[audit.ErasedChange]bool
	bare    []audit.ErasedChange // changes whose texts are missing
	lost    []audit.Lost
	touches multiset
}

func newReplay() *replay { return &replay{erased: map[audit.ErasedChange]bool{}} }

// newStates is newReplay with the states of rows and links; close must be called.
func newStates() *replay {
	r := newReplay()
	r.rows, r.links = newSpill(stateLength), newSpill(linkLength)
	return r
}

func (r *replay) close() error { return errors.Join(r.rows.close(), r.links.close()) }

func (r *replay) apply(l *leaf) {
	e := l.entry
	for _, c := range e.Erased {
		r.erased[c] = true
	}
	r.lost = append(r.lost, e.Lost...)
	if l.beside != nil && l.beside.Details == nil && len(e.Details) > 0 {
		r.bare = append(r.bare, audit.ErasedChange{Entry: l.index, Change: audit.DetailsOf})
	}
	for i, d := range e.Changes {
		state := rowState{entry: l.index, gone: d.Row == ""}
		if l.beside == nil {
			// is reported already
		} else if l.beside.Changes[i] == nil {
			r.bare = append(r.bare, audit.ErasedChange{Entry: l.index, Change: i})
		} else {
			state.salted = copy(state.salt[:], l.beside.Changes[i].Salt) == audit.SaltSize
		}
		if r.rows == nil {
			continue
		}
		if raw, err := base64.RawURLEncoding.DecodeString(strings.TrimPrefix(d.Row, audit.CommitmentMark)); err == nil {
			copy(state.digest[:], raw)
		}
		r.rows.add(blockOf(d.ID), state.record(d.ID))
		for edge, change := range d.Links {
			r.link(linkTable{d.Type, edge}, d.ID, change)
		}
	}
}

func (r *replay) link(of linkTable, owner int64, change audit.LinkDiff) {
	key := r.linkBlock(of, owner)
	add := func(other int64, added byte) {
		record := binary.BigEndian.AppendUint64(make([]byte, 0, linkLength), uint64(owner))
		r.links.add(key, append(binary.BigEndian.AppendUint64(record, uint64(other)), added))
	}
	for _, id := range change.Added {
		add(id, 1)
	}
	for _, id := range change.Removed {
		add(id, 0)
	}
}

// linkBlock is the part in which the links of an owner are kept.
func (r *replay) linkBlock(of linkTable, owner int64) int64 {
	n := 0
	for n < len(r.tables) && r.tables[n] != of {
		n++
	}
	if n == len(r.tables) {
		r.tables = append(r.tables, of)
	}
	return int64(n)<<linkBits | blockOf(owner)
}

// statesIn are the states of the rows of a block.
func (r *replay) statesIn(block int64) (map[int64]rowState, error) {
	out := map[int64]rowState{}
	err := r.rows.each(block, func(record []byte) {
		id, state := stateIn(record)
		out[id] = state
	})
	return out, err
}

// linksIn are the links of a block.
func (r *replay) linksIn(key int64) (map[pairKey]bool, error) {
	out := map[pairKey]bool{}
	err := r.links.each(key, func(record []byte) {
		k := pairKey{int64(binary.BigEndian.Uint64(record)), int64(binary.BigEndian.Uint64(record[8:]))}
		if record[16] == 1 {
			out[k] = true
		} else {
			delete(out, k)
		}
	})
	return out, err
}
