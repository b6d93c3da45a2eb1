// Package direct writes the answer of a query as its fields are resolved: rows in sequence, without a
// goroutine, a context or an object of its own for each. The code that knows the types is
// generated (graph/schema/exec). Whatever goes wrong, an error of a resolver or a null where
// none may be, ends the run, and gqlgen's executor runs the query again and says what it was.
package direct

import (
	"context"
	"errors"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
)

// ErrLater is what a resolver that is called in sequence returns when it would have to wait, for a
// statement or for others with which it shares one. It is called again beside them.
var ErrLater = errors.New("direct: the field has to wait")

type inlineKey struct{}

// Waits returns ErrLater where a resolver is called in sequence; it is asked before waiting.
func Waits(ctx context.Context) error {
	if ctx.Value(inlineKey{}) != nil {
		return ErrLater
	}
	return nil
}

// run is one query.
type run struct {
	failed atomic.Bool
	later  sync.WaitGroup
}

// Writer writes a part of the answer.
type Writer struct {
	run   *run
	text  []byte
	holes []hole
}

// hole is where another part belongs.
type hole struct {
	at   int
	part *Writer
}

// texts are buffers that are used again.
var texts = sync.Pool{New: func() any { return &Writer{text: make([]byte, 0, 4096)} }}

// mostKept is the capacity above which a buffer is not used again.
const mostKept = 256 << 10

func newWriter(r *run) *Writer {
	w := texts.Get().(*Writer)
	w.run = r
	return w
}

// free gives the buffers of a part and of those in it back.
func (w *Writer) free() {
	for _, h := range w.holes {
		h.part.free()
	}
	if cap(w.text) > mostKept {
		return
	}
	clear(w.holes)
	w.run, w.text, w.holes = nil, w.text[:0], w.holes[:0]
	texts.Put(w)
}

// Write runs a query and returns its data; ok is false when it has to be run otherwise.
func Write(query func(w *Writer)) (data []byte, ok bool) {
	w := newWriter(&run{})
	w.guarded(query)
	w.run.later.Wait()
	defer w.free()
	if w.run.failed.Load() {
		return nil, false
	}
	return w.append(make([]byte, 0, w.size())), true
}

func (w *Writer) size() int {
	n := len(w.text)
	for _, h := range w.holes {
		n += h.part.size()
	}
	return n
}

func (w *Writer) append(to []byte) []byte {
	at := 0
	for _, h := range w.holes {
		to = append(to, w.text[at:h.at]...)
		to, at = h.part.append(to), h.at
	}
	return append(to, w.text[at:]...)
}

// guarded runs a function whose panic ends the run; gqlgen's executor meets it again.
func (w *Writer) guarded(fn func(w *Writer)) {
	defer func() {
		if recover() != nil {
			w.Fail()
		}
	}()
	fn(w)
}

// Later writes a part beside the others, which has to wait for something.
func (w *Writer) Later(fn func(w *Writer)) {
	part := newWriter(w.run)
	w.holes = append(w.holes, hole{len(w.text), part})
	w.run.later.Add(1)
	go func() {
		defer w.run.later.Done()
		part.guarded(fn)
	}()
}

// LaterOrNow is Later, but for the last part of all, for which nothing else waits.
func (w *Writer) LaterOrNow(last bool, fn func(w *Writer)) {
	if last {
		fn(w)
		return
	}
	w.Later(fn)
}

// Fail ends the run.
func (w *Writer) Fail() { w.run.failed.Store(true) }

// Failed reports whether the run has ended, so that nobody goes on for nothing.
func (w *Writer) Failed() bool { return w.run.failed.Load() }

// Write adds text that is JSON, as io.Writer.
func (w *Writer) Write(text []byte) (int, error) {
	w.text = append(w.text, text...)
	return len(text), nil
}

// WriteString adds text that is JSON, as io.StringWriter.
func (w *Writer) WriteString(text string) (int, error) {
	w.text = append(w.text, text...)
	return len(text), nil
}

// Raw adds text that is JSON.
func (w *Writer) Raw(text string) { w.text = append(w.text, text...) }

// Key begins the field that comes after n others.
func (w *Writer) Key(n int, f *Field) {
	if n > 0 {
		w.text = append(w.text, ',')
	}
	w.text = append(w.text, f.key...)
}

// Item begins the element of a list that comes after n others.
func (w *Writer) Item(n int) {
	if n > 0 {
		w.text = append(w.text, ',')
	}
}

// Null writes null.
func (w *Writer) Null() { w.text = append(w.text, "null"...) }

// Value writes what a scalar marshals to; null ends the run where there must be a value.
func (w *Writer) Value(m graphql.Marshaler, nonNull bool) {
	if m == graphql.Null || m == nil {
		w.NullOr(nonNull)
		return
	}
	m.MarshalGQL(w)
}

// NullOr writes null, or ends the run where there must be a value.
func (w *Writer) NullOr(nonNull bool) {
	if nonNull {
		w.Fail()
	}
	w.Null()
}

// Int writes a number.
func (w *Writer) Int(n int64) { w.text = strconv.AppendInt(w.text, n, 10) }

// Bool writes a truth value.
func (w *Writer) Bool(b bool) { w.text = strconv.AppendBool(w.text, b) }

// Time writes a moment as gqlgen does, the zero one as null.
func (w *Writer) Time(t time.Time, nonNull bool) {
	if t.IsZero() {
		w.NullOr(nonNull)
		return
	}
	w.text = append(w.text, '"')
	w.text = append(t.AppendFormat(w.text, time.RFC3339Nano), '"')
}

// Date writes a day.
func (w *Writer) Date(t time.Time) {
	w.text = append(w.text, '"')
	w.text = append(t.AppendFormat(w.text, time.DateOnly), '"')
}

// ID writes a key as scalar.MarshalID does, behind a prefix in base 36.
func (w *Writer) ID(prefix string, id int64) {
	w.text = append(append(w.text, '"'), prefix...)
	w.text = append(strconv.AppendInt(w.text, id, 36), '"')
}

const hex = "0123456789ABCDEF"

// String writes a text as gqlgen does.
func (w *Writer) String(s string) {
	to, start := append(w.text, '"'), 0
	for i := range len(s) {
		c := s[i]
		if c >= 0x20 && c != '\\' && c != '"' {
			continue
		}
		to = append(to, s[start:i]...)
		switch c {
		case '\t':
			to = append(to, `\t`...)
		case '\r':
			to = append(to, `\r`...)
		case '\n':
			to = append(to, `\n`...)
		case '\\', '"':
			to = append(to, '\\', c)
		default:
			to = append(to, '\\', 'u', '0', '0', hex[c>>4], hex[c&0xf])
		}
		start = i + 1
	}
	w.text = append(append(to, s[start:]...), '"')
}
