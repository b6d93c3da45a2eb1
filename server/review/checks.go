package review

import (
	"context"
	"fmt"

	"sineng/ent"
	"sineng/server/audit"
	"sineng/server/audit/verify"
)

// Checks compare the frozen contents of forms with their hashes.
func (s *Service) Checks() []verify.Check {
	return []verify.Check{{Name: "filed forms", Run: checkFrozen}}
}

// checkFrozen reports forms whose frozen content is missing or does not match its hash.
func checkFrozen(ctx context.Context, client *ent.Client) ([]verify.Finding, error) {
	flaws, err := Flaws(ctx, client)
	var out []verify.Finding
	for _, f := range flaws {
		finding := verify.Finding{Reason: "FORM_CONTENT_CHANGED", Entry: -1, Object: &audit.Object{Type: f.Type, ID: f.ID},
			ZH: fmt.Sprintf("表格 %d 的存档内容与其散列值 %s 不符", f.Form, f.Hash),
			EN: fmt.Sprintf("form %d: the frozen content does not have its hash %s", f.Form, f.Hash)}
		if f.Missing {
			finding.Reason = "FORM_CONTENT_MISSING"
			finding.ZH = fmt.Sprintf("表格 %d 的存档内容 %s 缺失", f.Form, f.Hash)
			finding.EN = fmt.Sprintf("form %d: the frozen content %s is gone", f.Form, f.Hash)
		}
		out = append(out, finding)
	}
	return out, err
}
