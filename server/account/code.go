package account

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"slices"
	"strings"
	"time"

	"github.com/pquerna/otp/hotp"

	"sineng/ent"
	"sineng/ent/account"
)

// How a second factor was given.
const (
	byApp      = "APP"
	byRecovery = "RECOVERY_CODE"
)

// codeStep is for how long an app shows the same code (RFC 6238).
const codeStep = 30 * time.Second

// recoveryCodes is how many recovery codes are made at a time.
const recoveryCodes = 10

// useCode uses a code up, if it is good for the account, which the transaction has locked,
// and tells how it was given; "" for a code that is not good.
func (s *Service) useCode(ctx context.Context, tx *ent.Tx, a *ent.Account, code string) (how string, err error) {
	code = strings.ToUpper(strings.NewReplacer(" ", "", "-", "").Replace(code))
	if a.TotpSecret == nil || code == "" {
		return "", nil
	}
	secret, err := s.unseal(a.ID, *a.TotpSecret)
	if err != nil {
		return "", err
	}
	step, err := stepOf(secret, code, s.store.Now())
	if err != nil {
		return "", err
	}
	if step > 0 {
		// No code is good twice: the step moves on only, whoever else tries at the same moment.
		n, err := tx.Account.Update().Where(account.ID(a.ID), account.TotpStepLT(step)).SetTotpStep(step).Save(ctx)
		if err != nil || n == 0 {
			return "", err
		}
		return byApp, nil
	}
	if a.TotpConfirmedAt == nil {
		return "", nil
	}
	at := slices.Index(a.RecoveryCodes, hashToken(code))
	if at < 0 {
		return "", nil
	}
	left := slices.Delete(slices.Clone(a.RecoveryCodes), at, at+1)
	return byRecovery, tx.Account.UpdateOneID(a.ID).SetRecoveryCodes(left).SetUpdatedAt(s.store.Now()).AddVersion(1).Exec(ctx)
}

// stepOf is the time step that the app's code belongs to: the present one, or one beside
// it for a clock that is a little off; 0 for none.
func stepOf(secret, code string, now time.Time) (int64, error) {
	var found int64
	present := now.Unix() / int64(codeStep/time.Second)
	for step := present - 1; step <= present+1; step++ {
		want, err := hotp.GenerateCode(secret, uint64(step)) // #nosec G115 -- after 1970
		if err != nil {
			return 0, err
		}
		if subtle.ConstantTimeCompare([]byte(want), []byte(code)) == 1 {
			found = step
		}
	}
	return found, nil
}

// newRecoveryCodes makes codes of 80 bits, in groups to be read, and what is kept of them.
func newRecoveryCodes() (codes, hashes []string) {
	for range recoveryCodes {
		c := rand.Text()[:16]
		codes = append(codes, c[:4]+"-"+c[4:8]+"-"+c[8:12]+"-"+c[12:])
		hashes = append(hashes, hashToken(c))
	}
	return codes, hashes
}
