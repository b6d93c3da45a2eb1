// Package audit is the audit log: every write, sign-in, grant, export and read of a person's
// record is an entry, written in the transaction that it records. Entries form a Merkle tree
// whose root is signed at intervals and also kept outside the database, so that nobody,
// including the database administrator, can change history undetected.
//
// An entry goes through these steps: a service calls Append inside its transaction; the entry
// waits in the inbox; the Sequencer gives it its index in the log; a checkpoint signs the
// log's size and root; Verify checks all of it again, with the rows that entries record.
//
// Texts with personal data are stored beside an entry, which holds salted hashes of them: they
// can be erased, and the proof remains valid.
package audit
