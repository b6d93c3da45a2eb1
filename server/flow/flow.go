// Package flow is the process of a power as a plain graph: its steps, and the ways from one step to
// the next. It reads and writes nothing; what a graph means, what is wrong with it and how two of
// them differ is worked out here alone, for the register, for files and for the rules on balance.
package flow

import (
	"strings"

	"sineng/ent/term"
)

// MostSteps is the greatest number of steps of a process.
const MostSteps = 100

// Graph is a process: steps in the order of the forms and the ways between them.
type Graph struct {
	Steps []*Step `json:"steps"`
	Edges []*Edge `json:"edges"`
	// Explanation says in words what the picture shows; at most 4,000 characters, empty for none.
	Explanation string `json:"explanation,omitempty"`
}

// Step is a step of a process 环节.
type Step struct {
	// Key is the stable name of the step across versions, 1 to 64 characters, unique in its graph.
	Key string `json:"key"`
	// Name is what the step is called, 1 to 200 characters.
	Name string        `json:"name"`
	Kind term.StepKind `json:"kind"`
	// PostID is the post that carries the step out; nil while nobody says.
	PostID *int64 `json:"post,omitempty"`
	// TimeLimitDays is how many days the step may take; nil for no limit of its own.
	TimeLimitDays *int `json:"days,omitempty"`
	// Lane 泳道 names who carries the step out where no post does: a department, an applicant; at
	// most 200 characters, empty for none.
	Lane string `json:"lane,omitempty"`
	// Starts is true where the process may begin with the step, Ends where it may end after it.
	Starts bool `json:"starts,omitempty"`
	Ends   bool `json:"ends,omitempty"`
	// Split says whether one of the ways from here is taken or all of them.
	Split term.Split `json:"split,omitempty"`
	// Discretion is how much discretion the step leaves; nil for as much as its power does.
	Discretion *term.Discretion `json:"discretion,omitempty"`
	// Explanation is what is done here, in words; at most 2,000 characters.
	Explanation string `json:"explanation,omitempty"`
	// Place is where the step was put on the map by hand; nil where the map places it.
	Place *Place `json:"place,omitempty"`
}

// Place is the upper left corner of a step on the map, in the map's units.
type Place struct {
	X int `json:"x"`
	Y int `json:"y"`
}

// Edge is a way from one step to another 流向, or back to the same.
type Edge struct {
	FromKey string `json:"from"`
	ToKey   string `json:"to"`
	// Condition says when the way is taken, at most 500 characters; empty for always.
	Condition string `json:"condition,omitempty"`
}

// Trimmed is the graph without white space around what was typed.
func (g Graph) Trimmed() Graph {
	out := Graph{Explanation: strings.TrimSpace(g.Explanation)}
	for _, s := range g.Steps {
		t := *s
		t.Key, t.Name, t.Lane, t.Explanation = strings.TrimSpace(s.Key), strings.TrimSpace(s.Name), strings.TrimSpace(s.Lane), strings.TrimSpace(s.Explanation)
		if t.Split == "" {
			t.Split = term.SplitOne
		}
		out.Steps = append(out.Steps, &t)
	}
	for _, e := range g.Edges {
		out.Edges = append(out.Edges, &Edge{FromKey: strings.TrimSpace(e.FromKey), ToKey: strings.TrimSpace(e.ToKey), Condition: strings.TrimSpace(e.Condition)})
	}
	return out
}

// Index is a graph by numbers: the steps in order, and for each the steps after and before it.
// Ways from or to a step that does not exist are left out.
type Index struct {
	Of     map[string]int
	After  [][]int
	Before [][]int
	// Entries are the steps with which the process may begin, Exits those after which it may end.
	Entries, Exits []int
}

// Indexed works out the numbers of a graph. A process begins where that is said, else at the steps
// that no other leads to, else at the first; it ends where that is said, where it is closed 办结 and where no
// way goes on.
func (g Graph) Indexed() Index {
	x := Index{Of: make(map[string]int, len(g.Steps)), After: make([][]int, len(g.Steps)), Before: make([][]int, len(g.Steps))}
	for i, s := range g.Steps {
		if _, twice := x.Of[s.Key]; !twice {
			x.Of[s.Key] = i
		}
	}
	for _, e := range g.Edges {
		from, ok := x.Of[e.FromKey]
		to, there := x.Of[e.ToKey]
		if ok && there {
			x.After[from] = append(x.After[from], to)
			x.Before[to] = append(x.Before[to], from)
		}
	}
	x.Entries = g.entries(x)
	for i, s := range g.Steps {
		if s.Ends || s.Kind == term.StepKindClose || leadsNowhere(x.After[i], i) {
			x.Exits = append(x.Exits, i)
		}
	}
	return x
}

func (g Graph) entries(x Index) []int {
	var said, free []int
	for i, s := range g.Steps {
		if s.Starts {
			said = append(said, i)
		}
		if leadsNowhere(x.Before[i], i) {
			free = append(free, i)
		}
	}
	switch {
	case len(said) > 0:
		return said
	case len(free) > 0 || len(g.Steps) == 0:
		return free
	}
	return []int{0}
}

// leadsNowhere reports whether there is no way but one to the step itself.
func leadsNowhere(ways []int, self int) bool {
	for _, w := range ways {
		if w != self {
			return false
		}
	}
	return true
}

// Reach marks the steps that can be reached from those given along the ways.
func Reach(from []int, ways [][]int) []bool {
	seen := make([]bool, len(ways))
	queue := append([]int{}, from...)
	for _, i := range from {
		seen[i] = true
	}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		for _, j := range ways[i] {
			if !seen[j] {
				seen[j] = true
				queue = append(queue, j)
			}
		}
	}
	return seen
}

// EveryWay reports whether each way from a step to where the process ends passes one of the steps wanted
// after it. A step that only ever leads round in a circle passes none.
func (g Graph) EveryWay(x Index, from int, wanted func(*Step) bool) bool {
	ends := make([]bool, len(g.Steps))
	for _, i := range x.Exits {
		ends[i] = true
	}
	if ends[from] {
		return false
	}
	seen := make([]bool, len(g.Steps))
	seen[from] = true
	queue := []int{from}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		for _, j := range x.After[i] {
			if seen[j] || wanted(g.Steps[j]) {
				continue
			}
			if ends[j] {
				return false
			}
			seen[j] = true
			queue = append(queue, j)
		}
	}
	return true
}
