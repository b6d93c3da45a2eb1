// Package objection shows people what is recorded of them, and lets them object 申诉复核. A
// tier above the one that recorded it answers within a clock; both the objection and its
// answer stay on record as they were written.
package objection
