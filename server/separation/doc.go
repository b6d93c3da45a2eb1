// Package separation reads from the audit log whether what needs two was done by two: nobody
// decides what they proposed, nobody approves what they prepared, A is decided by the leading
// group and B by two, and no administrator gives anybody sight or signature alone.
//
// The rules are pure: a Book is told of each entry in turn, keeps what later entries are judged by,
// and answers with breaches. It knows nothing of the services that should have refused them, so
// that a second path with weaker rules shows, whichever it is.
package separation
