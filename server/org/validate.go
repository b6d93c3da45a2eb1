package org

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"sineng/server/fault"
)

// Length returns an error for a text that is shorter or longer than allowed, in characters.
// The words name the field in Chinese and English.
func Length(field, text string, shortest, longest int, zh, en string) *fault.Error {
	n := utf8.RuneCountInString(text)
	switch {
	case n < shortest && n == 0:
		return fault.Bad(field, "REQUIRED", "请填写"+zh, en+" is required")
	case n < shortest:
		return fault.Bad(field, "TOO_SHORT", fmt.Sprintf("%s至少 %d 个字", zh, shortest), fmt.Sprintf("%s needs at least %d characters", en, shortest))
	case n > longest:
		return fault.Bad(field, "TOO_LONG", fmt.Sprintf("%s最多 %d 个字,现有 %d 个", zh, longest, n),
			fmt.Sprintf("%s has at most %d characters, it has %d", en, longest, n))
	case strings.ContainsRune(text, 0) || !utf8.ValidString(text):
		return fault.Bad(field, "BAD_CHARACTER", zh+"含有无效字符", en+" has an invalid character")
	}
	return nil
}

func trimmed(s *string) string {
	if s == nil {
		return ""
	}
	return strings.TrimSpace(*s)
}
