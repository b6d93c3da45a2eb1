package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sineng/ent"
	entaccount "sineng/ent/account"
	"sineng/ent/term"
	"sineng/server/account"
	"sineng/server/app"
	"sineng/server/config"
	"sineng/server/pending"
	"sineng/server/store"
)

func userCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "user",
		Short: "Create accounts, set first passwords and grant roles on the server itself",
		Long: "Works on --database directly, for the operator of the server. Passwords are read from\n" +
			"standard input, never from the command line. What gives somebody power waits for a second\n" +
			"person, as on the page. With --break-glass it takes effect after 72 hours unless somebody\n" +
			"who could confirm it declines it; all of them are notified. Where there is nobody who could,\n" +
			"it takes effect at once.",
	}
	c.PersistentFlags().Bool(breakGlassFlag, false, "let it take effect after 72 hours without a second person; everybody who could confirm it is notified")
	c.AddCommand(userAddCommand(), userPasswordCommand(), userFactorCommand(), userGrantCommand(), userListCommand())
	return c
}

// breakGlassFlag is the flag of acts that shall take effect without a second person.
const breakGlassFlag = "break-glass"

// told says what became of an act of the operator: done, or that it waits.
func told(c *cobra.Command, act *pending.View, done string, args ...any) error {
	if act == nil {
		_, err := fmt.Fprintf(c.OutOrStdout(), done+"\n", args...)
		return err
	}
	if act.TakesEffectAt != nil {
		_, err := fmt.Fprintf(c.OutOrStdout(), "%s: takes effect at %s unless it is declined; whoever could confirm it is notified.\n",
			act.Kind.Label("en"), act.TakesEffectAt.Format(time.RFC3339))
		return err
	}
	_, err := fmt.Fprintf(c.OutOrStdout(), "%s: waits for a second person until %s. Nothing has changed yet.\n", act.Kind.Label("en"), act.Until.Format(time.RFC3339))
	return err
}

// withAccounts runs fn as the server's operator.
func withAccounts(c *cobra.Command, fn func(db *store.Store, accounts *account.Service) error) error {
	return withApp(c, func(_ context.Context, a *app.App, _ config.Settings) error { return fn(a.Store, a.Accounts) })
}

func userAddCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "add LOGIN_NAME",
		Short: "Create an account; its first password is read from standard input",
		Args:  cobra.ExactArgs(1),
	}
	staff := c.Flags().String("staff-number", "", "staff number of the person behind the account")
	c.RunE = func(c *cobra.Command, args []string) error {
		return withAccounts(c, func(db *store.Store, accounts *account.Service) error {
			in := account.NewAccount{LoginName: args[0]}
			if *staff != "" {
				p, err := account.PersonByNumber(c.Context(), db.Client, *staff)
				if err != nil {
					return err
				}
				if p == nil {
					return fmt.Errorf("there is nobody with the staff number %s", *staff)
				}
				in.PersonID = &p.ID
			}
			var err error
			if in.Password, err = readPassword(c.InOrStdin(), c.ErrOrStderr()); err != nil {
				return err
			}
			a, err := accounts.Create(c.Context(), in)
			if err != nil {
				return err
			}
			return told(c, a.Act, "Created the account %s; its password must be changed at the first sign-in.", a.LoginName)
		})
	}
	return c
}

func userPasswordCommand() *cobra.Command {
	return &cobra.Command{
		Use: "reset-password LOGIN_NAME", Aliases: []string{"password"},
		Short: "Set a new first password, read from standard input; unlocks the account and ends its sessions",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return withAccounts(c, func(db *store.Store, accounts *account.Service) error {
				a, err := findAccount(c, db, args[0])
				if err != nil {
					return err
				}
				password, err := readPassword(c.InOrStdin(), c.ErrOrStderr())
				if err != nil {
					return err
				}
				out, err := accounts.ResetPassword(c.Context(), a.ID, password)
				if err != nil {
					return err
				}
				return told(c, out.Act, "The account %s has a new first password.", a.LoginName)
			})
		},
	}
}

func userFactorCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "reset-second-factor LOGIN_NAME",
		Short: "Take away the second factor of somebody who lost it; ends the account's sessions",
		Args:  cobra.ExactArgs(1),
	}
	reason := reasonFlag(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		return withAccounts(c, func(db *store.Store, accounts *account.Service) error {
			a, err := findAccount(c, db, args[0])
			if err != nil {
				return err
			}
			out, err := accounts.ResetSecondFactor(c.Context(), a.ID, *reason)
			if err != nil {
				return err
			}
			return told(c, out.Act, "The account %s signs in without a second factor.", a.LoginName)
		})
	}
	return c
}

// reasonFlag adds the flag for the reason that the log records.
func reasonFlag(c *cobra.Command) *string {
	return c.Flags().String("reason", "服务器操作员办理 / by the operator of the server", "why, for the audit log")
}

func userGrantCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "grant LOGIN_NAME ROLE",
		Short: "Grant a role from today on",
		Long:  "Grants a role from today on. The roles are\n  " + strings.Join(term.Role("").Values(), "\n  "),
		Args:  cobra.ExactArgs(2),
	}
	code := c.Flags().String("unit", "", "code of the unit whose subtree the role reaches (default: the whole system)")
	reason := reasonFlag(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		return withAccounts(c, func(db *store.Store, accounts *account.Service) error {
			a, err := findAccount(c, db, args[0])
			if err != nil {
				return err
			}
			role := term.Role(strings.ToUpper(args[1]))
			if role.Label("zh") == string(role) {
				return config.UsageError{Err: fmt.Errorf("there is no role %s; see sineng user grant --help", args[1])}
			}
			var unitID *int64
			if *code != "" {
				u, err := findUnit(c.Context(), db, *code)
				if err != nil {
					return err
				}
				unitID = &u.ID
			}
			made, err := accounts.Grant(c.Context(), a.ID, role, unitID, db.Today(), nil, *reason)
			if err != nil {
				return err
			}
			act, err := accounts.WaitingGrant(c.Context(), made.ID)
			if err != nil {
				return err
			}
			return told(c, act, "%s is now %s (%s).", a.LoginName, role, role.Label("zh"))
		})
	}
	return c
}

func userListCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the accounts with their granted roles",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return withAccounts(c, func(db *store.Store, _ *account.Service) error {
				all, err := db.Client.Account.Query().Order(entaccount.ByLoginName()).
					WithPerson().WithRoles(func(q *ent.RoleAppointmentQuery) { q.WithUnit() }).All(c.Context())
				if err != nil {
					return err
				}
				for _, a := range all {
					line := a.LoginName
					if p := a.Edges.Person; p != nil {
						line += "\t" + p.Name
					}
					for _, r := range a.Edges.Roles {
						line += "\t" + string(r.Role)
						if r.Status != term.GrantStatusActive {
							line += " (" + strings.ToLower(string(r.Status)) + ")"
						}
						if u := r.Edges.Unit; u != nil {
							line += "@" + u.Code
						}
					}
					_, _ = fmt.Fprintln(c.OutOrStdout(), line)
				}
				return nil
			})
		},
	}
}

func findAccount(c *cobra.Command, db *store.Store, login string) (*ent.Account, error) {
	a, err := account.ByLogin(c.Context(), db.Client, login)
	if err == nil && a == nil {
		err = fmt.Errorf("there is no account %s", login)
	}
	return a, err
}

// readPassword reads the first line of standard input.
func readPassword(in io.Reader, hint io.Writer) (string, error) {
	if f, ok := in.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			_, _ = fmt.Fprint(hint, "Password (it is shown while you type): ")
		}
	}
	line, err := bufio.NewReader(in).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	password := strings.TrimRight(line, "\r\n")
	if password == "" {
		return "", errors.New("no password came on standard input")
	}
	return password, nil
}
