package fault

import "fmt"

// Taken is the error for a code, number or name that something has already. The words begin the
// messages; there is how the one that has it is written, or "" where the viewer may not know.
func Taken(reason, field, zh, en, typed, there string) *Error {
	if there == "" || there == typed {
		return New(Conflict, reason, field, zh+":"+typed, en+": "+typed)
	}
	return New(Conflict, reason, field,
		fmt.Sprintf("%s:%s 已存在,与 %s 只差全半角、大小写或字形", zh, there, typed),
		fmt.Sprintf("%s: %s is there, and differs from %s only by width, case or variants of characters", en, there, typed))
}
