package process

import (
	"context"

	"sineng/ent"
	"sineng/server/flow"
	"sineng/server/org"
)

// write adds a version of a power's process and returns the ids of its steps by key.
func (s *Service) write(ctx context.Context, tx *ent.Tx, p *ent.Power, revision int, g flow.Graph) (*ent.Process, map[string]int64, error) {
	if err := checkPosts(ctx, tx, g.Steps); err != nil {
		return nil, nil, err
	}
	u, err := p.QueryUnit().Only(ctx)
	if err != nil {
		return nil, nil, err
	}
	now := s.store.Now()
	create := tx.Process.Create().SetPowerID(p.ID).SetRevision(revision).SetCurrent(true).SetExplanation(g.Explanation).SetCreatedAt(now).SetUpdatedAt(now)
	if err := org.Place(create.Mutation(), u); err != nil {
		return nil, nil, err
	}
	saved, err := create.Save(ctx)
	if err != nil {
		return nil, nil, err
	}
	steps, err := writeSteps(ctx, tx, u, saved.ID, g.Steps)
	if err != nil {
		return nil, nil, err
	}
	return saved, steps, writeEdges(ctx, tx, u, saved.ID, g.Edges, steps)
}

// checkPosts refuses steps of posts that the viewer may not see.
func checkPosts(ctx context.Context, tx *ent.Tx, steps []*Step) error {
	var posts []int64
	for _, st := range steps {
		if st.PostID != nil {
			posts = append(posts, *st.PostID)
		}
	}
	return org.CheckPosts(ctx, tx.Client(), "steps", posts...)
}

// writeSteps adds the steps of a version in order.
func writeSteps(ctx context.Context, tx *ent.Tx, u *ent.Unit, processID int64, steps []*Step) (map[string]int64, error) {
	var rows []*ent.ProcessStepCreate
	for i, st := range steps {
		row := tx.ProcessStep.Create().SetProcessID(processID).SetKey(st.Key).SetName(st.Name).SetKind(st.Kind).SetSortOrder(i).
			SetNillablePostID(st.PostID).SetNillableTimeLimitDays(st.TimeLimitDays).SetLane(st.Lane).SetStarts(st.Starts).SetEnds(st.Ends).
			SetSplit(st.Split).SetNillableDiscretion(st.Discretion).SetExplanation(st.Explanation)
		if st.Place != nil {
			row.SetX(st.Place.X).SetY(st.Place.Y)
		}
		if err := org.Place(row.Mutation(), u); err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	made, err := tx.ProcessStep.CreateBulk(rows...).Save(ctx)
	ids := map[string]int64{}
	for _, st := range made {
		ids[st.Key] = st.ID
	}
	return ids, err
}

// writeEdges adds the ways between the steps of a version.
func writeEdges(ctx context.Context, tx *ent.Tx, u *ent.Unit, processID int64, edges []*Edge, steps map[string]int64) error {
	var rows []*ent.StepEdgeCreate
	for _, e := range edges {
		row := tx.StepEdge.Create().SetProcessID(processID).SetFromStepID(steps[e.FromKey]).SetToStepID(steps[e.ToKey]).SetCondition(e.Condition)
		if err := org.Place(row.Mutation(), u); err != nil {
			return err
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return nil
	}
	return tx.StepEdge.CreateBulk(rows...).Exec(ctx)
}
