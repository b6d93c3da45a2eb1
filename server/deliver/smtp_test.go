package deliver_test

import (
	"context"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/quotedprintable"
	"net"
	netmail "net/mail"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"sineng/ent"
	"sineng/ent/noticedelivery"
	"sineng/ent/term"
	"sineng/server/deliver"
	"sineng/server/mail"
	"sineng/server/notice"
	"sineng/server/store"
	"sineng/server/testkit"
)

// postOffice is a mail server that keeps what it takes, and refuses what it is set to.
type postOffice struct {
	mu      sync.Mutex
	letters []letter
	// refuseTo answers to a recipient, refuseMail to what is sent, nil to take it.
	refuseTo, refuseMail *smtp.SMTPError
}

type letter struct {
	from, to string
	header   netmail.Header
	body     string
}

func (p *postOffice) NewSession(*smtp.Conn) (smtp.Session, error) { return &visit{office: p}, nil }

type visit struct {
	office *postOffice
	letter
}

func (v *visit) Mail(from string, _ *smtp.MailOptions) error { v.from = from; return nil }

func (v *visit) Rcpt(to string, _ *smtp.RcptOptions) error {
	v.office.mu.Lock()
	defer v.office.mu.Unlock()
	if v.office.refuseTo != nil {
		return v.office.refuseTo
	}
	v.to = to
	return nil
}

func (v *visit) Data(r io.Reader) error {
	v.office.mu.Lock()
	defer v.office.mu.Unlock()
	if v.office.refuseMail != nil {
		return v.office.refuseMail
	}
	m, err := netmail.ReadMessage(r)
	if err != nil {
		return err
	}
	body := m.Body
	switch m.Header.Get("Content-Transfer-Encoding") {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	text, err := io.ReadAll(body)
	v.header, v.body = m.Header, strings.ReplaceAll(string(text), "\r\n", "\n")
	v.office.letters = append(v.office.letters, v.letter)
	return err
}
func (v *visit) Reset()        { v.letter = letter{} }
func (v *visit) Logout() error { return nil }

func (p *postOffice) answer(to, mail *smtp.SMTPError) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.refuseTo, p.refuseMail = to, mail
}

func (p *postOffice) got() []letter {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.letters
}

// open lets the post office listen until the test ends or it is closed.
func (p *postOffice) open(t *testing.T, address string) (at string, shut func()) {
	t.Helper()
	server := smtp.NewServer(p)
	server.Domain, server.ReadTimeout, server.WriteTimeout = "localhost", 5*time.Second, 5*time.Second
	listener, err := net.Listen("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = server.Serve(listener) }()
	shut = sync.OnceFunc(func() { _ = server.Close() })
	t.Cleanup(shut)
	return listener.Addr().String(), shut
}

// mailed is a town whose head is notified by mail through a post office.
func mailed(t *testing.T, db *testkit.DB, address string, digest bool, wrap func(deliver.Mailer) deliver.Mailer) *town {
	t.Helper()
	sender, err := mail.New("smtp://"+address, "四能平台 <sineng@example.org>")
	if err != nil {
		t.Fatal(err)
	}
	send := deliver.Mailer(sender.SendAs)
	if wrap != nil {
		send = wrap(send)
	}
	w := newTown(t, db, deliver.Options{Mail: send, Base: "https://sineng.example"})
	testkit.Must(w.service.SetSettings(as(w.head), deliver.SetSettings{Mail: true, MailAddress: "head@example.org", Digest: digest, DigestHour: 10}))(t)
	return w
}

// only is the delivery of which there is one.
func (w *town) only() *ent.NoticeDelivery {
	return w.db.Client.NoticeDelivery.Query().Where(noticedelivery.ChannelEQ(term.NoticeChannelMail)).OnlyX(testkit.System())
}

func decoded(t *testing.T, text string) string {
	t.Helper()
	return testkit.Must(new(mime.WordDecoder).DecodeHeader(text))(t)
}

func TestANoticeReachesAMailServer(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		office := &postOffice{}
		address, _ := office.open(t, "127.0.0.1:0")
		w := mailed(t, db, address, false, nil)
		w.expect(t, w.head, term.FormKindRisks)
		w.deliver(t)
		w.deliver(t)
		got := office.got()
		if len(got) != 1 {
			t.Fatalf("%d letters", len(got))
		}
		one := got[0]
		if one.from != "sineng@example.org" || one.to != "head@example.org" {
			t.Errorf("the envelope is from %s to %s", one.from, one.to)
		}
		from := testkit.Must(netmail.ParseAddress(one.header.Get("From")))(t)
		if from.Name != "四能平台" || from.Address != "sineng@example.org" || one.header.Get("To") != "<head@example.org>" {
			t.Errorf("it is from %v to %s", from, one.header.Get("To"))
		}
		if got := decoded(t, one.header.Get("Subject")); got != "四能:新的填报任务 / Sineng: A form is expected" {
			t.Errorf("the subject is %q", got)
		}
		kind, params, err := mime.ParseMediaType(one.header.Get("Content-Type"))
		if err != nil || kind != "text/plain" || !strings.EqualFold(params["charset"], "utf-8") || one.header.Get("Mime-Version") != "1.0" {
			t.Errorf("it is %s %v, %v", kind, params, err)
		}
		if !regexp.MustCompile(`^<[0-9a-f]{32}@example\.org>$`).MatchString(one.header.Get("Message-Id")) {
			t.Errorf("its name is %s", one.header.Get("Message-Id"))
		}
		if _, err := one.header.Date(); err != nil || one.header.Get("Auto-Submitted") != "auto-generated" {
			t.Errorf("the header is %v", one.header)
		}
		due := db.Today().Format(time.DateOnly)
		for _, line := range []string{"请填报东许可科的表2 部门职务犯罪风险点自查登记表,截止日期 " + due, "of 东许可科 by " + due, "https://sineng.example" + "/forms/" + store.EncodeID(form)} {
			if !strings.Contains(one.body, line) {
				t.Errorf("the body lacks %q:\n%s", line, one.body)
			}
		}
		if d := w.only(); d.State != term.DeliveryStateSent || d.SentAt == nil || d.Attempts != 1 {
			t.Errorf("the delivery is %+v", d)
		}
	})
}

func TestWhatSomebodyCalledAMeetingAddsNoHeaderAndNoLine(t *testing.T) {
	db := testkit.SQLite(t)
	office := &postOffice{}
	address, _ := office.open(t, "127.0.0.1:0")
	w := mailed(t, db, address, false, nil)
	w.notify(t, w.head, notice.Notice{Kind: term.NoticeKindMeetingCalled, Key: "meeting",
		Words: map[string]string{"title": "集体定\r\nBcc: spy@example.org\r\n\r\nhttps://evil.example/", "place": "\n.\nQUIT"}})
	w.deliver(t)
	got := office.got()
	if len(got) != 1 || got[0].to != "head@example.org" {
		t.Fatalf("the letters are %+v", got)
	}
	for name := range got[0].header {
		if strings.EqualFold(name, "Bcc") {
			t.Error("a title adds a header")
		}
	}
	for line := range strings.Lines(got[0].body) {
		if strings.HasPrefix(line, "https://evil") || strings.HasPrefix(line, "Bcc") || line == ".\n" {
			t.Errorf("a title adds the line %q", line)
		}
	}
	if !strings.Contains(got[0].body, "集体定 Bcc: spy@example.org https://evil.example/") {
		t.Errorf("the body is %s", got[0].body)
	}
}

func TestADigestReachesAMailServer(t *testing.T) {
	db := testkit.SQLite(t)
	office := &postOffice{}
	address, _ := office.open(t, "127.0.0.1:0")
	w := mailed(t, db, address, true, nil)
	w.expect(t, w.head, term.FormKindRisks)
	w.expect(t, w.head, term.FormKindMeasures)
	if n := w.deliver(t); n != 0 {
		t.Fatalf("%d deliveries one by one", n)
	}
	db.Clock.Forward(2 * time.Hour)
	if err := w.service.MakeDigests(context.Background()); err != nil {
		t.Fatal(err)
	}
	w.deliver(t)
	got := office.got()
	if len(got) != 1 || decoded(t, got[0].header.Get("Subject")) != "四能:今日提醒 2 条 / Sineng: 2 notices today" {
		t.Fatalf("the letters are %+v", got)
	}
	for _, kind := range []term.FormKind{term.FormKindRisks, term.FormKindMeasures} {
		for _, lang := range []string{"zh", "en"} {
			if !strings.Contains(got[0].body, kind.Label(lang)) {
				t.Errorf("the digest does not tell of %s in %s:\n%s", kind, lang, got[0].body)
			}
		}
	}
	if strings.Count(got[0].body, "https://sineng.example/forms/") != 2 {
		t.Errorf("the digest links %s", got[0].body)
	}
}

func TestADigestRepeatsNothingThatWasMailedOneByOne(t *testing.T) {
	db := testkit.SQLite(t)
	office := &postOffice{}
	address, _ := office.open(t, "127.0.0.1:0")
	w := mailed(t, db, address, false, nil)
	w.expect(t, w.head, term.FormKindRisks)
	w.deliver(t)
	testkit.Must(w.service.SetSettings(as(w.head), deliver.SetSettings{Mail: true, MailAddress: "head@example.org", Digest: true, DigestHour: 10}))(t)
	digest := func() {
		t.Helper()
		db.Clock.Forward(24 * time.Hour)
		if err := w.service.MakeDigests(context.Background()); err != nil {
			t.Fatal(err)
		}
		w.deliver(t)
	}
	db.Clock.Forward(2 * time.Hour)
	digest()
	if got := office.got(); len(got) != 1 {
		t.Fatalf("%d letters: a digest repeats what was mailed", len(got))
	}
	w.expect(t, w.head, term.FormKindMeasures)
	digest()
	if got := office.got(); len(got) != 2 || strings.Count(got[1].body, "/forms/") != 1 {
		t.Errorf("the digest is %+v", got[1:])
	}
}

func TestAMailServerThatCannotTakeAMailIsAskedAgainLater(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		office := &postOffice{}
		address, shut := office.open(t, "127.0.0.1:0")
		w := mailed(t, db, address, false, nil)
		w.expect(t, w.head, term.FormKindRisks)
		busy := &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 3, 0}, Message: "try again later"}
		attempt := 0
		try := func(why string) {
			t.Helper()
			attempt++
			if n := w.deliver(t); n != 1 {
				t.Fatalf("%s: %d deliveries", why, n)
			}
			d := w.only()
			if d.State != term.DeliveryStatePending || d.Failure != "MAIL_NOT_SENT" || d.Attempts != attempt {
				t.Fatalf("%s: the delivery is %+v", why, d)
			}
			if pause := d.NextAt.Sub(db.Now()).Round(time.Second); pause != deliver.Pause(attempt, 0.5) {
				t.Errorf("%s: the next attempt is %v later", why, pause)
			}
			if n := w.deliver(t); n != 0 {
				t.Fatalf("%s: tried again at once", why)
			}
			db.Clock.Forward(deliver.Pause(attempt, 0.5))
		}
		office.answer(busy, nil)
		try("a mailbox that is busy")
		office.answer(nil, busy)
		try("a mail that is not taken now")
		office.answer(nil, nil)
		shut()
		try("a server that is down")
		if len(office.got()) != 0 {
			t.Fatal("a letter was taken")
		}
		office.open(t, address)
		if w.deliver(t); len(office.got()) != 1 || w.only().State != term.DeliveryStateSent || w.only().Failure != "" {
			t.Fatalf("%d letters once it is up, the delivery is %+v", len(office.got()), w.only())
		}
		db.Clock.Forward(48 * time.Hour)
		if w.deliver(t); len(office.got()) != 1 {
			t.Error("it was sent again")
		}
	})
}

func TestAMailThatIsRefusedForGoodIsGivenUpAndShown(t *testing.T) {
	db := testkit.SQLite(t)
	office := &postOffice{}
	address, _ := office.open(t, "127.0.0.1:0")
	w := mailed(t, db, address, false, nil)
	w.expect(t, w.head, term.FormKindRisks)
	office.answer(&smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no such mailbox"}, nil)
	w.deliver(t)
	settings := testkit.Must(w.service.Settings(as(w.head)))(t)
	if d := settings.Deliveries; len(d) != 1 || d[0].State != term.DeliveryStateFailed || d[0].Failure != "MAIL_NOT_ACCEPTED" || d[0].Attempts != 1 {
		t.Fatalf("the deliveries are %+v", d)
	}
	office.answer(nil, nil)
	db.Clock.Forward(48 * time.Hour)
	if n := w.deliver(t); n != 0 || len(office.got()) != 0 {
		t.Errorf("it is tried again: %d deliveries, %d letters", n, len(office.got()))
	}
}

// errDied stands for a program that ends before it wrote down what it did.
var errDied = errors.New("died")

func TestAMailWhoseSendingWasNotWrittenDownComesAgainUnderItsName(t *testing.T) {
	db := testkit.SQLite(t)
	office := &postOffice{}
	address, _ := office.open(t, "127.0.0.1:0")
	die := true
	w := mailed(t, db, address, false, func(send deliver.Mailer) deliver.Mailer {
		return func(ctx context.Context, id, to, subject, text string) error {
			if err := send(ctx, id, to, subject, text); err != nil || !die {
				return err
			}
			die = false
			panic(errDied)
		}
	})
	w.expect(t, w.head, term.FormKindRisks)
	func() {
		defer func() {
			if r := recover(); r != errDied {
				t.Fatalf("it ended by %v", r)
			}
		}()
		w.deliver(t)
	}()
	if d := w.only(); d.State != term.DeliveryStatePending || d.Attempts != 1 {
		t.Fatalf("the delivery is %+v", d)
	}
	if n := w.deliver(t); n != 0 {
		t.Fatal("it is sent again at once")
	}
	db.Clock.Forward(deliver.Pause(1, 0.5))
	w.deliver(t)
	got := office.got()
	if len(got) != 2 || got[0].header.Get("Message-Id") != got[1].header.Get("Message-Id") || w.only().State != term.DeliveryStateSent {
		t.Fatalf("%d letters", len(got))
	}
	db.Clock.Forward(48 * time.Hour)
	if w.deliver(t); len(office.got()) != 2 {
		t.Error("it is sent once more")
	}
}
