package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"

	"sineng/server/app"
	"sineng/server/audit/tlog"
	"sineng/server/config"
	"sineng/server/job"
	"sineng/server/store"
)

// program is a server with its workers.
type program struct {
	settings config.Settings
	log      *slog.Logger
	listener net.Listener
	base     string // address that browsers use
	app      *app.App
}

// newProgram listens and builds the services on a database.
func newProgram(ctx context.Context, s config.Settings, db *store.Store, log *slog.Logger) (*program, error) {
	p := &program{settings: s, log: log}
	if err := p.listen(ctx); err != nil {
		return nil, err
	}
	var err error
	if p.app, err = app.Open(db, s, p.base, log); err != nil {
		return nil, errors.Join(err, p.listener.Close())
	}
	return p, nil
}

// listen opens the port and determines the address that browsers use.
func (p *program) listen(ctx context.Context) error {
	var err error
	p.listener, err = (&net.ListenConfig{}).Listen(ctx, "tcp", p.settings.Listen)
	if err != nil {
		return fmt.Errorf("--listen %s: %w", p.settings.Listen, err)
	}
	p.base = p.settings.PublicURL
	if p.base == "" {
		p.base = "http://" + p.listener.Addr().String()
	}
	p.base = strings.TrimRight(p.base, "/")
	return nil
}

// close releases what newProgram opened.
func (p *program) close() {
	_ = p.app.Close()
	_ = p.listener.Close()
}

// run serves until the context ends; ready is called once requests are
// accepted.
func (p *program) run(ctx context.Context, ready func() error) error {
	if err := p.app.Log.Continues(ctx); err != nil {
		return refuseToContinue(err)
	}
	web, err := p.app.Web(p.settings, p.base)
	if err != nil {
		return err
	}
	server := web.HTTP()
	stop := p.startWorkers(ctx)
	defer stop()
	served := make(chan error, 1)
	go func() { served <- server.Serve(p.listener) }()
	if err := ready(); err != nil {
		return errors.Join(err, server.Close())
	}
	select {
	case err := <-served:
		return err
	case <-ctx.Done():
		return p.shutDown(ctx, server)
	}
}

// startWorkers starts the workers. The returned function stops them and waits;
// until then they go on while pending requests finish.
func (p *program) startWorkers(ctx context.Context) (stop func()) {
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		job.RunWorkers(ctx, p.log, p.app.Workers()...)
	}()
	return func() {
		cancel()
		<-ended
	}
}

// shutDown lets pending requests finish.
func (p *program) shutDown(ctx context.Context, server *http.Server) error {
	p.log.Info("stopping; requests in flight finish first")
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), p.settings.ShutdownTime)
	defer cancel()
	return server.Shutdown(ctx)
}

// refuseToContinue adds what to do with a database that lacks signed entries.
func refuseToContinue(err error) error {
	if !errors.Is(err, tlog.ErrForked) {
		return err
	}
	return fmt.Errorf("%w\nThe database was cut short, rewritten or restored from an older backup. Run \"sineng verify\" to see what differs.\n"+
		"If it is a backup that you restored, \"sineng log accept --reason …\" puts the loss on record and lets the server start", err)
}
