package review

import (
	"slices"

	"sineng/ent/term"
	"sineng/server/fault"
)

// Addressed tells to whom a form is addressed by name, as seen by somebody who wants to act on it.
type Addressed string

// Whom a form is addressed to.
const (
	ToNobody  Addressed = ""        // but to all who hold the role of its stage
	ToThem    Addressed = "THEM"    // who want to act
	ToWhom    Addressed = "FOR"     // somebody for whom they sign
	ToAnother Addressed = "ANOTHER" // somebody else
)

// Claim is what decides in which capacity somebody may act on a form.
type Claim struct {
	State     term.FormState
	Addressed Addressed
	// Fills is true when they may fill the form in as it stands, Submitted that they handed it in, Keeps
	// that they answer for it.
	Fills, Submitted, Keeps bool
	// Inspects and InGroup tell that they hold INSPECTOR or LEADING_GROUP on its unit.
	Inspects, InGroup bool
	// Prepared is true when they wrote in it, handed it in or asked to revise it. Signed tells that they, or
	// whom they sign for, approved it for another stage, or prepared it in the case of the latter.
	Prepared, Signed bool
	// Program is the program itself, Token an API token, which acts in no capacity.
	Program, Token bool
}

// Capacity is in which capacity somebody with a claim takes an action, or why they may not. Every
// question of who may act on a form comes down to it: what a form is shown with, what waits for
// whom, who is notified, and the action itself.
func (c Claim) Capacity(action Action) (Capacity, error) {
	possible, ok := capacities[c.State][action]
	if !ok {
		return "", wrongState(c.State)
	}
	i := slices.IndexFunc(possible, c.holds)
	if i < 0 {
		return "", notTheirs(action)
	}
	return possible[i], c.excluded(action)
}

// holds reports whether a claim gives a capacity.
func (c Claim) holds(as Capacity) bool {
	if c.Token || c.Program != (as == Program) {
		return false
	}
	switch as {
	case Filler:
		return c.Fills
	case Submitter:
		return c.Submitted
	case Keeper:
		return c.Keeps
	case Addressee:
		return c.Addressed == ToThem || c.Addressed == ToWhom || c.Addressed == ToNobody && c.InGroup
	case Inspector:
		return c.Inspects
	case Group:
		return c.InGroup
	}
	return as == Program
}

// excluded refuses an action to who had another part in the form: nobody approves what they prepared,
// or signs for two stages, and nobody decides on a revision that they asked for.
func (c Claim) excluded(action Action) error {
	switch {
	case action == Approve && c.Prepared:
		return fault.New(fault.Forbidden, "OWN_FORM", "formId", "不能审核自己填报的表格,请由其他人审核", "Nobody approves a form that they prepared: somebody else does")
	case action == Approve && c.Signed:
		return fault.New(fault.Forbidden, "SIGNED_ALREADY", "formId", "您已在其他环节签署意见,同一表格不能签署两次", "You have signed for another stage of this form; nobody signs twice")
	case (action == AllowRevision || action == RefuseRevision) && c.Prepared:
		return fault.New(fault.Forbidden, "OWN_FORM", "formId", "不能审批自己填报或自己申请修订的表格", "Nobody decides on a form that they prepared or asked to revise")
	}
	return nil
}

// barred tells of a claim that would answer a form whether who prepared the form, and who signed another
// stage of it, is kept from it.
func (c Claim) barred() (prepared, signed bool) {
	c.Prepared, c.Signed = true, false
	prepared = !c.answers()
	c.Prepared, c.Signed = false, true
	return prepared, !c.answers()
}

// reviewing is the claim of somebody who answers a form in any state in which it waits for an answer.
func reviewing(state term.FormState) Claim {
	return Claim{State: state, Addressed: ToThem, Inspects: true, InGroup: true}
}

// answers reports whether a form waits for who has the claim: that they approve it, or decide on its
// revision.
func (c Claim) answers() bool {
	for _, action := range []Action{Approve, AllowRevision} {
		if _, err := c.Capacity(action); err == nil {
			return true
		}
	}
	return false
}

// notTheirs refuses an action to who has no capacity for it.
func notTheirs(action Action) error {
	switch action {
	case Submit:
		return fault.New(fault.Forbidden, "NOT_PREPARER", "formId", "只有填报人或该单位登记簿的维护人可以提交此表", "Only who was told to fill the form, or keeps the register of its unit, hands it in")
	case Recall:
		return fault.New(fault.Forbidden, "NOT_YOURS", "formId", "只有提交人可以撤回", "Only who handed it in recalls it")
	case AskRevision:
		return fault.New(fault.Forbidden, "NOT_YOURS", "formId", "该表格不由您填报,不能申请修订", "It is not yours to fill in, so you cannot ask for its revision")
	case AllowRevision, RefuseRevision:
		return fault.New(fault.Forbidden, reasonNotAddressed, "formId", "修订申请由纪检监察或领导小组审批", "An inspector or the leading group decides on revisions")
	}
	return notReviewer()
}

// reasonNotAddressed is the reason for which who does not answer a form as it stands is refused.
const reasonNotAddressed = "NOT_ADDRESSED"

func notReviewer() *fault.Error {
	return fault.New(fault.Forbidden, reasonNotAddressed, "formId", "该表格当前不由您审核", "It is not yours to review as it stands")
}
