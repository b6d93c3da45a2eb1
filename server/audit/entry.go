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

// Entry is what a leaf of the log says. Its canonical JSON, without what is empty, is what
// is hashed. A text is not in it but its commitment, see Texts.
type Entry struct {
	Version   int              `json:"v"`
	At        time.Time        `json:"at"`
	Action    term.AuditAction `json:"action"`
	Actor     Actor            `json:"actor"`
	Authority *Authority       `json:"authority,omitempty"`
	Object    *Object          `json:"object,omitempty"`
	// Unit is the one that it concerns, 0 for none or the whole system.
	Unit int64 `json:"unit,omitempty"`
	// Subjects are the people whose records were read.
	Subjects []int64 `json:"subjects,omitempty"`
	// Request is the id that the request's log lines and errors carry.
	Request string `json:"request,omitempty"`
	// Operation is the name of the API's operation or the command.
	Operation string `json:"operation,omitempty"`
	// Details are commitments to texts by name: the reason, the address.
	Details map[string]string `json:"details,omitempty"`
	Changes []Diff            `json:"changes,omitempty"`
	// Erased are the changes whose texts this entry erased.
	Erased []ErasedChange `json:"erased,omitempty"`
	// Lost are checkpoints that a restored backup no longer reaches, as this one accepts.
	Lost []Lost `json:"lost,omitempty"`
}

// ErasedChange is a change of an entry, by the entry's index.
type ErasedChange struct {
	Entry  int64 `json:"entry"`
	Change int   `json:"change"`
}

// DetailsOf stands in the place of a change for the details of the entry.
const DetailsOf = -1

// Lost names a signed state of the log that the database no longer holds.
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

// ActorKind says who an actor is; the values match AuditActorKind of the API.
type ActorKind string

// The values of ActorKind.
const (
	ActorAccount ActorKind = "ACCOUNT" // in a session
	ActorToken   ActorKind = "TOKEN"   // a program with an API token of the account
	ActorProgram ActorKind = "PROGRAM" // the program itself, or the operator of its server
	ActorNobody  ActorKind = "NOBODY"  // somebody who was not let in
)

// Authority is the right by which it was done and what it stands on.
type Authority struct {
	Right authz.Action `json:"right"`
	Role  term.Role    `json:"role"`
	// Unit is the one that the role stands on, 0 for the whole system.
	Unit int64 `json:"unit,omitempty"`
	// Basis is the id of the appointment, portfolio or granted role.
	Basis int64 `json:"basis,omitempty"`
}

// Object is a row of the database.
type Object struct {
	Type string `json:"type"`
	ID   int64  `json:"id"`
}

// Diff is what was done to one row.
type Diff struct {
	Object
	Op store.ChangeOp `json:"op"`
	// Columns hold the old and the new value of what differs; a text's is its commitment.
	Columns map[string][2]any `json:"columns,omitempty"`
	// Links are rows that a many-to-many edge gained and lost.
	Links map[string]LinkDiff `json:"links,omitempty"`
	// Row is the commitment to the whole row as it stood afterwards; empty when deleted.
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

// Touched are the objects that an entry changed or read, each once.
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

// Encode writes canonical JSON: sorted keys, no blanks, nothing escaped that need not be.
func Encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// TypeOf is the entity that an id belongs to, "" for none that the log answers for.
func TypeOf(id int64) string { return entities[store.TableOf(id)] }
