// Package office answers who holds what on a day: what is in force, who holds a role on a unit,
// the chain of those who stand above it, who signs for somebody who is away, and who fills a
// form. Reader reads Facts, a value; everything else is computed from them alone, so that a day
// of the past, or a change that is only considered, is answered like today.
package office
