package register

import (
	"context"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/viewer"
)

// authorOf is the account of the writer, nil for the operator of the server.
func authorOf(ctx context.Context) *int64 {
	if v := viewer.FromContext(ctx); v != nil && v.AccountID != 0 {
		return &v.AccountID
	}
	return nil
}

// selfReview reports whether one of the authors is the viewer, by any account of the same
// person.
func selfReview(ctx context.Context, tx *ent.Tx, authors ...*int64) (bool, error) {
	v := viewer.FromContext(ctx)
	var others []int64
	for _, a := range authors {
		switch {
		case a == nil:
		case *a == v.AccountID:
			return true, nil
		default:
			others = append(others, *a)
		}
	}
	if v.PersonID == 0 || len(others) == 0 {
		return false, nil
	}
	return tx.Account.Query().Where(account.IDIn(others...), account.PersonID(v.PersonID)).Exist(everywhere(ctx))
}
