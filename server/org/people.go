package org

import (
	"context"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/person"
	"sineng/ent/post"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/ent/term/fold"
	"sineng/ent/unit"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/search"
	"sineng/server/store"
)

// CreatePost is the input of Service.CreatePost.
type CreatePost struct {
	UnitID        int64
	Name          string
	Duties        string
	KeyPost       bool
	RotationYears *int
}

// UpdatePost is the input of Service.UpdatePost.
type UpdatePost struct {
	ID              int64
	ExpectedVersion int
	Name            string
	Duties          string
	KeyPost         bool
	RotationYears   *int
	ClosedOn        *time.Time
}

// AddPerson is the input of Service.AddPerson.
type AddPerson struct {
	UnitID          int64
	StaffNumber     *string
	Name            string
	JobTitle        string
	PoliticalStatus *term.PoliticalStatus
}

// UpdatePerson is the input of Service.UpdatePerson.
type UpdatePerson struct {
	ID              int64
	ExpectedVersion int
	UnitID          int64
	StaffNumber     *string
	Name            string
	JobTitle        string
	PoliticalStatus *term.PoliticalStatus
}

// UpdatePost changes or closes a post.
func (s *Service) UpdatePost(ctx context.Context, in UpdatePost) (*ent.Post, error) {
	in.Name = strings.TrimSpace(in.Name)
	if err := validatePost(in.Name, in.Duties, in.RotationYears); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionUpdatePost, Right: authz.EditOrganisation}, func(ctx context.Context, tx *ent.Tx) (*ent.Post, error) {
		p, err := tx.Post.Get(ctx, in.ID)
		if err != nil {
			return nil, store.OrMissing(err, "id", "岗位", "post")
		}
		if _, err := Hold(ctx, s.store, tx, p.UnitID, authz.EditOrganisation, "id"); err != nil {
			return nil, err
		}
		if err := postNameFree(ctx, tx, p.UnitID, in.Name, p.ID); err != nil {
			return nil, err
		}
		update := tx.Post.UpdateOne(p).Where(post.Version(in.ExpectedVersion)).AddVersion(1).
			SetName(in.Name).SetDuties(in.Duties).SetKeyPost(in.KeyPost).SetUpdatedAt(s.store.Now())
		if update.ClearRotationYears(); in.RotationYears != nil {
			update.SetRotationYears(*in.RotationYears)
		}
		if update.ClearClosedOn(); in.ClosedOn != nil {
			update.SetClosedOn(*in.ClosedOn)
		}
		out, err := update.Save(ctx)
		return out, Taken(Stale(err), nameTaken(in.Name, ""))
	})
}

// UpdatePerson changes a person, including the unit whose payroll they are on; the actor must
// be allowed to edit both units.
func (s *Service) UpdatePerson(ctx context.Context, in UpdatePerson) (*ent.Person, error) {
	in.Name, in.StaffNumber = strings.TrimSpace(in.Name), normalNumber(in.StaffNumber)
	if err := validatePerson(in.Name, in.JobTitle, in.StaffNumber); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionUpdatePerson, Right: authz.EditPeople}, func(ctx context.Context, tx *ent.Tx) (*ent.Person, error) {
		p, err := tx.Person.Get(ctx, in.ID)
		if err != nil {
			return nil, store.OrMissing(err, "id", "人员", "person")
		}
		if _, err := HoldToEnd(ctx, s.store, tx, p.UnitID, authz.EditPeople, "id"); err != nil {
			return nil, err
		}
		u, err := Hold(ctx, s.store, tx, in.UnitID, authz.EditPeople, "unitId")
		if err != nil {
			return nil, err
		}
		if err := s.numberFree(ctx, tx, in.StaffNumber, p.ID); err != nil {
			return nil, err
		}
		update := tx.Person.UpdateOne(p).Where(person.Version(in.ExpectedVersion)).AddVersion(1).
			SetName(in.Name).SetInitials(truncate(Pinyin(in.Name), 200)).SetJobTitle(in.JobTitle).SetUpdatedAt(s.store.Now())
		if update.ClearStaffNumber(); in.StaffNumber != nil {
			update.SetStaffNumber(*in.StaffNumber)
		}
		if update.ClearPoliticalStatus(); in.PoliticalStatus != nil {
			update.SetPoliticalStatus(*in.PoliticalStatus)
		}
		if err := Place(update.Mutation(), u); err != nil {
			return nil, err
		}
		out, err := update.Save(ctx)
		return out, Taken(Stale(err), numberTaken(in.StaffNumber, ""))
	})
}

// PostFilter narrows a list of posts.
type PostFilter struct {
	UnitID   *int64
	UnitOnly *bool
	Text     *string
	KeyPost  *bool
}

// Posts lists open posts, by name.
func (s *Service) Posts(ctx context.Context, f PostFilter, page store.Page, with func(*ent.PostQuery)) (*store.Slice[*ent.Post], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadOrganisation); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).Post.Query().Where(post.Or(post.ClosedOnIsNil(), post.ClosedOnGT(s.store.Today())))
	if err := Within(ctx, s.store, q, f.UnitID, f.UnitOnly); err != nil {
		return nil, err
	}
	if f.KeyPost != nil {
		q.Where(post.KeyPost(*f.KeyPost))
	}
	if err := search.Narrow(ctx, s.store, q, postTexts, search.Asked{Text: trimmed(f.Text)}); err != nil {
		return nil, err
	}
	return store.List(ctx, q, page, func(p *ent.Post) int64 { return p.ID },
		[]store.Key[*ent.Post]{store.Asc("name", func(p *ent.Post) any { return p.Name })}, with)
}

// PersonFilter narrows a list of people.
type PersonFilter struct {
	UnitID *int64
	Text   *string
}

// People lists people by name.
func (s *Service) People(ctx context.Context, f PersonFilter, page store.Page, with func(*ent.PersonQuery)) (*store.Slice[*ent.Person], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadOrganisation); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).Person.Query()
	if err := Within(ctx, s.store, q, f.UnitID, nil); err != nil {
		return nil, err
	}
	if err := search.Narrow(ctx, s.store, q, PersonTexts, search.Asked{Text: trimmed(f.Text)}); err != nil {
		return nil, err
	}
	return store.List(ctx, q, page, func(p *ent.Person) int64 { return p.ID },
		[]store.Key[*ent.Person]{store.Asc("name", func(p *ent.Person) any { return p.Name })}, with)
}

func postNameFree(ctx context.Context, tx *ent.Tx, unitID int64, name string, except int64) error {
	there, err := tx.Post.Query().Where(post.UnitID(unitID), postAlike(name), post.IDNEQ(except)).All(everywhere(ctx))
	if err != nil || len(there) == 0 {
		return err
	}
	return nameTaken(name, there[0].Name)
}

func nameTaken(name, there string) error {
	return fault.Taken("NAME_TAKEN", "name", "该单位已有同名岗位", "The unit has a post of this name already", name, there)
}

// numberFree refuses a staff number that somebody else has, without saying who.
func (s *Service) numberFree(ctx context.Context, tx *ent.Tx, number *string, except int64) error {
	if number == nil {
		return nil
	}
	if err := s.store.MayTryKey(ctx); err != nil {
		return err
	}
	theirs := []predicate.Person{numberAlike(*number), person.IDNEQ(except)}
	taken, err := tx.Person.Query().Where(theirs...).Exist(everywhere(ctx))
	if err != nil || !taken {
		return err
	}
	visible, err := tx.Person.Query().Where(theirs...).All(ctx)
	if err != nil {
		return err
	}
	if len(visible) == 0 {
		s.store.HiddenKey(ctx, person.Label, fold.Code(*number))
		return numberTaken(number, "")
	}
	return numberTaken(number, *visible[0].StaffNumber)
}

func numberTaken(number *string, there string) error {
	if number == nil {
		return nil
	}
	return fault.Taken("STAFF_NUMBER_TAKEN", "staffNumber", "工号已被使用", "The staff number is taken", *number, there)
}

// normalNumber removes blanks; an empty staff number becomes nil.
func normalNumber(n *string) *string {
	t := trimmed(n)
	if t == "" {
		return nil
	}
	return &t
}

func validatePost(name, duties string, rotation *int) error {
	var bad fault.List
	bad.Add(Length("name", name, 1, 200, "岗位名称", "The post's name"))
	bad.Add(Length("duties", duties, 0, 4000, "岗位职责", "The duties"))
	if rotation != nil && (*rotation < 1 || *rotation > 50) {
		bad.Add(fault.Bad("rotationYears", "OUT_OF_RANGE", "轮岗年限应为 1 至 50 年", "The rotation limit is 1 to 50 years"))
	}
	return bad.Err()
}

func validatePerson(name, title string, number *string) error {
	var bad fault.List
	bad.Add(Length("name", name, 1, 100, "姓名", "The name"))
	bad.Add(Length("jobTitle", title, 0, 100, "职务", "The job title"))
	if number != nil {
		bad.Add(Length("staffNumber", *number, 1, 64, "工号", "The staff number"))
	}
	return bad.Err()
}

// Root is a unit as the top of a subtree. An unknown or hidden unit is NOT_FOUND at the field.
func (s *Service) Root(ctx context.Context, id int64, field string) (*ent.Unit, error) {
	u, err := s.store.Reader(ctx).Unit.Query().Where(unit.ID(id)).Only(ctx)
	if err != nil {
		return nil, store.OrMissing(err, field, "单位", "unit")
	}
	return u, nil
}
