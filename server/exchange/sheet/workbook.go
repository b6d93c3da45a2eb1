package sheet

import (
	"path"
	"strings"
)

// relation is a link from one part to another.
type relation struct {
	id     string
	kind   string // last segment of the type's URI, e.g. worksheet
	target string // name of the part
}

// relations returns the links of a part, "" for those of the package.
func (p *parts) relations(part string) ([]relation, error) {
	dir, file := path.Split(part)
	var out []relation
	err := p.each(dir+"_rels/"+file+".rels", func(s *scanner) error {
		return s.all(func() error {
			if !s.Opens || s.Tag != "Relationship" || s.attr("TargetMode") == "External" {
				return nil
			}
			if len(out) == maxParts {
				return bomb()
			}
			target := s.attr("Target")
			if !strings.HasPrefix(target, "/") {
				target = dir + target
			}
			out = append(out, relation{id: s.attr("Id"), kind: path.Base(s.attr("Type")),
				target: strings.TrimPrefix(path.Clean("/"+target), "/")})
			return nil
		})
	})
	return out, err
}

// workbook is the list of sheets.
type workbook struct {
	date1904 bool // days count from 1904, as on old Macs
	results  trust
	sheets   []sheetEntry
}

// trust is which stored results of formulas are believed. Libraries that work out no formula leave
// 0 with the request to work out all when the file is opened, or what stood in the cell before,
// which may be the number of a shared text.
type trust struct {
	zeros  bool // the number 0
	digits bool // a text of digits alone
}

// libraryCalculation is the version of the calculation in files that the Go library made, in which
// no spreadsheet program has calculated yet.
const libraryCalculation = "122211"

type sheetEntry struct {
	name     string
	relation string
	hidden   bool
}

func (p *parts) workbook(part string) (wb workbook, err error) {
	wb.results = trust{zeros: true, digits: true}
	err = p.each(part, func(s *scanner) error {
		return s.all(func() error {
			switch {
			case s.Opens && s.Tag == "workbookPr":
				wb.date1904 = truth(s.attr("date1904"))
			case s.Opens && s.Tag == "calcPr":
				wb.results = trust{zeros: !truth(s.attr("fullCalcOnLoad")), digits: s.attr("calcId") != libraryCalculation}
			case s.Opens && s.Tag == "sheet":
				if len(wb.sheets) == maxParts {
					return bomb()
				}
				e := sheetEntry{name: s.attr("name"), hidden: strings.Contains(strings.ToLower(s.attr("state")), "hidden")}
				for _, a := range s.Attr { // r:id, beside sheetId
					if a.Name.Local == "id" {
						e.relation = a.Value
					}
				}
				wb.sheets = append(wb.sheets, e)
			}
			return nil
		})
	})
	return wb, err
}

func truth(s string) bool { return s == "1" || s == "true" }
