// Package job runs work in the background that outlives the process that began it: a job is a
// row, taken by one server at a time under a lease, that goes on from where it was last saved
// when its server died.
package job
