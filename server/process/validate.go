package process

import (
	"fmt"
	"strings"

	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/org"
)

// Step is a step of a process to be saved.
type Step struct {
	Key           string
	Name          string
	Kind          term.StepKind
	PostID        *int64
	TimeLimitDays *int
}

// Edge is a transition from one step to another, named by their keys.
type Edge struct {
	FromKey   string
	ToKey     string
	Condition string
}

// Save is the input of Service.Save.
type Save struct {
	PowerID          int64
	ExpectedRevision int
	Steps            []*Step
	Edges            []*Edge
}

// MostSteps is the greatest number of steps of a process.
const MostSteps = 100

func (in Save) validate() error {
	var bad fault.List
	keys := in.validateSteps(&bad)
	in.validateEdges(&bad, keys)
	return bad.Err()
}

// validateSteps checks the steps and returns the set of their keys.
func (in Save) validateSteps(bad *fault.List) map[string]bool {
	if len(in.Steps) == 0 || len(in.Steps) > MostSteps {
		bad.Add(fault.Bad("steps", "BAD_STEP_COUNT", "流程应有 1 至 100 个环节", "A process has 1 to 100 steps"))
	}
	keys := map[string]bool{}
	for i, st := range in.Steps {
		at := fmt.Sprintf("steps.%d.", i)
		key := strings.TrimSpace(st.Key)
		bad.Add(org.Length(at+"key", key, 1, 64, "环节编号", "The step's key"))
		bad.Add(org.Length(at+"name", strings.TrimSpace(st.Name), 1, 200, "环节名称", "The step's name"))
		if keys[key] {
			bad.Add(fault.Bad(at+"key", "DUPLICATE_KEY", "环节编号重复:"+key, "Two steps have the key "+key))
		}
		if st.TimeLimitDays != nil && *st.TimeLimitDays < 0 {
			bad.Add(fault.Bad(at+"timeLimitDays", "OUT_OF_RANGE", "时限不得为负", "The time limit must not be negative"))
		}
		keys[key] = true
	}
	return keys
}

func (in Save) validateEdges(bad *fault.List, keys map[string]bool) {
	seen := map[[2]string]bool{}
	for i, e := range in.Edges {
		at := fmt.Sprintf("edges.%d.", i)
		from, to := strings.TrimSpace(e.FromKey), strings.TrimSpace(e.ToKey)
		if !keys[from] {
			bad.Add(fault.Bad(at+"fromKey", "UNKNOWN_STEP", "没有编号为“"+from+"”的环节", "There is no step with the key "+from))
		}
		if !keys[to] {
			bad.Add(fault.Bad(at+"toKey", "UNKNOWN_STEP", "没有编号为“"+to+"”的环节", "There is no step with the key "+to))
		}
		if from == to || seen[[2]string{from, to}] {
			bad.Add(fault.Bad(at+"toKey", "BAD_EDGE", "流向重复或指向自身", "The edge is repeated or leads to its own step"))
		}
		bad.Add(org.Length(at+"condition", e.Condition, 0, 500, "流转条件", "The condition"))
		seen[[2]string{from, to}] = true
	}
}
