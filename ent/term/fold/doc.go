// Package fold says when two texts that people typed are the same: codes, names and titles are
// compared folded, by imports, unique columns and searches alike, and kept as typed.
//
//   - Runes is for finding: each character is folded by itself, so that a part of a text folds to a
//     part of what the text folds to.
//   - Text is what a person reads: Runes without what is not seen, with punctuation.
//   - Code is for codes, staff numbers and login names: Text without spaces.
//   - Key and Identity are for names: letters and figures alone.
//   - Title is for titles: Identity without the number that it was given in a list.
//
// None simplifies traditional characters: they are other names.
package fold
