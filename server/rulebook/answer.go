package rulebook

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/store"
)

// mostNote is how long the note of an answer may be.
const mostNote = 2000

// Outcome is what a review found.
type Outcome string

// The values of Outcome.
const (
	// OutcomeKept tells that nothing needs to change.
	OutcomeKept Outcome = "KEPT"
	// OutcomeChanged tells that what was reviewed has been changed.
	OutcomeChanged Outcome = "CHANGED"
)

// Values lists every Outcome.
func (Outcome) Values() []string { return []string{string(OutcomeKept), string(OutcomeChanged)} }

// Answer answers a review.
type Answer struct {
	ReviewID        int64
	ExpectedVersion int
	Outcome         Outcome
	// Note is what was found or changed.
	Note string
}

// Answer keeps what a review found.
func (s *Service) Answer(ctx context.Context, in Answer) (*ent.RulesReview, error) {
	in.Note = strings.TrimSpace(in.Note)
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionAnswerRulesReview}, func(ctx context.Context, tx *ent.Tx) (*ent.RulesReview, error) {
		r, err := tx.RulesReview.Get(ctx, in.ReviewID)
		if err != nil {
			return nil, store.OrMissing(err, "reviewId", "制度复核", "review")
		}
		may, err := s.may(ctx, tx.Client(), []*ent.RulesReview{r})
		if err != nil {
			return nil, err
		}
		event := map[Outcome]Event{OutcomeKept: EventKeep, OutcomeChanged: EventChange}[in.Outcome]
		switch n := utf8.RuneCountInString(in.Note); {
		case r.State != term.RulesReviewStateOpen:
			return nil, closed(r.State, "reviewId")
		case !may[r]:
			return nil, fault.New(fault.Forbidden, "NOT_YOURS", "reviewId", "这项制度复核由他人负责:由责任人、其外出期间的受托人或本单位登记人员答复",
				"Somebody else answers this review: who is asked, who signs for them while they are away, or who records there")
		case r.Version != in.ExpectedVersion:
			return nil, fault.Stale()
		case n == 0:
			return nil, fault.Bad("note", "MISSING", "请写明复核情况", "Say what was found")
		case n > mostNote:
			return nil, fault.Bad("note", "TOO_LONG", fmt.Sprintf("不能超过 %d 个字符", mostNote), fmt.Sprintf("At most %d characters", mostNote))
		}
		v := viewer.FromContext(ctx)
		if err := s.step(ctx, tx, r, event, func(m *ent.RulesReviewMutation) {
			m.SetNote(in.Note)
			m.SetAnsweredAt(s.store.Now())
			m.SetAnsweredBy(v.AccountID)
			m.SetAnsweredName(v.Name)
		}); err != nil {
			return nil, err
		}
		return tx.RulesReview.Get(everywhere(ctx), r.ID)
	})
}

// May tells which reviews the viewer may answer now: those that they are asked, that somebody is for whom they sign, and where they record in the
// register; never by a token.
func (s *Service) May(ctx context.Context, reviews []*ent.RulesReview) (map[*ent.RulesReview]bool, error) {
	return s.may(ctx, s.store.Reader(ctx), reviews)
}

func (s *Service) may(ctx context.Context, client *ent.Client, reviews []*ent.RulesReview) (map[*ent.RulesReview]bool, error) {
	v, out := viewer.FromContext(ctx), map[*ent.RulesReview]bool{}
	for _, r := range reviews { // each has its answer
		out[r] = false
	}
	if v == nil || v.TokenID != 0 {
		return out, nil
	}
	var others []*ent.RulesReview
	for _, r := range reviews {
		if r.State != term.RulesReviewStateOpen {
			continue
		}
		out[r] = v.PersonID != 0 && value(r.PersonID) == v.PersonID || authz.May(v, recording, r.Levels())
		if !out[r] && r.PersonID != nil && v.PersonID != 0 {
			others = append(others, r)
		}
	}
	if len(others) == 0 {
		return out, nil
	}
	facts, err := office.Read(client, office.On(s.store.Today())).Delegations(everywhere(ctx), nil, []int64{v.PersonID})
	if err != nil {
		return nil, err
	}
	for _, r := range others {
		out[r] = slices.Contains(facts.SignsFor(v.PersonID), *r.PersonID)
	}
	return out, nil
}

// MayChange tells whether the viewer may issue editions of a document, correct and repeal it; never by a token.
func (s *Service) MayChange(ctx context.Context, d *ent.RulesDocument) bool {
	v := viewer.FromContext(ctx)
	return v != nil && v.TokenID == 0 && authz.May(v, right, d.Levels())
}

// MayLinkMeasure tells whether the viewer may link a measure with documents now, or part it from them.
func (s *Service) MayLinkMeasure(ctx context.Context, m *ent.Measure) bool {
	return s.mayLink(ctx, thing{measure: m})
}

// MayLinkPower tells whether the viewer may link a power with documents now, or part it from them.
func (s *Service) MayLinkPower(ctx context.Context, p *ent.Power) bool {
	return s.mayLink(ctx, thing{power: p})
}

func (s *Service) mayLink(ctx context.Context, t thing) bool {
	v := viewer.FromContext(ctx)
	return v != nil && v.TokenID == 0 && !s.retired(t) && authz.May(v, recording, t.levels())
}

// MayUnlink tells whether the viewer may take a link away.
func (s *Service) MayUnlink(ctx context.Context, l *ent.RulesLink) bool {
	v := viewer.FromContext(ctx)
	return v != nil && v.TokenID == 0 && authz.May(v, recording, l.Levels())
}

// Overdue tells whether a review is open and its last day has passed.
func (s *Service) Overdue(r *ent.RulesReview) bool {
	return r.State == term.RulesReviewStateOpen && r.DueOn.Before(s.store.Today())
}
