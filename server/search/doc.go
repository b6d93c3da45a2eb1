// Package search finds rows by a part of their texts, of one character or more, alike on all
// databases and however many rows there are. It knows no domain: each says by a Source which
// columns of its rows are looked at.
//
// The index answers which rows may contain a text, and the columns themselves, in the same
// statement as the viewer's scope, which of those do. So the index changes no answer: where it is
// behind, what changed since is looked at besides, and where it is too far behind or not there,
// all rows are.
//
// A text contributes its grams: each character, each pair of neighbours, and each three of ASCII, each
// character folded by itself (fold.Rune).
// Rows are parted by their keys into blocks; of each block and gram there is one row with the set
// of the block's rows that contain it (ent/schema.SearchBlock). A block is a function of its rows
// and of nothing else, so that it can be built anew and compared at any time.
//
// The index follows the log, so that no write waits for it. What was changed and is not in it yet
// is read from the places that the log notes (audit_touches) and from its inbox.
package search
