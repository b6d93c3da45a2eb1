package account

import (
	"context"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/person"
	"sineng/ent/predicate"
	"sineng/server/search"
)

// What accounts are found by: their login name, or the name of their person.
var (
	loginNames  = search.Source{Type: ent.TypeAccount, Table: account.Table, Columns: []search.Column{{Name: account.FieldLoginName}}}
	personNames = search.Source{Type: ent.TypePerson, Table: person.Table, Staged: true, Columns: []search.Column{{Name: person.FieldName}}}
)

// Texts are the texts of accounts that are found. The names of people are brought by package org.
func (s *Service) Texts() []search.Source { return []search.Source{loginNames} }

// containing narrows accounts to those whose login name or person contains a text.
func (s *Service) containing(ctx context.Context, q *ent.AccountQuery, text string) error {
	if text == "" {
		return nil
	}
	logins, few, err := search.Few(ctx, s.store, loginNames, normalLogin(text))
	if err != nil {
		return err
	}
	people, fewPeople, err := search.Few(ctx, s.store, personNames, text)
	if err != nil {
		return err
	}
	byLogin, byPerson := predicate.Account(search.Keys(account.FieldID, logins)), predicate.Account(search.Keys(account.FieldPersonID, people))
	if !few {
		byLogin = predicate.Account(search.Containing(loginNames, normalLogin(text)))
	}
	if !fewPeople {
		byPerson = account.HasPersonWith(predicate.Person(search.Containing(personNames, text)))
	}
	q.Where(account.Or(byLogin, byPerson))
	return nil
}
