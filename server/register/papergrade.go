package register

import (
	"context"

	"sineng/ent"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
)

// NotePaperGrade is the input of Service.NotePaperGrade.
type NotePaperGrade struct {
	RiskPointID     int64
	ExpectedVersion int
	Grade           term.Grade
	Source          string // names the file, for the log
}

// NotePaperGrade notes the decided grade that an imported file gives for a risk point. It
// decides nothing and is no proposal: the leading group sees it when it decides the grades of a
// register that was kept elsewhere. A risk point whose grade was decided here takes no such
// note.
func (s *Service) NotePaperGrade(ctx context.Context, in NotePaperGrade) (*ent.RiskPoint, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionImportGrade, Right: authz.RecordRisk, Reason: in.Source},
		func(ctx context.Context, tx *ent.Tx) (*ent.RiskPoint, error) {
			r, err := s.holdRisk(ctx, tx, in.RiskPointID, org.Hold, authz.RecordRisk, "riskPointId")
			if err != nil {
				return nil, err
			}
			if r.Grade != term.Ungraded {
				return nil, fault.New(fault.InvalidTransition, "GRADE_DECIDED", "riskPointId",
					"该风险点的等级已在本系统审定,不再记录文件所载等级", "The grade was decided here, so that no grade of a file is noted")
			}
			out, err := tx.RiskPoint.UpdateOne(r).Where(riskpoint.Version(in.ExpectedVersion)).AddVersion(1).
				SetUpdatedAt(s.store.Now()).SetPaperGrade(in.Grade).Save(ctx)
			return out, org.Stale(err)
		})
}
