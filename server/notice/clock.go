package notice

import (
	"context"

	"sineng/ent"
	"sineng/ent/logcursor"
	"sineng/ent/viewer"
)

// dayCursor is the day, counted from 1970, whose notices were made last.
const dayCursor = "notice days"

// Daily makes the notices of the day that no entry of the log says, such as deadlines.
func (s *Service) Daily(ctx context.Context) error {
	ctx = viewer.System(ctx)
	day := s.store.Today().Unix() / 86400
	done, err := s.cursor(ctx, dayCursor)
	if err != nil || done >= day {
		return err
	}
	for _, source := range s.registry.sources {
		if source.Daily == nil {
			continue
		}
		if err := source.Daily(ctx, s.Write); err != nil {
			return err
		}
	}
	return s.moveCursor(ctx, dayCursor, day)
}

// cursor is where a cursor stands, 0 where there is none yet.
func (s *Service) cursor(ctx context.Context, name string) (int64, error) {
	c, err := s.store.Client.LogCursor.Query().Where(logcursor.Name(name)).Only(ctx)
	if ent.IsNotFound(err) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return c.Next, nil
}

func (s *Service) moveCursor(ctx context.Context, name string, to int64) error {
	return s.store.Client.LogCursor.Create().SetName(name).SetNext(to).OnConflictColumns(logcursor.FieldName).UpdateNext().Exec(ctx)
}
