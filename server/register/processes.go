package register

import (
	"context"
	"fmt"
	"strings"

	"sineng/ent"
	"sineng/ent/process"
	"sineng/ent/processstep"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// StepInput is a step of a process to be saved.
type StepInput struct {
	Key           string
	Name          string
	Kind          term.StepKind
	PostID        *int64
	TimeLimitDays *int
}

// EdgeInput leads from one step to another, named by their keys.
type EdgeInput struct {
	FromKey   string
	ToKey     string
	Condition string
}

// SaveProcess is the input of Service.SaveProcess.
type SaveProcess struct {
	PowerID          int64
	ExpectedRevision int
	Steps            []*StepInput
	Edges            []*EdgeInput
}

// mostSteps bounds a process.
const mostSteps = 100

// SaveProcess saves the process of a power as its next version. Risk points of the last
// version move to the step with the same key.
func (s *Service) SaveProcess(ctx context.Context, in SaveProcess) (*ent.Process, error) {
	if err := in.validate(); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionSaveProcess, Right: authz.EditRegister}, func(ctx context.Context, tx *ent.Tx) (*ent.Process, error) {
		p, err := s.holdPower(ctx, tx, in.PowerID, "powerId")
		if err != nil {
			return nil, err
		}
		// The power's row serialises those who save its process at the same time.
		if err := tx.Power.UpdateOne(p).SetUpdatedAt(s.store.Now()).Exec(ctx); err != nil {
			return nil, err
		}
		last, err := tx.Process.Query().Where(process.PowerID(p.ID), process.Current(true)).WithSteps().Only(ctx)
		if err != nil && !ent.IsNotFound(err) {
			return nil, err
		}
		revision := 0
		if last != nil {
			revision = last.Revision
		}
		if revision != in.ExpectedRevision {
			stale := fault.Stale()
			stale.Field = "expectedRevision"
			return nil, stale
		}
		u, err := p.QueryUnit().Only(ctx)
		if err != nil {
			return nil, err
		}
		saved, steps, err := s.writeProcess(ctx, tx, u, in, revision+1)
		if err != nil || last == nil {
			return saved, err
		}
		if err := tx.Process.UpdateOne(last).SetCurrent(false).SetUpdatedAt(s.store.Now()).Exec(ctx); err != nil {
			return nil, err
		}
		return saved, carryRisks(ctx, tx, last.Edges.Steps, steps)
	})
}

func (s *Service) writeProcess(ctx context.Context, tx *ent.Tx, u *ent.Unit, in SaveProcess, revision int) (*ent.Process, map[string]int64, error) {
	var posts []int64
	for _, st := range in.Steps {
		posts = append(posts, given(st.PostID))
	}
	if err := checkPosts(ctx, tx.Client(), "steps", posts...); err != nil {
		return nil, nil, err
	}
	now := s.store.Now()
	create := tx.Process.Create().SetPowerID(in.PowerID).SetRevision(revision).SetCurrent(true).SetCreatedAt(now).SetUpdatedAt(now)
	if err := org.Place(create.Mutation(), u); err != nil {
		return nil, nil, err
	}
	saved, err := create.Save(ctx)
	if err != nil {
		return nil, nil, err
	}
	steps := map[string]int64{}
	var rows []*ent.ProcessStepCreate
	for i, st := range in.Steps {
		row := tx.ProcessStep.Create().SetProcessID(saved.ID).SetKey(strings.TrimSpace(st.Key)).SetName(strings.TrimSpace(st.Name)).
			SetKind(st.Kind).SetSortOrder(i).SetNillablePostID(st.PostID).SetNillableTimeLimitDays(st.TimeLimitDays)
		if err := org.Place(row.Mutation(), u); err != nil {
			return nil, nil, err
		}
		rows = append(rows, row)
	}
	made, err := tx.ProcessStep.CreateBulk(rows...).Save(ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, st := range made {
		steps[st.Key] = st.ID
	}
	var edges []*ent.StepEdgeCreate
	for _, e := range in.Edges {
		row := tx.StepEdge.Create().SetProcessID(saved.ID).SetFromStepID(steps[strings.TrimSpace(e.FromKey)]).
			SetToStepID(steps[strings.TrimSpace(e.ToKey)]).SetCondition(e.Condition)
		if err := org.Place(row.Mutation(), u); err != nil {
			return nil, nil, err
		}
		edges = append(edges, row)
	}
	if len(edges) > 0 {
		if err := tx.StepEdge.CreateBulk(edges...).Exec(ctx); err != nil {
			return nil, nil, err
		}
	}
	return saved, steps, nil
}

// carryRisks moves the risk points of the last version's steps to the steps of the same
// key; a step that carries living risk points cannot be left out.
func carryRisks(ctx context.Context, tx *ent.Tx, last []*ent.ProcessStep, steps map[string]int64) error {
	for _, old := range last {
		if next, ok := steps[old.Key]; ok {
			risks, err := tx.RiskPoint.Query().Where(riskpoint.StepID(old.ID)).Order(riskpoint.ByID()).All(ctx)
			if err != nil {
				return err
			}
			for _, r := range risks {
				if err := tx.RiskPoint.UpdateOne(r).SetStepID(next).Exec(ctx); err != nil {
					return err
				}
			}
			continue
		}
		n, err := tx.RiskPoint.Query().Where(riskpoint.StepID(old.ID), riskpoint.StatusNEQ(term.RiskStatusRetired)).Count(ctx)
		if err != nil {
			return err
		}
		if n > 0 {
			return fault.New(fault.InvalidTransition, "STEP_HAS_RISK_POINTS", "steps",
				fmt.Sprintf("环节“%s”下仍有 %d 个风险点,不能删去", old.Name, n),
				fmt.Sprintf("The step %q still has %d risk points and cannot be left out", old.Name, n))
		}
	}
	return nil
}

func (in SaveProcess) validate() error {
	var bad fault.List
	if len(in.Steps) == 0 || len(in.Steps) > mostSteps {
		bad.Add(fault.Bad("steps", "BAD_STEP_COUNT", "流程应有 1 至 100 个环节", "A process has 1 to 100 steps"))
	}
	keys := map[string]bool{}
	for i, st := range in.Steps {
		at := fmt.Sprintf("steps.%d.", i)
		key := strings.TrimSpace(st.Key)
		bad.Add(length(at+"key", key, 1, 64, "环节编号", "The step's key"))
		bad.Add(length(at+"name", strings.TrimSpace(st.Name), 1, 200, "环节名称", "The step's name"))
		if keys[key] {
			bad.Add(fault.Bad(at+"key", "DUPLICATE_KEY", "环节编号重复:"+key, "Two steps have the key "+key))
		}
		if st.TimeLimitDays != nil && *st.TimeLimitDays < 0 {
			bad.Add(fault.Bad(at+"timeLimitDays", "OUT_OF_RANGE", "时限不得为负", "The time limit must not be negative"))
		}
		keys[key] = true
	}
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
			bad.Add(fault.Bad(at+"toKey", "BAD_EDGE", "流向重复或指向自身", "The edge stands twice or leads to its own step"))
		}
		bad.Add(length(at+"condition", e.Condition, 0, 500, "流转条件", "The condition"))
		seen[[2]string{from, to}] = true
	}
	return bad.Err()
}

// Processes lists processes: the current ones of a subtree, or every version of a power,
// the newest first.
func (s *Service) Processes(ctx context.Context, unitID, powerID *int64, page store.Page, with func(*ent.ProcessQuery)) (*store.Slice[*ent.Process], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadRegister); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).Process.Query()
	if err := org.Within(ctx, s.store, q, unitID, nil); err != nil {
		return nil, err
	}
	if powerID != nil {
		if _, err := s.store.Reader(ctx).Power.Get(ctx, *powerID); err != nil {
			return nil, store.OrMissing(err, "powerId", "职权", "power")
		}
		q.Where(process.PowerID(*powerID))
	} else {
		q.Where(process.Current(true))
	}
	return store.List(ctx, q, page, func(p *ent.Process) int64 { return p.ID },
		[]store.Key[*ent.Process]{store.Desc("revision", func(p *ent.Process) any { return p.Revision })}, with)
}

// currentStep finds a step by its key in the current process of a power.
func currentStep(ctx context.Context, tx *ent.Tx, powerID int64, key string) (*ent.ProcessStep, error) {
	return tx.ProcessStep.Query().
		Where(processstep.Key(key), processstep.HasProcessWith(process.PowerID(powerID), process.Current(true))).Only(ctx)
}
