package httpd

import (
	"sineng/server/campaign"
	"sineng/server/form"
	"sineng/server/meeting"
	"sineng/server/notice"
	"sineng/server/objection"
	"sineng/server/org"
	"sineng/server/publicity"
	"sineng/server/register"
	"sineng/server/review"
	"sineng/server/store"
	"sineng/server/todo"
)

// Brought is what the domains bring to notices and to the to-do.
type Brought struct {
	Notices *notice.Registry
	ToDos   *todo.Service
}

// Bring collects what the domains bring.
func Bring(s *store.Store) (Brought, error) {
	records := register.New(s, register.DefaultRecipe)
	forms := form.New(s, records)
	reviews, campaigns, meetings, public, objections := review.New(s, forms), campaign.New(s), meeting.New(s, records), publicity.New(s), objection.New(s)
	var out Brought
	var err error
	out.Notices, err = notice.Collect(notice.Jobs(), records.Notices(), forms.Notices(), public.Notices(), campaigns.Notices(), reviews.Notices(), meetings.Notices(),
		objections.Notices())
	if err != nil {
		return out, err
	}
	out.ToDos, err = todo.New(org.New(s).ToDo(), records.ToDo(), forms.ToDo(), public.ToDo(), campaigns.ToDo(), reviews.ToDo(), meetings.ToDo(), objections.ToDo())
	return out, err
}
