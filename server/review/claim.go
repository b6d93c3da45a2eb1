package review

import (
	"slices"

	"sineng/ent/term"
	"sineng/server/fault"
)

// Addressed says to whom a form is addressed, in relation to somebody who wants to act on it.
type Addressed string

// The values of Addressed.
const (
	ToNobody  Addressed = ""        // open to all holders of the role of its stage
	ToThem    Addressed = "THEM"    // to the person themself
	ToWhom    Addressed = "FOR"     // to a person for whom they sign
	ToAnother Addressed = "ANOTHER" // to another person
)

// Claim collects what decides in which capacity somebody may act on a form.
type Claim struct {
	State term.FormState
	// Turn is whose turn it is to answer the form.
	Turn      term.Turn
	Addressed Addressed
	// Fills is true when they may fill the form in its present state, Submitted when they
	// submitted it, Keeps when they are responsible for it.
	Fills, Submitted, Keeps bool
	// Inspects and InGroup are true when they hold INSPECTOR or LEADING_GROUP on its unit.
	Inspects, InGroup bool
	// Prepared is true when they wrote in it or in its rows, submitted it or requested its revision. Signed
	// is true when they approved another stage. Both count for the person for whom they sign too.
	Prepared, Signed bool
	// Program is the program itself; Token an API token, which has no capacity.
	Program, Token bool
}

// Capacity is the capacity in which somebody with this claim takes an action, or the reason
// why they may not. All questions of who may act on a form use it: the actions shown with a
// form, the to-do, the notices, and the action itself.
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
	case StandIn:
		return c.Addressed == ToThem || c.Addressed == ToWhom ||
			c.Addressed == ToNobody && c.InGroup && (c.Turn == term.TurnGroup || c.Turn == term.TurnAgain)
	case Inspector:
		return c.Inspects
	case Group:
		return c.InGroup
	}
	return as == Program
}

// excluded refuses an action because of another part in the form: nobody approves what they
// prepared, or signs two stages unless nobody else is left, and nobody decides on a revision
// that they requested.
func (c Claim) excluded(action Action) error {
	switch {
	case action == Approve && c.Prepared:
		return fault.New(fault.Forbidden, "OWN_FORM", "formId", "不能审核自己参与填报的表格(含自己录入或修改的行),请由其他人审核", "Nobody approves a form that they prepared or whose rows they wrote: somebody else does")
	case action == Approve && c.Signed && c.Turn != term.TurnAgain:
		return fault.New(fault.Forbidden, "SIGNED_ALREADY", "formId", "您已在其他环节签署意见,同一表格不能签署两次", "You have signed for another stage of this form; nobody signs twice")
	case (action == AllowRevision || action == RefuseRevision) && c.Prepared:
		return fault.New(fault.Forbidden, "OWN_FORM", "formId", "不能审批自己填报或自己申请修订的表格", "Nobody may decide on a form that they prepared or whose revision they requested")
	}
	return nil
}

// barred reports whether a claim that would allow an answer is refused to a person who
// prepared the form, and to one who signed another stage of it.
func (c Claim) barred() (prepared, signed bool) {
	c.Prepared, c.Signed = true, false
	prepared = !c.answers()
	c.Prepared, c.Signed = false, true
	return prepared, !c.answers()
}

// reviewing is the claim of somebody who may answer a form in every state that awaits an
// answer.
func reviewing(state term.FormState, turn term.Turn) Claim {
	return Claim{State: state, Turn: turn, Addressed: ToThem, Inspects: true, InGroup: true}
}

// answers reports whether a form awaits an answer from the holder of the claim: an approval,
// or a decision on its revision.
func (c Claim) answers() bool {
	for _, action := range []Action{Approve, AllowRevision} {
		if _, err := c.Capacity(action); err == nil {
			return true
		}
	}
	return false
}

// notTheirs refuses an action to somebody without a capacity for it.
func notTheirs(action Action) error {
	switch action {
	case Submit:
		return fault.New(fault.Forbidden, "NOT_PREPARER", "formId", "只有填报人或该单位登记簿的维护人可以提交此表", "Only the person assigned to fill the form, or an editor of its unit's register, may submit it")
	case Recall:
		return fault.New(fault.Forbidden, "NOT_YOURS", "formId", "只有提交人可以撤回", "Only the person who submitted it may recall it")
	case AskRevision:
		return fault.New(fault.Forbidden, "NOT_YOURS", "formId", "该表格不由您填报,不能申请修订", "You may not fill in this form, so you cannot request its revision")
	case AllowRevision, RefuseRevision:
		return fault.New(fault.Forbidden, reasonNotAddressed, "formId", "修订申请由纪检监察或领导小组审批", "An inspector or the leading group decides on revisions")
	}
	return notReviewer()
}

// reasonNotAddressed is the reason when somebody who is not to answer a form is refused.
const reasonNotAddressed = "NOT_ADDRESSED"

func notReviewer() *fault.Error {
	return fault.New(fault.Forbidden, reasonNotAddressed, "formId", "该表格当前不由您审核", "This form does not await your review")
}
