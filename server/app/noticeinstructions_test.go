package app_test

import (
	"slices"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/instruction"
	"sineng/server/testkit"
	"sineng/server/timer"
)

// ofInstructions goes through the life of an instruction of the leader in charge to the head of the department.
func (c *cast) ofInstructions() {
	d := c.East.Department
	giver, head := c.as("city", term.RolePrincipalLeader, c.East.City), c.as("department", term.RoleDeptHead, d)
	var i *ent.Instruction
	version := func() int { return c.db.Client.Instruction.GetX(testkit.System(), i.ID).Version }
	in := instruction.Giving{About: instruction.About{UnitID: d.ID}, Title: "整改受理环节", Demand: "双人受理", DueOn: c.db.Today().AddDate(0, 0, 40), AnswerIn: 5, HopIn: 7}
	c.told("an instruction", func() { i = testkit.Must(c.app.Instructions.Give(giver, in))(c.t) }, "department INSTRUCTION_GIVEN")
	if i.PersonID != *c.by["department"].PersonID {
		c.t.Fatalf("it asks %v", i)
	}
	c.told("an answer", func() {
		testkit.Must(c.app.Instructions.Answer(head, instruction.Answering{InstructionID: i.ID, ExpectedVersion: version(), Answer: "已安排"}))(c.t)
	}, "city INSTRUCTION_ANSWERED")
	clocks := slices.DeleteFunc(slices.Clone(c.notices.Timers()), func(h timer.Handler) bool { return !strings.HasPrefix(h.Kind, "instruction.") })
	c.db.Clock.Forward(38 * 24 * time.Hour)
	c.told("an instruction whose last day is near", func() { testkit.Fire(c.t, c.db, clocks...) }, "department INSTRUCTION_DUE")
	c.db.Clock.Forward(5 * 24 * time.Hour)
	c.told("what nobody has done", func() { testkit.Fire(c.t, c.db, c.app.Instructions.Timers()...) }, "city INSTRUCTION_ESCALATED", "inspector INSTRUCTION_ESCALATED")
	report := func() {
		testkit.Must(c.app.Instructions.Report(head, instruction.Answering{InstructionID: i.ID, ExpectedVersion: version(), Answer: "已落实"}))(c.t)
	}
	c.told("what is reported done", report, "city INSTRUCTION_REPORTED")
	c.told("what is returned", func() {
		testkit.Must(c.app.Instructions.Return(giver, instruction.Putting{InstructionID: i.ID, ExpectedVersion: version(), Reason: "不全", DueOn: c.db.Today().AddDate(0, 0, 9)}))(c.t)
	}, "department INSTRUCTION_RETURNED")
	report()
	c.told("what is accepted", func() {
		testkit.Must(c.app.Instructions.Accept(giver, instruction.Accepting{InstructionID: i.ID, ExpectedVersion: version(), Finding: "属实"}))(c.t)
	}, "department INSTRUCTION_CLOSED")
}
