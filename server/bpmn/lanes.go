package bpmn

// lane is a lane with its place among the others.
type lane struct {
	el   *element
	path string
	leaf bool
	used bool
}

// laning is the lanes of a process and what stands in them.
type laning struct {
	lanes []*lane
	of    map[*element]*lane
}

// lanes reads the lanes of a process, those of its subprocesses too.
func (p *reading) lanes() *laning {
	l := &laning{of: map[*element]*lane{}}
	for _, b := range p.boxes {
		for _, set := range b.el.of("laneSet") {
			set.done = true
			p.laneSet(set, "", map[*element]bool{}, l)
		}
	}
	return l
}

// laneSet reads the lanes of a set; refs of an inner lane go before those of the one around it.
func (p *reading) laneSet(set *element, above string, around map[*element]bool, l *laning) {
	for _, e := range set.of("lane") {
		e.done = true
		name := p.text(e.attr("name"))
		if short := cut(name, longestLane); short != name {
			p.notes.about(NoteLaneCut, e, name)
			name = short
		}
		if name == "" && e.own("none") != "true" {
			p.notes.about(NoteLaneUnnamed, e, e.attr("id"))
		}
		path := first(name, above)
		if above != "" && name != "" {
			path = above + "/" + name
		}
		if short := cut(path, longestLane); short != path {
			p.notes.about(NoteLaneCut, e, path)
			path = short
		}
		ln := &lane{el: e, path: path, leaf: true}
		l.lanes = append(l.lanes, ln)
		mine := map[*element]bool{}
		p.laneRefs(e, ln, around, mine, l)
		for _, c := range e.of("childLaneSet") {
			c.done = true
			if len(c.of("lane")) > 0 {
				ln.leaf = false
			}
			p.laneSet(c, path, mine, l)
		}
	}
}

// laneRefs puts what a lane refers to into it, unless a lane beside it has it already.
func (p *reading) laneRefs(e *element, ln *lane, around, mine map[*element]bool, l *laning) {
	for _, ref := range e.of("flowNodeRef") {
		ref.done = true
		to := p.find(ref.value())
		switch {
		case to == nil:
			p.notes.about(NoteLaneReference, ref, ref.value())
		case l.of[to] == nil || around[to]:
			l.of[to] = ln
			mine[to] = true
			// What was handed on belongs to the inner lane, so that a second one beside it is noted.
			delete(around, to)
		case l.of[to] != ln:
			p.notes.about(NoteLaneTwice, to, to.label())
		}
	}
}

// laneOf is the lane of a step: the one that names it, or a subprocess around it, else the one in
// which a diagram shows it.
func (p *reading) laneOf(e *element, l *laning) *lane {
	for at := e; at != nil && at != p.el; at = at.parent {
		if ln := l.of[at]; ln != nil {
			return ln
		}
	}
	for at := e; at != nil && at != p.el; at = at.parent {
		if ln := p.shown(at, l); ln != nil {
			p.notes.about(NoteLaneByPosition, e, e.label())
			return ln
		}
	}
	return nil
}

// shown is the innermost lane whose shape holds the middle of that of an element.
func (p *reading) shown(e *element, l *laning) *lane {
	for _, s := range p.shapes[e] {
		x, y := s.x+s.w/2, s.y+s.h/2
		var best *lane
		size := 0.0
		for _, ln := range l.lanes {
			for _, in := range p.shapes[ln.el] {
				if in.plane != s.plane || x < in.x || x > in.x+in.w || y < in.y || y > in.y+in.h {
					continue
				}
				if a := in.w * in.h; best == nil || a < size {
					best, size = ln, a
				}
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

// names are the lanes that are told, in order.
func (l *laning) names() []string {
	var out []string
	seen := map[string]bool{}
	for _, ln := range l.lanes {
		if ln.path != "" && (ln.leaf || ln.used) && !seen[ln.path] {
			seen[ln.path] = true
			out = append(out, ln.path)
		}
	}
	return out
}
