package warning

import (
	"strconv"
	"time"

	"sineng/ent/term"
)

// Cause is something amiss on a day.
type Cause struct {
	Kind    term.WarningKind
	Subject int64 // row that it is about, by the kind
	// Concerned is the person whose doing or leaving undone it is, 0 for nobody in particular.
	Concerned int64
	// Grade is that of the risk points behind it, UNGRADED where there is none.
	Grade term.Grade
	// Severity is that of a conflict, 1 for the most severe; 0 for other kinds.
	Severity int
	// Since is its first day.
	Since time.Time
	// Text names the row.
	Text string
}

// Key is what no two causes have at a time.
func (c Cause) Key() string { return string(c.Kind) + ":" + strconv.FormatInt(c.Subject, 36) }

// KeptCause is a cause that is kept.
type KeptCause struct {
	ID int64
	Cause
}

// CauseChanges are what has to change for what is kept to be what is there.
type CauseChanges struct {
	Add    []Cause
	Change []KeptCause // as it is now
	End    []KeptCause
}

// CompareCauses says what has to change. A cause that is kept keeps its first day.
func CompareCauses(found []Cause, kept []KeptCause) CauseChanges {
	var out CauseChanges
	known := map[string]KeptCause{}
	for _, k := range kept {
		known[k.Key()] = k
	}
	there := map[string]bool{}
	for _, c := range found {
		if there[c.Key()] {
			continue
		}
		there[c.Key()] = true
		k, is := known[c.Key()]
		switch {
		case !is:
			out.Add = append(out.Add, c)
		case k.Grade != c.Grade || k.Severity != c.Severity || k.Concerned != c.Concerned:
			c.Since = k.Since
			out.Change = append(out.Change, KeptCause{k.ID, c})
		}
	}
	for _, k := range kept {
		if !there[k.Key()] {
			out.End = append(out.End, k)
		}
	}
	return out
}
