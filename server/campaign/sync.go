package campaign

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/campaign"
	"sineng/ent/term"
	"sineng/server/follow"
	"sineng/server/job"
	"sineng/server/timer"
)

const (
	// syncEvery is the interval at which the log is checked for changes of the organisation.
	syncEvery = 2 * time.Second
	// cursorName names the position in the log.
	cursorName = "campaign"
)

// follower follows the log's entries on the organisation. People who join, move or leave, and
// units that are created, divided, moved or closed, get or lose their forms in running
// campaigns.
func (s *Service) follower() *follow.Follower {
	return &follow.Follower{Store: s.store, Name: cursorName, Do: s.follow, Actions: []term.AuditAction{
		term.AuditActionCreateUnit, term.AuditActionUpdateUnit, term.AuditActionMoveUnit, term.AuditActionCloseUnit,
		term.AuditActionUpdatePerson, term.AuditActionAppoint, term.AuditActionRelieve, term.AuditActionImport}}
}

// Workers keep the forms of running campaigns in line with the organisation. The daily
// comparison makes up for entries that were skipped.
func (s *Service) Workers() []job.Worker {
	return []job.Worker{s.follower().Worker(syncEvery)}
}

// Sync follows the log to its end.
func (s *Service) Sync(ctx context.Context) error { return s.follower().Pass(ctx) }

// Timers compare the forms of every running campaign with the organisation, by a job, once a day:
// appointments begin and end by their days, without an entry in the log.
func (s *Service) Timers() []timer.Handler {
	return []timer.Handler{{Kind: "campaign.realign", Daily: true, Do: func(ctx context.Context, tx *ent.Tx, _ *timer.Item) error {
		return s.realign(ctx, tx)
	}}}
}

// realign queues a job for every running campaign.
func (s *Service) realign(ctx context.Context, tx *ent.Tx) error {
	all, err := tx.Campaign.Query().Where(isRunning()).Order(campaign.ByID()).All(ctx)
	if err != nil {
		return err
	}
	for _, c := range all {
		if err := s.alignLater(ctx, tx, c); err != nil {
			return err
		}
	}
	return nil
}

// follow brings the forms of the people and units that the entries concern into line.
func (s *Service) follow(ctx context.Context, tx *ent.Tx, entries []follow.Entry) error {
	all, err := tx.Campaign.Query().Where(isRunning()).Order(campaign.ByID()).IDs(ctx)
	if err != nil || len(all) == 0 {
		return err
	}
	var units, people, appointments []int64
	for _, e := range entries {
		if e.Action == term.AuditActionMoveUnit {
			// The forms of the subtree moved with it, and its units may be in other campaigns
			// now.
			if err := s.realign(ctx, tx); err != nil {
				return err
			}
		}
		units = append(units, e.Changed(ent.TypeUnit)...)
		people = append(people, e.Changed(ent.TypePerson)...)
		appointments = append(appointments, e.Changed(ent.TypeAppointment)...)
	}
	for part := range slices.Chunk(appointments, batch) {
		rows, err := tx.Appointment.Query().Where(appointment.IDIn(part...)).Select(appointment.FieldPersonID).All(ctx)
		if err != nil {
			return err
		}
		for _, a := range rows {
			people = append(people, a.PersonID)
		}
	}
	// People who serve in a closed unit leave with it.
	for part := range slices.Chunk(units, batch) {
		var served []int64
		err := tx.Appointment.Query().Where(appointment.UnitIDIn(part...)).Unique(true).Select(appointment.FieldPersonID).Scan(ctx, &served)
		if err != nil {
			return err
		}
		people = append(people, served...)
	}
	slices.Sort(people)
	people = slices.Compact(people)
	for _, id := range all {
		in, err := s.running(ctx, tx, id)
		if err != nil {
			return err
		}
		for part := range slices.Chunk(units, batch/3) {
			some, err := withParents(ctx, tx.Client(), part)
			if err != nil {
				return err
			}
			if err := s.alignUnits(ctx, tx, in, some); err != nil {
				return err
			}
		}
		for part := range slices.Chunk(people, batch) {
			if err := s.alignPeople(ctx, tx, in, part); err != nil {
				return err
			}
		}
	}
	return nil
}
