package cli

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"
)

func TestTheCalendarMovesByWholeDaysAndRefusesAnythingElse(t *testing.T) {
	var c calendar
	var out bytes.Buffer
	c.follow(context.Background(), strings.NewReader("+10\n\nten\n-3\n+0\n5\n+99999\n+1\n"), &out)
	if got := c.days.Load(); got != 11 {
		t.Errorf("the calendar is %d days ahead, want 11", got)
	}
	if n := strings.Count(out.String(), "is no number of days"); n != 5 {
		t.Errorf("%d lines were refused, want 5:\n%s", n, out.String())
	}
	if ahead := time.Until(c.now()); ahead < 10*24*time.Hour || ahead > 12*24*time.Hour {
		t.Errorf("it is %s ahead", ahead)
	}
}
