package proceeding

import (
	"fmt"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/calendar"
	"sineng/server/fault"
	"sineng/server/store"
)

// changes are what is recorded of a matter that was not before.
type changes struct {
	stepChanges  []*stepChange
	pauseChanges []*pauseChange
	head         head
	headMoved    bool
	isNew        bool
	verdict      Verdict
	unmatched    []string
}

// head is what is said of a proceeding as a whole.
type head struct {
	received     time.Time
	closed       *time.Time
	discontinued bool
	result       string
}

// stepChange is a step as it will be recorded: what the entry does not say is as it was.
type stepChange struct {
	entry     *StepEntry
	key, name string
	ended     *time.Time
	outcome   *term.StepOutcome
	person    *int64
	who, note string
	was       *ent.ProceedingStep // nil for a new one
	revision  int
}

type pauseChange struct {
	entry    *PauseEntry
	was      *ent.ProceedingPause
	revision int
}

// compare says what of a matter changes, and tells all that is wrong with it.
func (w *recording) compare(m *matter) fault.List {
	var bad fault.List
	bad = append(bad, w.compareSteps(m)...)
	bad = append(bad, comparePauses(m)...)
	bad = append(bad, compareHead(m)...)
	return bad
}

func (w *recording) compareSteps(m *matter) fault.List {
	var bad fault.List
	seen, total := map[stepName]bool{}, len(m.steps)
	for i, s := range m.in.Steps {
		path := fmt.Sprintf("proceedings.%d.steps.%d.", m.n, i)
		c, wrong := w.stepOf(m, path, s)
		if wrong != nil {
			bad.Add(wrong)
			continue
		}
		name := nameOf(c.name, s.Began)
		if seen[name] {
			bad.Add(fault.Bad(path+"began", "TWICE", "同一环节同一开始时间重复录入", "This step begins twice at this time"))
			continue
		}
		seen[name] = true
		c.was, c.revision = m.steps[name], m.newest[name]+1
		if c.was == nil {
			total++
		} else {
			c.keep()
		}
		switch {
		case s.Withdrawn && c.was == nil:
			bad.Add(fault.MissingAt(path+"step", "办理记录", "record of a step"))
		case c.was != nil && !s.Withdrawn && c.same():
		case c.was == nil || s.Withdrawn || s.Corrects || c.completes():
			m.stepChanges = append(m.stepChanges, c)
			if c.person == nil && c.who != "" && !slices.Contains(m.unmatched, c.who) {
				m.unmatched = append(m.unmatched, c.who)
			}
		default:
			bad.Add(fault.New(fault.Conflict, "STEP_EXISTS", path+"step", "该环节已另有记录:"+c.wasText()+";如需更正,请注明更正并写明原因", "This step is recorded otherwise: "+c.wasText()+"; to correct it, say so and why"))
		}
	}
	if total > mostOfOne {
		bad.Add(fault.Bad(at(m.n, "steps"), "TOO_MANY", fmt.Sprintf("一个办件最多 %d 条办理记录", mostOfOne), fmt.Sprintf("A proceeding has at most %d steps", mostOfOne)))
	}
	return bad
}

// stepOf says which step of the process an entry means, and who took it.
func (w *recording) stepOf(m *matter, path string, s *StepEntry) (*stepChange, *fault.Error) {
	c := &stepChange{entry: s, ended: s.Ended, outcome: s.Outcome, note: s.Note}
	var one bool
	if c.key, c.name, one = m.course.stepOf(s.Step); !one {
		return nil, fault.Bad(path+"step", "AMBIGUOUS_STEP", "流程中有多个环节名为“"+s.Step+"”,请填写环节标识", "Several steps of the process are called "+s.Step+": give the key of the step")
	}
	if s.Ended != nil && c.outcome == nil {
		passed := term.StepOutcomePassed
		c.outcome = &passed
	}
	person, who, wrong := w.who(m, path, s)
	if person != nil {
		c.person = &person.ID
	}
	c.who = who
	return c, wrong
}

// keep has what an entry does not say of a step stay as it is recorded. A correction says whether the step ended.
func (c *stepChange) keep() {
	if c.entry.Ended == nil && !c.entry.Corrects {
		c.ended, c.outcome = c.was.EndedAt, c.was.Outcome
	}
	if c.person == nil && c.who == "" {
		c.person, c.who = c.was.PersonID, c.was.PersonName
	}
	if c.note == "" {
		c.note = c.was.Note
	}
}

// same tells whether a step is recorded like that already. A note says something of its own.
func (c *stepChange) same() bool {
	return equal(c.was.EndedAt, c.ended) && sameValue(c.was.Outcome, c.outcome) && c.sameWho() && c.note == c.was.Note
}

// sameWho tells whether it is who is recorded already; a name that says no person is that of the one who is.
func (c *stepChange) sameWho() bool {
	return sameValue(c.was.PersonID, c.person) && (c.person != nil || c.was.PersonName == c.who) || c.person == nil && c.was.PersonName == c.who
}

// completes tells whether an entry only adds what is not recorded yet: the end of what is under way, or who takes it.
func (c *stepChange) completes() bool {
	return c.was.EndedAt == nil && (c.sameWho() || c.was.PersonID == nil && c.was.PersonName == "")
}

// wasText is what is recorded of a step, in few words that need no language.
func (c *stepChange) wasText() string {
	text := c.was.StepName
	if c.was.PersonName != "" {
		text += " " + c.was.PersonName
	}
	if c.was.EndedAt != nil {
		text += " " + store.DayOf(*c.was.EndedAt).Format(time.DateOnly)
	}
	return text
}

func comparePauses(m *matter) fault.List {
	var bad fault.List
	seen, total := map[pauseName]bool{}, len(m.pauses)
	for i, p := range m.in.Pauses {
		path := fmt.Sprintf("proceedings.%d.pauses.%d.", m.n, i)
		name := pauseName{string(p.Kind), p.From.Unix()}
		if seen[name] {
			bad.Add(fault.Bad(path+"from", "TWICE", "同一中止事由同一开始日期重复录入", "A pause of this kind begins twice on this day"))
			continue
		}
		seen[name] = true
		c := &pauseChange{entry: p, was: m.pauses[name], revision: m.newestPause[name] + 1}
		if c.was == nil {
			total++
		}
		switch {
		case p.Withdrawn && c.was == nil:
			bad.Add(fault.MissingAt(path+"from", "中止记录", "pause"))
		case c.was != nil && !p.Withdrawn && equal(c.was.ToDay, p.To) && (p.Note == "" || p.Note == c.was.Note):
		case c.was == nil || p.Withdrawn || p.Corrects || c.was.ToDay == nil:
			m.pauseChanges = append(m.pauseChanges, c)
		default:
			bad.Add(fault.New(fault.Conflict, "PAUSE_EXISTS", path+"to", "该中止已另有记录;如需更正,请注明更正并写明原因", "This pause is recorded otherwise; to correct it, say so and why"))
		}
	}
	if total > mostPauses {
		bad.Add(fault.Bad(at(m.n, "pauses"), "TOO_MANY", fmt.Sprintf("一个办件最多 %d 次中止", mostPauses), fmt.Sprintf("A proceeding has at most %d pauses", mostPauses)))
	}
	return bad
}

// compareHead says what becomes of what is said of a proceeding as a whole.
func compareHead(m *matter) fault.List {
	var bad fault.List
	h := head{received: m.received()}
	if m.row != nil {
		h = headOf(m.row)
	}
	was := h
	changed := func(field string, differs bool) bool {
		if !differs {
			return false
		}
		if m.row != nil && !m.in.Corrects {
			bad.Add(fault.New(fault.Conflict, "PROCEEDING_EXISTS", at(m.n, field), "该办件已另有记录;如需更正,请注明更正并写明原因", "This is recorded otherwise of the proceeding; to correct it, say so and why"))
			return false
		}
		return true
	}
	if in := m.in.ReceivedOn; in != nil && changed("receivedOn", !in.Equal(h.received)) {
		h.received = *in
	}
	switch {
	case m.in.Reopens:
		h.closed, h.discontinued = nil, false
	case m.in.ClosedOn != nil && h.closed == nil:
		h.closed, h.discontinued = m.in.ClosedOn, m.in.Discontinued
	case m.in.ClosedOn != nil && changed("closedOn", !h.closed.Equal(*m.in.ClosedOn) || h.discontinued != m.in.Discontinued):
		h.closed, h.discontinued = m.in.ClosedOn, m.in.Discontinued
	}
	if in := m.in.Result; in != nil && *in != h.result && (h.result == "" || changed("result", true)) {
		h.result = *in
	}
	switch {
	case len(bad) > 0:
	case h.received.IsZero():
		bad.Add(fault.Bad(at(m.n, "receivedOn"), "REQUIRED", "请给出受理日期,或至少一个环节", "Say when it was received, or name a step at least"))
	case h.closed != nil && h.closed.Before(h.received):
		bad.Add(fault.Bad(at(m.n, "closedOn"), "BEFORE_BEGINNING", "办结日期早于受理日期", "It was closed before it was received"))
	case m.row == nil && m.power.RetiredOn != nil && !h.received.Before(*m.power.RetiredOn):
		bad.Add(fault.New(fault.Conflict, "POWER_RETIRED", at(m.n, "receivedOn"), "该职权自 "+m.power.RetiredOn.Format(time.DateOnly)+" 起已停用,不能有此后受理的办件",
			"The power is out of the register since "+m.power.RetiredOn.Format(time.DateOnly)+": nothing is received under it after that"))
	}
	m.head, m.isNew = h, m.row == nil
	m.headMoved = m.isNew || !h.equal(was)
	return bad
}

func headOf(p *ent.Proceeding) head {
	return head{received: p.ReceivedOn, closed: p.ClosedOn, discontinued: p.State == term.ProceedingStateDiscontinued, result: p.Result}
}

func (h head) equal(o head) bool {
	return h.received.Equal(o.received) && equal(h.closed, o.closed) && h.discontinued == o.discontinued && h.result == o.result
}

// facts are what a matter is judged by once its changes are made.
func (m *matter) facts() Facts {
	f := Facts{PowerID: m.power.ID, UnitID: m.power.UnitID, PowerType: m.power.Type, Limit: m.power.TimeLimitDays, Course: m.course, Received: m.head.received,
		Closed: m.head.closed, Discontinued: m.head.discontinued}
	if m.row != nil {
		f.Limit = m.row.LimitDays
	}
	changed := map[stepName]bool{}
	for _, c := range m.stepChanges {
		changed[nameOf(c.name, c.entry.Began)] = true
		if c.entry.Withdrawn {
			continue
		}
		v := Visit{Key: c.key, Name: c.name, Began: c.entry.Began, Ended: c.ended}
		if c.outcome != nil {
			v.Outcome = *c.outcome
		}
		if c.person != nil {
			v.Person = *c.person
		}
		f.Visits = append(f.Visits, v)
	}
	for name, r := range m.steps {
		if !changed[name] {
			f.Visits = append(f.Visits, visitOf(r))
		}
	}
	paused := map[pauseName]bool{}
	for _, c := range m.pauseChanges {
		paused[pauseName{string(c.entry.Kind), c.entry.From.Unix()}] = true
		if !c.entry.Withdrawn {
			f.Pauses = append(f.Pauses, pause(c.entry.Kind, c.entry.From, c.entry.To))
		}
	}
	for name, p := range m.pauses {
		if !paused[name] {
			f.Pauses = append(f.Pauses, pause(p.Kind, p.FromDay, p.ToDay))
		}
	}
	return f
}

func visitOf(r *ent.ProceedingStep) Visit {
	v := Visit{Key: r.StepKey, Name: r.StepName, Began: r.BeganAt, Ended: r.EndedAt}
	if r.Outcome != nil {
		v.Outcome = *r.Outcome
	}
	if r.PersonID != nil {
		v.Person = *r.PersonID
	}
	return v
}

func pause(kind term.PauseKind, from time.Time, to *time.Time) calendar.Pause {
	p := calendar.Pause{Kind: kind, From: from}
	if to != nil {
		p.To = *to
	}
	return p
}

func equal(a, b *time.Time) bool {
	return a == nil && b == nil || a != nil && b != nil && a.Equal(*b)
}

func sameValue[T comparable](a, b *T) bool {
	return a == nil && b == nil || a != nil && b != nil && *a == *b
}
