// Package audit is the log of what was done: every write, sign-in, grant, export and read
// of a person's record is an entry, in the transaction of what it tells of. Entries form a
// Merkle tree whose root is signed at intervals and kept outside the database too, so that
// nobody, the administrator of the database included, can change history without it
// showing.
//
// How an entry comes about: a service calls Append inside its transaction; the entry waits
// in the inbox; the Sequencer gives it its place in the log; a checkpoint signs the log's
// size and root; Verify compares all of it, and the rows that entries tell of, again.
//
// Personal texts stand beside an entry, which holds salted hashes of them: they can be
// erased and the proof stays.
package audit
