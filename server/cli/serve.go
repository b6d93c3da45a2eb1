package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"sineng/ent/term"
	"sineng/frontend"
	"sineng/server/account"
	"sineng/server/attachment"
	"sineng/server/audit"
	"sineng/server/audit/verify"
	"sineng/server/blob"
	"sineng/server/campaign"
	"sineng/server/config"
	"sineng/server/deliver"
	"sineng/server/exchange"
	"sineng/server/exchange/sheet"
	"sineng/server/form"
	"sineng/server/hint"
	"sineng/server/httpd"
	"sineng/server/job"
	"sineng/server/mail"
	"sineng/server/notice"
	"sineng/server/org"
	"sineng/server/paper"
	"sineng/server/register"
	"sineng/server/review"
	"sineng/server/store"
	"sineng/server/tally"
	"sineng/server/timer"
)

func serveCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "serve",
		Short: "Serve the page and the API",
		Long: "Serves the admin page at / and the GraphQL API at /graphql, and keeps the data in\n" +
			"--database (sineng.db in the present folder unless said otherwise). On an empty\n" +
			"database it prints a one-time link that creates the first administrators.",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			s, err := config.Load(c.Flags())
			if err != nil {
				return err
			}
			return Serve(c.Context(), s, c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	config.ServeFlags(c.Flags())
	return c
}

// Serve serves until the context ends.
func Serve(ctx context.Context, s config.Settings, stdout, stderr io.Writer) error {
	log, err := logger(s, stderr)
	if err != nil {
		return err
	}
	db, err := openCurrent(ctx, s)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	accounts, err := newAccounts(db, s)
	if err != nil {
		return err
	}
	accounts.LimitTokens(s.LongestToken())
	p := &program{settings: s, db: db, accounts: accounts, log: log}
	return p.run(ctx, func(base string) error {
		_, _ = fmt.Fprintf(stdout, "Sineng serves %s on %s\n", base, db)
		token, needed, err := accounts.OfferSetUp(ctx)
		if err == nil && needed {
			_, _ = fmt.Fprintf(stdout, "The database is empty. Create the first administrators, once, at\n%s/setup?token=%s\n", base, token)
		}
		return err
	})
}

// newAccounts makes the service of accounts by the settings.
func newAccounts(db *store.Store, s config.Settings) (*account.Service, error) {
	policy := account.FactorPolicy(s.SecondFactor)
	if !policy.Valid() {
		return nil, usageError{fmt.Errorf("--second-factor: %q is not optional, administrators or all", s.SecondFactor)}
	}
	if s.PasswordDays < 0 {
		return nil, usageError{fmt.Errorf("--password-days: %d is less than 0", s.PasswordDays)}
	}
	return account.New(db, nil, account.WithKey(account.KeyIn(s.KeysFolder())), account.WithSecondFactor(policy), account.WithPasswordDays(s.PasswordDays))
}

// program is a server with its workers.
type program struct {
	settings config.Settings
	db       *store.Store
	accounts *account.Service
	log      *slog.Logger
}

// foldEvery is how often waiting counts are folded.
const foldEvery = time.Second

// run serves until the context ends; ready is called once it listens, with the address
// that browsers use.
func (p *program) run(ctx context.Context, ready func(base string) error) error {
	page, err := httpd.NewPage(frontend.FS())
	if err != nil {
		return err
	}
	documents, err := frontend.Documents()
	if err != nil {
		return err
	}
	trustedOnly, err := p.settings.TrustedOnly()
	if err != nil {
		return usageError{err}
	}
	proxies, err := p.settings.Proxies()
	if err != nil {
		return usageError{err}
	}
	base := p.settings.PublicURL
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", p.settings.Listen)
	if err != nil {
		return fmt.Errorf("--listen %s: %w", p.settings.Listen, err)
	}
	if base == "" {
		base = "http://" + listener.Addr().String()
	}
	base = strings.TrimRight(base, "/")
	records := register.New(p.db, register.DefaultRecipe)
	forms := form.New(p.db, records)
	imports, err := exchange.NewJobs(exchange.New(p.db, org.New(p.db), records, sheet.DefaultLimits()), "", p.log)
	if err != nil {
		return err
	}
	defer func() { _ = imports.Close() }()
	files, err := blob.Open(p.settings.FilesFolder())
	if err != nil {
		return fmt.Errorf("--files %s: %w", p.settings.FilesFolder(), err)
	}
	jobs, campaigns := job.New(p.db, files, p.log), campaign.New(p.db)
	jobs.Handle(term.JobKindOpenCampaign, campaigns.Work)
	jobs.Handle(term.JobKindExportCampaign, paper.New(p.db, forms).Work(files))
	log, err := openLog(p.settings, p.db, p.log)
	if err != nil {
		return err
	}
	if err := log.Continues(ctx); err != nil {
		return refuseToContinue(err)
	}
	if p.settings.AttachmentMB < 1 {
		return usageError{fmt.Errorf("--attachment-mb: %d is less than 1", p.settings.AttachmentMB)}
	}
	limits := attachment.DefaultLimits()
	limits.FileBytes = int64(p.settings.AttachmentMB) << 20
	witness, err := openWitness(p.settings, p.db)
	if err != nil {
		return err
	}
	brought, err := httpd.Bring(p.db)
	if err != nil {
		return err
	}
	deliveries, err := p.deliveries(brought.Notices, base)
	if err != nil {
		return err
	}
	notices := notice.New(p.db, brought.Notices, notice.Options{Written: deliver.Plan})
	jobs.Ended(notices.JobEnded)
	due := timer.New(p.db, p.log)
	due.Handle(notices.Timers()...)
	auditing := audit.NewService(p.db, log)
	handler, err := httpd.New(httpd.Options{Store: p.db, Accounts: p.accounts, Imports: imports, Jobs: jobs, Files: files, AttachmentLimits: limits,
		Notices: notices, Deliveries: deliveries, Log: p.log, Page: page, Audit: auditing, Verification: verify.NewService(p.db, log, checks(p.db, files)...), Witness: witness,
		Secure: strings.HasPrefix(base, "https://"), HSTS: p.settings.HSTS, Documents: documents, TrustedOnly: trustedOnly,
		OIDC: oidcOf(p.settings, base), RateAccount: p.settings.RateAccount, RateAddress: p.settings.RateAddress, TrustedProxies: proxies})
	if err != nil {
		return err
	}
	server := handler.HTTP()

	workers, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	var working sync.WaitGroup
	working.Go(func() {
		job.RunWorkers(workers, p.log, slices.Concat(p.workers(auditing), jobs.Workers(), review.New(p.db, forms).Workers(), campaigns.Workers(),
			notices.Workers(), due.Workers(), deliveries.Workers(), hint.New(p.db, forms, records).Workers())...)
	})
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	if err := ready(base); err != nil {
		return errors.Join(err, server.Close())
	}
	select {
	case err := <-served:
		return err
	case <-ctx.Done():
	}
	p.log.Info("stopping; requests in flight finish first")
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), p.settings.ShutdownTime)
	defer cancel()
	err = server.Shutdown(last)
	stop()
	working.Wait()
	return err
}

// deliveries makes the service that delivers notices by the settings.
func (p *program) deliveries(r *notice.Registry, base string) (*deliver.Service, error) {
	o := deliver.Options{Base: base, PrivateTargets: p.settings.NoticePrivateTargets, Log: p.log}
	if p.settings.SMTP != "" {
		sender, err := mail.New(p.settings.SMTP, p.settings.MailFrom)
		if err != nil {
			return nil, usageError{err}
		}
		o.Mail = sender.SendAs
	}
	return deliver.New(p.db, r, p.accounts, o), nil
}

// oidcOf are the settings of the identity provider, nil without one.
func oidcOf(s config.Settings, base string) *httpd.OIDC {
	if s.Issuer == "" {
		return nil
	}
	return &httpd.OIDC{Issuer: s.Issuer, ClientID: s.ClientID, ClientSecret: s.ClientSecret, Name: s.ButtonName,
		StaffClaim: s.StaffClaim, CreateAccounts: s.CreateAccounts, Base: base}
}

// houseEvery is how often ended sessions are swept and the database's statistics renewed.
const maintainEvery = time.Hour

// workers are those of the parts of the program that stand below jobs.
func (p *program) workers(log *audit.Service) []job.Worker {
	return []job.Worker{
		{Name: "log", Run: func(ctx context.Context) error { log.Run(ctx); return nil }},
		{Name: "counts", Run: job.Every(foldEvery, func(ctx context.Context) error { _, err := tally.Fold(ctx, p.db); return err })},
		{Name: "house", Run: job.Every(maintainEvery, func(ctx context.Context) error { return errors.Join(p.accounts.Sweep(ctx), p.db.Optimize(ctx)) })},
	}
}
