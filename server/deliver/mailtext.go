package deliver

import (
	"fmt"
	"strings"
)

// subject is that of the mail, in both languages, since a mail knows no reader's.
func (m *message) subject() string {
	switch m.Kind {
	case "TEST":
		return "四能:测试通知 / Sineng: test notice"
	case "DIGEST":
		return fmt.Sprintf("四能:今日提醒 %d 条 / Sineng: %d notices today", len(m.Notices)+m.More, len(m.Notices)+m.More)
	}
	return "四能:" + m.Notices[0].Title["zh"] + " / Sineng: " + m.Notices[0].Title["en"]
}

// body is the text of the mail.
func (m *message) body() string {
	var b strings.Builder
	if m.Kind == "TEST" {
		b.WriteString("这是一封测试通知,说明邮件通知可以正常送达。\nThis is a test notice: mails reach you.\n")
	}
	for _, n := range m.Notices {
		fmt.Fprintf(&b, "%s\n%s\n%s\n\n", n.Text["zh"], n.Text["en"], n.URL)
	}
	if m.More > 0 {
		fmt.Fprintf(&b, "另有 %d 条。\n%d more.\n", m.More, m.More)
	}
	return b.String()
}
