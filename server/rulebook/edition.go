package rulebook

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"sineng/ent"
	"sineng/server/fault"
)

const (
	mostTitle    = 200
	mostNumber   = 100
	mostIssuedBy = 200
	mostChanges  = 2000
	mostLink     = 500
	mostText     = 20_000
	// mostEditions are those of one document, withdrawn ones included.
	mostEditions = 50
	// leastDays and mostDays are within how many days what stands on a document is looked at.
	leastDays, mostDays = 1, 180
	// mostAhead is how many years ahead an edition may come into force, or a document be repealed.
	mostAhead = 5
	// firstYear is the earliest year in which an edition came into force.
	firstYear = 1949
)

// EditionDetails are what an edition says of itself.
type EditionDetails struct {
	Number   string // 文号
	IssuedBy string
	IssuedOn *time.Time
	// From is the first day in force.
	From    time.Time
	Changes string // what it changes; the first edition needs none
	// Link is the address of its text, Text the text itself.
	Link, Text string
	// ReviewWithinDays are the days within which what stands on the document is looked at, from when it comes into force.
	ReviewWithinDays int
}

// check tells all that is wrong with the details of an edition, of the first one of its document or a later one.
func (d *EditionDetails) check(first bool, today time.Time) error {
	d.Number, d.IssuedBy, d.Changes, d.Link, d.Text = strings.TrimSpace(d.Number), strings.TrimSpace(d.IssuedBy), strings.TrimSpace(d.Changes), strings.TrimSpace(d.Link), strings.TrimSpace(d.Text)
	var bad fault.List
	text := func(field, text string, most int) {
		if utf8.RuneCountInString(text) > most {
			bad.Add(fault.Bad("edition."+field, "TOO_LONG", fmt.Sprintf("不能超过 %d 个字符", most), fmt.Sprintf("At most %d characters", most)))
		}
	}
	text("number", d.Number, mostNumber)
	text("issuedBy", d.IssuedBy, mostIssuedBy)
	text("changes", d.Changes, mostChanges)
	text("link", d.Link, mostLink)
	text("text", d.Text, mostText)
	if strings.ContainsAny(d.Number, "\r\n") {
		bad.Add(fault.Bad("edition.number", "BAD_NUMBER", "文号应在一行内", "A number stands on one line"))
	}
	if d.Changes == "" && !first {
		bad.Add(fault.Bad("edition.changes", "MISSING", "请写明修改了哪些内容", "Say what it changes"))
	}
	if d.Link != "" && !address(d.Link) {
		bad.Add(fault.Bad("edition.link", "BAD_LINK", "请填写以 http:// 或 https:// 开头的网址", "Give an address that begins with http:// or https://"))
	}
	if d.IssuedOn != nil && (d.IssuedOn.After(today) || d.IssuedOn.Year() < firstYear) {
		bad.Add(fault.Bad("edition.issuedOn", "OUT_OF_RANGE", fmt.Sprintf("发布日期应在 %d 年至今天之间", firstYear), fmt.Sprintf("It was issued between %d and today", firstYear)))
	}
	if d.From.After(today.AddDate(mostAhead, 0, 0)) || d.From.Year() < firstYear {
		bad.Add(fault.Bad("edition.from", "OUT_OF_RANGE", fmt.Sprintf("施行日期应在 %d 年至今后 %d 年之间", firstYear, mostAhead),
			fmt.Sprintf("It comes into force between %d and %d years from now", firstYear, mostAhead)))
	}
	if wrong := within("edition.reviewWithinDays", d.ReviewWithinDays); wrong != nil {
		bad.Add(wrong)
	}
	return bad.Err()
}

// within refuses a number of days that is out of range.
func within(field string, days int) *fault.Error {
	if days >= leastDays && days <= mostDays {
		return nil
	}
	return fault.Bad(field, "OUT_OF_RANGE", fmt.Sprintf("应为 %d 至 %d 天", leastDays, mostDays), fmt.Sprintf("It is %d to %d days", leastDays, mostDays))
}

func address(link string) bool {
	u, err := url.Parse(link)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// fits refuses a first day that does not lie between those of the editions before and after it, or not before the repeal.
func fits(editions []*ent.RulesEdition, repealed *time.Time, revision int, from time.Time) *fault.Error {
	const field = "edition.from"
	for _, e := range editions {
		switch on := e.FromDay.Format(time.DateOnly); {
		case e.WithdrawnAt != nil || e.Revision == revision:
		case e.Revision < revision && !from.After(e.FromDay):
			return fault.Bad(field, "NOT_AFTER", fmt.Sprintf("第 %d 版自 %s 起施行,新版本应晚于该日", e.Revision, on), fmt.Sprintf("Edition %d is in force from %s: this one comes later", e.Revision, on))
		case e.Revision > revision && !from.Before(e.FromDay):
			return fault.Bad(field, "NOT_BEFORE", fmt.Sprintf("第 %d 版自 %s 起施行,本版本应早于该日", e.Revision, on), fmt.Sprintf("Edition %d is in force from %s: this one comes earlier", e.Revision, on))
		}
	}
	if repealed != nil && !from.Before(*repealed) {
		on := repealed.Format(time.DateOnly)
		return fault.Bad(field, "AFTER_REPEAL", "该文件自 "+on+" 起废止,新版本应早于该日施行;如不再废止,请先撤回废止", "The document is repealed from "+on+": come before it, or withdraw the repeal first")
	}
	return nil
}

// numbersOf are the numbers of editions by which their document is found, one a line.
func numbersOf(editions []*ent.RulesEdition) string {
	var out []string
	for _, e := range editions {
		if e.WithdrawnAt == nil && e.Number != "" && !slices.Contains(out, e.Number) {
			out = append(out, e.Number)
		}
	}
	return strings.Join(out, "\n")
}

// repealed says that a document holds no more.
func repealed(field string) *fault.Error {
	return fault.New(fault.InvalidTransition, "REPEALED", field, "该文件已废止", "This document is repealed")
}

// Edition is an edition as it stands among the others of its document.
type Edition struct {
	*ent.RulesEdition
	// To is the last day on which it holds; nil while that is open.
	To *time.Time
	// Holds tells whether it holds today, Coming whether it is yet to come into force.
	Holds, Coming bool
}

// shown are editions as they stand on a day, the newest first.
func shown(editions []*ent.RulesEdition, repealed *time.Time, day time.Time) []*Edition {
	holding := Holding(editions, repealed, day)
	out := make([]*Edition, 0, len(editions))
	for _, e := range editions {
		out = append(out, &Edition{RulesEdition: e, To: Until(editions, repealed, e), Holds: e == holding, Coming: coming(e, day)})
	}
	slices.SortFunc(out, func(a, b *Edition) int { return b.Revision - a.Revision })
	return out
}

// coming tells whether an edition is yet to come into force.
func coming(e *ent.RulesEdition, day time.Time) bool {
	return e.WithdrawnAt == nil && e.FromDay.After(day)
}
