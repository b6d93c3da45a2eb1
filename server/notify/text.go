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

// asWord names the word that tells in which sense a notice of a kind is meant, where it is
// another one than the kind's own.
const asWord = "as"

// The values of that word.
const (
	asCancelled = "CANCELLED"
	asDismissed = "DISMISSED"
	asRefused   = "REFUSED"
	asDecided   = "DECIDED"
	asBack      = "BACK"
)

// otherTexts are what notices say that are meant in another sense, with titles of their own and,
// where it is another, the page that shows what they are about.
var otherTexts = map[term.NoticeKind]map[string]struct{ titleZH, titleEN, zh, en, page string }{
	term.NoticeKindFormChanged: {asBack: {"审核中的表格被修改", "A form in review was changed",
		"{subject}的{form}提交后内容被修改,已退回填报,请核对后重新提交", "{form} of {subject} was changed after it was handed in and is a draft again; check it and hand it in again", "/forms/{id}"}},
	term.NoticeKindFormFiled: {asRefused: {"修订申请未获同意", "A revision was refused",
		"{subject}的{form}的修订申请未获同意,仍以已备案的内容为准", "The revision of {form} of {subject} was refused; it stays as it was filed", ""}},
	term.NoticeKindMeetingCalled: {
		asCancelled: {"会议取消", "A meeting was cancelled",
			"{subject}原定 {on} 的会议“{title}”已取消", "The meeting “{title}” of {subject} on {on} was cancelled", ""},
		asDismissed: {"不再需要参加会议", "You need not attend a meeting",
			"您不再需要参加{subject} {on} 的会议“{title}”", "You need not attend the meeting “{title}” of {subject} on {on} any more", ""}},
	term.NoticeKindGradeToConcur: {asRefused: {"等级会签被退回", "A grade was refused",
		"您提请会签的{subject}的一个风险点等级被纪检监察退回", "An inspector refused a grade that you endorsed for a risk point of {subject}", ""}},
	term.NoticeKindGradeFiled: {asDecided: {"等级已审定", "A grade was decided",
		"{subject}有一个风险点审定为 {grade} 级", "A risk point of {subject} was decided as {grade}", ""}},
}

// Title is what a notice is about, in a language ("zh" or "en").
func Title(n *ent.Notice, lang string) string {
	other, ok := otherTexts[n.Kind][n.Words[asWord]]
	switch {
	case !ok:
		return n.Kind.Label(lang)
	case lang == "en":
		return other.titleEN
	}
	return other.titleZH
}

// Text is what a notice says, in a language ("zh" or "en").
func Text(n *ent.Notice, lang string) string {
	said := texts[n.Kind]
	if other, ok := otherTexts[n.Kind][n.Words[asWord]]; ok {
		said.zh, said.en = other.zh, other.en
	}
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
	page := pages[n.Kind]
	if other := otherTexts[n.Kind][n.Words[asWord]].page; other != "" {
		page = other
	}
	return strings.ReplaceAll(page, "{id}", encodeID(n.ObjectID))
}

// encodeID is an id as the API writes it.
func encodeID(id int64) string { return "s" + strconv.FormatInt(id, 36) }
