package exchange

import "sync"

// recent keeps the results of a function for the texts that it was asked for last.
type recent struct {
	work func(string) string

	mu        sync.Mutex
	now, past map[string]string
}

// mostRecent is how many results are kept at least; at most twice as many are.
const mostRecent = 4096

func newRecent(work func(string) string) *recent {
	return &recent{work: work, now: map[string]string{}}
}

// of is the result for a text.
func (r *recent) of(text string) string {
	r.mu.Lock()
	out, known := r.now[text]
	if !known {
		if out, known = r.past[text]; known {
			r.keep(text, out)
		}
	}
	r.mu.Unlock()
	if known {
		return out
	}
	out = r.work(text)
	r.mu.Lock()
	r.keep(text, out)
	r.mu.Unlock()
	return out
}

func (r *recent) keep(text, out string) {
	if len(r.now) >= mostRecent {
		r.past, r.now = r.now, make(map[string]string, mostRecent)
	}
	r.now[text] = out
}
