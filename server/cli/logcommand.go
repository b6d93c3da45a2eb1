package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/spf13/cobra"

	"sineng/ent/auditcheckpoint"
	"sineng/ent/auditentry"
	"sineng/ent/audithash"
	"sineng/ent/audittouch"
	"sineng/ent/migrate"
	"sineng/server/app"
	"sineng/server/audit"
	"sineng/server/config"
)

func logCommand() *cobra.Command {
	c := &cobra.Command{Use: "log", Short: "Archive the audit log, or guard it"}
	c.AddCommand(logArchiveCommand(), logAcceptCommand(), logKeyCommand(), logForksCommand(), logGrantsCommand())
	return c
}

func logArchiveCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "archive FILE",
		Short: "Write the log into a file that anybody can verify",
		Long:  "Writes all signed entries of the audit log into a zip file, which \"sineng verify --archive\"\nverifies without the server. The file must not exist yet.",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return withApp(c, func(ctx context.Context, a *app.App, _ config.Settings) error {
				f, err := os.OpenFile(filepath.Clean(args[0]), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
				if err != nil {
					return err
				}
				if err := errors.Join(a.Verify.WriteArchive(ctx, f), f.Sync(), f.Close()); err != nil {
					_ = os.Remove(args[0])
					return err
				}
				_, err = fmt.Fprintf(c.OutOrStdout(), "%s is written; its key is %s\n", args[0], a.Log.Key().Public)
				return err
			})
		},
	}
}

func logAcceptCommand() *cobra.Command {
	var reason string
	c := &cobra.Command{
		Use:   "accept --reason TEXT",
		Short: "Put on record that a restored backup lacks what was signed",
		Long: "After an older backup was restored, the log no longer reaches what was signed before. This\n" +
			"writes an entry that names every lost checkpoint, so that the server starts again and every\n" +
			"later verification shows the loss. The checkpoints stay where they are.",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return withApp(c, func(ctx context.Context, a *app.App, _ config.Settings) error {
				lost, err := a.Audit.AcceptLoss(ctx, reason)
				if err != nil {
					return err
				}
				_, err = fmt.Fprintf(c.OutOrStdout(), "%d checkpoints are on record as lost.\n", lost)
				return err
			})
		},
	}
	c.Flags().StringVar(&reason, "reason", "", "why the log lacks entries, kept in the log")
	_ = c.MarkFlagRequired("reason")
	return c
}

func logKeyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "key",
		Short: "Print the key that verifies the log",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return withApp(c, func(_ context.Context, a *app.App, _ config.Settings) error {
				_, err := fmt.Fprintln(c.OutOrStdout(), a.Log.Key().Public)
				return err
			})
		},
	}
}

func logForksCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "forks",
		Short: "Print the forks of other logs that this server has seen as their witness",
		Long: "Prints, for each fork of another log (--witness-for), the two checkpoints of one size that it has\n" +
			"signed: the one that was seen before and the one that was refused. Anybody who has its key can\n" +
			"verify them.",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return withApp(c, func(ctx context.Context, a *app.App, _ config.Settings) error {
				forks, err := audit.Forks(ctx, a.Store)
				if err != nil {
					return err
				}
				out := c.OutOrStdout()
				if len(forks) == 0 {
					_, err := fmt.Fprintln(out, "No fork of another log was seen.")
					return err
				}
				for _, f := range forks {
					seen := "(the empty log)\n"
					if f.Witnessed != nil {
						seen = *f.Witnessed
					}
					if _, err := fmt.Fprintf(out, "%s, %d entries, refused %s\n\nseen before:\n%s\nrefused:\n%s\n", f.Origin, f.Size, f.At.Format(time.RFC3339), seen, f.Refused); err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
}

// insertOnly are the tables in which the program never deletes or changes
// rows.
var insertOnly = []string{auditentry.Table, audithash.Table, audittouch.Table, auditcheckpoint.Table}

func logGrantsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "grants DATABASE USER",
		Short: "Print the SQL that keeps the server's MySQL user from changing the log",
		Long: "Prints GRANT statements for MySQL or MariaDB: the user may read and write every table, and only\n" +
			"add to those of the audit log. Give it to the server; migrate as another user with\n" +
			"\"sineng migrate\", since this one changes no tables.",
		Args: cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			name, user := "`"+strings.ReplaceAll(args[0], "`", "``")+"`", "'"+strings.ReplaceAll(args[1], "'", "''")+"'"
			tables := []string{goose.DefaultTablename, "migration_lock"}
			for _, t := range migrate.Tables {
				tables = append(tables, t.Name)
			}
			for _, t := range tables {
				rights := "SELECT, INSERT, UPDATE, DELETE"
				if slices.Contains(insertOnly, t) {
					rights = "SELECT, INSERT"
				}
				if _, err := fmt.Fprintf(c.OutOrStdout(), "GRANT %s ON %s.%s TO %s;\n", rights, name, t, user); err != nil {
					return err
				}
			}
			return nil
		},
	}
}
