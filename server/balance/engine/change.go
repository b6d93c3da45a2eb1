package engine

// Change is one change of facts. Set… makes a row what it says, whether it was there or not; Drop…
// takes it away, and does nothing for one that is not there.
type Change interface {
	// apply changes an index and returns the change that undoes it.
	apply(ix *Index) Change
	// touches adds the sites that what the change names touches as it stands in the index.
	touches(t *touching)
}

// The changes of facts.
type (
	// SetUnit makes, moves or changes a unit.
	SetUnit struct{ Unit }
	// DropUnit closes a unit. What stands in it stays and hangs in the air, unless it is changed too.
	DropUnit struct{ ID int64 }
	// SetPost makes, moves or changes a post.
	SetPost struct{ Post }
	// DropPost abolishes a post; appointments to it are kept.
	DropPost struct{ ID int64 }
	// SetPower registers or changes a power, its process included.
	SetPower struct{ *Power }
	// DropPower retires a power.
	DropPower struct{ ID int64 }
	// SetAppointment appoints somebody.
	SetAppointment struct{ Appointment }
	// DropAppointment relieves somebody.
	DropAppointment struct{ ID int64 }
	// SetPortfolio gives somebody leadership over a unit.
	SetPortfolio struct{ Portfolio }
	// DropPortfolio ends it.
	DropPortfolio struct{ ID int64 }
	// SetDeputy lets somebody act for another.
	SetDeputy struct{ Deputy }
	// DropDeputy ends it.
	DropDeputy struct{ ID int64 }
	// SetRelation declares a close relation.
	SetRelation struct{ Relation }
	// DropRelation ends it.
	DropRelation struct{ ID int64 }
	// SetDay makes it another day, with all else as it is.
	SetDay struct{ Day Day }
)

// swap puts a row in the place of what is there, and returns the change that undoes it.
func swap[T any](rows map[int64]T, id int64, do func(), again func(T) Change, drop Change) Change {
	old, was := rows[id]
	do()
	if was {
		return again(old)
	}
	return drop
}

func (c SetUnit) apply(ix *Index) Change {
	return swap(ix.units, c.ID, func() { ix.setUnit(c.Unit) }, setUnit, DropUnit{c.ID})
}

func (c DropUnit) apply(ix *Index) Change {
	return swap(ix.units, c.ID, func() { ix.dropUnit(c.ID) }, setUnit, c)
}

func (c SetPost) apply(ix *Index) Change {
	return swap(ix.posts, c.ID, func() { ix.setPost(c.Post) }, setPost, DropPost{c.ID})
}

func (c DropPost) apply(ix *Index) Change {
	return swap(ix.posts, c.ID, func() { ix.dropPost(c.ID) }, setPost, c)
}

func (c SetPower) apply(ix *Index) Change {
	return swap(ix.powers, c.ID, func() { ix.setPower(c.Power) }, setPower, DropPower{c.ID})
}

func (c DropPower) apply(ix *Index) Change {
	return swap(ix.powers, c.ID, func() { ix.dropPower(c.ID) }, setPower, c)
}

func (c SetAppointment) apply(ix *Index) Change {
	return swap(ix.appointments, c.ID, func() { ix.setAppointment(c.Appointment) }, setAppointment, DropAppointment{c.ID})
}

func (c DropAppointment) apply(ix *Index) Change {
	return swap(ix.appointments, c.ID, func() { ix.dropAppointment(c.ID) }, setAppointment, c)
}

func (c SetPortfolio) apply(ix *Index) Change {
	return swap(ix.portfolios, c.ID, func() { ix.setPortfolio(c.Portfolio) }, setPortfolio, DropPortfolio{c.ID})
}

func (c DropPortfolio) apply(ix *Index) Change {
	return swap(ix.portfolios, c.ID, func() { ix.dropPortfolio(c.ID) }, setPortfolio, c)
}

func (c SetDeputy) apply(ix *Index) Change {
	return swap(ix.deputies, c.ID, func() { ix.setDeputy(c.Deputy) }, setDeputy, DropDeputy{c.ID})
}

func (c DropDeputy) apply(ix *Index) Change {
	return swap(ix.deputies, c.ID, func() { ix.dropDeputy(c.ID) }, setDeputy, c)
}

func (c SetRelation) apply(ix *Index) Change {
	return swap(ix.relations, c.ID, func() { ix.setRelation(c.Relation) }, setRelation, DropRelation{c.ID})
}

func (c DropRelation) apply(ix *Index) Change {
	return swap(ix.relations, c.ID, func() { ix.dropRelation(c.ID) }, setRelation, c)
}

func (c SetDay) apply(ix *Index) Change {
	old := ix.day
	ix.day = c.Day
	return SetDay{old}
}

func setUnit(u Unit) Change               { return SetUnit{u} }
func setPost(p Post) Change               { return SetPost{p} }
func setPower(p *Power) Change            { return SetPower{p} }
func setAppointment(a Appointment) Change { return SetAppointment{a} }
func setPortfolio(p Portfolio) Change     { return SetPortfolio{p} }
func setDeputy(d Deputy) Change           { return SetDeputy{d} }
func setRelation(r Relation) Change       { return SetRelation{r} }
