package account

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/apitoken"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/pending"
	"sineng/server/store"
)

// LongestToken is the longest term of a token, unless set otherwise.
const LongestToken = 366 * 24 * time.Hour

// tokenMark starts every token, so that a leaked one can be recognised.
const tokenMark = "sineng_"

// NewToken is the input of Service.CreateToken.
type NewToken struct {
	// Account is the account that the token reads for; 0 for the viewer's own. The operator of
	// the server must name one.
	Account int64
	// Name says what the token is for.
	Name   string
	Scopes []term.TokenScope
	// Unit limits the token to a unit's subtree; nil for all that the account reaches.
	Unit      *int64
	ExpiresAt time.Time
}

// LimitTokens sets the longest term of new tokens. It is called before the service is used.
func (s *Service) LimitTokens(longest time.Duration) { s.longestToken = longest }

// CreateToken adds a token and returns it with its secret, of which only a hash is stored. A
// token cannot create another.
func (s *Service) CreateToken(ctx context.Context, in NewToken) (*ent.ApiToken, string, error) {
	v := viewer.FromContext(ctx)
	switch {
	case v == nil:
		return nil, "", fault.SignedOut()
	case v.TokenID != 0, !v.System && in.Account != 0 && in.Account != v.AccountID:
		return nil, "", fault.New(fault.Forbidden, "NOT_PERMITTED", "", "您没有进行此操作的权限", "You may not do this here")
	case !v.System:
		in.Account = v.AccountID
	}
	in.Name = strings.TrimSpace(in.Name)
	slices.Sort(in.Scopes)
	in.Scopes = slices.Compact(in.Scopes)
	if err := s.validateToken(in); err != nil {
		return nil, "", err
	}
	a, err := s.store.Client.Account.Query().Where(account.ID(in.Account)).WithPerson().Only(viewer.System(ctx))
	if err != nil {
		return nil, "", store.OrMissing(err, "accountId", "账号", "account")
	}
	if a.Disabled || a.MustChangePassword {
		return nil, "", fault.New(fault.Forbidden, "MUST_CHANGE_PASSWORD", "", "请先修改初始密码", "Change your first password first")
	}
	if in.Unit != nil {
		if _, err := s.store.Reader(ctx).Unit.Get(ctx, *in.Unit); err != nil {
			return nil, "", store.OrMissing(err, "unitId", "单位", "unit")
		}
	}
	if err := s.reachesAll(ctx, a, in); err != nil {
		return nil, "", err
	}
	if err := s.lentByNobody(ctx, a); err != nil {
		return nil, "", err
	}
	secret := tokenMark + newToken()
	made, err := audit.Write(viewer.System(ctx), s.store, audit.Event{Action: term.AuditActionCreateToken, Account: a.ID}, func(ctx context.Context, tx *ent.Tx) (*ent.ApiToken, error) {
		now := s.store.Now()
		return tx.ApiToken.Create().SetAccountID(a.ID).SetName(in.Name).SetTokenHash(hashToken(secret)).SetScopes(in.Scopes).
			SetNillableUnitID(in.Unit).SetExpiresAt(in.ExpiresAt.UTC()).SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	})
	if err != nil {
		return nil, "", err
	}
	return made, secret, nil
}

// lentByNobody refuses the operator of the server a token of an account with power: whoever has it sees
// what the account sees, which takes a second person. Its owner makes it on the page.
func (s *Service) lentByNobody(ctx context.Context, a *ent.Account) error {
	if !viewer.FromContext(ctx).System || !pending.Waits(ctx) {
		return nil
	}
	var owner int64
	if a.PersonID != nil {
		owner = *a.PersonID
	}
	powerful, err := s.Powerful(viewer.System(ctx), s.store.Reader(ctx), a.ID, owner)
	if err == nil && powerful {
		err = fault.New(fault.Forbidden, "OWNER_MAKES_IT", "", "该账号不只有单个部门的岗位人员权限,访问令牌须由账号本人登录后在页面上创建",
			"The account has more than the rights of STAFF in one department: its owner makes the token on the page, signed in")
	}
	return err
}

// validateToken checks the input as far as that needs no rights.
func (s *Service) validateToken(in NewToken) error {
	var bad fault.List
	if n := utf8.RuneCountInString(in.Name); n == 0 || n > 100 {
		bad.Add(fault.Bad("name", "BAD_LENGTH", "名称需 1 至 100 个字符", "The name has 1 to 100 characters"))
	}
	if len(in.Scopes) == 0 {
		bad.Add(fault.Bad("scopes", "NO_SCOPE", "请至少选择一项权限范围", "Choose at least one scope"))
	}
	for _, scope := range in.Scopes {
		if tokenActions[scope] == nil {
			bad.Add(fault.Bad("scopes", "UNKNOWN_SCOPE", "没有该权限范围", "There is no such scope"))
		}
	}
	switch now := s.store.Now(); {
	case !in.ExpiresAt.After(now):
		bad.Add(fault.Bad("expiresAt", "IN_THE_PAST", "到期时间必须晚于现在", "The token must expire in the future"))
	case in.ExpiresAt.After(now.Add(s.longestToken)):
		days := int(s.longestToken / (24 * time.Hour))
		bad.Add(fault.Bad("expiresAt", "TOKEN_TOO_LONG", fmt.Sprintf("访问令牌的有效期最长 %d 天", days), fmt.Sprintf("A token is good for at most %d days", days)))
	}
	return bad.Err()
}

// reachesAll refuses a token with a scope in which the account may read nothing.
func (s *Service) reachesAll(ctx context.Context, a *ent.Account, in NewToken) error {
	for _, scope := range in.Scopes {
		v, err := s.tokenViewer(viewer.System(ctx), &ent.ApiToken{Scopes: []term.TokenScope{scope}, UnitID: in.Unit, Edges: ent.ApiTokenEdges{Account: a}})
		if err != nil {
			return err
		}
		if !sees(v) {
			return fault.New(fault.Forbidden, "SCOPE_NOT_HELD", "scopes",
				"不能授予您本人在该单位不具备的权限范围:"+scope.Label("zh"), "You do not have this yourself there: "+scope.Label("en"))
		}
	}
	return nil
}

// RevokeToken ends a token. Its owner may, and whoever grants roles on the owner's unit.
func (s *Service) RevokeToken(ctx context.Context, id int64) (*ent.ApiToken, error) {
	v := viewer.FromContext(ctx)
	if v == nil {
		return nil, fault.SignedOut()
	}
	t, err := s.store.Reader(ctx).ApiToken.Query().Where(apitoken.ID(id)).WithAccount(func(q *ent.AccountQuery) { q.WithPerson() }).Only(ctx)
	if err != nil {
		return nil, store.OrMissing(err, "tokenId", "访问令牌", "token")
	}
	e := audit.Event{Action: term.AuditActionRevokeToken}
	if v.System || t.AccountID != v.AccountID {
		e.Right = authz.GrantRoles
		if err := s.mayRevokeOf(ctx, t.Edges.Account); err != nil {
			return nil, err
		}
	}
	return audit.Write(viewer.System(ctx), s.store, e, func(ctx context.Context, tx *ent.Tx) (*ent.ApiToken, error) {
		now, row := s.store.Now(), tx.ApiToken.Query().Where(apitoken.ID(id))
		t, err := row.Only(ctx)
		if err != nil || t.RevokedAt != nil {
			return t, err // revoked already; the first time stays
		}
		return tx.ApiToken.UpdateOneID(id).SetRevokedAt(now).SetUpdatedAt(now).Save(ctx)
	})
}

// mayRevokeOf checks the viewer's right to end tokens of another's account.
func (s *Service) mayRevokeOf(ctx context.Context, a *ent.Account) error {
	if p := a.Edges.Person; p != nil {
		return authz.Check(ctx, authz.GrantRoles, p.Levels())
	}
	return authz.CheckEverywhere(ctx, authz.GrantRoles)
}

// TokensOf returns the tokens of accounts, newest first, to their owner and to those who grant
// roles on the owner's unit; others get none.
func (s *Service) TokensOf(ctx context.Context, accounts []int64) (map[int64][]*ent.ApiToken, error) {
	out := map[int64][]*ent.ApiToken{}
	v := viewer.FromContext(ctx)
	if v == nil || v.TokenID != 0 {
		return out, nil
	}
	q := s.store.Reader(ctx).ApiToken.Query().Where(apitoken.AccountIDIn(accounts...))
	if authz.CheckAnywhere(ctx, authz.GrantRoles) != nil {
		q.Where(apitoken.AccountID(v.AccountID))
	}
	rows, err := q.Order(apitoken.ByCreatedAt(sql.OrderDesc()), apitoken.ByID(sql.OrderDesc())).All(ctx)
	for _, t := range rows {
		out[t.AccountID] = append(out[t.AccountID], t)
	}
	return out, err
}

// TokenActive reports whether a token is neither revoked nor expired.
func (s *Service) TokenActive(t *ent.ApiToken) bool {
	return t.RevokedAt == nil && t.ExpiresAt.After(s.store.Now())
}
