// Package verify compares the log with its signed states, and every row with the last entry
// that recorded it; then it runs the checks that domains register. It reads only the database,
// or an archive exported from it.
package verify
