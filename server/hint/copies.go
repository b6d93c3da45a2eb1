package hint

import (
	"cmp"
	"context"
	"slices"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/campaign"
	entform "sineng/ent/form"
	"sineng/ent/formsnapshot"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/form"
)

const (
	// mostCandidates is the greatest number of candidates that one text is
	// compared with in full.
	mostCandidates = 20
	// mostLooked is the greatest number of texts of a form that are looked up
	// in the whole system.
	mostLooked = 100
)

// text is a row's text prepared for comparison.
type text struct {
	id       *int64 // id of the register row; nil for a row that is not in the register
	title    string
	shingles map[uint64]bool
	sign     Signature
}

func newText(cells func(code string) string, id *int64) (text, bool) {
	title := cells("title")
	normalized := Normalize(title + cells("manifestation") + cells("cause"))
	if utf8.RuneCountInString(normalized) < shortest {
		return text{}, false
	}
	shingles := Shingles(normalized)
	return text{id, title, shingles, Sign(shingles)}, true
}

// byBand maps bands to texts, so that texts sharing a band are found without
// comparing all pairs.
type byBand map[int64][]int

func (b byBand) add(i int, t text) {
	for _, value := range t.sign.Bands() {
		b[value] = append(b[value], i)
	}
}

// like returns the indexes of the texts that may be similar to one, in order,
// each once.
func (b byBand) like(t text) []int {
	var out []int
	for _, value := range t.sign.Bands() {
		// Of very many equal texts the first are enough.
		out = append(out, b[value][:min(len(b[value]), mostCandidates)]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// copies looks for near copies of the form's texts: within the form, in the
// previous year's form, and in the whole system.
func (s *Service) copies(ctx context.Context, m *material) ([]*Hint, error) {
	var own []text
	risks := m.rows["risks"]
	for _, r := range risks[:min(len(risks), mostRows)] {
		if t, ok := newText(func(code string) string { return r.cells[code] }, r.id); ok {
			own = append(own, t)
		}
	}
	out := copiesHere(own)
	last, err := s.copiesOfLastYear(ctx, m.form, own)
	if err != nil {
		return nil, err
	}
	elsewhere, err := s.copiesElsewhere(ctx, m.form, own[:min(len(own), mostLooked)])
	return slices.Concat(out, last, elsewhere), err
}

func copiesHere(own []text) []*Hint {
	var out []*Hint
	known := byBand{}
	for i, t := range own {
		h := &Hint{Kind: CopyHere, RowID: t.id, Title: t.title}
		for _, j := range known.like(t) {
			if likeness := Jaccard(t.shingles, own[j].shingles); likeness >= alike {
				h.ComparedWith = append(h.ComparedWith, &Compared{RowID: own[j].id, Title: own[j].title, Likeness: hundredths(likeness)})
			}
		}
		h.ComparedWith = h.ComparedWith[:min(len(h.ComparedWith), mostCompared)]
		if len(h.ComparedWith) > 0 {
			out = append(out, h)
		}
		known.add(i, t)
	}
	return out
}

func hundredths(likeness float64) int { return int(likeness*100 + 0.5) }

// copiesOfLastYear compares the form with the filed one of the campaign that
// this campaign continues. Single texts may well stay the same; it gives a
// hint when nearly all of them do. A form that the viewer may not see is not
// compared with.
func (s *Service) copiesOfLastYear(ctx context.Context, f *ent.Form, own []text) ([]*Hint, error) {
	client := s.store.Reader(ctx)
	sys := viewer.System(ctx)
	c, err := client.Campaign.Query().Where(campaign.ID(f.CampaignID)).WithPrevious().Only(sys)
	if err != nil || c.Edges.Previous == nil || len(own) == 0 {
		return nil, err
	}
	before, err := client.Form.Query().Where(entform.CampaignID(c.Edges.Previous.ID), entform.KindEQ(f.Kind), entform.SubjectID(f.SubjectID),
		entform.FiledHashNEQ("")).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	kept, err := client.FormSnapshot.Query().Where(formsnapshot.FormID(before.ID), formsnapshot.Hash(before.FiledHash)).Only(sys)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	content, err := form.Decode([]byte(kept.Content))
	if err != nil {
		return nil, err
	}
	var old []text
	known := byBand{}
	for _, section := range content.Sections {
		if section.Code != "risks" {
			continue
		}
		for _, row := range section.Rows {
			if t, ok := newText(row.Text, nil); ok {
				known.add(len(old), t)
				old = append(old, t)
			}
		}
	}
	h := &Hint{Kind: CopyOfLastYear}
	for _, t := range own {
		for _, j := range known.like(t) {
			if likeness := Jaccard(t.shingles, old[j].shingles); likeness >= alike {
				h.Count++
				if len(h.ComparedWith) < mostCompared {
					h.ComparedWith = append(h.ComparedWith, &Compared{RowID: t.id, Title: old[j].title, Year: &c.Edges.Previous.Year, Likeness: hundredths(likeness)})
				}
				break
			}
		}
	}
	if float64(h.Count) < alike*float64(len(own)) {
		return nil, nil
	}
	return []*Hint{h}, nil
}

// found is a near copy of the text with an index.
type found struct {
	place    int
	risk     *ent.RiskPoint
	likeness float64
}

// copiesElsewhere looks the texts up in the fingerprints of the risk points
// that the viewer may see. To compare with others, even without naming them,
// would let a guessed text be tried against them.
func (s *Service) copiesElsewhere(ctx context.Context, f *ent.Form, own []text) ([]*Hint, error) {
	if len(own) == 0 {
		return nil, nil
	}
	client := s.store.Reader(ctx)
	signatures := make([]Signature, len(own))
	for i, t := range own {
		signatures[i] = t.sign
	}
	candidates, err := Candidates(ctx, client, signatures)
	if err != nil {
		return nil, err
	}
	var ids []int64
	for i, list := range candidates {
		candidates[i] = list[:min(len(list), mostCandidates)]
		ids = append(ids, candidates[i]...)
	}
	slices.Sort(ids)
	others := map[int64]*ent.RiskPoint{}
	for part := range slices.Chunk(slices.Compact(ids), buildBatch) {
		rows, err := client.RiskPoint.Query().Where(riskpoint.IDIn(part...), riskpoint.StatusNEQ(term.RiskStatusRetired)).All(viewer.System(ctx))
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			if elsewhere(f, r) {
				others[r.ID] = r
			}
		}
	}
	var all []found
	for i, t := range own {
		var best []found
		for _, id := range candidates[i] {
			if r := others[id]; r != nil {
				if likeness := Jaccard(t.shingles, Shingles(riskText(r))); likeness >= alike {
					best = append(best, found{i, r, likeness})
				}
			}
		}
		slices.SortFunc(best, func(a, b found) int {
			return cmp.Or(cmp.Compare(b.likeness, a.likeness), cmp.Compare(a.risk.ID, b.risk.ID))
		})
		all = append(all, best[:min(len(best), mostCompared)]...)
	}
	return s.name(ctx, own, all)
}

// elsewhere reports whether a risk point belongs to another department or
// another person.
func elsewhere(f *ent.Form, r *ent.RiskPoint) bool {
	if f.PersonID != nil {
		return r.PersonID == nil || *r.PersonID != *f.PersonID
	}
	return r.UnitID != f.UnitID
}

// name turns near copies into hints, reading them as the viewer, so that the
// read of a person's record is noted.
func (s *Service) name(ctx context.Context, own []text, all []found) ([]*Hint, error) {
	if len(all) == 0 {
		return nil, nil
	}
	ids := make([]int64, len(all))
	for i, one := range all {
		ids[i] = one.risk.ID
	}
	rows, err := s.store.Reader(ctx).RiskPoint.Query().Where(riskpoint.IDIn(ids...)).WithUnit().All(ctx)
	if err != nil {
		return nil, err
	}
	seen := map[int64]*ent.RiskPoint{}
	for _, r := range rows {
		seen[r.ID] = r
	}
	var out []*Hint
	last := -1 // place of the newest hint
	for _, one := range all {
		r := seen[one.risk.ID]
		if r == nil || r.Edges.Unit == nil {
			continue // moved out of the viewer's sight meanwhile
		}
		t := own[one.place]
		if len(out) == 0 || last != one.place {
			out, last = append(out, &Hint{Kind: CopyElsewhere, RowID: t.id, Title: t.title}), one.place
		}
		h := out[len(out)-1]
		h.ComparedWith = append(h.ComparedWith, &Compared{RowID: &r.ID, Title: r.Title, Unit: r.Edges.Unit.Name, Likeness: hundredths(one.likeness)})
	}
	return out, nil
}
