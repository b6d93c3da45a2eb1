package campaign

import (
	"fmt"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/org"
)

// Details are the planned details of a campaign.
type Details struct {
	Year          int
	Title         string
	Description   string
	Kinds         []term.FormKind
	Phases        []*PhaseInput
	PublicityDays int
	ObjectionDays int
	PublicNames   bool
	PreviousID    *int64
}

// PhaseInput is a phase of the plan.
type PhaseInput struct {
	Phase    term.CampaignPhase
	From, To time.Time
	Due      []*DueInput
}

// DueInput is the deadline of a form.
type DueInput struct {
	Kind term.FormKind
	On   time.Time
}

// phaseOrder are the phases that have dates, in order.
var phaseOrder = []term.CampaignPhase{term.CampaignPhaseSurvey, term.CampaignPhaseMechanism, term.CampaignPhaseControl, term.CampaignPhaseSummary}

// plans are the phases in their stored form.
func (d Details) plans() []term.PhasePlan {
	out := make([]term.PhasePlan, len(d.Phases))
	for i, p := range d.Phases {
		out[i] = term.PhasePlan{Phase: p.Phase, From: p.From, To: p.To, Due: []term.FormDue{}}
		for _, due := range p.Due {
			out[i].Due = append(out[i].Due, term.FormDue{Kind: due.Kind, On: due.On})
		}
	}
	return out
}

// deadlines are the last days of the forms by kind.
func deadlines(phases []term.PhasePlan) map[term.FormKind]time.Time {
	out := map[term.FormKind]time.Time{}
	for _, p := range phases {
		for _, d := range p.Due {
			out[d.Kind] = d.On
		}
	}
	return out
}

// validate returns all errors of a plan together.
func validate(d Details) error {
	var bad fault.List
	const at = "details."
	if d.Year < 1949 || d.Year > 2199 {
		bad.Add(fault.Bad(at+"year", "OUT_OF_RANGE", "年份应在 1949 至 2199 之间", "The year is 1949 to 2199"))
	}
	bad.Add(org.Length(at+"title", d.Title, 1, 200, "专项工作名称", "The title"))
	bad.Add(org.Length(at+"description", d.Description, 0, 4000, "说明", "The description"))
	if d.PublicityDays < 1 || d.PublicityDays > 90 {
		bad.Add(fault.Bad(at+"publicityDays", "OUT_OF_RANGE", "公示期应为 1 至 90 天", "The public window is 1 to 90 days"))
	}
	if d.ObjectionDays < 1 || d.ObjectionDays > 180 {
		bad.Add(fault.Bad(at+"objectionDays", "OUT_OF_RANGE", "申诉答复期限应为 1 至 180 天", "An objection is answered within 1 to 180 days"))
	}
	switch {
	case len(d.Kinds) == 0:
		bad.Add(fault.Bad(at+"kinds", "REQUIRED", "请至少选择一张表格", "Choose at least one form"))
	case len(slices.Compact(slices.Sorted(slices.Values(d.Kinds)))) != len(d.Kinds):
		bad.Add(fault.Bad(at+"kinds", "TWICE", "同一张表格选择了两次", "A form is chosen twice"))
	}
	validatePhases(&bad, d)
	validateDeadlines(&bad, d)
	return bad.Err()
}

// validatePhases requires phases in order, without overlap, and near the campaign's year.
func validatePhases(bad *fault.List, d Details) {
	if len(d.Phases) == 0 {
		bad.Add(fault.Bad("details.phases", "REQUIRED", "请至少安排一个阶段", "Plan at least one phase"))
	}
	first := time.Date(d.Year, 1, 1, 0, 0, 0, 0, time.UTC)
	last := time.Date(d.Year+1, 12, 31, 0, 0, 0, 0, time.UTC)
	for i, p := range d.Phases {
		at := fmt.Sprintf("details.phases.%d", i)
		place := slices.Index(phaseOrder, p.Phase)
		zh, en := p.Phase.Label("zh"), p.Phase.Label("en")
		switch {
		case place < 0:
			bad.Add(fault.Bad(at+".phase", "NOT_PLANNABLE", "“"+zh+"”不是可以安排日期的阶段", en+" is no phase that is given days"))
			continue
		case i > 0 && slices.Index(phaseOrder, d.Phases[i-1].Phase) >= place:
			bad.Add(fault.Bad(at+".phase", "OUT_OF_ORDER", "阶段应按排查风险、完善机制、防控管理、总结提高的顺序安排,且各一次",
				"Phases come in the order survey, mechanism, control, summary, each once"))
		}
		switch {
		case p.To.Before(p.From):
			bad.Add(fault.Bad(at+".to", "ENDS_BEFORE_START", "“"+zh+"”的结束日期早于开始日期", en+" ends before it begins"))
		case p.From.Before(first):
			bad.Add(fault.Bad(at+".from", "OUTSIDE_YEAR", fmt.Sprintf("“%s”不能早于 %d 年 1 月 1 日", zh, d.Year), fmt.Sprintf("%s begins in %d at the earliest", en, d.Year)))
		case p.To.After(last):
			bad.Add(fault.Bad(at+".to", "OUTSIDE_YEAR", fmt.Sprintf("“%s”不能晚于 %d 年 12 月 31 日", zh, d.Year+1), fmt.Sprintf("%s ends in %d at the latest", en, d.Year+1)))
		case i > 0 && !p.From.After(d.Phases[i-1].To):
			bad.Add(fault.Bad(at+".from", "OVERLAPS", fmt.Sprintf("“%s”应在上一阶段结束(%s)之后开始", zh, day(d.Phases[i-1].To)),
				fmt.Sprintf("%s begins after the phase before it ends (%s)", en, day(d.Phases[i-1].To))))
		}
	}
}

// validateDeadlines requires one deadline for each form, within the phase that names it.
func validateDeadlines(bad *fault.List, d Details) {
	given := map[term.FormKind]bool{}
	for i, p := range d.Phases {
		for j, due := range p.Due {
			at := fmt.Sprintf("details.phases.%d.due.%d", i, j)
			zh, en := due.Kind.Label("zh"), due.Kind.Label("en")
			switch {
			case !slices.Contains(d.Kinds, due.Kind):
				bad.Add(fault.Bad(at+".kind", "NOT_INCLUDED", "本专项工作不包含"+zh, "The campaign does not include "+en))
			case given[due.Kind]:
				bad.Add(fault.Bad(at+".kind", "TWICE", zh+"的截止日期填写了两次", en+" is given two deadlines"))
			case due.On.Before(p.From) || due.On.After(p.To):
				bad.Add(fault.Bad(at+".on", "OUTSIDE_PHASE", fmt.Sprintf("%s的截止日期应在本阶段内(%s 至 %s)", zh, day(p.From), day(p.To)),
					fmt.Sprintf("The deadline of %s lies within its phase (%s to %s)", en, day(p.From), day(p.To))))
			}
			given[due.Kind] = true
		}
	}
	for _, k := range d.Kinds {
		if !given[k] {
			bad.Add(fault.Bad("details.phases", "NO_DEADLINE", "请为"+k.Label("zh")+"填写截止日期", "Give a deadline for "+k.Label("en")))
		}
	}
}

func day(t time.Time) string { return t.Format(time.DateOnly) }

// validatePrevious requires an earlier campaign of the same unit.
func validatePrevious(previous *ent.Campaign, unit int64, year int) error {
	switch {
	case previous == nil:
		return nil
	case previous.UnitID != unit:
		return fault.Bad("details.previousId", "OTHER_UNIT", "上一次专项工作应属于同一单位", "The campaign before is one of the same unit")
	case previous.Year >= year:
		return fault.Bad("details.previousId", "NOT_EARLIER", "上一次专项工作应早于本年度", "The campaign before is one of an earlier year")
	}
	return nil
}
