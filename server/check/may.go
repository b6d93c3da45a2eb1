package check

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
)

// May tells which checks the viewer may make: the supervisor, who signs for them while they are away, or the tier to which it went
// up since it is late; never by a token, and never whom it is about.
func (s *Service) May(ctx context.Context, checks []*ent.SupervisionCheck) (map[*ent.SupervisionCheck]bool, error) {
	return s.may(ctx, s.store.Reader(ctx), checks...)
}

func (s *Service) may(ctx context.Context, client *ent.Client, checks ...*ent.SupervisionCheck) (map[*ent.SupervisionCheck]bool, error) {
	v, out := viewer.FromContext(ctx), map[*ent.SupervisionCheck]bool{}
	var others []*ent.SupervisionCheck
	for _, c := range checks {
		out[c] = false
		switch {
		case v == nil || v.TokenID != 0 || v.PersonID == 0 || c.State != term.CheckStateDue || value(c.SubjectID) == v.PersonID:
		case value(c.PersonID) == v.PersonID, c.EscalatedTo != nil && authz.Held(v, *c.EscalatedTo).Reaches(c.Levels()):
			out[c] = true
		case c.PersonID != nil:
			others = append(others, c)
		}
	}
	if len(others) == 0 {
		return out, nil
	}
	facts, err := office.Read(client, office.On(s.store.Today())).Delegations(everywhere(ctx), nil, []int64{v.PersonID})
	if err != nil {
		return nil, err
	}
	for _, c := range others {
		out[c] = slices.Contains(facts.SignsFor(v.PersonID), *c.PersonID)
	}
	return out, nil
}

// Overdue tells whether a check is due and its last day has passed.
func (s *Service) Overdue(c *ent.SupervisionCheck) bool {
	return c.State == term.CheckStateDue && c.DueOn.Before(s.store.Today())
}

// mayMake is nil where the viewer makes a check, and otherwise says why not; field names the input that gave its id.
func (s *Service) mayMake(ctx context.Context, client *ent.Client, c *ent.SupervisionCheck, field string) error {
	may, err := s.may(ctx, client, c)
	switch {
	case err != nil:
		return err
	case c.State != term.CheckStateDue:
		return closed(c.State, field)
	case !may[c]:
		return fault.New(fault.Forbidden, "NOT_YOURS", field, "这项检查由他人负责:只有检查人、其外出期间的受托人或逾期后接报的上级可以办理",
			"Somebody else makes this check: its supervisor, who signs for them while they are away, or whom it went up to")
	}
	return nil
}

// find finds a check that the viewer makes.
func (s *Service) find(ctx context.Context, tx *ent.Tx, id int64, version int) (*ent.SupervisionCheck, error) {
	c, err := tx.SupervisionCheck.Get(ctx, id)
	if ent.IsNotFound(err) {
		return nil, fault.MissingAt("checkId", "监督检查", "check")
	}
	if err != nil {
		return nil, err
	}
	if err := s.mayMake(ctx, tx.Client(), c, "checkId"); err != nil {
		return nil, err
	}
	if c.Version != version {
		return nil, fault.Stale()
	}
	return c, nil
}
