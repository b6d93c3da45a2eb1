package httpd

import (
	"context"
	"net/http"
	"net/netip"
	"strings"
)

// AddressOf is the address that a request came from, without a port: that of the
// connection, or the one that a trusted proxy tells. Empty outside a request.
func AddressOf(ctx context.Context) string { return requestOf(ctx).address }

// addressOf works out where a request comes from. Anybody can write X-Forwarded-For, so it
// is read from its end, where trusted proxies add, and only as far as they do.
func addressOf(r *http.Request, trusted []netip.Prefix) string {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	client := peer.Addr().Unmap()
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(hops) - 1; i >= 0 && among(client, trusted); i-- {
		hop, err := netip.ParseAddr(strings.TrimSpace(hops[i]))
		if err != nil {
			break
		}
		client = hop.Unmap()
	}
	return client.WithZone("").String()
}

func among(a netip.Addr, prefixes []netip.Prefix) bool {
	for _, p := range prefixes {
		if p.Contains(a) {
			return true
		}
	}
	return false
}
