package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"sineng/scripts/bench/load"
)

// check asks every server of one size the same and demands the same answers, also after risk points
// were recorded in every database: what is fast and wrong is not measured.
func check(sides []*side, size string) error {
	var same []*side
	for _, s := range sides {
		if s.size == size {
			same = append(same, s)
		}
	}
	// A build by tags may be one that counts nothing, see measure_bare.
	counting := slices.DeleteFunc(slices.Clone(same), func(s *side) bool { return s.name == "tagged" })
	if err := errors.Join(compare(counting, "Q1"), compare(same, "Q2", "Q3")); err != nil {
		return err
	}
	// Servers that share a database take turns.
	for round := range 2 {
		for i, s := range same {
			shared := 0
			for k, other := range same {
				if other.base == s.base && k < i {
					shared++
				}
			}
			if last := i == len(same)-1 || same[i+1].base != s.base; round == 0 && shared > 0 || round == 1 && !last {
				continue
			}
			if _, err := s.answer("M1", 1+round); err != nil {
				return err
			}
		}
	}
	return errors.Join(compare(counting, "Q1"), compare(same, "Q2"))
}

// compare demands that all servers answer questions alike.
func compare(sides []*side, questions ...string) error {
	for _, query := range questions {
		many := 40
		if query == "Q1" {
			many = 1
		}
		for n := range many {
			var first any
			for i, s := range sides {
				answer, err := s.answer(query, n)
				if err != nil {
					return err
				}
				if i == 0 {
					first = answer
				} else if where := differ("", first, answer); where != "" {
					return fmt.Errorf("%s: %s and %s answer differently: %s", query, sides[0].name, s.name, where)
				}
			}
		}
	}
	return nil
}

// answer is the data of the nth request.
func (s *side) answer(query string, n int) (any, error) {
	c, err := load.Dial(s.process.address)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	body, err := c.Ask(s.requests[query](n))
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w\n%s", s.name, query, err, s.process.log)
	}
	return dataOf(body)
}

// dataOf is what an answer holds under data. Words that an older version has for the same are
// written as today.
func dataOf(body []byte) (any, error) {
	var a struct{ Data any }
	err := json.Unmarshal([]byte(strings.ReplaceAll(string(body), "UNDEFENDED_A", "UNCONTROLLED_A")), &a)
	if err == nil && a.Data == nil {
		err = fmt.Errorf("no data in %s", body)
	}
	return a.Data, err
}

// differ names the first place where two values are not the same, empty where they are.
func differ(at string, a, b any) string {
	switch x := a.(type) {
	case map[string]any:
		y, ok := b.(map[string]any)
		if !ok || len(x) != len(y) {
			break
		}
		for k := range x {
			if _, there := y[k]; !there {
				return fmt.Sprintf("at %s.%s: one has none", at, k)
			}
			if d := differ(at+"."+k, x[k], y[k]); d != "" {
				return d
			}
		}
		return ""
	case []any:
		y, ok := b.([]any)
		if !ok || len(x) != len(y) {
			break
		}
		for i := range x {
			if d := differ(fmt.Sprintf("%s[%d]", at, i), x[i], y[i]); d != "" {
				return d
			}
		}
		return ""
	}
	if reflect.DeepEqual(a, b) {
		return ""
	}
	return fmt.Sprintf("at %s: %s and %s", at, shorten(a), shorten(b))
}

func shorten(v any) string {
	text, _ := json.Marshal(v)
	return string(text[:min(len(text), 200)])
}
