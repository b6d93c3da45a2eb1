package instruction

// Actions, Silent and Following are what the tables of the tests compare with.
var (
	ActionsIn = actions
	FirstHop  = next
)

// Capacity makes a capacity.
func Capacity(asked, steers bool) capacity { return capacity{asked, steers} }
