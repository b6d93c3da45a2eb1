// Package mail sends mails through the SMTP server of the body that runs the program.
package mail

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"
)

// ErrRefused tells that the server will never take a mail: sending it again is no use.
var ErrRefused = errors.New("the mail server refuses the mail")

// Sender sends mails.
type Sender struct {
	client *gomail.Client
	from   string
	// domain is that of the sender's address, in which mails get their names.
	domain string
}

// sendTime is how long the server may take.
const sendTime = 20 * time.Second

// New reads smtp://user:password@host:port, with STARTTLS where the server offers it, or
// smtps:// for TLS from the start; from is the sender's address. A user's password is sent
// through TLS alone, or by a method that does not show it. Options beside say more of the
// connection, such as whose certificates are trusted.
func New(server, from string, more ...gomail.Option) (*Sender, error) {
	u, err := url.Parse(server)
	if err != nil || u.Scheme != "smtp" && u.Scheme != "smtps" || u.Hostname() == "" {
		return nil, fmt.Errorf("--smtp: expected smtp://user:password@host:port or smtps://…")
	}
	options := []gomail.Option{gomail.WithTimeout(sendTime), gomail.WithTLSPolicy(gomail.TLSOpportunistic)}
	if u.Scheme == "smtps" {
		options = []gomail.Option{gomail.WithTimeout(sendTime), gomail.WithSSL()}
	}
	if u.Port() != "" {
		port, err := strconv.Atoi(u.Port())
		if err != nil {
			return nil, fmt.Errorf("--smtp: the port %q is no number", u.Port())
		}
		options = append(options, gomail.WithPort(port))
	}
	if u.User != nil {
		password, _ := u.User.Password()
		options = append(options, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(u.User.Username()), gomail.WithPassword(password))
	}
	client, err := gomail.NewClient(u.Hostname(), append(options, more...)...)
	if err != nil {
		return nil, fmt.Errorf("--smtp: %w", err)
	}
	sender, err := mail.ParseAddress(from)
	if err != nil {
		return nil, fmt.Errorf("--mail-from: %w", err)
	}
	return &Sender{client, from, sender.Address[strings.LastIndex(sender.Address, "@")+1:]}, nil
}

// Send sends a mail of plain text under a name of its own.
func (s *Sender) Send(ctx context.Context, to, subject, text string) error {
	return s.SendAs(ctx, rand.Text(), to, subject, text)
}

// SendAs is Send under a name that the same mail always has, so that whoever gets it twice
// knows: a mail whose taking was not heard of is sent again. ErrRefused where the server says
// that it will never take it, or its address.
func (s *Sender) SendAs(ctx context.Context, id, to, subject, text string) error {
	m := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	if err := m.From(s.from); err != nil {
		return err
	}
	if err := m.To(to); err != nil {
		return fmt.Errorf("%w: %w", ErrRefused, err)
	}
	m.SetMessageIDWithValue(id + "@" + s.domain)
	// Nobody's absence is to answer it (RFC 3834).
	m.SetGenHeader("Auto-Submitted", "auto-generated")
	m.Subject(strings.Join(strings.Fields(subject), " "))
	m.SetBodyString(gomail.TypeTextPlain, text)
	err := s.client.DialAndSendWithContext(ctx, m)
	if err == nil || m.IsDelivered() { // it was taken, whatever went wrong after
		return nil
	}
	var failed *gomail.SendError
	if errors.As(err, &failed) && failed.ErrorCode()/100 == 5 && slices.Contains(ofTheMail, failed.Reason) {
		return fmt.Errorf("%w: %w", ErrRefused, err)
	}
	return err
}

// ofTheMail are the steps whose refusal is the mail's or its address's fault. One of the
// sender or of the connection is for the operator to put right.
var ofTheMail = []gomail.SendErrReason{gomail.ErrSMTPRcptTo, gomail.ErrSMTPData, gomail.ErrSMTPDataClose}
