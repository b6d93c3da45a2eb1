package graph

import (
	"maps"
	"slices"

	"sineng/graph/model"
	"sineng/server/exchange"
	"sineng/server/exchange/tables"
	"sineng/server/form/wording"
)

// mapped converts how the file of an import is read.
func mapped(out *model.ImportJob, p *exchange.Plan, lang string) {
	for _, t := range p.Tables {
		out.Tables = append(out.Tables, importTable(t))
	}
	for _, v := range p.Views {
		out.Sheets = append(out.Sheets, importSheet(v))
	}
	for _, w := range p.Words {
		out.Words = append(out.Words, &model.ImportWord{Kind: model.ImportWordKind(w.Kind), Text: w.Text, Count: w.Count, Sheet: w.Sheet, Row: w.Row,
			Value: unlessEmpty(w.Value), Certainty: certainties[w.Sure]})
	}
	for _, t := range p.Told {
		out.Told = append(out.Told, &model.ImportTold{Kind: model.ImportToldKind(t.Kind), Sheet: t.Sheet, Column: t.Column, FirstRow: t.First, LastRow: t.Last,
			Count: t.Count, Sample: t.Sample, Text: t.In(lang)})
	}
	for _, u := range p.Unread {
		out.Unread = append(out.Unread, &model.ImportUnread{Sheet: u.Sheet, Column: u.Column, Title: u.Title, FirstRow: u.First, LastRow: u.Last,
			Count: u.Count, Sample: u.Sample, LeftOut: u.Left})
	}
	for _, n := range p.New {
		out.AllNamed = append(out.AllNamed, &model.ImportNamed{Object: model.ImportObject(n.Object), Label: n.Label, Sheet: n.Sheet, Row: n.Row})
	}
	out.NamedCount = len(p.New)
	for _, q := range p.Questions {
		out.Questions = append(out.Questions, &model.ImportQuestion{Kind: model.ImportQuestionKind(q.Kind), Sheet: q.Sheet, Row: q.Row, Subject: q.Text,
			Count: q.Count, Sample: q.Sample, Proposal: importProposal(q), Text: q.In(lang)})
	}
	out.Choices = &model.ImportChoices{LeaveOutHidden: p.Choices.LeaveOutHidden, LeaveOutRest: p.Choices.LeaveOutRest}
	if s := p.Choices.SamePosts; s != "" {
		out.Choices.SamePosts = new(model.ImportSamePosts(s))
	}
	out.Mapping = unlessEmpty(p.Mapping)
}

var certainties = map[wording.Certainty]model.ImportCertainty{wording.Unknown: model.ImportCertaintyUnknown,
	wording.Proposed: model.ImportCertaintyProposed, wording.Clear: model.ImportCertaintyClear}

// classes are the classes of rows of a sheet.
var classes = map[tables.Class]model.ImportRowClass{tables.RowUnread: model.ImportRowClassUnread, tables.RowData: model.ImportRowClassData,
	tables.RowHead: model.ImportRowClassHead, tables.RowFact: model.ImportRowClassFact, tables.RowSection: model.ImportRowClassSection,
	tables.RowCaption: model.ImportRowClassCaption, tables.RowIndex: model.ImportRowClassIndex, tables.RowHint: model.ImportRowClassHint,
	tables.RowRepeated: model.ImportRowClassRepeated, tables.RowTotal: model.ImportRowClassTotal, tables.RowSignature: model.ImportRowClassSignature,
	tables.RowNote: model.ImportRowClassNote, tables.RowBlank: model.ImportRowClassBlank}

// importProposal is the answer that is proposed, as the API takes it.
func importProposal(q exchange.Question) *string {
	if q.Kind == exchange.AskColumn {
		return unlessEmpty(exchange.FieldName(q.Proposal))
	}
	return unlessEmpty(q.Proposal)
}

func unlessEmpty(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func importTable(t exchange.TableInfo) *model.ImportTable {
	out := &model.ImportTable{Number: t.Number, Sheet: t.Sheet, Hidden: t.Hidden, Head: []int{}, FirstRow: t.First, LastRow: t.Last, Rows: t.Rows,
		Columns: importColumns(t.Columns), Facts: importColumns(t.Facts), Values: []*model.ImportTableValue{}}
	for _, f := range slices.Sorted(maps.Keys(t.Values)) {
		out.Values = append(out.Values, &model.ImportTableValue{Field: model.ImportField(exchange.FieldName(f)), Value: t.Values[f]})
	}
	out.Head = append(out.Head, t.Head...)
	if t.Kind != exchange.KindNone {
		out.Kind = new(model.ImportKind(t.Kind))
	}
	return out
}

func importColumns(all []exchange.ColumnInfo) []*model.ImportColumn {
	out := []*model.ImportColumn{}
	for _, c := range all {
		m := &model.ImportColumn{Column: c.Column, Letter: c.Letter, Title: c.Title, LeftOut: c.Field == exchange.LeaveOut, Value: unlessEmpty(c.Value),
			Certainty: certainties[c.Sure], Filled: c.Filled, Sample: c.Sample}
		if c.Field != "" && !m.LeftOut {
			m.Field = new(model.ImportField(exchange.FieldName(c.Field)))
		}
		out = append(out, m)
	}
	return out
}

func importSheet(v exchange.SheetView) *model.ImportSheet {
	out := &model.ImportSheet{Name: v.Name, Hidden: v.Hidden, Rows: []*model.ImportSheetRow{}}
	for _, r := range v.Rows {
		row := &model.ImportSheetRow{Number: r.Number, Class: classes[r.Class], Hidden: r.Hidden, Cells: append([]string{}, r.Cells...)}
		if r.Table > 0 {
			row.Table = &r.Table
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// importLayouts are what tables of each kind may hold.
func importLayouts() []*model.ImportLayout {
	var out []*model.ImportLayout
	names := func(fields []string) []model.ImportField {
		out := []model.ImportField{}
		for _, f := range fields {
			out = append(out, model.ImportField(exchange.FieldName(f)))
		}
		return out
	}
	for _, l := range exchange.Layouts() {
		of := &model.ImportLayout{Kind: model.ImportKind(l.Kind), Fields: names(l.Fields), Needs: [][]model.ImportField{}}
		for _, group := range l.Needs {
			of.Needs = append(of.Needs, names(group))
		}
		out = append(out, of)
	}
	return out
}

// answersOf converts what completes a mapping.
func answersOf(in model.MapImportInput) exchange.Answers {
	out := exchange.Answers{Accept: in.Accept, Doubts: map[string]exchange.SameAnswer{}}
	if in.SaveAs != nil {
		out.SaveAs = *in.SaveAs
	}
	for _, h := range in.Heads {
		out.Heads = append(out.Heads, exchange.HeadAnswer{Sheet: h.Sheet, First: h.FirstRow, Last: h.LastRow, None: !h.Titles})
	}
	for _, t := range in.Tables {
		answer := exchange.TableAnswer{Number: t.Number, LeaveOut: t.LeaveOut, Columns: columnAnswers(t.Columns), Facts: columnAnswers(t.Facts), Values: map[string]string{}}
		if t.Kind != nil {
			answer.Kind = exchange.Kind(*t.Kind)
		}
		for _, v := range t.Values {
			answer.Values[exchange.FieldOf(string(v.Field))] = v.Value
		}
		out.Tables = append(out.Tables, answer)
	}
	for _, w := range in.Words {
		out.Words = append(out.Words, exchange.WordAnswer{Kind: exchange.WordKind(w.Kind), Text: w.Text, Value: w.Value})
	}
	for _, d := range in.Doubts {
		out.Doubts[d.Title] = exchange.SameAnswer(d.Answer)
	}
	if c := in.Choices; c != nil {
		out.Choices = &exchange.ChoicesAnswer{LeaveOutHidden: c.LeaveOutHidden, LeaveOutRest: c.LeaveOutRest}
		if c.SamePosts != nil {
			out.Choices.SamePosts = new(exchange.SamePosts(*c.SamePosts))
		}
	}
	return out
}

func columnAnswers(all []*model.ImportColumnInput) []exchange.ColumnAnswer {
	var out []exchange.ColumnAnswer
	for _, c := range all {
		answer := exchange.ColumnAnswer{Column: c.Column, Field: exchange.LeaveOut}
		if c.Field != nil {
			answer.Field = exchange.FieldOf(string(*c.Field))
		}
		if c.Value != nil {
			answer.Value = *c.Value
		}
		out = append(out, answer)
	}
	return out
}
