package account

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"entgo.io/ent/dialect"
	"github.com/alexedwards/argon2id"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/identity"
	"sineng/ent/term"
	"sineng/ent/term/fold"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/fault"
	"sineng/server/pending"
	"sineng/server/store"
)

// Claim is what an OpenID provider asserts about somebody, after its token was verified.
type Claim struct {
	Issuer, Subject string
	// StaffNumber is empty when the provider gives none.
	StaffNumber string
	// Methods are the authentication methods that the provider used, by their names in RFC
	// 8176, e.g. pwd, otp.
	Methods []string
	// CreateAccounts allows an account to be created for a person who has none.
	CreateAccounts bool
}

// secondFactors are the methods that count as a second factor of the provider.
var secondFactors = []string{"otp", "mfa", "hwk"}

// The reasons why a sign-in by a provider is refused; OidcRefusal of the API lists them too.
var (
	errNoStaffNumber = fault.New(fault.Forbidden, "OIDC_NO_STAFF_NUMBER", "", "统一身份认证未提供工号", "The provider gives no staff number")
	errUnknownPerson = fault.New(fault.Forbidden, "OIDC_UNKNOWN_PERSON", "", "没有该工号的人员", "Nobody has this staff number")
	errNoAccount     = fault.New(fault.Forbidden, "OIDC_NO_ACCOUNT", "", "您还没有账号,请联系系统管理员", "You have no account yet; ask the system administrator")
	errDisabled      = fault.New(fault.Forbidden, "OIDC_DISABLED", "", "该账号已停用", "The account is disabled")
	errOtherPerson   = fault.New(fault.Forbidden, "OIDC_OTHER_PERSON", "", "统一身份与工号不属于同一人", "The identity and the staff number belong to two people")
	errLinkedAlready = fault.New(fault.Forbidden, "OIDC_LINKED_OTHERWISE", "", "该账号已关联另一个统一身份", "The account is linked to another identity")
	errLinkWaits     = fault.New(fault.Forbidden, "OIDC_LINK_WAITS", "", "该账号首次关联统一身份须由第二人确认,已提请确认;确认前请使用密码登录",
		"The first link of this account to an identity waits for a second person, who has been asked; sign in with a password until then")
	errUnfitSubject = fault.New(fault.Forbidden, "OIDC_REFUSED", "", "统一身份认证返回的内容无效", "The provider's answer is not valid")
)

// SignInByClaim opens a session for a person whom a provider authenticated and returns its
// token. The first time, the account is found by the staff number and linked. From then on the
// issuer and subject alone identify it, and a different staff number is refused. Refusals are
// logged.
func (s *Service) SignInByClaim(ctx context.Context, c Claim) (token string, err error) {
	ctx = viewer.System(ctx)
	for _, part := range []string{c.Issuer, c.Subject} {
		if n := utf8.RuneCountInString(part); n == 0 || n > 255 {
			return "", errUnfitSubject
		}
	}
	unusable := ""
	if c.CreateAccounts {
		// Hashing is slow, so it is done outside the transaction.
		if unusable, err = argon2id.CreateHash(newToken(), s.params); err != nil {
			return "", err
		}
	}
	var refusal *fault.Error
	token, err = store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (string, error) {
		var a *ent.Account
		var err error
		if a, refusal, err = s.claimed(ctx, tx, c, unusable); err != nil {
			return "", err
		}
		if refusal != nil {
			return "", s.noteRefusal(ctx, c, a, refusal)
		}
		return s.openByClaim(ctx, tx, c, a)
	})
	if err == nil && refusal != nil {
		return "", refusal
	}
	return token, err
}

// claimed finds the account of a claim, and links it the first time. A refusal comes with the
// account concerned, if there is one.
func (s *Service) claimed(ctx context.Context, tx *ent.Tx, c Claim, unusable string) (*ent.Account, *fault.Error, error) {
	known, err := tx.Identity.Query().Where(identity.Issuer(c.Issuer), identity.Subject(c.Subject)).
		WithAccount(func(q *ent.AccountQuery) { q.WithPerson() }).Only(ctx)
	switch {
	case err == nil:
		a := known.Edges.Account
		if c.StaffNumber != "" && fold.Code(staffNumber(a.Edges.Person)) != fold.Code(c.StaffNumber) {
			return a, errOtherPerson, nil
		}
		if a.Disabled {
			return a, errDisabled, nil
		}
		return a, nil, nil
	case !ent.IsNotFound(err):
		return nil, nil, err
	case c.StaffNumber == "":
		return nil, errNoStaffNumber, nil
	}
	p, err := PersonByNumber(ctx, tx.Client(), c.StaffNumber)
	if err != nil {
		return nil, nil, err
	}
	if p == nil {
		return nil, errUnknownPerson, nil
	}
	q := tx.Account.Query().Where(account.PersonID(p.ID))
	if s.store.Dialect() == dialect.MySQL {
		q.ForUpdate() // serialises concurrent first sign-ins, so that the second sees the link
	}
	a, err := q.Only(ctx)
	if ent.IsNotFound(err) {
		var refusal *fault.Error
		if a, refusal, err = s.accountFor(ctx, tx, p, c, unusable); refusal != nil || err != nil {
			return nil, refusal, err
		}
	}
	if err != nil {
		return nil, nil, err
	}
	if a.Disabled {
		return a, errDisabled, nil
	}
	linked, err := tx.Identity.Query().Where(identity.AccountID(a.ID), identity.Issuer(c.Issuer)).Only(ctx)
	switch {
	case err == nil && linked.Subject == c.Subject:
		return a, nil, nil // linked by a concurrent sign-in of the same person
	case err == nil:
		return a, errLinkedAlready, nil
	case !ent.IsNotFound(err):
		return nil, nil, err
	}
	waits, err := s.linkWaits(ctx, tx, a, c)
	if err != nil {
		return nil, nil, err
	}
	if waits {
		return a, errLinkWaits, nil
	}
	_, err = s.linkIdentity(ctx, tx, a, c)
	return a, nil, err
}

// linkWaits tells whether the first link of an account waits for a second person, since whoever the
// provider says has signed in would have the roles of the account; the act is begun the first time.
func (s *Service) linkWaits(ctx context.Context, tx *ent.Tx, a *ent.Account, c Claim) (bool, error) {
	already, err := pending.Waiting(ctx, tx.Client(), term.ActKindLinkIdentity, a.ID)
	if err != nil || already != nil {
		return already != nil, err
	}
	powerful, err := s.Powerful(ctx, tx.Client(), a.ID, *a.PersonID)
	if err != nil || !powerful {
		return false, err
	}
	act, err := s.actOn(ctx, tx, a, term.ActKindLinkIdentity, identityLink{c.Issuer, c.Subject}, "")
	if err != nil {
		return false, err
	}
	act.Words["issuer"], act.Words["subject"] = c.Issuer, c.Subject
	_, err = pending.BeginAsked(ctx, s.store, tx, act)
	return true, err
}

// linkIdentity links an account to an identity. The owner of an account that the provider's sign-in made
// is the only one who has ever had a way into it.
func (s *Service) linkIdentity(ctx context.Context, tx *ent.Tx, a *ent.Account, c Claim) (*ent.Identity, error) {
	now := s.store.Now()
	made, err := tx.Identity.Create().SetAccountID(a.ID).SetIssuer(c.Issuer).SetSubject(c.Subject).SetCreatedAt(now).Save(ctx)
	if err != nil {
		return nil, err
	}
	if a.SecretsOwnSince == nil && a.PasswordChangedAt == nil && !a.MustChangePassword {
		if err := s.change(ctx, tx, a, func(u *ent.AccountUpdateOne) { u.SetSecretsOwnSince(now) }); err != nil {
			return nil, err
		}
	}
	e := audit.Event{Action: term.AuditActionLinkIdentity, Object: made.ID, Account: a.ID}
	if e.At, err = s.placeOf(ctx, a.LoginName); err != nil {
		return nil, err
	}
	return made, audit.Append(ctx, s.store, e)
}

// accountFor creates an account for a person who has none, where the setting allows it. It has
// a random password; an administrator may set another.
func (s *Service) accountFor(ctx context.Context, tx *ent.Tx, p *ent.Person, c Claim, unusable string) (*ent.Account, *fault.Error, error) {
	login := normalLogin(c.StaffNumber)
	if !c.CreateAccounts || validateLogin("", login) != nil {
		return nil, errNoAccount, nil
	}
	if taken, err := tx.Account.Query().Where(loginAlike(login)).Exist(ctx); err != nil || taken {
		return nil, errNoAccount, err
	}
	now := s.store.Now()
	a, err := tx.Account.Create().SetLoginName(login).SetPasswordHash(unusable).SetMustChangePassword(false).
		SetPersonID(p.ID).SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	if err != nil {
		return nil, nil, loginRaced(err, "", login)
	}
	return a, nil, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionCreateAccount, Object: a.ID, Account: a.ID, At: levelsOf(p),
		Details: map[string]string{"issuer": c.Issuer}})
}

// openByClaim opens the session, which may still need its second factor.
func (s *Service) openByClaim(ctx context.Context, tx *ent.Tx, c Claim, a *ent.Account) (string, error) {
	a, err := s.lockAccount(ctx, tx, a.ID)
	if err != nil {
		return "", err
	}
	return s.admit(actingAs(ctx, a), tx, a, term.SignInMethodOIDC, factorPending(a, c.Methods))
}

// factorPending reports whether an account with a second factor must still give it: not where
// the provider says that it checked one.
func factorPending(a *ent.Account, methods []string) bool {
	return a.TotpConfirmedAt != nil && !slices.ContainsFunc(methods, func(m string) bool { return slices.Contains(secondFactors, m) })
}

// noteRefusal logs a refused sign-in.
func (s *Service) noteRefusal(ctx context.Context, c Claim, a *ent.Account, refusal *fault.Error) error {
	e := audit.Event{Action: term.AuditActionRefuseSignIn, Details: map[string]string{
		"refusal": refusal.Reason, "issuer": c.Issuer, "subject": c.Subject, "staffNumber": short(c.StaffNumber, 100)}}
	if a != nil {
		e.Object, e.Account = a.ID, a.ID
	}
	return audit.Append(ctx, s.store, e)
}

func staffNumber(p *ent.Person) string {
	if p == nil || p.StaffNumber == nil {
		return ""
	}
	return *p.StaffNumber
}

// short limits the length of a provider's text in the log.
func short(s string, most int) string {
	if r := []rune(strings.ToValidUTF8(s, "�")); len(r) > most {
		return string(r[:most])
	}
	return s
}
