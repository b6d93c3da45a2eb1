package notice

import (
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/store"
)

// texts are what notices say, by language; {word} is replaced by what the notice names.
var texts = map[term.NoticeKind]struct{ zh, en string }{
	term.NoticeKindFormExpected:       {"请填报{subject}的{form},截止日期 {due}", "Fill in {form} of {subject} by {due}"},
	term.NoticeKindFormDue:            {"{subject}的{form}将于 {due} 到期,请及时提交", "{form} of {subject} is due on {due}"},
	term.NoticeKindFormOverdue:        {"{subject}的{form}已于 {due} 到期,逾期 {days} 天仍未提交", "{form} of {subject} was due on {due} and is {days} days late"},
	term.NoticeKindFormToReview:       {"{subject}的{form}待您审核({state})", "{form} of {subject} waits for your review ({state})"},
	term.NoticeKindFormReturned:       {"{subject}的{form}被退回,请修改后重新提交", "{form} of {subject} was returned; correct it and hand it in again"},
	term.NoticeKindFormChanged:        {"{subject}的{form}在审核中被修改,此前的意见已作废", "{form} of {subject} was changed during its review; earlier opinions are void"},
	term.NoticeKindFormReopened:       {"{subject}的{form}提交后内容被修改,已退回填报,请核对后重新提交", "{form} of {subject} was changed after it was handed in and is a draft again; check it and hand it in again"},
	term.NoticeKindFormPublished:      {"{subject}的{form}已开始公示", "{form} of {subject} was published for the public to read"},
	term.NoticeKindFormFiled:          {"{subject}的{form}已备案", "{form} of {subject} was filed"},
	term.NoticeKindRevisionRefused:    {"{subject}的{form}的修订申请未获同意,仍以已备案的内容为准", "The revision of {form} of {subject} was refused; it stays as it was filed"},
	term.NoticeKindMeetingCalled:      {"请参加{subject}的会议“{title}”,日期 {on},地点 {place}", "You are called to the meeting “{title}” of {subject} on {on}, place: {place}"},
	term.NoticeKindMeetingCancelled:   {"{subject}原定 {on} 的会议“{title}”已取消", "The meeting “{title}” of {subject} on {on} was cancelled"},
	term.NoticeKindMeetingDismissed:   {"您不再需要参加{subject} {on} 的会议“{title}”", "You need not attend the meeting “{title}” of {subject} on {on} any more"},
	term.NoticeKindGradeToConcur:      {"{subject}有一个风险点的等级待您会签", "The grade of a risk point of {subject} waits for your concurrence"},
	term.NoticeKindGradeRefused:       {"您提请会签的{subject}的一个风险点等级被纪检监察退回", "An inspector refused a grade that you endorsed for a risk point of {subject}"},
	term.NoticeKindGradeDecided:       {"{subject}有一个风险点审定为 {grade} 级", "A risk point of {subject} was decided as {grade}"},
	term.NoticeKindGradeFiled:         {"{subject}有一个风险点审定为 C 级,报您备案", "A risk point of {subject} was decided as C; this files it with you"},
	term.NoticeKindFeedbackReceived:   {"{subject}公示的{form}收到群众反馈", "The public wrote on the published {form} of {subject}"},
	term.NoticeKindObjectionRaised:    {"{subject}有一件申诉待您答复,期限 {due}", "An objection in {subject} waits for your answer by {due}"},
	term.NoticeKindObjectionDue:       {"{subject}有一件申诉将于 {due} 到期,请及时答复", "An objection in {subject} is to be answered by {due}"},
	term.NoticeKindObjectionOverdue:   {"{subject}有一件申诉已于 {due} 到期,逾期 {days} 天仍未答复", "An objection in {subject} was to be answered by {due} and is {days} days late"},
	term.NoticeKindObjectionWithdrawn: {"{subject}有一件待答复的申诉已由申诉人撤回", "An objection in {subject} that waited for an answer was withdrawn by who raised it"},
	term.NoticeKindObjectionAnswered:  {"您的申诉已有答复", "Your objection was answered"},
	term.NoticeKindJobEnded:           {"您发起的“{job}”{jobState}", "“{job}”, which you asked for: {jobState}"},
}

// Title is what a notice is about, in a language ("zh" or "en").
func Title(n *ent.Notice, lang string) string { return n.Kind.Label(lang) }

// Text is what a notice says, in a language ("zh" or "en").
func Text(n *ent.Notice, lang string) string {
	said := texts[n.Kind]
	text := said.zh
	if lang == "en" {
		text = said.en
	}
	none := "—"
	word := func(name, value string) (string, string) {
		// What somebody called a meeting or a unit stays on one line of a mail.
		if value = strings.Join(strings.Fields(value), " "); value == "" {
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
		"subject": subject, "due": n.Words["due"], "days": n.Words["days"], "on": n.Words["on"], "place": n.Words["place"], "title": n.Words["title"], "grade": n.Words["grade"],
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
	term.NoticeKindFormReturned: "/forms/{id}", term.NoticeKindFormReopened: "/forms/{id}", term.NoticeKindFormPublished: "/forms/{id}",
	term.NoticeKindFormFiled: "/forms/{id}", term.NoticeKindRevisionRefused: "/forms/{id}",
	term.NoticeKindFormToReview: "/review/{id}", term.NoticeKindFormChanged: "/review/{id}", term.NoticeKindFeedbackReceived: "/feedback",
	term.NoticeKindMeetingCalled: "/meetings/{id}", term.NoticeKindMeetingCancelled: "/meetings/{id}", term.NoticeKindMeetingDismissed: "/meetings/{id}",
	term.NoticeKindGradeToConcur: "/risks/{id}", term.NoticeKindGradeRefused: "/risks/{id}", term.NoticeKindGradeDecided: "/risks/{id}",
	term.NoticeKindGradeFiled:      "/risks/{id}",
	term.NoticeKindObjectionRaised: "/objections", term.NoticeKindObjectionDue: "/objections", term.NoticeKindObjectionOverdue: "/objections",
	term.NoticeKindObjectionWithdrawn: "/objections", term.NoticeKindObjectionAnswered: "/my-record", term.NoticeKindJobEnded: "/jobs",
}

// Path is where the page shows what a notice is about.
func Path(n *ent.Notice) string {
	if n.ObjectID == 0 {
		return "/notices"
	}
	return strings.ReplaceAll(pages[n.Kind], "{id}", store.EncodeID(n.ObjectID))
}
