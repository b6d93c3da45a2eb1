package store

import "errors"

// undoneError is an error after which nothing more can be done in the transaction.
type undoneError struct{ cause error }

func (e *undoneError) Error() string { return e.cause.Error() }
func (e *undoneError) Unwrap() error { return e.cause }

// Undone tells of an error that came out of Try that the database undid the whole transaction with
// it, so that the transaction must fail with that error too.
func Undone(err error) bool {
	var undone *undoneError
	return errors.As(err, &undone)
}
