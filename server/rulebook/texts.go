package rulebook

import (
	"sineng/ent"
	"sineng/ent/rulesdocument"
	"sineng/server/search"
)

// titles are what documents are found by: their titles, and the numbers of their editions.
var titles = search.Source{Type: ent.TypeRulesDocument, Table: rulesdocument.Table, Columns: []search.Column{{Name: rulesdocument.FieldTitle}, {Name: rulesdocument.FieldNumbers}}}

// Texts are the texts of documents that are found.
func (s *Service) Texts() []search.Source { return []search.Source{titles} }
