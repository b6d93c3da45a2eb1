package sample

import (
	"context"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/org"
)

// started is how many days ago the register began.
const started = 560

// node is a unit with its posts, people and powers.
type node struct {
	plan   unitPlan
	unit   *ent.Unit
	parent *node
	bureau *node // nearest bureau, a bureau's own
	places []string
	posts  []*post
	powers []*power

	principal, inCharge, head []tenure // portfolios over it
	leaders                   []*post  // a bureau's: the principal's post, then the deputies'
	discipline                *post    // a bureau's, may be nil
}

func (n *node) isBureau() bool { return n.plan.kind() == term.UnitKindBureau }

func (l *loader) makeUnits(ctx context.Context) error {
	l.clock = l.moment(started)
	root, err := l.makeUnit(ctx, tree, nil, 1)
	l.root = root
	return err
}

func (l *loader) makeUnit(ctx context.Context, plan unitPlan, parent *node, order int) (*node, error) {
	in := org.CreateUnit{Code: plan.code, Name: plan.name, Kind: plan.kind(), SortOrder: &order}
	n := &node{plan: plan, parent: parent}
	if parent != nil {
		in.ParentID = &parent.unit.ID
	}
	var err error
	if n.unit, err = l.org.CreateUnit(ctx, in); err != nil {
		return nil, err
	}
	n.bureau = n
	if !n.isBureau() {
		n.bureau = parent
	}
	n.places = strings.Split(n.bureau.plan.places, "|")
	l.nodes = append(l.nodes, n)
	for i, below := range plan.below {
		if _, err := l.makeUnit(ctx, below, n, i+1); err != nil {
			return nil, err
		}
	}
	return n, nil
}

// find returns the node with a code of the tree.
func (l *loader) find(code string) *node {
	for _, n := range l.nodes {
		if n.plan.code == code {
			return n
		}
	}
	panic("sample: no unit " + code)
}
