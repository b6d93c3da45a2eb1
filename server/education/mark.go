package education

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

const mostNote = 500

// Mark says how a participant took part.
type Mark struct {
	ParticipantID int64
	Said
}

// GuestMark says how somebody took part who is invited by the same input.
type GuestMark struct {
	PersonID int64
	Said
}

// Said is how somebody took part, as it is typed.
type Said struct {
	Attendance term.Attendance
	// Note is why somebody was not there, or what else there is to say.
	Note string
	// MadeUpOn is the day on which somebody who was not there made up for it.
	MadeUpOn *time.Time
}

// Attended is how somebody took part.
type Attended struct {
	Attendance term.Attendance
	Note       string
	MadeUpOn   time.Time // zero for none
}

// came is how everybody takes part of whom nothing else is said.
var came = Attended{Attendance: term.AttendanceAttended}

// AttendedOf is how a participant took part; as everybody does where it is not said yet.
func AttendedOf(p *ent.EducationParticipant) Attended {
	out := came
	if p.Attendance != nil {
		out.Attendance = *p.Attendance
	}
	out.Note = p.Note
	if p.MadeUpOn != nil {
		out.MadeUpOn = *p.MadeUpOn
	}
	return out
}

// TookPart tells whether somebody was there, or made up for it: what figures count.
func (a Attended) TookPart() bool {
	return a.Attendance == term.AttendanceAttended || !a.MadeUpOn.IsZero()
}

// Marked is how somebody took part in what was held on a day; field is that of the mark.
func (m *Said) Marked(field string, held, today time.Time) (Attended, error) {
	var bad fault.List
	out := Attended{Attendance: m.Attendance, Note: strings.TrimSpace(m.Note)}
	if utf8.RuneCountInString(out.Note) > mostNote {
		bad.Add(fault.Bad(field+".note", "TOO_LONG", fmt.Sprintf("不能超过 %d 个字符", mostNote), fmt.Sprintf("At most %d characters", mostNote)))
	}
	if m.MadeUpOn != nil {
		out.MadeUpOn = *m.MadeUpOn
		switch {
		case m.Attendance == term.AttendanceAttended:
			bad.Add(fault.Bad(field+".madeUpOn", "NOT_APPLICABLE", "已参加的人员无须补课", "Whoever attended has nothing to make up for"))
		case out.MadeUpOn.Before(held) || out.MadeUpOn.After(today):
			bad.Add(fault.Bad(field+".madeUpOn", "OUT_OF_RANGE", "补课日期应在举办日期之后、今天以前(含当天)", "It is made up for on the day of the session or later, and not in the future"))
		}
	}
	return out, bad.Err()
}

// corrects tells whether a change takes back what was said of somebody: all but that they have made up for it since.
func corrects(before, after Attended) bool {
	made := before
	if before.MadeUpOn.IsZero() {
		made.MadeUpOn = after.MadeUpOn
	}
	return made != after
}
