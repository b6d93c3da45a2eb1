// Package pending keeps acts of power that wait for a second person: whatever makes somebody a
// holder of roles, lends a signature or lowers what was decided. A domain begins an act, and says by
// its Kind how it is carried out; this package alone decides who may confirm it, and moves it on.
package pending
