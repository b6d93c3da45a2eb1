package audit

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"

	"sineng/ent"
	"sineng/server/store"
)

// leaf is an entry with what stands beside it.
type leaf struct {
	index int64
	body  []byte
	texts string // "" when there are none
	has   bool   // whether a row of texts is there

	entry *Entry
	salt  [16]byte
	hash  tlog.Hash
	wrong []problem // of the entry by itself
}

type problem struct{ reason, zh, en string }

func (l *leaf) fail(reason, zh, en string) { l.wrong = append(l.wrong, problem{reason, zh, en}) }

// open reads an entry and compares its texts with their commitments.
func (l *leaf) open() {
	l.hash = tlog.RecordHash(l.body)
	e, err := parse(l.body)
	if err != nil {
		l.fail("ENTRY_CHANGED", "内容不是有效的日志条目", "the body is no entry")
		l.entry = &Entry{}
		return
	}
	l.entry = e
	if !l.has {
		return
	}
	texts := &Texts{}
	if err := json.Unmarshal([]byte(l.texts), texts); err != nil || len(texts.Salt) != len(l.salt) {
		l.fail("TEXT_CHANGED", "文本或其盐值已被改动", "its texts or their salt were changed")
		return
	}
	copy(l.salt[:], texts.Salt)
	want := e.commitments()
	for place, text := range texts.Text {
		if want[place] != texts.commitment(place, text) {
			l.fail("TEXT_CHANGED", "文本“"+place+"”与记录的散列值不符", "the text "+place+" is not the one that was hashed")
			return
		}
		delete(want, place)
	}
	for place := range want {
		if !e.secret(place) {
			l.fail("TEXT_CHANGED", "文本“"+place+"”已被删去", "the text "+place+" was taken away")
			return
		}
	}
}

// commitments are those of an entry by the place of their text.
func (e *Entry) commitments() map[string]string {
	out := map[string]string{}
	for name, c := range e.Details {
		out["details."+name] = c
	}
	for i, d := range e.Changes {
		for column, pair := range d.Columns {
			for j, v := range pair {
				if c, ok := v.(string); ok && strings.HasPrefix(c, commitmentMark) {
					out[strconv.Itoa(i)+"."+column+"."+strconv.Itoa(j)] = c
				}
			}
		}
	}
	return out
}

// compareColumns tells whether the columns to search by say what the body says.
func (l *leaf) compareColumns(row *ent.AuditEntry) {
	if tlog.Hash(row.LeafHash) != l.hash {
		l.fail("ENTRY_CHANGED", "内容与其散列值不符", "the body does not have the hash that was written")
	}
	e := l.entry
	var o Object
	if e.Object != nil {
		o = *e.Object
	}
	if !row.At.Equal(e.At) || row.Action != e.Action || row.AccountID != e.Actor.Account || row.PersonID != e.Actor.Person ||
		row.UnitID != e.Unit || row.ObjectType != o.Type || row.ObjectID != o.ID {
		l.fail("COLUMN_CHANGED", "检索字段与内容不符", "the columns to search by do not say what the body says")
	}
}

// rowState is how a row was last told of.
type rowState struct {
	entry  int64 // index, or behind the log for those that wait
	digest [32]byte
	salt   [16]byte
	salted bool
	gone   bool
}

type linkKey struct {
	entity, edge string
	owner        int64
}

// replay works out from the log how every row must stand now.
type replay struct {
	rows     map[int64]rowState
	links    map[linkKey]map[int64]bool
	sessions map[int64]int64
	erased   map[int64]bool
	bare     []int64 // entries without texts
	lost     []Lost
	touches  multiset
}

func newReplay() *replay {
	return &replay{rows: map[int64]rowState{}, links: map[linkKey]map[int64]bool{}, erased: map[int64]bool{}, sessions: map[int64]int64{}}
}

func (r *replay) apply(l *leaf) {
	e := l.entry
	for _, index := range e.Erased {
		r.erased[index] = true
	}
	r.lost = append(r.lost, e.Lost...)
	if !l.has {
		r.bare = append(r.bare, l.index)
	}
	for _, d := range e.Changes {
		for edge, change := range d.Links {
			r.link(linkKey{d.Type, edge, d.ID}, change)
		}
		state := rowState{entry: l.index, salt: l.salt, salted: l.has, gone: d.Row == ""}
		if raw, err := base64.RawURLEncoding.DecodeString(strings.TrimPrefix(d.Row, commitmentMark)); err == nil {
			copy(state.digest[:], raw)
		}
		r.rows[d.ID] = state
	}
}

func (r *replay) link(k linkKey, change LinkDiff) {
	set := r.links[k]
	if set == nil {
		set = map[int64]bool{}
		r.links[k] = set
	}
	for _, id := range change.Added {
		set[id] = true
	}
	for _, id := range change.Removed {
		delete(set, id)
	}
	if len(set) == 0 {
		delete(r.links, k)
	}
}

// multiset is a sum of hashes of its members, by which two of them are compared without
// being held.
type multiset struct{ n, sum uint64 }

func (m *multiset) add(a, b int64) {
	x := uint64(a)*0x9e3779b97f4a7c15 ^ uint64(b)*0xc2b2ae3d27d4eb4f
	x ^= x >> 29
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 32
	x *= 0x94d049bb133111eb
	x ^= x >> 31
	m.n++
	m.sum += x
}

func (e *Entry) secret(place string) bool {
	index, rest, ok := strings.Cut(place, ".")
	column, _, more := strings.Cut(rest, ".")
	n, err := strconv.Atoi(index)
	return ok && more && err == nil && n < len(e.Changes) && store.Secret(e.Changes[n].Type, column)
}

func plural(n int64) string {
	if n == 1 {
		return "1 entry"
	}
	return fmt.Sprintf("%d entries", n)
}
