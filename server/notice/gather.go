package notice

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/notice"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/office"
)

const (
	// wordMany is on how many objects a gathered notice is; no other notice has the word.
	wordMany = "many"
	// wordOf are the keys of those that a notice stands for, so that none of them is said again; no text names it.
	wordOf = "of"
	// mostGathered is how many objects a notice is on at most.
	mostGathered = 2000
	// skew is how far the clocks of two servers may be apart, of which one writes the log and the other its notices.
	skew = 24 * time.Hour
)

// Many is how several notices of a kind read that reach an account together: as one, so that they do not bury what else it has.
type Many struct {
	// ZH and EN are its text; {many} stands for on how many objects they are, other words are those that Words gives.
	ZH, EN string
	// Page is the list on which they all are; {id} stands for the lowest unit to which all their objects belong, empty where there
	// is none.
	Page string
	// Words are what the text names, of the words of each.
	Words func(all []map[string]string) map[string]string
	// Again are words of several on one object that read otherwise than in the last of them; nil for none.
	Again func(all []map[string]string) map[string]string
}

// anywhere tells whether a notice leads to a list on which there is something for whoever gets it, wherever its objects stand.
func (r *Registry) anywhere(n *ent.Notice) bool {
	many := r.kinds[n.Kind].Many
	return many != nil && gathered(n) && (n.ObjectID == 0 || !strings.Contains(many.Page, "{id}"))
}

// gathered tells whether a notice is on several objects.
func gathered(n *ent.Notice) bool { return n.Words[wordMany] != "" }

// group are the notices of a kind that reach an account together.
type group struct {
	account int64
	kind    term.NoticeKind
}

// gather makes one of the notices of a kind that reach an account together, where the kind says how several read. One that was
// written before, alone or among others, counts no more: entries of the log may be read once more, cut otherwise, and what is looked
// for daily is found again.
func (b *Batch) gather(ctx context.Context, list []addressed) ([]addressed, error) {
	var order []group
	groups, out := map[group][]addressed{}, make([]addressed, 0, len(list))
	for _, n := range list {
		if b.registry.kinds[n.Kind].Many == nil {
			out = append(out, n)
			continue
		}
		g := group{n.account, n.Kind}
		if groups[g] == nil {
			order = append(order, g)
		}
		groups[g] = append(groups[g], n)
	}
	if len(order) == 0 {
		return out, nil
	}
	told, err := b.told(ctx, order)
	if err != nil {
		return nil, err
	}
	for _, g := range order {
		fresh := slices.DeleteFunc(groups[g], func(n addressed) bool { return told[identity{n.account, n.Key}] })
		many := b.registry.kinds[g.kind].Many
		for part := range slices.Chunk(many.byObject(fresh), mostGathered) {
			out = append(out, addressed{g.account, many.of(part)})
		}
	}
	return out, nil
}

// byObject makes one notice of those on one object.
func (m *Many) byObject(list []addressed) []Notice {
	var order []int64
	on := map[int64][]addressed{}
	for _, n := range list {
		if on[n.Object] == nil {
			order = append(order, n.Object)
		}
		on[n.Object] = append(on[n.Object], n)
	}
	out := make([]Notice, 0, len(order))
	for _, object := range order {
		all := on[object]
		last := all[len(all)-1].Notice
		if len(all) > 1 {
			words, keys := make([]map[string]string, len(all)), make([]string, len(all))
			for i, n := range all {
				words[i], keys[i] = n.Words, n.Key
			}
			last.Words = maps.Clone(last.Words)
			if m.Again != nil {
				maps.Copy(last.Words, m.Again(words))
			}
			last.Words[wordOf] = strings.Join(keys, "\n")
		}
		out = append(out, last)
	}
	return out
}

// of is the notice that stands for those on several objects, or the one that there is.
func (m *Many) of(list []Notice) Notice {
	if len(list) == 1 {
		return list[0]
	}
	all, keys, places := make([]map[string]string, len(list)), make([]string, len(list)), make([]authz.Levels, len(list))
	for i, n := range list {
		all[i], keys[i], places[i] = n.Words, n.Key, n.At
		if of := n.Words[wordOf]; of != "" {
			keys[i] = of
		}
	}
	words := map[string]string{}
	if m.Words != nil {
		words = m.Words(all)
	}
	words[wordMany], words[wordOf] = strconv.Itoa(len(list)), strings.Join(keys, "\n")
	return Notice{Kind: list[0].Kind, Object: office.UnitAt(office.Common(places...)).ID, Key: wordMany + " " + list[0].Key, Words: words}
}

// accountsAtOnce is for how many accounts one statement looks up what they were told.
const accountsAtOnce = 100

// told are the keys of what accounts were told since the moment from which something may be found again.
func (b *Batch) told(ctx context.Context, groups []group) (map[identity]bool, error) {
	var accounts []int64
	var kinds []term.NoticeKind
	for _, g := range groups {
		accounts, kinds = append(accounts, g.account), append(kinds, g.kind)
	}
	slices.Sort(accounts)
	slices.Sort(kinds)
	kinds = slices.Compact(kinds)
	out := map[identity]bool{}
	for some := range slices.Chunk(slices.Compact(accounts), accountsAtOnce) {
		rows, err := b.Tx.Notice.Query().Where(notice.AccountIDIn(some...), notice.AtGTE(b.again), notice.KindIn(kinds...)).
			Select(notice.FieldAccountID, notice.FieldKey, notice.FieldWords).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, n := range rows {
			out[identity{n.AccountID, n.Key}] = true
			for _, key := range strings.Split(n.Words[wordOf], "\n") {
				out[identity{n.AccountID, key}] = true
			}
		}
	}
	return out, nil
}

// Gravest is the word of some that comes first in an order, empty where none is in it.
func Gravest(all []map[string]string, word string, order []string) string {
	best := len(order)
	for _, words := range all {
		if i := slices.Index(order, words[word]); i >= 0 {
			best = min(best, i)
		}
	}
	if best == len(order) {
		return ""
	}
	return order[best]
}

// Earliest is the first day that a word of some names, empty for none.
func Earliest(all []map[string]string, word string) string {
	var first string
	for _, words := range all {
		if d := words[word]; d != "" && (first == "" || d < first) {
			first = d
		}
	}
	return first
}

// Sum is the sum of the numbers that a word of some names.
func Sum(all []map[string]string, word string) string {
	sum := 0
	for _, words := range all {
		n, _ := strconv.Atoi(words[word]) // one that is no number counts nothing, as it reads
		sum += n
	}
	return strconv.Itoa(sum)
}
