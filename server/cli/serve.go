package cli

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"sineng/server/account"
	"sineng/server/app"
	"sineng/server/config"
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
	defer memoryFor(availableMemory(), os.Getenv).apply(ctx, log)()
	db, err := app.OpenStore(ctx, s)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	p, err := newProgram(ctx, s, db, log)
	if err != nil {
		return err
	}
	defer p.close()
	return p.run(ctx, func() error {
		_, _ = fmt.Fprintf(stdout, "Sineng serves %s on %s\n", p.base, db)
		return offerSetUp(ctx, p, stdout)
	})
}

// offerSetUp prints the one-time links of the three administrators that nobody is yet.
func offerSetUp(ctx context.Context, p *program, stdout io.Writer) error {
	links, err := p.app.Accounts.OfferSetUp(ctx)
	if err != nil || len(links) == 0 {
		return err
	}
	_, _ = fmt.Fprintln(stdout, "Each of the three administrators signs up once, by a link of their own; give each link to another person:")
	for _, role := range account.Administrators {
		if token, offered := links[role]; offered {
			_, _ = fmt.Fprintf(stdout, "%s %s\t%s/setup?token=%s\n", role, role.Label("zh"), p.base, token)
		}
	}
	return nil
}
