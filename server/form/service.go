package form

import (
	"context"
	"strconv"

	"sineng/ent"
	"sineng/ent/campaign"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/register"
	"sineng/server/store"
)

// Service keeps the forms.
type Service struct {
	store    *store.Store
	register *register.Service
}

// New makes the service, which writes into the register through its service.
func New(s *store.Store, r *register.Service) *Service { return &Service{store: s, register: r} }

// Get is a form as far as the viewer may see it, else NOT_FOUND.
func (s *Service) Get(ctx context.Context, id int64) (*ent.Form, error) { return s.at(ctx, id, "") }

func (s *Service) at(ctx context.Context, id int64, field string) (*ent.Form, error) {
	f, err := s.store.Reader(ctx).Form.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, field, "表格", "form")
	}
	return f, nil
}

// RowKey36 is the key of a form's row that stands for a row of the register.
func RowKey36(id int64) string { return strconv.FormatInt(id, 36) }

// RowID is the id of the row of the register that a key stands for; none for a row that is
// not in it yet.
func RowID(key string) (id int64, ok bool) {
	id, err := strconv.ParseInt(key, 36, 64)
	return id, err == nil && id > 0
}

// LevelsOf are the ancestors of a form's unit from the top down to itself.
func LevelsOf(f *ent.Form) authz.Levels {
	return f.Levels()
}

// MayFill tells whether the viewer may write into a form as it stands: those who keep the
// register of its unit, whoever was told to fill it, and of 表3 the person whose it is.
// It is FORM_NOT_OPEN, CAMPAIGN_CLOSED or NOT_PREPARER, or nil.
func (s *Service) MayFill(ctx context.Context, f *ent.Form) error {
	if f.State != term.FormStateDraft {
		return notOpen(f)
	}
	closed, err := s.Closed(ctx, []int64{f.CampaignID})
	if err != nil {
		return err
	}
	return mayFill(viewer.FromContext(ctx), f, closed[f.CampaignID])
}

// Fillable is MayFill without an error, for one whose campaign is known to be closed or not.
func Fillable(v *viewer.Viewer, f *ent.Form, closed bool) bool { return mayFill(v, f, closed) == nil }

func mayFill(v *viewer.Viewer, f *ent.Form, closed bool) error {
	switch {
	case f.State != term.FormStateDraft:
		return notOpen(f)
	case closed:
		return campaignClosed()
	case v == nil || !prepares(v, f) && !authz.May(v, authz.EditRegister, LevelsOf(f)):
		return fault.New(fault.Forbidden, "NOT_PREPARER", "formId",
			"只有填报人或该单位登记簿的维护人可以填写此表", "Only who was told to fill the form, or keeps the register of its unit, writes into it")
	}
	return nil
}

// prepares tells whether the form is the viewer's own, or theirs to fill by being named in it.
// Whoever heads its unit keeps the register there by that office.
func prepares(v *viewer.Viewer, f *ent.Form) bool {
	return v.PersonID != 0 && v.TokenID == 0 && filled(f).Named() == v.PersonID
}

// filled is what decides who fills a form.
func filled(f *ent.Form) office.Form {
	out := office.Form{Unit: f.UnitID}
	if f.PersonID != nil {
		out.Person = *f.PersonID
	}
	if f.PreparerID != nil {
		out.Preparer = *f.PreparerID
	}
	return out
}

// Assignable tells whether the viewer may tell somebody to fill a form.
func Assignable(v *viewer.Viewer, f *ent.Form, closed bool) bool {
	return v != nil && f.PersonID == nil && f.State == term.FormStateDraft && !closed && authz.May(v, authz.EditRegister, LevelsOf(f))
}

// Closed tells of campaigns whether they are closed.
func (s *Service) Closed(ctx context.Context, ids []int64) (map[int64]bool, error) {
	rows, err := s.store.Reader(ctx).Campaign.Query().Where(campaign.IDIn(ids...)).
		Select(campaign.FieldID, campaign.FieldClosedAt).All(viewer.System(ctx))
	out := make(map[int64]bool, len(ids))
	for _, id := range ids {
		out[id] = false
	}
	for _, c := range rows {
		out[c.ID] = c.ClosedAt != nil
	}
	return out, err
}

func notOpen(f *ent.Form) error {
	return fault.New(fault.InvalidTransition, "FORM_NOT_OPEN", "formId",
		"该表当前状态为“"+f.State.Label("zh")+"”,不能填写", "The form stands at "+f.State.Label("en")+" and takes no entries")
}

func campaignClosed() error {
	return fault.New(fault.InvalidTransition, "CAMPAIGN_CLOSED", "formId",
		"专项工作已结束,不能再填写", "The campaign is closed and its forms take no more entries")
}
