package cli

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"sineng/server/store"
)

// calendar is the demo's clock. It can be moved forward, to see deadlines,
// publicity windows and digests without waiting for them.
type calendar struct {
	days atomic.Int64
	// moved is told how many days ahead it is now; nil where nobody keeps it.
	moved func(days int64) error
}

func (c *calendar) now() time.Time { return time.Now().AddDate(0, 0, int(c.days.Load())) }

// mostAhead keeps the demo within the dates that the forms accept.
const mostAhead = 20 * 366

// follow moves the calendar by the typed number of days, e.g. "+10", until the
// input ends.
func (c *calendar) follow(ctx context.Context, in io.Reader, out io.Writer) {
	lines := bufio.NewScanner(in)
	for ctx.Err() == nil && lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if line == "" {
			continue
		}
		days, err := strconv.ParseInt(strings.TrimPrefix(line, "+"), 10, 32)
		if err != nil || !strings.HasPrefix(line, "+") || days < 1 || c.days.Load()+days > mostAhead {
			_, _ = fmt.Fprintf(out, "%q is no number of days: type +10 to see the demo ten days later\n", line)
			continue
		}
		ahead := c.days.Add(days)
		if c.moved != nil {
			if err := c.moved(ahead); err != nil {
				_, _ = fmt.Fprintln(out, err)
			}
		}
		_, _ = fmt.Fprintf(out, "It is %s now in the demo.\n", store.DayOf(c.now()).Format(time.DateOnly))
	}
}
