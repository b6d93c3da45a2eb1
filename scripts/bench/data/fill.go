package data

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/alexedwards/argon2id"
)

// Password is that of the accounts that are made: Leader, the principal leader of the whole system;
// Head of one department; and "bench-" and a role in small letters for each of the roles that are
// granted on the whole system.
const (
	Password = "Messung-2026!"
	Leader   = "bench-leader"
	Head     = "bench-head"
)

// The days of the register. Nothing hangs on the present.
var (
	begun    = time.Date(2024, 1, 8, 1, 0, 0, 0, time.UTC)
	yearDays = 700
)

const level = "l1 l2 l3 l4 l5 l6"

// Fill fills the empty database of a program whose schema is up to date.
func Fill(ctx context.Context, db *sql.DB, lite bool, s Size) error {
	w, err := newWriter(ctx, db, lite)
	if err != nil {
		return err
	}
	f := &filler{w: w, ctx: ctx}
	f.fill(s)
	if err := w.finish(); err != nil || f.err != nil {
		return cmp(err, f.err)
	}
	if err := rollUp(ctx, db, lite); err != nil {
		return err
	}
	if lite {
		_, err = db.ExecContext(ctx, "PRAGMA analysis_limit=1000; ANALYZE")
		return err
	}
	for _, t := range w.tables {
		if _, err := db.ExecContext(ctx, "ANALYZE TABLE `"+t.name+"`"); err != nil {
			return err
		}
	}
	return nil
}

func cmp(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

type filler struct {
	w   *writer
	ctx context.Context
	err error

	units, placements, posts, people, appointments, portfolios, accounts, roles *table
	powers, exercising, processes, steps, edges                                 *table
	risks, exposed, assessments, measures, guards                               *table

	persons int64
}

func (f *filler) into(name, columns string) *table {
	t, err := f.w.into(f.ctx, name, columns)
	f.err = cmp(f.err, err)
	return t
}

func (f *filler) fill(s Size) {
	f.open()
	if f.err != nil {
		return
	}
	all := s.tree(f.units.next)
	f.organisation(all)
	places := departments(all)
	for _, u := range places {
		f.duties(u)
		f.register(u, s.risksOf(u.nth, len(places)))
	}
	f.signers(all)
}

func (f *filler) open() {
	const stamped = "id created_at updated_at version "
	f.units = f.into("units", stamped+level+" code name initials kind sort_order level child_count parent_id")
	f.placements = f.into("unit_placements", "id created_at updated_at from_day "+level+" unit_id parent_id")
	f.posts = f.into("posts", stamped+level+" name duties key_post rotation_years unit_id")
	f.people = f.into("persons", stamped+level+" staff_number name initials job_title political_status unit_id")
	f.appointments = f.into("appointments", stamped+"from_day to_day "+level+" unit_id person_id post_id")
	f.portfolios = f.into("portfolios", stamped+"from_day "+level+" kind unit_id person_id")
	f.powers = f.into("powers", stamped+level+" code name type legal_bases discretion time_limit_days frequency unit_id decision_post_id execution_post_id supervision_post_id")
	f.exercising = f.into("power_exercising_posts", "power_id post_id")
	f.processes = f.into("processes", "id created_at updated_at "+level+" revision current unit_id power_id")
	f.steps = f.into("process_steps", "id "+level+" key name kind sort_order time_limit_days unit_id process_id post_id")
	f.edges = f.into("step_edges", "id "+level+" condition unit_id process_id from_step_id to_step_id")
	f.risks = f.into("risk_points", stamped+level+" title risk_type status manifestation cause consequence likelihood severity unlimited_power past_breach found_by "+
		"grade proposed_grade endorsed_grade power_type controlled retired_reason retired_at unit_id power_id step_id post_id direct_owner_id department_owner_id leader_owner_id")
	f.exposed = f.into("risk_point_exposed_posts", "risk_point_id post_id")
	f.assessments = f.into("assessments", "id "+level+" kind grade previous_grade computed_grade likelihood severity consequence unlimited_power past_breach "+
		"rule rule_version clause reason actor_name actor_role at unit_id risk_point_id actor_id")
	f.measures = f.into("measures", stamped+level+" content kind mechanism scope status due_on frequency indicator threshold unit_id owner_id supervisor_id")
	f.guards = f.into("measure_risk_points", "measure_id risk_point_id")
	f.accounts = f.into("accounts", stamped+"login_name password_hash must_change_password password_changed_at disabled totp_step secrets_own_since led_at person_id")
	f.roles = f.into("role_appointments", stamped+"from_day role reason status account_id unit_id")
}

// row puts a row's levels between what stands before and after them.
func row(before []any, l Levels, after ...any) []any {
	for _, id := range l {
		before = append(before, id)
	}
	return append(before, after...)
}

func stamped(id int64, at time.Time) []any { return []any{id, at, at, 1} }

// moment is a second within the register's years, the same for the same keys.
func moment(keys ...int64) time.Time {
	d := dice(keys...)
	return begun.Add(time.Duration(d%uint64(yearDays*86400)) * time.Second)
}

func (f *filler) organisation(all []*unit) {
	byID := map[int64]*unit{}
	for _, u := range all {
		byID[u.id] = u
		var parent any
		if u.parent != 0 {
			parent = u.parent
		}
		kind := "DEPARTMENT"
		if u.bureau {
			kind = "BUREAU"
		}
		f.units.add(row(stamped(u.id, begun), u.path, u.code, u.name, initials(u.name), kind, u.sort, u.level, u.children, parent)...)
		f.placements.add(row([]any{f.placements.id(), begun, begun, day(time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC))}, u.path, u.id, parent)...)
		f.staff(u)
	}
	for _, u := range all {
		if u.bureau {
			f.portfolio(u, "PRINCIPAL", u.people[0])
			continue
		}
		f.portfolio(u, "HEAD", u.people[0])
		u.leader = byID[u.parent].people[1+u.nth%2]
		f.portfolio(u, "IN_CHARGE", u.leader)
	}
}

func (f *filler) portfolio(u *unit, kind string, person int64) {
	f.portfolios.add(row(append(stamped(f.portfolios.id(), begun), day(begun)), u.path, kind, u.id, person)...)
}

// staff adds the posts of a unit and who holds them; every fourth post has an earlier holder too.
func (f *filler) staff(u *unit) {
	names := postNames
	if u.bureau {
		names = leaderPosts
	}
	for i, name := range names {
		post, person := f.posts.id(), f.people.id()
		f.posts.add(row(stamped(post, begun), u.path, name, "负责"+u.name+name+"职责范围内的工作", i == 0, 5, u.id)...)
		f.persons++
		called := personName(f.persons)
		f.people.add(row(stamped(person, begun), u.path, fmt.Sprintf("S%07d", f.persons), called, initials(called), name, "PARTY_MEMBER", u.id)...)
		f.appointments.add(row(append(stamped(f.appointments.id(), begun), day(begun), nil), u.path, u.id, person, post)...)
		if i > 0 && f.persons%4 == 0 {
			f.appointments.add(row(append(stamped(f.appointments.id(), begun), day(begun.AddDate(-3, 0, 0)), day(begun.AddDate(0, 0, -1))), u.path, u.id, u.people[0], post)...)
		}
		u.posts, u.people, u.names = append(u.posts, post), append(u.people, person), append(u.names, called)
	}
}

// duties adds two powers with their processes to a department.
func (f *filler) duties(u *unit) {
	for i := range 2 {
		n := u.nth*2 + i
		p := power{id: f.powers.id(), kind: powerTypes[n%len(powerTypes)]}
		f.powers.add(row(stamped(p.id, begun), u.path, fmt.Sprintf("%s-%02d", u.code[max(0, len(u.code)-50):], i+1), powerNames[n%len(powerNames)], p.kind,
			`[{"law":"中华人民共和国行政许可法","article":"第三十四条","text":"行政机关应当对申请人提交的申请材料进行审查"}]`,
			[]string{"LIMITED", "WIDE", "NONE"}[n%3], 20, "每年约 120 件", u.id, u.posts[0], u.posts[2], u.posts[3])...)
		f.exercising.add(p.id, u.posts[2])
		process := f.processes.id()
		f.processes.add(row([]any{process, begun, begun}, u.path, 1, true, u.id, p.id)...)
		for k, name := range stepNames {
			step := f.steps.id()
			f.steps.add(row([]any{step}, u.path, fmt.Sprintf("s%d", k+1), name, stepKinds[k], k, 5, u.id, process, u.posts[(k+1)%len(u.posts)])...)
			if k > 0 {
				f.edges.add(row([]any{f.edges.id()}, u.path, "", u.id, process, p.steps[k-1], step)...)
			}
			p.steps = append(p.steps, step)
		}
		u.powers = append(u.powers, p)
	}
}

// measureOf is what guards a risk point: of seven risk points of a department the first two share
// one measure and the third and fourth another; the rest have none.
type measureOf struct {
	id     int64
	status string
}

// register adds the risk points of a department with their assessments and measures.
func (f *filler) register(u *unit, n int) {
	var guard *measureOf
	for i := range n {
		d := dice(int64(u.nth), int64(i))
		id := f.risks.id()
		if i%7 == 0 || i%7 == 2 {
			guard = f.measure(u, i)
		} else if i%7 > 3 {
			guard = nil
		}
		if guard != nil {
			f.guards.add(guard.id, id)
		}
		f.risk(u, id, d, moment(int64(u.nth), int64(i), 3), guard != nil && (guard.status == "ACTIVE" || guard.status == "EFFECTIVE"))
		f.exposed.add(id, u.posts[1+d>>8%3])
	}
}

func (f *filler) measure(u *unit, i int) *measureOf {
	d := dice(int64(u.nth), int64(i), 9)
	m := &measureOf{f.measures.id(), pick(measureStatuses, d)}
	at := moment(int64(u.nth), int64(i), 4)
	f.measures.add(row(stamped(m.id, at), u.path, pick(measureTexts, d>>8)+fmt.Sprintf("(%s第 %d 项)", u.name, i+1), pick(measureKinds, d>>16), pick(mechanisms, d>>24),
		[]string{"GENERAL", "POST_SPECIFIC"}[d>>32%2], m.status, day(at.AddDate(1, 0, 0)), "每季度一次", pick(indicators, d>>40), "95%", u.id, u.people[1+d>>48%3], u.people[0])...)
	return m
}

// risk adds a risk point: a tenth A, a fifth each ungraded, two fifths C; one of thirty is retired.
func (f *filler) risk(u *unit, id int64, d uint64, at time.Time, controlled bool) {
	grade := []string{"A", "B", "B", "B", "C", "C", "C", "C", "U", "U"}[d%10]
	likelihood, consequence, clause := 2, "MINOR", "likelihood=2"
	switch {
	case grade == "A" && d>>20%2 == 0:
		likelihood, consequence, clause = 3, "CRIME", "consequence=CRIME"
	case grade == "A":
		likelihood, consequence, clause = 4, "DISCIPLINE", "likelihood=4"
	case grade == "B":
		likelihood, consequence, clause = 3, "DISCIPLINE", "consequence=DISCIPLINE"
	}
	proposed, status := grade, "DECIDED"
	if grade == "U" {
		proposed, status = "C", "PROPOSED"
	}
	var reason string
	var retired any
	if d>>28%30 == 0 && grade == "C" {
		status, reason, retired = "RETIRED", "职权取消", at.AddDate(0, 2, 0)
	}
	var onPower, onStep, onPost any
	powerType := ""
	p := u.powers[d>>36%2]
	switch d >> 44 % 4 {
	case 0:
		onPost = u.posts[1+d>>48%3]
	case 1:
		onPower, powerType = p.id, p.kind
	default:
		onPower, powerType, onStep = p.id, p.kind, p.steps[d>>48%4]
	}
	severity := 2 + int(d>>52%3)
	title := pick(riskSubjects, d>>12) + pick(riskFaults, d>>16) + "(" + u.name + ")"
	staff := 1 + int(d>>56%3)
	f.risks.add(row(stamped(id, at), u.path, title, pick(riskTypes, d>>5), status, pick(manifestations, d>>7), pick(causes, d>>9), consequence, likelihood, severity, false, false,
		pick(foundBy, d>>11), grade, proposed, "U", powerType, controlled, reason, retired, u.id, onPower, onStep, onPost, u.people[staff], u.people[0], u.leader)...)
	assess := func(kind, grade string, at time.Time, actor int, role string) {
		f.assessments.add(row([]any{f.assessments.id()}, u.path, kind, grade, "U", proposed, likelihood, severity, consequence, false, false,
			"worse-of", 1, clause, "", u.names[actor], role, at, u.id, id, u.people[actor])...)
	}
	assess("PROPOSAL", proposed, at, staff, "STAFF")
	if grade != "U" {
		assess("DECISION", grade, at.AddDate(0, 0, 14), 0, "DEPT_HEAD")
	}
}

// signers adds the accounts of the whole system's principal leader and of a department's head.
func (f *filler) signers(all []*unit) {
	hash, err := argon2id.CreateHash(Password, argon2id.DefaultParams)
	if err != nil {
		f.err = err
		return
	}
	head := all[slices.IndexFunc(all, func(u *unit) bool { return !u.bureau })]
	for _, a := range []struct {
		login  string
		person int64
		led    any
	}{{Leader, all[0].people[0], begun}, {Head, head.people[0], nil}} {
		f.accounts.add(append(stamped(f.accounts.id(), begun), a.login, hash, false, begun, false, 0, begun, a.led, a.person)...)
	}
	for _, role := range []string{"INSPECTOR", "LEADING_GROUP", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR"} {
		id := f.accounts.id()
		f.accounts.add(append(stamped(id, begun), "bench-"+strings.ToLower(role), hash, false, begun, false, 0, begun, nil, nil)...)
		f.roles.add(append(stamped(f.roles.id(), begun), day(begun), role, "测量", "ACTIVE", id, all[0].id)...)
	}
}

// rollUp counts the risk points into the program's roll-up, as the program's own folding would.
func rollUp(ctx context.Context, db *sql.DB, lite bool) error {
	w := &writer{db: db, lite: lite}
	rows, err := w.columns(ctx, "risk_points")
	if err != nil {
		return err
	}
	counts, err := w.columns(ctx, "risk_counts")
	if err != nil {
		return err
	}
	// Each part of the key under the names that schemas have for it; a set of one type is written
	// like the type.
	var of, into []string
	for _, names := range [][]string{{"grade"}, {"risk_type", "risk_types"}, {"power_type"}, {"status"}, {"controlled", "defended"}} {
		there := func(columns map[string]bool) string {
			return names[max(0, slices.IndexFunc(names, func(n string) bool { return columns[n] }))]
		}
		of, into = append(of, there(rows)), append(into, there(counts))
	}
	key := strings.Join(of, ", ")
	for n := range 7 {
		unit, where := "0", ""
		if n > 0 {
			unit = fmt.Sprintf("l%d", n)
			where = " WHERE " + unit + " <> 0"
		}
		group := key
		if n > 0 {
			group = unit + ", " + key
		}
		_, err := db.ExecContext(ctx, fmt.Sprintf("INSERT INTO risk_counts (unit_id, %s, n) SELECT %s, %s, COUNT(*) FROM risk_points%s GROUP BY %s", strings.Join(into, ", "), unit, key, where, group))
		if err != nil {
			return err
		}
	}
	return nil
}
