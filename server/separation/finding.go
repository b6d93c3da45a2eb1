package separation

import (
	"fmt"

	"sineng/server/audit"
	"sineng/server/audit/verify"
)

// finding is a breach in the report of a verification; past is true for one that is older than
// its rule.
func (b Breach) finding(past bool) verify.Finding {
	w := words[b.Rule]
	return verify.Finding{Reason: "SEPARATION_" + string(b.Rule), Entry: b.Entry, Object: &audit.Object{Type: b.Type, ID: b.Object}, Past: past,
		ZH: fmt.Sprintf("日志第 %d 条(%s %d,账号 %d):%s", b.Entry, b.Type, b.Object, b.By.Account, w.zh),
		EN: fmt.Sprintf("entry %d (%s %d, by account %d): %s", b.Entry, b.Type, b.Object, b.By.Account, w.en)}
}
