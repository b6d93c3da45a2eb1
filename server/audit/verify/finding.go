package verify

import (
	"fmt"
	"slices"

	"sineng/server/audit"
)

// Finding is a difference between rows and the log, or a changed part of the log.
type Finding struct {
	// Reason is a code, e.g. ENTRY_CHANGED.
	Reason string `json:"reason"`
	// Entry is the index of the entry concerned, -1 for none.
	Entry int64 `json:"entry"`
	// Object is the row concerned, nil for none.
	Object *audit.Object `json:"object,omitempty"`
	ZH     string        `json:"zh"`
	EN     string        `json:"en"`
	// Past is true for a breach of a rule that did not hold yet. It is listed apart and fails
	// nothing.
	Past bool `json:"past,omitempty"`
}

// In is the text of the finding in a language, "zh" or "en".
func (f Finding) In(lang string) string {
	if lang == "en" {
		return f.EN
	}
	return f.ZH
}

// Report is the result of a verification.
type Report struct {
	// Entries, Pending, Rows and Checkpoints are how many of each were checked.
	Entries, Pending, Rows, Checkpoints int64
	// Findings are the first mostFindings findings; Total counts all.
	Findings []Finding
	Total    int
	// Accepted are losses that an entry of the log records as accepted, and the first mostFindings
	// breaches of rules that did not hold yet.
	Accepted []Finding
}

// mostFindings limits the findings in a report.
const mostFindings = 500

func (r *Report) add(f Finding) {
	r.Total++
	if len(r.Findings) < mostFindings {
		r.Findings = append(r.Findings, f)
	}
}

// Has reports whether there is a finding with the reason.
func (r *Report) Has(reason string) bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Reason == reason })
}

func (r *Report) entry(reason string, index int64, zh, en string) {
	r.add(Finding{Reason: reason, Entry: index, ZH: fmt.Sprintf("日志第 %d 条:%s", index, zh), EN: fmt.Sprintf("entry %d: %s", index, en)})
}

func (r *Report) row(reason string, o audit.Object, entry int64, zh, en string) {
	r.add(Finding{Reason: reason, Entry: entry, Object: &o, ZH: fmt.Sprintf("%s %d:%s", o.Type, o.ID, zh), EN: fmt.Sprintf("%s %d: %s", o.Type, o.ID, en)})
}

func (r *Report) log(reason, zh, en string) {
	r.add(Finding{Reason: reason, Entry: -1, ZH: zh, EN: en})
}
