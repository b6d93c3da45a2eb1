package app_test

import (
	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/pending"
	"sineng/server/testkit"
)

func (c *cast) ofActs() {
	e, db, today := c.East, c.db, c.db.Today()
	testkit.Started(c.t, db)
	granter := c.holder(c.t, "security", term.RoleSecurityAdmin, e.Unit)
	security := as(granter, term.RoleSecurityAdmin, e.Unit, nil)
	leader := c.as("province", term.RolePrincipalLeader, e.Unit)
	grant := func() *ent.RoleAppointment {
		return testkit.Must(db.Accounts.Grant(security, c.by["clerk"].ID, term.RoleInspector, &e.City.ID, today, nil, "试点"))(c.t)
	}
	var waits *ent.RoleAppointment
	c.notifies("a grant that waits", func() { waits = grant() }, "province ACT_TO_CONFIRM")
	c.notifies("a grant that is declined", func() { testkit.Must(db.Accounts.Decline(leader, waits.ID, "不需要"))(c.t) }, "security ACT_DECIDED")
	c.notifies("a grant that is taken back by who began it", func() {
		testkit.Must(db.Accounts.Decline(security, grant().ID, "不需要"))(c.t)
	})
	c.notifies("the operator's break-glass", func() {
		testkit.Must(db.Accounts.Grant(pending.ByOperator(testkit.System(), true), c.by["clerk"].ID, term.RoleInspector, &e.City.ID, today, nil, "试点"))(c.t)
	}, "province ACT_ANNOUNCED", "security ACT_ANNOUNCED")
}
