package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/tally"
)

func verifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify",
		Short: "Recount what the database keeps counts of",
		Long:  "Recounts the risk points of every unit and the units below every unit, and names each\ncount that differs. It changes nothing and exits with 1 when something differs.",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return withDatabase(c, func(ctx context.Context, db *store.Store) error {
				risks, err := tally.Recount(ctx, db.Client)
				if err != nil {
					return err
				}
				for _, d := range risks {
					_, _ = fmt.Fprintf(c.OutOrStdout(), "unit %d: %d risk points counted as %+v, %d are there\n", d.Unit, d.Counted, d.Key, d.Actual)
				}
				units, err := org.RecountChildren(ctx, db.Client)
				if err != nil {
					return err
				}
				for _, d := range units {
					_, _ = fmt.Fprintf(c.OutOrStdout(), "unit %s: %d open units below it counted, %d are there\n", d.Code, d.Counted, d.Actual)
				}
				if len(risks)+len(units) > 0 {
					return errors.New("some counts differ from the rows they count")
				}
				_, err = fmt.Fprintln(c.OutOrStdout(), "Every count equals a recount.")
				return err
			})
		},
	}
}
