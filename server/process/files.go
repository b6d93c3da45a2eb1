package process

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/post"
	"sineng/ent/process"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/ent/term/fold"
	"sineng/server/authz"
	"sineng/server/bpmn"
	"sineng/server/store"
)

// File is a process as a file.
type File struct {
	Name string
	Data []byte
}

// Export writes a version of a process as BPMN 2.0. Steps stand in the lanes of their posts.
func (s *Service) Export(ctx context.Context, id int64) (*File, error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadRegister); err != nil {
		return nil, err
	}
	client := s.store.Reader(ctx)
	p, err := withGraph(client.Process.Query().Where(process.ID(id)).WithPower()).Only(ctx)
	if err != nil {
		return nil, store.OrMissing(err, "id", "流程", "process")
	}
	power := p.Edges.Power
	g := GraphOf(p)
	posts, err := postsOf(ctx, client, g)
	if err != nil {
		return nil, err
	}
	e := bpmn.Export{Name: power.Name, PowerCode: power.Code, Graph: g, Posts: map[string]string{}}
	for _, st := range g.Steps {
		if st.PostID != nil && posts[*st.PostID] != nil {
			e.Posts[st.Key] = posts[*st.PostID].Name
		}
	}
	var out bytes.Buffer
	if err := bpmn.Write(&out, e); err != nil {
		return nil, err
	}
	return &File{Name: fmt.Sprintf("%s-%s-v%d.bpmn", power.Code, power.Name, p.Revision), Data: out.Bytes()}, nil
}

// MayImport refuses those who may not edit the process of a power.
func (s *Service) MayImport(ctx context.Context, powerID int64) error {
	_, err := s.editable(ctx, s.store.Reader(ctx), powerID)
	return err
}

// Read is what a BPMN file holds, with the posts that were found for its lanes.
type Read struct {
	*bpmn.Document
	// PostNames are the names of the posts of the steps by their ids.
	PostNames map[int64]string
}

// ReadFile reads a BPMN file for the process of a power. Nothing is stored: what the file holds is edited as a
// draft first. A lane that is called as a post of the power's unit, of a unit above or of one below it becomes
// that post; other lanes stay as they are written.
func (s *Service) ReadFile(ctx context.Context, powerID int64, file []byte, kind func(string) term.StepKind) (*Read, error) {
	client := s.store.Reader(ctx)
	p, err := s.editable(ctx, client, powerID)
	if err != nil {
		return nil, err
	}
	d, err := bpmn.Read(bytes.NewReader(file), bpmn.Options{Kind: kind})
	if err != nil {
		return nil, err
	}
	posts, err := postsAround(ctx, client, p)
	if err != nil {
		return nil, err
	}
	out := &Read{Document: d, PostNames: map[int64]string{}}
	for _, in := range d.Processes {
		for _, st := range in.Graph.Steps {
			if found := posts[fold.Key(calledPost(in, st.Key, st.Lane))]; found != nil {
				st.PostID, st.Lane, out.PostNames[found.ID] = &found.ID, "", found.Name
			} else if st.Lane == "" {
				st.Lane = in.Posts[st.Key]
			}
		}
	}
	return out, nil
}

// calledPost is the name of the post of a step as a file says it: what this program wrote, else the innermost lane.
func calledPost(in *bpmn.Process, key, lane string) string {
	if name := in.Posts[key]; name != "" {
		return name
	}
	return strings.TrimSpace(lane[strings.LastIndex(lane, "/")+1:])
}

// postsAround are the posts in a power's unit, above and below it that the viewer sees, by name; a name that two posts bear is
// that of the one in the power's own unit, or of none.
func postsAround(ctx context.Context, client *ent.Client, p *ent.Power) (map[string]*ent.Post, error) {
	at := p.Levels()
	q := client.Post.Query().Where(post.ClosedOnIsNil(), post.Or(post.UnitIDIn(at[:]...), below(at, p.UnitID))).Order(post.ByID())
	posts, err := q.All(ctx)
	if err != nil {
		return nil, err
	}
	out, twice := map[string]*ent.Post{}, map[string]bool{}
	for _, one := range posts {
		name := fold.Key(one.Name)
		switch before := out[name]; {
		case before == nil, one.UnitID == p.UnitID && before.UnitID != p.UnitID:
			out[name], twice[name] = one, false
		case before.UnitID != p.UnitID || one.UnitID == p.UnitID:
			twice[name] = true
		}
	}
	for name := range twice {
		if twice[name] {
			delete(out, name)
		}
	}
	return out, nil
}

// below is the condition of rows of a unit, which stands at a place, and of those below it.
func below(at authz.Levels, unit int64) func(*sql.Selector) {
	return sql.FieldEQ(rule.LevelColumn(slices.Index(at[:], unit)+1), unit)
}
