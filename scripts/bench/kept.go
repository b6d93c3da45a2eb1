package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"sineng/scripts/bench/data"
)

// kept says what a kept database holds.
type kept struct {
	Instance   string
	Engine     engine
	Size       string
	Maker      string
	Migrations []string
	Made       time.Time
}

func keptFolder() string { return filepath.Join(cache(), "kept") }

func (k *kept) file() string {
	return filepath.Join(keptFolder(), string(k.Engine)+"-"+k.Instance+".json")
}

func allKept() []*kept {
	var all []*kept
	files, _ := filepath.Glob(filepath.Join(keptFolder(), "*.json"))
	for _, f := range files {
		text, err := os.ReadFile(f)
		k := new(kept)
		if err == nil && json.Unmarshal(text, k) == nil {
			all = append(all, k)
		}
	}
	return all
}

// lock holds a name against other runs of this program; it waits, and says so.
func lock(name string) (release func(), err error) {
	if err := os.MkdirAll(cache(), 0o700); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(filepath.Join(cache(), name+".lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) != nil {
		say("waiting for another run (%s)", name)
		if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
			return nil, err
		}
	}
	return func() { _ = f.Close() }, nil
}

// keep returns the kept database of an engine, a size and a source's schema. It makes it where
// there is none: by migrating one whose migrations this source only adds to, or anew.
func keep(ctx context.Context, e engine, s data.Size, src *source) (*kept, error) {
	migrations, err := src.migrations(e)
	if err != nil {
		return nil, err
	}
	k := &kept{Engine: e, Size: s.Name, Maker: data.Version, Migrations: migrations}
	k.Instance = "bench-" + s.Name + "-" + short([]byte(k.Maker+strings.Join(migrations, "\n")))
	release, err := lock("make-" + string(e) + "-" + k.Instance)
	if err != nil {
		return nil, err
	}
	defer release()
	var older *kept
	for _, o := range allKept() {
		if o.Engine != e || o.Size != s.Name || o.Maker != k.Maker {
			continue
		}
		if slices.Equal(o.Migrations, migrations) {
			return o, nil
		}
		if len(o.Migrations) < len(migrations) && slices.Equal(o.Migrations, migrations[:len(o.Migrations)]) && (older == nil || len(o.Migrations) > len(older.Migrations)) {
			older = o
		}
	}
	start := time.Now()
	if !e.lite() { // a run that was broken off may have left it running
		if _, err := servers(k.Instance, "stop", string(e)); err != nil {
			return nil, err
		}
	}
	if older != nil {
		say("migrating the %s register on %s", s.Name, e)
		err = errors.Join(e.copyTo(older.Instance, k.Instance), k.visit(ctx, src, nil))
	} else {
		say("making the %s register on %s (once)", s.Name, e)
		_ = e.remove(k.Instance)
		err = k.visit(ctx, src, func(b *base) error {
			// The first entry of the log: the program then takes the rows as ones of its own time.
			if err := errors.Join(src.command(b, "", "migrate"), src.command(b, data.Password+"\n", "user", "add", "bench-operator")); err != nil {
				return err
			}
			db, err := b.open()
			if err != nil {
				return err
			}
			defer func() { _ = db.Close() }()
			return data.Fill(ctx, db, e.lite(), s)
		})
	}
	if err != nil {
		return nil, err
	}
	say("made in %s", time.Since(start).Round(time.Second))
	return k, k.note()
}

// note writes down that it was made.
func (k *kept) note() error {
	k.Made = time.Now()
	text, err := json.MarshalIndent(k, "", " ")
	if err != nil {
		return err
	}
	return errors.Join(os.MkdirAll(keptFolder(), 0o700), os.WriteFile(k.file(), text, 0o600))
}

// visit opens the database, fills it, and runs the program once until it is at rest.
func (k *kept) visit(ctx context.Context, src *source, fill func(*base) error) error {
	b, err := k.Engine.start(k.Instance)
	if err != nil {
		return err
	}
	if fill != nil {
		err = fill(b)
	}
	if err == nil {
		var p *process
		if p, err = src.serve(b); err == nil {
			err = settle(ctx, b)
			p.stop()
		}
	}
	return errors.Join(err, b.stop())
}

// lend starts a copy of a kept database under another name, as fresh as it was made.
func (k *kept) lend(to string) (*base, error) {
	if !k.Engine.lite() {
		if _, err := servers(to, "stop", string(k.Engine)); err != nil {
			return nil, err
		}
	}
	if err := k.Engine.copyTo(k.Instance, to); err != nil {
		return nil, fmt.Errorf("copying %s: %w", k.Instance, err)
	}
	return k.Engine.start(to)
}
