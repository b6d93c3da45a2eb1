package review_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/review"
	"sineng/server/store"
	"sineng/server/testkit"
)

// table lists, for every state and role, the result of each action: the state after it, "-"
// where the state does not allow it, "x" where it is for somebody else, "." where the form is
// not visible. The form is a 表2 with an A, filled by the clerk; earlier stages were signed by
// their addressees, the inspector's and the group's by others.
const table = `
state             who       SUBMIT RECALL APPROVE RETURN ASK ALLOW REFUSE END CHANGE
DRAFT             clerk     DEPT   -      -       -      -   -     -
DRAFT             colleague x      -      -       -      -   -     -
DRAFT             head      DEPT   -      -       -      -   -     -
DRAFT             leader    DEPT   -      -       -      -   -     -
DRAFT             principal DEPT   -      -       -      -   -     -
DRAFT             inspector x      -      -       -      -   -     -
DRAFT             group     x      -      -       -      -   -     -
DRAFT             program   *      *      *       *      *   *     *      -   -
DEPT_REVIEW       clerk     -      DRAFT  x       x      -   -     -
DEPT_REVIEW       colleague -      x      x       x      -   -     -
DEPT_REVIEW       head      -      x      LEADER  DRAFT  -   -     -
DEPT_REVIEW       leader    -      x      x       x      -   -     -
DEPT_REVIEW       principal -      x      x       x      -   -     -
DEPT_REVIEW       inspector -      x      x       x      -   -     -
DEPT_REVIEW       group     -      x      x       x      -   -     -
DEPT_REVIEW       program   *      *      *       *      *   *     *      -   DRAFT
LEADER_REVIEW     clerk     -      -      x       x      -   -     -
LEADER_REVIEW     colleague -      -      x       x      -   -     -
LEADER_REVIEW     head      -      -      x       x      -   -     -
LEADER_REVIEW     leader    -      -      INSP    DRAFT  -   -     -
LEADER_REVIEW     principal -      -      x       x      -   -     -
LEADER_REVIEW     inspector -      -      x       x      -   -     -
LEADER_REVIEW     group     -      -      x       x      -   -     -
LEADER_REVIEW     program   *      *      *       *      *   *     *      -   DRAFT
INSPECTION_REVIEW clerk     -      -      x       x      -   -     -
INSPECTION_REVIEW colleague -      -      x       x      -   -     -
INSPECTION_REVIEW head      -      -      x       x      -   -     -
INSPECTION_REVIEW leader    -      -      x       x      -   -     -
INSPECTION_REVIEW principal -      -      x       x      -   -     -
INSPECTION_REVIEW inspector -      -      GROUP   DRAFT  -   -     -
INSPECTION_REVIEW group     -      -      x       x      -   -     -
INSPECTION_REVIEW program   *      *      *       *      *   *     *      -   DRAFT
GROUP_REVIEW      clerk     -      -      x       x      -   -     -
GROUP_REVIEW      colleague -      -      x       x      -   -     -
GROUP_REVIEW      head      -      -      x       x      -   -     -
GROUP_REVIEW      leader    -      -      x       x      -   -     -
GROUP_REVIEW      principal -      -      x       x      -   -     -
GROUP_REVIEW      inspector -      -      x       x      -   -     -
GROUP_REVIEW      group     -      -      PUBLIC  DRAFT  -   -     -
GROUP_REVIEW      program   *      *      *       *      *   *     *      -   DRAFT
PUBLICITY         clerk     -      -      -       x      -   -     -
PUBLICITY         colleague -      -      -       x      -   -     -
PUBLICITY         head      -      -      -       x      -   -     -
PUBLICITY         leader    -      -      -       x      -   -     -
PUBLICITY         principal -      -      -       x      -   -     -
PUBLICITY         inspector -      -      -       DRAFT  -   -     -
PUBLICITY         group     -      -      -       x      -   -     -
PUBLICITY         program   *      *      *       *      *   *     *      FILED DRAFT
FILED             clerk     -      -      -       -      REV -     -
FILED             colleague -      -      -       -      x   -     -
FILED             head      -      -      -       -      REV -     -
FILED             leader    -      -      -       -      REV -     -
FILED             principal -      -      -       -      REV -     -
FILED             inspector -      -      -       -      x   -     -
FILED             group     -      -      -       -      x   -     -
FILED             program   *      *      *       *      *   *     *      -   -
REVISING          clerk     -      -      -       -      -   x     x
REVISING          colleague -      -      -       -      -   x     x
REVISING          head      -      -      -       -      -   x     x
REVISING          leader    -      -      -       -      -   x     x
REVISING          principal -      -      -       -      -   x     x
REVISING          inspector -      -      -       -      -   DRAFT FILED
REVISING          group     -      -      -       -      -   DRAFT FILED
REVISING          program   *      *      *       *      *   *     *      -   -
DROPPED           clerk     -      -      -       -      -   -     -
DROPPED           colleague -      -      -       -      -   -     -
DROPPED           head      -      -      -       -      -   -     -
DROPPED           leader    -      -      -       -      -   -     -
DROPPED           principal -      -      -       -      -   -     -
DROPPED           inspector -      -      -       -      -   -     -
DROPPED           group     -      -      -       -      -   -     -
DROPPED           program   *      *      *       *      *   *     *      -   -
`

var short = map[string]term.FormState{"DEPT": term.FormStateDeptReview, "LEADER": term.FormStateLeaderReview, "INSP": term.FormStateInspectionReview,
	"GROUP": term.FormStateGroupReview, "PUBLIC": term.FormStatePublicity, "FILED": term.FormStateFiled, "REV": term.FormStateRevising, "DRAFT": term.FormStateDraft}

// blind are the roles that may see no form.
var blind = []string{"SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR", "west"}

// at brings a form with an A to a state, by the regular steps.
func (s *scene) at(state term.FormState) *ent.Form {
	s.t.Helper()
	f := s.expectIn(s.plan(2026, nil), term.FormKindRisks, rows("r1 收受好处 A"), s.w.East.Department.ID)
	if state == term.FormStateDraft {
		return f
	}
	if state == term.FormStateDropped {
		s.db.Raw.Client.Form.UpdateOne(f).SetState(state).ExecX(testkit.System())
		return f
	}
	s.submit("clerk", f)
	for _, who := range []string{"head", "leader", "inspector", "group"} {
		if s.form(f.ID).State == state {
			return f
		}
		s.mustApprove(f, who)
	}
	if state != term.FormStatePublicity {
		s.db.Clock.Forward(6 * 24 * time.Hour)
		testkit.Must(s.s.EndPublicity(testkit.System(), s.db.Now()))(s.t)
	}
	if state == term.FormStateRevising {
		testkit.Must(s.s.AskRevision(s.as("head"), review.Revise{FormID: f.ID, ExpectedVersion: s.form(f.ID).Version, Reason: "职权调整"}))(s.t)
	}
	s.stands(f, state)
	return f
}

// act takes an action as somebody; the program's actions are those of its workers.
func (s *scene) act(ctx context.Context, action review.Action, f *ent.Form) error {
	version := s.form(f.ID).Version
	revise := review.Revise{FormID: f.ID, ExpectedVersion: version, Reason: "理由"}
	var err error
	switch action {
	case review.Submit:
		_, err = s.s.Submit(ctx, review.SubmitForm{FormID: f.ID, ExpectedVersion: version})
	case review.Recall:
		_, err = s.s.Recall(ctx, f.ID, version)
	case review.Approve:
		_, err = s.s.Approve(ctx, review.ApproveForm{FormID: f.ID, ExpectedVersion: version})
	case review.Return:
		_, err = s.s.Return(ctx, review.ReturnForm{FormID: f.ID, ExpectedVersion: version, To: term.FormStateDraft, Reason: "不完整"})
	case review.AskRevision:
		_, err = s.s.AskRevision(ctx, revise)
	case review.AllowRevision:
		_, err = s.s.AllowRevision(ctx, revise)
	case review.RefuseRevision:
		_, err = s.s.RefuseRevision(ctx, revise)
	case review.EndPublicity:
		_, err = s.s.EndPublicity(viewer.System(ctx), s.db.Now().AddDate(0, 0, 6))
	case review.Change:
		old := s.paper.contents[f.ID]
		s.paper.contents[f.ID] = rows("r1 改 A")
		_, err = s.s.Recheck(viewer.System(ctx), f.ID)
		s.paper.contents[f.ID] = old
	}
	return err
}

var errUndo = errors.New("undone")

// try takes an action in a transaction that is rolled back and returns the result.
func (s *scene) try(ctx context.Context, action review.Action, f *ent.Form) string {
	s.t.Helper()
	out := ""
	err := store.WithTx(ctx, s.db.Store, func(ctx context.Context, tx *ent.Tx) error {
		before := tx.Form.GetX(testkit.System(), f.ID)
		err := s.act(ctx, action, before)
		after := tx.Form.GetX(testkit.System(), f.ID)
		switch {
		case fault.Is(err, fault.NotFound):
			out = "."
		case fault.Is(err, fault.Forbidden):
			out = "x"
		case fault.Is(err, fault.InvalidTransition), err == nil && after.State == before.State && after.Version == before.Version:
			out = "-"
		case err != nil:
			out = err.Error()
		default:
			out = string(after.State)
		}
		return errUndo
	})
	if !errors.Is(err, errUndo) {
		s.t.Fatal(err)
	}
	return out
}

func TestEveryStateWithEveryActionOfEveryRole(t *testing.T) {
	s := newScene(t, testkit.SQLite(t))
	lines := strings.Split(strings.TrimSpace(table), "\n")
	actions := review.Actions
	seen := map[string]bool{}
	forms := map[term.FormState]*ent.Form{}
	// The states after publication come first, since reaching them moves the clock.
	states := []term.FormState{term.FormStateFiled, term.FormStateRevising}
	for _, value := range term.FormState("").Values() {
		states = append(states, term.FormState(value))
	}
	for _, state := range states {
		if forms[state] == nil {
			forms[state] = s.at(state)
		}
	}
	cells := 0
	for _, line := range lines[1:] {
		f := strings.Fields(line)
		state, who := term.FormState(f[0]), f[1]
		seen[f[0]+" "+who] = true
		for i, want := range f[2:] {
			if want == "*" {
				continue
			}
			if full, ok := short[want]; ok {
				want = string(full)
			}
			ctx := testkit.System()
			if who != "program" {
				ctx = s.as(who)
			}
			if got := s.try(ctx, actions[i], forms[state]); got != want {
				t.Errorf("%s: %s by the %s: %s, want %s", state, actions[i], who, got, want)
			}
			cells++
		}
	}
	for _, state := range term.FormState("").Values() {
		for _, who := range []string{"clerk", "colleague", "head", "leader", "principal", "inspector", "group", "program"} {
			if !seen[state+" "+who] {
				t.Errorf("the table says nothing of %s and the %s", state, who)
			}
		}
		for _, who := range blind {
			for _, action := range actions[:7] {
				if got := s.try(s.as(who), action, forms[term.FormState(state)]); got != "." {
					t.Errorf("%s: %s by %s: %s, want it not found", state, action, who, got)
				}
				cells++
			}
		}
	}
	if want := 9*7*7 + 9*2 + 9*4*7; cells != want {
		t.Errorf("%d cells were tried, want %d", cells, want)
	}
}
