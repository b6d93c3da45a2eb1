package scalar

import "fmt"

// Node is an object that can be fetched again by its id: every entity is one.
type Node interface{ fmt.Stringer }
