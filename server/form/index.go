package form

import (
	"strings"

	"sineng/server/form/wording"
)

// thing is something that a cell names: a post, a person, a power, a risk point.
type thing struct {
	id int64
	// texts are what it is called, the preferred first.
	texts []string
	// tier tells how near it is: of two of a name the nearer is meant.
	tier int
}

// index finds things by what people write for them and tells what to write for one.
type index struct {
	things map[int64]*thing
	exact  map[string][]*thing
	folded map[string][]*thing
}

func newIndex() *index {
	return &index{things: map[int64]*thing{}, exact: map[string][]*thing{}, folded: map[string][]*thing{}}
}

// add takes in a thing; one that is there already stays as it is.
func (x *index) add(t *thing) {
	if x.things[t.id] != nil {
		return
	}
	x.things[t.id] = t
	for _, text := range t.texts {
		text = wording.OneLine(text)
		x.exact[text] = append(x.exact[text], t)
		folded := wording.Identity(text)
		x.folded[folded] = append(x.folded[folded], t)
	}
}

// find is the thing that a text names, nil for none; several tells that more than one could
// be meant.
func (x *index) find(text string) (found *thing, several bool) {
	text = wording.OneLine(text)
	if text == "" {
		return nil, false
	}
	if found, several = x.strictly(text); found != nil || several {
		return found, several
	}
	return nearest(x.folded[wording.Identity(text)])
}

// strictly is find for a text as it is written, or with an id behind it.
func (x *index) strictly(text string) (found *thing, several bool) {
	if found, several = nearest(x.exact[text]); found != nil || several {
		return found, several
	}
	if at := strings.LastIndexByte(text, '#'); at >= 0 {
		id, _ := RowID(text[at+1:])
		if t := x.things[id]; t != nil && t.called(text[:at]) {
			return t, false
		}
	}
	return nil, false
}

// called tells whether a thing is called so, dividers and the forms of letters aside.
func (t *thing) called(text string) bool {
	for _, own := range t.texts {
		if undivided(own) == undivided(text) || wording.Key(own) == wording.Key(text) && wording.Key(own) != "" {
			return true
		}
	}
	return false
}

// undivided is a text with blanks for dividers.
func undivided(text string) string {
	return wording.OneLine(strings.Map(func(r rune) rune {
		if divides(r) {
			return ' '
		}
		return r
	}, text))
}

// nearest is the only thing of the nearest tier.
func nearest(all []*thing) (found *thing, several bool) {
	for _, t := range all {
		switch {
		case found == t:
		case found == nil || t.tier < found.tier:
			found, several = t, false
		case t.tier == found.tier:
			several = true
		}
	}
	if several {
		return nil, true
	}
	return found, false
}

// text is what to write for a thing so that it is found again.
func (x *index) text(id int64) string {
	t := x.things[id]
	if t == nil {
		return ""
	}
	for _, text := range t.texts {
		text = wording.OneLine(text)
		if found, _ := x.find(text); found == t {
			return text
		}
	}
	return wording.OneLine(t.texts[0]) + "#" + RowKey36(id)
}

// list is what to write for several things. A text that the dividers in it would cut into
// other things is written with its id.
func (x *index) list(ids []int64) string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = x.text(id)
	}
	out := strings.Join(texts, listDivider)
	if got, _ := x.findList(out); !sameIDs(got, ids) {
		for i, id := range ids {
			texts[i] = x.plain(id)
		}
		out = strings.Join(texts, listDivider)
	}
	return out
}

// plain is what to write for a thing where its text alone would be cut or run together with
// another.
func (x *index) plain(id int64) string {
	t := x.things[id]
	if t == nil {
		return ""
	}
	return undivided(t.texts[0]) + "#" + RowKey36(id)
}

// listDivider stands between the things of a cell.
const listDivider = "、"

// divides tells whether a character stands between the things of a cell.
func divides(r rune) bool { return strings.ContainsRune("\n,;\u3001\uff0c\uff1b", r) }

// findList are the things that a cell names, in the order of the cell, and the texts that
// name nothing. A name may hold dividers itself: the longest that is known is taken.
func (x *index) findList(cell string) (ids []int64, unknown []string) {
	cell = wording.Clean(cell)
	var ends []int // where pieces may end
	var starts []int
	start := 0
	for i, r := range cell {
		if divides(r) {
			starts, ends = append(starts, start), append(ends, i)
			start = i + len(string(r))
		}
	}
	starts, ends = append(starts, start), append(ends, len(cell))
	seen := map[int64]bool{}
	for at := 0; at < len(starts); {
		next := at + 1
		var found *thing
		for to := min(len(ends), at+mostPieces) - 1; to >= at; to-- {
			find := x.strictly // what stands between dividers is not taken together by its letters alone
			if to == at {
				find = x.find
			}
			if t, _ := find(wording.OneLine(cell[starts[at]:ends[to]])); t != nil {
				found, next = t, to+1
				break
			}
		}
		switch text := wording.OneLine(cell[starts[at]:ends[at]]); {
		case found != nil && !seen[found.id]:
			seen[found.id] = true
			ids = append(ids, found.id)
		case found == nil && text != "":
			unknown = append(unknown, text)
		}
		at = next
	}
	return ids, unknown
}

// mostPieces is the greatest number of dividers and pieces that a name is looked for in.
const mostPieces = 12

func sameIDs(a, b []int64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
