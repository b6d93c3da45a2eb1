package exchange

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sineng/server/exchange/sheet"
	"sineng/server/exchange/tables"
	"sineng/server/fault"
	"sineng/server/form/wording"
)

// HeadRows are rows of which somebody said that they are the titles of a table, or that they are
// none although they look like it.
type HeadRows struct {
	Sheet string `yaml:"sheet" json:"sheet"`
	// First and Last are the rows in the file that was read, and Titles their texts by column. Rows
	// are known again by their texts, on any sheet, as soon as there are any.
	First  int        `yaml:"first,omitempty" json:"-"`
	Last   int        `yaml:"last,omitempty" json:"-"`
	Titles [][]string `yaml:"titles,omitempty,flow" json:"titles"`
	// None says that the rows are no titles.
	None bool `yaml:"none,omitempty" json:"none,omitempty"`
}

// at reports how many of the rows of a sheet, from the first on, are those meant, and remembers
// where they were found; 0 for none.
func (h *HeadRows) at(name string, rows []sheet.Row) int {
	n := 0
	if len(h.Titles) > 0 {
		for n < len(h.Titles) && n < len(rows) && slices.Equal(titleKeys(h.Titles[n]), titleKeys(headTexts(rows[n]))) {
			n++
		}
		if n < len(h.Titles) {
			return 0
		}
	} else {
		if h.Sheet != name || rows[0].Number < h.First || len(headTexts(rows[0])) == 0 {
			return 0
		}
		for n < len(rows) && rows[n].Number <= h.Last {
			h.Titles = append(h.Titles, headTexts(rows[n]))
			n++
		}
	}
	if n > 0 {
		h.Sheet, h.First, h.Last = name, rows[0].Number, rows[n-1].Number
	}
	return n
}

// headTexts are the texts of a row by column, without those that repeat a merged cell.
func headTexts(r sheet.Row) []string {
	var out []string
	for i, c := range r.Cells {
		if c.Filled || c.Blank() {
			continue
		}
		for len(out) < i {
			out = append(out, "")
		}
		out = append(out, wording.OneLine(c.Text))
	}
	return out
}

func titleKeys(texts []string) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = titleKey(t)
	}
	return out
}

// overlaps reports whether two name the same row of the file.
func (h *HeadRows) overlaps(o HeadRows) bool {
	return h.Sheet == o.Sheet && h.First <= o.Last && o.First <= h.Last
}

// namedIn is what the finder of tables asks of the rows of a sheet.
func namedIn(name string, heads []HeadRows) func([]sheet.Row) (int, bool) {
	if len(heads) == 0 {
		return nil
	}
	return func(rows []sheet.Row) (int, bool) {
		for i := range heads {
			if n := heads[i].at(name, rows); n > 0 {
				if heads[i].None {
					return 0, true
				}
				return n, true
			}
		}
		return 0, false
	}
}

// cloneHeads is a copy that may be changed.
func cloneHeads(all []HeadRows) []HeadRows {
	out := slices.Clone(all)
	for i := range out {
		out[i].Titles = slices.Clone(out[i].Titles)
	}
	return out
}

// checkHeads reports what is wrong with the rows of titles of a mapping.
func (m *Mapping) checkHeads(wrong func(at, zh, en string)) {
	for _, h := range m.Heads {
		at := h.Sheet
		if h.First > 0 {
			at = fmt.Sprintf("%s %d-%d", h.Sheet, h.First, h.Last)
		}
		switch {
		case len(h.Titles) == 0 && (h.Sheet == "" || h.First < 1 || h.Last < h.First):
			wrong(at, "heads 须写明工作表和行号(first、last)", "heads name a sheet and its rows, first and last")
		case len(h.Titles) > tables.MostHeads, len(h.Titles) == 0 && h.Last-h.First >= tables.MostHeads:
			wrong(at, fmt.Sprintf("标题行最多 %d 行", tables.MostHeads), fmt.Sprintf("titles take at most %d rows", tables.MostHeads))
		case len(h.Titles) > 0 && strings.Join(h.Titles[0], "") == "":
			wrong(at, "标题行没有文字", "the rows of titles have no texts")
		}
	}
}

// HeadAnswer says that rows of a sheet are the titles of a table, or that they are none.
type HeadAnswer struct {
	Sheet       string
	First, Last int
	None        bool
}

// answerHeads takes what is said of rows of titles; it holds instead of what was said of the same rows.
func (p *Plan) answerHeads(m *Mapping, all []HeadAnswer, bad *fault.List) {
	for _, a := range all {
		if !slices.ContainsFunc(p.Views, func(v SheetView) bool { return v.Name == a.Sheet }) {
			bad.Add(fault.Bad("heads", "NO_SUCH_SHEET", "文件中没有工作表“"+a.Sheet+"”", "The file has no sheet "+a.Sheet))
			continue
		}
		if a.First < 1 || a.Last < a.First || a.Last-a.First >= tables.MostHeads {
			bad.Add(fault.Bad("heads", "BAD_ROWS", fmt.Sprintf("标题行应为 1 至 %d 行,行号从 1 起", tables.MostHeads),
				fmt.Sprintf("Titles take 1 to %d rows, whose numbers begin with 1", tables.MostHeads)))
			continue
		}
		h := HeadRows{Sheet: a.Sheet, First: a.First, Last: a.Last, None: a.None}
		m.Heads = append(slices.DeleteFunc(m.Heads, h.overlaps), h)
	}
}

// finding are the tables of a file.
type finding struct {
	sources []*source
	found   []*tables.Found // by sheet; nil for one that is not read
	told    toldBook
	heads   []HeadRows // as they were found
}

// find finds the tables of the file, by a mapping with its titles and the rows of titles that somebody
// named in it; nil for none.
func (in *input) find(ctx context.Context, by *Mapping) (*finding, error) {
	f := &finding{found: make([]*tables.Found, len(in.content.Tables))}
	if by != nil {
		f.heads = cloneHeads(by.Heads)
	}
	words := finderWords(by)
	for i, t := range in.content.Tables {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if first, err := t.First(1); err != nil || len(first) == 1 && isRemarks(first[0]) {
			if err != nil {
				return nil, err
			}
			f.told.add(ToldPassed, t.Name, "", 1, "", "上次导入未写入的内容,不读取", "what an earlier import did not write; it is not read")
			continue
		}
		words.Named = namedIn(t.Name, f.heads)
		mapped, found, err := recognise(t, words)
		if err != nil {
			return nil, err
		}
		if t.Exported {
			for _, s := range mapped {
				s.readOwn(&f.told)
			}
		}
		f.found[i] = found
		f.sources = append(f.sources, mapped...)
	}
	for _, h := range f.heads {
		if len(h.Titles) == 0 {
			f.told.add(ToldPassed, h.Sheet, "", h.First, "", "没有指定为标题的行,或其中没有文字,未采用", "the rows named as titles are not there or have no texts; they were not used")
		}
	}
	return f, nil
}

// mostNamed is how many kept mappings with rows of titles are tried on a file.
const mostNamed = 5

// occurring are the mappings of which rows of titles may stand in the file.
func (in *input) occurring(ctx context.Context, all []*Mapping) ([]*Mapping, error) {
	byFirst := map[string][]*Mapping{}
	for _, m := range all {
		for _, h := range m.Heads {
			if len(h.Titles) > 0 {
				k := strings.Join(titleKeys(h.Titles[0]), "|")
				byFirst[k] = append(byFirst[k], m)
			}
		}
	}
	if len(byFirst) == 0 {
		return nil, nil
	}
	there := map[*Mapping]bool{}
	for _, t := range in.content.Tables {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		err := t.Each(func(r sheet.Row) error {
			for _, m := range byFirst[strings.Join(titleKeys(headTexts(r)), "|")] {
				there[m] = true
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	var out []*Mapping
	for _, m := range all {
		if there[m] && len(out) < mostNamed {
			out = append(out, m)
		}
	}
	return out, nil
}
