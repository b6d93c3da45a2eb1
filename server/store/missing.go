package store

import (
	"sineng/ent"
	"sineng/server/fault"
)

// OrMissing turns a not-found error into one that says that the object in an
// input field does not exist or is hidden; any other error stays as it is. zh
// and en name the object.
func OrMissing(err error, field, zh, en string) error {
	if ent.IsNotFound(err) {
		return fault.MissingAt(field, zh, en)
	}
	return err
}
