package app_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/app/apptest"
	"sineng/server/notice"
	"sineng/server/testkit"
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
	path, _, _ = strings.Cut(path, "?")
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

func TestEveryNoticeSaysSomethingInBothLanguagesAndLeadsToAPage(t *testing.T) {
	if leads(t, "/nowhere") || leads(t, "/forms/x/y") {
		t.Fatal("any address leads to a page")
	}
	registry := apptest.New(t, testkit.SQLite(t)).Kinds
	if missing := registry.Missing(); len(missing) > 0 {
		t.Errorf("nobody brings notices of the kinds %v", missing)
	}
	said := map[string]string{}
	for _, name := range term.NoticeKind("").Values() {
		kind := term.NoticeKind(name)
		n := &ent.Notice{Kind: kind, ObjectID: 12345, Words: map[string]string{"unit": "许可科", "form": "RISKS", "state": "DRAFT", "due": "2026-03-04",
			"days": "3", "on": "2026-03-05", "place": "三楼", "title": "例会", "job": "OPEN_CAMPAIGN", "jobState": "DONE", "grade": "B", "act": "GRANT_ROLE", "gainer": "李四", "until": "2026-03-06", "outcome": "DECLINED", "effect": "2026-03-07 09:00",
			"names": "张三", "to": "LEADING_GROUP", "tier": "LEADING_GROUP", "number": "预警〔2026〕17号", "colour": "RED", "what": "RISK_UNDEFENDED", "count": "2", "task": "EFFECT", "education": "STUDY", "giver": "王局", "role": "LEADING_GROUP", "ending": "ACCEPTED"}}
		reads(t, registry, n, said)
		if registry.Gathers(kind) { // as several of it read
			words := maps.Clone(n.Words)
			words["many"] = "3"
			reads(t, registry, &ent.Notice{Kind: kind, ObjectID: 12345, Words: words}, said)
			reads(t, registry, &ent.Notice{Kind: kind, Words: words}, nil)
		}
	}
}

// reads fails the test unless a notice says in both languages what no other says, and leads to a page.
func reads(t *testing.T, registry *notice.Registry, n *ent.Notice, said map[string]string) {
	t.Helper()
	if path := registry.Path(n); !leads(t, path) {
		t.Errorf("%s leads to %s, which is no page", n.Kind, path)
	}
	for _, lang := range []string{"zh", "en"} {
		title, text := registry.Title(n, lang), registry.Text(n, lang)
		if title == "" || text == "" || strings.ContainsAny(text, "{}—") || (lang == "zh") != regexp.MustCompile(`\p{Han}`).MatchString(title) {
			t.Errorf("%s reads %q: %q in %s", n.Kind, title, text, lang)
		}
		if many := n.Words["many"]; many != "" && !strings.Contains(text, many) {
			t.Errorf("%s does not say of how many it is: %q", n.Kind, text)
		}
		if said == nil {
			continue
		}
		if other, ok := said[text]; ok {
			t.Errorf("%s says the same as %s", n.Kind, other)
		}
		said[text] = string(n.Kind)
	}
}
