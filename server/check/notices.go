package check

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"

	"sineng/ent"
	"sineng/ent/checkhandover"
	"sineng/ent/checkitem"
	"sineng/ent/riskpoint"
	"sineng/ent/supervisioncheck"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/follow"
	"sineng/server/notice"
	"sineng/server/store"
	"sineng/server/timer"
)

const (
	// noticeBatch is how many rows one transaction reports.
	noticeBatch = 500
	// overdueFor is for how many days after its last day a late check is looked for, should no server have run.
	overdueFor = 31
	// promptDays is for how many days of a month prompts are given, should no server have run on the first.
	promptDays = 10
)

// Notices registers the notices on checks.
func (s *Service) Notices() notice.Source {
	return notice.Source{
		Kinds: []notice.Kind{
			{Kind: term.NoticeKindCheckPlanned, Page: "/checks", ZH: "{subject}有 {count} 项监督检查由您负责,最早 {due} 到期",
				EN: "{count} checks of supervision in {subject} are yours, the first due on {due}",
				Many: &notice.Many{Page: "/checks", ZH: "{many} 个单位共有 {count} 项监督检查由您负责,最早 {due} 到期",
					EN: "{count} checks of supervision in {many} units are yours, the first due on {due}", Words: countAndDue, Again: countAndDue}},
			{Kind: term.NoticeKindCheckOverdue, Page: "/checks/{id}", ZH: "{subject}的监督检查已于 {due} 到期,请尽快办理", EN: "The check of {subject} was due on {due}: make it now",
				Many: &notice.Many{Page: "/checks?late=yes", ZH: "有 {many} 项监督检查已到期,最早的于 {due} 到期,请尽快办理", EN: "{many} checks are late, the first was due on {due}: make them now", Words: dueAlone}},
			{Kind: term.NoticeKindCheckEscalated, Page: "/checks/{id}", ZH: "{subject}的监督检查 {due} 到期后仍未办理,现上报({to})",
				EN: "The check of {subject} was due on {due} and has not been made; it went up ({to})",
				Many: &notice.Many{Page: "/checks?late=yes&unit={id}", ZH: "有 {many} 项监督检查到期后仍未办理,现上报,最早的于 {due} 到期",
					EN: "{many} checks have not been made in time and went up, the first was due on {due}", Words: dueAlone}},
			{Kind: term.NoticeKindCheckFound, Page: "/checks/{id}", ZH: "对{subject}的监督检查发现 {count} 个问题,请核实改进", EN: "A check of {subject} found {count} things wanting: look into them",
				Many: &notice.Many{Page: "/checks?state=DONE&unit={id}", ZH: "{many} 项监督检查共发现 {count} 个问题,请核实改进", EN: "{many} checks found {count} things wanting: look into them", Words: countAndDue}},
			{Kind: term.NoticeKindHandoverToSign, Page: "/checks/handovers", ZH: "{subject}有 {count} 项监督检查交接,请签署交接清单",
				EN:   "{count} checks of {subject} were handed over: sign the list",
				Many: &notice.Many{Page: "/checks/handovers", ZH: "有 {many} 份监督检查交接清单待签署,共 {count} 项检查", EN: "{many} lists of checks that were handed over, {count} checks in all: sign them", Words: countAndDue}},
			{Kind: term.NoticeKindRiskPrompt, Page: "/risks?grade=A&unit={id}", ZH: "风险提示:您在{subject}负责或涉及 A 级风险点,请对照防控措施提醒自己",
				EN: "A reminder: you answer for or are exposed to A risks in {subject}; keep to their measures",
				Many: &notice.Many{Page: "/risks?grade=A&unit={id}", ZH: "风险提示:您在 {many} 个单位负责或涉及 A 级风险点,请对照防控措施提醒自己",
					EN: "A reminder: you answer for or are exposed to A risks in {many} units; keep to their measures"}},
		},
		Words: map[string]notice.Word{"to": notice.Label[term.Role]},
		Answers: []notice.Answer{
			{With: s.notifyPlanned, To: []term.AuditAction{term.AuditActionPlanChecks}},
			{With: s.notifyEscalated, To: []term.AuditAction{term.AuditActionEscalateCheck}},
			{With: s.notifyFound, To: []term.AuditAction{term.AuditActionRecordCheck}},
		},
		Clocks: []notice.Clock{{Kind: "check.overdue", With: s.notifyOverdue, Back: overdueFor}, {Kind: "check.prompt", With: s.notifyPrompt, Back: promptDays}},
		Seen:   map[string]func(context.Context, []int64) ([]int64, error){supervisioncheck.Table: s.seenChecks, checkhandover.Table: s.seenHandovers},
	}
}

// countAndDue are how many things several notices name together, and the first day.
func countAndDue(all []map[string]string) map[string]string {
	return map[string]string{"count": notice.Sum(all, "count"), "due": notice.Earliest(all, "due")}
}

// dueAlone is the first day that several notices name.
func dueAlone(all []map[string]string) map[string]string {
	return map[string]string{"due": notice.Earliest(all, "due")}
}

// seenChecks are those of some checks that the viewer sees.
func (s *Service) seenChecks(ctx context.Context, ids []int64) ([]int64, error) {
	return s.store.Reader(ctx).SupervisionCheck.Query().Where(supervisioncheck.IDIn(ids...)).IDs(ctx)
}

// seenHandovers are those of some handovers that the viewer sees.
func (s *Service) seenHandovers(ctx context.Context, ids []int64) ([]int64, error) {
	return s.store.Reader(ctx).CheckHandover.Query().Where(checkhandover.IDIn(ids...)).IDs(ctx)
}

// notifyPlanned tells supervisors of the checks that they got in one planning, and both people of a handover.
func (s *Service) notifyPlanned(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	for _, e := range entries {
		var checks, handovers []int64
		for _, d := range e.Changes {
			_, moved := d.Columns[supervisioncheck.FieldPersonID]
			switch {
			case d.Type == ent.TypeSupervisionCheck && (moved || d.Op == store.RowCreated):
				checks = append(checks, d.ID)
			case d.Type == ent.TypeCheckHandover:
				handovers = append(handovers, d.ID)
			}
		}
		if err := s.tellSupervisors(ctx, b, e, checks); err != nil {
			return err
		}
		if err := s.tellHandovers(ctx, b, handovers); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) tellSupervisors(ctx context.Context, b *notice.Batch, e follow.Entry, ids []int64) error {
	type own struct {
		count int
		due   time.Time
	}
	of := map[int64]*own{}
	for some := range slices.Chunk(ids, noticeBatch) {
		rows, err := b.Tx.SupervisionCheck.Query().Where(supervisioncheck.IDIn(some...), supervisioncheck.StateEQ(term.CheckStateDue), supervisioncheck.PersonIDNotNil()).All(ctx)
		if err != nil {
			return err
		}
		for _, r := range rows {
			o := of[*r.PersonID]
			if o == nil {
				o = &own{due: r.DueOn}
				of[*r.PersonID] = o
			}
			if o.count++; r.DueOn.Before(o.due) {
				o.due = r.DueOn
			}
		}
	}
	if len(of) == 0 {
		return nil
	}
	bureau, err := b.Tx.Unit.Get(ctx, e.Unit)
	if err != nil {
		return err
	}
	people := make([]int64, 0, len(of))
	for id := range of {
		people = append(people, id)
	}
	slices.Sort(people)
	accounts, err := b.AccountsOf(ctx, people)
	if err != nil {
		return err
	}
	for _, id := range people {
		b.Notify([]int64{accounts[id]}, notice.Notice{Kind: term.NoticeKindCheckPlanned, Object: bureau.ID, Key: notice.Key("checks planned", bureau.ID, e.Index),
			Words: map[string]string{"unit": bureau.Name, "count": strconv.Itoa(of[id].count), "due": of[id].due.Format(time.DateOnly)}})
	}
	return nil
}

func (s *Service) tellHandovers(ctx context.Context, b *notice.Batch, ids []int64) error {
	rows, err := b.Tx.CheckHandover.Query().Where(checkhandover.IDIn(ids...)).WithUnit().Order(checkhandover.ByID()).All(ctx)
	if err != nil {
		return err
	}
	var people []int64
	for _, h := range rows {
		people = append(people, h.PredecessorID, h.SuccessorID)
	}
	if _, err := b.AccountsOf(ctx, people); err != nil {
		return err
	}
	for _, h := range rows {
		accounts, err := b.Accounts(ctx, h.PredecessorID, h.SuccessorID)
		if err != nil {
			return err
		}
		b.Notify(accounts, notice.Notice{Kind: term.NoticeKindHandoverToSign, Object: h.ID, Key: notice.Key("handover", h.ID),
			Words: map[string]string{"unit": h.Edges.Unit.Name, "count": strconv.Itoa(len(h.Checks))}})
	}
	return nil
}

// words name the unit that is checked and when the check was due.
func words(c *ent.SupervisionCheck) map[string]string {
	return map[string]string{"unit": c.Edges.Unit.Name, "due": c.DueOn.Format(time.DateOnly)}
}

// notifyEscalated tells those to whom late checks go, and inspectors each time; not who is late, nor whom a check is about.
func (s *Service) notifyEscalated(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	checks, err := s.escalated(ctx, b, entries)
	if err != nil {
		return err
	}
	for _, e := range entries {
		c := checks[e.Object.ID]
		but, err := b.Accounts(ctx, value(c.PersonID), value(c.SubjectID))
		if err != nil {
			return err
		}
		to := term.Role(e.Details["to"])
		for _, role := range slices.Compact([]term.Role{to, term.RoleInspector}) {
			holders, err := b.Holders(ctx, role, c.Levels(), but...)
			if err != nil {
				return err
			}
			w := words(c)
			w["to"] = string(to)
			b.Notify(holders, notice.Notice{Kind: term.NoticeKindCheckEscalated, Object: c.ID, Key: notice.Key("check escalated", c.ID, e.Details["hop"]), Words: w, At: c.Levels()})
		}
	}
	return nil
}

// escalated reads the checks of entries, with all who may be notified of them, together.
func (s *Service) escalated(ctx context.Context, b *notice.Batch, entries []follow.Entry) (map[int64]*ent.SupervisionCheck, error) {
	out, ids := map[int64]*ent.SupervisionCheck{}, make([]int64, len(entries))
	for i, e := range entries {
		ids[i] = e.Object.ID
	}
	rows, err := b.Tx.SupervisionCheck.Query().Where(supervisioncheck.IDIn(ids...)).WithUnit().All(ctx)
	if err != nil {
		return nil, err
	}
	var people []int64
	for _, c := range rows {
		out[c.ID] = c
		people = append(people, value(c.PersonID), value(c.SubjectID))
	}
	by := map[term.Role][]authz.Levels{}
	for _, e := range entries {
		c := out[e.Object.ID]
		if c == nil {
			return nil, fmt.Errorf("an entry of the log names the check %d, which is not there", e.Object.ID)
		}
		for _, role := range []term.Role{term.Role(e.Details["to"]), term.RoleInspector} {
			by[role] = append(by[role], c.Levels())
		}
	}
	if _, err := b.AccountsOf(ctx, people); err != nil {
		return nil, err
	}
	for _, role := range slices.Sorted(maps.Keys(by)) {
		if err := b.ReadHolders(ctx, by[role], role); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// notifyFound tells of what a check found wanting: the heads of the department, those who answer for the risk points, and whom a
// check was about.
func (s *Service) notifyFound(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	for _, e := range entries {
		c, err := b.Tx.SupervisionCheck.Query().Where(supervisioncheck.ID(e.Object.ID)).WithUnit().Only(ctx)
		if err != nil {
			return err
		}
		if c.State != term.CheckStateDone || c.Defects == 0 {
			continue
		}
		told, err := b.Holders(ctx, term.RoleDeptHead, c.Levels())
		if err != nil {
			return err
		}
		items, err := b.Tx.CheckItem.Query().Where(checkitem.CheckID(c.ID), checkitem.OutcomeEQ(term.CheckOutcomeDefect)).WithRiskPoint().All(ctx)
		if err != nil {
			return err
		}
		people := []int64{value(c.SubjectID)}
		if c.Kind == term.CheckKindRisks {
			for _, i := range items {
				people = append(people, value(i.Edges.RiskPoint.DirectOwnerID))
			}
		}
		accounts, err := b.Accounts(ctx, people...)
		if err != nil {
			return err
		}
		if c.Kind == term.CheckKindHead { // what is found of a head is between them and those above
			told = nil
		}
		w := words(c)
		w["count"] = strconv.Itoa(c.Defects)
		told = notice.Except(slices.Concat(told, accounts), value(c.DoneBy))
		slices.Sort(told)
		b.Notify(slices.Compact(told), notice.Notice{Kind: term.NoticeKindCheckFound, Object: c.ID, Key: notice.Key("check found", c.ID), Words: w, At: c.Levels()})
	}
	return nil
}

// notifyOverdue tells supervisors of checks that have become late, once each.
func (s *Service) notifyOverdue(ctx context.Context, b *notice.Batch, item *timer.Item) error {
	rows, err := b.Tx.SupervisionCheck.Query().Where(supervisioncheck.IDGT(item.Cursor), supervisioncheck.StateEQ(term.CheckStateDue), supervisioncheck.PersonIDNotNil(),
		supervisioncheck.DueOnLT(b.Today), supervisioncheck.DueOnGTE(b.Today.AddDate(0, 0, -overdueFor))).WithUnit().Order(supervisioncheck.ByID()).Limit(noticeBatch).All(ctx)
	if err != nil {
		return err
	}
	people := make([]int64, 0, len(rows))
	for _, c := range rows {
		people = append(people, *c.PersonID)
	}
	accounts, err := b.AccountsOf(ctx, people)
	if err != nil {
		return err
	}
	for _, c := range rows {
		b.Notify([]int64{accounts[*c.PersonID]}, notice.Notice{Kind: term.NoticeKindCheckOverdue, Object: c.ID, Key: notice.Key("check overdue", c.ID), Words: words(c)})
	}
	if len(rows) == noticeBatch {
		item.Continue(rows[len(rows)-1].ID)
	}
	return nil
}

// notifyPrompt reminds those on A risks of them, once in each month that the settings name.
func (s *Service) notifyPrompt(ctx context.Context, b *notice.Batch, item *timer.Item) error {
	if b.Today.Day() > promptDays {
		return nil
	}
	rows, err := b.Tx.RiskPoint.Query().Where(riskpoint.IDGT(item.Cursor), riskpoint.StatusEQ(term.RiskStatusDecided), riskpoint.GradeEQ(term.GradeA)).
		WithUnit().WithExposedPersons().Order(riskpoint.ByID()).Limit(noticeBatch).All(ctx)
	if err != nil {
		return err
	}
	type on struct{ person, unit int64 }
	told, names, at := map[on]bool{}, map[int64]string{}, map[int64]authz.Levels{}
	settings := map[int64]bool{}
	var people []int64
	for _, r := range rows {
		asks, known := settings[r.UnitID]
		if !known {
			plan, err := planOn(ctx, b.Tx.Client(), r.Edges.Unit)
			if err != nil {
				return err
			}
			asks = slices.Contains(plan.PromptMonths, int(b.Today.Month()))
			settings[r.UnitID] = asks
		}
		if !asks {
			continue
		}
		names[r.UnitID], at[r.UnitID] = r.Edges.Unit.Name, r.Levels()
		own := []int64{value(r.DirectOwnerID), value(r.PersonID)}
		for _, p := range r.Edges.ExposedPersons {
			own = append(own, p.ID)
		}
		slices.Sort(own)
		for _, id := range slices.Compact(own) {
			if id != 0 {
				told[on{id, r.UnitID}] = true
				people = append(people, id)
			}
		}
	}
	accounts, err := b.AccountsOf(ctx, people)
	if err != nil {
		return err
	}
	keys := make([]on, 0, len(told))
	for k := range told {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b on) int { return cmp.Or(cmp.Compare(a.person, b.person), cmp.Compare(a.unit, b.unit)) })
	for _, k := range keys {
		b.Notify([]int64{accounts[k.person]}, notice.Notice{Kind: term.NoticeKindRiskPrompt, Object: k.unit, Key: notice.Key("risk prompt "+b.Today.Format("2006-01"), k.unit),
			Words: map[string]string{"unit": names[k.unit]}, At: at[k.unit]})
	}
	if len(rows) == noticeBatch {
		item.Continue(rows[len(rows)-1].ID)
	}
	return nil
}
