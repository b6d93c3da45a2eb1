package rulebook

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"entgo.io/ent/dialect"

	"sineng/ent"
	"sineng/ent/rulesdocument"
	"sineng/ent/rulesedition"
	"sineng/ent/term"
	"sineng/ent/term/fold"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/timer"
)

// right is what registering documents and issuing editions of them needs: it asks others to look again at what they answer for.
const right = authz.EditRegister

// Register registers a document of a unit with its first edition.
type Register struct {
	UnitID  int64
	Title   string
	Kind    term.RulesKind
	Edition *EditionDetails
}

// Correct corrects what a document is called, or its kind.
type Correct struct {
	DocumentID      int64
	ExpectedVersion int
	Title           string
	Kind            term.RulesKind
}

// Issue issues the next edition of a document.
type Issue struct {
	DocumentID      int64
	ExpectedVersion int
	Edition         *EditionDetails
}

// CorrectEdition corrects an edition that is yet to come into force.
type CorrectEdition struct {
	EditionID       int64
	ExpectedVersion int // of the document
	Edition         *EditionDetails
}

// WithdrawEdition withdraws an edition that is yet to come into force.
type WithdrawEdition struct {
	EditionID       int64
	ExpectedVersion int // of the document
	Reason          string
}

func titled(title string) (string, *fault.Error) {
	title = strings.Join(strings.Fields(title), " ")
	switch n := utf8.RuneCountInString(title); {
	case n == 0:
		return "", fault.Bad("title", "MISSING", "请填写文件名称", "Give the title of the document")
	case n > mostTitle:
		return "", fault.Bad("title", "TOO_LONG", fmt.Sprintf("不能超过 %d 个字符", mostTitle), fmt.Sprintf("At most %d characters", mostTitle))
	}
	return title, nil
}

// free refuses a title that another document of the unit has.
func free(ctx context.Context, tx *ent.Tx, unit, except int64, title string) error {
	there, err := tx.RulesDocument.Query().Where(rulesdocument.UnitID(unit), rulesdocument.Or(rulesdocument.Title(title), rulesdocument.TitleFolded(fold.Text(title))), rulesdocument.IDNEQ(except)).
		First(everywhere(ctx))
	if ent.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return taken(title, there.Title)
}

func taken(title, there string) error {
	return fault.Taken("TITLE_TAKEN", "title", "本单位已登记同名的制度文件", "This unit has a document of this title already", title, there)
}

// Register registers a document with its first edition, which may have been in force for long.
func (s *Service) Register(ctx context.Context, in Register) (*ent.RulesDocument, error) {
	title, wrong := titled(in.Title)
	if wrong != nil {
		return nil, wrong
	}
	if err := in.Edition.check(true, s.store.Today()); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionRegisterRules, Right: right}, func(ctx context.Context, tx *ent.Tx) (*ent.RulesDocument, error) {
		u, err := org.Hold(ctx, s.store, tx, in.UnitID, right, "unitId")
		if err != nil {
			return nil, err
		}
		if err := free(ctx, tx, u.ID, 0, title); err != nil {
			return nil, err
		}
		now := s.store.Now()
		d, err := tx.RulesDocument.Create().SetCreatedAt(now).SetUpdatedAt(now).SetUnitID(u.ID).SetLevels(u.Levels()).SetTitle(title).SetKind(in.Kind).
			SetNumbers(in.Edition.Number).SetInForceFrom(in.Edition.From).Save(everywhere(ctx))
		if err != nil {
			return nil, org.Taken(err, taken(title, ""))
		}
		_, err = s.add(ctx, tx, d.ID, 1, in.Edition)
		return d, err
	})
}

// add writes an edition.
func (s *Service) add(ctx context.Context, tx *ent.Tx, document int64, revision int, d *EditionDetails) (*ent.RulesEdition, error) {
	v := viewer.FromContext(ctx)
	create := tx.RulesEdition.Create().SetDocumentID(document).SetRevision(revision).SetAt(s.store.Now()).SetNillableAccountID(v.Account()).SetActorName(v.Name)
	d.write(create.Mutation())
	return create.Save(everywhere(ctx))
}

func (d *EditionDetails) write(m *ent.RulesEditionMutation) {
	m.SetNumber(d.Number)
	m.SetIssuedBy(d.IssuedBy)
	if m.ClearIssuedOn(); d.IssuedOn != nil {
		m.SetIssuedOn(*d.IssuedOn)
	}
	m.SetFromDay(d.From)
	m.SetChanges(d.Changes)
	m.SetLink(d.Link)
	m.SetText(d.Text)
	m.SetReviewDays(d.ReviewWithinDays)
}

// held is a document that somebody changes, with its editions. Its row is held until the end, so that changes come one after the other.
func (s *Service) held(ctx context.Context, tx *ent.Tx, id int64, expected int, field string) (*ent.RulesDocument, []*ent.RulesEdition, error) {
	d, err := s.locked(ctx, tx, id, field)
	if err != nil {
		return nil, nil, err
	}
	if v := viewer.FromContext(ctx); !authz.May(v, right, d.Levels()) { // it may be seen from below
		return nil, nil, fault.New(fault.Forbidden, "NOT_YOUR_DOCUMENT", field, "该文件由其所属单位维护,您没有相应权限", "This document is kept by its own unit, where you do not hold the right")
	}
	if _, err := org.HoldToEnd(ctx, s.store, tx, d.UnitID, right, field); err != nil {
		return nil, nil, err
	}
	if d.Version != expected {
		return nil, nil, fault.Stale()
	}
	editions, err := tx.RulesEdition.Query().Where(rulesedition.DocumentID(id)).Order(rulesedition.ByRevision()).All(everywhere(ctx))
	return d, editions, err
}

// locked is a document that the viewer sees, held until the transaction ends.
func (s *Service) locked(ctx context.Context, tx *ent.Tx, id int64, field string) (*ent.RulesDocument, error) {
	q := tx.RulesDocument.Query().Where(rulesdocument.ID(id))
	if s.store.Dialect() == dialect.MySQL {
		q.ForUpdate()
	}
	d, err := q.Only(ctx)
	if err != nil {
		return nil, store.OrMissing(err, field, "制度文件", "rules document")
	}
	return d, nil
}

// save changes a document; nothing but its version where change does nothing.
func (s *Service) save(ctx context.Context, tx *ent.Tx, d *ent.RulesDocument, change func(*ent.RulesDocumentMutation)) (*ent.RulesDocument, error) {
	u := tx.RulesDocument.UpdateOne(d).Where(rulesdocument.Version(d.Version)).AddVersion(1).SetUpdatedAt(s.store.Now())
	change(u.Mutation())
	out, err := u.Save(everywhere(ctx))
	return out, org.Stale(err)
}

// summed writes into a document what follows from its editions.
func summed(m *ent.RulesDocumentMutation, editions []*ent.RulesEdition) {
	m.SetNumbers(numbersOf(editions))
	if m.ClearInForceFrom(); first(editions) != nil {
		m.SetInForceFrom(*first(editions))
	}
}

// Correct corrects the title or the kind of a document.
func (s *Service) Correct(ctx context.Context, in Correct) (*ent.RulesDocument, error) {
	title, wrong := titled(in.Title)
	if wrong != nil {
		return nil, wrong
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionCorrectRules, Right: right}, func(ctx context.Context, tx *ent.Tx) (*ent.RulesDocument, error) {
		d, _, err := s.held(ctx, tx, in.DocumentID, in.ExpectedVersion, "documentId")
		if err != nil {
			return nil, err
		}
		if d.Title == title && d.Kind == in.Kind {
			return nil, fault.Bad("title", "UNCHANGED", "与现有登记完全相同,无须更正", "It is registered like this already")
		}
		if err := free(ctx, tx, d.UnitID, d.ID, title); err != nil {
			return nil, err
		}
		out, err := s.save(ctx, tx, d, func(m *ent.RulesDocumentMutation) {
			m.SetTitle(title)
			m.SetKind(in.Kind)
		})
		return out, org.Taken(err, taken(title, ""))
	})
}

// Issue issues the next edition of a document. On the day on which it comes into force, or at once where that has passed, what stands on the
// document is asked to be looked at.
func (s *Service) Issue(ctx context.Context, in Issue) (*ent.RulesDocument, error) {
	if err := in.Edition.check(false, s.store.Today()); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionIssueRulesEdition, Right: right}, func(ctx context.Context, tx *ent.Tx) (*ent.RulesDocument, error) {
		d, editions, err := s.held(ctx, tx, in.DocumentID, in.ExpectedVersion, "documentId")
		if err != nil {
			return nil, err
		}
		revision := len(editions) + 1
		switch wrong := fits(editions, d.RepealedFrom, revision, in.Edition.From); {
		case StateOn(d, s.store.Today()) == StateRepealed:
			return nil, repealed("documentId")
		case revision > mostEditions:
			return nil, fault.Bad("documentId", "TOO_MANY", fmt.Sprintf("一个文件最多登记 %d 个版本", mostEditions), fmt.Sprintf("A document has at most %d editions", mostEditions))
		case wrong != nil:
			return nil, wrong
		}
		e, err := s.add(ctx, tx, d.ID, revision, in.Edition)
		if err != nil {
			return nil, err
		}
		if err := timer.Set(ctx, tx, dueForce, e.ID, store.StartOf(e.FromDay)); err != nil {
			return nil, err
		}
		return s.save(ctx, tx, d, func(m *ent.RulesDocumentMutation) { summed(m, append(editions, e)) })
	})
}

// heldEdition is an edition yet to come into force that somebody changes, with its document and all its editions.
func (s *Service) heldEdition(ctx context.Context, tx *ent.Tx, id int64, expected int) (*ent.RulesEdition, *ent.RulesDocument, []*ent.RulesEdition, error) {
	const field = "editionId"
	missing := fault.MissingAt(field, "制度文件版本", "edition")
	e, err := tx.RulesEdition.Get(everywhere(ctx), id)
	if ent.IsNotFound(err) {
		return nil, nil, nil, missing
	}
	if err != nil {
		return nil, nil, nil, err
	}
	d, editions, err := s.held(ctx, tx, e.DocumentID, expected, field)
	if fault.Is(err, fault.NotFound) {
		return nil, nil, nil, missing
	}
	if err != nil {
		return nil, nil, nil, err
	}
	for _, e := range editions {
		switch {
		case e.ID != id:
		case e.WithdrawnAt != nil:
			return nil, nil, nil, fault.New(fault.InvalidTransition, "EDITION_WITHDRAWN", field, "该版本已撤回", "This edition was withdrawn")
		case !coming(e, s.store.Today()):
			return nil, nil, nil, fault.New(fault.InvalidTransition, "EDITION_IN_FORCE", field, "该版本已施行,不能再更正或撤回;如有变动,请发布新版本",
				"This edition has come into force and is not rewritten: issue another one")
		default:
			return e, d, editions, nil
		}
	}
	return nil, nil, nil, missing
}

// CorrectEdition corrects an edition that is yet to come into force.
func (s *Service) CorrectEdition(ctx context.Context, in CorrectEdition) (*ent.RulesDocument, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionCorrectRulesEdition, Right: right}, func(ctx context.Context, tx *ent.Tx) (*ent.RulesDocument, error) {
		e, d, editions, err := s.heldEdition(ctx, tx, in.EditionID, in.ExpectedVersion)
		if err != nil {
			return nil, err
		}
		if err := in.Edition.check(!changes(editions, e), s.store.Today()); err != nil {
			return nil, err
		}
		if wrong := fits(editions, d.RepealedFrom, e.Revision, in.Edition.From); wrong != nil {
			return nil, wrong
		}
		u := tx.RulesEdition.UpdateOne(e)
		in.Edition.write(u.Mutation())
		saved, err := u.Save(everywhere(ctx))
		if err != nil {
			return nil, err
		}
		if e.Revision > 1 {
			if err := timer.Set(ctx, tx, dueForce, e.ID, store.StartOf(saved.FromDay)); err != nil {
				return nil, err
			}
		}
		return s.save(ctx, tx, d, func(m *ent.RulesDocumentMutation) { summed(m, replaced(editions, saved)) })
	})
}

// WithdrawEdition withdraws an edition that is yet to come into force; it stays in the list of editions.
func (s *Service) WithdrawEdition(ctx context.Context, in WithdrawEdition) (*ent.RulesDocument, error) {
	reason, wrong := reasoned(in.Reason)
	if wrong != nil {
		return nil, wrong
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionWithdrawRulesEdition, Right: right, Reason: reason}, func(ctx context.Context, tx *ent.Tx) (*ent.RulesDocument, error) {
		e, d, editions, err := s.heldEdition(ctx, tx, in.EditionID, in.ExpectedVersion)
		if err != nil {
			return nil, err
		}
		saved, err := tx.RulesEdition.UpdateOne(e).SetWithdrawnAt(s.store.Now()).SetWithdrawnReason(reason).Save(everywhere(ctx))
		if err != nil {
			return nil, err
		}
		if err := timer.Cancel(ctx, tx, dueForce, e.ID); err != nil {
			return nil, err
		}
		return s.save(ctx, tx, d, func(m *ent.RulesDocumentMutation) { summed(m, replaced(editions, saved)) })
	})
}

// replaced are editions with one of them as it is now.
func replaced(editions []*ent.RulesEdition, now *ent.RulesEdition) []*ent.RulesEdition {
	out := make([]*ent.RulesEdition, len(editions))
	for i, e := range editions {
		if out[i] = e; e.ID == now.ID {
			out[i] = now
		}
	}
	return out
}
