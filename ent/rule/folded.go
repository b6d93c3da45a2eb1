package rule

import "sineng/ent/term/fold"

// FoldedColumn is a column that holds what another one folds to.
type FoldedColumn struct {
	Table string
	// Of is the column as typed, Into the folded one.
	Of, Into string
	// How folds.
	How func(string) string
}

// FoldedLength is the most characters of a folded text: some characters fold to several.
const FoldedLength = 400

// FoldedColumns are all folded columns. The data model declares them with the columns that they
// are unique within.
var FoldedColumns = []FoldedColumn{
	{"units", "code", "code_folded", fold.Code},
	{"powers", "code", "code_folded", fold.Code},
	{"persons", "staff_number", "staff_number_folded", fold.Code},
	{"accounts", "login_name", "login_name_folded", fold.Code},
	{"posts", "name", "name_folded", fold.Text},
}

// Fold folds a text as its column is.
func (f FoldedColumn) Fold(s string) string { return Folded(s, FoldedLength, f.How) }
