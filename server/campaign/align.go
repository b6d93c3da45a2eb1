package campaign

import (
	"context"
	"slices"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/campaign"
	"sineng/ent/form"
	"sineng/ent/term"
	"sineng/server/store"
)

// Why a form is dropped, as stored and shown.
const (
	personLeft = "人员已离任或调出本次专项工作范围"
	unitGone   = "部门已撤销、合并或调出本次专项工作范围"
)

// running loads a campaign in a transaction and locks it against closing until that ends.
func (s *Service) running(ctx context.Context, tx *ent.Tx, id int64) (scope, error) {
	q := tx.Campaign.Query().Where(campaign.ID(id))
	if s.store.Dialect() == dialect.MySQL {
		q.ForShare(sql.WithLockClause("LOCK IN SHARE MODE"))
	}
	c, err := q.Only(ctx)
	if err != nil {
		return scope{}, store.OrMissing(err, "", "专项工作", "campaign")
	}
	return scopeOf(c, s.store.Today()), CheckRunning(c)
}

// alignUnits creates the forms that the departments with these ids need and drops those that
// they no longer need. It joins the transaction and writes the log.
func (s *Service) alignUnits(ctx context.Context, tx *ent.Tx, in scope, ids []int64) error {
	kinds := in.departmentKinds()
	if len(kinds) == 0 || len(ids) == 0 {
		return nil
	}
	wanted, err := in.units(ctx, tx.Client(), ids)
	if err != nil {
		return err
	}
	return s.align(ctx, tx, in, kinds, ids, wanted, unitGone)
}

// alignPeople is alignUnits for personal forms.
func (s *Service) alignPeople(ctx context.Context, tx *ent.Tx, in scope, ids []int64) error {
	if !slices.Contains(in.Kinds, term.FormKindPersonal) || len(ids) == 0 {
		return nil
	}
	wanted, err := in.people(ctx, tx.Client(), ids)
	if err != nil {
		return err
	}
	return s.align(ctx, tx, in, []term.FormKind{term.FormKindPersonal}, ids, wanted, personLeft)
}

// subject is the department or person that a form is required of.
type subject struct {
	kind term.FormKind
	id   int64
}

// differences are the changes that bring the forms of some subjects into line with the plan.
type differences struct {
	missing                             []subject
	dropped, elsewhere, idle, postponed []*ent.Form
}

// align brings the forms of subjects into line with their places; a subject without a place is
// required to fill none.
func (s *Service) align(ctx context.Context, tx *ent.Tx, in scope, kinds []term.FormKind, ids []int64, wanted map[int64]place, gone string) error {
	rows, err := tx.Form.Query().Where(form.CampaignID(in.ID), form.KindIn(kinds...), form.SubjectIDIn(ids...)).Order(form.ByID()).All(ctx)
	if err != nil {
		return err
	}
	d := in.compare(rows, kinds, ids, wanted)
	if err := s.expect(ctx, tx, in, d.missing, d.dropped, wanted); err != nil {
		return err
	}
	for _, f := range d.elsewhere {
		if err := s.relocate(ctx, tx, f, wanted[f.SubjectID]); err != nil {
			return err
		}
	}
	if err := s.drop(ctx, tx, in, d.idle, gone); err != nil {
		return err
	}
	return s.postpone(ctx, tx, in, d.postponed)
}

// compare sorts the forms of subjects by the change that each needs. An id may be given twice.
func (s scope) compare(rows []*ent.Form, kinds []term.FormKind, ids []int64, wanted map[int64]place) differences {
	have := make(map[subject]*ent.Form, len(rows))
	for _, f := range rows {
		have[subject{f.Kind, f.SubjectID}] = f
	}
	var out differences
	looked := make(map[subject]bool, len(ids)*len(kinds))
	for _, kind := range kinds {
		for _, id := range ids {
			of := subject{kind, id}
			if looked[of] {
				continue
			}
			looked[of] = true
			at, want := wanted[id]
			f := have[of]
			stands := s.standingOf(f, at, want)
			switch stands.remedy() {
			case create:
				out.missing = append(out.missing, of)
			case takeBack:
				out.dropped = append(out.dropped, f)
			case relocate:
				out.elsewhere = append(out.elsewhere, f)
			case drop:
				out.idle = append(out.idle, f)
			}
			if stands.postponed() {
				out.postponed = append(out.postponed, f)
			}
		}
	}
	return out
}
