package httpd

import (
	"context"
	"net/http"
	"net/netip"
	"strings"
)

// AddressOf returns the address that a request came from, without a port: that
// of the connection, or the one that a trusted proxy reports. It is empty
// outside a request.
func AddressOf(ctx context.Context) string { return requestOf(ctx).address }

// addressOf determines the address of a request. Clients can forge
// X-Forwarded-For, so it is read from its end, where trusted proxies append,
// and only as far as they do.
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
