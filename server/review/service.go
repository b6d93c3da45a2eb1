package review

import (
	"context"
	"crypto/rand"
	"fmt"
	"strings"
	"time"

	"entgo.io/ent/dialect"

	"sineng/ent"
	entform "sineng/ent/form"
	"sineng/ent/formsubmission"
	"sineng/ent/publicnotice"
	"sineng/ent/reviewdecision"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/form"
	"sineng/server/store"
)

// Forms is what the review needs of the forms.
type Forms interface {
	// Get returns a form if the viewer may see it.
	Get(ctx context.Context, id int64) (*ent.Form, error)
	// MayFill is nil where the viewer may fill the form in its present state.
	MayFill(ctx context.Context, f *ent.Form) error
	// Current is the form's content in the register.
	Current(ctx context.Context, f *ent.Form) (*form.Content, error)
	// Apply writes a draft into the register; where there are problems, it writes nothing.
	Apply(ctx context.Context, f *ent.Form) ([]form.Problem, error)
	// Authors are those who wrote, since a time, in the rows that differ between two contents.
	Authors(ctx context.Context, before, now *form.Content, since time.Time) (form.Authors, error)
	// Extras are the parts of the form besides its rows.
	Extras(ctx context.Context, f *ent.Form) (form.Extras, error)
}

// Service takes forms through their review.
type Service struct {
	store *store.Store
	forms Forms
	slug  func() string
}

// New makes the service.
func New(s *store.Store, forms Forms) *Service {
	return &Service{store: s, forms: forms, slug: newSlug}
}

// newSlug is a random name for a public notice, which nobody can guess.
func newSlug() string { return strings.ToLower(rand.Text()) }

// round is a form in the transaction of a step, with all that the step depends on.
type round struct {
	tx       *ent.Tx
	form     *ent.Form
	campaign *ent.Campaign
	// submission is the newest, nil before the first; the review decisions are those on it.
	submission *ent.FormSubmission
	decisions  []*ent.ReviewDecision
	// containsA is true when the form contains a grade A, including one decided since the
	// submission.
	containsA bool
}

// everywhere lifts a context's limits: the program reads and writes a form and its rows once
// the service has allowed the action.
func everywhere(ctx context.Context) context.Context { return viewer.System(ctx) }

// hold loads a form for a step and locks it until the transaction ends. A form that the viewer
// may not see is NOT_FOUND, unless it was addressed to them.
func (s *Service) hold(ctx context.Context, tx *ent.Tx, id int64) (*round, error) {
	sys := everywhere(ctx)
	q := tx.Form.Query().Where(entform.ID(id))
	if s.store.Dialect() == dialect.MySQL {
		q.ForUpdate()
	}
	f, err := q.Only(sys)
	if err != nil {
		return nil, store.OrMissing(err, "formId", "表格", "form")
	}
	v := viewer.FromContext(ctx)
	if v == nil || v.PersonID == 0 || f.AddresseeID == nil || *f.AddresseeID != v.PersonID {
		if _, err := s.forms.Get(ctx, id); fault.Is(err, fault.NotFound) {
			return nil, fault.MissingAt("formId", "表格", "form") // a hidden form gets the same answer as a missing one
		} else if err != nil {
			return nil, err
		}
	}
	r := &round{tx: tx, form: f, containsA: f.ContainsA}
	if r.campaign, err = tx.Campaign.Get(sys, f.CampaignID); err != nil {
		return nil, err
	}
	return r, r.load(sys)
}

// load reads the submission in review and the decisions on it.
func (r *round) load(sys context.Context) (err error) {
	if r.form.SubmissionID == nil {
		return nil
	}
	if r.submission, err = r.tx.FormSubmission.Get(sys, *r.form.SubmissionID); err != nil {
		return err
	}
	r.decisions, err = r.tx.ReviewDecision.Query().Where(reviewdecision.SubmissionID(r.submission.ID)).Order(reviewdecision.ByAt(), reviewdecision.ByID()).All(sys)
	return err
}

// open refuses a step in a closed campaign, or on a form that changed since it was read.
func (r *round) open(expectedVersion int) error {
	if r.campaign.ClosedAt != nil {
		return fault.New(fault.InvalidTransition, "CAMPAIGN_CLOSED", "formId",
			"该专项工作已结束,表格不再变更", "The campaign is closed; its forms change no more")
	}
	if r.form.Version != expectedVersion {
		return fault.New(fault.Conflict, "STALE_VERSION", "expectedVersion",
			fmt.Sprintf("该表格已有变动,现为“%s”(第 %d 次修订),请核对最新内容后再操作", r.form.State.Label("zh"), r.form.Revision),
			fmt.Sprintf("The form has changed meanwhile and is %s now (revision %d); look at it as it stands and decide again", r.form.State, r.form.Revision))
	}
	return nil
}

// approvals are the approvals of the submission that are in force.
func (r *round) approvals() []*ent.ReviewDecision { return approvals(r.decisions) }

func approvals(decisions []*ent.ReviewDecision) []*ent.ReviewDecision {
	var out []*ent.ReviewDecision
	for _, o := range decisions {
		if o.Verdict == term.VerdictApproved && o.VoidedAt == nil {
			out = append(out, o)
		}
	}
	return out
}

// facts are the inputs of the state machine.
func (r *round) facts(ctx context.Context) (Facts, error) {
	f := Facts{Kind: r.form.Kind, ContainsA: r.containsA, Answered: len(r.decisions) > 0}
	for _, o := range r.approvals() {
		f.Given = append(f.Given, o.Stage)
	}
	if r.submission == nil || !IsPublished(r.form.Kind) {
		return f, nil
	}
	// A public display that was cut short does not count.
	notices, err := r.tx.PublicNotice.Query().Where(publicnotice.SubmissionID(r.submission.ID), publicnotice.EndedAtNotNil()).All(everywhere(ctx))
	for _, n := range notices {
		f.Published = f.Published || n.ToDay != nil && n.ToDay.Before(store.DayOf(*n.EndedAt))
	}
	return f, err
}

// passedOver are the people who may not approve the form: its preparers, its person, and the
// signers of stages whose approval is in force.
func passedOver(f *ent.Form, decisions []*ent.ReviewDecision) map[int64]bool {
	out := map[int64]bool{}
	for _, id := range f.PreparedByPersons {
		out[id] = true
	}
	if f.PersonID != nil {
		out[*f.PersonID] = true
	}
	for _, o := range approvals(decisions) {
		for _, id := range []*int64{o.SignerID, o.BehalfID} {
			if id != nil {
				out[*id] = true
			}
		}
	}
	return out
}

// change begins the update of a form to a state; the caller saves it.
func (s *Service) change(r *round, to term.FormState) *ent.FormUpdateOne {
	now := s.store.Now()
	u := r.tx.Form.UpdateOne(r.form).Where(entform.Version(r.form.Version)).AddVersion(1).SetUpdatedAt(now)
	form.Enter(u.Mutation(), to, now)
	return u
}

// record writes an entry of the log on a form.
func (s *Service) record(ctx context.Context, f *ent.Form, action term.AuditAction, right authz.Action, reason string) error {
	return audit.Append(ctx, s.store, audit.Event{Action: action, Right: right, At: form.LevelsOf(f), Object: f.ID, Reason: reason})
}

// within runs a step in a transaction. A step may refuse and still keep its writes: a refusal
// that it returns is reported after the commit.
func (s *Service) within(ctx context.Context, step func(ctx context.Context, tx *ent.Tx) (*ent.Form, *fault.Error, error)) (*ent.Form, error) {
	var refused *fault.Error
	out, err := store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (f *ent.Form, err error) {
		f, refused, err = step(ctx, tx)
		return f, err
	})
	if err != nil {
		return nil, err
	}
	if refused != nil {
		return nil, refused
	}
	return out, nil
}

// ended ends the newest submission.
func (s *Service) ended(ctx context.Context, r *round, how, reason string) error {
	if r.submission == nil {
		return nil
	}
	out, err := r.tx.FormSubmission.UpdateOne(r.submission).Where(formsubmission.EndedAtIsNil()).
		SetEndedAt(s.store.Now()).SetEndedBy(how).SetEndReason(reason).Save(everywhere(ctx))
	if ent.IsNotFound(err) { // it has ended already
		return nil
	}
	r.submission = out
	return err
}

// The ways in which a submission ends.
const (
	endedReturned = "RETURNED"
	endedRecalled = "RECALLED"
	endedChanged  = "CHANGED"
	endedFiled    = "FILED"
)
