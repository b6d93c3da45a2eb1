package live

import (
	"cmp"
	"context"
	"encoding/binary"
	"encoding/json"
	"hash/fnv"
	"slices"

	"sineng/server/audit"
	"sineng/server/notice"
	"sineng/server/store"
	"sineng/server/todo"
)

// mostNotices is how many of the unread notices an event tells.
const mostNotices = 5

// read reads what waits for a subscriber, by the services that answer queries, and gives what is to be
// told of it; nil where nothing is.
func (s *Service) read(ctx context.Context, sub *subscriber, w waiting) (*Event, error) {
	e := &Event{At: s.store.Now(), Anew: w.anew, Changed: []*Change{}}
	at := sub.told
	at.place = w.upTo
	var err error
	if sub.ask.Notices && (w.notices || w.anew) {
		if err = s.readNotices(ctx, sub, &at, e); err != nil {
			return nil, err
		}
	}
	sections := sub.toDo
	if sub.ask.ToDo {
		if sections, err = s.readToDo(ctx, sub, w, &at, e); err != nil {
			return nil, err
		}
	}
	if !w.anew { // whoever reads all anew need not be told what
		if err = s.readChanges(ctx, w, e); err != nil {
			return nil, err
		}
	}
	if e.empty() && at.index-sub.told.index < tellEvery {
		sub.toDo = sections // nobody was told, so that the position stays
		return nil, nil
	}
	if len(e.ToDo) > 0 { // as of a query, it is withheld where the log can't tell whose records it shows
		if err = audit.LogReads(ctx, s.store); err != nil {
			return nil, err
		}
	}
	s.mu.Lock()
	sub.told = at
	s.mu.Unlock()
	sub.toDo, e.ID = sections, at.String()
	return e, nil
}

// readNotices reads how many notices are unread, and the newest of them, where these are others than
// were told.
func (s *Service) readNotices(ctx context.Context, sub *subscriber, at *position, e *Event) error {
	unread, newest, err := s.notices.State(ctx)
	if err != nil || newest == at.notices && !e.Anew {
		return err
	}
	slice, err := s.notices.Notices(ctx, sub.ask.Language, true, store.Page{First: mostNotices})
	if err != nil {
		return err
	}
	at.notices, e.UnreadNotices, e.Notices = newest, &unread, append([]*notice.View{}, slice.Rows...)
	return nil
}

// readToDo reads the sections of the to-do that may have changed, and returns all as they are now, by hash.
func (s *Service) readToDo(ctx context.Context, sub *subscriber, w waiting, at *position, e *Event) (map[todo.Kind]uint64, error) {
	if !w.anew && !w.everything && len(w.entities) == 0 {
		return sub.toDo, nil
	}
	var found []*todo.Section
	var err error
	asked := todo.Kinds
	if w.anew || w.everything {
		found, err = s.toDo.ToDo(ctx)
	} else {
		asked, found, err = s.toDo.Of(ctx, w.entities)
	}
	if err != nil {
		return nil, err
	}
	now := map[todo.Kind]uint64{}
	for kind, known := range sub.toDo {
		if !slices.Contains(asked, kind) {
			now[kind] = known
		}
	}
	// The first look after a position knows of the state before only whether it is the same.
	fresh := len(sub.toDo) == 0
	for _, section := range found {
		hash, err := hashOf(section, sub.ask.Language)
		if err != nil {
			return nil, err
		}
		now[section.Kind] = hash
		if known, there := sub.toDo[section.Kind]; !there || known != hash || e.Anew {
			e.ToDo = append(e.ToDo, section)
		}
	}
	for _, kind := range todo.Kinds {
		if _, was := sub.toDo[kind]; was || fresh && !e.Anew {
			if _, is := now[kind]; !is {
				e.ToDo = append(e.ToDo, &todo.Section{Kind: kind})
			}
		}
	}
	slices.SortFunc(e.ToDo, func(a, b *todo.Section) int {
		return cmp.Compare(slices.Index(todo.Kinds, a.Kind), slices.Index(todo.Kinds, b.Kind))
	})
	whole := fnv.New64a()
	for _, kind := range todo.Kinds {
		if hash, is := now[kind]; is {
			_, _ = whole.Write([]byte(kind))
			_ = binary.Write(whole, binary.BigEndian, hash)
		}
	}
	state := whole.Sum64()
	if fresh && !e.Anew && state == at.toDo {
		e.ToDo = nil
	}
	at.toDo = state
	return now, nil
}

// hashOf is a hash of a section as its reader sees it.
func hashOf(section *todo.Section, lang string) (uint64, error) {
	shown := []any{section.Kind, section.Count, section.More}
	for _, i := range section.Items {
		title := i.Title
		if i.TitleIn != nil {
			title = i.TitleIn(lang)
		}
		shown = append(shown, i.ID, i.Path, title, i.Unit, i.Person, i.FormKind, i.FormState, i.ActKind, i.DueOn)
	}
	text, err := json.Marshal(shown)
	h := fnv.New64a()
	_, _ = h.Write(text)
	return h.Sum64(), err
}

// readChanges reads which of the changed things the viewer sees.
func (s *Service) readChanges(ctx context.Context, w waiting, e *Event) error {
	var ids []int64
	for _, kind := range Kinds {
		ids = append(ids, w.ids[kind]...)
	}
	if len(ids) == 0 && len(w.more) == 0 {
		return nil
	}
	seen, err := s.notices.Visible(ctx, ids)
	if err != nil {
		return err
	}
	for _, kind := range Kinds {
		c := &Change{Kind: kind, IDs: []int64{}, More: w.more[kind]}
		for _, id := range w.ids[kind] {
			if seen[id] {
				c.IDs = append(c.IDs, id)
			}
		}
		if len(c.IDs) > 0 || c.More {
			e.Changed = append(e.Changed, c)
		}
	}
	return nil
}
