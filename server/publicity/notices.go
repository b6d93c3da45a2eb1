// Package publicity shows the public part of a form during its publicity
// window 公示, receives feedback from the public, and passes it to the
// inspector. Authors are never recorded: no address, no browser, no time of
// day.
package publicity

import (
	"context"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/formsnapshot"
	"sineng/ent/predicate"
	"sineng/ent/publicnotice"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/form"
	"sineng/server/office"
	"sineng/server/search"
	"sineng/server/store"
)

// Service manages notices and feedback.
type Service struct{ store *store.Store }

// New makes the service.
func New(s *store.Store) *Service { return &Service{store: s} }

// ReasonEnded is the reason of the error for a notice whose window has ended.
const ReasonEnded = "PUBLICITY_ENDED"

// Notice is a form as shown to the public.
type Notice struct {
	Slug string
	// From and To are the first and the last day of the window.
	From, To time.Time
	// Content is the public part of the form.
	Content *form.Content
	// Hash is the SHA-256 of the whole form when it was published, in
	// hexadecimal.
	Hash string
}

// Entry is a notice in the list.
type Entry struct {
	Slug     string
	Form     form.Layout
	Unit     string
	Year     int
	From, To time.Time
}

// unitNames are what notices are found by. Package org brings the names of units to the index.
var unitNames = search.Source{Type: ent.TypeUnit, Table: unit.Table, Staged: true, Columns: []search.Column{{Name: unit.FieldName}}}

// Open lists the notices whose window is open today, newest first, of units
// whose name contains the text. It needs no sign-in.
func (s *Service) Open(ctx context.Context, text string, page store.Page) (*store.Slice[Entry], error) {
	ctx, today := viewer.System(ctx), s.store.Today()
	q := s.store.Reader(ctx).PublicNotice.Query().Where(publicnotice.EndedAtIsNil(), publicnotice.ToDayNotNil(), office.InForce(today))
	if text = strings.TrimSpace(text); text != "" {
		units, few, err := search.Few(ctx, s.store, unitNames, text)
		if err != nil {
			return nil, err
		}
		if few {
			q.Where(predicate.PublicNotice(search.Keys(publicnotice.FieldUnitID, units)))
		} else {
			q.Where(publicnotice.HasUnitWith(predicate.Unit(search.Containing(unitNames, text))))
		}
	}
	rows, err := store.List(ctx, q, page, func(n *ent.PublicNotice) int64 { return n.ID },
		[]store.Key[*ent.PublicNotice]{store.Desc("from_day", func(n *ent.PublicNotice) any { return n.FromDay })}, func(q *ent.PublicNoticeQuery) {
			q.WithUnit().WithForm(func(q *ent.FormQuery) { q.WithCampaign() })
		})
	if err != nil {
		return nil, err
	}
	out := &store.Slice[Entry]{Cursors: rows.Cursors, HasNext: rows.HasNext, HasPrevious: rows.HasPrevious, Count: rows.Count}
	for _, n := range rows.Rows {
		f := n.Edges.Form
		out.Rows = append(out.Rows, Entry{Slug: n.Slug, Form: form.LayoutOf(f.Kind), Unit: n.Edges.Unit.Name, Year: f.Edges.Campaign.Year,
			From: n.FromDay, To: *n.ToDay})
	}
	return out, nil
}

// Notice returns the notice at an address while its window is open: NOT_FOUND
// when there is none or it has not begun, PUBLICITY_ENDED afterwards.
func (s *Service) Notice(ctx context.Context, slug string) (*Notice, error) {
	ctx = viewer.System(ctx)
	n, err := s.open(ctx, s.store.Reader(ctx), slug)
	if err != nil {
		return nil, err
	}
	hash := n.Hash
	if hash == "" {
		submission, err := n.QuerySubmission().Only(ctx)
		if err != nil {
			return nil, err
		}
		hash = submission.Hash
	}
	snapshot, err := s.store.Reader(ctx).FormSnapshot.Query().Where(formsnapshot.FormID(n.FormID), formsnapshot.Hash(hash)).Only(ctx)
	if err != nil {
		return nil, err
	}
	whole, err := form.Decode([]byte(snapshot.Content))
	if err != nil {
		return nil, err
	}
	campaign, err := n.QueryForm().QueryCampaign().Only(ctx)
	if err != nil {
		return nil, err
	}
	content := form.Public(whole, campaign.PublicNames)
	if content == nil {
		return nil, noNotice()
	}
	return &Notice{Slug: n.Slug, From: n.FromDay, To: *n.ToDay, Content: content, Hash: hash}, nil
}

// open finds a notice whose window is open today.
func (s *Service) open(ctx context.Context, client *ent.Client, slug string) (*ent.PublicNotice, error) {
	n, err := client.PublicNotice.Query().Where(publicnotice.Slug(slug)).Only(ctx)
	today := s.store.Today()
	switch {
	case ent.IsNotFound(err):
		return nil, noNotice()
	case err != nil:
		return nil, err
	case n.EndedAt != nil, n.ToDay == nil, n.ToDay.Before(today):
		return nil, fault.New(fault.InvalidTransition, ReasonEnded, "", "公示已结束", "The publicity has ended")
	case n.FromDay.After(today):
		return nil, noNotice()
	}
	return n, nil
}

// Path returns the path of a notice on the server.
func Path(slug string) string { return "/public/" + slug }

func noNotice() error { return fault.Missing("公示", "public notice") }
