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

// Service manages the forms.
type Service struct {
	store    *store.Store
	register *register.Service
}

// New makes the service; it writes to the register through the register's
// service.
func New(s *store.Store, r *register.Service) *Service { return &Service{store: s, register: r} }

// Get returns a form, or NOT_FOUND when the viewer may not see it.
func (s *Service) Get(ctx context.Context, id int64) (*ent.Form, error) { return s.at(ctx, id, "") }

func (s *Service) at(ctx context.Context, id int64, field string) (*ent.Form, error) {
	f, err := s.store.Reader(ctx).Form.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, field, "表格", "form")
	}
	return f, nil
}

// RowKey36 returns the key of the form row that shows a register row.
func RowKey36(id int64) string { return strconv.FormatInt(id, 36) }

// RowID returns the id of the register row of a key; ok is false for a row
// that is not in the register yet.
func RowID(key string) (id int64, ok bool) {
	id, err := strconv.ParseInt(key, 36, 64)
	return id, err == nil && id > 0
}

// LevelsOf returns the ancestors of a form's unit from the top down, the unit
// included.
func LevelsOf(f *ent.Form) authz.Levels {
	return f.Levels()
}

// MayFill returns nil when the viewer may write to a form in its present
// state: those who keep the register of its unit, the person who was assigned
// to fill it, and for 表3 its own person. Otherwise the error is FORM_NOT_OPEN,
// CAMPAIGN_CLOSED or NOT_PREPARER.
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

// Fillable is MayFill as a boolean, for a form whose campaign is known to be
// closed or not.
func Fillable(v *viewer.Viewer, f *ent.Form, closed bool) bool { return mayFill(v, f, closed) == nil }

func mayFill(v *viewer.Viewer, f *ent.Form, closed bool) error {
	switch {
	case f.State != term.FormStateDraft:
		return notOpen(f)
	case closed:
		return campaignClosed()
	case v == nil || !prepares(v, f) && !authz.May(v, authz.EditRegister, LevelsOf(f)):
		return fault.New(fault.Forbidden, "NOT_PREPARER", "formId",
			"只有填报人或该单位登记簿的维护人可以填写此表", "Only the person who fills the form, or somebody who keeps the register of its unit, may fill it in")
	}
	return nil
}

// prepares reports whether the form is the viewer's own or assigned to the
// viewer. The head of the unit keeps its register by that office.
func prepares(v *viewer.Viewer, f *ent.Form) bool {
	return v.PersonID != 0 && v.TokenID == 0 && filled(f).Named() == v.PersonID
}

// filled returns the facts that decide who fills a form.
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

// Assignable reports whether the viewer may assign a form to somebody.
func Assignable(v *viewer.Viewer, f *ent.Form, closed bool) bool {
	return v != nil && f.PersonID == nil && f.State == term.FormStateDraft && !closed && authz.May(v, authz.EditRegister, LevelsOf(f))
}

// Closed reports which campaigns are closed.
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
