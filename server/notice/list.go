package notice

import (
	"context"
	"encoding/binary"
	"hash/fnv"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/notice"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/store"
)

// mostMarked is how many notices are named at a time to be marked as read.
const mostMarked = 100

// View is a notice as its account reads it.
type View struct {
	ID          int64
	Kind        term.NoticeKind
	Title, Text string
	// Path is where the page shows what it is about, a list where it stands for several; nil
	// where the reader may not see that any more, or it is nothing that has a page.
	Path   *string
	At     time.Time
	ReadAt *time.Time
}

// Notices lists the viewer's notices, the newest first, in a language ("zh" or "en").
func (s *Service) Notices(ctx context.Context, lang string, unreadOnly bool, page store.Page) (*store.Slice[*View], error) {
	q := s.store.Reader(ctx).Notice.Query().Where(notice.AccountID(viewer.FromContext(ctx).AccountID))
	if unreadOnly {
		q.Where(notice.ReadAtIsNil())
	}
	rows, err := store.List(viewer.System(ctx), q, page, func(n *ent.Notice) int64 { return n.ID },
		[]store.Key[*ent.Notice]{store.Desc(notice.FieldAt, func(n *ent.Notice) any { return n.At })}, nil)
	if err != nil {
		return nil, err
	}
	rows.Keep(func(n *ent.Notice) bool { return s.store.Genuine(n) })
	seen, err := s.visible(ctx, rows.Rows)
	if err != nil {
		return nil, err
	}
	count := rows.Count
	out := &store.Slice[*View]{Cursors: rows.Cursors, HasNext: rows.HasNext, HasPrevious: rows.HasPrevious,
		Count: func(ctx context.Context) (int, error) { return count(viewer.System(ctx)) }}
	for _, n := range rows.Rows {
		out.Rows = append(out.Rows, s.viewOf(n, lang, seen[n.ObjectID]))
	}
	return out, nil
}

func (s *Service) viewOf(n *ent.Notice, lang string, seen bool) *View {
	v := &View{ID: n.ID, Kind: n.Kind, Title: s.registry.Title(n, lang), Text: s.registry.Text(n, lang), At: n.At, ReadAt: n.ReadAt}
	if path := s.registry.Path(n); seen && n.ObjectID != 0 || s.registry.anywhere(n) {
		v.Path = &path
	}
	return v
}

// visible are the objects of notices that the viewer sees at this moment.
func (s *Service) visible(ctx context.Context, notices []*ent.Notice) (map[int64]bool, error) {
	ids := make([]int64, len(notices))
	for i, n := range notices {
		ids[i] = n.ObjectID
	}
	return s.Visible(ctx, ids)
}

// Visible are those of the ids whose rows the viewer sees at this moment, of the tables that notices are
// about.
func (s *Service) Visible(ctx context.Context, ids []int64) (map[int64]bool, error) {
	byTable := map[string][]int64{}
	for _, id := range ids {
		table := store.TableOf(id)
		byTable[table] = append(byTable[table], id)
	}
	out := map[int64]bool{}
	for _, source := range s.registry.sources {
		for table, among := range source.Seen {
			if len(byTable[table]) == 0 {
				continue
			}
			seen, err := among(ctx, byTable[table])
			if err != nil {
				return nil, err
			}
			for _, id := range seen {
				out[id] = true
			}
		}
	}
	return out, nil
}

// Unread counts the viewer's notices that were not read yet.
func (s *Service) Unread(ctx context.Context) (int, error) {
	return s.store.Reader(ctx).Notice.Query().Where(notice.AccountID(viewer.FromContext(ctx).AccountID), notice.ReadAtIsNil()).Count(viewer.System(ctx))
}

// newestUnread is how many unread notices State tells apart.
const newestUnread = 100

// State says what of the viewer's notices is unread: how many, and a hash of the newest of them that
// changes with each that comes or is read.
func (s *Service) State(ctx context.Context) (unread int, newest uint64, err error) {
	ids, err := s.store.Reader(ctx).Notice.Query().Where(notice.AccountID(viewer.FromContext(ctx).AccountID), notice.ReadAtIsNil()).
		Order(ent.Desc(notice.FieldAt, notice.FieldID)).Limit(newestUnread + 1).IDs(viewer.System(ctx))
	if err != nil {
		return 0, 0, err
	}
	h := fnv.New64a()
	for _, id := range ids {
		_ = binary.Write(h, binary.BigEndian, id)
	}
	if unread = len(ids); unread > newestUnread {
		unread, err = s.Unread(ctx)
	}
	_ = binary.Write(h, binary.BigEndian, int64(unread))
	return unread, h.Sum64(), err
}

// MarkRead marks the viewer's notices with these ids as read, or all up to now where none are
// given, and returns how many are left. Being read is a mark of use that the log leaves out.
func (s *Service) MarkRead(ctx context.Context, ids []int64) (int, error) {
	if len(ids) > mostMarked {
		return 0, fault.Bad("ids", "TOO_MANY_IDS", "一次最多标记 100 条通知", "At most 100 notices at a time")
	}
	now, mine := s.store.Now(), notice.AccountID(viewer.FromContext(ctx).AccountID)
	which := notice.AtLTE(now)
	if len(ids) > 0 {
		slices.Sort(ids)
		ids = slices.Compact(ids)
		which = notice.IDIn(ids...)
		known, err := s.store.Reader(ctx).Notice.Query().Where(mine, which).Count(viewer.System(ctx))
		if err != nil {
			return 0, err
		}
		if known != len(ids) {
			return 0, fault.MissingAt("ids", "通知", "notice")
		}
	}
	if err := s.store.Reader(ctx).Notice.Update().Where(mine, which, notice.ReadAtIsNil()).SetReadAt(now).Exec(viewer.System(ctx)); err != nil {
		return 0, err
	}
	if s.options.Read != nil {
		s.options.Read(viewer.FromContext(ctx).AccountID)
	}
	return s.Unread(ctx)
}
