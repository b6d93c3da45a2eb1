package httpd_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent"
	"sineng/ent/meetingitem"
	"sineng/ent/meetingmember"
	"sineng/graph/scalar"
	"sineng/server/testkit"
)

// nouns are the tables in which an id is looked up, by the ending of the name that asks for it.
var nouns = []struct{ name, table string }{
	{"riskPoint", "risk_points"}, {"roleAppointment", "role_appointments"}, {"appointment", "appointments"}, {"exposedPost", "posts"}, {"exposedPerson", "persons"},
	{"measure", "measures"}, {"meeting", "meetings"}, {"member", "meeting_members"}, {"item", "meeting_items"}, {"vote", "meeting_votes"}, {"campaign", "campaigns"},
	{"mapping", "import_mappings"}, {"form", "forms"}, {"delegation", "delegations"}, {"portfolio", "portfolios"}, {"account", "accounts"}, {"power", "powers"}, {"duty", "duties"},
	{"objection", "objections"}, {"feedback", "public_feedbacks"}, {"act", "pending_acts"}, {"about", "risk_points"}, {"parent", "units"}, {"unit", "units"},
	{"post", "posts"}, {"person", "persons"}, {"deputy", "persons"}, {"owner", "persons"}, {"supervisor", "persons"}, {"recorder", "persons"}, {"countersigner", "persons"},
}

// tableOf finds the table of an id by the name of its field, or, for `id`, of the mutation.
func tableOf(mutation, field string) string {
	name := strings.TrimSuffix(strings.TrimSuffix(field, "Ids"), "Id")
	if field == "id" || field == "ids" {
		name = mutation
	}
	for _, n := range nouns {
		if strings.HasSuffix(strings.ToLower(name), strings.ToLower(n.name)) {
			return n.table
		}
	}
	return ""
}

func (w *walk) chance(p float64) bool { return w.rand.Float64() < p }

func anyOne[T any](r *rand.Rand, all ...T) T { return all[r.IntN(len(all))] }

// fitting are the rows for which a request makes sense.
var fitting = map[string]string{
	"submitForm": "state = 'DRAFT'", "approveForm": "state LIKE '%REVIEW'", "returnForm": "state LIKE '%REVIEW'", "recallForm": "state LIKE '%REVIEW'",
	"confirmGrant": "status = 'PENDING'", "confirmAct": "status = 'PENDING'", "declineAct": "status = 'PENDING'", "setAgenda": "state = 'PLANNED'",
	"openMeeting": "state = 'PLANNED'", "castVote": "state IN ('PENDING', 'VOTING')", "decideItem": "state = 'VOTING'", "closeMeeting": "state = 'OPEN'",
	"concurGrade": "endorsed_grade <> 'U'", "refuseGrade": "endorsed_grade <> 'U'", "decideGrade": "status <> 'RETIRED'", "endorseGrade": "status <> 'RETIRED'",
	"reviseRiskPoint": "status <> 'RETIRED'", "retireRiskPoint": "status <> 'RETIRED'", "concurRetirement": "retiring IS NOT NULL", "proposeGrade": "status <> 'RETIRED'",
	"countersignVotes": "state = 'VOTING'",
}

// value is a random value of a type for a field of an input.
func (w *walk) value(mutation, field string, typ *ast.Type) any {
	if !typ.NonNull && w.chance(0.5) {
		return nil
	}
	if typ.Elem != nil {
		out := make([]any, 1+w.rand.IntN(2))
		for i := range out {
			out[i] = w.value(mutation, field, typ.Elem)
		}
		return out
	}
	def := w.sdl.Types[typ.NamedType]
	switch def.Kind {
	case ast.InputObject:
		out := obj{}
		for _, f := range def.Fields {
			if f.DefaultValue != nil && w.chance(0.5) {
				continue
			}
			if v := w.value(mutation, f.Name, f.Type); v != nil || f.Type.NonNull {
				out[f.Name] = v
			}
		}
		return out
	case ast.Enum:
		return word(def.EnumValues[w.rand.IntN(len(def.EnumValues))].Name)
	}
	return w.scalar(mutation, field, def.Name)
}

func (w *walk) scalar(mutation, field, kind string) any {
	switch kind {
	case "ID":
		table := tableOf(mutation, field)
		if table == "" {
			return "x"
		}
		id := w.pick(table)
		if fits := fitting[mutation]; fits != "" && w.table == "" && w.chance(0.8) {
			id = w.pick(table + " WHERE " + fits)
		}
		if table == "units" && w.chance(0.7) {
			id = w.now.unit.ID
		}
		if w.table == "" {
			w.table, w.id = table, id
		}
		return scalar.EncodeID(id)
	case "Int":
		if field == "expectedVersion" || field == "expectedRevision" {
			return w.version()
		}
		return 1 + w.rand.IntN(5)
	case "Decimal":
		return 1.5 * float64(w.rand.IntN(4))
	case "Boolean":
		return w.chance(0.5)
	case "Date":
		days := anyOne(w.rand, 0, 0, 0, -1, 1, 30)
		if field == "to" {
			days = anyOne(w.rand, 1, 30, 300)
		}
		return w.db.Today().AddDate(0, 0, days).Format(time.DateOnly)
	case "Time":
		return w.db.Now().Add(24 * time.Hour).Format(time.RFC3339)
	}
	switch field {
	case "firstPassword":
		return password
	case "loginName", "code", "key", "staffNumber":
		return fmt.Sprintf("w%d", w.rand.IntN(1<<30))
	}
	return anyOne(w.rand, "审批时收受好处", "验收走过场", "擅自减免", "泄露标底", "迟到早退") + fmt.Sprint(w.rand.IntN(1000))
}

// pick is the id of a row, of the newest ones half of the time.
func (w *walk) pick(table string) int64 {
	order := "id"
	if w.chance(0.6) {
		order = "id DESC LIMIT 3"
	}
	ids := w.ids("SELECT id FROM " + table + " ORDER BY " + order)
	if len(ids) == 0 {
		return 1
	}
	return ids[w.rand.IntN(len(ids))]
}

func (w *walk) ids(query string, args ...any) (out []int64) {
	rows, err := w.db.Raw.Client.QueryContext(testkit.System(), query, args...)
	if err != nil {
		return nil
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var id int64
		if rows.Scan(&id) == nil {
			out = append(out, id)
		}
	}
	return out
}

// version is that of the row that the input names first.
func (w *walk) version() int64 {
	if w.table == "" {
		return 1
	}
	for _, column := range []string{"version", "revision"} {
		if found := w.ids(fmt.Sprintf("SELECT %s FROM %s WHERE id = ?", column, w.table), w.id); len(found) > 0 {
			return found[0]
		}
	}
	return 1
}

// turnTo lets the person of an id ask, if they have an account.
func (w *walk) turnTo(person []int64) {
	for _, k := range w.people {
		if len(person) == 1 && k.person == person[0] {
			w.now = k
		}
	}
}

// shaped are inputs whose parts must fit together; false where nothing fits.
var shaped = map[string]func(*walk, obj) bool{
	"planMeeting": func(w *walk, in obj) bool {
		var members []any
		people := w.ids("SELECT person_id FROM accounts WHERE person_id IS NOT NULL ORDER BY id")
		w.rand.Shuffle(len(people), func(i, j int) { people[i], people[j] = people[j], people[i] })
		for i, id := range people[:3+w.rand.IntN(2)] {
			members = append(members, obj{"personId": scalar.EncodeID(id), "head": i == 0})
		}
		if w.now.person != 0 && w.chance(0.7) {
			members[w.rand.IntN(3)].(obj)["personId"] = scalar.EncodeID(w.now.person)
		}
		in["details"] = obj{"title": "会议", "heldOn": w.db.Today().Format(time.DateOnly), "members": members}
		return true
	},
	// What reaches the whole system is asked for more often than a role and a missing unit meet.
	"grantRole": func(w *walk, in obj) bool {
		if w.chance(0.3) {
			in["role"] = word("STAFF")
			delete(in, "unitId")
		}
		return true
	},
	"setAgenda": func(w *walk, in obj) bool {
		var items []any
		for range 1 + w.rand.IntN(2) {
			items = append(items, obj{"riskPointId": scalar.EncodeID(w.pick("risk_points")), "grade": word(anyOne(w.rand, "A", "B", "C"))})
		}
		in["items"] = items
		return true
	},
	"openMeeting": func(w *walk, in obj) bool {
		var attendance []any
		for _, m := range w.db.Raw.Client.MeetingMember.Query().Where(meetingmember.MeetingID(w.id)).Order(ent.Asc("id")).AllX(testkit.System()) {
			attendance = append(attendance, obj{"memberId": scalar.EncodeID(m.ID), "present": true})
		}
		in["attendance"] = attendance
		return len(attendance) > 0
	},
	"approveForm": func(w *walk, _ obj) bool {
		if w.chance(0.7) {
			w.turnTo(w.ids("SELECT addressee_id FROM forms WHERE id = ? AND addressee_id IS NOT NULL", w.id))
		}
		return true
	},
	"castVote": func(w *walk, in obj) bool {
		i, err := w.db.Raw.Client.MeetingItem.Query().Where(meetingitem.ID(w.id)).Only(testkit.System())
		if err != nil {
			return false
		}
		members := w.ids("SELECT id FROM meeting_members WHERE meeting_id = ? AND id NOT IN (SELECT member_id FROM meeting_votes WHERE item_id = ?) ORDER BY head, id", i.MeetingID, i.ID)
		if len(members) == 0 {
			return false
		}
		in["memberId"] = scalar.EncodeID(members[0])
		if w.chance(0.5) {
			w.turnTo(w.ids("SELECT person_id FROM meeting_members WHERE id = ?", members[0]))
		}
		in["vote"] = word(anyOne(w.rand, "FOR", "FOR", "FOR", "AGAINST"))
		return true
	},
}
