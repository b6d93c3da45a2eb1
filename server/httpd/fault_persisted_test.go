package httpd_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"

	"sineng/frontend"
	"sineng/server/app/apptest"
	"sineng/server/httpd"
	"sineng/server/testkit"
)

func hashOf(text string) string {
	digest := sha256.Sum256([]byte(text))
	return hex.EncodeToString(digest[:])
}

// named sends a hash, with the text unless that is empty.
func (c *client) named(hash, text string, v vars) answer {
	c.t.Helper()
	p := map[string]any{"variables": v, "extensions": vars{"persistedQuery": vars{"version": 1, "sha256Hash": hash}}}
	if text != "" {
		p["query"] = text
	}
	return c.send(p)
}

// unknown reports whether an answer requests the whole document, in the form
// that clients know.
func (a answer) unknown() bool {
	return len(a.Errors) == 1 && a.Errors[0].Message == "PersistedQueryNotFound" && a.code() == "PERSISTED_QUERY_NOT_FOUND"
}

func TestFault18PersistedQueryPoisoningAndFlood(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	documents := testkit.Must(frontend.Documents())(t)
	server := serve(t, db, func(o *httpd.Options) { o.Documents = documents })
	c, stranger := signIn(t, db, server, "east", w.East.People[0]), newClient(t, server)

	const harmless, other = "{viewer{account{id}}}", "{units(first:1){nodes{id}}}"
	if a := c.named(hashOf(harmless), "", nil); !a.unknown() {
		t.Fatalf("an unknown hash was answered %s", a.raw)
	}
	if a := c.named(hashOf(harmless), other, nil); a.reason() != "HASH_MISMATCH" {
		t.Errorf("another text under a hash was answered %s", a.raw)
	}
	if a := c.named(hashOf(harmless), "", nil); !a.unknown() {
		t.Errorf("the hash was poisoned: %s", a.raw)
	}
	if a := stranger.named(hashOf(harmless), harmless, nil); len(a.Errors) > 0 {
		t.Errorf("the signed-out may send the document itself: %s", a.raw)
	}
	if a := stranger.named(hashOf(harmless), "", nil); !a.unknown() {
		t.Errorf("the signed-out registered a document: %s", a.raw)
	}
	if a := c.named(hashOf(harmless), harmless, nil); len(a.Errors) > 0 {
		t.Fatal(a.raw)
	}
	for _, who := range []*client{c, stranger} {
		if a := who.named(hashOf(harmless), "", nil); len(a.Errors) > 0 {
			t.Errorf("a registered document was answered %s", a.raw)
		}
	}
	// The rights are those of the caller, not of who registered the document.
	c.named(hashOf(other), other, nil)
	if a := stranger.named(hashOf(other), "", nil); a.code() != "UNAUTHENTICATED" {
		t.Errorf("the signed-out were answered %s", a.raw)
	}
	// Refused documents are not kept.
	for _, bad := range []string{"{nothing}", "{" + times(100, "a%d:__typename ") + "}", "{units(first:100000){nodes{id}}}", "{", "{__typename #" + strings.Repeat("x", 9<<10) + "\n}"} {
		c.named(hashOf(bad), bad, nil)
		if a := c.named(hashOf(bad), "", nil); !a.unknown() {
			t.Errorf("%.60s was kept: %s", bad, a.raw)
		}
	}
	// A document of the page keeps its text.
	trusted := hashOf(documents[oneOf(documents, "query Viewer")])
	if a := c.named(trusted, other, nil); a.reason() != "HASH_MISMATCH" {
		t.Errorf("another text under a trusted hash was answered %s", a.raw)
	}
	if a := stranger.named(trusted, "", nil); len(a.Errors) > 0 || a.Data["viewer"] != nil {
		t.Errorf("the page's document was answered %s", a.raw)
	}
	// Many registrations displace those of other callers, but neither use more
	// memory nor displace the page's.
	for i := range 600 {
		text := fmt.Sprintf("query f%d{__typename}", i)
		if a := c.named(hashOf(text), text, nil); len(a.Errors) > 0 {
			t.Fatal(a.raw)
		}
	}
	if a := c.named(hashOf(harmless), "", nil); !a.unknown() {
		t.Errorf("the oldest document is still there after a flood: %s", a.raw)
	}
	if a := stranger.named(trusted, "", nil); len(a.Errors) > 0 {
		t.Errorf("the page's document is gone: %s", a.raw)
	}
	for _, bad := range []vars{{"version": 2, "sha256Hash": trusted}, {"version": 1, "sha256Hash": "abc"}, {"version": "1", "sha256Hash": trusted}, {}} {
		if a := c.send(map[string]any{"extensions": vars{"persistedQuery": bad}}); a.reason() != "BAD_PERSISTED_QUERY" {
			t.Errorf("%v was answered %s", bad, a.raw)
		}
	}
}

// oneOf returns the hash of the document that starts with a text.
func oneOf(documents map[string]string, start string) string {
	for hash, text := range documents {
		if strings.HasPrefix(text, start+" ") || strings.HasPrefix(text, start+"(") {
			return hash
		}
	}
	return ""
}

func TestWithTrustedDocumentsOthersAreForTokensAlone(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	documents := testkit.Must(frontend.Documents())(t)
	token := false
	server := serve(t, db, func(o *httpd.Options) {
		o.Documents, o.TrustedOnly, o.IsToken = documents, true, func(context.Context) bool { return token }
	})
	testkit.Must(db.Accounts.Create(testkit.System(), newAccount("east", &w.East.People[0].ID)))(t)
	c := newClient(t, server)
	sign, view := oneOf(documents, "mutation SignIn"), oneOf(documents, "query Viewer")
	const free = "{viewer{account{id}}}"
	refused := func(a answer) {
		t.Helper()
		if a.code() != "FORBIDDEN" || a.reason() != "DOCUMENT_NOT_TRUSTED" {
			t.Errorf("answered %s", a.raw)
		}
	}
	refused(c.do(free, nil))
	input := vars{"input": vars{"loginName": "east", "password": password}}
	if a := c.named(sign, "", input); len(a.Errors) > 0 {
		t.Fatalf("signing in by the page's document: %s", a.raw)
	}
	if a := c.named(view, "", nil); len(a.Errors) > 0 || a.Data["viewer"] == nil {
		t.Errorf("by its hash: %s", a.raw)
	}
	if a := c.do(documents[view], nil); len(a.Errors) > 0 {
		t.Errorf("by its text: %s", a.raw)
	}
	refused(c.do(free, nil))
	refused(c.do(documents[view]+" ", nil))
	refused(c.named(hashOf(free), free, nil))
	if a := c.named(hashOf(free), "", nil); !a.unknown() {
		t.Errorf("by a free hash: %s", a.raw)
	}
	token = true
	if a := c.do(free, nil); len(a.Errors) > 0 {
		t.Errorf("a token was answered %s", a.raw)
	}
}

func TestAPageOfAnotherVersionDoesNotStart(t *testing.T) {
	services := apptest.New(t, testkit.SQLite(t)).Services
	for what, documents := range map[string]map[string]string{
		"another schema": {hashOf("{nothing}"): "{nothing}"},
		"another hash":   {hashOf("{viewer{mustChangePassword}}"): "{__typename}"},
	} {
		if _, err := httpd.New(httpd.Options{Services: services, Documents: documents}); err == nil {
			t.Errorf("a page with documents of %s was taken", what)
		}
	}
}
