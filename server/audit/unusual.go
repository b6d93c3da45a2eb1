package audit

import (
	"cmp"
	"context"
	"slices"
	"time"

	"sineng/ent/auditentry"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/store"
)

// scanBatch is how many entries are read at a time.
const scanBatch = 2000

// UnusualReason is why reads are unusual; the values match UnusualReason of the API.
type UnusualReason string

// The values of UnusualReason.
const (
	ManyPeople UnusualReason = "MANY_PEOPLE"
	AtNight    UnusualReason = "AT_NIGHT"
	DayOff     UnusualReason = "DAY_OFF"
)

// manyPeople is the number of people whose records somebody reads on an unusual day.
const manyPeople = 20

// Read is one read of people's records.
type Read struct {
	Actor    Actor
	At       time.Time
	Subjects []int64
}

// UnusualReads are the reads of an account on a day.
type UnusualReads struct {
	Actor   Actor
	Day     time.Time
	People  int
	Reads   int
	Reasons []UnusualReason
}

// longestSpan is the longest time span that may be searched at once.
const longestSpan = 92 * 24 * time.Hour

// UnusualReads lists the unusual reads between two days, both included.
func (s *Service) UnusualReads(ctx context.Context, from, to time.Time) ([]*UnusualReads, error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadLog); err != nil {
		return nil, err
	}
	if to.Before(from) || to.Sub(from) > longestSpan {
		return nil, fault.Bad("to", "BAD_SPAN", "时间段应为 1 至 92 天", "Give a span of 1 to 92 days")
	}
	start, end := store.StartOf(from), store.StartOf(to.AddDate(0, 0, 1))
	var reads []Read
	for after := int64(0); ; {
		q := s.store.Reader(ctx).AuditEntry.Query().Where(auditentry.ActionEQ(term.AuditActionReadRecord), auditentry.IDGT(after))
		if err := s.within(ctx, q, &start, &end); err != nil {
			return nil, err
		}
		rows, err := q.Order(auditentry.ByID()).Limit(scanBatch).All(ctx)
		if err != nil {
			return nil, err
		}
		if len(rows) == 0 {
			return unusual(reads), nil
		}
		for _, r := range rows {
			e, err := Parse([]byte(r.Body))
			if err != nil {
				return nil, err
			}
			reads = append(reads, Read{e.Actor, e.At, e.Subjects})
		}
		after = rows[len(rows)-1].ID
	}
}

// unusual returns the days on which an account's reads are unusual.
func unusual(reads []Read) []*UnusualReads {
	type key struct {
		account int64
		day     time.Time
	}
	type day struct {
		UnusualReads
		people  map[int64]bool
		atNight bool
	}
	days := map[key]*day{}
	for _, r := range reads {
		k := key{r.Actor.Account, store.DayOf(r.At)}
		d := days[k]
		if d == nil {
			d = &day{UnusualReads: UnusualReads{Actor: r.Actor, Day: k.day}, people: map[int64]bool{}}
			days[k] = d
		}
		d.Reads++
		for _, p := range r.Subjects {
			d.people[p] = true
		}
		if since := r.At.Sub(store.StartOf(k.day)); since < 6*time.Hour || since >= 22*time.Hour {
			d.atNight = true
		}
	}
	out := []*UnusualReads{}
	for _, d := range days {
		d.People = len(d.people)
		if d.People >= manyPeople {
			d.Reasons = append(d.Reasons, ManyPeople)
		}
		if d.atNight {
			d.Reasons = append(d.Reasons, AtNight)
		}
		if w := d.Day.Weekday(); w == time.Saturday || w == time.Sunday {
			d.Reasons = append(d.Reasons, DayOff)
		}
		if len(d.Reasons) > 0 {
			out = append(out, &d.UnusualReads)
		}
	}
	slices.SortFunc(out, func(a, b *UnusualReads) int {
		return cmp.Or(b.Day.Compare(a.Day), cmp.Compare(b.People, a.People), cmp.Compare(a.Actor.Account, b.Actor.Account))
	})
	return out
}
