package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"sineng/server/app"
	"sineng/server/config"
)

func searchCommand() *cobra.Command {
	c := &cobra.Command{Use: "search", Short: "Check the index of texts, or build it anew"}
	c.AddCommand(searchRebuildCommand(), searchCheckCommand())
	return c
}

func searchRebuildCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "rebuild",
		Short: "Build the index of texts anew",
		Long:  "Throws the index of texts away and builds it anew. It may run beside the server, which looks\nat all rows meanwhile, so that searching is slow and finds the same.",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return withApp(c, func(ctx context.Context, a *app.App, _ config.Settings) error {
				if err := a.Search.Rebuild(ctx); err != nil {
					return err
				}
				_, err := fmt.Fprintln(c.OutOrStdout(), "The index of texts is built.")
				return err
			})
		},
	}
}

var errIndexWrong = errors.New("the index of texts differs from the rows: run sineng search rebuild")

func searchCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Compare the index of texts with the rows",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return withApp(c, func(ctx context.Context, a *app.App, _ config.Settings) error {
				found, err := a.Search.Check(ctx, a.Store.Client)
				if err != nil {
					return err
				}
				for _, f := range found {
					object := ""
					if f.Object != nil {
						object = fmt.Sprintf("%s %d: ", f.Object.Type, f.Object.ID)
					}
					if _, err := fmt.Fprintf(c.OutOrStdout(), "%s%s\n", object, f.EN); err != nil {
						return err
					}
				}
				if len(found) > 0 {
					return errIndexWrong
				}
				behind, err := a.Search.Behind(ctx)
				if err != nil {
					return err
				}
				_, err = fmt.Fprintf(c.OutOrStdout(), "The index of texts agrees with the rows. Entries of the log not in it yet: %d.\n", behind)
				return err
			})
		},
	}
}
