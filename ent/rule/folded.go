package rule

import "sineng/ent/term/fold"

// FoldedColumn is a column that holds what another one folds to.
type FoldedColumn struct {
	Table string
	// Of is the column as typed, Into the folded one.
	Of, Into string
	// How folds.
	How func(string) string
	// Born tells that the column came with its table, so that no rows were stored before codes were folded.
	Born bool
}

// FoldedLength is the most characters of a folded text: some characters fold to several.
const FoldedLength = 400

// FoldedColumns are all folded columns. The data model declares them with the columns that they
// are unique within.
var FoldedColumns = []FoldedColumn{
	{"units", "code", "code_folded", fold.Code, false},
	{"powers", "code", "code_folded", fold.Code, false},
	{"persons", "staff_number", "staff_number_folded", fold.Code, false},
	{"accounts", "login_name", "login_name_folded", fold.Code, false},
	{"posts", "name", "name_folded", fold.Text, false},
	{"rules_documents", "title", "title_folded", fold.Text, true},
	{"proceedings", "number", "number_folded", fold.Code, true},
}

// Fold folds a text as its column is.
func (f FoldedColumn) Fold(s string) string { return Folded(s, FoldedLength, f.How) }
