// Package guard decides which GraphQL documents may run: it bounds their size,
// form and cost before a resolver runs, and knows the page's own documents.
package guard

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"sineng/ent/term"
	"sineng/server/fault"
)

// MostErrors is the greatest number of errors in an answer.
const MostErrors = 20

// Options configures a guard.
type Options struct {
	Schema *ast.Schema
	// Open reports which root fields need no sign-in.
	Open func(field string) bool
	// Documents are the page's own, by the SHA-256 of their text in hexadecimal.
	Documents map[string]string
	// TrustedOnly admits no other documents, except from API tokens.
	TrustedOnly bool
	// CostLimit is the greatest cost of any operation; 0 for the limits per
	// role.
	CostLimit int
}

// Guard admits documents.
type Guard struct {
	Options
	trusted    map[string]*document
	registered *shelf
}

// New makes a guard. It fails when a document of the page does not fit the
// schema, that is, when the page was built for another version.
func New(o Options) (*Guard, error) {
	g := &Guard{Options: o, trusted: map[string]*document{}, registered: newShelf()}
	for hash, text := range o.Documents {
		if sum(text) != hash {
			return nil, fmt.Errorf("the page's document %.12s does not have its hash", hash)
		}
		parsed, errs := g.read(text, Trusted)
		if len(errs) > 0 {
			return nil, fmt.Errorf("the page's document %.12s: %w", hash, errs)
		}
		g.trusted[hash] = &document{hash, text, parsed, true}
	}
	return g, nil
}

// Caller is the sender of a request.
type Caller struct {
	SignedIn bool
	Token    bool // by an API token
	// QueriesOnly refuses mutations and subscriptions with BAD_METHOD, whether the schema has
	// them or not: the request came by GET.
	QueriesOnly bool
	Roles       []term.Role
}

// limit returns the greatest cost of the caller's operation. Without sign-in,
// trusted documents have the default limit: only the page's authors can make
// them expensive, and the page must open before sign-in.
func (c Caller) limit(trusted bool) int {
	switch {
	case !c.SignedIn && trusted:
		return defaultLimit
	case !c.SignedIn:
		return signedOutLimit
	}
	limit := defaultLimit
	if c.Token {
		limit = tokenLimit
	}
	for _, r := range c.Roles {
		limit = max(limit, roleLimits[r])
	}
	return limit
}

// Admitted is an operation that may run.
type Admitted struct {
	Document  *ast.QueryDocument
	Operation *ast.OperationDefinition
	Cost      Cost
}

// Admit finds, parses, bounds, validates and prices the document of a request.
// It fills in the text of a document given by its hash.
func (g *Guard) Admit(p *graphql.RawParams, c Caller) (*Admitted, gqlerror.List) {
	d, register, errs := g.document(p, c)
	if len(errs) > 0 {
		return nil, errs
	}
	p.Query = d.text
	op := d.parsed.Operations.ForName(p.OperationName)
	if op == nil {
		return nil, faulty(fault.Bad("operationName", "NO_OPERATION", "请求未指明要执行的操作", "The document has no such operation, or several and none is named"))
	}
	if err := wrongMethod(op, c); err != nil {
		return nil, faulty(err)
	}
	a := &Admitted{Document: d.parsed, Operation: op, Cost: Cost{Requested: price(op, p.Variables), Limit: c.limit(d.trusted)}}
	if g.CostLimit > 0 {
		a.Cost.Limit = g.CostLimit
	}
	if a.Cost.Requested > a.Cost.Limit {
		return a, faulty(fault.Bad("", "TOO_COSTLY", fmt.Sprintf("查询的开销为 %d,上限为 %d;请减少每页条数或字段", a.Cost.Requested, a.Cost.Limit),
			fmt.Sprintf("The operation costs %d; %d are allowed. Ask for smaller pages or fewer fields", a.Cost.Requested, a.Cost.Limit)))
	}
	if err := enumerations(g.Schema, op, p.Variables); err != nil {
		if !c.SignedIn {
			return a, Unspecific()
		}
		return a, faulty(err)
	}
	if register && c.SignedIn {
		g.registered.keep(d)
	}
	return a, nil
}

// document returns the document that a request names or contains, and whether
// the request registers it.
func (g *Guard) document(p *graphql.RawParams, c Caller) (*document, bool, gqlerror.List) {
	hash, named, err := persisted(p.Extensions)
	if err != nil {
		return nil, false, faulty(err)
	}
	if p.Query == "" {
		if !named {
			return nil, false, faulty(fault.Bad("query", "NO_QUERY", "请求缺少 query", "The request has no query"))
		}
		d := g.known(hash)
		if d == nil || !g.trusts(d, c) {
			return nil, false, gqlerror.List{notFound()}
		}
		return d, false, g.closed(d.parsed, c)
	}
	actual := sum(p.Query)
	if named && actual != hash {
		return nil, false, faulty(fault.Bad("extensions", "HASH_MISMATCH", "查询与其哈希值不符", "The query does not have the hash that it is sent with"))
	}
	if d := g.known(actual); d != nil && g.trusts(d, c) {
		return d, false, g.closed(d.parsed, c)
	}
	if !g.trusts(nil, c) {
		return nil, false, faulty(fault.New(fault.Forbidden, "DOCUMENT_NOT_TRUSTED", "", "此服务器只接受本系统页面的请求", "This server takes the documents of its own page only"))
	}
	parsed, errs := g.admit(p, c)
	if len(errs) > 0 {
		return nil, false, errs
	}
	return &document{hash: actual, text: p.Query, parsed: parsed}, named, nil
}

// wrongMethod refuses an operation that may not be sent by the request's method.
func wrongMethod(op *ast.OperationDefinition, c Caller) error {
	if !c.QueriesOnly || op == nil || op.Operation == ast.Query {
		return nil
	}
	return fault.Bad("", "BAD_METHOD", "GET 只能用于查询", "Only queries may be sent by GET")
}

func (g *Guard) known(hash string) *document {
	if d := g.trusted[hash]; d != nil {
		return d
	}
	return g.registered.find(hash)
}

// trusts reports whether the caller may send a document; nil stands for one
// that is not the page's.
func (g *Guard) trusts(d *document, c Caller) bool {
	return !g.TrustedOnly || c.Token || d != nil && d.trusted
}

// admit reads a document for a caller. Callers that are not signed in learn
// whether it is a query, but nothing that depends on the schema.
func (g *Guard) admit(p *graphql.RawParams, c Caller) (*ast.QueryDocument, gqlerror.List) {
	parsed, errs := parse(p.Query, Free)
	if len(errs) > 0 {
		return nil, errs
	}
	if err := wrongMethod(parsed.Operations.ForName(p.OperationName), c); err != nil {
		return nil, faulty(err)
	}
	if c.SignedIn {
		errs := validate(g.Schema, parsed)
		return parsed, errs[:min(len(errs), MostErrors)]
	}
	if errs := g.closed(parsed, c); len(errs) > 0 {
		return nil, errs
	}
	if len(validate(g.Schema, parsed)) > 0 {
		return nil, Unspecific()
	}
	return parsed, nil
}

// closed refuses root fields that need sign-in to callers without one, whether
// the field exists or not.
func (g *Guard) closed(doc *ast.QueryDocument, c Caller) gqlerror.List {
	if c.SignedIn {
		return nil
	}
	seen := map[string]bool{}
	for _, op := range doc.Operations {
		if !g.openOnly(doc, op.SelectionSet, seen) {
			return faulty(fault.SignedOut())
		}
	}
	return nil
}

func (g *Guard) openOnly(doc *ast.QueryDocument, set ast.SelectionSet, seen map[string]bool) bool {
	for _, one := range set {
		switch one := one.(type) {
		case *ast.Field:
			if !g.Open(one.Name) {
				return false
			}
		case *ast.InlineFragment:
			if !g.openOnly(doc, one.SelectionSet, seen) {
				return false
			}
		case *ast.FragmentSpread:
			f := doc.Fragments.ForName(one.Name)
			if f == nil || seen[one.Name] {
				continue
			}
			seen[one.Name] = true
			if !g.openOnly(doc, f.SelectionSet, seen) {
				return false
			}
		}
	}
	return true
}

// read parses, bounds and validates a document of the page.
func (g *Guard) read(text string, l Limits) (*ast.QueryDocument, gqlerror.List) {
	parsed, errs := parse(text, l)
	if len(errs) == 0 {
		errs = validate(g.Schema, parsed)
	}
	return parsed, errs[:min(len(errs), MostErrors)]
}

// parse parses and bounds a document.
func parse(text string, l Limits) (*ast.QueryDocument, gqlerror.List) {
	parsed, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: text}, l.Tokens)
	if err != nil {
		if e := new(gqlerror.Error); errors.As(err, &e) {
			return nil, gqlerror.List{e}
		}
		return nil, Unspecific()
	}
	if len(parsed.Operations) == 0 {
		return nil, faulty(fault.Bad("query", "NO_OPERATION", "请求中没有操作", "The document has no operation"))
	}
	if err := l.Check(parsed); err != nil {
		return nil, faulty(err)
	}
	return parsed, nil
}

// persisted returns the hash in the extension persistedQuery.
func persisted(extensions map[string]any) (hash string, named bool, err error) {
	value, ok := extensions["persistedQuery"]
	if !ok || value == nil {
		return "", false, nil
	}
	object, _ := value.(map[string]any)
	version, _ := object["version"].(json.Number)
	hash, _ = object["sha256Hash"].(string)
	if version.String() != "1" || len(hash) != 2*sha256.Size {
		return "", false, fault.Bad("extensions", "BAD_PERSISTED_QUERY", "persistedQuery 的格式不正确", "The extension persistedQuery has the wrong form")
	}
	return hash, true, nil
}

func sum(text string) string {
	digest := sha256.Sum256([]byte(text))
	return hex.EncodeToString(digest[:])
}

// notFound is the error by which clients know that they must send the whole
// document.
func notFound() *gqlerror.Error {
	return &gqlerror.Error{Message: "PersistedQueryNotFound",
		Extensions: map[string]any{"code": fault.Code("PERSISTED_QUERY_NOT_FOUND"), "reason": "PERSISTED_QUERY_NOT_FOUND"}}
}

// Unspecific is the only error for documents and variables of callers that are
// not signed in.
func Unspecific() gqlerror.List {
	return faulty(fault.Bad("", "BAD_QUERY", "GraphQL 请求有误", "The GraphQL request is not valid"))
}

func faulty(err error) gqlerror.List { return gqlerror.List{{Err: err, Message: err.Error()}} }

type admittedKey struct{}

// With attaches the admitted operation to a context.
func With(ctx context.Context, a *Admitted) context.Context {
	return context.WithValue(ctx, admittedKey{}, a)
}

// From returns the admitted operation, nil if there is none.
func From(ctx context.Context) *Admitted {
	a, _ := ctx.Value(admittedKey{}).(*Admitted)
	return a
}

// Cache passes the admitted document to the executor, so that it neither
// parses nor validates again. It implements graphql.Cache.
type Cache struct{}

// Get returns the admitted document.
func (Cache) Get(ctx context.Context, _ string) (*ast.QueryDocument, bool) {
	a := From(ctx)
	if a == nil {
		return nil, false
	}
	return a.Document, true
}

// Add does nothing.
func (Cache) Add(context.Context, string, *ast.QueryDocument) {}

// RootFields counts the operation's root fields that of accepts, fragments
// included.
func (a *Admitted) RootFields(of func(field string) bool) int {
	return rootFields(a.Operation.SelectionSet, of)
}

func rootFields(set ast.SelectionSet, of func(string) bool) int {
	n := 0
	for _, one := range set {
		switch one := one.(type) {
		case *ast.Field:
			if of(one.Name) {
				n++
			}
		case *ast.InlineFragment:
			n = add(n, rootFields(one.SelectionSet, of))
		case *ast.FragmentSpread:
			if one.Definition != nil {
				n = add(n, rootFields(one.Definition.SelectionSet, of))
			}
		}
	}
	return n
}
