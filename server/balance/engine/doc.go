// Package engine judges who holds what power in too few hands (能分权制衡). It is a calculation:
// plain data in, plain data out. It reads no database and no clock, so that today, a past day and a
// change that is only considered are answered alike. What calls it reads the facts, stores rules and
// what became of conflicts, and words errors.
//
// # Facts
//
// Facts are what held on one day: units, posts, appointments, portfolios, deputies, close relations,
// and powers with the process in force. Only what is in force on the day is among them; each row
// brings the day from which it holds. An Index is facts made ready to be asked, and State an Index
// that changes by Changes while it keeps the conflicts up to date.
//
// The holders of a step are those who are appointed to its post. Deputies are not among them: they
// count in the collusion number and on days of leave alone. A step without a post, or whose post
// nobody holds, has an unknown holder. It breaks no rule that asks for a person, and is told as
// Unknown, so that nobody takes the power for a sound one; a check that nobody holds is no check, and
// what hangs on it is Uncertain.
//
// # Rules
//
// A Rule is data: a code, words, a severity, and a Definition. Most have two lists: whoever meets the
// left and the right, by at least two different holdings, within the scope, breaks it. A side joins
// its selectors by ANY_OF or ALL_OF; "at least two different" means that one step is never both
// sides. What two lists cannot say are kinds of definition of their own (see Kind). BuiltIn are the
// rules that every body has. Validate tells what is wrong with a rule, as typed problems; Encode and
// DecodeDefinition are how a definition is stored.
//
// # Sites
//
// Each rule is judged on one kind of site, and each conflict belongs to exactly one site: a power
// (SAME_PROCESS, SAME_POWER, SINGLE_HAND, UNCHECKED_DISCRETION, THREE_IN_ONE), a unit (SAME_UNIT,
// ROTATION, DIRECT_CHARGE), or a bureau with its departments down to the next bureaus (SAME_BUREAU,
// PROCUREMENT_ACCEPTANCE). The conflicts of all sites together are those of the facts; that is what
// makes it possible to judge again only the sites that a change touches (Touched).
//
// A Conflict has a Fingerprint, the same for as long as the same hand breaks the same rule at the
// same place, and a Digest that follows everything that is said of it.
//
// # Runs
//
// A process is a graph whose steps lead on to one of several ways or to all of them (Split). A run is
// what one matter passes: a set of steps with a start, in which every step is an end at which it
// stops, or has one of its ways in the set, or all of them where all are taken, such that nothing
// goes round for ever. Starts and ends are those of flow.Graph.Indexed. Every question on processes
// is about runs: a person has a process in a single hand when some run is made of steps that they
// hold; discretion is unchecked when some run from the step on has no checking step of another; a
// set of people can carry a power when some run is made of steps of which each has a holder among
// them. So a check that can be passed by is none, and one on a way that is always taken counts for
// the ways beside it.
package engine
