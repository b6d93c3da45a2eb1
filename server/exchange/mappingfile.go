package exchange

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"sineng/server/fault"
	"sineng/server/form/wording"
)

// openWord stands in a written mapping for a word without a proposal.
const openWord = "?"

// WriteMapping writes how the file of the plan is read, with the proposals for what is not
// unmistakable, as YAML with comments, for somebody to complete. ReadMapping reads it back.
func (p *Plan) WriteMapping(w io.Writer) error {
	var root yaml.Node
	if err := root.Encode(p.written); err != nil {
		return err
	}
	root.HeadComment = "How the file is read. Complete it and import with --mapping; reading it back says yes to its proposals.\n" +
		"文件的读取方式:补全后用 --mapping 导入;读回即确认其中的建议。\n" +
		"field: a field of the kind (listed below), or \"-\" to leave the column out 不导入的列填 \"-\"\n" +
		"words: what a word means; \"?\" must be replaced 词语的含义,“?”须补全;OPEN leaves it open"
	for i, t := range p.Tables {
		if table := child(child(&root, "tables"), i); table != nil {
			p.comment(table, t)
		}
	}
	for i := 0; i+1 < len(contentOf(child(&root, "words"))); i += 2 {
		p.commentWords(WordKind(child(&root, "words").Content[i].Value), child(&root, "words").Content[i+1])
	}
	e := yaml.NewEncoder(w)
	e.SetIndent(2)
	if err := e.Encode(&root); err != nil {
		return err
	}
	return e.Close()
}

// comment says of a table where it stands and which fields its columns may be.
func (p *Plan) comment(node *yaml.Node, t TableInfo) {
	node.HeadComment = fmt.Sprintf("%s rows %d-%d: %d\n%s", t.Sheet, t.First, t.Last, t.Rows, strings.Join(fieldsSaid(t.Kind), "\n"))
	for key, infos := range map[string][]ColumnInfo{"columns": t.Columns, "facts": t.Facts} {
		for i, c := range infos {
			column := child(child(node, key), i)
			if column == nil {
				continue
			}
			note := fmt.Sprintf("%d × %s", c.Filled, oneLine(c.Sample))
			switch {
			case c.Field == "":
				note = "? " + note
			case c.Sure == wording.Proposed:
				note = "proposed 建议: " + note
			}
			column.LineComment = ""
			if f := child(column, "field"); f != nil {
				f.LineComment = note
			}
		}
	}
}

// fieldsSaid lists the fields of a kind; of a table that is of none, those of each kind that it may be.
func fieldsSaid(k Kind) []string {
	if k == KindNone {
		out := []string{"kind: what the table is about 表的内容, one of these 取其一:"}
		for _, k := range kinds {
			out = append(out, fmt.Sprintf("%s %s: %s", k, kindWords[k][0], strings.Join(fieldsSaid(k), "")))
		}
		return out
	}
	all := fields(k)
	names := make([]string, len(all))
	for i, f := range all {
		names[i] = string(f) + " " + titleOf(k, f)
	}
	return []string{"fields: " + strings.Join(names, ", ")}
}

// commentWords says how often words occur, and which meanings are proposals.
func (p *Plan) commentWords(k WordKind, node *yaml.Node) {
	for i := 0; i+1 < len(node.Content); i += 2 {
		for _, w := range p.Words {
			if w.Kind != k || w.Text != node.Content[i].Value {
				continue
			}
			note := fmt.Sprintf("%d ×", w.Count)
			switch w.Sure {
			case wording.Proposed:
				note += " proposed 建议"
			case wording.Unknown:
				note += " unknown 未识别"
			}
			node.Content[i+1].LineComment = note
		}
	}
}

// child returns the value of a key, or the element of an index; nil for none.
func child(n *yaml.Node, at any) *yaml.Node {
	if n == nil {
		return nil
	}
	switch at := at.(type) {
	case int:
		if n.Kind == yaml.SequenceNode && at < len(n.Content) {
			return n.Content[at]
		}
	case string:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Kind == yaml.MappingNode && n.Content[i].Value == at {
				return n.Content[i+1]
			}
		}
	}
	return nil
}

func contentOf(n *yaml.Node) []*yaml.Node {
	if n == nil {
		return nil
	}
	return n.Content
}

// ReadMapping reads a mapping that WriteMapping wrote and somebody completed. It refuses words
// that are still open, and what is no field, kind or meaning.
func ReadMapping(content []byte) (*Mapping, error) {
	m := new(Mapping)
	d := yaml.NewDecoder(bytes.NewReader(content))
	d.KnownFields(true)
	if err := d.Decode(m); err != nil {
		return nil, fault.Bad("mapping", "BAD_MAPPING", "映射文件无法读取:"+err.Error(), "The mapping can't be read: "+err.Error())
	}
	var open []string
	for _, k := range slices.Sorted(maps.Keys(m.Words)) {
		for _, text := range slices.Sorted(maps.Keys(m.Words[k])) {
			if m.Words[k][text] == openWord {
				open = append(open, text)
			}
		}
	}
	if len(open) > 0 {
		return nil, fault.Bad("mapping", ReasonQuestions, "映射中尚未说明含义的词语:"+strings.Join(open, "、"), "Words of the mapping still need a meaning: "+strings.Join(open, ", "))
	}
	return m, m.check()
}
