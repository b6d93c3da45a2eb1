package bpmn

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// element is an element of the BPMN model.
type element struct {
	name     string
	attrs    []xml.Attr
	children []*element
	parent   *element
	text     strings.Builder
	line     int
	order    int // its place among all elements
	done     bool
}

// attr is an attribute without a namespace; empty for none.
func (e *element) attr(name string) string { return e.attrOf("", name) }

// own is an attribute of this program.
func (e *element) own(name string) string { return e.attrOf(nsOwn, name) }

func (e *element) attrOf(space, name string) string {
	for _, a := range e.attrs {
		if a.Name.Space == space && a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (e *element) value() string { return strings.TrimSpace(e.text.String()) }

// of are the children of a name.
func (e *element) of(name string) []*element {
	var out []*element
	for _, c := range e.children {
		if c.name == name {
			out = append(out, c)
		}
	}
	return out
}

// shape is where a diagram shows an element.
type shape struct {
	ref        string
	plane      int
	x, y, w, h float64
	known      bool
}

// foreign is how much of a file is not BPMN.
type foreign struct{ elements, attributes, line int }

// tree is a parsed file.
type tree struct {
	root    *element
	shapes  []*shape
	spaces  []string // the namespaces of foreign, in the order of the file
	foreign map[string]*foreign
}

// What the parser is inside of.
const (
	inModel = iota
	inDrawing
	inForeign
)

type frame struct {
	in    int
	el    *element // the element, or the one around it
	space string
	shape *shape
}

type parser struct {
	text  string
	dec   *xml.Decoder
	most  int
	out   *tree
	stack []frame
	count int
	plane int
}

// parse reads the elements of BPMN and the shapes, and counts what else there is.
func parse(text string, most int) (*tree, error) {
	p := &parser{text: text, dec: xml.NewDecoder(strings.NewReader(text)), most: most, out: &tree{foreign: map[string]*foreign{}}}
	p.dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for {
		offset := p.dec.InputOffset()
		line, _ := p.dec.InputPos()
		tok, err := p.dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, p.broken(err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			err = p.start(t, line, offset)
		case xml.EndElement:
			p.stack = p.stack[:len(p.stack)-1]
		case xml.CharData:
			p.chars(t)
		case xml.Directive:
			err = p.directive(string(t), line, offset)
		}
		if err != nil {
			return nil, err
		}
	}
	if p.out.root == nil {
		return nil, refuse("NOT_BPMN", "文件里没有 XML 元素;"+wantZH, "The file has no XML element; "+wantEN)
	}
	return p.out, nil
}

// column is the column of an offset, in characters from 1.
func (p *parser) column(offset int64) int {
	before := p.text[:min(int(offset), len(p.text))]
	return utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
}

func (p *parser) broken(err error) error {
	line, _ := p.dec.InputPos()
	said := err.Error()
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		said = syntax.Msg
	}
	said = excerpt(said, 200)
	if strings.Contains(said, "unexpected EOF") {
		return refuseAt("BROKEN_XML", line, p.column(p.dec.InputOffset()), "文件不完整,在此处中断", "the file ends here before it is complete")
	}
	return refuseAt("BROKEN_XML", line, p.column(p.dec.InputOffset()), "XML 有误:"+said, "the XML is not well formed: "+said)
}

// directive refuses what may declare entities: their expansion is how a small file becomes large.
func (p *parser) directive(text string, line int, offset int64) error {
	if strings.Contains(text, "[") || strings.Contains(text, "ENTITY") {
		return refuseAt("DOCTYPE", line, p.column(offset), "不接受带内部子集或实体声明的 DOCTYPE,BPMN 不需要它;请删去后再导入",
			"a DOCTYPE with an internal subset or entities is not taken, BPMN has none; remove it")
	}
	return nil
}

func (p *parser) start(t xml.StartElement, line int, offset int64) error {
	p.count++
	switch {
	case p.count > p.most:
		return refuseAt("TOO_MANY_ELEMENTS", line, p.column(offset), fmt.Sprintf("元素超过 %d 个", p.most), fmt.Sprintf("there are more than %d elements", p.most))
	case len(p.stack) >= mostDepth:
		return refuseAt("TOO_DEEP", line, p.column(offset), fmt.Sprintf("嵌套超过 %d 层", mostDepth), fmt.Sprintf("elements are nested more than %d deep", mostDepth))
	case len(p.stack) == 0 && p.out.root != nil:
		return refuseAt("BROKEN_XML", line, p.column(offset), "有不止一个根元素", "there is more than one root element")
	case len(p.stack) == 0:
		if t.Name != (xml.Name{Space: nsModel, Local: "definitions"}) {
			return otherRoot(t.Name, line, p.column(offset))
		}
		p.out.root = p.element(t, nil, line)
		p.stack = append(p.stack, frame{in: inModel, el: p.out.root})
		return nil
	}
	p.stack = append(p.stack, p.enter(t, p.stack[len(p.stack)-1], line))
	return nil
}

// enter is what is read inside of an element, below what is around it.
func (p *parser) enter(t xml.StartElement, around frame, line int) frame {
	space := t.Name.Space
	switch {
	case around.in == inDrawing || space == nsDiagram || space == nsDrawing || space == nsBounds:
		return p.drawing(t, around)
	case around.in == inForeign:
		if space == nsModel {
			space = around.space
		}
		p.alien(space, line).elements++
		return frame{in: inForeign, el: around.el, space: space}
	case space == nsModel:
		return frame{in: inModel, el: p.element(t, around.el, line)}
	}
	p.alien(space, line).elements++
	return frame{in: inForeign, el: around.el, space: space}
}

func (p *parser) element(t xml.StartElement, parent *element, line int) *element {
	e := &element{name: t.Name.Local, attrs: t.Attr, parent: parent, line: line, order: p.count}
	if parent != nil {
		parent.children = append(parent.children, e)
	}
	for _, a := range t.Attr {
		switch a.Name.Space {
		case "", "xmlns", "xml", nsXML, nsXSI, nsOwn, nsModel:
		default:
			p.alien(a.Name.Space, line).attributes++
		}
	}
	return e
}

// manySpaces stands for the namespaces of a file after the first ones.
const manySpaces = "…"

func (p *parser) alien(space string, line int) *foreign {
	f := p.out.foreign[space]
	if f == nil && len(p.out.spaces) >= mostNotes {
		space = manySpaces
		f = p.out.foreign[space]
	}
	if f == nil {
		f = &foreign{line: line}
		p.out.foreign[space] = f
		p.out.spaces = append(p.out.spaces, space)
	}
	return f
}

// drawing notes planes and the bounds of shapes.
func (p *parser) drawing(t xml.StartElement, around frame) frame {
	f := frame{in: inDrawing, shape: around.shape}
	attr := func(name string) string {
		for _, a := range t.Attr {
			if a.Name.Space == "" && a.Name.Local == name {
				return a.Value
			}
		}
		return ""
	}
	switch {
	case t.Name.Space == nsDiagram && t.Name.Local == "BPMNPlane":
		p.plane++
	case t.Name.Space == nsDiagram && t.Name.Local == "BPMNShape":
		f.shape = &shape{ref: attr("bpmnElement"), plane: p.plane}
		p.out.shapes = append(p.out.shapes, f.shape)
	case t.Name.Space == nsDiagram && t.Name.Local == "BPMNLabel":
		f.shape = nil // the bounds of a label are not those of its shape
	case t.Name.Space == nsBounds && t.Name.Local == "Bounds" && f.shape != nil:
		s := f.shape
		s.known = true
		for name, to := range map[string]*float64{"x": &s.x, "y": &s.y, "width": &s.w, "height": &s.h} {
			v, err := strconv.ParseFloat(attr(name), 64)
			*to, s.known = v, s.known && err == nil
		}
	}
	return f
}

// chars keeps the text of BPMN elements; of foreign ones only where they mark up a text.
func (p *parser) chars(t xml.CharData) {
	if len(p.stack) == 0 {
		return
	}
	f := p.stack[len(p.stack)-1]
	if f.in == inModel || f.in == inForeign && (f.el.name == "documentation" || f.el.name == "text") {
		f.el.text.Write(t)
	}
}
