package graph

import (
	"context"
	"errors"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"sineng/server/fault"
	"sineng/server/fault/answer"
)

// Presenter turns errors into entries of `errors`: those for people as they are, in the
// language asked for, and everything else as a generic text whose request id finds the
// cause in the log.
type Presenter struct{ answer.Presenter }

// Bounds of an error, so that a hostile query cannot cause a long answer. The number of errors
// in an answer is limited where it is assembled.
const (
	mostRunes     = 300
	mostLocations = 3
)

// Present implements graphql.ErrorPresenterFunc.
func (p Presenter) Present(ctx context.Context, err error) *gqlerror.Error {
	entries := p.entries(ctx, err)
	entries = entries[:min(len(entries), answer.MostAtOnce)]
	for _, e := range entries {
		e.Message = short(e.Message)
		e.Locations = e.Locations[:min(len(e.Locations), mostLocations)]
	}
	for _, extra := range entries[1:] {
		graphql.AddError(ctx, extra)
	}
	return entries[0]
}

func (p Presenter) entries(ctx context.Context, err error) []*gqlerror.Error {
	var entry *gqlerror.Error
	if errors.As(err, &entry) {
		if _, presented := entry.Extensions["code"].(fault.Code); presented {
			return []*gqlerror.Error{entry}
		}
		if own := p.ownWords(ctx, err, entry); own != nil {
			return []*gqlerror.Error{own}
		}
	}
	path := graphql.GetPath(ctx)
	known := p.Faults(ctx, err, "path", path.String())
	out := make([]*gqlerror.Error, len(known))
	for i, e := range known {
		out[i] = p.entry(ctx, e)
		out[i].Path = path
	}
	return out
}

// ownWords presents the errors of the parser, the validator and the executor on a query and
// its values; nil where they only pass on an error.
func (p Presenter) ownWords(ctx context.Context, err error, entry *gqlerror.Error) *gqlerror.Error {
	switch {
	case entry.Unwrap() != nil || len(fault.All(err)) > 0:
		return nil
	case len(entry.Path) == 0:
		out := p.entry(ctx, fault.Bad("", "BAD_QUERY", "GraphQL 请求有误:"+entry.Message, entry.Message))
		out.Locations = entry.Locations
		return out
	case entry.Rule == "":
		// A variable or an argument is malformed.
		out := p.entry(ctx, fault.Bad("", "BAD_INPUT", "输入有误:"+entry.Message, entry.Message))
		out.Path = entry.Path
		return out
	}
	return nil
}

func (p Presenter) entry(ctx context.Context, e *fault.Error) *gqlerror.Error {
	shown := p.Entry(ctx, e)
	return &gqlerror.Error{Message: shown.Message, Extensions: shown.Extensions}
}

// short cuts a message to mostRunes.
func short(s string) string {
	n := 0
	for i := range s {
		if n++; n == mostRunes {
			if rest := s[i:]; utf8.RuneCountInString(rest) > 1 {
				return s[:i] + "…"
			}
		}
	}
	return s
}
