package verify

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	sumdb "golang.org/x/mod/sumdb/tlog"

	"sineng/ent"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/store"
)

// leaf is an entry with its texts.
type leaf struct {
	index int64
	body  []byte
	texts string // empty when there are none
	has   bool   // whether a row of texts exists

	entry  *audit.Entry
	beside *audit.Texts // nil when they are missing or invalid
	hash   sumdb.Hash
	wrong  []problem // problems of the entry on its own
}

type problem struct{ reason, zh, en string }

func (l *leaf) fail(reason, zh, en string) { l.wrong = append(l.wrong, problem{reason, zh, en}) }

// open parses an entry and compares its texts with their commitments.
func (l *leaf) open() {
	l.hash = sumdb.RecordHash(l.body)
	e, err := audit.Parse(l.body)
	if err != nil {
		l.fail("ENTRY_CHANGED", "内容不是有效的日志条目", "the body is no entry")
		l.entry = &audit.Entry{}
		return
	}
	l.entry = e
	if !l.has {
		l.fail("TEXT_MISSING", "随附文本缺失", "the texts beside it are gone")
		return
	}
	texts := &audit.Texts{}
	if err := json.Unmarshal([]byte(l.texts), texts); err != nil || len(texts.Changes) != len(e.Changes) {
		l.fail("TEXT_CHANGED", "随附文本已被改动", "the texts beside it were changed")
		return
	}
	l.beside = texts
	if texts.Details != nil {
		l.compareTexts("", texts.Details, e.Details)
	}
	for i, t := range texts.Changes {
		if t == nil {
			continue // erased or removed; decided once the whole log is read
		}
		want := map[string]string{}
		if t.Row != nil || e.Changes[i].Whole() {
			l.compareRow(strconv.Itoa(i), t, e.Changes[i].Row)
		}
		for column, pair := range e.Changes[i].Columns {
			if store.Secret(e.Changes[i].Type, column) {
				continue
			}
			for j, v := range pair {
				if c, ok := v.(string); ok && strings.HasPrefix(c, audit.CommitmentMark) {
					want[column+"."+strconv.Itoa(j)] = c
				}
			}
		}
		l.compareTexts(strconv.Itoa(i)+".", t, want)
	}
}

// compareRow compares the text of a new row with its commitment.
func (l *leaf) compareRow(change string, t *audit.Salted, want string) {
	if t.Commitment(audit.WholeRow, string(t.Row)) != want {
		l.fail("TEXT_CHANGED", "第 "+change+" 处变更的新行与记录的散列值不符", "the new row of change "+change+" is not the one that was hashed")
	}
}

// compareTexts compares texts with the commitments, by place.
func (l *leaf) compareTexts(prefix string, t *audit.Salted, want map[string]string) {
	found := 0
	for place, text := range t.Text {
		if want[place] != t.Commitment(place, text) {
			l.fail("TEXT_CHANGED", "文本“"+prefix+place+"”与记录的散列值不符", "the text "+prefix+place+" is not the one that was hashed")
			return
		}
		found++
	}
	if found < len(want) {
		l.fail("TEXT_CHANGED", "部分文本已被删去", "some of its texts were taken away")
	}
}

// compareColumns checks that the columns for searching match the body.
func (l *leaf) compareColumns(row *ent.AuditEntry) {
	if sumdb.Hash(row.LeafHash) != l.hash {
		l.fail("ENTRY_CHANGED", "内容与其散列值不符", "the body does not have the hash that was written")
	}
	e := l.entry
	var o audit.Object
	if e.Object != nil {
		o = *e.Object
	}
	if !row.At.Equal(e.At) || row.Action != e.Action || row.AccountID != e.Actor.Account || row.PersonID != e.Actor.Person ||
		row.UnitID != e.Unit || row.ObjectType != o.Type || row.ObjectID != o.ID {
		l.fail("COLUMN_CHANGED", "检索字段与内容不符", "the columns to search by do not say what the body says")
	}
}

// compareSeal checks that the program wrote the entry.
func (l *leaf) compareSeal(s *store.Store) {
	if !tlog.Sealed(s, l.body) {
		l.fail("ENTRY_FORGED", "该条不是由系统写入的", "the program did not write it")
	}
}

// multiset is a sum of the hashes of its members, so that two multisets can be compared
// without storing them.
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

func plural(n int64) string {
	if n == 1 {
		return "1 entry"
	}
	return fmt.Sprintf("%d entries", n)
}
