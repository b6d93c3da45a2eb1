package form

import (
	"slices"
	"strings"

	"sineng/server/form/wording"
)

// thing is an object that a cell can name: a post, a person, a power or a risk
// point.
type thing struct {
	id int64
	// texts are its names, the preferred one first.
	texts []string
	// tier ranks the distance: of two things with the same name the nearer one
	// is meant.
	tier int
}

// index finds things by what people write for them, and gives the text to
// write for a thing.
type index struct {
	things map[int64]*thing
	exact  map[string][]*thing
	folded map[string][]*thing
}

func newIndex() *index {
	return &index{things: map[int64]*thing{}, exact: map[string][]*thing{}, folded: map[string][]*thing{}}
}

// add adds a thing unless it is there already.
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

// find returns the thing that a text names, nil for none; several reports that
// the text is ambiguous.
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

// strictly is find for the exact text, or a text followed by an id.
func (x *index) strictly(text string) (found *thing, several bool) {
	if found, several = nearest(x.exact[text]); found != nil || several {
		return found, several
	}
	if name, id, ok := wording.NumberOf(text); ok {
		if t := x.things[id]; t != nil && t.called(name) {
			return t, false
		}
	}
	return nil, false
}

// called reports whether the text is a name of the thing.
func (t *thing) called(text string) bool {
	return slices.ContainsFunc(t.texts, func(own string) bool { return wording.Called(own, text) })
}

// nearest returns the only thing of the nearest tier.
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

// text returns what to write for a thing so that it is found again.
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
	return wording.Numbered(wording.OneLine(t.texts[0]), id)
}

// list returns what to write for several things. A name that its own
// separators would split into other names is written with the id.
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

// plain returns what to write for a thing in a list when its name alone would
// be split or joined with the next.
func (x *index) plain(id int64) string {
	t := x.things[id]
	if t == nil {
		return ""
	}
	return wording.Numbered(wording.Undivided(t.texts[0]), id)
}

// listDivider separates the things in a cell.
const listDivider = "、"

// findList returns the things that a cell names, in the order of the cell, and
// the texts that name nothing. A name may itself contain separators: the
// longest known name is taken.
func (x *index) findList(cell string) (ids []int64, unknown []string) {
	cell = wording.Clean(cell)
	var ends []int // where a piece may end
	var starts []int
	start := 0
	for i, r := range cell {
		if wording.Divides(r) {
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
			find := x.strictly // between separators only an exact name counts
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

// mostPieces is the greatest number of pieces that are tried as one name.
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
