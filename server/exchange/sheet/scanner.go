package sheet

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
)

// scanner iterates over the tags and texts of an XML part. It compares tags by
// their local names, so that other prefixes and the strict variant of the
// format read alike. It keeps no stack, so that deep nesting cannot exhaust
// memory.
type scanner struct {
	d *xml.Decoder
	// Tag is the local name of the present tag, with Attr when it opens.
	Tag   string
	Attr  []xml.Attr
	Opens bool // a start tag
	Text  []byte
}

func newScanner(r io.Reader) *scanner {
	return &scanner{d: xml.NewDecoder(&tokenReader{r: r})}
}

// next moves to the next tag or text; Tag is empty on a text. It returns
// io.EOF at the end of the part.
func (s *scanner) next() error {
	for {
		token, err := s.d.RawToken()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			s.Tag, s.Attr, s.Opens, s.Text = t.Name.Local, t.Attr, true, nil
		case xml.EndElement:
			s.Tag, s.Attr, s.Opens, s.Text = t.Name.Local, nil, false, nil
		case xml.CharData:
			s.Tag, s.Attr, s.Opens, s.Text = "", nil, false, t
		default:
			continue
		}
		return nil
	}
}

// all calls f at each tag and text to the end of the part.
func (s *scanner) all(f func() error) error {
	for {
		if err := s.next(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if err := f(); err != nil {
			return err
		}
	}
}

// attr returns an attribute of the present start tag by its local name.
func (s *scanner) attr(name string) string {
	for _, a := range s.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// tokenReader refuses an overlong tag or text before the decoder has it in
// memory.
type tokenReader struct {
	r     io.Reader
	since int // bytes since the last angle bracket
}

func (t *tokenReader) Read(buf []byte) (int, error) {
	n, err := t.r.Read(buf[:min(len(buf), maxToken)])
	first := bytes.IndexAny(buf[:n], "<>")
	if first < 0 {
		first = n
	}
	if t.since+first > maxToken {
		return 0, errors.New("a tag or text is too long")
	}
	if last := max(bytes.LastIndexByte(buf[:n], '<'), bytes.LastIndexByte(buf[:n], '>')); last >= 0 {
		t.since = n - 1 - last
	} else {
		t.since += n
	}
	return n, err
}
