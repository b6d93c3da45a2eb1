package account

import (
	"context"
	"strings"

	"entgo.io/ent/dialect/sql/sqlgraph"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/person"
	"sineng/ent/predicate"
	"sineng/ent/term/fold"
	"sineng/ent/viewer"
	"sineng/server/fault"
)

// loginAlike matches the accounts whose login name is the same: of which it folds to the same. The
// later of two that were there before that was so is the same as its own spelling alone.
func loginAlike(login string) predicate.Account {
	return account.Or(account.LoginName(login), account.LoginNameFolded(fold.Code(login)))
}

// ByLogin is the account that a login name means, nil for none: the one with that name, else the one
// with a name that only looks otherwise, as one typed with a Chinese input method in full width.
// Both are looked for at once, so that the time does not tell which there is.
func ByLogin(ctx context.Context, c *ent.Client, login string) (*ent.Account, error) {
	login = normalLogin(login)
	found, err := c.Account.Query().Where(loginAlike(login)).Order(account.ByID()).All(ctx)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	for _, a := range found {
		if a.LoginName == login {
			return a, nil
		}
	}
	return found[0], nil
}

// PersonByNumber is the person with a staff number, as ByLogin; nil for none.
func PersonByNumber(ctx context.Context, c *ent.Client, number string) (*ent.Person, error) {
	found, err := c.Person.Query().Where(person.Or(person.StaffNumber(number), person.StaffNumberFolded(fold.Code(number)))).Order(person.ByID()).All(ctx)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	for _, p := range found {
		if staffNumber(p) == number {
			return p, nil
		}
	}
	return found[0], nil
}

// loginFree refuses a login name that an account has, naming the account's where whoever asked sees
// the account.
func (s *Service) loginFree(ctx, asked context.Context, tx *ent.Tx, field, login string) error {
	taken, err := tx.Account.Query().Where(loginAlike(login)).Exist(ctx)
	if err != nil || !taken {
		return err
	}
	visible, err := tx.Account.Query().Where(loginAlike(login)).All(viewer.NewContext(ctx, viewer.FromContext(asked)))
	if err != nil {
		return err
	}
	if len(visible) == 0 {
		s.store.HiddenKey(asked, account.Label, fold.Code(login))
		return loginTaken(field, login, "")
	}
	return loginTaken(field, login, visible[0].LoginName)
}

func loginTaken(field, login, there string) error {
	return fault.Taken("LOGIN_NAME_TAKEN", field, "该登录名已被使用", "This login name is taken", login, there)
}

// loginRaced turns the violation of a unique index of login names, by an account made a moment ago,
// into the error of loginFree.
func loginRaced(err error, field, login string) error {
	if sqlgraph.IsUniqueConstraintError(err) && strings.Contains(err.Error(), account.FieldLoginName) {
		return loginTaken(field, login, "")
	}
	return err
}

// failureKey is what failures to sign in are counted by: how a login name is typed makes no difference,
// so that another spelling gives no more tries.
func failureKey(login string) string { return hashToken(fold.Code(login)) }
