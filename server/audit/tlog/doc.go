// Package tlog is the log's proof: a Merkle tree over the entries (RFC 6962), checkpoints
// that sign its size and root and are kept outside the database too, and the witnesses who
// remember them elsewhere. It knows entries by their place and hash alone, not by what they
// say.
package tlog
