package store_test

import (
	"sync"
	"testing"

	"entgo.io/ent/dialect"

	"sineng/server/store"
	"sineng/server/testkit"
)

func TestConnectionsStayOpen(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		if s, err := store.Open(t.Context(), db.URL, store.WithConnections(7)); err == nil {
			_ = s.Close()
			t.Error("7 connections were accepted")
		}
		if db.Dialect() == dialect.SQLite {
			return // does not number its connections
		}
		s := testkit.Must(store.Open(t.Context(), db.URL, store.WithConnections(20)))(t)
		defer func() { _ = s.Close() }()
		used := func() map[int64]bool {
			var mu sync.Mutex
			var working sync.WaitGroup
			out := map[int64]bool{}
			for range 40 {
				working.Go(func() {
					var id, slept int64
					rows, err := s.Client.QueryContext(testkit.System(), "SELECT CONNECTION_ID(), SLEEP(0.1)")
					if err != nil {
						t.Error(err)
						return
					}
					defer func() { _ = rows.Close() }()
					if !rows.Next() || rows.Scan(&id, &slept) != nil {
						t.Error(rows.Err())
					}
					mu.Lock()
					defer mu.Unlock()
					out[id] = true
				})
			}
			working.Wait()
			return out
		}
		first := used()
		if len(first) != 20 {
			t.Errorf("%d connections were used, want 20", len(first))
		}
		for id := range used() {
			if !first[id] {
				t.Errorf("connection %d was opened anew", id)
			}
		}
	})
}
