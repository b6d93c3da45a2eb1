package notice

import (
	"context"

	"sineng/ent/term"
	"sineng/server/follow"
	"sineng/server/timer"
)

// Source is what a domain brings: kinds of notices, what makes them, and how to read them.
type Source struct {
	Kinds []Kind
	// Answers make notices of entries of the log.
	Answers []Answer
	// Clocks make notices of what no entry says, such as deadlines.
	Clocks []Clock
	// Words are how words of notices read that are no names, by word.
	Words map[string]Word
	// Seen gives the rows of a table that the viewer may see among those with the ids, by table:
	// a notice links to nothing else.
	Seen map[string]func(ctx context.Context, ids []int64) ([]int64, error)
}

// Kind is a kind of notice.
type Kind struct {
	Kind term.NoticeKind
	// ZH and EN are its text; {word} stands for a word of the notice, {subject} for whom or which
	// unit it is about.
	ZH, EN string
	// Page is where the page shows what it is about; {id} stands for its object.
	Page string
	// Many is how several read that one account gets together; nil where each stands alone.
	Many *Many
}

// Answer makes notices of entries of the log, by what was done. It is given all of a batch at
// once, in their order, so that what they need is read together.
type Answer struct {
	To   []term.AuditAction
	With func(ctx context.Context, b *Batch, entries []follow.Entry) error
}

// Clock makes notices of a day. It is asked once a day, the day being that of the batch; work on
// many rows is done in several transactions, see timer.Item.
type Clock struct {
	// Kind is that of its due row.
	Kind string
	// Back is for how many days it finds the same again.
	Back int
	With func(ctx context.Context, b *Batch, item *timer.Item) error
}

// Word is how a word of a notice reads in a language ("zh" or "en").
type Word func(value, lang string) string

// Label reads a word that is a value of an enumeration.
func Label[T interface {
	~string
	Label(lang string) string
}](value, lang string) string {
	return T(value).Label(lang)
}
