package review

import (
	"context"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

// mostAtOnce is the greatest number of forms answered in one call.
const mostAtOnce = 100

// Verdict is the answer to one of several forms.
type Verdict struct {
	FormID          int64
	ExpectedVersion int
	Verdict         term.Verdict
	// Text is the review decision, or the reason for the return.
	Text string
	// To is the state that it is returned to; nil for the draft.
	To *term.FormState
}

// Outcome is the result for one of several forms.
type Outcome struct {
	FormID int64
	// Form is the form in its present state, nil where the viewer may not see it.
	Form *ent.Form
	// Refused are the errors that prevented the answer.
	Refused []*fault.Error
}

// Review answers several forms, each in its own transaction: an error on one does not affect
// the others.
func (s *Service) Review(ctx context.Context, verdicts []Verdict) ([]Outcome, error) {
	if len(verdicts) == 0 || len(verdicts) > mostAtOnce {
		return nil, fault.Bad("verdicts", "TOO_MANY_FORMS", "一次可审核 1 至 100 份表格", "Answer 1 to 100 forms at a time")
	}
	out := make([]Outcome, len(verdicts))
	for i, v := range verdicts {
		var err error
		if v.Verdict == term.VerdictApproved {
			_, err = s.Approve(ctx, ApproveForm{v.FormID, v.ExpectedVersion, v.Text})
		} else {
			to := term.FormStateDraft
			if v.To != nil {
				to = *v.To
			}
			_, err = s.Return(ctx, ReturnForm{v.FormID, v.ExpectedVersion, to, v.Text})
		}
		out[i].FormID = v.FormID
		if out[i].Refused = fault.All(err); err != nil && len(out[i].Refused) == 0 {
			return nil, err
		}
		f, err := s.forms.Get(ctx, v.FormID)
		switch {
		case err == nil:
			out[i].Form = f
		case !fault.Is(err, fault.NotFound):
			return nil, err
		}
	}
	return out, nil
}
