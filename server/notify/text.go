package notify

import (
	"strconv"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
)

// texts are what notices say, by language; {word} is replaced by what the notice names.
var texts = map[term.NoticeKind]struct{ zh, en string }{
	term.NoticeKindFormExpected:      {"请填报{subject}的{form},截止日期 {due}", "Fill in {form} of {subject} by {due}"},
	term.NoticeKindFormDue:           {"{subject}的{form}将于 {due} 到期,请及时提交", "{form} of {subject} is due on {due}"},
	term.NoticeKindFormOverdue:       {"{subject}的{form}已于 {due} 到期,逾期 {days} 天仍未提交", "{form} of {subject} was due on {due} and is {days} days late"},
	term.NoticeKindFormToReview:      {"{subject}的{form}待您审核({state})", "{form} of {subject} waits for your review ({state})"},
	term.NoticeKindFormReturned:      {"{subject}的{form}被退回,请修改后重新提交", "{form} of {subject} was returned; correct it and hand it in again"},
	term.NoticeKindFormChanged:       {"{subject}的{form}在审核中被修改,此前的意见已作废", "{form} of {subject} was changed during its review; earlier opinions are void"},
	term.NoticeKindFormFiled:         {"{subject}的{form}已备案", "{form} of {subject} was filed"},
	term.NoticeKindMeetingCalled:     {"请参加{subject}的会议“{title}”,日期 {on},地点 {place}", "You are called to the meeting “{title}” of {subject} on {on}, place: {place}"},
	term.NoticeKindGradeToConcur:     {"{subject}有一个风险点的等级待您会签", "The grade of a risk point of {subject} waits for your concurrence"},
	term.NoticeKindGradeFiled:        {"{subject}有一个风险点审定为 C 级,报您备案", "A risk point of {subject} was decided as C; this files it with you"},
	term.NoticeKindFeedbackReceived:  {"{subject}公示的{form}收到群众反馈", "The public wrote on the published {form} of {subject}"},
	term.NoticeKindObjectionRaised:   {"{subject}有一件申诉待您答复,期限 {due}", "An objection in {subject} waits for your answer by {due}"},
	term.NoticeKindObjectionAnswered: {"您的申诉已有答复", "Your objection was answered"},
	term.NoticeKindJobEnded:          {"您发起的“{job}”{jobState}", "“{job}”, which you asked for: {jobState}"},
}

// Title is what a notice is about, in a language ("zh" or "en").
func Title(n *ent.Notice, lang string) string { return n.Kind.Label(lang) }

// Text is what a notice says, in a language ("zh" or "en").
func Text(n *ent.Notice, lang string) string {
	text := texts[n.Kind].zh
	if lang == "en" {
		text = texts[n.Kind].en
	}
	none := "—"
	word := func(name, value string) (string, string) {
		if value == "" {
			value = none
		}
		return "{" + name + "}", value
	}
	subject := n.Words["unit"]
	if person := n.Words["person"]; person != "" {
		subject = person
	}
	var pairs []string
	for name, value := range map[string]string{
		"subject": subject, "due": n.Words["due"], "days": n.Words["days"], "on": n.Words["on"], "place": n.Words["place"], "title": n.Words["title"],
		"form":     term.FormKind(n.Words["form"]).Label(lang),
		"state":    term.FormState(n.Words["state"]).Label(lang),
		"job":      term.JobKind(n.Words["job"]).Label(lang),
		"jobState": term.JobState(n.Words["jobState"]).Label(lang),
	} {
		placeholder, replacement := word(name, value)
		pairs = append(pairs, placeholder, replacement)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// pages are where the page shows what notices are about; {id} is the object's.
var pages = map[term.NoticeKind]string{
	term.NoticeKindFormExpected: "/forms/{id}", term.NoticeKindFormDue: "/forms/{id}", term.NoticeKindFormOverdue: "/forms/{id}",
	term.NoticeKindFormReturned: "/forms/{id}", term.NoticeKindFormFiled: "/forms/{id}",
	term.NoticeKindFormToReview: "/review/{id}", term.NoticeKindFormChanged: "/review/{id}", term.NoticeKindFeedbackReceived: "/feedback",
	term.NoticeKindMeetingCalled: "/meetings/{id}", term.NoticeKindGradeToConcur: "/risks/{id}", term.NoticeKindGradeFiled: "/risks/{id}",
	term.NoticeKindObjectionRaised: "/objections", term.NoticeKindObjectionAnswered: "/my-record", term.NoticeKindJobEnded: "/jobs",
}

// Path is where the page shows what a notice is about.
func Path(n *ent.Notice) string {
	if n.ObjectID == 0 {
		return "/notices"
	}
	return strings.ReplaceAll(pages[n.Kind], "{id}", encodeID(n.ObjectID))
}

// encodeID is an id as the API writes it.
func encodeID(id int64) string { return "s" + strconv.FormatInt(id, 36) }
