package sheet

import "strconv"

// span is a run of columns from 0, both ends included.
type span struct{ from, to int }

// hiddenSpan parses the present tag <col> if it hides columns.
func hiddenSpan(s *scanner) (span, bool) {
	from, err1 := strconv.Atoi(s.attr("min"))
	to, err2 := strconv.Atoi(s.attr("max"))
	if err1 != nil || err2 != nil || from < 1 || to < from || to > lastColumn {
		return span{}, false
	}
	return span{from - 1, to - 1}, truth(s.attr("hidden")) || none(s.attr("width"))
}

// none reports whether a width or height is 0, by which rows and columns are hidden as well.
func none(size string) bool {
	v, err := strconv.ParseFloat(size, 64)
	return err == nil && v == 0
}

// hiddenColumns returns the columns with content that are hidden, in order.
func (r *sheetReader) hiddenColumns() []int {
	hidden := make([]bool, r.width)
	for _, s := range r.hidden {
		for column := s.from; column <= min(s.to, r.width-1); column++ {
			hidden[column] = true
		}
	}
	var out []int
	for column, is := range hidden {
		if is {
			out = append(out, column)
		}
	}
	return out
}
