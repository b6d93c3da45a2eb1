package meeting

import (
	"sineng/ent"
	entmeeting "sineng/ent/meeting"
	"sineng/server/search"
)

// titles are what meetings are found by.
var titles = search.Source{Type: ent.TypeMeeting, Table: entmeeting.Table, Columns: []search.Column{{Name: entmeeting.FieldTitle}}}

// Texts are the texts of meetings that are found.
func (s *Service) Texts() []search.Source { return []search.Source{titles} }
