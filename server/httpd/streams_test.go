package httpd

import "testing"

// An account that opens many streams takes no more than its own places, and a process no more than it can bear.
func TestStreamsHavePlaces(t *testing.T) {
	s := newStreams()
	for range mostStreams {
		if err := s.enter(1); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.enter(1); err != errStreams {
		t.Errorf("one account's next is answered %v", err)
	}
	for account := int64(2); s.count() < mostOfAll; account++ {
		if err := s.enter(account); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.enter(1 << 40); err != errFull {
		t.Errorf("the process's next is answered %v", err)
	}
	s.leave(2)
	if err := s.enter(1 << 40); err != nil || s.count() != mostOfAll {
		t.Errorf("a place that was left is answered %v, %d are open", err, s.count())
	}
}
