package load

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"
)

func TestPercentileIsAValueThatWasMeasured(t *testing.T) {
	var of []time.Duration
	for i := 200; i > 0; i-- { // in no order that helps
		of = append(of, time.Duration(i))
	}
	for percent, want := range map[int]time.Duration{1: 2, 50: 100, 99: 198, 100: 200} {
		if got := Percentile(of, percent); got != want {
			t.Errorf("the %dth percentile of 1…200 is %d, want %d", percent, got, want)
		}
	}
	if got := Percentile([]time.Duration{7}, 99); got != 7 {
		t.Errorf("the 99th percentile of one value is %d", got)
	}
}

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		of   []float64
		want float64
	}{{nil, 0}, {[]float64{3}, 3}, {[]float64{9, 1, 5}, 5}, {[]float64{4, 1, 2, 9}, 3}} {
		if got := Median(c.of); got != c.want {
			t.Errorf("the median of %v is %v, want %v", c.of, got, c.want)
		}
	}
}

// answers is a server that gives the same answer to every request.
func answers(t *testing.T, answer string) (address string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer func() { _ = c.Close() }()
				r := bufio.NewReader(c)
				for {
					if _, err := http.ReadRequest(r); err != nil {
						return
					}
					if _, err := c.Write([]byte(answer)); err != nil {
						return
					}
				}
			}()
		}
	}()
	return l.Addr().String()
}

var get Request = func(int) []byte { return []byte("GET / HTTP/1.1\r\nHost: x\r\n\r\n") }

func TestRunCountsEveryAnswerAndTheProcessorTimeOfBothProcesses(t *testing.T) {
	address := answers(t, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")
	r, err := Run(address, get, 3, 50*time.Millisecond, Pids{Server: os.Getpid()})
	if err != nil {
		t.Fatal(err)
	}
	if r.Requests < 3 || r.P50 <= 0 || r.P99 < r.P50 || r.Took < 50*time.Millisecond || r.Database != 0 {
		t.Errorf("3 connections for 50 ms: %+v", r)
	}
	if _, err := Run(address, get, 1, time.Millisecond, Pids{Database: 1 << 30}); err == nil {
		t.Error("a process that does not exist was measured")
	}
}

func TestAnAnswerThatIsNoneEndsTheRun(t *testing.T) {
	for _, answer := range []string{
		"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 2\r\n\r\nno",
		"HTTP/1.1 200 OK\r\nContent-Length: 26\r\n\r\n" + `{"errors":[{"message":""}]}`,
	} {
		answer = strings.Replace(answer, "Content-Length: 26", fmt.Sprint("Content-Length: ", len(answer[strings.Index(answer, "\r\n\r\n")+4:])), 1)
		if _, err := Run(answers(t, answer), get, 2, time.Second, Pids{}); err == nil {
			t.Errorf("counted as an answer: %q", answer)
		}
	}
}

func TestPeakIsTheMemoryOfAProcess(t *testing.T) {
	peak, err := Peak(os.Getpid())
	if err != nil || peak < 1<<20 {
		t.Errorf("this process has had %d bytes, %v", peak, err)
	}
}
