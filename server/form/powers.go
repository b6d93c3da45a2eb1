package form

import (
	"context"
	"fmt"
	"strings"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/duty"
	"sineng/ent/post"
	"sineng/ent/power"
	"sineng/ent/process"
	"sineng/ent/processstep"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/form/wording"
	"sineng/server/office"
	"sineng/server/register"
)

const sectionPowers = "powers"

// readPowers reads 表1: the powers of the unit in force.
func (b *book) readPowers(ctx context.Context, client *ent.Client) error {
	powers, err := client.Power.Query().Where(power.UnitID(b.unit.ID), power.Or(power.RetiredOnIsNil(), power.RetiredOnGT(b.today))).
		WithExercisingPosts(func(q *ent.PostQuery) { q.Order(post.ByName(), post.ByID()) }).
		Order(power.ByCode(), power.ByID()).All(ctx)
	if err != nil {
		return err
	}
	var ids, exercising, referred []int64
	for _, p := range powers {
		ids = append(ids, p.ID)
		for _, q := range p.Edges.ExercisingPosts {
			exercising = append(exercising, q.ID)
			b.addPost(q)
		}
		for _, id := range []*int64{p.DecisionPostID, p.ExecutionPostID, p.SupervisionPostID} {
			if id != nil {
				referred = append(referred, *id)
			}
		}
	}
	if err := b.addPosts(ctx, client, referred); err != nil {
		return err
	}
	holders, err := b.holders(ctx, client, exercising)
	if err != nil {
		return err
	}
	if err := b.readDuties(ctx, client, exercising); err != nil {
		return err
	}
	processes, err := processTexts(ctx, client, ids)
	if err != nil {
		return err
	}
	worst, err := worstGrades(ctx, client, ids)
	if err != nil {
		return err
	}
	for _, p := range powers {
		cells := b.powerCells(p)
		cells["holders"], cells["process"], cells["grade"] = b.holderText(p, holders), processes[p.ID], gradeText(worst[p.ID])
		if cells["process"] == "" {
			cells["process"] = "无"
		}
		b.entries[sectionPowers] = append(b.entries[sectionPowers], &entry{section: sectionPowers, key: RowKey36(p.ID), version: p.Version, cells: cells, row: p})
	}
	return nil
}

// holders returns the people who hold posts today, by post.
func (b *book) holders(ctx context.Context, client *ent.Client, posts []int64) (map[int64][]*ent.Person, error) {
	rows, err := client.Appointment.Query().Where(appointment.PostIDIn(posts...), office.InForce(b.today)).WithPerson().
		Order(appointment.ByFromDay(), appointment.ByID()).All(ctx)
	out := map[int64][]*ent.Person{}
	for _, a := range rows {
		out[a.PostID] = append(out[a.PostID], a.Edges.Person)
	}
	return out, err
}

// readDuties reads the duties of the unit's posts and of the posts given.
func (b *book) readDuties(ctx context.Context, client *ent.Client, posts []int64) error {
	rows, err := client.Duty.Query().Where(duty.Or(duty.UnitID(b.unit.ID), duty.PostIDIn(posts...))).
		Order(duty.BySortOrder(), duty.ByID()).All(ctx)
	for _, d := range rows {
		b.duties[d.PostID] = append(b.duties[d.PostID], d)
	}
	return err
}

// processTexts describes the process of powers: the version in force and its
// number of steps.
func processTexts(ctx context.Context, client *ent.Client, powers []int64) (map[int64]string, error) {
	rows, err := client.Process.Query().Where(process.PowerIDIn(powers...), process.Current(true)).All(ctx)
	if err != nil {
		return nil, err
	}
	var ids []int64
	for _, p := range rows {
		ids = append(ids, p.ID)
	}
	var counts []struct {
		ProcessID int64 `json:"process_id"`
		Count     int
	}
	if err := client.ProcessStep.Query().Where(processstep.ProcessIDIn(ids...)).GroupBy(processstep.FieldProcessID).
		Aggregate(ent.Count()).Scan(ctx, &counts); err != nil {
		return nil, err
	}
	steps := map[int64]int{}
	for _, c := range counts {
		steps[c.ProcessID] = c.Count
	}
	out := map[int64]string{}
	for _, p := range rows {
		out[p.PowerID] = fmt.Sprintf("有(第%d版,%d个环节)", p.Revision, steps[p.ID])
	}
	return out, nil
}

// worstGrades returns the worst decided grade of each power.
func worstGrades(ctx context.Context, client *ent.Client, powers []int64) (map[int64]term.Grade, error) {
	var rows []struct {
		PowerID int64 `json:"power_id"`
		Worst   string
	}
	err := client.RiskPoint.Query().Where(riskpoint.PowerIDIn(powers...), riskpoint.StatusIn(register.Living...), riskpoint.GradeNEQ(term.Ungraded)).
		GroupBy(riskpoint.FieldPowerID).Aggregate(ent.As(ent.Min(riskpoint.FieldGrade), "worst")).Scan(ctx, &rows)
	out := map[int64]term.Grade{}
	for _, r := range rows {
		out[r.PowerID] = term.Grade(r.Worst)
	}
	return out, err
}

// powerCells returns a power as cells of 表1, without those computed from other
// rows.
func (b *book) powerCells(p *ent.Power) map[string]string {
	return map[string]string{
		"code": line(p.Code), "name": line(p.Name), "type": p.Type.Label("zh"), "duties": b.dutyText(idsOf(p.Edges.ExercisingPosts)),
		"legal": wording.LegalText(p.LegalBases), "posts": b.posts.list(idsOf(p.Edges.ExercisingPosts)),
		"decision": b.postText(p.DecisionPostID), "execution": b.postText(p.ExecutionPostID), "supervision": b.postText(p.SupervisionPostID),
		"frequency": line(p.Frequency), "discretion": p.Discretion.Label("zh"), "limit": numberText(p.TimeLimitDays),
		"scope": line(p.DisclosureScope), "form": line(p.DisclosureForm), "reason": line(p.DisclosureReason),
	}
}

func idsOf(posts []*ent.Post) []int64 {
	out := make([]int64, len(posts))
	for i, p := range posts {
		out[i] = p.ID
	}
	return out
}

func (b *book) postText(id *int64) string {
	if id == nil {
		return ""
	}
	return b.posts.text(*id)
}

func (b *book) holderText(p *ent.Power, holders map[int64][]*ent.Person) string {
	var out []string
	seen := map[int64]bool{}
	for _, q := range p.Edges.ExercisingPosts {
		for _, who := range holders[q.ID] {
			if who != nil && !seen[who.ID] {
				seen[who.ID] = true
				out = append(out, line(who.Name))
			}
		}
	}
	return strings.Join(out, listDivider)
}

// dutyText returns the duties of posts, one per line, preceded by the post's
// name when there are several posts.
func (b *book) dutyText(posts []int64) string {
	var out []string
	for _, id := range posts {
		for _, d := range b.duties[id] {
			text := line(d.Content)
			if len(posts) > 1 {
				text = b.posts.text(id) + ":" + text
			}
			out = append(out, text)
		}
	}
	return strings.Join(out, "\n")
}

// powerWrite is what a row of 表1 writes to the register.
type powerWrite struct {
	row     *ent.Power // nil for a new one
	details register.PowerDetails
	// duties are the lines of the single responsible post, when they were
	// typed.
	duties     []string
	dutiesPost int64
}

func powerOf(p *ent.Power) register.PowerDetails {
	return register.PowerDetails{Code: p.Code, Name: p.Name, Type: p.Type, LegalBases: p.LegalBases, Discretion: p.Discretion,
		DiscretionNote: p.DiscretionNote, TimeLimitDays: p.TimeLimitDays, Frequency: p.Frequency,
		Disclosure:        &register.Disclosure{Scope: p.DisclosureScope, Form: p.DisclosureForm, Reason: p.DisclosureReason},
		ExercisingPostIds: idsOf(p.Edges.ExercisingPosts),
		DecisionPostID:    p.DecisionPostID, ExecutionPostID: p.ExecutionPostID, SupervisionPostID: p.SupervisionPostID,
		Responsibilities: p.Responsibilities, Accountability: p.Accountability}
}

// power parses a typed row of 表1; row is nil for a new one.
func (b *book) power(row *ent.Power, cells map[string]string, bad func(*fault.Error)) *powerWrite {
	w := &powerWrite{row: row}
	if row != nil {
		w.details = powerOf(row)
	} else {
		w.details = register.PowerDetails{Discretion: term.DiscretionNone, Disclosure: &register.Disclosure{}}
	}
	d := &w.details
	r := reader{b.layout.table(sectionPowers).Columns, cells, bad}
	r.text("code", &d.Code)
	r.text("name", &d.Name)
	read(r, "type", &d.Type, func(c Column, s string) (term.PowerType, *fault.Error) { return choice(c, wording.PowerTypes.Parse, s) })
	read(r, "legal", &d.LegalBases, legal)
	read(r, "posts", &d.ExercisingPostIds, b.somePosts)
	read(r, "decision", &d.DecisionPostID, b.onePost)
	read(r, "execution", &d.ExecutionPostID, b.onePost)
	read(r, "supervision", &d.SupervisionPostID, b.onePost)
	r.text("frequency", &d.Frequency)
	read(r, "discretion", &d.Discretion, func(c Column, s string) (term.Discretion, *fault.Error) {
		return choice(c, wording.Discretions.Parse, s)
	})
	read(r, "limit", &d.TimeLimitDays, number)
	r.text("scope", &d.Disclosure.Scope)
	r.text("form", &d.Disclosure.Form)
	r.text("reason", &d.Disclosure.Reason)
	read(r, "duties", &w.duties, func(c Column, s string) ([]string, *fault.Error) {
		if s == "" && row == nil {
			return nil, nil
		}
		switch len(d.ExercisingPostIds) {
		case 0:
			return nil, fault.Bad(c.Code, "NO_POST", "请先填写责任岗位,再填写岗位职责", "Name the responsible post before its duties")
		case 1:
			w.dutiesPost = d.ExercisingPostIds[0]
			return b.dutyLines(c, w.dutiesPost, s)
		}
		return nil, fault.Bad(c.Code, "SEVERAL_POSTS", "有多个责任岗位时,岗位职责请到各岗位中修改", "With several responsible posts the duties are changed at the posts")
	})
	return w
}

// dutyLines parses the duties of a post; none may be removed.
func (b *book) dutyLines(c Column, post int64, text string) ([]string, *fault.Error) {
	var lines []string
	for l := range strings.SplitSeq(text, "\n") {
		if l = line(l); l != "" {
			lines = append(lines, l)
		}
	}
	if n := len(b.duties[post]); len(lines) < n {
		return nil, fault.Bad(c.Code, "DUTY_MISSING", fmt.Sprintf("该岗位已登记 %d 条职责,每条一行,不能少于 %d 行;可修改其文字", n, n),
			fmt.Sprintf("The post has %d duties, one a line: they may be rewritten but none left out", n))
	}
	return lines, nil
}

func (b *book) somePosts(c Column, text string) ([]int64, *fault.Error) {
	return some(c, b.posts, text, "岗位", "posts")
}

func (b *book) onePost(c Column, text string) (*int64, *fault.Error) {
	return one(c, b.posts, text, "岗位", "posts")
}
