// Package verify compares the log with what was signed, and every row that entries tell of
// with what was last told of it; then it runs the checks that domains bring. It reads the
// database alone, or an archive that was taken out of it.
package verify
