package sheet

// textList are many texts in few pieces of memory.
type textList struct {
	pieces []string
	now    []byte // the last piece
	places []place
}

type place struct{ piece, from, length int32 }

// pieceBytes is the size of a piece; a longer text has one of its own.
const pieceBytes = 1 << 20

func (t *textList) count() int { return len(t.places) }

func (t *textList) add(text string) {
	if len(t.now)+len(text) > pieceBytes && len(t.now) > 0 {
		t.pieces = append(t.pieces, string(t.now))
		t.now = t.now[:0]
	}
	t.places = append(t.places, place{int32(len(t.pieces)), int32(len(t.now)), int32(len(text))})
	t.now = append(t.now, text...)
}

func (t *textList) at(i int) string {
	p := t.places[i]
	if int(p.piece) == len(t.pieces) { // since no more are added
		t.pieces = append(t.pieces, string(t.now))
		t.now = nil
	}
	return t.pieces[p.piece][p.from : p.from+p.length]
}
