package review

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/auditentry"
	"sineng/ent/audittouch"
	"sineng/ent/person"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/form"
	"sineng/server/store"
)

// Recheck compares a form in review with its submission. If the form was edited since, the
// approvals become void, the submission ends and the form goes back to the draft; it reports
// whether that happened.
func (s *Service) Recheck(ctx context.Context, formID int64) (bool, error) {
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (bool, error) {
		r, err := s.hold(ctx, tx, formID)
		if err != nil || !InReview(r.form.State) || r.campaign.ClosedAt != nil {
			return false, err
		}
		changed, err := s.recheck(ctx, r)
		return changed != nil, err
	})
}

// recheck is Recheck within a step; the fault that it returns names the changes to the
// reviewer.
func (s *Service) recheck(ctx context.Context, r *round) (*fault.Error, error) {
	before, err := s.frozen(ctx, r.tx.Client(), r.form.ID, r.submission.Hash)
	if err != nil {
		return nil, err
	}
	now, err := s.forms.Current(everywhere(ctx), r.form)
	if err != nil {
		return nil, err
	}
	edited := form.Edited(before, now)
	if len(edited) == 0 {
		return nil, nil
	}
	who, err := s.editors(ctx, r, edited)
	if err != nil {
		return nil, err
	}
	what := describe(r.form.Kind, edited)
	reason := "提交后内容被修改:" + what
	if who != "" {
		reason += "(修改人:" + who + ")"
	}
	if err := s.void(ctx, r, term.FormStateDraft, reason); err != nil {
		return nil, err
	}
	if err := s.endNotice(ctx, r, s.store.Now()); err != nil {
		return nil, err
	}
	if err := s.backToDraft(ctx, r, endedChanged, reason); err != nil {
		return nil, err
	}
	if err := s.record(ctx, r.form, term.AuditActionVoidReviewDecisions, "", reason); err != nil {
		return nil, err
	}
	return fault.New(fault.Conflict, "FORM_CHANGED", "formId",
		cut("表格提交后内容已被修改,已签署的意见作废,表格退回填报:"+what, 1000),
		cut("The form was changed since it was handed in; the approvals are void and it is a draft again: "+what, 1000)), nil
}

// mostNamed is the greatest number of changed rows that are named one by one.
const mostNamed = 20

// describe names the rows and columns that were edited.
func describe(kind term.FormKind, edited []form.RowChange) string {
	layout := form.LayoutOf(kind)
	var out []string
	for i, row := range edited {
		if i == mostNamed {
			out = append(out, "等共 "+strconv.Itoa(len(edited))+" 行")
			break
		}
		columns := layout.Fields
		for _, t := range layout.Tables {
			if t.Code == row.Section {
				columns = t.Columns
			}
		}
		title := map[string]string{}
		for _, c := range columns {
			title[c.Code] = c.ZH
		}
		name := nameOf(row)
		switch row.Kind {
		case form.RowAdded:
			out = append(out, "新增“"+name+"”")
		case form.RowRemoved:
			out = append(out, "删除“"+name+"”")
		default:
			var names []string
			for _, code := range row.Columns() {
				names = append(names, title[code])
			}
			if row.Section != "" {
				name = "“" + name + "”的"
			}
			out = append(out, name+strings.Join(names, "、"))
		}
	}
	return strings.Join(out, ";")
}

// nameOf is the name, title or content of a row.
func nameOf(row form.RowChange) string {
	for _, code := range []string{"name", "title", "content"} {
		for _, c := range row.Cells {
			if c.Code != code {
				continue
			}
			if c.Before != "" {
				return cut(c.Before, 40)
			}
			return cut(c.After, 40)
		}
	}
	return ""
}

// editors are the people who wrote in the rows after the submission, as far as the log is
// sequenced.
func (s *Service) editors(ctx context.Context, r *round, edited []form.RowChange) (string, error) {
	sys := everywhere(ctx)
	var objects []any
	for _, row := range edited {
		if id, err := strconv.ParseInt(row.Key, 36, 64); err == nil {
			objects = append(objects, id)
		}
	}
	if len(objects) == 0 {
		return "", nil
	}
	entries, err := r.tx.AuditEntry.Query().Where(auditentry.AtGT(r.submission.At), func(sel *sql.Selector) {
		touches := sql.Dialect(sel.Dialect()).Select(audittouch.FieldEntryID).From(sql.Table(audittouch.Table))
		touches.Where(sql.In(touches.C(audittouch.FieldObjectID), objects...))
		sel.Where(sql.In(sel.C(auditentry.FieldID), touches))
	}).Order(auditentry.ByID()).Limit(100).Select(auditentry.FieldAccountID, auditentry.FieldPersonID).All(sys)
	if err != nil {
		return "", err
	}
	var people, accounts []int64
	for _, e := range entries {
		if e.PersonID != 0 {
			people = with(people, e.PersonID)
		} else if e.AccountID != 0 {
			accounts = with(accounts, e.AccountID)
		}
	}
	names, err := r.tx.Person.Query().Where(person.IDIn(people...)).Select(person.FieldName).Strings(sys)
	if err != nil {
		return "", err
	}
	logins, err := r.tx.Account.Query().Where(account.IDIn(accounts...)).Select(account.FieldLoginName).Strings(sys)
	if err != nil {
		return "", err
	}
	all := slices.Concat(names, logins)
	slices.Sort(all)
	return strings.Join(slices.Compact(all), "、"), nil
}
