package cli

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"sineng/server/app"
	"sineng/server/config"
	"sineng/server/sample"
	"sineng/server/store"
)

func demoCommand() *cobra.Command {
	var keep string
	c := &cobra.Command{
		Use:   "demo",
		Short: "Serve a throw-away sample bureau",
		Long: "Fills a database in a temporary folder with a fictitious system of three tiers, serves it\n" +
			"and prints one account per role. Typing +10 and Enter lets ten days pass in it, so that\n" +
			"deadlines and public windows end. Everything is forgotten when it ends, unless --keep names a\n" +
			"folder: the sample stays there, and the next start with it goes on at once.",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			s, err := config.Load(c.Flags())
			if err != nil {
				return err
			}
			return Demo(c.Context(), s, keep, c.InOrStdin(), c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	config.ServeFlags(c.Flags())
	c.Flags().StringVar(&keep, "keep", "", "folder in which the sample stays, and from which a later start goes on")
	return c
}

// Demo serves the sample until the context ends; one that stays in the folder keep, if that is named.
func Demo(ctx context.Context, s config.Settings, keep string, stdin io.Reader, stdout, stderr io.Writer) error {
	folder, forget, err := demoFolder(keep)
	if err != nil {
		return err
	}
	defer forget()
	k, err := readKept(folder)
	if err != nil {
		return err
	}
	s.Database, s.Files = "sqlite:"+filepath.Join(folder, "demo.db"), filepath.Join(folder, "files")
	if s.LogLevel == "info" {
		s.LogLevel = "warn" // the demo shows the accounts in the terminal, not every request
	}
	log, err := logger(s, stderr)
	if err != nil {
		return err
	}
	days := calendar{moved: func(n int64) error {
		k.Days = n
		return k.write()
	}}
	days.days.Store(k.Days)
	db, err := app.OpenStore(ctx, s, store.WithClock(days.now))
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	p, err := newProgram(ctx, s, db, log)
	if err != nil {
		return err
	}
	defer p.close()
	if k.Made == nil {
		_, _ = fmt.Fprintln(stdout, "Making the sample bureau …")
		if k.Made, err = sample.LoadWithCampaign(ctx, db, p.app.Accounts, db.Now()); err != nil {
			return err
		}
		if err := db.Optimize(ctx); err != nil {
			return err
		}
		if err := k.write(); err != nil {
			return err
		}
	}
	go days.follow(ctx, stdin, stdout)
	return p.run(ctx, func() error {
		f := k.Made.Figures
		_, _ = fmt.Fprintf(stdout, "%d units, %d posts, %d people, %d powers, %d risk points, %d measures\n\n",
			f.Units, f.Posts, f.People, f.Powers, f.RiskPoints, f.Measures)
		table := tabwriter.NewWriter(stdout, 0, 4, 2, ' ', 0)
		_, _ = fmt.Fprintln(table, "login name\tpassword\trole\twhat for")
		for _, a := range k.Made.Accounts {
			_, _ = fmt.Fprintf(table, "%s\t%s\t%s %s\t%s / %s\n", a.LoginName, a.Password, a.Role, a.Role.Label("zh"), a.ForEN, a.ForZH)
		}
		if err := table.Flush(); err != nil {
			return err
		}
		end := "and forgets"
		if keep != "" {
			end = "and keeps"
		}
		_, err := fmt.Fprintf(stdout, "\nSineng serves %s on a sample bureau; +10 and Enter lets ten days pass, Ctrl-C ends %s it.\n", p.base, end)
		return err
	})
}
