package account

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sineng/server/fault"
)

// Lengths of a password in characters.
const (
	minPassword = 10
	maxPassword = 200
)

// validatePassword keeps the policy: long enough, letters and others, not the login name.
func validatePassword(field, login, password string) *fault.Error {
	length := utf8.RuneCountInString(password)
	letters, others := false, false
	for _, r := range password {
		if unicode.IsLetter(r) {
			letters = true
		} else {
			others = true
		}
	}
	switch {
	case length < minPassword:
		return fault.Bad(field, "PASSWORD_TOO_SHORT", "密码至少需要 10 个字符", "A password needs at least 10 characters")
	case length > maxPassword:
		return fault.Bad(field, "PASSWORD_TOO_LONG", "密码最多 200 个字符", "A password has at most 200 characters")
	case !letters || !others:
		return fault.Bad(field, "PASSWORD_TOO_SIMPLE", "密码需同时包含字母和数字或符号", "A password needs letters and also digits or signs")
	case login != "" && strings.Contains(strings.ToLower(password), strings.ToLower(login)):
		return fault.Bad(field, "PASSWORD_HAS_LOGIN_NAME", "密码不得包含登录名", "A password must not contain the login name")
	}
	return nil
}

// normalLogin is the form in which login names are stored and compared.
func normalLogin(login string) string { return strings.ToLower(strings.TrimSpace(login)) }

func validateLogin(field, login string) *fault.Error {
	ok := len(login) >= 2 && len(login) <= 64
	for _, r := range login {
		ok = ok && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("._-@", r))
	}
	if !ok {
		return fault.Bad(field, "BAD_LOGIN_NAME", "登录名需 2 至 64 个字符,只能用字母、数字和 . _ - @",
			"A login name has 2 to 64 letters, digits or . _ - @")
	}
	return nil
}
