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

// The kinds of code by which a second factor is given.
const (
	byApp      = "APP"
	byRecovery = "RECOVERY_CODE"
)

// codeStep is how long an authenticator app shows the same code (RFC 6238).
const codeStep = 30 * time.Second

// recoveryCodes is the number of recovery codes in a set.
const recoveryCodes = 10

// useCode marks a code as used if it is valid for the account, which the transaction has
// locked. It returns the kind of code, or "" when the code is not valid.
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
		// Each code is valid once: the update succeeds only if it advances the time step, so
		// that of two concurrent tries one fails. The log keeps the step, so that nobody sets it
		// back unseen.
		err := tx.Account.UpdateOneID(a.ID).Where(account.TotpStepLT(step)).SetTotpStep(step).Exec(ctx)
		if ent.IsNotFound(err) {
			return "", nil
		}
		if err != nil {
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

// stepOf is the time step of an app's code: the present step or one of its two neighbours, to
// allow for clock drift; 0 when the code matches none of them.
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

// newRecoveryCodes generates codes of 80 bits, grouped for reading, and the hashes to store.
func newRecoveryCodes() (codes, hashes []string) {
	for range recoveryCodes {
		c := rand.Text()[:16]
		codes = append(codes, c[:4]+"-"+c[4:8]+"-"+c[8:12]+"-"+c[12:])
		hashes = append(hashes, hashToken(c))
	}
	return codes, hashes
}
