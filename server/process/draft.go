package process

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"sineng/ent"
	"sineng/ent/post"
	"sineng/ent/processdraft"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/flow"
	"sineng/server/org"
	"sineng/server/store"
)

// Bounds of a draft. Within them everything typed is kept, valid or not.
const (
	mostDraftSteps = 2 * flow.MostSteps
	mostDraftEdges = 1000
	draftBytes     = 1 << 20
)

// Draft is the process of a power as it is being edited: what was saved of it last, or the version in
// force where nothing was.
type Draft struct {
	Power *ent.Power
	// BaseRevision is the version that is edited, 0 for none. CurrentRevision is the one in force; where it
	// is newer, somebody else published meanwhile.
	BaseRevision, CurrentRevision int
	// Version grows with every save; 0 where nothing was saved.
	Version int
	SavedAt *time.Time
	// SavedBy is the account that saved it last; nil where nothing was saved, or the program did.
	SavedBy     *int64
	Explanation string
	Steps       []*DraftStep
	Edges       []*Edge
	// Findings say what is wrong with it, Changes what becomes of the steps of the version in force.
	Findings []flow.Finding
	Changes  []StepChange
	current  *ent.Process
	graph    flow.Graph
}

// Graph is the draft as a plain graph.
func (d *Draft) Graph() flow.Graph { return d.graph.Trimmed() }

// DraftStep is a step as it is being edited.
type DraftStep struct {
	*Step
	// Post is the post that it names; nil for none, or one that the viewer does not see.
	Post *ent.Post
}

// SaveDraft is the input of Service.SaveDraft.
type SaveDraft struct {
	PowerID int64
	// ExpectedVersion is the version of the draft that was edited, 0 where there was none.
	ExpectedVersion int
	// BaseRevision is the version of the process that was edited, 0 for none.
	BaseRevision int
	Explanation  string
	Steps        []*Step
	Edges        []*Edge
}

// Draft returns the process of a power as it is being edited, to whoever may edit it.
func (s *Service) Draft(ctx context.Context, powerID int64) (*Draft, error) {
	client := s.store.Reader(ctx)
	p, err := s.editable(ctx, client, powerID)
	if err != nil {
		return nil, err
	}
	saved, err := s.savedDraft(ctx, client, powerID)
	if err != nil {
		return nil, err
	}
	return s.show(ctx, client, p, saved)
}

// SaveDraft keeps what was edited, valid or not. It refuses only what is older than what somebody else
// saved, and what exceeds the bounds.
func (s *Service) SaveDraft(ctx context.Context, in SaveDraft) (*Draft, error) {
	if len(in.Steps) > mostDraftSteps || len(in.Edges) > mostDraftEdges {
		return nil, tooLarge()
	}
	content, err := json.Marshal(flow.Graph{Steps: in.Steps, Edges: in.Edges, Explanation: in.Explanation})
	if err != nil {
		return nil, err
	}
	if len(content) > draftBytes {
		return nil, tooLarge()
	}
	return s.withDraft(ctx, in.PowerID, in.ExpectedVersion, func(ctx context.Context, tx *ent.Tx, saved *ent.ProcessDraft) error {
		if err := checkPosts(ctx, tx, in.Steps); err != nil {
			return err
		}
		if saved != nil {
			update := tx.ProcessDraft.UpdateOne(saved).Where(processdraft.Version(in.ExpectedVersion)).AddVersion(1).SetBaseRevision(in.BaseRevision).
				SetContent(string(content)).ClearSavedBy().SetNillableSavedBy(accountOf(ctx)).SetUpdatedAt(s.store.Now())
			return org.Stale(update.Exec(viewer.System(ctx)))
		}
		now := s.store.Now()
		err := tx.ProcessDraft.Create().SetPowerID(in.PowerID).SetBaseRevision(in.BaseRevision).SetContent(string(content)).
			SetNillableSavedBy(accountOf(ctx)).SetCreatedAt(now).SetUpdatedAt(now).Exec(viewer.System(ctx))
		if ent.IsConstraintError(err) {
			return fault.Stale() // somebody else began it at the same time
		}
		return err
	})
}

// DiscardDraft drops what was edited; the version in force stays.
func (s *Service) DiscardDraft(ctx context.Context, powerID int64, expectedVersion int) (*Draft, error) {
	return s.withDraft(ctx, powerID, expectedVersion, drop)
}

// withDraft changes the draft of a power and returns what stands afterwards.
func (s *Service) withDraft(ctx context.Context, powerID int64, expectedVersion int, change func(context.Context, *ent.Tx, *ent.ProcessDraft) error) (*Draft, error) {
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*Draft, error) {
		p, err := s.editable(ctx, tx.Client(), powerID)
		if err != nil {
			return nil, err
		}
		saved, err := s.expectedDraft(ctx, tx.Client(), powerID, expectedVersion)
		if err != nil {
			return nil, err
		}
		if err := change(ctx, tx, saved); err != nil {
			return nil, err
		}
		if saved, err = s.savedDraft(ctx, tx.Client(), powerID); err != nil {
			return nil, err
		}
		return s.show(ctx, tx.Client(), p, saved)
	})
}

func drop(ctx context.Context, tx *ent.Tx, saved *ent.ProcessDraft) error {
	if saved == nil {
		return nil
	}
	return tx.ProcessDraft.DeleteOne(saved).Exec(viewer.System(ctx))
}

// expectedDraft is the saved draft where it is the version that a client knows.
func (s *Service) expectedDraft(ctx context.Context, client *ent.Client, powerID int64, version int) (*ent.ProcessDraft, error) {
	saved, err := s.savedDraft(ctx, client, powerID)
	if err != nil {
		return nil, err
	}
	known := 0
	if saved != nil {
		known = saved.Version
	}
	if known != version {
		return nil, fault.Stale()
	}
	return saved, nil
}

// savedDraft is what was saved of a power's process, nil for nothing.
func (s *Service) savedDraft(ctx context.Context, client *ent.Client, powerID int64) (*ent.ProcessDraft, error) {
	row, err := client.ProcessDraft.Query().Where(processdraft.PowerID(powerID)).Only(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return nil, nil
	}
	if err == nil && !s.store.Genuine(row) {
		return nil, fault.New(fault.Conflict, "DRAFT_FORGED", "powerId", "该流程的草稿在数据库中被改动,不是由系统保存的,不能继续使用;请管理员运行 sineng verify 查明",
			"The draft of the process was changed in the database and is not what was saved; it cannot be used: the administrator finds out by sineng verify")
	}
	return row, err
}

// editable is a power whose process the viewer may edit.
func (s *Service) editable(ctx context.Context, client *ent.Client, powerID int64) (*ent.Power, error) {
	p, err := client.Power.Get(ctx, powerID)
	if err != nil {
		return nil, store.OrMissing(err, "powerId", "职权", "power")
	}
	return p, authz.Check(ctx, authz.EditRegister, p.Levels())
}

// show works out what there is to say of a draft.
func (s *Service) show(ctx context.Context, client *ent.Client, p *ent.Power, saved *ent.ProcessDraft) (*Draft, error) {
	current, err := currentOf(ctx, client.Process, p.ID)
	if err != nil {
		return nil, err
	}
	d := &Draft{Power: p, BaseRevision: revisionOf(current), CurrentRevision: revisionOf(current), current: current, graph: graphOrNone(current)}
	if saved != nil {
		d.BaseRevision, d.Version, d.SavedAt, d.SavedBy = saved.BaseRevision, saved.Version, &saved.UpdatedAt, saved.SavedBy
		d.graph = flow.Graph{}
		if err := json.Unmarshal([]byte(saved.Content), &d.graph); err != nil {
			return nil, fmt.Errorf("reading the draft of a process: %w", err)
		}
	}
	posts, err := postsOf(ctx, client, d.graph)
	if err != nil {
		return nil, err
	}
	d.Explanation, d.Edges = d.graph.Explanation, d.graph.Edges
	for _, st := range d.graph.Steps {
		row := &DraftStep{Step: st}
		if st.PostID != nil {
			row.Post = posts[*st.PostID]
		}
		d.Steps = append(d.Steps, row)
	}
	d.Findings = d.graph.Trimmed().Findings()
	d.Changes, err = changes(ctx, client, current, d.graph)
	return d, err
}

func graphOrNone(p *ent.Process) flow.Graph {
	if p == nil {
		return flow.Graph{}
	}
	return GraphOf(p)
}

// postsOf are the posts that a graph names and the viewer sees.
func postsOf(ctx context.Context, client *ent.Client, g flow.Graph) (map[int64]*ent.Post, error) {
	var ids []int64
	for _, st := range g.Steps {
		if st.PostID != nil {
			ids = append(ids, *st.PostID)
		}
	}
	out := map[int64]*ent.Post{}
	if len(ids) == 0 {
		return out, nil
	}
	posts, err := client.Post.Query().Where(post.IDIn(ids...)).All(ctx)
	for _, p := range posts {
		out[p.ID] = p
	}
	return out, err
}

// accountOf is the account that acts, nil for the program.
func accountOf(ctx context.Context) *int64 {
	if v := viewer.FromContext(ctx); v.AccountID != 0 {
		return &v.AccountID
	}
	return nil
}

func tooLarge() error {
	return fault.Bad("steps", "DRAFT_TOO_LARGE", "流程草稿过大:最多 200 个环节、1000 条流向",
		"The draft is too large: it has at most 200 steps and 1,000 ways")
}
