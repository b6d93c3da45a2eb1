package store

import (
	"sineng/ent"
	"sineng/server/fault"
)

// OrMissing tells that the object an input field refers to is not there, or hidden, when
// that is what err says; any other error stays as it is. The words name the object.
func OrMissing(err error, field, zh, en string) error {
	if ent.IsNotFound(err) {
		return fault.MissingAt(field, zh, en)
	}
	return err
}
