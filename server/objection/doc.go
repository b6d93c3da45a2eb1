// Package objection shows people what is recorded of them, and lets them object 申诉复核. A tier
// above the one that recorded it answers within a deadline. The objection and its answer stay
// on record unchanged.
package objection
