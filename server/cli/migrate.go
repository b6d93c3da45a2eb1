package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"sineng/server/config"
	"sineng/server/store"
)

func migrateCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "migrate",
		Short: "Bring the database's schema up to date",
		Long:  "Brings the schema of --database up to date, under a lock, and says from which version to\nwhich. serve does the same when it starts. With --status it only says where it stands.",
		Args:  cobra.NoArgs,
	}
	status := c.Flags().Bool("status", false, "only say which version the database and the program have")
	c.RunE = func(c *cobra.Command, _ []string) error {
		s, err := config.Load(c.Flags())
		if err != nil {
			return err
		}
		db, err := store.Open(c.Context(), s.Database)
		if err != nil {
			return err
		}
		defer func() { _ = db.Close() }()
		before, err := db.SchemaVersions(c.Context())
		if err != nil {
			return err
		}
		if *status {
			_, err = fmt.Fprintf(c.OutOrStdout(), "%s has schema version %d, this program %d\n", db, before.Database, before.Program)
			return err
		}
		after, err := db.Migrate(c.Context())
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(c.OutOrStdout(), "%s: schema version %d, was %d\n", db, after.Database, before.Database)
		return err
	}
	return c
}
