package engine

import "sineng/ent/term"

// threeInOne is the rule that no post decides, executes and supervises the same power: each of the
// three as the post recorded for it or by a step of that kind.
func threeInOne() *twoLists {
	return &twoLists{
		hand: SameHandPost,
		left: side{all: true, full: 3, marks: func(_ *Index, h *holding, _ bool) uint32 {
			var bits uint32
			if h.does(RoleDecision, term.StepKindDecide, term.StepKindApprove) {
				bits |= 1
			}
			if h.does(RoleExecution, term.StepKindExecute) {
				bits |= 2
			}
			return bits
		}},
		right: side{full: 1, marks: func(_ *Index, h *holding, _ bool) uint32 {
			if h.does(RoleSupervision, term.StepKindSupervise) {
				return 1
			}
			return 0
		}},
	}
}

// does tells whether a holding is a role or a step of one of the kinds.
func (h *holding) does(role Role, kinds ...term.StepKind) bool {
	switch h.kind {
	case SelectorRole:
		return h.role == role
	case SelectorStep:
		return in(kinds, h.stepKind())
	}
	return false
}
