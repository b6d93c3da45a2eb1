package attachment

import (
	"context"
	"fmt"

	"sineng/ent"
	"sineng/server/audit"
	"sineng/server/audit/verify"
)

// Checks returns the comparison of the attached files with their hashes.
func (s *Service) Checks() []verify.Check {
	return []verify.Check{{Name: "attached files", Run: s.checkFiles}}
}

// checkFiles finds attachments whose file is missing or damaged.
func (s *Service) checkFiles(ctx context.Context, client *ent.Client) ([]verify.Finding, error) {
	broken, err := Check(ctx, client, s.files)
	var out []verify.Finding
	for _, b := range broken {
		f := verify.Finding{Reason: "FILE_CHANGED", Entry: -1, Object: &audit.Object{Type: ent.TypeAttachment, ID: b.ID},
			ZH: fmt.Sprintf("佐证 %d 的文件内容与其哈希 %s 不符", b.ID, b.Hash), EN: fmt.Sprintf("the file of attachment %d is not the one of hash %s", b.ID, b.Hash)}
		if b.Gone {
			f.Reason, f.ZH, f.EN = "FILE_MISSING", fmt.Sprintf("佐证 %d 的文件 %s 缺失", b.ID, b.Hash), fmt.Sprintf("the file %s of attachment %d is gone", b.Hash, b.ID)
		}
		out = append(out, f)
	}
	return out, err
}
