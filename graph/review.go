package graph

import (
	"context"

	"sineng/ent"
	"sineng/graph/model"
	"sineng/server/fault"
)

// calledAs is the name of a person who was loaded with the row, or else of one whom the viewer
// may see.
func calledAs(ctx context.Context, loaded *ent.Person, id int64) (string, error) {
	if loaded == nil {
		var err error
		if loaded, err = personOf(ctx, &id); err != nil || loaded == nil {
			return "", err
		}
	}
	return loaded.Name, nil
}

// refusals converts faults to data, for calls in which some of many items may be refused.
func refusals(refused []*fault.Error, lang string) []*model.FormRefusal {
	out := make([]*model.FormRefusal, len(refused))
	for i, e := range refused {
		out[i] = &model.FormRefusal{Code: e.Code, Reason: e.Reason, Message: e.Message(lang)}
	}
	return out
}
