package check

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/checkitem"
	"sineng/ent/supervisioncheck"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/fault"
)

// Begin begins a check.
type Begin struct {
	CheckID         int64
	ExpectedVersion int
}

// Begin draws the sample of a check. It is drawn once; the seed and of how many it was drawn are kept, so that anybody can draw
// again.
func (s *Service) Begin(ctx context.Context, in Begin) (*ent.SupervisionCheck, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionBeginCheck}, func(ctx context.Context, tx *ent.Tx) (*ent.SupervisionCheck, error) {
		c, err := s.find(ctx, tx, in.CheckID, in.ExpectedVersion)
		if err != nil {
			return nil, err
		}
		if c.BegunAt != nil {
			return nil, fault.New(fault.InvalidTransition, "BEGUN_ALREADY", "checkId", "已经抽取检查样本,不能重新抽取", "Its sample is drawn already, and is not drawn again")
		}
		bureau, err := tx.Unit.Get(everywhere(ctx), c.BureauID)
		if err != nil {
			return nil, err
		}
		is, err := read(ctx, tx.Client(), bureau, s.store.Today())
		if err != nil {
			return nil, err
		}
		risks := is.toCheck(c)
		if err := notOwn(viewer.FromContext(ctx).PersonID, c, risks); err != nil {
			return nil, err
		}
		var ids []int64
		for _, r := range risks {
			ids = append(ids, r.ID)
		}
		seed := s.seed()
		var items []*ent.CheckItemCreate
		for i, id := range Draw(seed, ids, is.settings.Rhythm(c.Kind, c.Grade).Sample) {
			items = append(items, tx.CheckItem.Create().SetCheckID(c.ID).SetPosition(i+1).SetRiskPointID(id))
		}
		if err := tx.CheckItem.CreateBulk(items...).Exec(everywhere(ctx)); err != nil {
			return nil, err
		}
		return s.update(ctx, tx, c, func(m *ent.SupervisionCheckMutation) {
			m.SetBegunAt(s.store.Now())
			m.SetSeed(seed)
			m.SetPopulation(len(ids))
		})
	})
}

// toCheck are the risk points that a check is about, by their ids.
func (b *supervised) toCheck(c *ent.SupervisionCheck) []Risk {
	rhythm := b.settings.Rhythm(c.Kind, c.Grade)
	var chain []Department
	for _, d := range b.departments {
		if d.ID == c.UnitID {
			chain = append(chain, d)
		}
	}
	var out []Risk
	for _, r := range b.risks {
		switch {
		case r.Department != c.UnitID || len(chain) == 0:
		case c.Kind == term.CheckKindHead, r.Grade == c.Grade && supervisor(chain[0].Chain, rhythm.Tier, r.Own).Person == value(c.PersonID):
			out = append(out, r)
		}
	}
	return out
}

// notOwn refuses who would check what is their own: one to whom a late check went up, or who signs for another.
func notOwn(person int64, c *ent.SupervisionCheck, risks []Risk) error {
	if c.Kind == term.CheckKindRisks && slices.ContainsFunc(risks, func(r Risk) bool { return slices.Contains(r.Own, person) }) {
		return fault.New(fault.Forbidden, "OWN_RISKS", "checkId", "其中有您本人负责或涉及的风险点,不能由您检查,请由其他上级检查",
			"Among them are risk points that you answer for or are exposed to: somebody else above has to check them")
	}
	return nil
}

// Record is what was found.
type Record struct {
	CheckID         int64
	ExpectedVersion int
	Summary         string
	Items           []*Found
	// Done ends the check; without it, what was found so far is kept.
	Done bool
}

// Found is what was found of one risk point of the sample.
type Found struct {
	RiskPointID int64
	Outcome     *term.CheckOutcome // nil while it was not looked at
	Finding     string
}

const (
	mostSummary = 4000
	mostFinding = 2000
)

// Record keeps what was found, and with Done ends the check; those asked for earlier that were not made are then missed.
func (s *Service) Record(ctx context.Context, in Record) (*ent.SupervisionCheck, error) {
	in.Summary = strings.TrimSpace(in.Summary)
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionRecordCheck}, func(ctx context.Context, tx *ent.Tx) (*ent.SupervisionCheck, error) {
		c, err := s.find(ctx, tx, in.CheckID, in.ExpectedVersion)
		if err != nil {
			return nil, err
		}
		items, err := tx.CheckItem.Query().Where(checkitem.CheckID(c.ID)).Order(checkitem.ByPosition()).All(everywhere(ctx))
		if err != nil {
			return nil, err
		}
		after, err := in.apply(c, items)
		if err != nil {
			return nil, err
		}
		defects := 0
		for i, item := range items {
			if o := after[i].Outcome; o != nil && *o == term.CheckOutcomeDefect {
				defects++
			}
			if same(item, after[i]) {
				continue
			}
			u := tx.CheckItem.UpdateOne(item).SetFinding(after[i].Finding).ClearOutcome()
			if after[i].Outcome != nil {
				u.SetOutcome(*after[i].Outcome)
			}
			if err := u.Exec(everywhere(ctx)); err != nil {
				return nil, err
			}
		}
		write := func(m *ent.SupervisionCheckMutation) {
			m.SetSummary(in.Summary)
			m.SetDefects(defects)
		}
		if !in.Done {
			return s.update(ctx, tx, c, write)
		}
		return s.finish(ctx, tx, c, write)
	})
}

// begun is nil once the sample of a check is drawn, before which nothing is recorded; field names the input that gave its id.
func begun(c *ent.SupervisionCheck, field string) error {
	if c.BegunAt != nil {
		return nil
	}
	return fault.New(fault.InvalidTransition, "NOT_BEGUN", field, "请先抽取检查样本", "Draw the sample first")
}

func same(item *ent.CheckItem, f *Found) bool {
	return item.Finding == f.Finding && (item.Outcome == nil) == (f.Outcome == nil) && (f.Outcome == nil || *item.Outcome == *f.Outcome)
}

// apply checks what is recorded, and returns what is then known of each item.
func (in Record) apply(c *ent.SupervisionCheck, items []*ent.CheckItem) ([]*Found, error) {
	var bad fault.List
	if err := begun(c, "checkId"); err != nil {
		return nil, err
	}
	out := make([]*Found, len(items))
	for i, item := range items {
		out[i] = &Found{item.RiskPointID, item.Outcome, item.Finding}
	}
	for n, f := range in.Items {
		at := fmt.Sprintf("items.%d.", n)
		i := slices.IndexFunc(items, func(item *ent.CheckItem) bool { return item.RiskPointID == f.RiskPointID })
		if i < 0 {
			bad.Add(fault.MissingAt(at+"riskPointId", "样本中的风险点", "risk point of the sample"))
			continue
		}
		finding := strings.TrimSpace(f.Finding)
		if utf8.RuneCountInString(finding) > mostFinding {
			bad.Add(tooLong(at+"finding", mostFinding))
		}
		out[i] = &Found{f.RiskPointID, f.Outcome, finding}
	}
	if utf8.RuneCountInString(in.Summary) > mostSummary {
		bad.Add(tooLong("summary", mostSummary))
	}
	if in.Done {
		bad = append(bad, in.incomplete(items, out)...)
	}
	return out, bad.Err()
}

// incomplete is what is wanting for a check to end.
func (in Record) incomplete(items []*ent.CheckItem, after []*Found) fault.List {
	var bad fault.List
	if in.Summary == "" {
		bad.Add(fault.Bad("summary", "MISSING", "请写明检查情况和结论", "Say what was looked at and what you conclude"))
	}
	for i, f := range after {
		field := fmt.Sprintf("items.%d.", i)
		n := strconv.Itoa(items[i].Position)
		switch {
		case f.Outcome == nil:
			bad.Add(fault.Bad(field+"outcome", "MISSING", "第 "+n+" 项还没有检查结果", "Item "+n+" has no outcome yet"))
		case *f.Outcome == term.CheckOutcomeDefect && f.Finding == "":
			bad.Add(fault.Bad(field+"finding", "MISSING", "第 "+n+" 项存在问题,请写明问题", "Item "+n+" was found wanting: say in what"))
		}
	}
	return bad
}

func tooLong(field string, most int) *fault.Error {
	return fault.Bad(field, "TOO_LONG", fmt.Sprintf("不能超过 %d 个字符", most), fmt.Sprintf("At most %d characters", most))
}

// finish ends a check, and those of the same thing that were due before its period.
func (s *Service) finish(ctx context.Context, tx *ent.Tx, c *ent.SupervisionCheck, write func(*ent.SupervisionCheckMutation)) (*ent.SupervisionCheck, error) {
	v := viewer.FromContext(ctx)
	err := s.step(ctx, tx, c, EventRecord, func(m *ent.SupervisionCheckMutation) {
		write(m)
		m.SetDoneAt(s.store.Now())
		m.SetDoneBy(v.AccountID)
		m.SetDoneName(v.Name)
	})
	if err != nil {
		return nil, err
	}
	q := tx.SupervisionCheck.Query().Where(supervisioncheck.UnitID(c.UnitID), supervisioncheck.StateEQ(term.CheckStateDue), supervisioncheck.KindEQ(c.Kind),
		supervisioncheck.GradeEQ(c.Grade), supervisioncheck.DueOnLT(c.FromDay))
	if c.SubjectID != nil {
		q.Where(supervisioncheck.SubjectID(*c.SubjectID))
	}
	earlier, err := q.Order(supervisioncheck.ByID()).All(everywhere(ctx))
	if err != nil {
		return nil, err
	}
	for _, e := range earlier {
		if value(e.PersonID) != value(c.PersonID) {
			continue
		}
		if err := s.step(ctx, tx, e, EventMiss, func(*ent.SupervisionCheckMutation) {}); err != nil {
			return nil, err
		}
	}
	return tx.SupervisionCheck.Get(everywhere(ctx), c.ID)
}
