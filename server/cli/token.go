package cli

import (
	"context"
	"fmt"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/spf13/cobra"

	"sineng/ent"
	"sineng/ent/apitoken"
	"sineng/ent/term"
	"sineng/graph/scalar"
	"sineng/server/account"
	"sineng/server/config"
	"sineng/server/org"
	"sineng/server/store"
)

func tokenCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "token",
		Short: "Make, list and revoke tokens with which reporting tools read the API",
		Long: "A token reads on behalf of an account, never more than that account may read today.\n" +
			"Works on --database directly, for the operator of the server.",
	}
	c.AddCommand(tokenCreateCommand(), tokenListCommand(), tokenRevokeCommand())
	return c
}

func tokenCreateCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "create --account LOGIN_NAME --name NAME --scope SCOPE",
		Short: "Make a token; it is printed once, on standard output",
		Long: "Makes a token and prints it, once, alone on standard output. The scopes are\n  " +
			strings.Join(term.TokenScope("").Values(), "\n  ") + "\nAn account with more than the rights of STAFF in one department makes its tokens itself, on the page.",
		Args: cobra.NoArgs,
	}
	login := c.Flags().String("account", "", "login name of the account that the token reads for")
	name := c.Flags().String("name", "", "what the token is for")
	scopes := c.Flags().StringSlice("scope", nil, "what it may read, repeated or with commas")
	code := c.Flags().String("unit", "", "code of the unit whose subtree it is bound to (default: all that the account reaches)")
	days := c.Flags().Int("days", 90, "for how many days it is good")
	config.TokenFlags(c.Flags())
	for _, flag := range []string{"account", "name", "scope"} {
		_ = c.MarkFlagRequired(flag)
	}
	c.RunE = func(c *cobra.Command, _ []string) error {
		return withAccounts(c, func(db *store.Store, accounts *account.Service) error {
			a, err := findAccount(c, db, *login)
			if err != nil {
				return err
			}
			in := account.NewToken{Account: a.ID, Name: *name, ExpiresAt: db.Now().Add(time.Duration(*days) * 24 * time.Hour)}
			for _, scope := range *scopes {
				in.Scopes = append(in.Scopes, term.TokenScope(strings.ToUpper(scope)))
			}
			if *code != "" {
				u, err := findUnit(c.Context(), db, *code)
				if err != nil {
					return err
				}
				in.Unit = &u.ID
			}
			made, secret, err := accounts.CreateToken(c.Context(), in)
			if err != nil {
				return err
			}
			_, _ = fmt.Fprintf(c.ErrOrStderr(), "The token %s of %s is good until %s. It cannot be shown again:\n",
				scalar.EncodeID(made.ID), a.LoginName, made.ExpiresAt.Format(time.RFC3339))
			_, err = fmt.Fprintln(c.OutOrStdout(), secret)
			return err
		})
	}
	return c
}

func tokenListCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the tokens that are in force, with their accounts",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return withAccounts(c, func(db *store.Store, accounts *account.Service) error {
				all, err := db.Client.ApiToken.Query().Where(apitoken.RevokedAtIsNil(), apitoken.ExpiresAtGT(db.Now())).
					Order(apitoken.ByCreatedAt(sql.OrderDesc()), apitoken.ByID()).WithAccount().WithUnit().All(c.Context())
				if err != nil {
					return err
				}
				for _, t := range all {
					reach, used := "*", "never"
					if u := t.Edges.Unit; u != nil {
						reach = u.Code
					}
					if t.LastUsedAt != nil {
						used = t.LastUsedAt.Format(time.RFC3339)
					}
					_, _ = fmt.Fprintf(c.OutOrStdout(), "%s\t%s\t%s\t%s\t%s\tuntil %s\tused %s\n", scalar.EncodeID(t.ID), t.Edges.Account.LoginName,
						t.Name, scopeNames(t.Scopes), reach, t.ExpiresAt.Format(time.RFC3339), used)
				}
				return nil
			})
		},
	}
}

func tokenRevokeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "revoke ID",
		Short: "End a token at once; its id is the first column of the list",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			id, err := scalar.UnmarshalID(args[0])
			if err != nil {
				return err
			}
			return withAccounts(c, func(_ *store.Store, accounts *account.Service) error {
				t, err := accounts.RevokeToken(c.Context(), id)
				if err != nil {
					return err
				}
				_, err = fmt.Fprintf(c.OutOrStdout(), "The token %s (%s) is revoked.\n", args[0], t.Name)
				return err
			})
		},
	}
}

func scopeNames(scopes []term.TokenScope) string {
	names := make([]string, len(scopes))
	for i, s := range scopes {
		names[i] = string(s)
	}
	return strings.Join(names, ",")
}

func findUnit(ctx context.Context, db *store.Store, code string) (*ent.Unit, error) {
	u, err := org.UnitByCode(ctx, db, code)
	if err == nil && u == nil {
		err = fmt.Errorf("there is no unit with the code %s", code)
	}
	return u, err
}
