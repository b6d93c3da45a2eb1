package deliver

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"syscall"
	"time"

	"sineng/server/audit/tlog"
)

const (
	// callTime is how long a webhook may take in all.
	callTime = 10 * time.Second
	// mostAnswer is how much of a webhook's answer is read.
	mostAnswer = 4 << 10
)

// Reasons why a delivery failed, as they are kept and shown.
var (
	errRefusedAddress = errors.New("REFUSED_ADDRESS")
	errNoAnswer       = errors.New("NO_ANSWER")
	errRedirect       = errors.New("REDIRECT")
	errMail           = errors.New("MAIL_NOT_SENT")
	errMailRefused    = errors.New("MAIL_NOT_ACCEPTED")
	errEmpty          = errors.New("NOTHING_TO_TELL")
	errForged         = errors.New("FORGED") // the program did not write it
	errNoMail         = errors.New("MAIL_NOT_CONFIGURED")
	errNoAddress      = errors.New("NO_ADDRESS")
	errSecret         = errors.New("SECRET_DAMAGED")
)

// reserved are the networks beside those that netip knows that are nobody's public address:
// carrier NAT, protocol assignments, documentation, benchmarks, the future, and IPv4 written
// into IPv6, behind which anything may stand.
var reserved = func() []netip.Prefix {
	var out []netip.Prefix
	for _, text := range []string{"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24",
		"203.0.113.0/24", "240.0.0.0/4", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fec0::/10", "::/96"} {
		out = append(out, netip.MustParsePrefix(text))
	}
	return out
}()

// public tells whether an address is somebody's in the public network.
func public(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if !a.IsValid() || !a.IsGlobalUnicast() || a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() || a.IsMulticast() || a.IsUnspecified() {
		return false
	}
	for _, network := range reserved {
		if network.Contains(a) {
			return false
		}
	}
	return true
}

// caller posts to addresses that users chose.
type caller struct {
	private bool
	client  *http.Client
}

// newCaller makes a caller that reaches the public network alone, unless private. The
// address is looked at when it is dialled, so that a name that means another one a moment
// later gains nothing.
func newCaller(private bool, resolve func(context.Context, string) ([]net.IP, error)) *caller {
	dialer := &net.Dialer{Timeout: callTime, ControlContext: func(_ context.Context, _, address string, _ syscall.RawConn) error {
		to, err := netip.ParseAddrPort(address)
		if err != nil || !private && !public(to.Addr()) {
			return errRefusedAddress
		}
		return nil
	}}
	dial := dialer.DialContext
	if resolve != nil {
		dial = func(ctx context.Context, network, address string) (net.Conn, error) {
			host, port, err := net.SplitHostPort(address)
			if err != nil {
				return nil, err
			}
			found, err := resolve(ctx, host)
			if err != nil || len(found) == 0 {
				return nil, errors.Join(errNoAnswer, err)
			}
			return dialer.DialContext(ctx, network, net.JoinHostPort(found[0].String(), port))
		}
	}
	return &caller{private: private, client: &http.Client{
		Timeout: callTime,
		// No proxy: it would dial in the program's place.
		Transport:     &http.Transport{Proxy: nil, DialContext: dial, DisableKeepAlives: true, TLSHandshakeTimeout: callTime, MaxResponseHeaderBytes: 16 << 10},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// allows tells whether an address may be called at all, as far as its text tells.
func (c *caller) allows(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || u.User != nil || u.Fragment != "" || u.Scheme != "https" && !(c.private && u.Scheme == "http") {
		return false
	}
	ip, err := netip.ParseAddr(u.Hostname())
	return err != nil || c.private || public(ip)
}

// post sends a signed body.
func (c *caller) post(ctx context.Context, address, secret string, body []byte) error {
	if !c.allows(address) {
		return errRefusedAddress
	}
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return errRefusedAddress
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("User-Agent", "Sineng")
	request.Header.Set(tlog.SignatureHeader, tlog.WebhookSignature(secret, body))
	answer, err := c.client.Do(request)
	if errors.Is(err, errRefusedAddress) {
		return errRefusedAddress
	}
	if err != nil {
		return errNoAnswer
	}
	defer func() { _ = answer.Body.Close() }()
	_, _ = io.Copy(io.Discard, io.LimitReader(answer.Body, mostAnswer))
	switch {
	case answer.StatusCode/100 == 2:
		return nil
	case answer.StatusCode/100 == 3:
		return errRedirect
	}
	return fmt.Errorf("STATUS_%d", answer.StatusCode)
}
