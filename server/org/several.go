package org

import (
	"context"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/person"
	"sineng/ent/post"
	"sineng/ent/term"
	"sineng/ent/term/fold"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/store"
)

// CreatePost adds a post to a unit.
func (s *Service) CreatePost(ctx context.Context, in CreatePost) (*ent.Post, error) {
	made, err := s.CreatePosts(ctx, []CreatePost{in})
	if err != nil {
		return nil, err
	}
	return made[0], nil
}

// CreatePosts is CreatePost for several posts, all or none; their number does not change the
// number of statements but for their length. An error does not say of which of them it is.
func (s *Service) CreatePosts(ctx context.Context, all []CreatePost) ([]*ent.Post, error) {
	all = slices.Clone(all)
	units := make([]int64, len(all))
	for i := range all {
		in := &all[i]
		in.Name, units[i] = strings.TrimSpace(in.Name), in.UnitID
		if err := validatePost(in.Name, in.Duties, in.RotationYears); err != nil {
			return nil, err
		}
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) ([]*ent.Post, error) {
		held, err := HoldAll(ctx, s.store, tx, units, authz.EditOrganisation, "unitId")
		if err != nil {
			return nil, err
		}
		if err := postNamesFree(ctx, tx, all); err != nil {
			return nil, err
		}
		now := s.store.Now()
		creates := make([]*ent.PostCreate, len(all))
		for i, in := range all {
			creates[i] = tx.Post.Create().SetName(in.Name).SetDuties(in.Duties).SetKeyPost(in.KeyPost).
				SetNillableRotationYears(in.RotationYears).SetCreatedAt(now).SetUpdatedAt(now)
			if err := Place(creates[i].Mutation(), held[in.UnitID]); err != nil {
				return nil, err
			}
		}
		made, err := tx.Post.CreateBulk(creates...).Save(ctx)
		if err != nil {
			return nil, Taken(err, nameTaken(all[0].Name, ""))
		}
		events := make([]audit.Event, len(made))
		for i, p := range made {
			events[i] = audit.Event{Action: term.AuditActionCreatePost, Right: authz.EditOrganisation, At: p.Levels(), Object: p.ID, Rows: []int64{p.ID}}
		}
		return made, audit.AppendAll(ctx, s.store, events)
	})
}

// postNamesFree refuses posts of which a unit has one of the same name.
func postNamesFree(ctx context.Context, tx *ent.Tx, all []CreatePost) error {
	type named struct {
		unit int64
		name string
	}
	taken := map[named]string{} // as written, by the folded name
	for part := range slices.Chunk(all, mostAsked) {
		units, names := make([]int64, len(part)), make([]string, len(part))
		for i, in := range part {
			units[i], names[i] = in.UnitID, in.Name
		}
		slices.Sort(units)
		found, err := tx.Post.Query().Where(post.UnitIDIn(slices.Compact(units)...), postAlike(names...)).Select(post.FieldUnitID, post.FieldName).All(everywhere(ctx))
		if err != nil {
			return err
		}
		for _, p := range found {
			taken[named{p.UnitID, fold.Text(p.Name)}] = p.Name
		}
	}
	for _, in := range all {
		key := named{in.UnitID, fold.Text(in.Name)}
		if there, ok := taken[key]; ok {
			return nameTaken(in.Name, there)
		}
		taken[key] = in.Name
	}
	return nil
}

// AddPerson adds a person to the payroll of a unit.
func (s *Service) AddPerson(ctx context.Context, in AddPerson) (*ent.Person, error) {
	made, err := s.AddPeople(ctx, []AddPerson{in})
	if err != nil {
		return nil, err
	}
	return made[0], nil
}

// AddPeople is AddPerson for several people, all or none; their number does not change the number
// of statements but for their length. An error does not say of which of them it is.
func (s *Service) AddPeople(ctx context.Context, all []AddPerson) ([]*ent.Person, error) {
	all = slices.Clone(all)
	units := make([]int64, len(all))
	var number *string // one of those given
	for i := range all {
		in := &all[i]
		in.Name, in.StaffNumber, units[i] = strings.TrimSpace(in.Name), normalNumber(in.StaffNumber), in.UnitID
		if err := validatePerson(in.Name, in.JobTitle, in.StaffNumber); err != nil {
			return nil, err
		}
		if in.StaffNumber != nil {
			number = in.StaffNumber
		}
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) ([]*ent.Person, error) {
		held, err := HoldAll(ctx, s.store, tx, units, authz.EditPeople, "unitId")
		if err != nil {
			return nil, err
		}
		if err := s.numbersFree(ctx, tx, all); err != nil {
			return nil, err
		}
		now := s.store.Now()
		creates := make([]*ent.PersonCreate, len(all))
		for i, in := range all {
			creates[i] = tx.Person.Create().SetNillableStaffNumber(in.StaffNumber).SetName(in.Name).SetInitials(truncate(Pinyin(in.Name), 200)).
				SetJobTitle(in.JobTitle).SetNillablePoliticalStatus(in.PoliticalStatus).SetCreatedAt(now).SetUpdatedAt(now)
			if err := Place(creates[i].Mutation(), held[in.UnitID]); err != nil {
				return nil, err
			}
		}
		made, err := tx.Person.CreateBulk(creates...).Save(ctx)
		if err != nil {
			return nil, Taken(err, numberTaken(number, ""))
		}
		events := make([]audit.Event, len(made))
		for i, p := range made {
			events[i] = audit.Event{Action: term.AuditActionAddPerson, Right: authz.EditPeople, At: p.Levels(), Object: p.ID, Rows: []int64{p.ID}}
		}
		return made, audit.AppendAll(ctx, s.store, events)
	})
}

// numbersFree is numberFree for the numbers of new people, which differ from one another.
func (s *Service) numbersFree(ctx context.Context, tx *ent.Tx, all []AddPerson) error {
	var numbers []string
	seen := map[string]string{} // as written, by the folded number
	for _, in := range all {
		if in.StaffNumber == nil {
			continue
		}
		key := fold.Code(*in.StaffNumber)
		if there, ok := seen[key]; ok {
			return numberTaken(in.StaffNumber, there)
		}
		seen[key] = *in.StaffNumber
		numbers = append(numbers, *in.StaffNumber)
	}
	if len(numbers) == 1 {
		return s.numberFree(ctx, tx, &numbers[0], 0)
	}
	for part := range slices.Chunk(numbers, mostAsked) {
		var taken []string
		if err := s.store.MayTryKey(ctx); err != nil {
			return err
		}
		if err := tx.Person.Query().Where(numberAlike(part...)).Limit(1).Select(person.FieldStaffNumber).Scan(everywhere(ctx), &taken); err != nil {
			return err
		}
		if len(taken) > 0 {
			given := seen[fold.Code(taken[0])]
			return s.numberFree(ctx, tx, &given, 0)
		}
	}
	return nil
}
