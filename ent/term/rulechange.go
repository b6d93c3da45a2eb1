package term

import "time"

// RuleChange is that somebody drafted a rule of balance, or switched it on or off. It is a column of JSON, so that its words are those of the
// data model.
type RuleChange struct {
	At time.Time `json:"at"`
	// By is the account, nil for the program.
	By *int64 `json:"by,omitempty"`
	// To is the state of the rule from then on.
	To RuleState `json:"to"`
	// Reason is why it was switched; empty for a draft.
	Reason string `json:"reason,omitempty"`
}
