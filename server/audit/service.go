package audit

import (
	"cmp"
	"context"
	"encoding/base64"
	"time"

	"entgo.io/ent/dialect/sql"
	sumdb "golang.org/x/mod/sumdb/tlog"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/auditcheckpoint"
	"sineng/ent/auditentry"
	"sineng/ent/audittext"
	"sineng/ent/audittouch"
	"sineng/ent/auditwitness"
	"sineng/ent/person"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit/tlog"
	"sineng/server/authz"
	"sineng/server/store"
)

// Service reads the log for auditors and runs its workers.
type Service struct {
	store  *store.Store
	log    *tlog.Log
	health health
}

// NewService returns the service of a database's log.
func NewService(s *store.Store, l *tlog.Log) *Service { return &Service{store: s, log: l} }

// Filter narrows a list of entries.
type Filter struct {
	AccountID *int64
	ObjectID  *int64
	Actions   []term.AuditAction
	UnitID    *int64
	From, To  *time.Time
}

// Entries lists entries, the newest first.
func (s *Service) Entries(ctx context.Context, f Filter, page store.Page) (*store.Slice[*Record], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadLog); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).AuditEntry.Query()
	if f.AccountID != nil {
		q.Where(auditentry.AccountID(*f.AccountID))
	}
	if f.UnitID != nil {
		q.Where(auditentry.UnitID(*f.UnitID))
	}
	if len(f.Actions) > 0 {
		q.Where(auditentry.ActionIn(f.Actions...))
	}
	if err := s.within(ctx, q, f.From, f.To); err != nil {
		return nil, err
	}
	if f.ObjectID != nil {
		q.Where(func(sel *sql.Selector) {
			touches := sql.Dialect(sel.Dialect()).Select(audittouch.FieldEntryID).From(sql.Table(audittouch.Table)).
				Where(sql.EQ(audittouch.FieldObjectID, *f.ObjectID))
			sel.Where(sql.In(sel.C(auditentry.FieldID), touches))
		})
	}
	rows, err := store.List(ctx, q, page, func(e *ent.AuditEntry) int64 { return e.ID },
		[]store.Key[*ent.AuditEntry]{store.Desc(auditentry.FieldID, func(e *ent.AuditEntry) any { return e.ID })}, nil)
	if err != nil {
		return nil, err
	}
	out := &store.Slice[*Record]{Cursors: rows.Cursors, HasNext: rows.HasNext, HasPrevious: rows.HasPrevious, Count: rows.Count}
	out.Rows, err = s.records(ctx, rows.Rows)
	return out, err
}

// within limits entries to a time span that excludes its end.
func (s *Service) within(ctx context.Context, q *ent.AuditEntryQuery, from, to *time.Time) error {
	if from != nil {
		first, err := s.since(ctx, from.Add(-skew))
		if err != nil {
			return err
		}
		q.Where(auditentry.IDGTE(first), auditentry.AtGTE(from.UTC()))
	}
	if to != nil {
		end, err := s.since(ctx, to.Add(skew))
		if err != nil {
			return err
		}
		q.Where(auditentry.IDLT(end), auditentry.AtLT(to.UTC()))
	}
	return nil
}

// skew is by how much the times of entries may deviate from the order of the log: a
// transaction takes its time before it ends.
const skew = time.Hour

// since is the key of the first entry from a time on, found by binary search, since times grow
// with keys.
func (s *Service) since(ctx context.Context, at time.Time) (int64, error) {
	ctx = viewer.System(ctx)
	client := s.store.Reader(ctx)
	hi, err := tlog.Size(ctx, client)
	if err != nil {
		return 0, err
	}
	for lo := int64(0); lo < hi; {
		middle := lo + (hi-lo)/2
		e, err := client.AuditEntry.Query().Where(auditentry.IDGTE(tlog.EntryID(middle))).Order(auditentry.ByID()).Select(auditentry.FieldAt).First(ctx)
		if err != nil {
			return 0, err
		}
		if e.At.Before(at) {
			lo = middle + 1
		} else {
			hi = middle
		}
	}
	return tlog.EntryID(hi), nil
}

// ByID returns entries by their keys, as far as the viewer may see them.
func (s *Service) ByID(ctx context.Context, ids []int64) (map[int64]*Record, error) {
	if authz.CheckAnywhere(ctx, authz.ReadLog) != nil {
		return nil, nil
	}
	rows, err := s.store.Reader(ctx).AuditEntry.Query().Where(auditentry.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	records, err := s.records(ctx, rows)
	out := make(map[int64]*Record, len(records))
	for _, r := range records {
		out[r.ID] = r
	}
	return out, err
}

// records reads the texts of entries.
func (s *Service) records(ctx context.Context, rows []*ent.AuditEntry) ([]*Record, error) {
	ids := make([]int64, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	texts, err := s.store.Reader(ctx).AuditText.Query().Where(audittext.IDIn(ids...)).All(viewer.System(ctx))
	if err != nil {
		return nil, err
	}
	beside := make(map[int64]string, len(texts))
	for _, t := range texts {
		beside[t.ID] = t.Texts
	}
	out := make([]*Record, len(rows))
	for i, r := range rows {
		if out[i], err = recordOf(r, beside[r.ID]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Proof proves that an entry is in the log as last signed.
type Proof struct {
	Checkpoint *tlog.Checkpoint
	Hashes     []string // base64, from the leaf up
}

// Prove returns the proof for an entry, nil when it is not signed yet.
func (s *Service) Prove(ctx context.Context, index int64) (*Proof, error) {
	c, err := s.log.Latest()
	if err != nil || c == nil || c.Size <= index {
		return nil, err
	}
	hashes, err := sumdb.ProveRecord(c.Size, index, tlog.Reader(ctx, s.store.Client))
	if err != nil {
		return nil, err
	}
	p := &Proof{Checkpoint: c, Hashes: make([]string, len(hashes))}
	for i, h := range hashes {
		p.Hashes[i] = base64.StdEncoding.EncodeToString(h[:])
	}
	return p, nil
}

// Status is the state of the log.
type Status struct {
	Size, Waiting     int64
	Origin, PublicKey string
	// Every is the interval of checkpoints.
	Every      time.Duration
	Checkpoint *tlog.Checkpoint
	Witnesses  []*ent.AuditWitness
	// Forks are those of other logs that this server has seen as their witness, the newest first.
	Forks []*Fork
}

// Status returns the state of the log.
func (s *Service) Status(ctx context.Context) (*Status, error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadLog); err != nil {
		return nil, err
	}
	ctx = viewer.System(ctx)
	client := s.store.Client
	n, err := tlog.Size(ctx, client)
	if err != nil {
		return nil, err
	}
	waiting, err := client.AuditInbox.Query().Count(ctx)
	if err != nil {
		return nil, err
	}
	out := &Status{Size: n, Waiting: int64(waiting), Origin: s.log.Key().Origin(), PublicKey: s.log.Key().Public, Every: s.log.Every()}
	if out.Checkpoint, err = s.log.Latest(); err != nil {
		return nil, err
	}
	if c := out.Checkpoint; c != nil {
		row, err := client.AuditCheckpoint.Query().Where(auditcheckpoint.Size(c.Size)).Only(ctx)
		if err != nil && !ent.IsNotFound(err) {
			return nil, err
		}
		if row != nil {
			c.At = row.At
		}
	}
	if out.Witnesses, err = client.AuditWitness.Query().Order(auditwitness.ByName()).All(ctx); err != nil {
		return nil, err
	}
	out.Forks, err = Forks(ctx, s.store)
	return out, err
}

// ActorNames are the present names of actors: of the person or else of the account.
func (s *Service) ActorNames(ctx context.Context, actors []Actor) (map[Actor]string, error) {
	ctx = viewer.System(ctx)
	var people, accounts []int64
	for _, a := range actors {
		people, accounts = append(people, a.Person), append(accounts, a.Account)
	}
	persons, err := s.store.Client.Person.Query().Where(person.IDIn(people...)).All(ctx)
	if err != nil {
		return nil, err
	}
	logins, err := s.store.Client.Account.Query().Where(account.IDIn(accounts...)).All(ctx)
	if err != nil {
		return nil, err
	}
	byPerson, byAccount := map[int64]string{}, map[int64]string{}
	for _, p := range persons {
		byPerson[p.ID] = p.Name
	}
	for _, a := range logins {
		byAccount[a.ID] = a.LoginName
	}
	out := make(map[Actor]string, len(actors))
	for _, a := range actors {
		out[a] = cmp.Or(byPerson[a.Person], byAccount[a.Account])
	}
	return out, nil
}
