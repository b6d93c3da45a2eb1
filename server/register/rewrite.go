package register

import (
	"cmp"
	"context"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/agenda"
	"sineng/server/authz"
)

// The clauses of a rewriting: whether it voided what was decided, endorsed or put on an agenda.
const (
	ClauseVoided = "voided"
	ClauseKept   = "kept"
)

// UseDesk sets where items about risk points are taken off agendas.
func (s *Service) UseDesk(d agenda.Desk) { s.desk = d }

// withdraw takes a risk point off the agendas of meetings that have not decided it.
func (s *Service) withdraw(ctx context.Context, tx *ent.Tx, riskPoint int64, zh string) error {
	_, err := s.tabled(ctx, tx, riskPoint, zh)
	return err
}

func (s *Service) tabled(ctx context.Context, tx *ent.Tx, riskPoint int64, zh string) (bool, error) {
	if s.desk == nil {
		return false, nil
	}
	n, err := s.desk.Withdraw(ctx, tx, zh, riskPoint)
	return n > 0, err
}

// rewrites reports whether new details change what the grade of a risk point stands on: its
// text, its types, or what it is about. Who found it, who is exposed and who answers for it do not.
func (d RiskDetails) rewrites(r *ent.RiskPoint, found references) bool {
	step := int64(0)
	if found.step != nil {
		step = found.step.ID
	}
	return strings.TrimSpace(d.Title) != r.Title || d.types() != r.RiskTypes || d.Manifestation != r.Manifestation || d.Cause != r.Cause ||
		given(d.PowerID) != given(r.PowerID) || step != given(r.StepID) || given(d.PostID) != given(r.PostID) || given(d.PersonID) != given(r.PersonID)
}

// rewrite moves a risk point whose text is rewritten: what was decided on the earlier text is
// void. A decided grade stays in force, marked as decided on an earlier text, until a new
// assessment is decided; an endorsement is cancelled, and items of agendas are withdrawn.
func (s *Service) rewrite(ctx context.Context, tx *ent.Tx, r *ent.RiskPoint, version int, change func(*ent.RiskPointMutation)) (*ent.RiskPoint, error) {
	from := RiskStateOf(r)
	to, err := NextRisk(from, RiskRewrite, term.Ungraded, Assessor)
	if err != nil {
		return nil, err
	}
	tabled, err := s.tabled(ctx, tx, r.ID, "风险点内容已改写")
	if err != nil {
		return nil, err
	}
	known, err := s.past(everywhere(ctx), tx, r.ID)
	if err != nil {
		return nil, err
	}
	if err := s.lapse(ctx, tx, r.ID); err != nil { // it was to retire another text
		return nil, err
	}
	out, err := s.moveRisk(ctx, tx, r, version, to, change)
	if err != nil {
		return nil, err
	}
	entry := assessment{grade: to.Grade, computed: to.Grade, rule: RuleRewriting, version: 1, clause: ClauseKept}.as(RiskRewrite, authz.RecordRisk)
	if tabled || from.Grade != term.Ungraded || from.Endorsed != term.Ungraded || from.Retiring {
		entry.clause = ClauseVoided
	} else if author := cmp.Or(known.proposal, known.recording); by(viewer.FromContext(ctx), author) {
		return out, s.logRevision(ctx, out) // the author of a proposal, or of what nobody has assessed, corrects it
	}
	_, err = s.assess(ctx, tx, out, entry)
	return out, err
}
