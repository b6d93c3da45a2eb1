package form

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"unicode/utf8"

	"sineng/server/fault"
)

// Bounds of a draft. Within them everything typed is kept, valid or not.
const (
	mostRows   = 2000
	mostCell   = 10_000
	mostNote   = 2000
	draftBytes = 8 << 20
)

// draft is what was typed into a form, as it is stored.
type draft struct {
	Format int `json:"format"`
	// Fields are the cells outside the tables that are not part of the
	// register: the pledge.
	Fields    map[string]string `json:"fields,omitempty"`
	Confirmed bool              `json:"confirmed,omitempty"`
	// Notes explain changes against the previous year, by section and key of
	// the row.
	Notes map[string]map[string]string `json:"notes,omitempty"`
	// Rows are to be written into the register, in the order in which they
	// were begun.
	Rows []draftRow `json:"rows,omitempty"`
	// Accounts and Persons are who typed since the draft was last written into
	// the register.
	Accounts []int64 `json:"accounts,omitempty"`
	Persons  []int64 `json:"persons,omitempty"`
}

// draftRow is what was typed into one row.
type draftRow struct {
	Section string           `json:"section"`
	Key     string           `json:"key"`
	Cells   map[string]typed `json:"cells,omitempty"`
	Removed bool             `json:"removed,omitempty"`
	// Base is the version of the register row when its removal was typed.
	Base int `json:"base,omitempty"`
}

// typed is the text typed into a cell, with what the register said at that
// time.
type typed struct {
	Text string `json:"text"`
	Was  string `json:"was,omitempty"`
}

// entry is a row of the register as it stands in a form.
type entry struct {
	section string
	key     string
	version int
	cells   map[string]string
	row     any
}

// entries finds the register rows that a form shows.
type entries func(section, key string) *entry

func decodeDraft(content string) (*draft, error) {
	d := &draft{}
	if content == "" {
		return d, nil
	}
	if err := json.Unmarshal([]byte(content), d); err != nil {
		return nil, fmt.Errorf("reading the draft of a form: %w", err)
	}
	return d, nil
}

func (d *draft) encode() (string, error) {
	d.Format = 1
	out, err := json.Marshal(d)
	if err == nil && len(out) > draftBytes {
		return "", fault.Bad("rows", "DRAFT_TOO_LARGE", "草稿内容过多,请先存入登记簿再继续填写",
			"The draft has become too large; write it into the register before going on")
	}
	return string(out), err
}

// empty reports whether nothing was typed, noted or confirmed.
func (d *draft) empty() bool {
	typed := slices.ContainsFunc(d.Rows, func(r draftRow) bool { return !r.blank() })
	for _, text := range d.Fields {
		typed = typed || text != ""
	}
	return !typed && len(d.Notes) == 0 && !d.Confirmed
}

func (d *draft) row(section, key string) int {
	return slices.IndexFunc(d.Rows, func(r draftRow) bool { return r.Section == section && r.Key == key })
}

func (d *draft) note(section, key string) string { return d.Notes[section][key] }

func (d *draft) setNote(section, key, note string) {
	if note == "" {
		delete(d.Notes[section], key)
		return
	}
	if d.Notes == nil {
		d.Notes = map[string]map[string]string{}
	}
	if d.Notes[section] == nil {
		d.Notes[section] = map[string]string{}
	}
	d.Notes[section][key] = note
}

// newKey matches the key of a row that is not in the register yet.
var newKey = regexp.MustCompile(`^new-[0-9A-Za-z-]{1,60}$`)

func isNew(key string) bool { return newKey.MatchString(key) }

// merge adds what was typed. It refuses only what exceeds the bounds or names
// no row; invalid values are kept.
func (d *draft) merge(in SaveDraft, l Layout, at entries) error {
	var bad fault.List
	in.validate(l, &bad)
	if err := bad.Err(); err != nil {
		return err
	}
	for _, c := range in.Fields {
		if col := column(l.Fields, c.Code); col.Input != InputComputed {
			if d.Fields == nil {
				d.Fields = map[string]string{}
			}
			d.Fields[c.Code] = canonical(col, c.Text)
		}
	}
	for _, k := range in.Forget {
		d.forget(k.Section, k.Key)
	}
	for _, r := range in.Rows {
		d.take(r, l, at(r.Section, r.Key))
	}
	if in.Confirmed != nil {
		d.Confirmed = *in.Confirmed
	}
	if len(d.Rows) > mostRows {
		return fault.Bad("rows", "TOO_MANY_ROWS", fmt.Sprintf("草稿最多 %d 行未存入登记簿的内容,现有 %d 行,请先存入登记簿", mostRows, len(d.Rows)),
			fmt.Sprintf("A draft has at most %d rows that are not in the register, it has %d; write it into the register first", mostRows, len(d.Rows)))
	}
	return nil
}

func (d *draft) forget(section, key string) {
	if i := d.row(section, key); i >= 0 {
		d.Rows = slices.Delete(d.Rows, i, i+1)
	}
	if isNew(key) {
		d.setNote(section, key, "")
	}
}

// take adds a row; now is the register row, nil when there is none.
func (d *draft) take(in RowInput, l Layout, now *entry) {
	if in.Note != nil {
		d.setNote(in.Section, in.Key, long(*in.Note))
	}
	i := d.row(in.Section, in.Key)
	var before draftRow
	if i >= 0 {
		before = d.Rows[i]
	}
	row := draftRow{Section: in.Section, Key: in.Key, Removed: in.Removed}
	if in.Removed {
		switch row.Base = before.Base; {
		case isNew(in.Key):
			d.forget(in.Section, in.Key)
			return
		case !before.Removed && now != nil:
			row.Base = now.version
		}
	}
	columns := l.table(in.Section).Columns
	for _, c := range in.Cells {
		col := column(columns, c.Code)
		if col.Input == InputComputed {
			continue
		}
		text, present := canonical(col, c.Text), ""
		if now != nil {
			present = now.cells[c.Code]
		}
		if text == present && !isNew(in.Key) {
			continue
		}
		cell := typed{Text: text, Was: present}
		if old, ok := before.Cells[c.Code]; ok && old.Text == text {
			cell.Was = old.Was
		}
		if row.Cells == nil {
			row.Cells = map[string]typed{}
		}
		row.Cells[c.Code] = cell
	}
	empty := len(row.Cells) == 0 && !row.Removed && !isNew(in.Key)
	switch {
	case empty && i >= 0:
		d.Rows = slices.Delete(d.Rows, i, i+1)
	case empty:
	case i >= 0:
		d.Rows[i] = row
	default:
		d.Rows = append(d.Rows, row)
	}
}

// blank reports whether a new row is empty.
func (r draftRow) blank() bool {
	for _, c := range r.Cells {
		if c.Text != "" {
			return false
		}
	}
	return isNew(r.Key)
}

func (in SaveDraft) validate(l Layout, bad *fault.List) {
	if len(in.Rows)+len(in.Forget) > mostRows {
		bad.Add(fault.Bad("rows", "TOO_MANY_ROWS", fmt.Sprintf("一次最多保存 %d 行", mostRows), fmt.Sprintf("At most %d rows are saved at a time", mostRows)))
		return
	}
	cells := func(at string, cells []CellInput, columns []Column) {
		for i, c := range cells {
			if column(columns, c.Code).Code == "" {
				bad.Add(fault.Bad(fmt.Sprintf("%s.%d.code", at, i), "UNKNOWN_COLUMN", "此表没有“"+quoted(c.Code)+"”栏", "The form has no column "+quoted(c.Code)))
			}
			checkLength(bad, fmt.Sprintf("%s.%d.text", at, i), c.Text, mostCell)
		}
	}
	keyed := func(at, section, key string) {
		if l.table(section).Code == "" {
			bad.Add(fault.Bad(at+".section", "UNKNOWN_SECTION", "此表没有“"+quoted(section)+"”部分", "The form has no section "+quoted(section)))
		}
		if _, ok := RowID(key); !ok && !isNew(key) {
			bad.Add(fault.Bad(at+".key", "BAD_KEY", "行的编号无效:应为登记簿中的行,或以 new- 开头的新行", "The key is that of a row of the register, or new- and letters or digits"))
		}
	}
	cells("fields", in.Fields, l.Fields)
	for i, k := range in.Forget {
		keyed(fmt.Sprintf("forget.%d", i), k.Section, k.Key)
	}
	for i, r := range in.Rows {
		at := fmt.Sprintf("rows.%d", i)
		keyed(at, r.Section, r.Key)
		cells(at+".cells", r.Cells, l.table(r.Section).Columns)
		if r.Note != nil {
			checkLength(bad, at+".note", *r.Note, mostNote)
		}
	}
}

func checkLength(bad *fault.List, field, text string, most int) {
	if n := utf8.RuneCountInString(text); n > most {
		bad.Add(fault.Bad(field, "TOO_LONG", fmt.Sprintf("每格最多保存 %d 个字,现有 %d 个", most, n), fmt.Sprintf("At most %d characters are kept here, there are %d", most, n)))
	} else if !utf8.ValidString(text) {
		bad.Add(fault.Bad(field, "BAD_CHARACTER", "含有无效字符", "There is an invalid character"))
	}
}

// column returns the column with a code, the zero value when there is none.
func column(all []Column, code string) Column {
	for _, c := range all {
		if c.Code == code {
			return c
		}
	}
	return Column{}
}

// table returns the table with a code, the zero value when there is none.
func (l Layout) table(code string) Table {
	for _, t := range l.Tables {
		if t.Code == code {
			return t
		}
	}
	return Table{}
}
