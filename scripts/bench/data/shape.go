// Package data makes the registers that are measured: the same rows for every run and every
// database, written through the schema that the program has made.
package data

import (
	"fmt"
	"strings"

	"sineng/server/org"
)

// Version changes when the rows do: kept registers of another version are made anew.
const Version = "1"

// Size is how large a register is. The tree is system, provinces, cities, counties, sections,
// departments; the numbers below a level are the same everywhere.
type Size struct {
	Name             string
	Cities, Counties int // in a province, in a city
	RiskPoints       int
	provinces        int
}

// Sizes are the registers that can be made, by name.
var Sizes = map[string]Size{
	"xs": {Name: "xs", Cities: 1, Counties: 1, RiskPoints: 5_000, provinces: 43},
	"s":  {Name: "s", Cities: 2, Counties: 2, RiskPoints: 50_000, provinces: 43},
	"l":  {Name: "l", Cities: 10, Counties: 9, RiskPoints: 1_000_000, provinces: 43},
}

// Departments directly below a province, a city, a county and a section of a county.
const (
	provinceDepartments = 10
	cityDepartments     = 7
	countyDepartments   = 6
	sectionDepartments  = 2
)

// Levels are the ids of the units above a row, 0 below its unit.
type Levels [6]int64

// unit is a node of the tree with the rows that hang on it.
type unit struct {
	id, parent int64
	code, name string
	bureau     bool
	level      int
	path       Levels
	sort       int
	children   int
	// posts are its posts, people those on its payroll: of a bureau the principal leader and two
	// in charge, of a department the head and three more.
	posts, people []int64
	names         []string
	// leader is the person in charge of a department, head who leads it.
	leader int64
	nth    int // among all departments
	powers []power
}

type power struct {
	id    int64
	kind  string
	steps []int64
}

// tree is the tree of a size, parents before children, ids from a first one on.
func (s Size) tree(first int64) []*unit {
	var all []*unit
	departments := 0
	add := func(parent *unit, bureau bool, code, name string) *unit {
		u := &unit{id: first + int64(len(all)), code: code, name: name, bureau: bureau, level: 1, sort: 1}
		if parent != nil {
			parent.children++
			u.parent, u.level, u.path, u.sort = parent.id, parent.level+1, parent.path, parent.children
			u.name, u.code = parent.name+name, parent.code+"-"+code
			if !bureau {
				u.name = name
			}
		}
		u.path[u.level-1] = u.id
		if !bureau {
			u.nth = departments
			departments++
		}
		all = append(all, u)
		return u
	}
	below := func(parent *unit, n int) {
		for i := range n {
			add(parent, false, fmt.Sprintf("D%02d", i+1), departmentNames[i%len(departmentNames)])
		}
	}
	root := add(nil, true, "QG", "全国市场监督管理系统")
	for p := range s.provinces {
		name := string(provinceRunes[p%len(provinceRunes)]) + string(provinceRunes[(p*7+11)%len(provinceRunes)])
		province := add(root, true, fmt.Sprintf("P%02d", p+1), "")
		province.name = name + "省市场监督管理局"
		below(province, provinceDepartments)
		for c := range s.Cities {
			city := add(province, true, fmt.Sprintf("C%02d", c+1), "")
			city.name = name + "省" + string(provinceRunes[(p+c*3+5)%len(provinceRunes)]) + "州市市场监督管理局"
			below(city, cityDepartments)
			for k := range s.Counties {
				county := add(city, true, fmt.Sprintf("X%02d", k+1), "")
				county.name = strings.TrimSuffix(city.name, "市场监督管理局") + string(provinceRunes[(p+c+k*5+2)%len(provinceRunes)]) + "县市场监督管理局"
				below(county, countyDepartments)
				section := add(county, true, "S01", "")
				section.name = strings.TrimSuffix(county.name, "市场监督管理局") + "综合行政执法大队"
				below(section, sectionDepartments)
			}
		}
	}
	return all
}

// departments are the units that hold risk points.
func departments(all []*unit) []*unit {
	var out []*unit
	for _, u := range all {
		if !u.bureau {
			out = append(out, u)
		}
	}
	return out
}

// risksOf is how many risk points the nth of several departments has.
func (s Size) risksOf(nth, departments int) int {
	return s.RiskPoints*(nth+1)/departments - s.RiskPoints*nth/departments
}

// initials are kept for the names that repeat: most do.
var initialsOf = map[string]string{}

func initials(name string) string {
	known, ok := initialsOf[name]
	if !ok {
		known = org.Initials(name)
		initialsOf[name] = known
	}
	return known
}

// dice is a number that looks like chance and is always the same for the same keys.
func dice(keys ...int64) uint64 {
	x := uint64(0x9e3779b97f4a7c15)
	for _, k := range keys {
		x ^= uint64(k)
		x ^= x >> 30
		x *= 0xbf58476d1ce4e5b9
		x ^= x >> 27
		x *= 0x94d049bb133111eb
		x ^= x >> 31
	}
	return x
}

// pick chooses one of several by a number.
func pick[T any](of []T, by uint64) T { return of[by%uint64(len(of))] }
