package todo_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// routes are the addresses of the page, as it declares them.
func routes(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../../frontend/src/features/*/routes.tsx")
	if err != nil || len(files) == 0 {
		t.Fatalf("no routes of the page, %v", err)
	}
	var out []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range regexp.MustCompile(`path: '([^']+)'`).FindAllStringSubmatch(string(text), -1) {
			out = append(out, found[1])
		}
	}
	return out
}

// leads tells whether an address is one of the page's.
func leads(t *testing.T, path string) bool {
	parts := strings.Split(path, "/")
	return slices.ContainsFunc(routes(t), func(route string) bool {
		of := strings.Split(route, "/")
		if len(of) != len(parts) {
			return false
		}
		for i := range of {
			if of[i] != parts[i] && (!strings.HasPrefix(of[i], ":") || parts[i] == "") {
				return false
			}
		}
		return true
	})
}
