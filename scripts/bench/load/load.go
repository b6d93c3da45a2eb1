// Package load asks a server as fast as it answers and says how that went.
package load

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// Request makes the bytes of the nth request to a server, the header included.
type Request func(n int) []byte

// Result is one run of a number of connections.
type Result struct {
	Requests int
	Took     time.Duration
	P50, P99 time.Duration
	// Server and Database are processor time by request; Database is 0 where it runs within the
	// server.
	Server, Database time.Duration
}

// PerSecond is the throughput.
func (r Result) PerSecond() float64 { return float64(r.Requests) / r.Took.Seconds() }

// turn gives each request of a process another number, so that no two writes are the same.
var turn atomic.Int64

// Run asks over a number of connections for a time. Every answer must be of status 200 and without
// errors; the first that is not ends the run.
func Run(address string, request Request, connections int, span time.Duration, pids Pids) (Result, error) {
	type one struct {
		took []time.Duration
		err  error
	}
	each := make([]one, connections)
	var wait sync.WaitGroup
	before, err := pids.used()
	if err != nil {
		return Result{}, err
	}
	start := time.Now()
	end := start.Add(span)
	for i := range each {
		wait.Go(func() {
			c, err := Dial(address)
			if err != nil {
				each[i].err = err
				return
			}
			defer c.Close()
			for time.Now().Before(end) {
				asked := time.Now()
				if err := c.Send(request(int(turn.Add(1)))); err != nil {
					each[i].err = err
					return
				}
				each[i].took = append(each[i].took, time.Since(asked))
			}
		})
	}
	wait.Wait()
	r := Result{Took: time.Since(start)}
	after, err := pids.used()
	if err != nil {
		return r, err
	}
	var all []time.Duration
	for _, e := range each {
		if e.err != nil {
			return r, e.err
		}
		all = append(all, e.took...)
	}
	if len(all) == 0 {
		return r, fmt.Errorf("no answer in %s", span)
	}
	r.Requests, r.P50, r.P99 = len(all), Percentile(all, 50), Percentile(all, 99)
	r.Server = (after.server - before.server) / time.Duration(len(all))
	r.Database = (after.database - before.database) / time.Duration(len(all))
	return r, nil
}

// Conn is a kept connection that costs little, since it shares the machine with what it measures.
type Conn struct {
	conn   net.Conn
	reader *bufio.Reader
	body   bytes.Buffer
}

// Dial opens a connection.
func Dial(address string) (*Conn, error) {
	c, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	return &Conn{conn: c, reader: bufio.NewReaderSize(c, 64<<10)}, nil
}

// Close closes it.
func (c *Conn) Close() { _ = c.conn.Close() }

// Send sends a request and reads its answer.
func (c *Conn) Send(request []byte) error {
	_, err := c.Ask(request)
	return err
}

// Ask sends a request and returns its answer's body, valid until the next one.
func (c *Conn) Ask(request []byte) ([]byte, error) {
	if _, err := c.conn.Write(request); err != nil {
		return nil, err
	}
	answer, err := http.ReadResponse(c.reader, nil)
	if err != nil {
		return nil, err
	}
	c.body.Reset()
	if _, err := io.Copy(&c.body, answer.Body); err != nil {
		return nil, err
	}
	body := c.body.Bytes()
	if answer.StatusCode != http.StatusOK || bytes.Contains(body[:min(len(body), 200)], []byte(`"errors"`)) {
		return nil, fmt.Errorf("%s answered %d: %s", c.conn.RemoteAddr(), answer.StatusCode, body[:min(len(body), 500)])
	}
	return body, nil
}

// Percentile is the smallest of the values that at least so many of a hundred do not exceed.
func Percentile(of []time.Duration, percent int) time.Duration {
	sorted := slices.Sorted(slices.Values(of))
	return sorted[max(0, (len(sorted)*percent+99)/100-1)]
}

// Median is the middle of the values, the mean of two where they are even.
func Median(of []float64) float64 {
	sorted := slices.Sorted(slices.Values(of))
	n := len(sorted)
	if n == 0 {
		return 0
	}
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
