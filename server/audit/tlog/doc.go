// Package tlog holds the log's proofs: a Merkle tree over the entries (RFC 6962), checkpoints
// that sign its size and root and are also kept outside the database, and witnesses that
// remember them elsewhere. It handles entries by index and hash only, not by content.
package tlog
