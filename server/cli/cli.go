// Package cli holds the program's commands, one file each.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"

	"github.com/spf13/cobra"

	"sineng/ent/viewer"
	"sineng/server/app"
	"sineng/server/audit"
	"sineng/server/config"
	"sineng/server/fault"
	"sineng/server/httpd"
	"sineng/server/pending"
)

// Main runs a command line and returns the exit code: 0 for success, 1 for
// failure, 2 for an invalid command line.
func Main(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	root := &cobra.Command{
		Use:   "sineng",
		Short: "四能管控网络: keep a public body's power in check",
		Long: "Sineng registers duties and powers, finds and grades integrity risks, fences them\n" +
			"with measures and shows who supervises what.\n\n" +
			"Settings are read from flags, then from environment variables (SINENG_DATABASE for\n" +
			"--database), then from the file that --config names.",
		SilenceUsage: true, SilenceErrors: true,
	}
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	config.Flags(root.PersistentFlags())
	root.AddCommand(serveCommand(), demoCommand(), migrateCommand(), importCommand(), userCommand(), tokenCommand(), verifyCommand(), logCommand(), searchCommand())
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return config.UsageError{Err: err} })
	if err := root.ExecuteContext(ctx); err != nil {
		for _, line := range explain(err) {
			_, _ = fmt.Fprintln(stderr, "sineng: "+line)
		}
		if errors.As(err, new(config.UsageError)) || strings.HasPrefix(err.Error(), "unknown command") {
			return 2
		}
		return 1
	}
	return 0
}

// explain formats an error for people, one line for each of several errors.
func explain(err error) []string {
	known := fault.All(err)
	if len(known) == 0 {
		return []string{err.Error()}
	}
	var out []string
	for _, e := range known {
		line := e.EN + " / " + e.ZH
		if e.Field != "" {
			line = e.Field + ": " + line
		}
		if e.Cause != nil {
			line += " (" + e.Cause.Error() + ")"
		}
		out = append(out, line)
	}
	return out
}

// logger creates the program's log.
func logger(s config.Settings, w io.Writer) (*slog.Logger, error) {
	var level slog.Level
	if err := level.UnmarshalText([]byte(s.LogLevel)); err != nil {
		return nil, config.UsageError{Err: fmt.Errorf("--log-level: %q is not debug, info, warn or error", s.LogLevel)}
	}
	options := &slog.HandlerOptions{Level: level}
	switch s.LogFormat {
	case "json":
		return slog.New(httpd.LogHandler{Handler: slog.NewJSONHandler(w, options)}), nil
	case "text":
		return slog.New(httpd.LogHandler{Handler: slog.NewTextHandler(w, options)}), nil
	}
	return nil, config.UsageError{Err: fmt.Errorf("--log-format: %q is not text or json", s.LogFormat)}
}

// withApp runs a command on the services of the database, as the server's
// operator: acts of power wait for a second person there too.
func withApp(c *cobra.Command, fn func(ctx context.Context, a *app.App, s config.Settings) error) error {
	s, err := config.Load(c.Flags())
	if err != nil {
		return err
	}
	db, err := app.OpenStore(c.Context(), s)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	a, err := app.Open(db, s, "", nil)
	if err != nil {
		return err
	}
	defer func() { _ = a.Close() }()
	breakGlass, _ := c.Flags().GetBool(breakGlassFlag) // only some commands have it
	ctx := pending.ByOperator(viewer.System(audit.WithOrigin(c.Context(), audit.Origin{Operation: c.CommandPath()})), breakGlass)
	c.SetContext(ctx)
	return fn(ctx, a, s)
}
