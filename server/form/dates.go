package form

import (
	"time"

	"sineng/ent/appointment"
	"sineng/ent/predicate"
)

// inForce is the condition that an appointment holds on a day.
func inForce(on time.Time) predicate.Appointment {
	return appointment.And(appointment.FromDayLTE(on), appointment.Or(appointment.ToDayIsNil(), appointment.ToDayGTE(on)))
}
