package audit

import (
	"bytes"
	"encoding/json"
	"slices"
	"time"

	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/store"
)

// Entry is the content of a leaf of the log. Its canonical JSON, without empty fields, is what
// is hashed. Instead of a text it contains the text's commitment, see Texts.
type Entry struct {
	Version   int              `json:"v"`
	At        time.Time        `json:"at"`
	Action    term.AuditAction `json:"action"`
	Actor     Actor            `json:"actor"`
	Authority *Authority       `json:"authority,omitempty"`
	Object    *Object          `json:"object,omitempty"`
	// Unit is the unit concerned, 0 for none or the whole system.
	Unit int64 `json:"unit,omitempty"`
	// Subjects are the people whose records were read.
	Subjects []int64 `json:"subjects,omitempty"`
	// Request is the request id, as in the program's log and in errors.
	Request string `json:"request,omitempty"`
	// Operation is the name of the API operation or of the command.
	Operation string `json:"operation,omitempty"`
	// Details are commitments to texts by name: the reason, the address.
	Details map[string]string `json:"details,omitempty"`
	Changes []Diff            `json:"changes,omitempty"`
	// Erased are the changes whose texts this entry erased.
	Erased []ErasedChange `json:"erased,omitempty"`
	// Lost are the checkpoints that this entry accepts as lost after a backup was restored.
	Lost []Lost `json:"lost,omitempty"`
}

// ErasedChange identifies a change of an entry, by the entry's index.
type ErasedChange struct {
	Entry  int64 `json:"entry"`
	Change int   `json:"change"`
}

// DetailsOf is used in place of a change's number for the details of the entry.
const DetailsOf = -1

// Lost is a signed state of the log that the database no longer contains.
type Lost struct {
	Size int64  `json:"size"`
	Root string `json:"root"`
}

// Actor is who did it.
type Actor struct {
	Kind    ActorKind `json:"kind"`
	Account int64     `json:"account,omitempty"`
	Person  int64     `json:"person,omitempty"`
	Token   int64     `json:"token,omitempty"`
}

// ActorKind is the kind of an actor; the values match AuditActorKind of the API.
type ActorKind string

// The values of ActorKind.
const (
	ActorAccount ActorKind = "ACCOUNT" // an account in a session
	ActorToken   ActorKind = "TOKEN"   // a program with an API token of the account
	ActorProgram ActorKind = "PROGRAM" // the program itself, or the operator of its server
	ActorNobody  ActorKind = "NOBODY"  // somebody whose sign-in was refused
)

// Authority is the right used, and where it comes from.
type Authority struct {
	Right authz.Action `json:"right"`
	Role  term.Role    `json:"role"`
	// Unit is the unit of the role, 0 for the whole system.
	Unit int64 `json:"unit,omitempty"`
	// Basis is the id of the appointment, portfolio or granted role.
	Basis int64 `json:"basis,omitempty"`
}

// Object is a row of the database.
type Object struct {
	Type string `json:"type"`
	ID   int64  `json:"id"`
}

// Diff is the change of one row.
type Diff struct {
	Object
	Op store.ChangeOp `json:"op"`
	// Columns hold the old and the new value of changed columns; a text is replaced by its
	// commitment.
	Columns map[string][2]any `json:"columns,omitempty"`
	// Links are the rows that a many-to-many edge gained and lost.
	Links map[string]LinkDiff `json:"links,omitempty"`
	// Row is the commitment to the whole row after the change; empty when deleted.
	Row string `json:"row,omitempty"`
}

// LinkDiff are the rows that an edge gained and lost.
type LinkDiff struct {
	Added   []int64 `json:"added,omitempty"`
	Removed []int64 `json:"removed,omitempty"`
}

// Parse reads the JSON of an entry.
func Parse(body []byte) (*Entry, error) {
	e := &Entry{}
	return e, json.Unmarshal(body, e)
}

// Touched are the ids of the objects that an entry changed or read, without duplicates.
func (e *Entry) Touched() []int64 {
	var out []int64
	if e.Object != nil {
		out = append(out, e.Object.ID)
	}
	out = append(out, e.Subjects...)
	for _, c := range e.Changes {
		out = append(out, c.ID)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Encode writes canonical JSON: sorted keys, no blanks, and only necessary escapes.
func Encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// TypeOf is the entity that an id belongs to, "" for none that is logged.
func TypeOf(id int64) string { return entities[store.TableOf(id)] }
