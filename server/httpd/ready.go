package httpd

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"strings"
	"time"
)

// Room is a folder that the server writes to.
type Room struct{ Name, Dir string }

// roomBytes is how much is written to see whether a folder has room.
const roomBytes = 64 << 10

// ready responds with success when the database answers, there is room to write and the log takes
// entries; otherwise it names what is missing.
func (s *Server) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	if err := s.store.Ping(ctx); err != nil {
		s.log.WarnContext(ctx, "not ready", "error", err)
		http.Error(w, "the database does not answer", http.StatusServiceUnavailable)
		return
	}
	if full := s.withoutRoom(ctx); len(full) > 0 {
		http.Error(w, "what is stored can be read, nothing can be saved; no room to write in: "+strings.Join(full, ", "), http.StatusServiceUnavailable)
		return
	}
	if err := s.audit.Stalled(ctx); err != nil {
		s.log.WarnContext(ctx, "not ready", "error", err)
		http.Error(w, "the audit log takes no entries: what is written waits unsigned; the server's log says why", http.StatusServiceUnavailable)
		return
	}
	_, _ = fmt.Fprintln(w, "ready")
}

// withoutRoom names the stores that cannot be written.
func (s *Server) withoutRoom(ctx context.Context) []string {
	var out []string
	if err := s.store.HasRoom(ctx); err != nil {
		s.log.WarnContext(ctx, "the database cannot be written", "error", err)
		out = append(out, "database")
	}
	for _, room := range s.rooms {
		if len(out) > 0 && out[0] == room.Name {
			continue
		}
		if err := tryRoom(room.Dir); err != nil {
			s.log.WarnContext(ctx, "a folder cannot be written", "store", room.Name, "error", err)
			out = append(out, room.Name)
		}
	}
	return out
}

// tryRoom writes a file into a folder and removes it. A folder that is not there yet is made
// when it is needed.
func tryRoom(dir string) error {
	f, err := os.CreateTemp(dir, ".room-*")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = f.Write(make([]byte, roomBytes))
	return errors.Join(err, f.Close(), os.Remove(f.Name()))
}
