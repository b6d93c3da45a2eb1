package store

import "errors"

// undoneError is an error after which the transaction cannot continue.
type undoneError struct{ cause error }

func (e *undoneError) Error() string { return e.cause.Error() }
func (e *undoneError) Unwrap() error { return e.cause }

// Undone reports whether an error returned by Try means that the database
// rolled back the whole transaction, so that the transaction must fail with
// that error too.
func Undone(err error) bool {
	var undone *undoneError
	return errors.As(err, &undone)
}
