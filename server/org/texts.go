package org

import (
	"sineng/ent"
	"sineng/ent/person"
	"sineng/ent/post"
	"sineng/ent/unit"
	"sineng/server/search"
)

var (
	// UnitTexts are what units are found by: name, beginning of the code, pinyin.
	UnitTexts = search.Source{Type: ent.TypeUnit, Table: unit.Table, Staged: true,
		Columns: []search.Column{{Name: unit.FieldName}, {Name: unit.FieldCode, How: search.Start}, {Name: unit.FieldInitials}}}
	// PersonTexts are what people are found by: name, beginning of the staff number, pinyin.
	PersonTexts = search.Source{Type: ent.TypePerson, Table: person.Table, Staged: true,
		Columns: []search.Column{{Name: person.FieldName}, {Name: person.FieldStaffNumber, How: search.Start}, {Name: person.FieldInitials}}}
	postTexts = search.Source{Type: ent.TypePost, Table: post.Table, Staged: true, Columns: []search.Column{{Name: post.FieldName}}}
)

// Texts are the texts of the organisation that are found.
func (s *Service) Texts() []search.Source { return []search.Source{UnitTexts, PersonTexts, postTexts} }
