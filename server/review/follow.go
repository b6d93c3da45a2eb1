package review

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/follow"
	"sineng/server/job"
	"sineng/server/timer"
)

const (
	cursorName = "review"
	// followEvery is the interval at which the log is checked for entries that concern forms
	// in review.
	followEvery = 2 * time.Second
)

// Whose entries of the log say that a form may be for somebody else, and which say that
// somebody may have written in it.
var (
	movesPeople = []string{ent.TypePortfolio, ent.TypeAppointment, ent.TypePerson, ent.TypeRoleAppointment}
	writesForms = []string{ent.TypePower, ent.TypeRiskPoint, ent.TypeMeasure, ent.TypeDuty, ent.TypeProcess, ent.TypeForm}
)

// Workers follow the log.
func (s *Service) Workers() []job.Worker { return []job.Worker{s.follower().Worker(followEvery)} }

// Follow follows the log to its end.
func (s *Service) Follow(ctx context.Context) error { return s.follower().Pass(ctx) }

func (s *Service) follower() *follow.Follower {
	return &follow.Follower{Store: s.store, Name: cursorName, Do: s.follow}
}

// follow adds due items to check the forms that entries may concern. Several entries on a unit
// need one check.
func (s *Service) follow(ctx context.Context, tx *ent.Tx, entries []follow.Entry) error {
	var readdress, recheck []int64
	for _, e := range entries {
		object := ""
		if e.Object != nil {
			object = e.Object.Type
		}
		switch {
		case e.Action == term.AuditActionImport, e.Action == term.AuditActionMoveUnit:
			readdress, recheck = with(readdress, e.Unit), with(recheck, e.Unit)
		case slices.Contains(movesPeople, object):
			readdress = with(readdress, e.Unit)
		case e.Action == term.AuditActionApplyForm, object != ent.TypeForm && slices.Contains(writesForms, object):
			recheck = with(recheck, e.Unit)
		}
	}
	for kind, units := range map[string][]int64{dueReaddress: readdress, dueRecheck: recheck} {
		for _, id := range units {
			if err := timer.Set(ctx, tx, kind, id, s.store.Now()); err != nil {
				return err
			}
		}
	}
	return nil
}
