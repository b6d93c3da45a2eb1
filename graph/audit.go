package graph

import (
	"context"

	"sineng/ent"
	"sineng/graph/model"
	"sineng/server/audit"
	"sineng/server/audit/verify"
)

// known is a value of the log, null where it is empty.
func known[T comparable](v T) *T {
	var none T
	if v == none {
		return nil
	}
	return &v
}

// unitOf is a unit by its id; null for 0 and for a hidden one.
func unitOf(ctx context.Context, id int64) (*ent.Unit, error) {
	if id == 0 {
		return nil, nil
	}
	return batchOf(ctx).units.of(ctx, id)
}

// subjects are the people of an entry that the viewer may see.
func (r *Resolver) subjects(ctx context.Context, e *audit.Record) ([]*ent.Person, error) {
	out := []*ent.Person{}
	if len(e.Entry.Subjects) == 0 {
		return out, nil
	}
	people, err := batchOf(ctx).people.LoadAll(ctx, e.Entry.Subjects)
	for _, p := range people {
		if p != nil {
			out = append(out, p)
		}
	}
	return out, err
}

func (r *Resolver) proof(ctx context.Context, e *audit.Record) (*model.InclusionProof, error) {
	p, err := r.Audit.Prove(ctx, e.Index())
	if err != nil || p == nil {
		return nil, err
	}
	return &model.InclusionProof{TreeSize: int(p.Checkpoint.Size), Hashes: p.Hashes, RootHash: p.Checkpoint.RootHash(), Checkpoint: p.Checkpoint.Note}, nil
}

// verification converts a verification, in the language of the request.
func (r *Resolver) verification(ctx context.Context, v *verify.Verification) *model.Verification {
	out := &model.Verification{StartedAt: v.StartedAt, EndedAt: v.EndedAt, Entries: int(v.Entries),
		Findings: []*model.VerificationFinding{}, Accepted: []*model.VerificationFinding{}}
	if v.Failed {
		message := "The verification ended with an error; see the server's log"
		if r.Language(ctx) == "zh" {
			message = "校验出错,请查看服务器日志"
		}
		out.Failure = &message
	}
	if v.Report == nil {
		return out
	}
	out.Rows, out.Checkpoints, out.Total = int(v.Report.Rows), int(v.Report.Checkpoints), v.Report.Total
	out.Findings, out.Accepted = r.findings(ctx, v.Report.Findings), r.findings(ctx, v.Report.Accepted)
	return out
}

func (r *Resolver) findings(ctx context.Context, all []verify.Finding) []*model.VerificationFinding {
	out := make([]*model.VerificationFinding, len(all))
	for i, f := range all {
		out[i] = &model.VerificationFinding{Reason: f.Reason, Object: f.Object, Message: f.In(r.Language(ctx))}
		if f.Entry >= 0 {
			entry := int(f.Entry)
			out[i].Entry = &entry
		}
	}
	return out
}
