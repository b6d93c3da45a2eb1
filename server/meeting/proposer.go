package meeting

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/agenda"
	"sineng/server/fault"
)

// authors are those who proposed or prepared what an item decides.
func (s *Service) authors(ctx context.Context, tx *ent.Tx, i *ent.MeetingItem) (agenda.Authors, error) {
	matter, err := s.matter(i.Kind)
	if err != nil || matter.Proposers == nil {
		return agenda.Authors{}, err
	}
	return matter.Proposers(ctx, tx, About(i))
}

// wrote reports whether the viewer is among authors, by any account of the same person.
func wrote(v *viewer.Viewer, a agenda.Authors) bool {
	return v.PersonID != 0 && slices.Contains(a.People, v.PersonID) || v.AccountID != 0 && slices.Contains(a.Accounts, v.AccountID)
}

// mayTakePart refuses votes of a meeting that decides: that of a head who proposed what is
// decided, and those that a proposer records from paper. A proposer may vote as one member among
// others.
func (s *Service) mayTakePart(ctx context.Context, tx *ent.Tx, b Ballot, i *ent.MeetingItem, member *ent.MeetingMember, manner term.VoteManner) error {
	if b.Body != agenda.LeadingGroup {
		return nil
	}
	authors, err := s.authors(ctx, tx, i)
	if err != nil {
		return err
	}
	if member.Head && slices.Contains(authors.People, member.PersonID) {
		return ownProposal(member.Name)
	}
	if manner == term.VoteMannerPaper && wrote(viewer.FromContext(ctx), authors) {
		return ownRecord()
	}
	return nil
}

// mayConclude refuses the outcome of a meeting of the leading group where its head, the keeper
// of its minutes or whoever records it proposed what is decided. For other meetings it reports
// whether the outcome is a proposal to the tier that decides, for the same reason.
func (s *Service) mayConclude(ctx context.Context, tx *ent.Tx, b Ballot, m *ent.Meeting, i *ent.MeetingItem) (proposal bool, err error) {
	authors, err := s.authors(ctx, tx, i)
	if err != nil {
		return false, err
	}
	members, err := membersOf(ctx, tx, m)
	if err != nil {
		return false, err
	}
	var head string
	for _, member := range members {
		if member.Head && slices.Contains(authors.People, member.PersonID) {
			head = member.Name
		}
	}
	records := wrote(viewer.FromContext(ctx), authors) || m.RecorderID != nil && slices.Contains(authors.People, *m.RecorderID)
	switch {
	case b.Body != agenda.LeadingGroup:
		return head != "" || records, nil
	case head != "":
		return false, ownProposal(head)
	case records:
		return false, ownRecord()
	}
	return false, nil
}

func ownProposal(name string) error {
	return fault.New(fault.Forbidden, "OWN_PROPOSAL", "itemId", name+"提出了该事项,不能主持审定,请缓议或另行安排主持人",
		name+" proposed this and cannot preside over its decision: put the item off for another head")
}

func ownRecord() error {
	return fault.New(fault.Forbidden, "OWN_PROPOSAL", "itemId", "提出该事项的人不能记录表决和审定结果,请由其他人记录",
		"Who proposed this records neither the votes nor the outcome: somebody else does")
}
