package notify_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/notify"
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

// senses are the words by which a notice of a kind is meant otherwise.
var senses = map[term.NoticeKind][]string{
	term.NoticeKindFormChanged: {"BACK"}, term.NoticeKindFormFiled: {"REFUSED"}, term.NoticeKindMeetingCalled: {"CANCELLED", "DISMISSED"},
	term.NoticeKindGradeToConcur: {"REFUSED"}, term.NoticeKindGradeFiled: {"DECIDED"},
}

func TestEveryNoticeSaysSomethingInBothLanguagesAndLeadsToAPage(t *testing.T) {
	if leads(t, "/nowhere") || leads(t, "/forms/x/y") {
		t.Fatal("any address leads to a page")
	}
	said := map[string]string{}
	for _, name := range term.NoticeKind("").Values() {
		kind := term.NoticeKind(name)
		for _, as := range append([]string{""}, senses[kind]...) {
			n := &ent.Notice{Kind: kind, ObjectID: 12345, Words: map[string]string{"unit": "许可科", "form": "RISKS", "state": "DRAFT", "due": "2026-03-04",
				"days": "3", "on": "2026-03-05", "place": "三楼", "title": "例会", "job": "OPEN_CAMPAIGN", "jobState": "DONE", "grade": "B", "as": as}}
			if path := notify.Path(n); !leads(t, path) {
				t.Errorf("%s %s leads to %s, which is no page", kind, as, path)
			}
			for _, lang := range []string{"zh", "en"} {
				title, text := notify.Title(n, lang), notify.Text(n, lang)
				if title == "" || text == "" || strings.ContainsAny(text, "{}—") || (lang == "zh") != regexp.MustCompile(`\p{Han}`).MatchString(title) {
					t.Errorf("%s %s reads %q: %q in %s", kind, as, title, text, lang)
				}
				if other, ok := said[text]; ok {
					t.Errorf("%s %s says the same as %s", kind, as, other)
				}
				said[text] = name + " " + as
			}
		}
	}
}
